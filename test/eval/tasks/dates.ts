/** Tasks `date` (values of expressions) and `document date`. */
import { overlaps } from '../../../src/core/text';
import { locate } from '../locate';
import type { ScoredSource, Scoring } from '../source';

/** Days, months or years; of an interval the first day counts. Extra expressions are not counted. */
export function scoreDates({ gold, text, document }: ScoredSource, { tally }: Scoring): void {
  for (const { at, value } of gold.dates) {
    const span = locate(text, at);
    const found = document.dates.find((d) => overlaps(d, span));
    const right = found?.value.slice(0, 10) === value;
    tally.count('date', right);
    if (found !== undefined && !right) tally.extra('date');
    if (!right) tally.note(gold.source, 'date', `${span.text} ${value}, got ${found?.value ?? 'none'}`);
  }
}

export function scoreDocumentDate({ gold, document }: ScoredSource, { tally }: Scoring): void {
  const task = 'document date';
  if (gold.date === undefined) return;
  const value = document.date?.value;
  const right = value !== undefined && value >= gold.date.value && value <= gold.date.latest;
  tally.count(task, right);
  if (value !== undefined && !right) tally.extra(task);
  if (!right) tally.note(gold.source, task, `${gold.date.value}, got ${value ?? 'none'}`);
}
