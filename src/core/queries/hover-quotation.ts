import type { Quotation } from '../model';
import { type Card, emphasis, line, placesLink, strong } from './card';
import { officeOn } from './offices';
import type { DossierView } from './view';
import { count, officeName } from './wording';

/** The card of a quotation: who said it, in which office, and what else that speaker said. */
export function quotationCard(view: DossierView, path: string, quotation: Quotation): Card {
  const speaker = quotation.speaker === null ? undefined : view.entity(quotation.speaker);
  const form = quotation.form === 'direct' ? 'Quotation' : 'Indirect quotation';
  const base = { span: quotation, why: quotation.why ?? null };
  if (speaker === undefined) {
    return { ...base, country: null, title: form, subtitle: [], blocks: [line('The text names no speaker for it.')] };
  }
  const office = officeOn(view, speaker, path, view.published(path))?.office;
  const quotes = view.quotesOf(speaker.id).map((q) => ({ path: q.path, start: q.item.start, end: q.item.end }));
  const sources = new Set(quotes.map((q) => q.path)).size;
  return {
    ...base,
    country: speaker.country,
    title: speaker.name,
    subtitle: office === undefined ? [] : [strong(officeName(office))],
    blocks: [
      line(emphasis(`${form} of ${speaker.name}.`)),
      line(placesLink(`${count(quotes.length, 'quotation')} in ${count(sources, 'source')}`, quotes)),
    ],
  };
}
