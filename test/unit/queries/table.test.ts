import assert from 'node:assert/strict';
import { seriesPicture, PICTURE_COLORS, svgAddress } from '../../../src/core/queries/series-picture';
import { seriesValues } from '../../../src/core/queries/figures';
import { toCsv } from '../../../src/core/queries/table';
import { ratesOf } from '../../../src/core/queries/charts-rate';
import { binsOf, focusOf } from '../../../src/core/queries/timeline-range';
import { ferryAffair } from './ferry';

describe('data as CSV', () => {
  const cell = (text: string): string =>
    toCsv({ columns: ['A'], rows: [{ cells: [text], references: [] }] }).split('\r\n')[1] ?? '';

  it('quotes commas and quotation marks, and makes line breaks spaces', () => {
    assert.equal(cell('so, “he”\n"said"'), '"so, “he” ""said""",');
  });

  it('keeps spreadsheets from taking words for formulas, and leaves numbers alone', () => {
    assert.equal(cell('=HYPERLINK("x")'), '"\'=HYPERLINK(""x"")",');
    assert.equal(cell('@cmd'), "'@cmd,");
    assert.equal(cell('-12.5'), '-12.5,');
  });
});

describe('the days that a timeline shows', () => {
  const at = (...list: number[]): { first: number; last: number }[] => list.map((d) => ({ first: d, last: d }));

  it('are all days, with some room', () => {
    assert.deepEqual(focusOf(at(100, 200)), { first: 97, last: 203 });
    assert.equal(focusOf([]), null);
  });

  it('leave a few far-off events out', () => {
    const range = focusOf(at(-9000, ...Array.from({ length: 30 }, (_, i) => 20_000 + i)));
    assert.ok(range !== null && range.first > 19_900 && range.last < 20_040, JSON.stringify(range));
  });

  it('are counted in bins that hold every event once for each lane', () => {
    const events = at(...Array.from({ length: 5000 }, (_, i) => i)).map((d, i) => ({
      ...d,
      lanes: i % 2 === 0 ? [0] : [0, 1],
    }));
    const bins = binsOf(events, { first: 0, last: 4999 });
    assert.equal(
      bins.reduce((sum, b) => sum + b.count, 0),
      7500,
    );
    assert.ok(bins.length <= 84, String(bins.length));
  });
});

describe('change per day', () => {
  const point = (day: number, value: number, group: number) => ({ first: day, last: day, value, group });

  it('is from one day to the next of the same origin', () => {
    const rates = ratesOf([point(10, 100, 0), point(11, 400, 1), point(14, 150, 0)]);
    assert.deepEqual(
      rates.map((r) => [r.first, r.last, r.words]),
      [[10, 14, '+13 a day']],
    );
  });

  it('is between origins where none has two days, and falls too', () => {
    assert.deepEqual(
      ratesOf([point(10, 9, 0), point(12, 4, 1)]).map((r) => r.words),
      ['−2.5 a day'],
    );
  });
});

describe('the small picture of a series', () => {
  const view = ferryAffair();
  const series = view.series('dead');
  const values = series === undefined ? [] : seriesValues(view, series);

  it('has a point for each value and a diamond for its own', () => {
    const svg = seriesPicture(values, values[0], PICTURE_COLORS.dark);
    assert.equal(svg.match(/<circle/gu)?.length, values.length - 1);
    assert.equal(svg.match(new RegExp(`fill="${PICTURE_COLORS.dark.own}"`, 'gu'))?.length, 1);
    assert.doesNotMatch(svg, /NaN|undefined|Infinity/u);
  });

  it('has a whisker where a bound is open', () => {
    const whiskers = seriesPicture(values, undefined, PICTURE_COLORS.light).match(/stroke-width="1.5"/gu);
    assert.equal(whiskers?.length, values.filter((v) => v.figure.bound !== 'exact').length);
  });

  it('is empty for a single value', () => {
    assert.equal(seriesPicture(values.slice(0, 1), values[0], PICTURE_COLORS.light), '');
  });

  it('fits into a link of Markdown', () => {
    const address = svgAddress('<svg a="b">(x) \'y\'</svg>');
    assert.doesNotMatch(address, /[()<>'"\s]/u);
    assert.equal(decodeURIComponent(address.split(',')[1] ?? ''), '<svg a="b">(x) \'y\'</svg>');
  });
});
