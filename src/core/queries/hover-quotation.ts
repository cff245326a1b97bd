import * as l10n from '../l10n';
import type { Quotation } from '../model';
import { type Card, emphasis, line, placesLink, strong } from './card';
import { inSources, quotationCount } from './counts';
import { officeOn } from './offices';
import type { DossierView } from './view';
import { officeName } from './wording';

/** The card of a quotation: who said it, in which office, and what else that speaker said. */
export function quotationCard(view: DossierView, path: string, quotation: Quotation): Card {
  const speaker = quotation.speaker === null ? undefined : view.entity(quotation.speaker);
  const direct = quotation.form === 'direct';
  const base = { span: quotation, why: quotation.why ?? null };
  if (speaker === undefined) {
    const title = direct ? l10n.t('Quotation') : l10n.t('Indirect quotation');
    return { ...base, country: null, title, subtitle: [], blocks: [line(l10n.t('The text names no speaker for it.'))] };
  }
  const office = officeOn(view, speaker, path, view.published(path))?.office;
  const quotes = view.quotesOf(speaker.id).map((q) => ({ path: q.path, start: q.item.start, end: q.item.end }));
  const sources = new Set(quotes.map((q) => q.path)).size;
  const words = direct ? l10n.t('Quotation of {0}.', speaker.name) : l10n.t('Indirect quotation of {0}.', speaker.name);
  return {
    ...base,
    country: speaker.country,
    title: speaker.name,
    subtitle: office === undefined ? [] : [strong(officeName(office))],
    blocks: [line(emphasis(words)), line(placesLink(inSources(quotationCount(quotes.length), sources), quotes))],
  };
}
