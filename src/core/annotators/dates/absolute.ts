/** Dates that name a month or give it in digits: `17 November 2022`, `Nov. 17`, `early May`, `2022-11-17`, `17/11/2022`. */
import type { DateExpression, Direction } from '../../annotations';
import { isDay } from '../../calendar';
import { directionOf } from './direction';
import { type DateMatch, type DateScan, dayOfMonth, isCapitalized, isDash, yearOf } from './scan';

/** A day, or a range of days, of one month. */
interface Days {
  readonly from: number;
  readonly to: number;
}

/** Reads a date around the name of a month at token `i`, or null where the word is no month. */
export function readMonthDate(scan: DateScan, i: number): DateMatch | null {
  const { tokens, words } = scan;
  const token = tokens[i];
  const month = words.months.get(token?.lower ?? '');
  if (month === undefined || !isCapitalized(token)) return null;
  return dayBeforeMonth(scan, i, month) ?? dayAfterMonth(scan, i, month) ?? monthAlone(scan, i, month);
}

/** `17 November[,] [2022]`, `the 17th of November`, `17-Nov-2022`, `3-5 May`. */
function dayBeforeMonth(scan: DateScan, i: number, month: number): DateMatch | null {
  const { tokens, words } = scan;
  let k = i - 1;
  if (tokens[k]?.lower === 'of') k--;
  else if (isDash(tokens[k]) && !tokens[k]?.spaced) k--;
  let day: number;
  if (ORDINAL_SUFFIXES.has(tokens[k]?.lower ?? '') && !tokens[k]?.spaced) day = dayOfMonth(tokens[--k]);
  else day = tokens[k + 1]?.lower === 'of' ? 0 : dayOfMonth(tokens[k]);
  if (day === 0 || k < scan.floor || !isDay(null, month, day)) return null;
  // `17 May Day`, `5 March 3`: what follows decides for the day behind the month.
  let days: Days = { from: day, to: day };
  if (k - 2 >= scan.floor && (isDash(tokens[k - 1]) || tokens[k - 1]?.lower === 'to')) {
    const from = dayOfMonth(tokens[k - 2]);
    if (from > 0 && from < day) {
      days = { from, to: day };
      k -= 2;
    }
  }
  const year = yearBehind(scan, i + 1, words.counted);
  return dayMatch(scan, k, year.last, { year: year.year, month, days }, 'day-month');
}

/** `November 17[th][,] [2022]`, `May 3-5`. */
function dayAfterMonth(scan: DateScan, i: number, month: number): DateMatch | null {
  const { tokens, words } = scan;
  let k = i + 1;
  if (isDash(tokens[k]) && !tokens[k]?.spaced) k++;
  if (tokens[k]?.lower === 'the' && ORDINAL_SUFFIXES.has(tokens[k + 2]?.lower ?? '')) k++;
  const day = dayOfMonth(tokens[k]);
  if (day === 0 || !isDay(null, month, day)) return null;
  k++;
  if (ORDINAL_SUFFIXES.has(tokens[k]?.lower ?? '') && !tokens[k]?.spaced) k++;
  const next = tokens[k];
  if (next !== undefined && (NUMBER_GOES_ON.has(next.lower) || words.counted.has(next.lower))) {
    // `In May 30 people`: the number counts people; `in the May 30 attack` is another thing.
    if (NUMBER_GOES_ON.has(next.lower) || tokens[i - 1]?.lower === 'in') return null;
  }
  let days: Days = { from: day, to: day };
  if (isDash(next) || next?.lower === 'to') {
    const to = dayOfMonth(tokens[k + 1]);
    if (to > day && !words.counted.has(tokens[k + 2]?.lower ?? '')) {
      days = { from: day, to };
      k += 2;
    }
  }
  const year = yearBehind(scan, k, words.counted);
  return dayMatch(scan, i, year.last, { year: year.year, month, days }, 'month-day');
}

const ORDINAL_SUFFIXES = new Set(['st', 'nd', 'rd', 'th']);
const NUMBER_GOES_ON = new Set(['%', 'percent', 'per', 'million', 'billion', 'thousand', 'hundred', 'dozen', ':']);

/** The year at token `k` or behind a comma there; `last` is where the date ends. */
function yearBehind(
  scan: DateScan,
  k: number,
  counted: ReadonlySet<string>,
): { readonly year: number | null; readonly last: number } {
  const { tokens } = scan;
  let at = k;
  const joint = tokens[at];
  if (joint?.text === ',' || joint?.lower === 'of' || (isDash(joint) && joint?.spaced === false)) at++;
  const year = yearOf(tokens[at]);
  if (year === 0 || counted.has(tokens[at + 1]?.lower ?? '')) return { year: null, last: k };
  return { year, last: at + 1 };
}

function dayMatch(
  scan: DateScan,
  first: number,
  last: number,
  date: { readonly year: number | null; readonly month: number; readonly days: Days },
  rule: string,
): DateMatch {
  const { year, month, days } = date;
  let start = first;
  const modifier = scan.tokens[first - 1]?.lower ?? '';
  const worded = year === null && first - 1 >= scan.floor ? MODIFIERS.get(modifier) : undefined;
  if (worded !== undefined) start--;
  const direction = worded ?? directionOf(scan, first, last);
  const at = (day: number): DateExpression => ({ type: 'day', year, month, day, direction });
  const expression: DateExpression =
    days.from === days.to ? at(days.from) : { type: 'interval', from: at(days.from), to: at(days.to) };
  return { first: start, last, expression, rule: year === null ? rule : `${rule}-year` };
}

const MODIFIERS: ReadonlyMap<string, Direction> = new Map([
  ['last', 'past'],
  ['past', 'past'],
  ['next', 'future'],
  ['coming', 'future'],
  ['upcoming', 'future'],
]);

/** `November 2022`, `early May`, `last May`, `in May`, `the November truce`. */
function monthAlone(scan: DateScan, i: number, month: number): DateMatch | null {
  const { tokens, words } = scan;
  const word = tokens[i]?.lower ?? '';
  const year = yearBehind(scan, i + 1, words.counted);
  let first = i;
  let before = tokens[i - 1]?.lower ?? '';
  if (isDash(tokens[i - 1]) && tokens[i - 2]?.lower === 'mid') {
    first = i - 2;
    before = 'mid';
  } else if (PARTS.has(before)) first = i - 1;
  if (first < scan.floor) return null;
  if (year.year !== null)
    return {
      first,
      last: year.last,
      expression: { type: 'month', year: year.year, month, direction: directionOf(scan, first, year.last) },
      rule: 'month-year',
    };
  const worded = MODIFIERS.get(before) ?? (before === 'this' ? 'nearest' : undefined);
  const modified = worded !== undefined || PARTS.has(before);
  if (!modified && !standsAsMonth(scan, i, word)) return null;
  if (worded !== undefined && i - 1 >= scan.floor) first = i - 1;
  const direction = worded ?? directionOf(scan, first, i + 1);
  return { first, last: i + 1, expression: { type: 'month', year: null, month, direction }, rule: 'month' };
}

const PARTS = new Set(['early', 'mid', 'late']);

/** Whether a bare month's name is meant as a month: `in May`, not `Theresa May` or `March for Life`. */
function standsAsMonth(scan: DateScan, i: number, word: string): boolean {
  const { tokens, words } = scan;
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  const possessive = after?.lower === "'s";
  const name = isCapitalized(after) && after.spaced && !words.months.has(after.lower);
  if (before !== undefined && words.datePrepositions.has(before.lower))
    return !(name && words.ambiguousMonths.has(word)) && (STRONG.has(before.lower) || !possessive);
  if (before !== undefined && (before.lower === 'and' || before.lower === 'or' || before.text === ',')) {
    // `between March and June`, `in April, May and June`.
    const last = scan.found.at(-1);
    return last !== undefined && last.expression.type === 'month' && i - last.last <= 2 && !name;
  }
  if (words.ambiguousMonths.has(word)) return before?.lower === 'of' && HALVES.has(tokens[i - 2]?.lower ?? '');
  if (isCapitalized(before) && before.spaced && i - 1 > (scan.sentences[before.sentence]?.first ?? 0)) return false;
  return !name;
}

const STRONG = new Set(['in', 'since', 'until', 'till', 'during', 'throughout']);
const HALVES = new Set(['end', 'beginning', 'start', 'middle', 'month', 'half', 'days', 'weeks', 'week']);

/** `2022-11-17`, `2022/11/17`, `17/11/2022`, `17.11.2022` at token `i`, or null. */
export function readNumericDate(scan: DateScan, i: number): DateMatch | null {
  const { tokens } = scan;
  const token = tokens[i];
  if (token?.kind !== 'number') return null;
  if (token.text.length >= 8 && token.text.length <= 10 && token.text.includes('.')) {
    const [a, b, c] = token.text.split('.').map(Number);
    return a !== undefined && b !== undefined && c !== undefined ? numericMatch(i, i + 1, a, b, c) : null;
  }
  if (token.text.length > 4) return null;
  const mark = tokens[i + 1]?.text;
  if (mark !== '-' && mark !== '/' && mark !== '.') return null;
  if (tokens[i + 3]?.text !== mark || tokens[i + 4]?.kind !== 'number') return null;
  for (let k = i + 1; k <= i + 4; k++) if (tokens[k]?.spaced) return null;
  const middle = tokens[i + 2]?.text ?? '';
  if (middle.length > 2) return null;
  return numericMatch(i, i + 5, Number(token.text), Number(middle), Number(tokens[i + 4]?.text));
}

function numericMatch(first: number, last: number, a: number, b: number, c: number): DateMatch | null {
  const match = (year: number, month: number, day: number, approximate = false): DateMatch | null =>
    year >= 1000 && year < 2200 && isDay(year, month, day)
      ? { first, last, expression: { type: 'day', year, month, day, direction: 'past' }, rule: 'digits', approximate }
      : null;
  if (a >= 1000) return match(a, b, c);
  const year = c < 100 ? 2000 + c : c;
  if (a > 12) return match(year, b, a);
  if (b > 12) return match(year, a, b);
  // Day first is the rule in most countries; `3/4/2021` stays in doubt.
  return match(year, b, a, a !== b);
}
