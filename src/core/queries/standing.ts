/** How a figure stands to those of other sources that count the same. */
import type { Figure, FigureSeries } from '../model';
import { conflicts, type SeriesValue } from './figures';
import { placeSubject } from './tree';
import type { DossierView } from './view';
import { boundedValue, count, daysBetween, fileName, formatNumber } from './wording';

/**
 * `conflict`: same day, cannot both hold; `lower`: below an earlier value of what can only grow; `same`; `compatible`: as `at least
 * 30` and 34; `moved-on`: a later source has another value; `up` / `down`: an earlier source had a lower or higher one; `only`.
 */
export interface Standing {
  readonly kind: 'conflict' | 'lower' | 'same' | 'compatible' | 'moved-on' | 'up' | 'down' | 'only';
  /** The value that it is held against; null for `only`. */
  readonly other: SeriesValue | null;
}

/** @param values those of the series, in order of their days, `own` among them */
export function standingOf(
  view: DossierView,
  series: FigureSeries,
  values: readonly SeriesValue[],
  own: SeriesValue,
): Standing {
  const others = values.filter((v) => v.place.path !== own.place.path);
  if (others.length === 0) return { kind: 'only', other: null };
  const inConflict = conflicts(view).has(placeSubject('figure', own.place));
  const sameDay = others.filter((v) => own.asOf === null || v.asOf === null || v.asOf === own.asOf);
  const contrary = sameDay.find((v) => v.asOf === own.asOf && !overlap(v.figure, own.figure));
  if (contrary !== undefined) return { kind: 'conflict', other: contrary };
  const [earlier, later] = [before(others, own), after(others, own)];
  if (earlier !== undefined && series.cumulative && highest(own.figure) < lowest(earlier.figure))
    return { kind: 'lower', other: earlier };
  if (inConflict) return { kind: 'conflict', other: earlier ?? later ?? null };
  const alike = sameDay.find((v) => equal(v.figure, own.figure)) ?? sameDay.find((v) => overlap(v.figure, own.figure));
  if (alike !== undefined) return { kind: equal(alike.figure, own.figure) ? 'same' : 'compatible', other: alike };
  if (later !== undefined) return { kind: equal(later.figure, own.figure) ? 'same' : 'moved-on', other: later };
  const other = earlier ?? sameDay[0] ?? null;
  if (other === null) return { kind: 'only', other };
  if (equal(other.figure, own.figure)) return { kind: 'same', other };
  return { kind: own.figure.value >= other.figure.value ? 'up' : 'down', other };
}

/** The standing in words: `moved on since (+21 in 1 day, to more than 36,400)`. */
export function standingWords({ kind, other }: Standing, own: SeriesValue): string {
  if (other === null) return kind === 'conflict' ? 'in conflict' : 'only source';
  const there = boundedValue(other.figure);
  const where = fileName(other.place.path);
  switch (kind) {
    case 'conflict':
      return `in conflict with ${there} (${where})`;
    case 'lower':
      return `lower than before (${step(other, own)} from ${there})`;
    case 'same':
      return `same in ${where}`;
    case 'compatible':
      return `compatible with ${there} (${where})`;
    case 'moved-on':
      return `moved on since (${step(own, other)} to ${there})`;
    case 'up':
    case 'down':
      return `${step(other, own)} from ${there}`;
    case 'only':
      return 'only source';
  }
}

function step(from: SeriesValue, to: SeriesValue): string {
  const change = to.figure.value - from.figure.value;
  const days = from.asOf === null || to.asOf === null ? null : daysBetween(from.asOf, to.asOf);
  const sign = change < 0 ? '−' : '+';
  return `${sign}${formatNumber(Math.abs(change))}${days === null || days === 0 ? '' : ` in ${count(Math.abs(days), 'day')}`}`;
}

function before(values: readonly SeriesValue[], own: SeriesValue): SeriesValue | undefined {
  return own.asOf === null ? undefined : values.findLast((v) => v.asOf !== null && v.asOf < (own.asOf ?? ''));
}

function after(values: readonly SeriesValue[], own: SeriesValue): SeriesValue | undefined {
  return own.asOf === null ? undefined : values.find((v) => v.asOf !== null && v.asOf > (own.asOf ?? ''));
}

function equal(a: Figure, b: Figure): boolean {
  return a.value === b.value && a.bound === b.bound;
}

function overlap(a: Figure, b: Figure): boolean {
  return lowest(a) <= highest(b) && lowest(b) <= highest(a);
}

function lowest({ value, bound }: Figure): number {
  if (bound === 'at-most' || bound === 'less-than') return 0;
  return bound === 'about' || bound === 'nearly' ? value * 0.9 : value;
}

function highest({ value, bound }: Figure): number {
  if (bound === 'at-least' || bound === 'more-than') return Infinity;
  return bound === 'about' ? value * 1.1 : value;
}
