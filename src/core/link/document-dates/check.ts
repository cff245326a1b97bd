import * as l10n from '../../l10n';
import type { LocalDate } from '../../annotations';
import { isoRange, weekdayOf } from '../../calendar';
import { weekdayName } from '../../day-words';
import type { Knowledge } from '../../knowledge';
import type { DocumentDate, Problem } from '../../model';
import { problemAt } from '../../problems';
import { resolveDates } from '../resolve-dates';
import type { LinkSource } from '../source';
import { weekdayIn } from './month-clues';

/** `date-mismatch` where a date's weekday is not that of its day (`Monday, 17 November 2022`), by its year or the source's. */
export function datedWeekdayProblems(source: LinkSource, date: DocumentDate | null, knowledge: Knowledge): Problem[] {
  if (!source.annotations.dates.some(hasWeekday)) return [];
  const { annotations, path } = source;
  const values = resolveDates(annotations.dates, date?.value ?? null, knowledge);
  const problems: Problem[] = [];
  for (const [index, found] of annotations.dates.entries()) {
    if (!hasWeekday(found)) continue;
    const weekday = weekdayIn(annotations, found);
    const resolved = isoRange(values[index]?.value ?? '');
    if (weekday === null || resolved === null) continue;
    const actual = weekdayOf(resolved.first);
    if (actual === weekday) continue;
    const message = l10n.t('This day was a {0}, not a {1}.', weekdayName(actual), weekdayName(weekday));
    problems.push(problemAt('date-mismatch', { path, start: found.start, end: found.end }, message));
  }
  return problems;
}

function hasWeekday(date: LocalDate): boolean {
  return date.expression.type === 'day' && date.rule.startsWith('weekday-');
}
