import type { Card } from './card';
import { type Subject, subjectsAt } from './at';
import { dateCard } from './hover-date';
import { entityCard } from './hover-entity';
import { eventCard } from './hover-event';
import { figureCard } from './hover-figure';
import { quotationCard } from './hover-quotation';
import type { DossierView } from './view';

/**
 * What is known about the words at an offset of a source, or null where nothing is annotated.
 * Of several things at one place the narrowest speaks; a quotation only where nothing in it does.
 */
export function cardAt(view: DossierView, path: string, offset: number): Card | null {
  const [subject] = subjectsAt(view, path, offset);
  return subject === undefined ? null : cardOf(view, path, subject);
}

/** The card of something annotated; null for a mention of nothing known. */
export function cardOf(view: DossierView, path: string, subject: Subject): Card | null {
  switch (subject.type) {
    case 'mention':
      return entityCard(view, path, subject.item);
    case 'date':
      return dateCard(view, path, subject.item);
    case 'figure':
      return figureCard(view, path, subject.item);
    case 'event':
      return eventCard(view, path, subject.item);
    case 'quotation':
      return quotationCard(view, path, subject.item);
  }
}
