/** How two figures of one series stand to each other. Pure; used by the linker and by the queries of lenses and cards. */
import { isoRange } from '../calendar';
import type { Figure } from '../model';

/** What a comparison needs of a figure. */
export interface BoundedFigure {
  readonly value: number;
  /** Upper end of a range, else null or left out. */
  readonly upper?: number | null;
  readonly bound: Figure['bound'];
  /** The day for which it holds, ISO, or null. */
  readonly asOf: string | null;
}

/**
 * - `same`: the same value and bound.
 * - `compatible`: both can hold at once: `at least 30` and 34 on one day, or a later value that need not be lower.
 * - `moved-on`: the later day's value is higher, or different where the measure may fall.
 * - `lower`: the measure can only grow, and the later day's value is below the earlier one's for sure.
 * - `conflict`: one day, and they cannot both hold.
 */
export type Relation = 'same' | 'compatible' | 'moved-on' | 'lower' | 'conflict';

export interface Comparison {
  readonly relation: Relation;
  /** `b.value - a.value`. */
  readonly difference: number;
  /** Days from `a` to `b`, negative where `b` is the earlier one; null where a day is unknown. */
  readonly days: number | null;
}

/**
 * Compares two figures that count the same thing.
 *
 * The relation does not depend on the order of the two; difference and days change their sign with it. With a day unknown the two
 * never conflict: `moved-on` then means that they differ.
 * @param cumulative whether a later total can only be higher
 */
export function compareFigures(a: BoundedFigure, b: BoundedFigure, cumulative: boolean): Comparison {
  const days = daysFrom(a.asOf, b.asOf);
  const difference = b.value - a.value;
  return { relation: relationOf(a, b, days, cumulative), difference, days };
}

function relationOf(a: BoundedFigure, b: BoundedFigure, days: number | null, cumulative: boolean): Relation {
  if (a.value === b.value && a.bound === b.bound && (a.upper ?? null) === (b.upper ?? null)) return 'same';
  const together = canBothHold(a, b);
  if (days === 0) return together ? 'compatible' : 'conflict';
  if (days === null) return together ? 'compatible' : 'moved-on';
  const [earlier, later] = days > 0 ? [a, b] : [b, a];
  if (later.value > earlier.value) return 'moved-on';
  if (together) return 'compatible';
  return cumulative ? 'lower' : 'moved-on';
}

/** Whether one number can satisfy both figures. */
export function canBothHold(a: BoundedFigure, b: BoundedFigure): boolean {
  const one = intervalOf(a);
  const two = intervalOf(b);
  return one.low <= two.high && two.low <= one.high;
}

/** The numbers that a figure's words allow; ends included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** How far `about` and `nearly` may be off, as a share of the value. */
const ROUNDING = 0.1;

/**
 * The interval of a figure. `about` allows a tenth either way, `nearly` a tenth below. A number of 1,000 and more with one or two
 * digits before its noughts is taken for rounded: 15,000 allows 14,500 to 15,500.
 */
export function intervalOf({ value, upper, bound }: BoundedFigure): Interval {
  const slack = roundedSlack(value);
  switch (bound) {
    case 'exact':
      return { low: value - slack, high: (upper ?? value) + slack };
    case 'about':
      return { low: value * (1 - ROUNDING), high: (upper ?? value) * (1 + ROUNDING) };
    case 'nearly':
      return { low: value * (1 - ROUNDING), high: upper ?? value };
    case 'at-least':
    case 'more-than':
      return { low: value, high: upper ?? Infinity };
    case 'at-most':
    case 'less-than':
      return { low: 0, high: upper ?? value };
  }
}

function roundedSlack(value: number): number {
  if (value < 1000 || !Number.isInteger(value)) return 0;
  let unit = 1;
  while (value % (unit * 10) === 0) unit *= 10;
  return value / unit < 100 && unit >= 100 ? unit / 2 : 0;
}

/** Days from one ISO date to another, by the last day that each can mean; null where one is unknown. */
export function daysFrom(from: string | null, to: string | null): number | null {
  const one = from === null ? null : isoRange(from);
  const two = to === null ? null : isoRange(to);
  return one === null || two === null ? null : two.last - one.last;
}
