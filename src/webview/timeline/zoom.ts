/** Changing which days are shown. Day numbers, both ends inclusive. */
import type { Days } from '../../core/queries/timeline-range';

const FEWEST_DAYS = 3;

/** @param at the part of the range (0 to 1) that stays where it is */
export function zoomed(range: Days, factor: number, at = 0.5): Days {
  const days = range.last - range.first + 1;
  const wanted = Math.max(FEWEST_DAYS, Math.round(days * factor));
  const first = Math.round(range.first + (days - wanted) * at);
  return { first, last: first + wanted - 1 };
}

/** @param part of the range to move by; at least one day */
export function moved(range: Days, part: number): Days {
  const days = range.last - range.first + 1;
  const step = Math.sign(part) * Math.max(1, Math.round(Math.abs(part) * days));
  return { first: range.first + step, last: range.last + step };
}
