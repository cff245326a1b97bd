/** Dates in digits: `2022-11-17`, `2022-11`, `17/11/2022`, `17.11.2022`. */
import type { DateExpression, Token } from '../../annotations';
import { dayNumber, isDay, weekdayOf } from '../../calendar';
import { type DateMatch, type DateScan, isDash, yearOf } from './scan';

/** `2022-11-17`, `2022/11/17`, `17/11/2022`, `17.11.2022` at token `i`, or null. */
export function readNumericDate(scan: DateScan, i: number): DateMatch | null {
  const { tokens } = scan;
  const token = tokens[i];
  if (token?.kind !== 'number') return null;
  if (token.text.length >= 8 && token.text.length <= 10 && token.text.includes('.')) {
    const [a, b, c] = token.text.split('.').map(Number);
    return a !== undefined && b !== undefined && c !== undefined ? numericMatch(scan, i, i + 1, [a, b, c]) : null;
  }
  if (token.text.length > 4) return null;
  const mark = tokens[i + 1]?.text;
  if (mark === '/' && token.text === '9' && tokens[i + 2]?.text === '11') return readNineEleven(tokens, i);
  if (mark !== '-' && mark !== '/' && mark !== '.') return null;
  if (tokens[i + 3]?.text !== mark || tokens[i + 4]?.kind !== 'number') return readIsoMonth(tokens, i);
  for (let k = i + 1; k <= i + 4; k++) if (tokens[k]?.spaced) return null;
  const middle = tokens[i + 2]?.text ?? '';
  if (middle.length > 2) return null;
  return numericMatch(scan, i, i + 5, [Number(token.text), Number(middle), Number(tokens[i + 4]?.text)]);
}

/** `9/11`, the attacks of 2001, is a name in whatever order days are written; `9/11/2019` is not. */
function readNineEleven(tokens: readonly Token[], i: number): DateMatch | null {
  const next = tokens[i + 3];
  if (tokens[i + 1]?.spaced || tokens[i + 2]?.spaced) return null;
  if (next?.text === '/' || next?.text === '%' || tokens[i - 1]?.text === '/') return null;
  const expression: DateExpression = { type: 'day', year: 2001, month: 9, day: 11, direction: 'past' };
  return { first: i, last: i + 3, expression, rule: 'named-day' };
}

/** `2019-03`; `2009-10` is rather a season or school year. */
function readIsoMonth(tokens: readonly Token[], i: number): DateMatch | null {
  const year = yearOf(tokens[i]);
  const text = tokens[i + 2]?.text ?? '';
  const month = Number(text);
  if (year < 1900 || text.length !== 2 || !(month >= 1 && month <= 12) || month === (year % 100) + 1) return null;
  if (tokens[i + 1]?.text !== '-' || tokens[i + 1]?.spaced || tokens[i + 2]?.spaced || isDash(tokens[i + 3]))
    return null;
  if (month > year % 100) return null;
  return { first: i, last: i + 3, expression: { type: 'month', year, month, direction: 'past' }, rule: 'digits' };
}

/** Years of two digits from here on are of the last century. */
const PIVOT = 50;

function numericMatch(
  scan: DateScan,
  first: number,
  last: number,
  [a, b, c]: readonly [number, number, number],
): DateMatch | null {
  const match = (year: number, month: number, day: number, rule = 'digits', approximate = false): DateMatch | null =>
    year >= 1000 && year < 2200 && isDay(year, month, day)
      ? { first, last, expression: { type: 'day', year, month, day, direction: 'past' }, rule, approximate }
      : null;
  if (a >= 1000) return match(a, b, c);
  const year = c < PIVOT ? 2000 + c : c < 100 ? 1900 + c : c;
  if (a > 12) return match(year, b, a, DAY_FIRST);
  if (b > 12) return match(year, a, b, MONTH_FIRST);
  if (a === b) return match(year, a, b);
  const weekday = weekdayBefore(scan, first);
  if (weekday !== null) {
    const fits = (month: number, day: number): boolean => weekdayOf(dayNumber(year, month, day)) === weekday;
    if (fits(b, a) !== fits(a, b)) return fits(b, a) ? match(year, b, a, DAY_FIRST) : match(year, a, b, MONTH_FIRST);
  }
  // Day first is the rule in most countries; `3/4/2021` stays in doubt unless the text has shown its order.
  const slashed = scan.tokens[first + 1]?.text === '/';
  const shown = (rule: string): boolean => slashed && scan.found.slice(-ORDER_REACH).some((d) => d.rule.endsWith(rule));
  const [dayFirst, monthFirst] = [shown(DAY_FIRST), shown(MONTH_FIRST)];
  if (monthFirst && !dayFirst) return match(year, a, b);
  return match(year, b, a, 'digits', monthFirst || !dayFirst);
}

/** The weekday of `Fri, 05/03/2021`, which shows the order, or null. */
function weekdayBefore({ tokens, words }: DateScan, first: number): number | null {
  const word = tokens[tokens[first - 1]?.text === ',' ? first - 2 : first - 1];
  return words.weekdays.of(word) ?? words.shortWeekdays.of(word) ?? null;
}

/** How many dates back show the order. */
const ORDER_REACH = 40;
const DAY_FIRST = 'digits-day-first';
const MONTH_FIRST = 'digits-month-first';
