import type { DateMention } from '../model';
import { type Block, type Card, line, placeLink } from './card';
import type { DossierView } from './view';
import { formatDate, formatDay } from './wording';

/** The card of a date: the day it resolves to, and from what. */
export function dateCard(view: DossierView, path: string, date: DateMention): Card {
  return {
    span: date,
    country: null,
    title: formatDay(date.value),
    subtitle: [date.value],
    blocks: [origin(view, path, date), ...sameDay(view, date)],
    why: date.why ?? null,
  };
}

function origin(view: DossierView, path: string, date: DateMention): Block {
  if (date.certain) return line('The words state every part of it.');
  const published = view.document(path)?.date ?? null;
  if (published === null) return line('The words leave a part of it open; taken from the words around it.');
  const basis = { configured: 'as dossier.yaml has it', stated: 'as it states', inferred: 'inferred' }[published.basis];
  return line(`“${date.text}”, read from the day of this source: ${formatDay(published.value)} (${basis}).`);
}

function sameDay(view: DossierView, date: DateMention): readonly Block[] {
  const events = view.extraction.events.filter((e) => e.date === date.value);
  if (events.length === 0) return [];
  const items = events.slice(0, 4).map((event) => {
    const [first] = event.mentions;
    return [first === undefined ? event.label : placeLink(event.label, first)];
  });
  return [{ type: 'list', heading: `Events of ${formatDate(date.value)}`, items }];
}
