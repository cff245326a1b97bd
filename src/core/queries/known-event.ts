/** The dated events of the knowledge file where sources name them. */
import type { KnownEvent } from '../knowledge';
import type { Span } from '../text';
import type { DossierView } from './view';

/** The event that words within or around a span name by a name of the knowledge file; undefined where none does. */
export function knownEventAt(view: DossierView, path: string, span: Span): KnownEvent | undefined {
  const named = view
    .annotations(path)
    ?.dates.find((d) => d.expression.type === 'event' && d.start < span.end && span.start < d.end);
  const expression = named?.expression;
  return expression?.type === 'event' ? view.knowledge.events.find((e) => e.id === expression.event) : undefined;
}
