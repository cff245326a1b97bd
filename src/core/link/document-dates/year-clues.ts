/** What dates with a year say about the day of publication. */
import * as l10n from '../../l10n';
import type { DateExpression, LocalDate, SourceAnnotations } from '../../annotations';
import { directionOf } from '../../annotators/dates/direction';
import { calendarDay, type DayRange, dayNumber } from '../../calendar';
import { calendarWords } from '../../lexicon/calendar';
import type { Span } from '../../text';
import { type Clue, IMPOSSIBLE, ODD, rangeClue, spanOf, UNLIKELY } from './clue';

/** The days that a date with its year covers, or null. */
export function fullRange(expression: DateExpression): DayRange | null {
  switch (expression.type) {
    case 'day': {
      const { year, month, day } = expression;
      if (year === null) return null;
      const at = dayNumber(year, month, day);
      return { first: at, last: at };
    }
    case 'month': {
      const { year, month } = expression;
      return year === null ? null : { first: dayNumber(year, month, 1), last: dayNumber(year, month + 1, 0) };
    }
    case 'year':
      return { first: dayNumber(expression.year, 1, 1), last: dayNumber(expression.year, 12, 31) };
    case 'interval': {
      const from = fullRange(expression.from);
      const to = fullRange(expression.to);
      return from === null || to === null ? null : { first: from.first, last: to.last };
    }
    case 'weekday':
    case 'day-of-month':
    case 'relative':
    case 'offset':
    case 'event':
    case 'vague':
      return null;
  }
}

/** Past dates with a year must lie before publication, and the latest of them not long before; planned ones behind it. */
export function fullDateClues(source: SourceAnnotations, dates: readonly LocalDate[]): Clue[] {
  let latest: { readonly span: Span; readonly range: DayRange } | null = null;
  const years = new Map<YearUse, { readonly span: Span; readonly year: number }>();
  const clues: Clue[] = [];
  for (const date of dates) {
    const { expression } = date;
    const range = fullRange(expression);
    if (range === null) continue;
    if (expression.type === 'year') {
      const use = yearUse(source, date);
      if (expression.year > (years.get(use)?.year ?? 0)) years.set(use, { span: spanOf(date), year: expression.year });
    } else if ((expression.type === 'day' || expression.type === 'month') && expression.direction === 'future')
      clues.push(
        rangeClue(date, { first: range.first - 1500, last: range.last }, ODD, l10n.t('This date is still to come.')),
      );
    else if (latest === null || range.first > latest.range.first) latest = { span: spanOf(date), range };
  }
  if (latest !== null) clues.push(afterLatest(latest.span, latest.range));
  for (const [use, { span, year }] of years) clues.push(nearLatestYear(span, year, use));
  return clues;
}

/**
 * Days from the latest past day or month with its year to publication. Measured on half of 160 Wikinews reports and half of TimeBank and
 * AQUAINT (20 with such): 10 within 500 days, 6 more within 1260, the rest of history.
 */
function afterLatest(span: Span, { first, last }: DayRange): Clue {
  const score = (day: number): number => {
    const lag = Math.max(0, day - last);
    return day < first
      ? -IMPOSSIBLE
      : Math.max(-UNLIKELY, -0.5 * Math.log(1 + lag / 120) - Math.max(0, lag - 1000) / 500);
  };
  return { ...span, score, why: l10n.t('It speaks of this date as past.'), range: { first, last: Infinity } };
}

/** `© 2021`; `the 2020 election`, in the first sentences or further down; `was founded in 2019`; `unbeaten in 2024`. */
type YearUse = 'copyright' | 'lead' | 'attribute' | 'past' | 'open';

/** So many sentences, the headline among them, say what a report is about. */
const LEAD = 3;

function yearUse(source: SourceAnnotations, date: LocalDate): YearUse {
  const { tokens, sentences } = source;
  const next = tokens[date.last];
  const before = tokens[date.first - 1]?.lower;
  if (isCopyright(source, date.first - 1)) return 'copyright';
  if (next?.kind === 'word' && next.spaced && before !== 'in' && before !== 'since')
    return next.sentence < LEAD ? 'lead' : 'attribute';
  const scan = { tokens, sentences, words: calendarWords(), floor: 0, found: [] };
  return directionOf(scan, date.first, date.last) === 'past' ? 'past' : 'open';
}

/** `© 2021`, `Copyright 2021`, `(c) 2021` before token `k + 1`. */
function isCopyright({ tokens }: SourceAnnotations, k: number): boolean {
  const word = tokens[k]?.lower;
  return word === '©' || word === 'copyright' || (word === ')' && tokens[k - 1]?.lower === 'c');
}

/**
 * Years from the latest year of a source, −1 (the year before it) to 5, to its publication, as logarithms. Measured on 160 Wikinews
 * reports of 2019-20 for `the 2020 election` (in the lead 19 with such: 3 the year before, 13, 1; elsewhere 20) and `was founded in 2019`
 * (70: 2 in that year, 9, 7, 7, 6, 4, then ever fewer). A copyright is that of the year, by its nature.
 */
const YEARS: Readonly<Record<YearUse, readonly number[]>> = {
  copyright: [-6, 0, -2.5, -4, -5, -5, -5],
  lead: [-1.5, 0, -2.6, -3, -3, -3, -3],
  attribute: [-1, 0, -0.5, -1, -1, -1, -1.2],
  past: [-4, -1.5, 0, -0.25, -0.25, -0.4, -0.8],
  open: [-2, 0, -0.6, -0.8, -1, -1.2, -1.4],
};

function nearLatestYear(span: Span, latest: number, use: YearUse): Clue {
  const table = YEARS[use];
  const score = (day: number): number => {
    const years = calendarDay(day).year - latest;
    return years < -1 ? -UNLIKELY : (table[years + 1] ?? Math.max(-3, (table.at(-1) ?? 0) - 0.15 * (years - 5)));
  };
  const first = dayNumber(latest, 1, 1);
  return {
    ...span,
    score,
    why: l10n.t('{0} is the latest year that it names.', latest),
    range: { first, last: Infinity },
  };
}
