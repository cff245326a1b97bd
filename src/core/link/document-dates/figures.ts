/** Clues from counts that only grow: 12,379 killed in one source, more than 12,400 in another that is dated. */
import * as l10n from '../../l10n';
import type { LocalFigure, SourceAnnotations } from '../../annotations';
import { isoDay } from '../../calendar';
import { type Clue, ODD } from './clue';

/** A count of a source that can be set beside those of others. */
export interface Count {
  readonly key: string;
  /** `Entity.id` of who says so, or null. */
  readonly authority: string | null;
  /** No group of the source has a greater one. */
  readonly greatest: boolean;
  readonly figure: LocalFigure;
}

/** A count in a source with a day. */
export interface DatedCount extends Count {
  readonly day: number;
  readonly path: string;
}

/** Measures that only grow while an affair goes on. */
const GROWING = new Set(['killed', 'injured', 'displaced', 'destroyed']);
/** Smaller counts are of single incidents. */
const LEAST = 100;

/**
 * The greatest count of each measure and group: lesser ones are of parts and single incidents.
 * @param ids `Entity.id` of each local entity
 */
export function countsOf(source: SourceAnnotations, ids: readonly string[]): Count[] {
  const greatest = new Map<string, LocalFigure>();
  const overall = new Map<string, number>();
  for (const figure of source.figures) {
    const { measure, value } = figure;
    if (measure === null || !GROWING.has(measure) || value < LEAST || figure.relation !== 'total') continue;
    if (!isCounted(source, figure) || isOfOtherDays(source, figure) || isPercent(figure)) continue;
    const group = `${measure}|${figure.of ?? ''}`;
    if (value > (greatest.get(group)?.value ?? 0)) greatest.set(group, figure);
    overall.set(measure, Math.max(overall.get(measure) ?? 0, value));
  }
  return [...greatest.values()].map((figure) => ({
    key: figure.measure ?? '',
    authority: figure.source === null ? null : (ids[figure.source] ?? null),
    greatest: overall.get(figure.measure ?? '') === figure.value,
    figure,
  }));
}

function isPercent(figure: LocalFigure): boolean {
  return figure.unit === 'percent' || figure.unit === '%';
}

/** `23,000 died in February 1976`: a date with its year, or a month, is not that of the report. */
function isOfOtherDays(source: SourceAnnotations, figure: LocalFigure): boolean {
  const expression = figure.date === null ? undefined : source.dates[figure.date]?.expression;
  if (expression === undefined) return false;
  return (
    expression.type === 'year' || expression.type === 'month' || (expression.type === 'day' && expression.year !== null)
  );
}

/** `hundreds of people` are no count that others can be held against. */
function isCounted(source: SourceAnnotations, figure: LocalFigure): boolean {
  for (let k = figure.first; k < figure.last; k++) if (source.tokens[k]?.kind === 'number') return true;
  return false;
}

/** @param others dated counts of the same key in sources about the same affair */
export function figureClues(own: readonly Count[], others: ReadonlyMap<string, readonly DatedCount[]>): Clue[] {
  const clues: Clue[] = [];
  for (const count of own) {
    const { value } = count.figure;
    const rivals = (others.get(count.key) ?? []).filter((o) => comparable(count, o));
    const below = latestOf(rivals.filter((o) => o.figure.value < value * 0.9995));
    const above = earliestOf(rivals.filter((o) => o.figure.value > value * 1.0005));
    const number = l10n.formatNumber(value);
    if (below !== null) clues.push(orderClue(count, below, 1, number));
    if (above !== null) clues.push(orderClue(count, above, -1, number));
  }
  return clues;
}

/** Of the same group (or the greatest, where one names none), by the same authority, and not orders of magnitude apart. */
function comparable(a: Count, b: Count): boolean {
  if (a.figure.of !== b.figure.of) {
    if (a.figure.of !== null && b.figure.of !== null) return false;
    if (!a.greatest || !b.greatest) return false;
  }
  if (a.authority !== null && b.authority !== null && a.authority !== b.authority) return false;
  return a.figure.value < b.figure.value * 100 && b.figure.value < a.figure.value * 100;
}

function latestOf(counts: readonly DatedCount[]): DatedCount | null {
  return counts.reduce<DatedCount | null>((a, b) => (a === null || b.figure.value > a.figure.value ? b : a), null);
}

function earliestOf(counts: readonly DatedCount[]): DatedCount | null {
  return counts.reduce<DatedCount | null>((a, b) => (a === null || b.figure.value < a.figure.value ? b : a), null);
}

/** Days that a count needs at least to double. */
const DOUBLING = 2;

/**
 * `side` 1: the other count is lower, so this source is the later one. Counts that hardly differ are of about the same days, and such
 * that differ much are not.
 */
function orderClue(count: Count, other: DatedCount, side: 1 | -1, number: string): Clue {
  const [low, high] = [count.figure.value, other.figure.value].sort((a, b) => a - b);
  const ratio = (high ?? 1) / (low ?? 1);
  const near = ratio < 1.01 ? 7 : ratio < 1.05 ? 30 : null;
  const apart = ratio < 2 ? 0 : DOUBLING * Math.log2(ratio);
  const score = (day: number): number => {
    const behind = side * (day - other.day);
    if (behind < apart) return -Math.min(2 * ODD, 0.75 + (apart - behind) / 4);
    return near === null ? 0 : -Math.min(ODD, (0.5 * behind) / near);
  };
  const than = l10n.formatNumber(other.figure.value);
  const why =
    side === 1
      ? l10n.t('{0} is more than the {1} of {2} ({3}).', number, than, other.path, isoDay(other.day))
      : l10n.t('{0} is less than the {1} of {2} ({3}).', number, than, other.path, isoDay(other.day));
  return { start: count.figure.start, end: count.figure.end, score, why, range: null };
}
