import type { Figure, FigureSeries } from '../model';
import { type Block, type Card, emphasis, type Line, line, placeLink, strong } from './card';
import { attributionOf, seriesValues } from './figures';
import { compare, differenceWords } from './standing';
import type { DossierView } from './view';
import { boundedValue, capitalized, count, fileName, formatDate } from './wording';

/** A table of more rows than this is cut to those around the figure. */
const MOST_ROWS = 12;

/** The card of a figure: what it counts, who says so, and its series across sources. */
export function figureCard(view: DossierView, path: string, figure: Figure): Card {
  const series = figure.series === null ? undefined : view.series(figure.series);
  const who = attributionOf(figure);
  const known = facts(view, figure);
  const blocks: Block[] = known === '' ? [] : [line(known)];
  if (who !== null && figure.attribution !== null) {
    blocks.push(line('According to ', placeLink(who, { path, ...figure.attribution })));
  } else blocks.push(line(emphasis('No one is named who says so.')));
  blocks.push(
    ...(series === undefined ? [line('No other source counts the same.')] : table(view, path, figure, series)),
  );
  return {
    span: figure,
    country: null,
    title: `${boundedValue(figure)} ${figure.unit}`,
    subtitle: figure.measure === null ? [] : [strong(figure.measure)],
    blocks,
    why: figure.why ?? null,
  };
}

function facts(view: DossierView, figure: Figure): string {
  const place = figure.place === null ? null : (view.entity(figure.place)?.name ?? figure.place);
  const parts = [figure.of, place, figure.asOf === null ? null : `as of ${formatDate(figure.asOf)}`];
  return capitalized(parts.filter((p) => p !== null && p !== '').join(' · '));
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
      [value.asOf === null ? '?' : formatDate(value.asOf)],
      here ? [strong(words)] : [placeLink(words, value.place, value.figure.text)],
      [attributionOf(value.figure) ?? '–', ` (${here ? 'here' : fileName(value.place.path)})`],
      [previous === undefined ? '' : differenceWords(compare(previous, value, series.cumulative))],
    ];
  });
  const blocks: Block[] = [{ type: 'table', head: ['Date', 'Value', 'Who says so', 'Difference'], rows }];
  if (rows.length < values.length) blocks.push(line(emphasis(`${count(values.length, 'value')} in all.`)));
  return blocks;
}
