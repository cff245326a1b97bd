/** How a figure stands to those of other sources that count the same. */
import * as l10n from '../l10n';
import { type Comparison, compareFigures } from '../link/compare';
import type { FigureSeries } from '../model';
import type { SeriesValue } from './figures';
import { boundedValue, fileName } from './wording';

/**
 * Read from the figure's side. `conflict`: same day, cannot both hold; `lower`: below an earlier value of what can only grow;
 * `lowered`: a later source has less of what can only grow; `same`; `compatible`: as `at least 30` and 34; `moved-on`: a later source
 * has another value; `since`: an earlier source had another one; `only`: no other source has one.
 */
export type StandingKind = 'conflict' | 'lower' | 'lowered' | 'same' | 'compatible' | 'moved-on' | 'since' | 'only';

export interface Standing {
  readonly kind: StandingKind;
  /** The value that it is held against, and how it compares; null for `only`. */
  readonly against: { readonly other: SeriesValue; readonly comparison: Comparison } | null;
}

/** The most telling kind first; of one kind the nearest day counts. */
const WEIGHTS: Readonly<Record<StandingKind, number>> = {
  conflict: 0,
  lower: 1,
  lowered: 2,
  same: 3,
  compatible: 3,
  'moved-on': 3,
  since: 4,
  only: 5,
};

/** @param values those of the series, `own` among them */
export function standingOf(series: FigureSeries, values: readonly SeriesValue[], own: SeriesValue): Standing {
  const standings = values
    .filter((v) => v.place.path !== own.place.path)
    .map((other) => {
      const comparison = compare(own, other, series.cumulative);
      return { kind: kindOf(comparison), against: { other, comparison } };
    });
  const distance = (s: Standing): number => Math.abs(s.against?.comparison.days ?? 0);
  const closeness = (s: Standing): number => (s.kind === 'same' ? 0 : s.kind === 'compatible' ? 1 : 2);
  const [first] = standings.sort(
    (a, b) => WEIGHTS[a.kind] - WEIGHTS[b.kind] || distance(a) - distance(b) || closeness(a) - closeness(b),
  );
  return first ?? { kind: 'only', against: null };
}

/** Compares two values of a series, each for its day. */
export function compare(a: SeriesValue, b: SeriesValue, cumulative: boolean): Comparison {
  return compareFigures({ ...a.figure, asOf: a.asOf }, { ...b.figure, asOf: b.asOf }, cumulative);
}

function kindOf({ relation, days }: Comparison): StandingKind {
  const earlier = days !== null && days < 0;
  if (relation === 'lower') return earlier ? 'lower' : 'lowered';
  return relation === 'moved-on' && earlier ? 'since' : relation;
}

/** The standing in words: `moved on since (+21 in 1 day to more than 12,500)`. */
export function standingWords({ kind, against }: Standing): string {
  if (against === null) return l10n.t('only source');
  const { other, comparison } = against;
  const there = boundedValue(other.figure);
  const where = fileName(other.place.path);
  switch (kind) {
    case 'conflict':
      return l10n.t('in conflict with {0} ({1})', there, where);
    case 'lower':
      return l10n.t('lower than before ({0} from {1})', step(comparison, true), there);
    case 'lowered':
      return l10n.t('a later source has less ({0} to {1})', step(comparison), there);
    case 'same':
      return l10n.t('same in {0}', where);
    case 'compatible':
      return l10n.t('compatible with {0} ({1})', there, where);
    case 'moved-on':
      return comparison.days === null
        ? l10n.t('differs from {0} ({1})', there, where)
        : l10n.t('moved on since ({0} to {1})', step(comparison), there);
    case 'since':
      return l10n.t('{0} from {1}', step(comparison, true), there);
    case 'only':
      return l10n.t('only source');
  }
}

/** `+378 in 2 days`; `±0` where only the bounds differ. Backward, the way from the other value to this one. */
function step({ difference, days }: Comparison, backward = false): string {
  const change = backward ? -difference : difference;
  const sign = change === 0 ? '±' : change < 0 ? '−' : '+';
  const amount = `${sign}${l10n.formatNumber(Math.abs(change))}`;
  if (days === null || days === 0) return amount;
  const apart = Math.abs(days);
  return apart === 1 ? l10n.t('{0} in 1 day', amount) : l10n.t('{0} in {1} days', amount, l10n.formatNumber(apart));
}

/** How a value follows on the one before it in a table: `+378 in 2 days`, `same`, `−5, in conflict`, `+4, compatible`,
 * `compatible` where only the bounds differ. */
export function differenceWords(comparison: Comparison): string {
  if (comparison.relation === 'same') return l10n.t('same');
  if (comparison.relation === 'compatible' && comparison.difference === 0) return l10n.t('compatible');
  const words = step(comparison);
  if (comparison.relation === 'conflict') return l10n.t('{0}, in conflict', words);
  if (comparison.relation === 'compatible') return l10n.t('{0}, compatible', words);
  return comparison.relation === 'lower' ? l10n.t('{0}, lower than before', words) : words;
}
