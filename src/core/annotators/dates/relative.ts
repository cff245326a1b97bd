/** Dates counted from the day of publication or from a date before: `today`, `last month`, `eight months ago`, `two days later`. */
import type { DateExpression, DateUnit } from '../../annotations';
import { readNumber } from '../../lexicon/numbers';
import { type DateMatch, type DateScan, yearOf } from './scan';

/** `today`, `yesterday morning`, `tomorrow night`, `tonight` at token `i`. */
export function readDayWord(scan: DateScan, i: number): DateMatch | null {
  const { tokens, words } = scan;
  const token = tokens[i];
  const amount = words.dayWords.get(token?.lower ?? '');
  if (token === undefined || amount === undefined) return null;
  // `USA Today`, `Russia Today`.
  const opens = i === scan.sentences[token.sentence]?.first;
  if (token.case === 'initial' && !opens && tokens[i - 1]?.kind === 'word' && tokens[i - 1]?.case !== 'none')
    return null;
  const last = words.partsOfDay.has(tokens[i + 1]?.lower ?? '') ? i + 2 : i + 1;
  if (tokens[i - 2]?.lower === 'day' && (tokens[i - 1]?.lower === 'before' || tokens[i - 1]?.lower === 'after')) {
    const step = tokens[i - 1]?.lower === 'before' ? -1 : 1;
    const first = tokens[i - 3]?.lower === 'the' ? i - 3 : i - 2;
    if (first >= scan.floor) return { first, last, expression: days(amount + step), rule: 'day-word' };
  }
  return { first: i, last, expression: days(amount), rule: 'day-word' };
}

function days(amount: number): DateExpression {
  return { type: 'relative', unit: 'day', amount, span: false };
}

/** `this morning`, `last night`, `overnight`, `the same evening` at the part of the day. */
export function readPartOfDay(scan: DateScan, i: number): DateMatch | null {
  const { tokens } = scan;
  const word = tokens[i]?.lower ?? '';
  const before = tokens[i - 1]?.lower ?? '';
  if (word === 'overnight') {
    const noun = tokens[i + 1];
    if (ARTICLES.has(before) || (noun?.lower === 'stay' && noun.spaced)) return null;
    return { first: i, last: i + 1, expression: { type: 'interval', from: days(-1), to: days(0) }, rule: 'overnight' };
  }
  if (i - 1 < scan.floor) return null;
  if (before === 'this') return { first: i - 1, last: i + 1, expression: days(0), rule: 'part-of-day' };
  if (before === 'last' && (word === 'night' || word === 'evening'))
    return { first: i - 1, last: i + 1, expression: days(-1), rule: 'part-of-day' };
  if (before === 'same') return fromAnchor(scan, i - 1, i + 1, 0, 'same-day');
  return null;
}

const ARTICLES = new Set(['a', 'an', 'the', 'its', 'their', 'his', 'her', 'another']);

/** `last month`, `this week`, `the same day`, `eight months ago`, `two days later` at the unit's word `i`. */
export function readUnit(scan: DateScan, i: number): DateMatch | null {
  const { tokens, words } = scan;
  const token = tokens[i];
  const unit = words.units.get(token?.lower ?? '');
  if (unit === undefined || token === undefined || i - 1 < scan.floor) return null;
  const before = tokens[i - 1]?.lower ?? '';
  const plural = token.lower.endsWith('s');
  return (
    (plural ? null : calendarUnit(scan, i, unit.unit, before)) ??
    (plural ? null : neighbouringDay(scan, i, before)) ??
    countedUnit(scan, i, unit.unit, unit.count) ??
    (plural ? recentUnits(i, before) : null)
  );
}

const STEPS: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
]);

/** `last month`, `this week`, `next year`. With `the` it is a length of time (`over the last year`), as with `of` behind it. */
function calendarUnit(scan: DateScan, i: number, unit: DateUnit, before: string): DateMatch | null {
  const { tokens } = scan;
  const step = STEPS.get(before);
  if (step === undefined || unit === 'day') return null;
  const determiner = tokens[i - 2]?.lower ?? '';
  if (determiner === 'the' || determiner === 'at' || tokens[i + 1]?.lower === 'of') return null;
  if (scan.words.units.get(tokens[i]?.lower ?? '')?.count !== 1) return null;
  return {
    first: i - 1,
    last: i + 1,
    expression: { type: 'relative', unit, amount: step, span: true },
    rule: 'calendar-unit',
  };
}

/** `the same day`, `the next day`, `the previous day`, `the following day`, `the day before`, `a day after`. */
function neighbouringDay(scan: DateScan, i: number, before: string): DateMatch | null {
  const { tokens } = scan;
  if (tokens[i]?.lower !== 'day') return null;
  const step = NEIGHBOURS.get(before);
  if (step !== undefined && tokens[i - 2]?.lower === 'the' && i - 2 >= scan.floor)
    return fromAnchor(scan, i - 2, i + 1, step, 'neighbouring-day');
  const behind = tokens[i + 1]?.lower;
  if (before === 'the' && (behind === 'before' || behind === 'after') && endsClause(scan, i + 2))
    return fromAnchor(scan, i - 1, i + 2, behind === 'before' ? -1 : 1, 'neighbouring-day');
  return null;
}

const NEIGHBOURS: ReadonlyMap<string, number> = new Map([
  ['same', 0],
  ['next', 1],
  ['following', 1],
  ['previous', -1],
  ['preceding', -1],
]);

/** `eight months ago`, `some two years ago`, `a day earlier`, `two days later`, `a few weeks ago`. */
function countedUnit(scan: DateScan, i: number, unit: DateUnit, count: number): DateMatch | null {
  const { tokens, words } = scan;
  const behind = tokens[i + 1]?.lower ?? '';
  const step = DIRECTIONS.get(behind);
  if (step === undefined) return null;
  if ((behind === 'after' || behind === 'before') && !endsClause(scan, i + 2)) return null;
  const quantity = quantityBefore(scan, i);
  if (quantity === null) return null;
  let first = quantity.first;
  let approximate = false;
  while (first - 1 >= scan.floor && words.approximate.has(tokens[first - 1]?.lower ?? '')) {
    first--;
    approximate = true;
  }
  if (tokens[first]?.lower === 'than' && /^(?:more|less|fewer)$/.test(tokens[first - 1]?.lower ?? '')) first--;
  const last = i + 2;
  if (quantity.value === null) return { first, last, expression: { type: 'vague' }, rule: 'vague' };
  const amount = step * quantity.value * count;
  if (behind === 'ago' || behind === 'hence')
    return { first, last, expression: { type: 'relative', unit, amount, span: false }, rule: 'ago', approximate };
  if (unit !== 'day' && unit !== 'week') return null;
  return fromAnchor(scan, first, last, unit === 'week' ? amount * 7 : amount, 'later', approximate);
}

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

/** Counted from the last day named before, else from the day of publication. */
function fromAnchor(
  scan: DateScan,
  first: number,
  last: number,
  amount: number,
  rule: string,
  approximate = false,
): DateMatch {
  for (let anchor = scan.found.length - 1; anchor >= Math.max(0, scan.found.length - 6); anchor--) {
    const type = scan.found[anchor]?.expression.type;
    if (type === 'day' || type === 'weekday' || type === 'offset')
      return { first, last, expression: { type: 'offset', anchor, days: amount }, rule, approximate };
    const expression = scan.found[anchor]?.expression;
    if (expression?.type === 'relative' && expression.unit === 'day')
      return { first, last, expression: { type: 'offset', anchor, days: amount }, rule, approximate };
  }
  return { first, last, expression: days(amount), rule, approximate };
}

/** Whether nothing hangs on a preposition before token `k`: punctuation, a conjunction or the end of the sentence. */
function endsClause(scan: DateScan, k: number): boolean {
  const token = scan.tokens[k];
  if (token === undefined || token.sentence !== scan.tokens[k - 1]?.sentence) return true;
  return token.kind === 'punctuation' || CONJUNCTIONS.has(token.lower);
}

const CONJUNCTIONS = new Set(['and', 'but', 'when', 'as', 'in', 'at', 'by', 'with', 'to']);

/** `last weekend`, `over the weekend`, `next weekend` at the word. */
export function readWeekend(scan: DateScan, i: number): DateMatch | null {
  const before = scan.tokens[i - 1]?.lower ?? '';
  const adverbial = before === 'the' && WEEKEND_PREPOSITIONS.has(scan.tokens[i - 2]?.lower ?? '');
  if (!STEPS.has(before) && !adverbial) return null;
  const direction = before === 'next' ? 'future' : 'past';
  const day = (weekday: number): DateExpression => ({ type: 'weekday', weekday, direction, weeks: 0, strict: false });
  const first = adverbial || i - 1 < scan.floor ? i : i - 1;
  return { first, last: i + 1, expression: { type: 'interval', from: day(6), to: day(7) }, rule: 'weekend' };
}

const WEEKEND_PREPOSITIONS = new Set(['over', 'at', 'during', 'on', 'since', 'throughout']);

/** `the summer of 2020`, `spring 2019` (the year), `last summer` (evidence only) at the season. */
export function readSeason(scan: DateScan, i: number): DateMatch | null {
  const { tokens } = scan;
  const at = tokens[i + 1]?.lower === 'of' ? i + 2 : i + 1;
  const year = yearOf(tokens[at]);
  if (year > 0)
    return { first: i, last: at + 1, expression: { type: 'year', year }, rule: 'season', approximate: true };
  const before = tokens[i - 1]?.lower ?? '';
  if (!STEPS.has(before) || i - 1 < scan.floor) return null;
  return { first: i - 1, last: i + 1, expression: { type: 'vague' }, rule: 'season' };
}

/** `the second quarter of 2023` at `quarter`. */
export function readQuarter(scan: DateScan, i: number): DateMatch | null {
  const { tokens } = scan;
  const quarter = QUARTERS.get(tokens[i - 1]?.lower ?? '');
  const at = tokens[i + 1]?.lower === 'of' ? i + 2 : i + 1;
  const year = yearOf(tokens[at]);
  if (quarter === undefined || year === 0 || i - 1 < scan.floor) return null;
  const month = (n: number): DateExpression => ({ type: 'month', year, month: n, direction: 'past' });
  return {
    first: i - 1,
    last: at + 1,
    expression: { type: 'interval', from: month(quarter * 3 - 2), to: month(quarter * 3) },
    rule: 'quarter',
  };
}

const QUARTERS: ReadonlyMap<string, number> = new Map([
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
]);
