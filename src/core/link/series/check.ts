/** Finds values of one series that do not fit together. */
import * as l10n from '../../l10n';
import { formatDate } from '../../day-words';
import type { Problem } from '../../model';
import { problemAt, type ProblemCode, type ProblemPlace } from '../../problems';
import { fold } from '../../text';
import { canBothHold, daysFrom, intervalOf } from '../compare';
import type { Accepted } from '../problems/accepted';
import type { LinkSource } from '../source';
import type { Cluster } from './cluster';
import type { Entry } from './entries';

/**
 * `figure-conflict`: two sources, one day, values that cannot both hold. A warning where one voice or no named one gives both, an
 * information where two named voices disagree. `figure-decrease` (warning): a later value that lies below an earlier one of the
 * same voice, or of none, although the measure can only grow. Each figure is told of once.
 */
export function checkSeries(
  cluster: Cluster,
  cumulative: boolean,
  sources: readonly LinkSource[],
  accepted: Accepted,
): Problem[] {
  const problems: Problem[] = [];
  const days = new Map<string, Entry[]>();
  for (const entry of cluster.entries) {
    if (entry.asOf === null || entry.figure.relation === 'part') continue;
    const list = days.get(entry.asOf);
    if (list === undefined) days.set(entry.asOf, [entry]);
    else list.push(entry);
  }
  for (const list of days.values()) problems.push(...conflictsOf(list, sources, accepted));
  if (cumulative) problems.push(...decreasesOf(cluster.entries, sources, accepted));
  return problems;
}

/** Of the values of one day only the highest least and the lowest most can exclude another. */
function conflictsOf(entries: readonly Entry[], sources: readonly LinkSource[], accepted: Accepted): Problem[] {
  const problems: Problem[] = [];
  const byLow = extremes(entries, (e) => intervalOf({ ...e.figure, asOf: null }).low);
  const byHigh = extremes(entries, (e) => -intervalOf({ ...e.figure, asOf: null }).high);
  for (const entry of entries) {
    const rival = [...byLow, ...byHigh].find(
      (e) =>
        e.path !== entry.path &&
        !canBothHold({ ...e.figure, asOf: null }, { ...entry.figure, asOf: null }) &&
        !accepted.covers(pairOf('figure-conflict', entry, e, sources)),
    );
    if (rival === undefined) continue;
    const named = haveTwoVoices(entry, rival, sources);
    const message = l10n.t(
      '{0} cannot hold together with {1} on the same day, {2}.',
      told(entry, sources),
      told(rival, sources),
      formatDate(entry.asOf ?? ''),
    );
    problems.push(pairOf('figure-conflict', entry, rival, sources, message, named));
  }
  return problems;
}

/** The entry with the greatest key, and the greatest of another source. */
function extremes(entries: readonly Entry[], key: (entry: Entry) => number): Entry[] {
  let first: Entry | undefined;
  let second: Entry | undefined;
  for (const entry of entries) {
    if (first === undefined || key(entry) > key(first)) {
      if (first !== undefined && first.path !== entry.path) second = first;
      first = entry;
    } else if (entry.path !== first.path && (second === undefined || key(entry) > key(second))) second = entry;
  }
  return [first, second].filter((e) => e !== undefined);
}

function decreasesOf(entries: readonly Entry[], sources: readonly LinkSource[], accepted: Accepted): Problem[] {
  const problems: Problem[] = [];
  const highest = new Map<string | null, Entry>();
  for (const entry of entries) {
    if (entry.asOf === null || entry.figure.relation === 'part') continue;
    const before = [highest.get(entry.voice), highest.get(null)].find(
      (e) =>
        e !== undefined &&
        (daysFrom(e.asOf, entry.asOf) ?? 0) > 0 &&
        intervalOf({ ...entry.figure, asOf: null }).high < intervalOf({ ...e.figure, asOf: null }).low &&
        !accepted.covers(pairOf('figure-decrease', entry, e, sources)),
    );
    if (before !== undefined) {
      const days = daysFrom(before.asOf, entry.asOf) ?? 0;
      const message =
        days === 1
          ? l10n.t(
              '{0} is below {1}, 1 day earlier, although this count can only grow.',
              told(entry, sources),
              told(before, sources),
            )
          : l10n.t(
              '{0} is below {1}, {2} days earlier, although this count can only grow.',
              told(entry, sources),
              told(before, sources),
              days,
            );
      problems.push(pairOf('figure-decrease', entry, before, sources, message));
    }
    const low = intervalOf({ ...entry.figure, asOf: null }).low;
    const top = highest.get(entry.voice);
    if (top === undefined || low > intervalOf({ ...top.figure, asOf: null }).low) highest.set(entry.voice, entry);
  }
  return problems;
}

/** Two who are named; the same words may stand for two bodies as far as linking knows, but not for readers. */
function haveTwoVoices(a: Entry, b: Entry, sources: readonly LinkSource[]): boolean {
  return (
    a.voice !== null && b.voice !== null && a.voice !== b.voice && voiceWords(a, sources) !== voiceWords(b, sources)
  );
}

function voiceWords({ source, figure }: Entry, sources: readonly LinkSource[]): string {
  const { attribution } = figure;
  const text = sources[source]?.annotations.text ?? '';
  return attribution === null ? '' : fold(text.slice(attribution.start, attribution.end)).replace(/^the /u, '');
}

/** The problem that an entry has with another one. */
function pairOf(
  code: ProblemCode,
  entry: Entry,
  other: Entry,
  sources: readonly LinkSource[],
  message = '',
  lighter = false,
): Problem {
  const related = [
    {
      ...at(other),
      message:
        other.asOf === null ? told(other, sources) : l10n.t('{0} on {1}', told(other, sources), formatDate(other.asOf)),
    },
  ];
  return problemAt(code, at(entry), message, { related, lighter });
}

function at(entry: Entry): ProblemPlace {
  return { path: entry.path, start: entry.figure.start, end: entry.figure.end };
}

/** `“at least 450 people” (the FCAR, b.txt)`. */
function told(entry: Entry, sources: readonly LinkSource[]): string {
  const text = sources[entry.source]?.annotations.text ?? '';
  const slice = (start: number, end: number): string => text.slice(start, end).replace(/\s+/gu, ' ');
  const { attribution, start, end } = entry.figure;
  const file = entry.path.slice(entry.path.lastIndexOf('/') + 1);
  const who = attribution === null ? '' : `${slice(attribution.start, attribution.end)}, `;
  return `“${slice(start, end)}” (${who}${file})`;
}
