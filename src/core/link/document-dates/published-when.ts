import type { DateExpression, LocalDate } from '../../annotations';
import { addMonths, calendarDay, type DayRange, dayNumber, weekdayOf } from '../../calendar';

/**
 * The days on which a source can be published that uses a date's words for something of the days `range`: the converse of resolving.
 * `the quake on Saturday` for a quake of 12 November 2022, a Saturday: 12 to 18 November. Null where the words say nothing about it,
 * or cannot mean it.
 */
export function publishedWhen(date: Pick<LocalDate, 'expression' | 'approximate'>, range: DayRange): DayRange | null {
  const { expression } = date;
  const { first, last } = range;
  switch (expression.type) {
    case 'weekday':
      return publishedByWeekday(expression, range);
    case 'relative':
      return publishedByDistance(expression, date.approximate, range);
    case 'day': {
      if (expression.year !== null || last - first > 31) return null;
      const meant = dayIn(expression.month, expression.day, range);
      if (meant === null) return null;
      return expression.direction === 'future'
        ? { first: meant - 300, last: meant }
        : { first: meant, last: meant + 364 };
    }
    case 'month': {
      const at = calendarDay(first);
      if (expression.year !== null || at.month !== expression.month) return null;
      if (expression.years !== undefined) {
        const year = at.year - expression.years;
        return { first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31) };
      }
      const begin = dayNumber(at.year, at.month, 1);
      if (expression.direction === 'future') return { first: addMonths(begin, -10), last };
      return { first: Math.max(begin, first), last: addMonths(begin, 11) };
    }
    case 'day-of-month':
    case 'year':
    case 'offset':
    case 'interval':
    case 'event':
    case 'vague':
      return null;
  }
}

/** The day of a range (a month at most) with that month and day, or null. */
function dayIn(month: number, day: number, range: DayRange): number | null {
  for (const year of new Set([calendarDay(range.first).year, calendarDay(range.last).year])) {
    const at = dayNumber(year, month, day);
    if (at >= range.first && at <= range.last) return at;
  }
  return null;
}

function publishedByWeekday(
  expression: Extract<DateExpression, { readonly type: 'weekday' }>,
  { first, last }: DayRange,
): DayRange | null {
  if (last - first > 10) return null;
  let begin = first;
  while (begin <= last && weekdayOf(begin) !== expression.weekday) begin++;
  if (begin > last) return null;
  if (expression.direction === 'future') return { first: begin - 6, last: begin };
  return { first: begin + (expression.strict ? 1 : 0), last: begin + (expression.strict ? 9 : 6) };
}

/** `last month`: the whole month after; `two weeks ago`, `nearly eight months into`: around the day that far on. */
function publishedByDistance(
  expression: Extract<DateExpression, { readonly type: 'relative' }>,
  approximate: boolean,
  { first, last }: DayRange,
): DayRange | null {
  const { unit, amount, span } = expression;
  switch (unit) {
    case 'day': {
      const slack = approximate ? Math.ceil(Math.abs(amount) / 10) : 0;
      return { first: first - amount - slack, last: last - amount + slack };
    }
    case 'week':
      if (span) {
        const monday = (day: number): number => day - weekdayOf(day) + 1;
        return { first: monday(first) - 7 * amount, last: monday(last) - 7 * amount + 6 };
      }
      return { first: first - 7 * amount - 4, last: last - 7 * amount + 4 };
    case 'month': {
      if (span) {
        const [a, b] = [calendarDay(first), calendarDay(last)];
        return { first: dayNumber(a.year, a.month - amount, 1), last: dayNumber(b.year, b.month - amount + 1, 0) };
      }
      return { first: addMonths(first, -amount) - 21, last: addMonths(last, -amount) + 21 };
    }
    case 'quarter':
      return { first: addMonths(first, -3 * amount) - 92, last: addMonths(last, -3 * amount) + 92 };
    case 'year': {
      const [a, b] = [calendarDay(first).year, calendarDay(last).year];
      if (span) return { first: dayNumber(a - amount, 1, 1), last: dayNumber(b - amount, 12, 31) };
      const slack = Math.abs(amount) > 4 ? 365 : 120;
      return { first: addMonths(first, -12 * amount) - slack, last: addMonths(last, -12 * amount) + slack };
    }
  }
}
