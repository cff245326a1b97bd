/** Clues from counts that only grow: 36,379 killed in one source, more than 36,400 in another that is dated. */
import type { LocalFigure, SourceAnnotations } from '../../annotations';
import { type Clue, ODD } from './clue';

/** A count of a source that can be set beside those of others. */
export interface Count {
  readonly key: string;
  readonly figure: LocalFigure;
}

/** A count in a source with a day. */
export interface DatedCount extends Count {
  readonly day: number;
  readonly source: number;
}

/** Measures that only grow while an affair goes on. */
const GROWING = new Set(['killed', 'injured', 'displaced', 'destroyed']);
/** Smaller counts are of single incidents. */
const LEAST = 100;

export function countsOf(source: SourceAnnotations): Count[] {
  return source.figures.flatMap((figure) =>
    figure.measure !== null &&
    GROWING.has(figure.measure) &&
    figure.value >= LEAST &&
    figure.relation === 'total' &&
    figure.date === null &&
    !source.quotes.some((q) => q.form === 'direct' && q.start <= figure.start && figure.end <= q.end)
      ? [{ key: figure.measure, figure }]
      : [],
  );
}

/** @param others dated counts of the same key in sources about the same affair */
export function figureClues(own: readonly Count[], others: ReadonlyMap<string, readonly DatedCount[]>): Clue[] {
  const clues: Clue[] = [];
  for (const count of own) {
    const { value } = count.figure;
    const rivals = (others.get(count.key) ?? []).filter((o) => comparable(count.figure, o.figure));
    const below = latestOf(rivals.filter((o) => o.figure.value < value * 0.9995));
    const above = earliestOf(rivals.filter((o) => o.figure.value > value * 1.0005));
    const number = value.toLocaleString('en-US');
    if (below !== null) clues.push(orderClue(count, below, 1, number));
    if (above !== null) clues.push(orderClue(count, above, -1, number));
  }
  return clues;
}

/** Of the same group where both name one, and not an order of magnitude apart. */
function comparable(a: LocalFigure, b: LocalFigure): boolean {
  if (a.of !== null && b.of !== null && a.of !== b.of) return false;
  return a.value < b.value * 20 && b.value < a.value * 20;
}

function latestOf(counts: readonly DatedCount[]): DatedCount | null {
  return counts.reduce<DatedCount | null>((a, b) => (a === null || b.figure.value > a.figure.value ? b : a), null);
}

function earliestOf(counts: readonly DatedCount[]): DatedCount | null {
  return counts.reduce<DatedCount | null>((a, b) => (a === null || b.figure.value < a.figure.value ? b : a), null);
}

/** `side` 1: the other count is lower, so this source is the later one. Counts that hardly differ are of about the same days. */
function orderClue(count: Count, other: DatedCount, side: 1 | -1, number: string): Clue {
  const relative = Math.abs(count.figure.value - other.figure.value) / Math.max(count.figure.value, other.figure.value);
  const near = relative < 0.01 ? 7 : relative < 0.05 ? 30 : null;
  const score = (day: number): number => {
    const behind = side * (day - other.day);
    if (behind < 0) return -Math.min(2 * ODD, 0.75 - behind / 4);
    return near === null ? 0 : -Math.min(ODD, (0.5 * behind) / near);
  };
  const than = other.figure.value.toLocaleString('en-US');
  const why =
    side === 1
      ? `${number} is more than the ${than} of a source that is dated.`
      : `${number} is less than the ${than} of a source that is dated.`;
  return { start: count.figure.start, end: count.figure.end, score, why, range: null };
}
