import { type DateMatch, type DateScan, isDash, yearOf } from './scan';

/** `in 2023`, `the 1979 revolution`, `the 1990s`, `2019-2023`, at a token of four digits; null where it counts something. */
export function readYear(scan: DateScan, i: number): DateMatch | null {
  const { tokens, words } = scan;
  const year = yearOf(tokens[i]);
  if (year === 0) return null;
  const next = tokens[i + 1];
  if (next?.lower === 's' && !next.spaced) return year % 10 === 0 ? decade(scan, i, year) : null;
  const before = tokens[i - 1];
  if (
    before !== undefined &&
    (CURRENCY.has(before.text) || before.text === '.' || (isDash(before) && !tokens[i]?.spaced))
  )
    return null;
  if (next !== undefined && (words.counted.has(next.lower) || COUNTING.has(next.lower))) return null;
  if (isDash(next) && next?.spaced === false) {
    const to = yearOf(tokens[i + 2]);
    if (to > year && tokens[i + 2]?.spaced === false)
      return {
        first: i,
        last: i + 3,
        expression: { type: 'interval', from: { type: 'year', year }, to: { type: 'year', year: to } },
        rule: 'years',
      };
  }
  if (year < 1500 && !words.yearPrepositions.has(before?.lower ?? '')) return null;
  if (!inDateContext(scan, i, year)) return null;
  return { first: i, last: i + 1, expression: { type: 'year', year }, rule: 'year' };
}

const CURRENCY = new Set(['$', '€', '£', '¥', '₹', '#', '/', ':', 'US$']);
const COUNTING = new Set(['%', 'million', 'billion', 'thousand', 'or', ':', '/', '°']);

function inDateContext(scan: DateScan, i: number, year: number): boolean {
  const { tokens, words } = scan;
  const before = tokens[i - 1];
  const next = tokens[i + 1];
  const likely = year >= 1700 && year <= 2100;
  if (before !== undefined && words.yearPrepositions.has(before.lower)) return likely || before.lower === 'in';
  if (!likely) return false;
  if (before?.text === '(' && (next?.text === ')' || isDash(next) || next?.text === ',')) return true;
  const noun = next !== undefined && next.spaced && next.kind === 'word';
  // `the 1979 revolution`, `its 2015 deal`, but not `the 2000 soldiers` (see `counted`).
  if (noun && before !== undefined && DETERMINERS.has(before.lower))
    return !next.lower.endsWith('s') || EVENTS.has(next.lower);
  if (noun && before?.lower === "'s" && year >= 1900) return !next.lower.endsWith('s') || EVENTS.has(next.lower);
  if (noun && (next.case !== 'none' || EVENTS.has(next.lower)) && year >= 1900) return true;
  if (before?.lower === 'and' || before?.lower === 'or' || before?.text === ',' || before?.lower === 'to') {
    const last = scan.found.at(-1);
    return last?.expression.type === 'year' && i - last.last <= 2;
  }
  return false;
}

const DETERMINERS = new Set('the a an its his her their our this that these those'.split(' '));
const EVENTS = new Set(
  'election elections revolution war wars games olympics championships talks attacks protests polls floods uprising coup deal accord accords agreement treaty census budget summit earthquake season campaign referendum invasion crisis ceasefire truce vote conference tournament pandemic killings bombings raids riots sanctions peace general presidential parliamentary legislative nuclear military world'.split(
    ' ',
  ),
);

function decade(scan: DateScan, i: number, year: number): DateMatch {
  const part = scan.tokens[i - 1]?.lower ?? '';
  const first = (part === 'early' || part === 'late') && i - 1 >= scan.floor ? i - 1 : i;
  const length = year % 100 === 0 ? 99 : 9;
  return {
    first,
    last: i + 2,
    expression: { type: 'interval', from: { type: 'year', year }, to: { type: 'year', year: year + length } },
    rule: 'decade',
    approximate: true,
  };
}
