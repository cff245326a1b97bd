import type { LocalDate, StatedDate } from '../annotations';
import type { ReadText } from './input';

/** The dates that the text itself gives as its own: headers, `Updated` lines, datelines. */
export function findStatedDates(_read: ReadText, _dates: readonly LocalDate[]): readonly StatedDate[] {
  return [];
}
