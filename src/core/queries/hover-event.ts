import * as l10n from '../l10n';
import type { EventMention } from '../model';
import { type Block, type Card, type Inline, joined, type Line, line, phrase, placeLink, strong } from './card';
import { otherReportCount } from './counts';
import { eventKind, eventLabel, statusNote } from './event-words';
import { knownEventAt } from './known-event';
import type { DossierView } from './view';
import { capitalized, excerpt, fileName, formatDate, formatDay } from './wording';

/** The card of the words that name an event: what, when, who, and every report of it. */
export function eventCard(view: DossierView, path: string, mention: EventMention): Card {
  const record = view.event(mention.event);
  const status = statusNote(mention.status);
  const date = mention.date ?? record?.date ?? null;
  const facts: Line[] = [[capitalized(eventKind(mention))]];
  if (date !== null) facts.push([date.includes('/') ? formatDate(date) : formatDay(date)]);
  if (mention.place !== null) facts.push([view.entity(mention.place)?.name ?? mention.place]);
  if (status !== null) facts.push([strong(status)]);
  return {
    span: mention.trigger,
    country: null,
    title: record === undefined ? capitalized(mention.trigger.text) : eventLabel(record),
    subtitle: joined(facts, ' · '),
    blocks: [
      ...participants(view, mention),
      ...known(view, path, mention),
      ...names(record?.names ?? []),
      ...reports(view, path, mention),
    ],
    why: mention.why ?? null,
  };
}

function participants(view: DossierView, mention: EventMention): readonly Block[] {
  const name = (ids: readonly string[]): string => ids.map((id) => view.entity(id)?.name ?? id).join(', ');
  const parts: Line[] = [];
  if (mention.actors.length > 0) parts.push([l10n.t('By: {0}', name(mention.actors))]);
  if (mention.recipients.length > 0) parts.push([l10n.t('With or to: {0}', name(mention.recipients))]);
  return parts.length === 0 ? [] : [line(...joined(parts, ' · '))];
}

/** What the knowledge file calls it. */
function known(view: DossierView, path: string, mention: EventMention): readonly Block[] {
  const event = knownEventAt(view, path, mention.trigger);
  if (event === undefined) return [];
  const file: Inline = { text: 'dossier.yaml', link: { to: 'knowledge', span: event.at } };
  return [line(...phrase(l10n.t('In {0}: {1}, {2}'), [[file], [event.name], [formatDate(event.date)]]))];
}

function names(others: readonly string[]): readonly Block[] {
  return others.length === 0 ? [] : [line(l10n.t('Also called: {0}', others.join(', ')))];
}

function reports(view: DossierView, path: string, mention: EventMention): readonly Block[] {
  const all = view.reportsOf(mention.event).filter((r) => r.path !== path || r.item.start !== mention.start);
  if (all.length === 0) return [line(l10n.t('Only this report of it.'))];
  const items = all.slice(0, 6).map((r): Line => {
    const words = excerpt(view.text(r.path), r.item);
    const source = r.path === path ? l10n.t('this source') : fileName(r.path);
    return phrase(l10n.t('{0}: {1}'), [[source], [placeLink(words, { path: r.path, ...r.item.trigger })]]);
  });
  return [{ type: 'list', heading: otherReportCount(all.length), items }];
}
