import type { DateExpression, Direction } from '../../annotations';
import { readMonthDate } from './absolute';
import { directionOf } from './direction';
import { type DateMatch, type DateScan, dayOfMonth, isCapitalized } from './scan';

/**
 * Reads `Sunday`, `last Sunday`, `Sunday evening`, and a date with its weekday (`Thursday, 17 November 2022`) at token `i`, or null
 * where the word is a name. `early`, `late` and `earlier` before it stay outside.
 */
export function readWeekday(scan: DateScan, i: number): DateMatch | null {
  const { tokens, words } = scan;
  const token = tokens[i];
  if (!isCapitalized(token)) return null;
  const weekday = words.weekdays.get(token.lower);
  if (weekday === undefined && !words.shortWeekdays.has(token.lower)) return null;
  const dated = dateWithWeekday(scan, i);
  if (dated !== null) return dated;
  if (weekday === undefined || isName(scan, i)) return null;

  const modifier = i - 1 >= scan.floor ? (tokens[i - 1]?.lower ?? '') : '';
  const worded = MODIFIERS.get(modifier);
  const first = worded === undefined ? i : i - 1;
  const last = words.partsOfDay.has(tokens[i + 1]?.lower ?? '') ? i + 2 : i + 1;
  const direction = worded === undefined || modifier === 'this' ? directionOf(scan, first, last) : worded;
  const strict = worded !== undefined && modifier !== 'this';
  const day = (weeks: number): DateExpression => ({ type: 'weekday', weekday, direction, weeks, strict });
  // `Sunday week`, `a week on Sunday`, `a week ago Sunday`.
  const week =
    direction === 'future' &&
    tokens[i - 1]?.lower === 'on' &&
    tokens[i - 2]?.lower === 'week' &&
    tokens[i - 3]?.lower === 'a';
  return { first, last, expression: day(week ? 1 : 0), rule: 'weekday' };
}

const MODIFIERS: ReadonlyMap<string, Direction> = new Map([
  ['last', 'past'],
  ['past', 'past'],
  ['next', 'future'],
  ['coming', 'future'],
  ['this', 'nearest'],
]);

/** `Thursday[,] 17 November 2022`, `Thursday[,] Nov. 17`: one date from the weekday on. */
function dateWithWeekday(scan: DateScan, i: number): DateMatch | null {
  const { tokens, words } = scan;
  let k = i + 1;
  if (words.partsOfDay.has(tokens[k]?.lower ?? '')) k++;
  if (tokens[k]?.text === ',' || tokens[k]?.text === '(') k++;
  if (tokens[k]?.lower === 'the') k++;
  const start = k;
  if (dayOfMonth(tokens[k]) > 0) {
    k++;
    while (k < start + 3 && tokens[k]?.kind === 'word' && !words.months.has(tokens[k]?.lower ?? '')) k++;
  }
  if (!words.months.has(tokens[k]?.lower ?? '') || tokens[k]?.sentence !== tokens[i]?.sentence) return null;
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
  if (before !== undefined && isCapitalized(before) && words.beforeWeekdayName.has(before.lower)) return true;
  if (!isCapitalized(after) || !after.spaced) return false;
  if (words.afterWeekdayName.has(after.lower)) return true;
  if (words.partsOfDay.has(after.lower) || before === undefined) return false;
  if (INTRODUCERS.has(before.lower) || before.kind === 'punctuation' || before.lower.endsWith('ed')) return false;
  // `Israel's foreign minister said late Sunday Iran had …` is rarer than a given name; verbs of saying are in INTRODUCERS.
  return true;
}

const INTRODUCERS = new Set(
  'on since until till by from last next this late early earlier later said says told and or to through that of before after between for'.split(
    ' ',
  ),
);
