/** Dates that name a month: `17 November 2022`, `Nov. 17`, `early May`, `July last year`. */
import type { DateExpression, Direction, Token } from '../../annotations';
import { isDay } from '../../calendar';
import { directionOf } from './direction';
import { type DateMatch, type DateScan, dayOfMonth, isCapitalized, isDash, STEPS, yearOf } from './scan';
import { ORDINAL_SUFFIXES } from '../../lexicon/numbers';
import { WordSet } from '../../lexicon/word-table';

/** A day, or a range of days, of one month. */
interface Days {
  readonly from: number;
  readonly to: number;
}

/** Reads a date around the name of a month at token `i`, or null where the word is no month. */
export function readMonthDate(scan: DateScan, i: number): DateMatch | null {
  const { tokens, words } = scan;
  const token = tokens[i];
  const month = words.months.of(token);
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
  if (ORDINAL_SUFFIXES.holds(tokens[k]) && !tokens[k]?.spaced) day = dayOfMonth(tokens[--k]);
  else if (tokens[k + 1]?.lower !== 'of') day = dayOfMonth(tokens[k]);
  else day = tokens[k - 1]?.lower === 'the' && tokens[i + 1]?.lower !== "'s" ? (words.ordinals.of(tokens[k]) ?? 0) : 0;
  if (day === 0 || k < scan.floor || !isDay(null, month, day)) return null;
  // `17 May Day`, `5 March 3`: what follows decides for the day behind the month.
  let days: Days = { from: day, to: day };
  if (k - 2 >= scan.floor && isRange(tokens[k - 1])) {
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
  if (tokens[k]?.lower === 'the' && ORDINAL_SUFFIXES.holds(tokens[k + 2])) k++;
  const day = dayOfMonth(tokens[k]);
  if (day === 0 || !isDay(null, month, day)) return null;
  k++;
  if (ORDINAL_SUFFIXES.holds(tokens[k]) && !tokens[k]?.spaced) k++;
  const next = tokens[k];
  if (next !== undefined && NUMBER_GOES_ON.holds(next)) return null;
  // `In May 30 people`: the number counts people; `in the May 30 attack` is another thing.
  if (next !== undefined && words.counted.holds(next) && tokens[i - 1]?.lower === 'in') return null;
  if (next?.text === ':' && !next.spaced && tokens[k + 1]?.kind === 'number' && !tokens[k + 1]?.spaced) return null;
  let days: Days = { from: day, to: day };
  if (isRange(next)) {
    const to = dayOfMonth(tokens[k + 1]);
    if (to > day && !words.counted.holds(tokens[k + 2])) {
      days = { from: day, to };
      k += 2;
    }
  }
  const year = yearBehind(scan, k, words.counted);
  return dayMatch(scan, i, year.last, { year: year.year, month, days }, 'month-day');
}

const NUMBER_GOES_ON = new WordSet(['%', 'percent', 'per', 'million', 'billion', 'thousand', 'hundred', 'dozen']);

/** `3-5`, `3 to 5`, `3 through 5`. */
function isRange(token: Token | undefined): boolean {
  return isDash(token) || token?.lower === 'to' || token?.lower === 'through';
}

/** The first of `3 and 9 May [2021]` at its digits. */
export function readDayAhead(scan: DateScan, i: number): DateMatch | null {
  const { tokens, words } = scan;
  const day = dayOfMonth(tokens[i]);
  const joint = tokens[i + 1]?.lower;
  if (day === 0 || i < scan.floor || (joint !== 'and' && joint !== 'or') || dayOfMonth(tokens[i + 2]) <= day)
    return null;
  const month = words.months.of(tokens[i + 3]);
  if (month === undefined || !isCapitalized(tokens[i + 3]) || !isDay(null, month, day)) return null;
  const { year } = yearBehind(scan, i + 4, words.counted);
  return dayMatch(scan, i, i + 1, { year, month, days: { from: day, to: day } }, 'day-month');
}

/** The second of `May 3 and 9` at its digits. */
export function readNextDay(scan: DateScan, i: number): DateMatch | null {
  const { tokens } = scan;
  const day = dayOfMonth(tokens[i]);
  const last = scan.found.at(-1);
  if (day === 0 || last?.last !== i - 1 || last.expression.type !== 'day') return null;
  const joint = tokens[i - 1];
  if (joint?.lower !== 'and' && joint?.lower !== 'or') return null;
  if (!last.rule.endsWith('month-day') || day <= last.expression.day || !isDay(null, last.expression.month, day))
    return null;
  const next = tokens[i + 1];
  if (next !== undefined && next.kind !== 'punctuation' && !BEHIND_DAY.holds(next)) return null;
  return { first: i, last: i + 1, expression: { ...last.expression, day }, rule: 'month-next-day' };
}

const BEHIND_DAY = new WordSet('in at for with when after before as by and but to of on'.split(' '));

/** The year at token `k` or behind a comma there; `last` is where the date ends. */
function yearBehind(
  scan: DateScan,
  k: number,
  counted: WordSet,
): { readonly year: number | null; readonly last: number } {
  const { tokens } = scan;
  let at = k;
  const joint = tokens[at];
  if (joint?.text === ',' || joint?.lower === 'of' || (isDash(joint) && joint?.spaced === false)) at++;
  const year = yearOf(tokens[at]);
  if (year === 0) return { year: null, last: k };
  // `in May 2000 people fled`; years that are no round numbers are years (`the February 1960 killed …`).
  const likely = year >= 1800 && year <= 2100 && year % 100 !== 0;
  if (!likely && counted.holds(tokens[at + 1])) return { year: null, last: k };
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
  const told = worded ?? directionOf(scan, first, last);
  // `gave no reason for the Jan. 14 deadline`: what was said of it is past, the deadline need not be.
  const direction =
    worded === undefined && told === 'past' && scan.words.scheduled.holds(scan.tokens[last]) ? 'nearest' : told;
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
  if (before === 'that' && i - 1 >= scan.floor) {
    // `That September`: of the year told of before.
    const told = scan.found.findLast((d) => 'year' in d.expression)?.expression;
    const of = told !== undefined && 'year' in told ? told.year : null;
    if (of !== null)
      return {
        first: i - 1,
        last: i + 1,
        expression: { type: 'month', year: of, month, direction: 'past' },
        rule: 'month-of-year',
        approximate: true,
      };
  }
  const relative = yearsBehind(scan, i + 1);
  if (relative !== null && worded === undefined)
    return {
      first,
      last: relative.last,
      expression: { type: 'month', year: null, years: relative.years, month, direction: 'nearest' },
      rule: 'month-of-year',
    };
  const modified = worded !== undefined || PARTS.has(before);
  if (!modified && !standsAsMonth(scan, i, word)) return null;
  if (worded !== undefined && i - 1 >= scan.floor) first = i - 1;
  // `to win May's election`: the verb is not that of the month's event.
  const possessive = tokens[i + 1]?.lower === "'s";
  const direction = worded ?? (possessive ? 'nearest' : directionOf(scan, first, i + 1));
  if (before === 'this' && tokens[i - 2]?.lower !== 'past')
    return { first, last: i + 1, expression: { type: 'month', year: null, years: 0, month, direction }, rule: 'month' };
  return { first, last: i + 1, expression: { type: 'month', year: null, month, direction }, rule: 'month' };
}

const PARTS = new Set(['early', 'mid', 'late']);

/** `[July] last year`, `[May] of this year` at the token behind the month: years from that of publication. */
function yearsBehind(scan: DateScan, k: number): { readonly years: number; readonly last: number } | null {
  const { tokens } = scan;
  const at = tokens[k]?.lower === 'of' ? k + 1 : k;
  const years = STEPS.get(tokens[at]?.lower ?? '');
  return years === undefined || tokens[at + 1]?.lower !== 'year' ? null : { years, last: at + 2 };
}

/** Whether a bare month's name is meant as a month: `in May`, not `Theresa May` or `March for Life`. */
function standsAsMonth(scan: DateScan, i: number, word: string): boolean {
  const { tokens, words } = scan;
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  const possessive = after?.lower === "'s";
  const name = isCapitalized(after) && after.spaced && !words.months.holds(after);
  // `April's parliamentary election`
  if (possessive && [i + 2, i + 3].some((k) => words.scheduled.holds(tokens[k]))) return true;
  if (before !== undefined && words.datePrepositions.holds(before))
    return (
      !(name && words.ambiguousMonths.has(word)) &&
      (STRONG.holds(before) || !possessive || !words.ambiguousMonths.has(word))
    );
  if (before !== undefined && (before.lower === 'and' || before.lower === 'or' || before.text === ',')) {
    // `between March and June`, `in April, May and June`.
    const last = scan.found.at(-1);
    return last !== undefined && last.expression.type === 'month' && i - last.last <= 2 && !name;
  }
  // `the May talks`, `a June deal`, but `the March for Water`.
  if (
    before !== undefined &&
    DETERMINERS.holds(before) &&
    after?.kind === 'word' &&
    after.spaced &&
    after.case === 'none'
  )
    return !words.ambiguousMonths.has(word) || !NO_NOUN.holds(after);
  if (words.ambiguousMonths.has(word)) return before?.lower === 'of' && HALVES.holds(tokens[i - 2]);
  if (isCapitalized(before) && before.spaced && i - 1 > (scan.sentences[before.sentence]?.first ?? 0)) return false;
  return !name;
}

const STRONG = new WordSet(['in', 'since', 'until', 'till', 'during', 'throughout']);
const DETERMINERS = new WordSet(['the', 'a', 'an', 'its', 'their', 'his', 'her', "'s"]);
const NO_NOUN = new WordSet(
  'for of on in at to by from and or was is were are has had will would against with through that which'.split(' '),
);
const HALVES = new WordSet(['end', 'beginning', 'start', 'middle', 'month', 'half', 'days', 'weeks', 'week']);
