/** The one place where two versions of a text differ, and where the rest of the first has gone in the second. */
import type { Span } from '../text';

export interface Edit extends Span {
  /** Code units that came minus those that went (`start` to `end` of the first version). */
  readonly delta: number;
}

/** What differs between two texts once their common beginning and end are taken away. Linear in their length. */
export function editBetween(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  return { start, end: before.length - tail, delta: after.length - before.length };
}

/** Where a span of the first version is in the second. */
export type Move = (span: Span) => Span;

/** Spans before the edit stay, those behind it move, those around it grow or shrink with it. */
export function mover({ start, end, delta }: Edit): Move {
  const last = end + delta;
  return (span) => ({
    start: span.start >= end ? span.start + delta : Math.min(span.start, Math.max(start, last)),
    end: span.end > start ? (span.end >= end ? span.end + delta : last) : span.end,
  });
}
