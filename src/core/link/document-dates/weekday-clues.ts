/** What weekdays say about the day of publication: news names those of the past few days. */
import * as l10n from '../../l10n';
import type { LocalDate, SourceAnnotations } from '../../annotations';
import { weekdayOf } from '../../calendar';
import { weekdayName } from '../../day-words';
import { lastStartingAtOrBefore, type Span } from '../../text';
import { type Clue, spanOf } from './clue';

/**
 * How many days lie between the latest weekday that a report names as past and its publication, 0 to 6. Measured on 160 Wikinews
 * reports of 2019-20, which write `today` and `yesterday` for days 0 and 1 (116 reports with a weekday): 6, 3, 50, 53, 1, 1, 2.
 */
const AGE_BESIDE_TODAY: readonly number[] = [0.05, 0.05, 0.42, 0.44, 0.02, 0.01, 0.01];

/**
 * The same for the first past weekday of a report with a dateline, which its lead names as a rule. Counted on 24 reports that we developed
 * on, a quarter of them from TimeBank and AQUAINT, the rest invented: 18 name the day itself, 5 the day before, 1 that of three days before.
 * Smoothed.
 */
const AGE_UNDER_DATELINE: readonly number[] = [0.79, 0.16, 0.01, 0.01, 0.01, 0.01, 0.01];

/** Half of either where a report has neither a dateline nor `yesterday`. */
const AGE: readonly number[] = [0.45, 0.17, 0.17, 0.16, 0.02, 0.02, 0.01];

/** The same for the other past weekdays of a report: any day of the past week. */
const AGE_OF_OTHERS: readonly number[] = [0.24, 0.2, 0.17, 0.15, 0.1, 0.08, 0.06];

/** Days ahead of a weekday that is still to come: 0 to 6. */
const AHEAD: readonly number[] = [0.08, 0.27, 0.2, 0.16, 0.12, 0.1, 0.07];

const WEEKDAYS: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

/** So many sentences, the headline among them, say what a report is about. */
const LEAD = 4;

export function weekdayClues(source: SourceAnnotations, dates: readonly LocalDate[]): Clue[] {
  const past = new Map<number, NamedWeekday>();
  const future = new Map<number, Span>();
  let today = false;
  const quotes = source.quotes.filter((q) => q.form === 'direct');
  for (const date of dates) {
    const { expression } = date;
    if (expression.type === 'weekday' && !expression.strict) {
      const { weekday } = expression;
      if (expression.direction !== 'future')
        past.set(weekday, {
          span: past.get(weekday)?.span ?? spanOf(date),
          times: (past.get(weekday)?.times ?? 0) + 1,
          lead: past.get(weekday)?.lead ?? (past.size === 0 && (source.tokens[date.first]?.sentence ?? 0) < LEAD),
        });
      else if (!future.has(weekday)) future.set(weekday, spanOf(date));
    } else if (expression.type === 'relative' && expression.unit === 'day' && expression.amount === -1)
      today = today || !insideQuotation(quotes, date);
  }
  const clues: Clue[] = [];
  const leads = [...past.values()][0]?.lead === true;
  const dateline = source.stated.some((s) => s.place === 'dateline');
  if (past.size > 0)
    clues.push(dateline && leads && !today ? leadWeekday(past) : pastWeekdays(past, today ? AGE_BESIDE_TODAY : AGE));
  for (const [weekday, span] of future) {
    const score = onWeekdays((today) => relativeLog(AHEAD, (weekday - today + 7) % 7));
    clues.push({ ...span, score, why: l10n.t('{0} is still to come.', weekdayName(weekday)), range: null });
  }
  return clues;
}

interface NamedWeekday {
  readonly span: Span;
  readonly times: number;
  /** Whether it is the first of all, and stands in the lead. */
  readonly lead: boolean;
}

/** @param quotes direct ones, in order */
function insideQuotation(quotes: readonly Span[], date: Span): boolean {
  const quote = quotes[lastStartingAtOrBefore(quotes, date.start)];
  return quote !== undefined && date.end <= quote.end;
}

/** Under a dateline the first past weekday (`days` are in their order) says most; the others need only lie in the week before. */
function leadWeekday(days: ReadonlyMap<number, NamedWeekday>): Clue {
  const [lead, ...others] = days;
  const [first, { span }] = lead ?? [1, { span: { start: 0, end: 0 } }];
  const score = onWeekdays((today) => {
    const lag = (weekday: number): number => (today - weekday + 7) % 7;
    const rest = others.reduce((sum, [weekday]) => sum + 0.6 * relativeLog(AGE_OF_OTHERS, lag(weekday)), 0);
    return relativeLog(AGE_UNDER_DATELINE, lag(first)) + rest;
  });
  return {
    ...span,
    score,
    why: l10n.t(
      '{0} is the first weekday that it reports on, and reports with a dateline lead with the day itself or the day before.',
      weekdayName(first),
    ),
    range: null,
  };
}

/**
 * Of several past weekdays the one nearest before a day counts most, and more if it is named often; the others need only lie in the
 * week before it.
 */
function pastWeekdays(days: ReadonlyMap<number, NamedWeekday>, age: readonly number[]): Clue {
  const byWeekday = WEEKDAYS.map((today) => {
    let sum = 0;
    let latest: { readonly lag: number; readonly times: number } | null = null;
    for (const [weekday, { times }] of days) {
      const lag = (today - weekday + 7) % 7;
      sum += 0.6 * relativeLog(AGE_OF_OTHERS, lag);
      if (latest === null || lag < latest.lag) latest = { lag, times };
    }
    if (latest === null) return sum;
    return (
      sum - 0.6 * relativeLog(AGE_OF_OTHERS, latest.lag) + relativeLog(age, latest.lag) + 0.7 * Math.log(latest.times)
    );
  });
  const best = Math.max(...byWeekday);
  const on = byWeekday.indexOf(best) + 1;
  const latest = [...days.keys()].reduce((a, b) => ((on - a + 7) % 7 <= (on - b + 7) % 7 ? a : b));
  return {
    ...(days.get(latest)?.span ?? { start: 0, end: 0 }),
    score: (day) => (byWeekday[weekdayOf(day) - 1] ?? 0) - best,
    why: l10n.t(
      '{0} is the latest weekday that it reports on, and news names weekdays of the past few days.',
      weekdayName(latest),
    ),
    range: null,
  };
}

/** A score that only the weekday (Monday 1 to Sunday 7) decides, worked out once for each: thousands of days are asked about. */
function onWeekdays(score: (today: number) => number): (day: number) => number {
  const byWeekday = WEEKDAYS.map(score);
  return (day) => byWeekday[weekdayOf(day) - 1] ?? 0;
}

/** Logarithm of a probability relative to the greatest of its table. */
function relativeLog(table: readonly number[], index: number): number {
  return Math.log((table[index] ?? 0.001) / Math.max(...table));
}
