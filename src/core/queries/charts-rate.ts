import * as l10n from '../l10n';
import type { Days } from './timeline-range';

/** How fast a series changed from one point to the next of the same origin. */
export interface ChartRate extends Days {
  readonly group: number;
  readonly perDay: number;
  /** `+12.5 a day` */
  readonly words: string;
}

interface RatePoint extends Days {
  readonly value: number;
  readonly group: number;
}

/**
 * The change per day between consecutive days of each group; where no group has two days, between consecutive days of all. Of several
 * values of one day the last counts.
 * @param points oldest first
 */
export function ratesOf(points: readonly RatePoint[]): readonly ChartRate[] {
  const groups = [...new Set(points.map((p) => p.group))];
  const own = groups.flatMap((g) => steps(points.filter((p) => p.group === g)));
  return own.length > 0 ? own : steps(points);
}

function steps(points: readonly RatePoint[]): ChartRate[] {
  const days = [...new Map(points.map((p) => [p.last, p])).values()].sort((a, b) => a.last - b.last);
  return days.slice(1).flatMap((to, i): ChartRate[] => {
    const from = days[i];
    if (from === undefined) return [];
    const perDay = (to.value - from.value) / (to.last - from.last);
    const size = Math.abs(perDay);
    const rounded = l10n.formatNumber(size >= 10 ? Math.round(size) : Number(size.toPrecision(2)));
    const words = l10n.t('{0} a day', `${perDay < 0 ? '−' : '+'}${rounded}`);
    return [{ first: from.last, last: to.last, group: to.group, perDay, words }];
  });
}
