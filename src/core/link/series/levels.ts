/**
 * Joins counts of one event that sources give for places of different extent: the town, its province, its country.
 *
 * Two clusters are joined only where nothing speaks for two events: one measure and group, one kind of affair, days close, values
 * that may follow one another, one place within the other, no source that gives values for both, and no third cluster that either
 * could as well be joined with.
 */
import type { Steps } from '../../steps';
import { canBothHold } from '../compare';
import { type Cluster, affairsFit, pairFit } from './cluster';
import { type Containment, isNested, liesIn } from './containment';
import type { Entry } from './entries';

/** The most clusters of one measure that are held against each other; of longer lists only the last. */
const MOST = 60;
/** Entries of a cluster that are held against another's. */
const HELD = 6;

/** Kinds of affairs of which a region seldom sees two within days. */
const SINGULAR = new Set(['quake', 'flood', 'storm', 'crash', 'collapse', 'fire', 'epidemic']);

/** The clusters with those joined that count one event; entries of joined ones in order of their days. */
export function* joinLevels(clusters: readonly Cluster[], outer: Containment): Steps<Cluster[]> {
  const kinds = new Map<string, Cluster[]>();
  for (const cluster of clusters) {
    const first = cluster.entries[0];
    if (first === undefined) continue;
    const key = `${first.measure}|${first.unit}|${first.group}`;
    const list = kinds.get(key);
    if (list === undefined) kinds.set(key, [cluster]);
    else list.push(cluster);
  }
  const result: Cluster[] = [];
  for (const list of kinds.values()) result.push(...(yield* joinOfKind(list, outer)));
  return result;
}

function* joinOfKind(clusters: readonly Cluster[], outer: Containment): Steps<Cluster[]> {
  const pairs = new KnownPairs();
  const rest = clusters.slice(0, Math.max(0, clusters.length - MOST));
  let open = clusters.slice(rest.length);
  for (const related of [isSingular, isWithin, isNowhere])
    for (let joined = true; joined;) {
      joined = false;
      const candidates = related === isNowhere ? outermost(open, outer) : open;
      yield;
      const pair = yield* uniquePair(candidates, (a, b) => related(a, b, outer) && pairs.mayBeOne(a, b));
      if (pair === null) continue;
      const [a, b] = pair;
      open = [...open.filter((c) => c !== a && c !== b), { entries: merged(a, b) }];
      joined = true;
    }
  return [...rest, ...open];
}

/** The first two that fit each other and nobody else. */
function* uniquePair(
  clusters: readonly Cluster[],
  fits: (a: Cluster, b: Cluster) => boolean,
): Steps<readonly [Cluster, Cluster] | null> {
  const partners = new Map<Cluster, Cluster[]>();
  for (let i = 0; i < clusters.length; i++) {
    for (let j = i + 1; j < clusters.length; j++) {
      const [a, b] = [clusters[i], clusters[j]];
      if (a === undefined || b === undefined || !fits(a, b)) continue;
      partners.set(a, [...(partners.get(a) ?? []), b]);
      partners.set(b, [...(partners.get(b) ?? []), a]);
    }
    yield;
  }
  for (const [a, [b, another]] of partners)
    if (b !== undefined && another === undefined && partners.get(b)?.length === 1) return [a, b];
  return null;
}

/** Which pairs may count one event: each is looked at once, however many others are joined. Pairs are asked for in one order only. */
class KnownPairs {
  readonly #known = new Map<Cluster, Map<Cluster, boolean>>();

  mayBeOne(a: Cluster, b: Cluster): boolean {
    let known = this.#known.get(a);
    if (known === undefined) this.#known.set(a, (known = new Map<Cluster, boolean>()));
    let answer = known.get(b);
    if (answer === undefined) known.set(b, (answer = mayBeOne(a, b)));
    return answer;
  }
}

function merged(a: Cluster, b: Cluster): Entry[] {
  return [...a.entries, ...b.entries].sort(
    (one, two) =>
      compareText(one.asOf ?? '9', two.asOf ?? '9') ||
      compareText(one.path, two.path) ||
      one.figure.start - two.figure.start,
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Two places of one disaster, or the two ends of a flight, both named by each source. */
function isSingular(a: Cluster, b: Cluster): boolean {
  return everyPair(a, b, (x, y) => {
    const affair = x.affair ?? y.affair;
    if (!(affair !== null && SINGULAR.has(affair.name)) && x.measure !== 'displaced') return false;
    if (x.place === null || y.place === null || x.national || y.national) return false;
    return x.named.has(y.place) && y.named.has(x.place);
  });
}

/** A place and one that it lies in, by the gazetteer or by what the sources say. */
function isWithin(a: Cluster, b: Cluster, outer: Containment): boolean {
  const apart = everyPair(a, b, (x, y) => {
    if (x.place === null || y.place === null || x.place === y.place) return true;
    const national = x.national !== y.national && x.country !== null && x.country === y.country;
    return !national && !isNested(outer, x.place, y.place);
  });
  return !apart;
}

/** What is counted without a place is counted as a whole: not in the capital where there is a count of the country too. */
function outermost(clusters: readonly Cluster[], outer: Containment): Cluster[] {
  return clusters.filter((c) => !clusters.some((o) => o !== c && liesWithin(c.entries[0], o.entries[0], outer)));
}

function liesWithin(inner: Entry | undefined, around: Entry | undefined, outer: Containment): boolean {
  if (inner === undefined || around === undefined || inner.place === null || around.place === null) return false;
  if (inner.national) return false;
  return (around.national && inner.country === around.country) || liesIn(outer, inner.place, around.place);
}

/** One of the two names no place. */
function isNowhere(a: Cluster, b: Cluster): boolean {
  return a.entries.every((e) => e.place === null) !== b.entries.every((e) => e.place === null);
}

function mayBeOne(a: Cluster, b: Cluster): boolean {
  const fit = everyPair(a, b, (x, y) => {
    if (!affairsFit(x, y)) return false;
    return ((x.asOf ?? '9') <= (y.asOf ?? '9') ? pairFit(x, y, true) : pairFit(y, x, true)) > 0;
  });
  if (!fit) return false;
  const counted = new Map(a.entries.map((e) => [e.source, e]));
  return b.entries.every((entry) => {
    const own = counted.get(entry.source);
    return own === undefined || canBothHold({ ...own.figure, asOf: null }, { ...entry.figure, asOf: null });
  });
}

/** Whether every pair of the latest entries of two clusters passes. */
function everyPair(a: Cluster, b: Cluster, passes: (x: Entry, y: Entry) => boolean): boolean {
  const held = b.entries.slice(-HELD);
  return a.entries.slice(-HELD).every((x) => held.every((y) => passes(x, y)));
}
