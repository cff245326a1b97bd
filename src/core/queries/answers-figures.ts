import type { Figure } from '../model';
import { type AnswerFilter, holds, inSource, within } from './answers-filter';
import { type AskedFolder, cite, type Citation, sentenceAround } from './answers-place';
import type { Found } from './answers';
import { attributionOf, conflicts, seriesValues } from './figures';
import { standingOf, standingWords } from './standing';
import { placeSubject } from './tree';
import type { DossierView, Located } from './view';
import { boundedValue, seriesLabel } from './wording';

export interface FigureAnswer {
  /** With its bound: `at least 850`. */
  readonly words: string;
  readonly value: number;
  readonly bound: Figure['bound'];
  /** What is counted, of which group, and what happened to it. */
  readonly unit: string;
  readonly of: string | null;
  readonly measure: string | null;
  readonly place: string | null;
  /** The day for which it holds, ISO, or null. */
  readonly asOf: string | null;
  /** Who says so, or null where nobody is named. */
  readonly attribution: string | null;
  /** The same thing counted at other times or by other sources, or null where there is nothing to compare. */
  readonly series: string | null;
  /** How it stands to the figures of other sources, in words. */
  readonly comparedWithOtherSources: string | null;
  /** True where it cannot hold together with another figure of its series. */
  readonly inConflict: boolean;
  readonly citation: Citation;
}

/** Figures by the day for which they hold, undated ones last. `text` looks in the figure, its sentence and its attribution. */
export function figures(folder: AskedFolder, filter: AnswerFilter): readonly Found<FigureAnswer>[] {
  const { view } = folder;
  const found = view.extraction.documents
    .filter((d) => inSource(filter, folder.prefix + d.path))
    .flatMap((d) => d.figures.map((item): Located<Figure> => ({ path: d.path, item })))
    .filter(({ item }) => within(filter, item.asOf))
    .filter((figure) => matches(view, figure, filter));
  const day = ({ item }: Located<Figure>): string => item.asOf ?? '9';
  const inConflict = conflicts(view);
  return found
    .sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0))
    .map((figure) => ({ make: () => figureAnswer(folder, figure, inConflict) }));
}

function matches(view: DossierView, { path, item }: Located<Figure>, filter: AnswerFilter): boolean {
  const place = item.place === null ? undefined : view.entity(item.place);
  if (filter.country !== null && place?.country !== filter.country) return false;
  const names = [item.of ?? '', place?.name ?? '', ...(place?.variants ?? []), item.attribution?.text ?? ''];
  if (!holds(filter.name, ...names)) return false;
  if (filter.text === null) return true;
  const words = [item.text, item.measure ?? '', item.unit, item.attribution?.text ?? ''];
  return holds(filter.text, ...words, sentenceAround(view, { path, ...item }) ?? '');
}

function figureAnswer(
  folder: AskedFolder,
  { path, item }: Located<Figure>,
  inConflict: ReadonlySet<string>,
): FigureAnswer {
  const { view } = folder;
  const series = item.series === null ? undefined : view.series(item.series);
  const values = series === undefined ? [] : seriesValues(view, series);
  const own = values.find((v) => v.place.path === path && v.place.start === item.start);
  return {
    words: boundedValue(item),
    value: item.value,
    bound: item.bound,
    unit: item.unit,
    of: item.of,
    measure: item.measure,
    place: item.place === null ? null : (view.entity(item.place)?.name ?? item.place),
    asOf: item.asOf,
    attribution: attributionOf(item),
    series: series === undefined ? null : seriesLabel(series),
    comparedWithOtherSources:
      series === undefined || own === undefined ? null : standingWords(standingOf(series, values, own)),
    inConflict: inConflict.has(placeSubject('figure', { path, start: item.start })),
    citation: cite(folder, { path, start: item.start, end: item.end }),
  };
}
