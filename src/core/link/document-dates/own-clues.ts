/** What the date expressions of a source say about the day of publication without any knowledge of what happened. */
import * as l10n from '../../l10n';
import type { SourceAnnotations, StatedDate } from '../../annotations';
import { calendarDay } from '../../calendar';
import { type Clue, IMPOSSIBLE, spanOf, UNLIKELY } from './clue';
import { monthClues, monthDayClues } from './month-clues';
import { weekdayClues } from './weekday-clues';
import { fullDateClues } from './year-clues';

/** All clues of a source by itself. */
export function ownClues(source: SourceAnnotations): Clue[] {
  const own = new Set(source.stated.map((s) => s.start));
  const dates = source.dates.filter((d) => !own.has(d.start));
  return [
    ...datelineClues(source.stated),
    ...weekdayClues(source, dates),
    ...monthDayClues(source, dates),
    ...monthClues(dates),
    ...fullDateClues(source, dates),
  ];
}

/** A dateline without a year: that day of any year, or the day after. */
function datelineClues(stated: readonly StatedDate[]): Clue[] {
  const line = stated.find((s) => s.precision === 'day');
  if (line === undefined) return [];
  const score = (day: number): number => {
    const at = calendarDay(day);
    if (at.month === line.month && at.day === line.day) return 0;
    const before = calendarDay(day - 1);
    return before.month === line.month && before.day === line.day ? -UNLIKELY : -IMPOSSIBLE;
  };
  return [{ ...spanOf(line), score, why: l10n.t('The dateline gives the day and month.'), range: null }];
}
