import type { EventMention, SourceSpan } from '../model';
import type { Span } from '../text';
import type { DossierView, Located } from './view';

/** Compares places by the day on which their sources were published, undated ones last, then by path and offset. */
export function byPublication(view: DossierView): (a: Located<Span>, b: Located<Span>) => number {
  return (a, b) => (a.path === b.path ? a.item.start - b.item.start : view.rank(a.path) - view.rank(b.path));
}

/** The words that name an event where it was first reported, or null for an event without reports. */
export function eventPlace(view: DossierView, event: string): SourceSpan | null {
  const order = byPublication(view);
  let first: Located<EventMention> | null = null;
  for (const report of view.reportsOf(event)) if (first === null || order(report, first) < 0) first = report;
  return first === null ? null : { path: first.path, start: first.item.trigger.start, end: first.item.trigger.end };
}
