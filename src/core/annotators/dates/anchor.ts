/** Dates counted from a date before them: which one. */
import type { DateExpression, DateUnit, LocalDate } from '../../annotations';
import { directionOf } from './direction';
import type { DateMatch, DateScan } from './scan';
import { WordSet } from '../../lexicon/word-table';

/** How many dates back are looked at. */
const REACH = 6;
/** Before a day that bounds a period. */
const BOUNDS = new WordSet(['since', 'until', 'till', 'by']);
/** How many sentences back a month or year may stand that `the following year` counts from. */
const SENTENCES = 2;

/** Days counted from the last day named before, else from the day of publication. */
export function fromDay(
  scan: DateScan,
  first: number,
  last: number,
  amount: number,
  rule: string,
  approximate = false,
): DateMatch {
  // `on 5 May it will open; the rules came out the same day`: what has happened is not counted from a day to come.
  const past = directionOf(scan, first, last) === 'past';
  const behind = past ? lastOf(scan, isDayLong, 'past') : -1;
  const near = behind >= 0 && !hasYear(scan.found[behind]?.expression) ? behind : lastOf(scan, isDayLong, 'any');
  const anchor = near < 0 ? lastOf(scan, isDayLong) : near;
  const expression: DateExpression =
    anchor < 0 ? days(amount) : { type: 'offset', anchor, unit: 'day', amount, span: true };
  return { first, last, expression, rule, approximate };
}

/** A day with its year is told of history. */
function hasYear(expression: DateExpression | undefined): boolean {
  return expression?.type === 'day' && expression.year !== null;
}

export function days(amount: number): DateExpression {
  return { type: 'relative', unit: 'day', amount, span: false };
}

function isDayLong({ type, unit }: { readonly type: DateExpression['type']; readonly unit: DateUnit | null }): boolean {
  return type === 'day' || type === 'weekday' || ((type === 'offset' || type === 'relative') && unit === 'day');
}

/**
 * Weeks, months, quarters or years counted from the last date before that is close by; null where there is none.
 * @param span the unit as a whole (`the following month`), not a point that far on (`a month later`)
 */
export function fromDate(
  scan: DateScan,
  unit: DateUnit,
  amount: number,
  span: boolean,
  at: number,
): DateExpression | null {
  const { tokens, found } = scan;
  const sentence = tokens[at]?.sentence ?? 0;
  if (unit === 'year' && !span && amount < 0) {
    const quarter = lastQuarter(scan, at);
    if (quarter >= 0 && amount === -1) return yearBefore(scan, quarter);
  }
  const anchor = lastOf(scan, ({ type }) => type !== 'vague');
  const date = found[anchor];
  if (date === undefined || sentence - (tokens[date.first]?.sentence ?? 0) > SENTENCES) return null;
  // A year has no months of its own to count from.
  if (unit !== 'year' && (date.expression.type === 'year' || unitOf(date.expression) === 'year')) return null;
  return { type: 'offset', anchor, unit, amount, span };
}

/** The index of the last quarter or half of a year named close by, or −1. */
export function lastQuarter({ tokens, found }: DateScan, at: number): number {
  const sentence = tokens[at]?.sentence ?? 0;
  for (let k = found.length - 1; k >= Math.max(0, found.length - REACH); k--) {
    const date = found[k];
    if (date === undefined || sentence - (tokens[date.first]?.sentence ?? 0) > SENTENCES) return -1;
    if (
      date.rule === 'quarter' ||
      date.rule === 'same-quarter' ||
      date.rule === 'half' ||
      isYearBefore(date.expression)
    )
      return k;
  }
  return -1;
}

function isYearBefore(expression: DateExpression): boolean {
  return expression.type === 'offset' && expression.unit === 'year' && !expression.span;
}

/** The same part of the year before; of two comparisons with `a year earlier` both mean the same. */
export function yearBefore({ found }: DateScan, anchor: number): DateExpression {
  const expression = found[anchor]?.expression;
  return expression !== undefined && isYearBefore(expression)
    ? expression
    : { type: 'offset', anchor, unit: 'year', amount: -1, span: false };
}

/** @param told leaves out days that only bound a period (`having warned since Thursday`), and for `past` such as are to come */
function lastOf(
  { tokens, found }: DateScan,
  wanted: (date: { readonly type: DateExpression['type']; readonly unit: DateUnit | null }) => boolean,
  told: 'past' | 'any' | null = null,
): number {
  for (let k = found.length - 1; k >= Math.max(0, found.length - REACH); k--) {
    const expression = found[k]?.expression;
    if (told === 'past' && expression !== undefined && 'direction' in expression && expression.direction === 'future')
      continue;
    if (told !== null && BOUNDS.holds(tokens[(found[k]?.first ?? 0) - 1])) continue;
    if (expression !== undefined && wanted({ type: expression.type, unit: unitOf(expression) })) return k;
  }
  return -1;
}

function unitOf(expression: LocalDate['expression']): DateUnit | null {
  return expression.type === 'relative' || expression.type === 'offset' ? expression.unit : null;
}
