import type { DateExpression, Direction, LocalDate } from '../annotations';
import {
  addMonths,
  calendarDay,
  dayNumber,
  daysInMonth,
  isDay,
  isoDay,
  isoMonth,
  isoRange,
  isoYear,
  weekdayOf,
} from '../calendar';
import type { Knowledge } from '../knowledge';

export interface ResolvedDate {
  /** ISO 8601 as in `DateMention.value`, or null where it cannot be resolved. */
  readonly value: string | null;
  readonly certain: boolean;
}

/** Resolves the date expressions of one source, each at its index, against the day of publication (ISO, or null). */
export function resolveDates(
  dates: readonly LocalDate[],
  published: string | null,
  knowledge: Knowledge,
): readonly ResolvedDate[] {
  const day = published === null ? null : (isoRange(published)?.first ?? null);
  const resolved: ResolvedDate[] = [];
  for (const date of dates) {
    const found = resolve(date.expression, day, resolved, knowledge);
    // `600 years ago`, counted from the year 400, has no ISO value.
    const value = found !== null && isoRange(found) !== null ? found : null;
    resolved.push({ value, certain: value !== null && isComplete(date.expression) && !date.approximate });
  }
  return resolved;
}

/** Whether the words give the whole date. */
function isComplete(expression: DateExpression): boolean {
  switch (expression.type) {
    case 'day':
    case 'month':
      return expression.year !== null;
    case 'year':
    case 'event':
      return true;
    case 'interval':
      return isComplete(expression.from) && isComplete(expression.to);
    case 'weekday':
    case 'day-of-month':
    case 'relative':
    case 'offset':
    case 'vague':
      return false;
  }
}

/**
 * The ISO value of an expression, or null.
 * @param published day number of the publication
 * @param before the values of the dates before it, for `two days later`
 */
function resolve(
  expression: DateExpression,
  published: number | null,
  before: readonly ResolvedDate[],
  knowledge: Knowledge,
): string | null {
  switch (expression.type) {
    case 'year':
      return isoYear(expression.year);
    case 'event':
      return knowledge.events.find((e) => e.id === expression.event)?.date ?? null;
    case 'month':
      return resolveMonth(expression, published);
    case 'day':
      return resolveDay(expression.year, expression.month, expression.day, expression.direction, published);
    case 'weekday':
      return published === null ? null : isoDay(resolveWeekday(expression, published));
    case 'day-of-month':
      return published === null ? null : resolveDayOfMonth(expression.day, expression.direction, published);
    case 'relative':
      return published === null ? null : resolveRelative(expression, published);
    case 'offset':
      return resolveOffset(expression, before[expression.anchor]?.value ?? null);
    case 'interval':
      return resolveInterval(expression, (part, day) => resolve(part, day, before, knowledge), published);
    case 'vague':
      return null;
  }
}

/**
 * `2023-10-07/2023-10-08`. Where the end came out before the start (`between October and March`), each was resolved on its own side of
 * the day: of past weekdays the start moves back, else the end moves on. Null where the words give both (`1994 to 1992`).
 */
function resolveInterval(
  { from, to }: Extract<DateExpression, { readonly type: 'interval' }>,
  resolvePart: (part: DateExpression, published: number | null) => string | null,
  published: number | null,
): string | null {
  let start = resolvePart(from, published)?.split('/')[0];
  let end = resolvePart(to, published)?.split('/').at(-1);
  if (start === undefined || end === undefined) return null;
  if (start > end) {
    if (from.type === 'weekday' && from.direction !== 'future')
      start = resolvePart({ ...from, strict: false }, isoRange(end)?.first ?? null) ?? start;
    else if (isOpen(to)) end = resolvePart({ ...to, direction: 'future' }, isoRange(start)?.first ?? null) ?? end;
  }
  return start <= end ? `${start}/${end}` : null;
}

/** Whether an expression is one of many days or months: its year or week is implied. */
function isOpen(
  expression: DateExpression,
): expression is Extract<DateExpression, { readonly type: 'day' | 'month' | 'weekday' }> {
  const { type } = expression;
  return type === 'weekday' || ((type === 'day' || type === 'month') && expression.year === null);
}

/** @param anchor the value counted from, or null where it has none */
function resolveOffset(
  { unit, amount, span }: Extract<DateExpression, { readonly type: 'offset' }>,
  anchor: string | null,
): string | null {
  const range = anchor === null ? null : isoRange(anchor);
  if (anchor === null || range === null) return null;
  if (unit === 'day') return range.last - range.first > 1 ? null : isoDay(range.first + amount);
  if (unit === 'week' && !span) return range.first === range.last ? isoDay(range.first + 7 * amount) : null;
  const months = anchor.length === 'YYYY-MM/YYYY-MM'.length;
  if (unit === 'year' && !span && months)
    return anchor
      .split('/')
      .map((part) => movedMonth(part, 12 * amount))
      .join('/');
  return resolveRelative({ type: 'relative', unit, amount, span: true }, range.first);
}

function movedMonth(iso: string, months: number): string {
  const at = calendarDay(dayNumber(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) + months, 1));
  return isoMonth(at.year, at.month);
}

function resolveMonth(
  { year, years, month, direction }: Extract<DateExpression, { readonly type: 'month' }>,
  published: number | null,
): string | null {
  if (year !== null) return isoMonth(year, month);
  if (published === null) return null;
  const now = calendarDay(published);
  if (years !== undefined) return isoMonth(now.year + years, month);
  const months = (y: number): number => (y - now.year) * 12 + month - now.month;
  return isoMonth(nearestYear(direction, now.year, months, 8), month);
}

/** Days since a day that news would not mean by the same day of the coming year. */
const JUST_PAST = 46;

function resolveDay(
  year: number | null,
  month: number,
  day: number,
  direction: Direction,
  published: number | null,
): string | null {
  if (year !== null) return isDay(year, month, day) ? isoDay(dayNumber(year, month, day)) : null;
  if (published === null) return null;
  const now = calendarDay(published).year;
  const distance = (y: number): number => dayNumber(y, month, day) - published;
  const meant = nearestYear(direction, now, distance, 270);
  // Who speaks of a day a year ahead that was last month names the year: then the verb is not the date's. The last day of a year is when
  // things end.
  const passed = direction === 'future' && !(month === 12 && day === 31) && -distance(meant - 1) < JUST_PAST;
  const chosen = passed && distance(meant) > 0 ? meant - 1 : meant;
  // 29 February: the nearest leap year on that side.
  for (let step = 0; step < 8; step++) {
    const y = direction === 'future' ? chosen + step : chosen - step;
    if (isDay(y, month, day)) return isoDay(dayNumber(y, month, day));
  }
  return null;
}

/**
 * The year on the right side of the day of publication. Without a verb to go by (`nearest`), the past one is meant unless it is
 * further back than `far`.
 */
function nearestYear(direction: Direction, now: number, distance: (year: number) => number, far: number): number {
  const past = distance(now) <= 0 ? now : now - 1;
  const future = distance(now) >= 0 ? now : now + 1;
  if (direction === 'past') return past;
  if (direction === 'future') return future;
  return -distance(past) > far ? future : past;
}

/** The day number that a weekday names in a report of day `published`. */
export function resolveWeekday(
  expression: Extract<DateExpression, { readonly type: 'weekday' }>,
  published: number,
): number {
  const { weekday, direction, weeks, strict } = expression;
  const today = weekdayOf(published);
  if (direction === 'future') {
    // `next Friday` is the one of the week that begins with the coming Monday.
    if (strict) return published + (8 - today) + (weekday - 1) + 7 * weeks;
    return published + ((weekday - today + 7) % 7) + 7 * weeks;
  }
  const back = (today - weekday + 7) % 7;
  return published - (strict && back === 0 ? 7 : back) - 7 * weeks;
}

function resolveDayOfMonth(day: number, direction: Direction, published: number): string | null {
  const { year, month, day: today } = calendarDay(published);
  const step = direction === 'future' ? (day >= today ? 0 : 1) : day <= today ? 0 : -1;
  const shifted = calendarDay(dayNumber(year, month + step, 1));
  return day <= daysInMonth(shifted.year, shifted.month) ? isoDay(dayNumber(shifted.year, shifted.month, day)) : null;
}

function resolveRelative(
  expression: Extract<DateExpression, { readonly type: 'relative' }>,
  published: number,
): string {
  const { unit, amount, span } = expression;
  const { year, month } = calendarDay(published);
  switch (unit) {
    case 'day':
      return isoDay(published + amount);
    case 'week': {
      if (!span) return isoDay(published + 7 * amount);
      const monday = published - weekdayOf(published) + 1 + 7 * amount;
      return `${isoDay(monday)}/${isoDay(monday + 6)}`;
    }
    case 'month': {
      const at = span ? calendarDay(dayNumber(year, month + amount, 1)) : calendarDay(addMonths(published, amount));
      return isoMonth(at.year, at.month);
    }
    case 'quarter': {
      const at = calendarDay(dayNumber(year, Math.ceil(month / 3) * 3 - 2 + 3 * amount, 1));
      return `${isoMonth(at.year, at.month)}/${isoMonth(at.year, at.month + 2)}`;
    }
    case 'year':
      return isoYear(Math.max(0, year + amount));
  }
}
