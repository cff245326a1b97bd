import type { Figure, FigureSeries } from '../model';
import { type Block, type Card, emphasis, joined, type Line, line, placeLink, strong } from './card';
import { attributionOf, seriesValues } from './figures';
import { compare, differenceWords } from './standing';
import type { DossierView } from './view';
import { boundedValue, count, fileName, formatDate } from './wording';

/** A table of more rows than this is cut to those around the figure. */
const MOST_ROWS = 12;

/** The card of a figure: what it counts, who says so, and its series across sources. */
export function figureCard(view: DossierView, path: string, figure: Figure): Card {
  const series = figure.series === null ? undefined : view.series(figure.series);
  return {
    span: figure,
    country: null,
    title: [boundedValue(figure), figure.of ?? figure.unit, figure.measure ?? ''].join(' ').trim(),
    subtitle: facts(view, path, figure),
    blocks: series === undefined ? [line('No other source counts the same.')] : table(view, path, figure, series),
    why: figure.why ?? null,
  };
}

/** `Beira · as of 20 March 2019 · according to the ministry`. */
function facts(view: DossierView, path: string, figure: Figure): Line {
  const parts: Line[] = [];
  if (figure.place !== null) parts.push([view.entity(figure.place)?.name ?? figure.place]);
  if (figure.asOf !== null) parts.push([`as of ${formatDate(figure.asOf)}`]);
  const who = attributionOf(figure);
  if (who === null || figure.attribution === null) parts.push([emphasis('nobody is named who says so')]);
  else parts.push([emphasis('according to '), placeLink(who, { path, ...figure.attribution })]);
  return joined(parts, ' · ');
}

function table(view: DossierView, path: string, figure: Figure, series: FigureSeries): readonly Block[] {
  const values = seriesValues(view, series);
  const own = values.findIndex((v) => v.place.path === path && v.place.start === figure.start);
  const from = Math.max(0, Math.min(own - MOST_ROWS / 2, values.length - MOST_ROWS));
  const rows = values.slice(from, from + MOST_ROWS).map((value): readonly Line[] => {
    const previous = values[values.indexOf(value) - 1];
    const here = values[own] === value;
    const words = boundedValue(value.figure);
    return [
      [value.asOf === null ? 'undated' : formatDate(value.asOf, 'short')],
      here ? [strong(words)] : [placeLink(words, value.place, `${value.figure.text} (${value.place.path})`)],
      [attributionOf(value.figure) ?? fileName(value.place.path)],
      [previous === undefined ? '' : differenceWords(compare(previous, value, series.cumulative))],
    ];
  });
  const blocks: Block[] = [{ type: 'table', head: ['Date', 'Value', 'Who says so', 'Difference'], rows }];
  const shown = values[own];
  if (shown !== undefined && values.filter((v) => v.asOf !== null).length > 1)
    blocks.push({
      type: 'picture',
      words: `${count(values.length, 'value')} by day, this one marked`,
      values,
      own: shown,
    });
  if (rows.length < values.length) blocks.push(line(emphasis(`${count(values.length, 'value')} in all.`)));
  return blocks;
}
