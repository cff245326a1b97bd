/** What stands at a place in a source. */
import type { DateMention, EventMention, Figure, Mention, Quotation } from '../model';
import type { Span } from '../text';
import type { DossierView } from './view';

export type Subject =
  | { readonly type: 'mention'; readonly item: Mention }
  | { readonly type: 'date'; readonly item: DateMention }
  | { readonly type: 'figure'; readonly item: Figure }
  | { readonly type: 'event'; readonly item: EventMention }
  | { readonly type: 'quotation'; readonly item: Quotation };

/**
 * Everything annotated at an offset of a source, the narrowest first; of equal spans a name goes before a figure, an event's
 * trigger, a date and a quotation. The offset behind a last character counts as inside, as a cursor that stands there does.
 */
export function subjectsAt(view: DossierView, path: string, offset: number): readonly Subject[] {
  const document = view.document(path);
  if (document === undefined) return [];
  const at = (span: Span): boolean => span.start <= offset && offset <= span.end;
  const subjects: Subject[] = [
    ...document.mentions.filter(at).map((item): Subject => ({ type: 'mention', item })),
    ...document.figures.filter(at).map((item): Subject => ({ type: 'figure', item })),
    ...document.events.filter((e) => at(e.trigger)).map((item): Subject => ({ type: 'event', item })),
    ...document.dates.filter(at).map((item): Subject => ({ type: 'date', item })),
    ...document.quotes.filter(at).map((item): Subject => ({ type: 'quotation', item })),
  ];
  const endsHere = (s: Subject): number => (spanOf(s).end === offset ? 1 : 0);
  const width = (s: Subject): number => spanOf(s).end - spanOf(s).start;
  // Of two that touch, the one that begins here is meant, as with words in the editor.
  return subjects.sort((a, b) => endsHere(a) - endsHere(b) || width(a) - width(b));
}

/** The words that the subject is about: of an event those that name it. */
export function spanOf(subject: Subject): Span {
  return subject.type === 'event' ? subject.item.trigger : subject.item;
}
