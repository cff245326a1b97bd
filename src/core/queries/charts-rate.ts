import type { Days } from './timeline-range';
import { formatNumber } from './wording';

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
  const rates: ChartRate[] = [];
  let from: RatePoint | undefined;
  for (const to of points) {
    const days = from === undefined ? 0 : to.last - from.last;
    if (from !== undefined && days > 0) {
      const perDay = (to.value - from.value) / days;
      const sign = perDay < 0 ? '−' : '+';
      const rounded = Math.abs(perDay) >= 10 ? Math.round(Math.abs(perDay)) : Number(Math.abs(perDay).toPrecision(2));
      rates.push({
        first: from.last,
        last: to.last,
        group: to.group,
        perDay,
        words: `${sign}${formatNumber(rounded)} a day`,
      });
    }
    from = to;
  }
  return rates;
}
