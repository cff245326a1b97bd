/** Groups entries that count the same thing. A wrong group is worse than a missed one. */
import { daysFrom } from '../compare';
import { measureTable } from '../../lexicon/measures';
import { inSteps, sortInSteps, type Steps } from '../../steps';
import type { Containment } from './containment';
import type { Entry } from './entries';
import { joinLevels } from './levels';

export interface Cluster {
  readonly entries: Entry[];
}

/** Counted once for each incident: two releases are two, not a growing count. */
const INCIDENTS = new Set(['released', 'rescued', 'detained', 'abducted']);

/** How long after one another counts of a brief affair may come, in days. */
const BRIEF_DAYS = 12;
const LONG_DAYS = 400;
/** How far apart two numbers may be, as the logarithm of their ratio, to be taken for one count of two groups. */
const SAME = 0.03;
const NEAR = 0.2;
/** The longest list of a cluster's latest entries that a new one is held against; keeps clustering near-linear. */
const RECENT = 8;

/** So many entries are clustered in a step. */
const STEP = 16;

/** Clusters of two entries and more, each in order of its days. Deterministic: entries come in order of day, path and place. */
export function* clusterEntries(entries: readonly Entry[], outer: Containment): Steps<Cluster[]> {
  const buckets = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = `${entry.measure}|${entry.unit}|${entry.group}|${entry.country ?? entry.place ?? ''}`;
    const bucket = buckets.get(key);
    if (bucket === undefined) buckets.set(key, [entry]);
    else bucket.push(entry);
  }
  const clusters: Cluster[] = [];
  for (const bucket of buckets.values()) clusters.push(...(yield* clusterBucket(yield* sortInSteps(bucket, byDay))));
  return (yield* joinLevels(clusters, outer)).filter((c) => c.entries.length > 1);
}

function byDay(a: Entry, b: Entry): number {
  return compareText(a.asOf ?? '9', b.asOf ?? '9') || compareText(a.path, b.path) || a.figure.start - b.figure.start;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function* clusterBucket(bucket: readonly Entry[]): Steps<Cluster[]> {
  const clusters: Cluster[] = [];
  yield* inSteps(bucket, STEP, (entry) => {
    let best: Cluster | null = null;
    let bestFit = 0;
    for (let i = clusters.length - 1; i >= Math.max(0, clusters.length - RECENT * 4); i--) {
      const cluster = clusters[i];
      if (cluster === undefined) continue;
      const fit = fitOf(cluster, entry);
      if (fit > bestFit) {
        best = cluster;
        bestFit = fit;
      }
    }
    if (best === null) clusters.push({ entries: [entry] });
    else best.entries.push(entry);
  });
  return clusters;
}

/** How well an entry continues a cluster: 0 not at all, else the nearer its value, the higher. */
function fitOf(cluster: Cluster, entry: Entry): number {
  let best = 0;
  for (const other of cluster.entries.slice(-RECENT)) {
    const fit = pairFit(other, entry);
    if (fit < 0) return 0;
    best = Math.max(best, fit);
  }
  return best;
}

/** Both tell of an affair, and of one kind. */
export function affairsFit(a: Entry, b: Entry): boolean {
  return a.affair !== null && b.affair !== null && a.affair.name === b.affair.name;
}

/**
 * How well one entry continues another; negative where the two exclude each other.
 * @param levels their places are known to fit though they differ
 */
export function pairFit(a: Entry, b: Entry, levels = false): number {
  if (a.affair !== null && b.affair !== null && a.affair.name !== b.affair.name) return -1;
  const affair = a.affair ?? b.affair;
  if (a.nation !== null && b.nation !== null && a.nation !== b.nation) return -1;
  const samePlace = a.place === b.place;
  const nowhere = !samePlace && ((a.place === null && a.nation !== null) || (b.place === null && b.nation !== null));
  if (!samePlace && !nowhere && !levels) return -1;
  if (a.place === null && (a.affair === null || b.affair === null)) return -1;
  const days = daysFrom(a.asOf, b.asOf);
  if (days !== null && Math.abs(days) > (affair?.brief === false ? LONG_DAYS : BRIEF_DAYS)) return -1;
  if (INCIDENTS.has(a.measure) && (a.source === b.source || Math.abs(days ?? 0) > 5)) return -1;
  if (isOtherIncident(a, b, days) || isOtherSide(a, b)) return -1;
  const ratio = b.figure.value === 0 || a.figure.value === 0 ? 1 : b.figure.value / a.figure.value;
  // A nationality and people in general, or one with no place told, may be one count where they are nearly one number.
  if ((nowhere || a.nation !== b.nation) && Math.abs(Math.log(ratio)) > (nowhere ? NEAR : SAME)) return 0;
  if (
    !isPlausible(
      ratio,
      days === null ? null : Math.abs(days),
      measureTable().byName.get(a.measure)?.cumulative === true,
    )
  )
    return 0;
  return (
    1 / (1 + Math.abs(Math.log(ratio))) + (samePlace ? 0.2 : 0) + (a.affair !== null && a.affair === b.affair ? 0.2 : 0)
  );
}

/** Attacks come in numbers: two that are dated to other days in their own words are two. */
function isOtherIncident(a: Entry, b: Entry, days: number | null): boolean {
  const own = a.figure.date !== null && b.figure.date !== null;
  return own && days !== null && days !== 0 && a.source === b.source && a.affair?.brief === true;
}

/** `Honduras admits to 10 dead and Guatemala to 11`, and each army its own fallen. */
function isOtherSide(a: Entry, b: Entry): boolean {
  if (a.source === b.source && a.sentence === b.sentence) return true;
  return a.group === 'forces' && a.side !== null && b.side !== null && a.side !== b.side;
}

/** Counts of one thing grow by factors within days only at first, and are corrected downwards a little. */
function isPlausible(ratio: number, days: number | null, cumulative: boolean): boolean {
  if (!cumulative || days === null) return ratio > 0.1 && ratio < 10;
  if (ratio < 0.5) return false;
  return ratio <= (days === 0 ? 2.5 : 4 + days);
}
