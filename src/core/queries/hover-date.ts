import * as l10n from '../l10n';
import type { DateMention } from '../model';
import { type Block, type Card, type Inline, line, phrase, placeLink } from './card';
import { eventLabel } from './event-words';
import { knownEventAt } from './known-event';
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
  const event = knownEventAt(view, path, date);
  if (event !== undefined) {
    const file: Inline = { text: 'dossier.yaml', link: { to: 'knowledge', span: event.at } };
    return line(...phrase(l10n.t('The day of “{0}”, as {1} has it.'), [[event.name], [file]]));
  }
  if (date.certain) return line(l10n.t('The words state every part of it.'));
  const published = view.document(path)?.date ?? null;
  if (published === null) return line(l10n.t('The words leave a part of it open; taken from the words around it.'));
  const [words, day] = [date.text, formatDay(published.value)];
  switch (published.basis) {
    case 'configured':
      return line(l10n.t('“{0}”, read from the day of this source: {1} (as dossier.yaml has it).', words, day));
    case 'stated':
      return line(l10n.t('“{0}”, read from the day of this source: {1} (as it states).', words, day));
    case 'inferred':
      return line(l10n.t('“{0}”, read from the day of this source: {1} (inferred).', words, day));
  }
}

function sameDay(view: DossierView, date: DateMention): readonly Block[] {
  const events = view.extraction.events.filter((e) => e.date === date.value);
  if (events.length === 0) return [];
  const items = events.slice(0, 4).map((event) => {
    const [first] = event.mentions;
    const label = eventLabel(event);
    return [first === undefined ? label : placeLink(label, first)];
  });
  return [{ type: 'list', heading: l10n.t('Events of {0}', formatDate(date.value)), items }];
}
