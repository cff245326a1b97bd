import type { LocalDate } from '../../annotations';
import type { ReadText } from '../input';

/** Finds date expressions. */
export function findDates(_read: ReadText): readonly LocalDate[] {
  return [];
}
