import { measureTable } from '../lexicon/measures';
import type { Entity, FigureSeries, Problem } from '../model';
import { slug } from '../text';
import type { LinkedEntities } from './entities';
import type { ResolvedDate } from './resolve-dates';
import type { Accepted } from './problems/accepted';
import { checkSeries } from './series/check';
import { type Cluster, clusterEntries } from './series/cluster';
import { readContainment } from './series/containment';
import { asOfDay, entriesOf } from './series/entries';
import { inSteps, mapInSteps, type Steps } from '../steps';
import type { LinkSource } from './source';

export interface LinkedSeries {
  readonly series: readonly FigureSeries[];
  /** For each source, for each of its figures: its series' id or null, and the day it holds for. */
  readonly figures: readonly (readonly { readonly series: string | null; readonly asOf: string | null }[])[];
  /** `figure-conflict`, `figure-decrease`. */
  readonly problems: readonly Problem[];
}

/** So many sources are looked at in a step. */
const STEP = 16;

/**
 * Groups figures that count the same thing in the same place, of the same group and in the same affair; like with like only.
 *
 * A series has two values or more, oldest first. Increments (`another 20`) and former values (`from 412`) join none. Ids are slugs
 * of the labels, numbered where labels are alike; the same sources give the same ids.
 */
export function* linkSeriesInSteps(
  sources: readonly LinkSource[],
  entities: LinkedEntities,
  published: readonly (string | null)[],
  dates: readonly (readonly ResolvedDate[])[],
  accepted: Accepted,
): Steps<LinkedSeries> {
  const asOf = yield* mapInSteps(sources, STEP, (s, i) =>
    s.annotations.figures.map((f) => asOfDay(f, dates[i] ?? [], published[i] ?? null)),
  );
  const entries = yield* entriesOf(sources, entities, asOf);
  const outer = yield* readContainment(sources, entities);
  const clusters = yield* clusterEntries(entries, outer);
  const ids = asOf.map((days) => days.map((): string | null => null));
  const places = new Map(entities.entities.map((e) => [e.id, e]));
  const taken = new Map<string, number>();
  const series: FigureSeries[] = [];
  const problems: Problem[] = [];
  yield* inSteps(clusters, 1, (cluster) => {
    const one = toSeries(cluster, places, taken);
    if (one === null) return;
    series.push(one);
    for (const entry of cluster.entries) {
      const row = ids[entry.source];
      if (row !== undefined) row[entry.index] = one.id;
    }
    problems.push(...checkSeries(cluster, one.cumulative, sources, accepted));
  });
  const figures = asOf.map((days, s) => days.map((day, k) => ({ series: ids[s]?.[k] ?? null, asOf: day })));
  return { series, figures, problems };
}

function toSeries(
  { entries }: Cluster,
  places: ReadonlyMap<string, Entity>,
  taken: Map<string, number>,
): FigureSeries | null {
  const first = entries[0];
  if (first === undefined) return null;
  const measure = measureTable().byName.get(first.measure);
  const of = commonest(entries.map((e) => e.figure.of));
  const place = commonest(entries.map((e) => e.place));
  const unit = first.unit === 'percent' ? 'percent' : (commonest(entries.map((e) => e.figure.unit)) ?? 'people');
  const where = place === null ? null : (places.get(place)?.name ?? place);
  const label = [first.measure, of ?? unit, where].filter((part) => part !== null).join(' · ');
  const base = slug(label);
  const number = (taken.get(base) ?? 0) + 1;
  taken.set(base, number);
  return {
    id: number === 1 ? base : `${base}-${number}`,
    label,
    unit,
    measure: first.measure,
    of,
    place,
    cumulative: measure?.cumulative === true,
    values: entries.map((e) => ({ path: e.path, start: e.figure.start, end: e.figure.end, asOf: e.asOf })),
  };
}

/** The most frequent value that is not null; of equals the first. */
function commonest(values: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  let best: string | null = null;
  for (const value of values) {
    if (value === null) continue;
    const count = (counts.get(value) ?? 0) + 1;
    counts.set(value, count);
    if (best === null || count > (counts.get(best) ?? 0)) best = value;
  }
  return best;
}
