import { calendarDay, dayNumber, isDay, isoRange, weekdayOf } from '../../calendar';
import type { DocumentDate, Problem } from '../../model';
import type { LinkSource } from '../source';
import { weekdayIn } from './own-clues';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** `date-mismatch` where a date's weekday is not that of its day (`Monday, 17 November 2022`), by its year or the source's. */
export function datedWeekdayProblems(source: LinkSource, date: DocumentDate | null): Problem[] {
  const { annotations, path } = source;
  const published = date === null ? null : (isoRange(date.value)?.first ?? null);
  const problems: Problem[] = [];
  for (const found of annotations.dates) {
    const { expression } = found;
    if (expression.type !== 'day' || !found.rule.startsWith('weekday-')) continue;
    const weekday = weekdayIn(annotations, found);
    const year = expression.year ?? yearOf(published, expression.month, expression.day, expression.direction);
    if (weekday === null || year === null || !isDay(year, expression.month, expression.day)) continue;
    const actual = weekdayOf(dayNumber(year, expression.month, expression.day));
    if (actual === weekday) continue;
    problems.push({
      code: 'date-mismatch',
      severity: 'warning',
      message: `This day was a ${WEEKDAYS[actual - 1] ?? ''}, not a ${WEEKDAYS[weekday - 1] ?? ''}.`,
      path,
      start: found.start,
      end: found.end,
    });
  }
  return problems;
}

/** The year of a day without one, seen from the day of publication. */
function yearOf(published: number | null, month: number, day: number, direction: string): number | null {
  if (published === null) return null;
  const { year } = calendarDay(published);
  const now = dayNumber(year, month, day);
  if (direction === 'future') return now >= published ? year : year + 1;
  return now <= published ? year : year - 1;
}
