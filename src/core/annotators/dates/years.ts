import type { Token } from '../../annotations';
import { opensPart } from './quarters';
import { type DateMatch, type DateScan, isDash, yearOf } from './scan';
import { WordSet } from '../../lexicon/word-table';

/** `in 2023`, `the 1979 revolution`, `the 1990s`, `2019-2023`, at a token of four digits; null where it counts something. */
export function readYear(scan: DateScan, i: number): DateMatch | null {
  const { tokens, words } = scan;
  const year = yearOf(tokens[i]);
  if (year === 0) return null;
  const next = tokens[i + 1];
  if (next?.lower === 's' && !next.spaced) return year % 10 === 0 ? decade(scan, i, year) : null;
  if (opensPart(scan, i + 1)) return null;
  const first = withPart(scan, i);
  const before = tokens[i - 1];
  const hyphen = isDash(before) && !tokens[i]?.spaced;
  if (
    before !== undefined &&
    (CURRENCY.has(before.text) || (before.text === '.' && !tokens[i]?.spaced) || (hyphen && first > i - 2))
  )
    return null;
  if (next !== undefined && countsSomething(scan, i, next)) return null;
  const range = yearRange(scan, i, year);
  if (range !== null) return range;
  const match: DateMatch = { first, last: i + 1, expression: { type: 'year', year }, rule: 'year' };
  if (first < i && year >= 1500) return match;
  if (year < 1500 && !words.yearPrepositions.holds(before)) return null;
  return inDateContext(scan, i, year) ? match : null;
}

/** Where `mid-1996`, `late 2019`, `fiscal 2023`, `fiscal year 2023` begin. */
function withPart({ tokens, floor }: DateScan, i: number): number {
  let first = i;
  const before = tokens[i - 1]?.lower ?? '';
  if (PARTS.has(before)) first = i - 1;
  else if (isDash(tokens[i - 1]) && PARTS.holds(tokens[i - 2])) first = i - 2;
  else if (before === 'year' && tokens[i - 2]?.lower === 'fiscal') first = i - 2;
  return first < floor ? i : first;
}

const PARTS = new WordSet(['early', 'mid', 'late', 'fiscal', 'fy', 'calendar']);

/** `2,000 people` without its comma, `1994 or more`; `in 1960 killed thousands` speaks of the year. */
function countsSomething({ tokens, words }: DateScan, i: number, next: Token): boolean {
  if (next.lower === 'or') return OR_MORE.holds(tokens[i + 2]);
  if (COUNTING.holds(next)) return true;
  return words.counted.holds(next) && !(PARTICIPLES.holds(next) && tokens[i - 1]?.lower === 'in');
}

const OR_MORE = new WordSet(['more', 'so', 'fewer', 'less']);
const PARTICIPLES = new WordSet(['killed', 'wounded', 'injured']);

/** `2019-2023`, `1939–45`, the season `2022/23`. */
function yearRange({ tokens }: DateScan, i: number, year: number): DateMatch | null {
  const joint = tokens[i + 1];
  const end = tokens[i + 2];
  if (joint?.spaced !== false || end?.spaced !== false || end.kind !== 'number') return null;
  let to = isDash(joint) ? yearOf(end) : 0;
  if (end.text.length === 2 && (isDash(joint) || joint.text === '/') && year >= 1800) {
    to = year - (year % 100) + Number(end.text);
    if (isDash(tokens[i + 3]) || tokens[i + 3]?.text === '/' || (joint.text === '/' && to !== year + 1)) return null;
  }
  if (to <= year) return null;
  return {
    first: i,
    last: i + 3,
    expression: { type: 'interval', from: { type: 'year', year }, to: { type: 'year', year: to } },
    rule: 'years',
  };
}

const CURRENCY = new Set(['$', '€', '£', '¥', '₹', '#', '/', ':', 'US$']);
const COUNTING = new WordSet(['%', 'million', 'billion', 'thousand', '°']);

function inDateContext(scan: DateScan, i: number, year: number): boolean {
  const { tokens, words } = scan;
  const before = tokens[i - 1];
  const next = tokens[i + 1];
  const likely = year >= 1700 && year <= 2100;
  if (before !== undefined && words.yearPrepositions.holds(before)) return likely || before.lower === 'in';
  if (!likely) return false;
  if (before?.text === '(' && (next?.text === ')' || isDash(next) || next?.text === ',')) return true;
  if (next?.lower === "'s" && year >= 1900) return true;
  if (before?.lower === 'to' && tokens[i - 2]?.kind === 'word' && BEFORE_TO.holds(tokens[i - 2])) return true;
  // `2022 saw …` at the head of a sentence.
  if (scan.sentences[tokens[i]?.sentence ?? 0]?.first === i && YEAR_VERBS.holds(next)) return true;
  const noun = next !== undefined && next.spaced && next.kind === 'word';
  // `the 1979 revolution`, `its 2015 deal`, but not `the 2000 soldiers` (see `counted`).
  if (noun && before !== undefined && DETERMINERS.holds(before)) return isSingular(next) || EVENTS.holds(next);
  if (noun && before?.lower === "'s" && year >= 1900) return isSingular(next) || EVENTS.holds(next);
  if (noun && (next.case !== 'none' || EVENTS.holds(next)) && year >= 1900) return true;
  if (before?.lower === 'and' || before?.lower === 'or' || before?.text === ',' || before?.lower === 'to') {
    const last = scan.found.at(-1);
    return last?.expression.type === 'year' && i - last.last <= 2;
  }
  return false;
}

function isSingular({ lower }: Token): boolean {
  return !lower.endsWith('s') || lower.endsWith('ss');
}

const BEFORE_TO = new WordSet(
  'dating dates dated date back prior compared relative up traced return returning goes'.split(' '),
);
const YEAR_VERBS = new WordSet(['saw', 'was', 'brought', 'marked', 'began', 'ended', 'marks']);
const DETERMINERS = new WordSet('the a an its his her their our this that these those'.split(' '));
const EVENTS = new WordSet(
  'election elections revolution war wars games olympics championships talks attacks protests polls floods uprising coup deal accord accords agreement treaty census budget summit earthquake season campaign referendum invasion crisis ceasefire truce vote conference tournament pandemic killings bombings raids riots sanctions peace general presidential parliamentary legislative nuclear military world'.split(
    ' ',
  ),
);

/** `the '90s` at its digits. */
export function readShortDecade(scan: DateScan, i: number): DateMatch | null {
  const { tokens } = scan;
  const text = tokens[i]?.text ?? '';
  const mark = tokens[i - 1]?.text;
  if (text.length !== 2 || !text.endsWith('0') || (mark !== "'" && mark !== '’' && mark !== '‘')) return null;
  if (tokens[i]?.spaced || tokens[i + 1]?.lower !== 's' || tokens[i + 1]?.spaced || i - 1 < scan.floor) return null;
  const short = Number(text);
  const match = decade(scan, i, (short < 30 ? 2000 : 1900) + short);
  return { ...match, first: Math.min(match.first, i - 1) };
}

function decade(scan: DateScan, i: number, year: number): DateMatch {
  const first = withPart(scan, i);
  // `the 1900s` are a century, `the 2000s` ten years.
  const length = year % 100 === 0 && year < 2000 ? 99 : 9;
  return {
    first,
    last: i + 2,
    expression: { type: 'interval', from: { type: 'year', year }, to: { type: 'year', year: year + length } },
    rule: 'decade',
    approximate: true,
  };
}
