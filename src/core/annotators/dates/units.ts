/** Dates that count in days, weeks, months and years: `last month`, `eight months ago`, `two days later`, `the following year`. */
import type { DateExpression, DateUnit } from '../../annotations';
import { readNumber } from '../../lexicon/numbers';
import { fromDate, fromDay, lastQuarter, yearBefore } from './anchor';
import { opensPart } from './quarters';
import { type DateMatch, type DateScan, isDash, STEPS } from './scan';
import { WordSet } from '../../lexicon/word-table';

/** `last month`, `this week`, `the same day`, `eight months ago`, `two days later` at the unit's word `i`. */
export function readUnit(scan: DateScan, i: number): DateMatch | null {
  const { tokens, words } = scan;
  const token = tokens[i];
  const unit = words.units.of(token);
  if (unit === undefined || token === undefined) return null;
  const before = tokens[i - 1]?.lower ?? '';
  const plural = token.lower.endsWith('s');
  const singular = plural || unit.count !== 1 ? null : unit.unit;
  return (
    (singular === null ? null : endOfUnit(scan, i, singular)) ??
    (i - 1 < scan.floor
      ? null
      : ((singular === null
          ? null
          : (calendarUnit(scan, i, singular, before) ?? neighbour(scan, i, singular, before))) ??
        countedUnit(scan, i, unit.unit, unit.count) ??
        (plural ? recentUnits(i, before) : null)))
  );
}

/** `last month`, `this week`, `next year`. With `the` it is a length of time (`over the last year`), as with `of` behind it. */
function calendarUnit(scan: DateScan, i: number, unit: DateUnit, before: string): DateMatch | null {
  const { tokens } = scan;
  const current = before === 'current' && unit !== 'day';
  const step = current ? 0 : STEPS.get(before);
  if (step === undefined || unit === 'day') return null;
  const determiner = tokens[i - 2]?.lower ?? '';
  if (!current && (determiner === 'the' || determiner === 'at')) return null;
  if (tokens[i + 1]?.lower === 'of' || (tokens[i + 1]?.lower === "'s" && opensPart(scan, i + 2))) return null;
  return {
    first: i - 1,
    last: i + 1,
    expression: { type: 'relative', unit, amount: step, span: true },
    rule: 'calendar-unit',
  };
}

/** `year-end`, `the year's end`, `the end of the year`, `the first nine months of the year`: of that named before, else of publication. */
function endOfUnit(scan: DateScan, i: number, unit: DateUnit): DateMatch | null {
  const { tokens, floor } = scan;
  if (unit !== 'year' && unit !== 'month') return null;
  const relative: DateExpression = { type: 'relative', unit, amount: 0, span: true };
  if (
    unit === 'year' &&
    isDash(tokens[i + 1]) &&
    !tokens[i + 1]?.spaced &&
    tokens[i + 2]?.lower === 'end' &&
    i >= floor
  ) {
    if (tokens[i - 1]?.lower === 'fiscal') return null;
    if (tokens[i + 3]?.kind === 'word' && !AFTER_YEAR_END.holds(tokens[i + 3])) return null;
    const direction = tokens[i - 1]?.lower === 'since' ? 'past' : 'future';
    const expression: DateExpression = { type: 'day', year: null, month: 12, day: 31, direction };
    return { first: i, last: i + 3, expression, rule: 'year-end' };
  }
  if (tokens[i - 1]?.lower !== 'the' || i - 1 < floor || tokens[i + 1]?.lower === 'of') return null;
  const ends = tokens[i + 1]?.lower === "'s" && tokens[i + 2]?.lower === 'end';
  const part = tokens[i - 2]?.lower === 'of' && PARTS.holds(tokens[i - 3]);
  if (!ends && !part) return null;
  const expression = fromDate(scan, unit, 0, true, i) ?? relative;
  return { first: i - 1, last: ends ? i + 3 : i + 1, expression, rule: 'part-of-unit', approximate: true };
}

const AFTER_YEAR_END = new WordSet([
  'and',
  'but',
  'or',
  'as',
  'when',
  'if',
  'to',
  'for',
  'at',
  'in',
  'with',
  'after',
  'from',
  'he',
  'she',
  'it',
]);
const PARTS = new WordSet(
  'end beginning start middle half rest remainder part months quarter quarters course close turn'.split(' '),
);

/**
 * `the same day`, `the next day`, `that week`, `the previous month`, `the following year`, `the day before`, `a day after`: counted from
 * the date before.
 */
function neighbour(scan: DateScan, i: number, unit: DateUnit, before: string): DateMatch | null {
  const { tokens, floor } = scan;
  const behind = tokens[i + 1]?.lower;
  if (before === 'the' && (behind === 'before' || behind === 'after') && endsClause(scan, i + 2))
    return counted(scan, i - 1, i + 2, unit, behind === 'before' ? -1 : 1);
  if (before === 'that' && endsPhrase(scan, i + 1)) {
    const earlier = LATER.holds(tokens[i - 2]) && i - 2 >= floor;
    return counted(scan, earlier ? i - 2 : i - 1, i + 1, unit, 0);
  }
  const step = NEIGHBOURS.get(before);
  const determiner = tokens[i - 2]?.lower;
  if (step === undefined || i - 2 < floor || (determiner !== 'the' && !(step === 0 && determiner === 'that')))
    return null;
  // `the next year` is rather a length of time.
  if (before === 'next' && unit !== 'day') return null;
  return counted(scan, i - 2, i + 1, unit, step);
}

/** Units from the date before. */
export const NEIGHBOURS: ReadonlyMap<string, number> = new Map([
  ['same', 0],
  ['next', 1],
  ['following', 1],
  ['previous', -1],
  ['preceding', -1],
  ['prior', -1],
]);
const LATER = new WordSet(['later', 'earlier', 'early', 'late']);

function counted(scan: DateScan, first: number, last: number, unit: DateUnit, amount: number): DateMatch | null {
  if (unit === 'day') return fromDay(scan, first, last, amount, 'neighbouring-day');
  const expression = fromDate(scan, unit, amount, true, first);
  if (expression !== null) return { first, last, expression, rule: 'neighbouring-unit' };
  if (amount >= 0) return null;
  return { first, last, expression: { type: 'relative', unit, amount, span: true }, rule: 'neighbouring-unit' };
}

/** `eight months ago`, `some two years ago`, `a week or so ago`, `a day earlier`, `two days later`, `a few weeks ago`. */
function countedUnit(scan: DateScan, i: number, unit: DateUnit, count: number): DateMatch | null {
  const { tokens } = scan;
  const orSo = tokens[i + 1]?.lower === 'or' && OR_SO.holds(tokens[i + 2]);
  const at = orSo ? i + 3 : i + 1;
  const behind = tokens[at]?.lower ?? '';
  const step = DIRECTIONS.get(behind);
  if (step === undefined) return null;
  if ((behind === 'after' || behind === 'before') && !endsClause(scan, at + 1)) return null;
  const quantity = quantityBefore(scan, i);
  if (quantity === null) return null;
  let first = quantity.first;
  let approximate = orSo;
  while (first - 1 >= scan.floor && isApproximation(scan, first - 1)) {
    first--;
    approximate = true;
  }
  if (tokens[first]?.lower === 'than') first--;
  const last = at + 1;
  if (quantity.value === null) return { first, last, expression: { type: 'vague' }, rule: 'vague' };
  const amount = step * quantity.value * count;
  // `profit rose 5% in the quarter from a year ago`
  const quarter = unit === 'year' && amount === -1 && behind === 'ago' ? lastQuarter(scan, i) : -1;
  if (quarter >= 0) return { first, last, expression: yearBefore(scan, quarter), rule: 'ago', approximate };
  if (behind === 'ago' || behind === 'hence')
    return { first, last, expression: { type: 'relative', unit, amount, span: false }, rule: 'ago', approximate };
  if (unit === 'day' || unit === 'week')
    return fromDay(scan, first, last, unit === 'week' ? amount * 7 : amount, 'later', approximate);
  const expression = distantUnit(scan, unit, amount, i);
  return expression === null ? null : { first, last, expression, rule: 'later', approximate };
}

/**
 * `a year earlier` is said of figures, and counts from now where no date stands before it. Other distances (`ten years later`) are told of
 * lives and wars: only a date with its year tells what they count from.
 */
function distantUnit(scan: DateScan, unit: DateUnit, amount: number, i: number): DateExpression | null {
  const expression = fromDate(scan, unit, amount, false, i);
  if (unit === 'year' && amount === -1) return expression ?? { type: 'relative', unit, amount, span: false };
  const anchor = expression?.type === 'offset' ? scan.found[expression.anchor]?.expression : undefined;
  return anchor !== undefined && 'year' in anchor && anchor.year !== null ? expression : null;
}

/** `some`, `nearly`, `less than`; but not the `than` of `higher than a year earlier`. */
function isApproximation({ tokens, words, floor }: DateScan, k: number): boolean {
  if (tokens[k]?.lower === 'than') return k - 1 >= floor && MORE.holds(tokens[k - 1]);
  return words.approximate.holds(tokens[k]);
}

const MORE = new WordSet(['more', 'less', 'fewer']);
const OR_SO = new WordSet(['so', 'two']);
const DIRECTIONS: ReadonlyMap<string, number> = new Map([
  ['ago', -1],
  ['earlier', -1],
  ['before', -1],
  ['later', 1],
  ['after', 1],
  ['hence', 1],
]);

/** The quantity that ends right before token `i`; value null for `a few`, `several`. */
function quantityBefore(scan: DateScan, i: number): { readonly first: number; readonly value: number | null } | null {
  const { tokens, words, floor } = scan;
  const word = tokens[i - 1]?.lower ?? '';
  if (word === 'a' || word === 'an') return { first: i - 1, value: 1 };
  if (words.vagueQuantities.has(word)) return { first: tokens[i - 2]?.lower === 'a' ? i - 2 : i - 1, value: null };
  if (word === 'of' && tokens[i - 2]?.lower === 'couple') return { first: Math.max(floor, i - 3), value: null };
  for (let first = Math.max(floor, i - 5); first < i; first++) {
    const number = readNumber(tokens, first);
    if (number?.last === i && number.value < 5000) return { first, value: Math.round(number.value) };
  }
  return null;
}

/** `in recent days`, `in the coming weeks`: evidence only. */
function recentUnits(i: number, before: string): DateMatch | null {
  if (before !== 'recent') return null;
  return { first: i - 1, last: i + 1, expression: { type: 'vague' }, rule: 'vague' };
}

/** Whether nothing hangs on a preposition before token `k`: punctuation, a conjunction or the end of the sentence. */
export function endsClause(scan: DateScan, k: number): boolean {
  const token = scan.tokens[k];
  if (token === undefined || token.sentence !== scan.tokens[k - 1]?.sentence) return true;
  return token.kind === 'punctuation' || CONJUNCTIONS.holds(token);
}

const CONJUNCTIONS = new WordSet(['and', 'but', 'when', 'as', 'in', 'at', 'by', 'with', 'to']);

/** Whether no noun follows on `that day`: `that day trip`. `that week's vote` goes on. */
function endsPhrase(scan: DateScan, k: number): boolean {
  return endsClause(scan, k) || scan.tokens[k]?.lower === "'s" || BEHIND_THAT.holds(scan.tokens[k]);
}

const BEHIND_THAT = new WordSet(
  'for from he she it they we i the a an was were had after before on alone because while'.split(' '),
);
