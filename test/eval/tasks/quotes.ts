/** Tasks `quote` (direct quotations) and `quote speaker`. */
import type { Quotation } from '../../../src/core/model';
import { overlaps, type Span } from '../../../src/core/text';
import { locate } from '../locate';
import type { ScoredSource, Scoring } from '../source';

/** Length shared, as part of the length covered by both together. */
function shared(a: Span, b: Span): number {
  return (Math.min(a.end, b.end) - Math.max(a.start, b.start)) / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** A piece of a gold quotation, give or take the marks. */
function isWithin(piece: Span, whole: Span): boolean {
  return overlaps(whole, piece) && piece.end <= whole.end + 2 && piece.start >= whole.start - 2;
}

export function scoreQuotes({ gold, text, document }: ScoredSource, { tally, alignment }: Scoring): void {
  const direct = document.quotes.filter((q) => q.form !== 'indirect');
  const spans = gold.quotes.map((q) => locate(text, q.at));
  const used = new Set<Quotation>();
  for (const { at, speaker } of gold.quotes) {
    const span = locate(text, at);
    const quote = direct.find((q) => !used.has(q) && overlaps(q, span) && shared(q, span) > 0.8);
    if (quote !== undefined) used.add(quote);
    tally.count('quote', quote !== undefined);
    if (quote === undefined) tally.note(gold.source, 'quote', `missed ${span.text.slice(0, 60)}`);
    if (speaker === undefined) continue;
    const right = !!quote?.speaker && alignment.goldOf(quote.speaker) === speaker;
    tally.count('quote speaker', right);
    const got = quote?.speaker ?? 'none';
    if (!right) tally.note(gold.source, 'quote speaker', `${span.text.slice(0, 40)} ${speaker}, got ${got}`);
  }
  for (const q of direct) {
    if (used.has(q) || spans.some((span) => isWithin(q, span))) continue;
    tally.extra('quote');
    tally.note(gold.source, 'quote', `extra ${JSON.stringify(q.text).slice(0, 60)}`);
  }
}
