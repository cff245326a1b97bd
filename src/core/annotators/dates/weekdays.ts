import type { DateExpression, Direction } from '../../annotations';
import { readMonthDate } from './absolute';
import { readNumericDate } from './digits';
import { directionOf } from './direction';
import { type DateMatch, type DateScan, dayOfMonth, isCapitalized } from './scan';
import { WordSet } from '../../lexicon/word-table';

/**
 * Reads `Sunday`, `last Sunday`, `Sunday evening`, and a date with its weekday (`Thursday, 17 November 2022`) at token `i`, or null
 * where the word is a name. `early`, `late` and `earlier` before it stay outside.
 */
export function readWeekday(scan: DateScan, i: number): DateMatch | null {
  const { tokens, words } = scan;
  const token = tokens[i];
  if (!isCapitalized(token)) return null;
  const weekday = words.weekdays.of(token);
  if (weekday === undefined && !words.shortWeekdays.holds(token)) return null;
  const dated = dateWithWeekday(scan, i);
  if (dated !== null) return dated;
  if (weekday === undefined || isName(scan, i) || isRepeated(scan, i)) return null;

  const modifier = i - 1 >= scan.floor ? (tokens[i - 1]?.lower ?? '') : '';
  const worded = MODIFIERS.get(modifier);
  const first = worded === undefined ? i : modifier === 'coming' && tokens[i - 2]?.lower === 'this' ? i - 2 : i - 1;
  const last = words.partsOfDay.holds(tokens[i + 1]) ? i + 2 : i + 1;
  const direction = worded === undefined || modifier === 'this' ? directionOf(scan, first, last) : worded;
  const strict = worded !== undefined && modifier !== 'this' && modifier !== 'coming';
  // `Monday … from the previous Friday`.
  const again = modifier === 'previous' && sameWeekday(scan, weekday);
  const day = (weeks: number): DateExpression => ({ type: 'weekday', weekday, direction, weeks, strict });
  // `Sunday week`, `a week on Sunday`, `a week ago Sunday`.
  const week =
    direction === 'future' &&
    tokens[i - 1]?.lower === 'on' &&
    tokens[i - 2]?.lower === 'week' &&
    tokens[i - 3]?.lower === 'a';
  return { first, last, expression: day(week || again ? 1 : 0), rule: 'weekday' };
}

const MODIFIERS: ReadonlyMap<string, Direction> = new Map([
  ['last', 'past'],
  ['past', 'past'],
  ['previous', 'past'],
  ['next', 'future'],
  ['coming', 'future'],
  ['this', 'nearest'],
]);

function sameWeekday(scan: DateScan, weekday: number): boolean {
  const last = scan.found.at(-1)?.expression;
  return last?.type === 'weekday' && last.weekday === weekday;
}

/** `each Thursday`, `every other Friday`, `Sunday nights`: no day of the calendar. */
function isRepeated({ tokens }: DateScan, i: number): boolean {
  const before = tokens[i - 1]?.lower ?? '';
  if (before === 'each' || before === 'every' || before === 'alternate') return true;
  return (before === 'other' && tokens[i - 2]?.lower === 'every') || REPEATED.holds(tokens[i + 1]);
}

const REPEATED = new WordSet(['mornings', 'afternoons', 'evenings', 'nights']);

/** `Thursday[,] 17 November 2022`, `Thursday[,] Nov. 17`, `Thu, 17/11/2022`: one date from the weekday on. */
function dateWithWeekday(scan: DateScan, i: number): DateMatch | null {
  const { tokens, words } = scan;
  let k = i + 1;
  if (words.partsOfDay.holds(tokens[k])) k++;
  if (tokens[k]?.text === ',' || tokens[k]?.text === '(') k++;
  if (tokens[k]?.lower === 'the') k++;
  const start = k;
  const digits = tokens[k]?.kind === 'number' ? readNumericDate(scan, k) : null;
  if (digits?.expression.type === 'day') return { ...digits, first: i, rule: `weekday-${digits.rule}` };
  if (dayOfMonth(tokens[k]) > 0) {
    k++;
    while (k < start + 3 && tokens[k]?.kind === 'word' && !words.months.holds(tokens[k])) k++;
  }
  if (!words.months.holds(tokens[k]) || tokens[k]?.sentence !== tokens[i]?.sentence) return null;
  const date = readMonthDate({ ...scan, floor: start }, k);
  if (date === null || date.first !== start || date.expression.type !== 'day') return null;
  // Who gives the weekday speaks of days close by, whatever the verb: not of almost a year ago.
  const { expression } = date;
  const close = expression.year === null && expression.direction === 'past';
  return {
    ...date,
    first: i,
    expression: close ? { ...expression, direction: 'nearest' } : expression,
    rule: `weekday-${date.rule}`,
  };
}

/** `Black Friday`, `Sunday Times`, `Sunday Oliseh`. */
function isName(scan: DateScan, i: number): boolean {
  const { tokens, words } = scan;
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  if (before !== undefined && isCapitalized(before) && words.beforeWeekdayName.holds(before)) return true;
  if (!isCapitalized(after) || !after.spaced) return false;
  if (words.afterWeekdayName.holds(after)) return true;
  if (words.partsOfDay.holds(after) || before === undefined) return false;
  if (INTRODUCERS.holds(before) || before.kind === 'punctuation' || before.lower.endsWith('ed')) return false;
  // `Israel's foreign minister said late Sunday Iran had …` is rarer than a given name; verbs of saying are in INTRODUCERS.
  return true;
}

const INTRODUCERS = new WordSet(
  'on since until till by from last next this late early earlier later said says told and or to through that of before after between for'.split(
    ' ',
  ),
);
