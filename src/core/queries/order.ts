import type { SourceSpan } from '../model';
import type { Span } from '../text';
import type { DossierView, Located } from './view';

/** Compares places by the day on which their sources were published, undated ones last, then by path and offset. */
export function byPublication(view: DossierView): (a: Located<Span>, b: Located<Span>) => number {
  const day = (path: string): string => view.published(path) ?? '9';
  return (a, b) =>
    a.path === b.path ? a.item.start - b.item.start : compare(day(a.path), day(b.path)) || compare(a.path, b.path);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The words that name an event where it was first reported, or null for an event without reports. */
export function eventPlace(view: DossierView, event: string): SourceSpan | null {
  const [first] = [...view.reportsOf(event)].sort(byPublication(view));
  return first === undefined
    ? null
    : { path: first.path, start: first.item.trigger.start, end: first.item.trigger.end };
}
