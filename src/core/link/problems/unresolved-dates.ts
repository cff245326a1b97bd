import * as l10n from '../../l10n';
import type { LocalDate } from '../../annotations';
import type { Problem } from '../../model';
import { problemAt } from '../../problems';
import type { LinkSource } from '../source';
import { flatMapInSteps, type Steps } from '../../steps';
import { type LinkedSources, quoted } from './linked';

/** So many sources are looked at in a step. */
const STEP = 32;

/** More places than this help nobody. */
const MOST_RELATED = 10;

/**
 * `date-unresolved`: a date that has no value on the calendar. One for each undated source, at the first date that waits for the
 * day of publication, the others related; one for each date that cannot be resolved although the day is known.
 */
export function unresolvedDates({ sources, published, dates }: LinkedSources): Steps<Problem[]> {
  return flatMapInSteps(sources, STEP, (source, i) => {
    const values = dates[i] ?? [];
    const open = source.annotations.dates.filter((d, k) => values[k]?.value === null && isDate(d));
    return published[i] === null || published[i] === undefined
      ? undated(source, open)
      : open.map((d) => dated(source, d));
  });
}

/** `recently` has no value by nature; what counts from a date without one is told of there. */
function isDate({ expression }: LocalDate): boolean {
  return expression.type !== 'vague' && expression.type !== 'offset' && expression.type !== 'event';
}

function undated(source: LinkSource, open: readonly LocalDate[]): Problem[] {
  const [first, ...others] = open;
  if (first === undefined) return [];
  const { path } = source;
  const words = quoted(source, first);
  const message =
    others.length === 0
      ? l10n.t('{0} cannot be put on the calendar: the day of publication is not known.', words)
      : l10n.t(
          '{0} cannot be put on the calendar, nor can {1} more: the day of publication is not known.',
          words,
          others.length,
        );
  const related = others.slice(0, MOST_RELATED).map((d) => ({
    path,
    start: d.start,
    end: d.end,
    message: l10n.t('{0} cannot either.', quoted(source, d)),
  }));
  return [problemAt('date-unresolved', { path, start: first.start, end: first.end }, message, { related })];
}

function dated(source: LinkSource, date: LocalDate): Problem {
  const words = quoted(source, date);
  const message =
    date.expression.type === 'interval'
      ? l10n.t('{0} cannot be put on the calendar: its end would come before its start.', words)
      : l10n.t('{0} cannot be put on the calendar: there is no such day on that calendar.', words);
  const place = { path: source.path, start: date.start, end: date.end };
  return problemAt('date-unresolved', place, message);
}
