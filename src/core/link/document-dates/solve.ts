import type { DayRange } from '../../calendar';
import type { Clue } from './clue';

/** A day of publication with the days between which it lies. */
export interface Solution {
  readonly day: number;
  readonly range: DayRange;
  /** How much of the probability lies within a week of it. */
  readonly share: number;
  /** The clues that speak for it, the most telling first. */
  readonly clues: readonly Clue[];
}

/** How much of the probability must lie within a week of the best day, or the evidence does not decide: about where a guess costs as often as it helps. */
const DECIDED = 0.45;
/** How much lies between earliest and latest. */
const COVERED = 0.9;
/** The longest stretch of days that is searched, ten years. */
const LONGEST = 3660;
/** Where nothing says how long ago the latest known thing was, six years. */
const OPEN_END = 2200;

/**
 * Weighs all clues against each other: each day in reach gets the sum of the clues' logarithms as its (unnormalized) posterior;
 * the best day counts if enough of the probability lies within a week of it. Null where the evidence names no year or does not decide.
 */
export function solve(clues: readonly Clue[]): Solution | null {
  const window = windowOf(clues);
  if (window === null) return null;
  const length = window.last - window.first + 1;
  const log = new Float64Array(length);
  for (const clue of clues) for (let i = 0; i < length; i++) log[i] = (log[i] ?? 0) + clue.score(window.first + i);
  const top = log.reduce((a, b) => Math.max(a, b), -Infinity);
  const posterior = log.map((l) => Math.exp(l - top));
  const total = posterior.reduce((a, b) => a + b, 0);
  const best = posterior.indexOf(1);
  let near = 0;
  for (let i = Math.max(0, best - 7); i <= Math.min(length - 1, best + 7); i++) near += posterior[i] ?? 0;
  if (near < DECIDED * total) return null;
  const range = coveringRange(posterior, best, COVERED * total);
  return {
    day: window.first + best,
    range: { first: window.first + range.first, last: window.first + range.last },
    share: near / total,
    clues: telling(clues, window, window.first + best),
  };
}

/** From the latest bound from below, or around the earliest range, to the tightest end. */
function windowOf(clues: readonly Clue[]): DayRange | null {
  let first = Infinity;
  let last = -Infinity;
  let open = -Infinity;
  for (const { range } of clues) {
    if (range === null) continue;
    if (Number.isFinite(range.first)) first = Math.min(first, range.first);
    if (Number.isFinite(range.first) && range.last === Infinity) open = Math.max(open, range.first);
    if (Number.isFinite(range.last)) last = Math.max(last, range.last);
  }
  if (!Number.isFinite(first) && !Number.isFinite(last)) return null;
  last = Math.max(last, open + OPEN_END);
  first = Math.max(Math.min(first, last), last - LONGEST);
  return { first: first - 7, last: last + 7 };
}

/** The range around `best` that grows on its likelier side until it holds `mass`. */
function coveringRange(posterior: Float64Array, best: number, mass: number): DayRange {
  let first = best;
  let last = best;
  let held = posterior[best] ?? 0;
  // Weeks, not days: the same weekday a week off may be as likely as the best day, with nothing in between.
  const gain = (from: number, to: number): number => {
    let sum = 0;
    for (let i = Math.max(0, from); i <= Math.min(posterior.length - 1, to); i++) sum += posterior[i] ?? 0;
    return sum;
  };
  while (held < mass && (first > 0 || last < posterior.length - 1)) {
    const left = gain(first - 7, first - 1);
    const right = gain(last + 1, last + 7);
    if (right >= left && last < posterior.length - 1) held += posterior[++last] ?? 0;
    else if (first > 0) held += posterior[--first] ?? 0;
    else held += posterior[++last] ?? 0;
  }
  return { first, last };
}

/** Clues that the day agrees with and that rule out others, those that rule out most first. */
function telling(clues: readonly Clue[], window: DayRange, day: number): Clue[] {
  const step = Math.max(1, Math.floor((window.last - window.first) / 200));
  const ranked = clues.flatMap((clue) => {
    const here = clue.score(day);
    let sum = 0;
    let n = 0;
    for (let d = window.first; d <= window.last; d += step, n++) sum += Math.max(-6, clue.score(d));
    const gain = here - sum / n;
    return gain > 0.2 && clue.end > clue.start ? [{ clue, gain }] : [];
  });
  return ranked.sort((a, b) => b.gain - a.gain).map((r) => r.clue);
}
