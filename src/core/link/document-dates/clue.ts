import type { DayRange } from '../../calendar';
import type { Span } from '../../text';

/** One piece of evidence for the day on which a source was published. */
export interface Clue extends Span {
  /** How well a day (day number) agrees with it, as a logarithm: 0 at best, −2 an oddity, −8 all but impossible. */
  readonly score: (day: number) => number;
  /** One plain sentence. */
  readonly why: string;
  /** Days that it speaks for, where it names a year: somewhere to look. Ends may be infinite. */
  readonly range: DayRange | null;
}

/** Weights of clues: what it costs to go against one. */
export const ODD = 2.5;
export const UNLIKELY = 5;
export const IMPOSSIBLE = 12;

/** A clue that allows the days of a range and takes `cost` off the others. */
export function rangeClue(span: Span, range: DayRange, cost: number, why: string): Clue {
  const { first, last } = range;
  const score = (day: number): number => (day >= first && day <= last ? 0 : -cost);
  return { start: span.start, end: span.end, score, why, range };
}

/** The bare span of something that has one. */
export function spanOf(at: Span): Span {
  return { start: at.start, end: at.end };
}
