/** What days and months without a year say about the day of publication. */
import * as l10n from '../../l10n';
import type { DateExpression, Direction, LocalDate, SourceAnnotations } from '../../annotations';
import { calendarDay, dayNumber, isDay, weekdayOf } from '../../calendar';
import { weekdayName } from '../../day-words';
import { calendarWords } from '../../lexicon/calendar';
import type { Span } from '../../text';
import { type Clue, ODD, spanOf, UNLIKELY } from './clue';

type MonthDay = Extract<DateExpression, { readonly type: 'day' }>;

/**
 * Days between the latest day without a year and publication: upper ends of classes and their share, measured on the 40 of 160
 * Wikinews reports of 2019-20 that have one. Ahead, the same for days to come (34).
 */
const MONTH_DAY_AGE: readonly Step[] = steps([
  [3, 0.12],
  [7, 0.17],
  [14, 0.25],
  [30, 0.2],
  [60, 0.12],
  [120, 0.06],
  [366, 0.08],
]);

const MONTH_DAY_AHEAD: readonly Step[] = steps([
  [7, 0.41],
  [14, 0.18],
  [30, 0.1],
  [60, 0.18],
  [120, 0.1],
  [366, 0.03],
]);

/**
 * The same for the other past days of a report, counted on half of the Wikinews reports and half of TimeBank and AQUAINT (25 such days: 14,
 * 5, 0, 6; the last are rather days to come).
 */
const OTHER_DAY_AGE: readonly Step[] = steps([
  [120, 0.56],
  [250, 0.2],
  [345, 0.04],
  [366, 0.2],
]);

interface Step {
  readonly to: number;
  /** Logarithm of the density in the class, relative to the densest. */
  readonly log: number;
}

function steps(classes: readonly (readonly [number, number])[]): readonly Step[] {
  let from = 0;
  const densities = classes.map(([to, share]) => {
    const density = share / (to - from);
    from = to;
    return { to, density };
  });
  const top = Math.max(...densities.map((d) => d.density));
  return densities.map(({ to, density }) => ({ to, log: Math.log(density / top) }));
}

function stepLog(table: readonly Step[], days: number): number {
  return table.find((s) => days <= s.to)?.log ?? -UNLIKELY;
}

export function monthDayClues(source: SourceAnnotations, dates: readonly LocalDate[]): Clue[] {
  const past: { readonly span: Span; readonly day: MonthDay }[] = [];
  const future: { readonly span: Span; readonly day: MonthDay }[] = [];
  const clues: Clue[] = [];
  const seen = new Set<number>();
  for (const date of dates) {
    const day = date.expression.type === 'interval' ? date.expression.to : date.expression;
    if (day.type !== 'day' || day.year !== null) continue;
    const weekday = weekdayIn(source, date);
    if (weekday !== null) clues.push(datedWeekday(date, day, weekday));
    if (day.month === 2 && day.day === 29) clues.push(leapDay(date, day.direction));
    const key = day.month * 100 + day.day + (day.direction === 'future' ? 10_000 : 0);
    if (seen.has(key)) continue;
    seen.add(key);
    if (day.direction === 'future') future.push({ span: spanOf(date), day });
    else if (!beganThen(source, date)) past.push({ span: spanOf(date), day });
  }
  if (past.length > 0) clues.push(nearestMonthDay(past, 1, MONTH_DAY_AGE));
  if (future.length > 0) clues.push(nearestMonthDay(future, -1, MONTH_DAY_AHEAD));
  return clues;
}

const BEGINNINGS = new Set([
  'last',
  'since',
  'began',
  'begun',
  'started',
  'erupted',
  'broke',
  'launched',
  'after',
  'anniversary',
]);

/** `last Oct. 7`, `the war began on October 7`: days that stay in the news for a year. */
function beganThen(source: SourceAnnotations, date: LocalDate): boolean {
  for (let k = Math.max(0, date.first - 3); k <= date.first; k++)
    if (BEGINNINGS.has(source.tokens[k]?.lower ?? '')) return true;
  return false;
}

/** The weekday at the head of a date: `Saturday, April 27`. */
export function weekdayIn(source: SourceAnnotations, date: LocalDate): number | null {
  const { weekdays, shortWeekdays } = calendarWords();
  const word = source.tokens[date.first]?.lower ?? '';
  return weekdays.get(word) ?? shortWeekdays.get(word) ?? null;
}

/** `Saturday, April 27`: only in some years is that day a Saturday. */
function datedWeekday(date: LocalDate, { month, day, direction }: MonthDay, weekday: number): Clue {
  const score = (published: number): number => {
    const { year } = calendarDay(published);
    const now = dayNumber(year, month, day);
    const meant = direction === 'future' ? (now >= published ? year : year + 1) : now <= published ? year : year - 1;
    return weekdayOf(dayNumber(meant, month, day)) === weekday ? 0 : -UNLIKELY;
  };
  return {
    ...spanOf(date),
    score,
    why: l10n.t('That day is a {0} only in some years.', weekdayName(weekday)),
    range: null,
  };
}

/** 29 February: only in leap years. */
function leapDay(span: Span, direction: Direction): Clue {
  const score = (published: number): number => {
    const { year, month } = calendarDay(published);
    const meant = direction === 'future' ? (month <= 2 ? year : year + 1) : month <= 2 ? year - 1 : year;
    return isDay(year, 2, 29) || isDay(meant, 2, 29) ? 0 : -UNLIKELY;
  };
  return { ...spanOf(span), score, why: l10n.t('Only some years have such a day.'), range: null };
}

/** The latest of the past days (`side` 1), and the others less so, or the first of those to come (−1) lies near the day of publication. */
function nearestMonthDay(
  days: readonly { readonly span: Span; readonly day: MonthDay }[],
  side: 1 | -1,
  table: readonly Step[],
): Clue {
  const distance = (published: number, { month, day }: MonthDay): number => {
    const { year } = calendarDay(published);
    const days = side * (published - dayNumber(year, month, day));
    return days >= 0 ? days : days + 365;
  };
  const score = (published: number): number => {
    let least = 366;
    let others = 0;
    for (const [i, { day }] of days.entries()) {
      const age = distance(published, day);
      if (i > 0 && side === 1) others = Math.min(others, stepLog(OTHER_DAY_AGE, Math.max(age, least)));
      least = i === 0 ? age : Math.min(age, least);
    }
    // Of the day itself that is still to come a report says `today`, or names the weekday.
    if (side === -1 && least === 0) return -ODD;
    return stepLog(table, least) + others;
  };
  const why =
    side === 1
      ? l10n.t('A day without a year is one of the past weeks, as a rule.')
      : l10n.t('A day without a year that is still to come lies in the next weeks, as a rule.');
  return { ...(days[0]?.span ?? { start: 0, end: 0 }), score, why, range: null };
}

/** Months between a month without a year and publication, 0 to 11, as logarithms: a month is named so for about a year, rather less. */
const MONTH_AGE: readonly number[] = [0, 0, -0.2, -0.4, -0.6, -0.8, -1, -1.2, -1.4, -1.6, -2, -2.5];

/** The latest of the months without a year. */
export function monthClues(dates: readonly LocalDate[]): Clue[] {
  const past = dates.flatMap((date) =>
    date.expression.type === 'month' &&
    date.expression.year === null &&
    date.expression.years === undefined &&
    date.expression.direction !== 'future'
      ? [{ span: spanOf(date), month: date.expression.month }]
      : [],
  );
  const first = past[0];
  if (first === undefined) return [];
  const byMonth = Array.from({ length: 12 }, (_, i) =>
    Math.max(...past.map(({ month }) => MONTH_AGE[(i + 1 - month + 12) % 12] ?? -2)),
  );
  const score = (day: number): number => byMonth[calendarDay(day).month - 1] ?? -2;
  return [{ ...first.span, score, why: l10n.t('A month without a year is one of the past year.'), range: null }];
}
