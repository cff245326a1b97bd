/** Quarters and halves of a year: `the second quarter of 2023`, `third-quarter profits`, `the first half of last year`. */
import type { DateExpression, Direction } from '../../annotations';
import { lastQuarter, yearBefore } from './anchor';
import { directionOf } from './direction';
import { type DateMatch, type DateScan, isDash, STEPS, yearOf } from './scan';
import { WordSet } from '../../lexicon/word-table';

const ORDINALS: ReadonlyMap<string, number> = new Map([
  ['first', 1],
  ['1st', 1],
  ['second', 2],
  ['2nd', 2],
  ['third', 3],
  ['3rd', 3],
  ['fourth', 4],
  ['4th', 4],
]);

const RELATIVE: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['previous', -1],
  ['prior', -1],
  ['this', 0],
  ['current', 0],
  ['next', 1],
  ['coming', 1],
]);

/** Reads the quarter whose word stands at token `i`. */
export function readQuarter(scan: DateScan, i: number): DateMatch | null {
  const { tokens } = scan;
  const before = partBefore(scan, i);
  const quarter = ORDINALS.get(tokens[before]?.lower ?? '');
  if (quarter === undefined) return earlierPeriod(scan, i) ?? unnumberedQuarter(scan, i);
  const match = partOfYear(scan, before, i, [quarter * 3 - 2, quarter * 3], 'quarter');
  // Without its year it may be one of a match.
  return match !== null && match.last === i + 1 && match.first === before && !speaksOfMoney(scan, i) ? null : match;
}

/** So many tokens around a quarter say whether it is one of the year. */
const NEAR = 30;

function speaksOfMoney({ tokens, words }: DateScan, i: number): boolean {
  for (let k = Math.max(0, i - NEAR); k < Math.min(tokens.length, i + NEAR); k++)
    if (words.money.holds(tokens[k])) return true;
  return false;
}

/** Reads `the first half of 2022` at `half`; `first half` alone is rather one of a match. */
export function readHalf(scan: DateScan, i: number): DateMatch | null {
  const { tokens } = scan;
  const before = partBefore(scan, i);
  const word = tokens[before]?.lower ?? '';
  const half = word === 'last' || word === 'latter' ? 2 : (ORDINALS.get(word) ?? 0);
  if (half !== 1 && half !== 2) return null;
  const match = partOfYear(scan, before, i, half === 1 ? [1, 6] : [7, 12], 'half');
  return match !== null && match.last > i + 1 ? match : null;
}

/** The token that says which one: `third quarter`, `third-quarter`. */
function partBefore(scan: DateScan, i: number): number {
  const hyphen = isDash(scan.tokens[i - 1]) && scan.tokens[i]?.spaced === false;
  return hyphen ? i - 2 : i - 1;
}

/** Months `from` to `to` of the year that stands behind or before them, else of the nearest one. */
function partOfYear(
  scan: DateScan,
  before: number,
  i: number,
  [from, to]: readonly [number, number],
  rule: string,
): DateMatch | null {
  if (before < scan.floor) return null;
  const year = yearAround(scan, before, i);
  // Companies expect to report what has just ended: unless it is past, it is the nearest.
  const told = year.direction ?? directionOf(scan, before, i + 1);
  const direction = told === 'future' ? 'nearest' : told;
  const month = (n: number): DateExpression => ({
    type: 'month',
    year: year.year,
    ...year.relative,
    month: n,
    direction,
  });
  return {
    first: year.first,
    last: year.last,
    expression: { type: 'interval', from: month(from), to: month(to) },
    rule,
  };
}

interface YearAround {
  readonly first: number;
  readonly last: number;
  readonly year: number | null;
  readonly relative: { readonly years?: number };
  readonly direction: Direction | null;
}

/** Whether `third quarter` or `second-half` begins at token `k`: the year before it belongs to it. */
export function opensPart({ tokens }: DateScan, k: number): boolean {
  if (!ORDINALS.has(tokens[k]?.lower ?? '')) return false;
  const noun = isDash(tokens[k + 1]) ? tokens[k + 2] : tokens[k + 1];
  return noun?.lower === 'quarter' || noun?.lower === 'half';
}

/** `… of 2023`, `… of last year`, `the 2023 third quarter`, `this year's third quarter`. */
function yearAround(scan: DateScan, before: number, i: number): YearAround {
  const { tokens, floor } = scan;
  const none = { first: before, last: i + 1, year: null, relative: {}, direction: null };
  const at = tokens[i + 1]?.lower === 'of' || tokens[i + 1]?.lower === 'in' ? i + 2 : i + 1;
  const fiscal = tokens[at]?.lower === 'fiscal' ? at + 1 : at;
  const behind = yearOf(tokens[fiscal]);
  if (behind > 0) return { ...none, last: fiscal + 1, year: behind, direction: 'past' };
  const steps = STEPS.get(tokens[at]?.lower ?? '');
  if (steps !== undefined && tokens[at + 1]?.lower === 'year')
    return { ...none, last: at + 2, relative: { years: steps } };
  const ahead = yearOf(tokens[before - 1]);
  if (ahead > 0 && before - 1 >= floor) return { ...none, first: before - 1, year: ahead, direction: 'past' };
  if (tokens[before - 1]?.lower === "'s" && tokens[before - 2]?.lower === 'year') {
    const years = STEPS.get(tokens[before - 3]?.lower ?? '');
    if (years !== undefined && before - 3 >= floor) return { ...none, first: before - 3, relative: { years } };
  }
  if (EARLIER.holds(tokens[before - 1]) && isDash(tokens[before - 2]) && tokens[before - 3]?.lower === 'year')
    return before - 3 < floor ? none : { ...none, first: before - 3, relative: { years: -1 } };
  return none;
}

/** `the year-earlier quarter`, `the year-ago period`: that far from the quarter before, else a year from the day of publication. */
export function earlierPeriod(scan: DateScan, i: number): DateMatch | null {
  const { tokens, floor } = scan;
  if (!EARLIER.holds(tokens[i - 1]) || !isDash(tokens[i - 2]) || tokens[i - 3]?.lower !== 'year') return null;
  if (i - 3 < floor) return null;
  const anchor = lastQuarter(scan, i);
  const expression: DateExpression =
    anchor < 0
      ? tokens[i]?.lower === 'quarter'
        ? { type: 'relative', unit: 'quarter', amount: -5, span: true }
        : { type: 'relative', unit: 'year', amount: -1, span: true }
      : yearBefore(scan, anchor);
  return { first: i - 3, last: i + 1, expression, rule: 'year-earlier', approximate: true };
}

const EARLIER = new WordSet(['earlier', 'ago']);

/** `last quarter`, `the current quarter`; `the quarter` and `the latest quarter` are the one named before. */
function unnumberedQuarter(scan: DateScan, i: number): DateMatch | null {
  const { tokens, floor, found } = scan;
  const before = tokens[i - 1]?.lower ?? '';
  if (i - 1 < floor) return null;
  const amount = RELATIVE.get(before);
  if (amount !== undefined)
    return {
      first: i - 1,
      last: i + 1,
      expression: { type: 'relative', unit: 'quarter', amount, span: true },
      rule: 'quarter',
    };
  const latest = before === 'latest';
  if (!latest && before !== 'the' && before !== 'that') return null;
  const named = found.findLast((d) => d.rule === 'quarter');
  if (named !== undefined && !NOT_OF_TIME.holds(tokens[i + 1]))
    return { first: i - 1, last: i + 1, expression: named.expression, rule: 'same-quarter', approximate: true };
  if (!latest) return null;
  return {
    first: i - 1,
    last: i + 1,
    expression: { type: 'relative', unit: 'quarter', amount: -1, span: true },
    rule: 'quarter',
  };
}

/** `the quarter of the city`, `the quarter final`. */
const NOT_OF_TIME = new WordSet(['of', 'final', 'finals', '-']);
