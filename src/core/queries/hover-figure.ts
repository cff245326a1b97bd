import * as l10n from '../l10n';
import type { Figure, FigureSeries } from '../model';
import { type Block, type Card, emphasis, joined, type Line, line, phrase, placeLink, strong } from './card';
import { valueCount } from './counts';
import { attributionOf, originOf, seriesValues } from './figures';
import { compare, differenceWords } from './standing';
import type { DossierView } from './view';
import { boundedValue, figureName, fileName, formatDate } from './wording';

/** A table of more rows than this is cut to those around the figure. */
const MOST_ROWS = 12;

/** The card of a figure: what it counts, who says so, and its series across sources. */
export function figureCard(view: DossierView, path: string, figure: Figure): Card {
  const series = figure.series === null ? undefined : view.series(figure.series);
  return {
    span: figure,
    country: null,
    title: figureName(figure),
    subtitle: facts(view, path, figure),
    blocks:
      series === undefined ? [line(l10n.t('No other source counts the same.'))] : table(view, path, figure, series),
    why: figure.why ?? null,
  };
}

/** `Beira · as of 20 March 2019 · according to the ministry`. */
function facts(view: DossierView, path: string, figure: Figure): Line {
  const parts: Line[] = [];
  if (figure.place !== null) parts.push([view.entity(figure.place)?.name ?? figure.place]);
  if (figure.asOf !== null) parts.push([l10n.t('as of {0}', formatDate(figure.asOf))]);
  const who = attributionOf(figure);
  if (who === null || figure.attribution === null) parts.push([emphasis(l10n.t('nobody is named who says so'))]);
  else parts.push(phrase(l10n.t('according to {0}'), [[placeLink(who, { path, ...figure.attribution })]], emphasis));
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
      [value.asOf === null ? l10n.t('undated') : formatDate(value.asOf, 'short')],
      here ? [strong(words)] : [placeLink(words, value.place, `${value.figure.text} (${value.place.path})`)],
      [originOf(view, value) || fileName(value.place.path)],
      [previous === undefined ? '' : differenceWords(compare(previous, value, series.cumulative))],
    ];
  });
  const blocks: Block[] = [
    { type: 'table', head: [l10n.t('Date'), l10n.t('Value'), l10n.t('Who says so'), l10n.t('Difference')], rows },
  ];
  const shown = values[own];
  if (shown !== undefined && new Set(values.flatMap((v) => v.asOf ?? [])).size > 1)
    blocks.push({
      type: 'picture',
      words: l10n.t('{0} by day, this one marked', valueCount(values.length)),
      values,
      own: shown,
    });
  if (rows.length < values.length) blocks.push(line(emphasis(l10n.t('{0} in all.', valueCount(values.length)))));
  return blocks;
}
