/** The values of a series, in order of their days. */
import type { Figure, FigureSeries, SourceSpan } from '../model';
import { placeSubject } from './tree';
import type { DossierView } from './view';

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

/** Who says so: the attribution of the text, else null. */
export function attributionOf(figure: Figure): string | null {
  return figure.attribution === null ? null : figure.attribution.text.replace(/\s+/gu, ' ');
}

/** The subjects (`figure:START:PATH`) of all figures that cannot hold together with another one. */
export function conflicts(view: DossierView): ReadonlySet<string> {
  const subjects = new Set<string>();
  for (const { code, path, start } of view.extraction.problems) {
    if (code === 'figure-conflict' && path !== null && start !== null)
      subjects.add(placeSubject('figure', { path, start }));
  }
  return subjects;
}
