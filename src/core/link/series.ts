import type { FigureSeries, Problem } from '../model';
import type { LinkedEntities } from './entities';
import type { ResolvedDate } from './resolve-dates';
import type { LinkSource } from './source';

export interface LinkedSeries {
  readonly series: readonly FigureSeries[];
  /** For each source, for each of its figures: its series' id or null, and the day it holds for. */
  readonly figures: readonly (readonly { readonly series: string | null; readonly asOf: string | null }[])[];
  /** `figure-conflict`, `figure-decrease`. */
  readonly problems: readonly Problem[];
}

/** Groups figures that count the same thing. */
export function linkSeries(
  sources: readonly LinkSource[],
  _entities: LinkedEntities,
  _published: readonly (string | null)[],
  _dates: readonly (readonly ResolvedDate[])[],
): LinkedSeries {
  return {
    series: [],
    figures: sources.map((s) => s.annotations.figures.map(() => ({ series: null, asOf: null }))),
    problems: [],
  };
}
