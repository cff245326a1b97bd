import type { LocalDate } from '../annotations';
import type { Knowledge } from '../knowledge';

export interface ResolvedDate {
  /** ISO 8601 as in `DateMention.value`, or null where it cannot be resolved. */
  readonly value: string | null;
  readonly certain: boolean;
}

/** Resolves the date expressions of one source, each at its index, against the day of publication (ISO, or null). */
export function resolveDates(
  dates: readonly LocalDate[],
  _published: string | null,
  _knowledge: Knowledge,
): readonly ResolvedDate[] {
  return dates.map(() => ({ value: null, certain: false }));
}
