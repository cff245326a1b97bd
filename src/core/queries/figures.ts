/** The values of a series, in order of their days. */
import * as l10n from '../l10n';
import type { Figure, FigureSeries, SourceSpan } from '../model';
import { groupBy } from './group';
import { placeSubject } from './tree';
import type { DossierView } from './view';
import { capitalized, fileName, formatDate, seriesLabel } from './wording';

export interface SeriesValue {
  readonly place: SourceSpan;
  readonly figure: Figure;
  /** The day for which it holds, ISO, or null. */
  readonly asOf: string | null;
}

/** The values of a series, oldest first, undated ones last; of one day in order of value. */
export function seriesValues(view: DossierView, series: FigureSeries): readonly SeriesValue[] {
  const values = series.values.flatMap((v): SeriesValue[] => {
    const figure = view.figureAt(v.path, v.start);
    return figure === undefined ? [] : [{ place: { path: v.path, start: v.start, end: v.end }, figure, asOf: v.asOf }];
  });
  return values.sort((a, b) => (a.asOf ?? '9').localeCompare(b.asOf ?? '9') || a.figure.value - b.figure.value);
}

/** What to call each series, by its id: its label, with what tells it from others of that label. */
export function seriesNames(view: DossierView): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const alike of groupBy(view.extraction.series, (s) => s.label).values()) {
    const telling = DISTINCTIONS.map((of) => alike.map((s) => of(view, s))).find(
      (words) => new Set(words).size === words.length,
    );
    for (const [i, series] of alike.entries()) {
      const more = alike.length === 1 ? '' : ` (${telling?.[i] ?? i + 1})`;
      names.set(series.id, capitalized(seriesLabel(series)) + more);
    }
  }
  return names;
}

/** In words, the best first. */
const DISTINCTIONS: readonly ((view: DossierView, series: FigureSeries) => string)[] = [
  (_, series) => l10n.term(series.unit),
  (view, series) => {
    const days = seriesValues(view, series).flatMap((v) => v.asOf ?? []);
    const [first = '', last = ''] = [days[0], days.at(-1)].map((d) => formatDate(d ?? '', 'short'));
    return first === last ? first || l10n.t('undated') : `${first} – ${last}`;
  },
  (_, series) => [...new Set(series.values.map((v) => fileName(v.path)))].join(', '),
];

/** Who says so, in the words of the text as they read within a sentence; else null. */
export function attributionOf(figure: Figure): string | null {
  if (figure.attribution === null) return null;
  return figure.attribution.text.replace(/\s+/gu, ' ').replace(/^The /u, 'the ');
}

/**
 * Who says so, the same for all spellings: the name of the one that the attribution names, else its words without their article;
 * empty where nobody is named.
 */
export function originOf(view: DossierView, { figure, place }: Pick<SeriesValue, 'figure' | 'place'>): string {
  const { attribution } = figure;
  if (attribution === null) return '';
  const { start, end, text } = attribution;
  const article = /^the\s+/iu.exec(text)?.[0].length ?? 0;
  const least = (end - start - article) * NAMED_PART;
  const names = view.document(place.path)?.mentions.filter((m) => m.start >= start && m.end <= end) ?? [];
  const named =
    names.find((m) => m.end - m.start >= least) ??
    // `ministry spokesman Juan Pardo`
    names.find((m) => m.kind === 'person' && m.form === 'name' && m.end === end);
  const entity = named === undefined ? undefined : view.entity(named.entity);
  return entity?.name ?? capitalized(text.slice(article).replace(/\s+/gu, ' '));
}

/** A mention of at least this part of an attribution's letters is what the attribution names. */
const NAMED_PART = 0.6;

/** The subjects (`figure:START:PATH`) of all figures that cannot hold together with another one. */
export function conflicts(view: DossierView): ReadonlySet<string> {
  const subjects = new Set<string>();
  for (const { code, path, start } of view.extraction.problems) {
    if (code === 'figure-conflict' && path !== null && start !== null)
      subjects.add(placeSubject('figure', { path, start }));
  }
  return subjects;
}
