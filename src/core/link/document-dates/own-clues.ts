/** What the date expressions of a source say about the day of publication without any knowledge of what happened. */
import type { DateExpression, Direction, LocalDate, SourceAnnotations, StatedDate } from '../../annotations';
import { directionOf } from '../../annotators/dates/direction';
import { calendarDay, type DayRange, dayNumber, isDay, weekdayOf } from '../../calendar';
import { calendarWords } from '../../lexicon/calendar';
import type { Span } from '../../text';
import { type Clue, IMPOSSIBLE, ODD, rangeClue, UNLIKELY } from './clue';

/**
 * How many days lie between the latest weekday that a report names as past and its publication, 0 to 6. Measured on 160 Wikinews
 * reports of 2019-20, which write `today` and `yesterday` for days 0 and 1 (116 reports with a weekday): 6, 3, 50, 53, 1, 1, 2.
 */
const AGE_BESIDE_TODAY: readonly number[] = [0.05, 0.05, 0.42, 0.44, 0.02, 0.01, 0.01];
/** On 20 agency reports, which name the weekday of publication itself. */
const AGE_UNDER_DATELINE: readonly number[] = [0.82, 0.12, 0.02, 0.01, 0.01, 0.01, 0.01];
/** Half and half where a report has neither a dateline nor `today`. */
const AGE: readonly number[] = [0.45, 0.17, 0.17, 0.16, 0.02, 0.02, 0.01];
/** The same for the other past weekdays of a report: any day of the past week. */
const AGE_OF_OTHERS: readonly number[] = [0.24, 0.2, 0.17, 0.15, 0.1, 0.08, 0.06];
/** Days ahead of a weekday that is still to come: 0 to 6. */
const AHEAD: readonly number[] = [0.08, 0.27, 0.2, 0.16, 0.12, 0.1, 0.07];

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

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
  return [{ ...spanOf(line), score, why: 'The dateline gives the day and month.', range: null }];
}

function weekdayClues(source: SourceAnnotations, dates: readonly LocalDate[]): Clue[] {
  const past = new Map<number, NamedWeekday>();
  const future = new Map<number, Span>();
  let today = false;
  for (const date of dates) {
    const { expression } = date;
    if (expression.type === 'weekday' && !expression.strict) {
      const { weekday } = expression;
      if (expression.direction !== 'future')
        past.set(weekday, {
          span: past.get(weekday)?.span ?? spanOf(date),
          times: (past.get(weekday)?.times ?? 0) + 1,
        });
      else if (!future.has(weekday)) future.set(weekday, spanOf(date));
    } else if (expression.type === 'relative' && expression.unit === 'day' && expression.amount === -1)
      today = today || !insideQuotation(source, date);
  }
  const clues: Clue[] = [];
  const dateline = source.stated.some((s) => s.place === 'dateline');
  if (past.size > 0) clues.push(pastWeekdays(past, today ? AGE_BESIDE_TODAY : dateline ? AGE_UNDER_DATELINE : AGE));
  for (const [weekday, span] of future) {
    const score = (day: number): number => relativeLog(AHEAD, (weekday - weekdayOf(day) + 7) % 7);
    clues.push({ ...span, score, why: `${name(weekday)} is still to come.`, range: null });
  }
  return clues;
}

interface NamedWeekday {
  readonly span: Span;
  readonly times: number;
}

function insideQuotation(source: SourceAnnotations, date: Span): boolean {
  return source.quotes.some((q) => q.form === 'direct' && q.start <= date.start && date.end <= q.end);
}

/**
 * Of several past weekdays the one nearest before a day counts most, and more if it is named often; the others need only lie in the
 * week before it.
 */
function pastWeekdays(days: ReadonlyMap<number, NamedWeekday>, age: readonly number[]): Clue {
  const byWeekday = [1, 2, 3, 4, 5, 6, 7].map((today) => {
    let sum = 0;
    let latest: { readonly lag: number; readonly times: number } | null = null;
    for (const [weekday, { times }] of days) {
      const lag = (today - weekday + 7) % 7;
      sum += 0.6 * relativeLog(AGE_OF_OTHERS, lag);
      if (latest === null || lag < latest.lag) latest = { lag, times };
    }
    if (latest === null) return sum;
    return (
      sum - 0.6 * relativeLog(AGE_OF_OTHERS, latest.lag) + relativeLog(age, latest.lag) + 0.7 * Math.log(latest.times)
    );
  });
  const best = Math.max(...byWeekday);
  const on = byWeekday.indexOf(best) + 1;
  const latest = [...days.keys()].reduce((a, b) => ((on - a + 7) % 7 <= (on - b + 7) % 7 ? a : b));
  return {
    ...(days.get(latest)?.span ?? { start: 0, end: 0 }),
    score: (day) => (byWeekday[weekdayOf(day) - 1] ?? 0) - best,
    why: `${name(latest)} is the latest weekday that it reports on, and news names weekdays of the past few days.`,
    range: null,
  };
}

function name(weekday: number): string {
  return WEEKDAYS[weekday - 1] ?? '';
}

/** Logarithm of a probability relative to the greatest of its table. */
function relativeLog(table: readonly number[], index: number): number {
  return Math.log((table[index] ?? 0.001) / Math.max(...table));
}

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

interface Step {
  readonly below: number;
  /** Logarithm of the density in the class, relative to the densest. */
  readonly log: number;
}

function steps(classes: readonly (readonly [number, number])[]): readonly Step[] {
  let from = 0;
  const densities = classes.map(([below, share]) => {
    const density = share / (below - from);
    from = below;
    return { below, density };
  });
  const top = Math.max(...densities.map((d) => d.density));
  return densities.map(({ below, density }) => ({ below, log: Math.log(density / top) }));
}

function stepLog(table: readonly Step[], days: number): number {
  return table.find((s) => days < s.below)?.log ?? -UNLIKELY;
}

function monthDayClues(source: SourceAnnotations, dates: readonly LocalDate[]): Clue[] {
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
  return { ...spanOf(date), score, why: `That day is a ${name(weekday)} only in some years.`, range: null };
}

/** 29 February: only in leap years. */
function leapDay(span: Span, direction: Direction): Clue {
  const score = (published: number): number => {
    const { year, month } = calendarDay(published);
    const meant = direction === 'future' ? (month <= 2 ? year : year + 1) : month <= 2 ? year - 1 : year;
    return isDay(year, 2, 29) || isDay(meant, 2, 29) ? 0 : -UNLIKELY;
  };
  return { ...spanOf(span), score, why: 'Only some years have such a day.', range: null };
}

/** The latest of the past days (`side` 1) or the first of those to come (−1) lies near the day of publication. */
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
    for (const { day } of days) least = Math.min(least, distance(published, day));
    return stepLog(table, least);
  };
  const why =
    side === 1
      ? 'A day without a year is one of the past weeks, as a rule.'
      : 'A day without a year that is still to come lies in the next weeks, as a rule.';
  return { ...(days[0]?.span ?? { start: 0, end: 0 }), score, why, range: null };
}

/** Months between a month without a year and publication, 0 to 11, as logarithms: a month is named so for about a year, rather less. */
const MONTH_AGE: readonly number[] = [0, 0, -0.2, -0.4, -0.6, -0.8, -1, -1.2, -1.4, -1.6, -2, -2.5];

/** The latest of the months without a year. */
function monthClues(dates: readonly LocalDate[]): Clue[] {
  const past = dates.flatMap((date) =>
    date.expression.type === 'month' && date.expression.year === null && date.expression.direction !== 'future'
      ? [{ span: spanOf(date), month: date.expression.month }]
      : [],
  );
  const first = past[0];
  if (first === undefined) return [];
  const score = (day: number): number => {
    const now = calendarDay(day).month;
    return Math.max(...past.map(({ month }) => MONTH_AGE[(now - month + 12) % 12] ?? -2));
  };
  return [{ ...first.span, score, why: 'A month without a year is one of the past year.', range: null }];
}

/** The days that a date with its year covers, or null. */
export function fullRange(expression: DateExpression): DayRange | null {
  switch (expression.type) {
    case 'day': {
      const { year, month, day } = expression;
      if (year === null) return null;
      const at = dayNumber(year, month, day);
      return { first: at, last: at };
    }
    case 'month': {
      const { year, month } = expression;
      return year === null ? null : { first: dayNumber(year, month, 1), last: dayNumber(year, month + 1, 0) };
    }
    case 'year':
      return { first: dayNumber(expression.year, 1, 1), last: dayNumber(expression.year, 12, 31) };
    case 'interval': {
      const from = fullRange(expression.from);
      const to = fullRange(expression.to);
      return from === null || to === null ? null : { first: from.first, last: to.last };
    }
    case 'weekday':
    case 'day-of-month':
    case 'relative':
    case 'offset':
    case 'event':
    case 'vague':
      return null;
  }
}

/** Past dates with a year must lie before publication, and the latest of them not long before; planned ones behind it. */
function fullDateClues(source: SourceAnnotations, dates: readonly LocalDate[]): Clue[] {
  let latest: { readonly span: Span; readonly range: DayRange } | null = null;
  const years = new Map<YearUse, { readonly span: Span; readonly year: number }>();
  const clues: Clue[] = [];
  for (const date of dates) {
    const { expression } = date;
    const range = fullRange(expression);
    if (range === null) continue;
    if (expression.type === 'year') {
      const use = yearUse(source, date);
      if (expression.year > (years.get(use)?.year ?? 0)) years.set(use, { span: spanOf(date), year: expression.year });
    } else if ((expression.type === 'day' || expression.type === 'month') && expression.direction === 'future')
      clues.push(rangeClue(date, { first: range.first - 1500, last: range.last }, ODD, 'This date is still to come.'));
    else if (latest === null || range.first > latest.range.first) latest = { span: spanOf(date), range };
  }
  if (latest !== null) clues.push(afterLatest(latest.span, latest.range));
  for (const [use, { span, year }] of years) clues.push(nearLatestYear(span, year, use));
  return clues;
}

function afterLatest(span: Span, { first, last }: DayRange): Clue {
  const score = (day: number): number =>
    day < first ? -IMPOSSIBLE : -0.5 * Math.log(1 + Math.max(0, day - last) / 120);
  return { ...span, score, why: 'It speaks of this date as past.', range: { first, last: Infinity } };
}

/** `the 2020 election`, in the first sentences or further down; `was founded in 2019`; `unbeaten in 2024`. */
type YearUse = 'lead' | 'attribute' | 'past' | 'open';

/** So many sentences, the headline among them, say what a report is about. */
const LEAD = 3;

function yearUse(source: SourceAnnotations, date: LocalDate): YearUse {
  const { tokens, sentences } = source;
  const next = tokens[date.last];
  const before = tokens[date.first - 1]?.lower;
  if (next?.kind === 'word' && next.spaced && before !== 'in' && before !== 'since')
    return next.sentence < LEAD ? 'lead' : 'attribute';
  const scan = { tokens, sentences, words: calendarWords(), floor: 0, found: [] };
  return directionOf(scan, date.first, date.last) === 'past' ? 'past' : 'open';
}

/**
 * Years from the latest year of a source, −1 (the year before it) to 5, to its publication, as logarithms. Measured on 160 Wikinews
 * reports of 2019-20 for `the 2020 election` (in the lead 19 with such: 3 the year before, 13, 1; elsewhere 20) and `was founded in 2019`
 * (70: 2 in that year, 9, 7, 7, 6, 4, then ever fewer).
 */
const YEARS: Readonly<Record<YearUse, readonly number[]>> = {
  lead: [-1.5, 0, -2.6, -3, -3, -3, -3],
  attribute: [-1, 0, -0.5, -1, -1, -1, -1.2],
  past: [-4, -1.5, 0, -0.25, -0.25, -0.4, -0.8],
  open: [-2, 0, -0.6, -0.8, -1, -1.2, -1.4],
};

function nearLatestYear(span: Span, latest: number, use: YearUse): Clue {
  const table = YEARS[use];
  const score = (day: number): number => {
    const years = calendarDay(day).year - latest;
    return years < -1 ? -UNLIKELY : (table[years + 1] ?? Math.max(-3, (table.at(-1) ?? 0) - 0.15 * (years - 5)));
  };
  const first = dayNumber(latest, 1, 1);
  return { ...span, score, why: `${latest} is the latest year that it names.`, range: { first, last: Infinity } };
}

function spanOf(at: Span): Span {
  return { start: at.start, end: at.end };
}
