/** Which days the timeline shows, and how many marks of a time become one. Days are day numbers: days since 1970-01-01. */

/** Both inclusive. */
export interface Days {
  readonly first: number;
  readonly last: number;
}

/** Several events of a lane and a time. */
export interface Bin extends Days {
  readonly lane: number;
  readonly count: number;
}

/** More marks than this are neither legible nor quick to draw. */
export const MOST_MARKS = 600;
const MOST_BINS = 40;
const BIN_DAYS = [1, 2, 7, 14, 30, 91, 182, 365, 1826, 3652, 18262, 36524];

/**
 * The days that hold most events: all days, but where a few events lie so far off that the rest would be squeezed into less than a
 * quarter, those of the middle nine tenths. Null where there is no event.
 */
export function focusOf(events: readonly Days[]): Days | null {
  if (events.length === 0) return null;
  const firsts = events.map((e) => e.first).sort((a, b) => a - b);
  const lasts = events.map((e) => e.last).sort((a, b) => a - b);
  const all = padded(firsts[0] ?? 0, lasts.at(-1) ?? 0);
  const cut = Math.floor(events.length * 0.05) + 1;
  const [from, to] = [firsts[cut], lasts[lasts.length - 1 - cut]];
  if (events.length < 10 || from === undefined || to === undefined || from > to) return all;
  const middle = padded(from, to);
  return all.last - all.first > 4 * (middle.last - middle.first) ? middle : all;
}

/** With some room at both ends. */
export function padded(first: number, last: number): Days {
  const room = Math.max(1, Math.round((last - first) * 0.03));
  return { first: first - room, last: last + room };
}

/** Counts events by lane and stretch of time; an uncertain one at its middle. */
export function binsOf(events: readonly (Days & { readonly lanes: readonly number[] })[], range: Days): readonly Bin[] {
  const days = range.last - range.first + 1;
  const size = BIN_DAYS.find((d) => days / d <= MOST_BINS) ?? Math.ceil(days / MOST_BINS);
  const counts = new Map<string, Bin>();
  for (const { first, last, lanes } of events) {
    const middle = Math.min(Math.max(Math.floor((first + last) / 2), range.first), range.last);
    const start = Math.floor(middle / size) * size;
    for (const lane of lanes) {
      const key = `${lane} ${start}`;
      const count = (counts.get(key)?.count ?? 0) + 1;
      counts.set(key, { lane, first: start, last: start + size - 1, count });
    }
  }
  return [...counts.values()].sort((a, b) => a.first - b.first || a.lane - b.lane);
}
