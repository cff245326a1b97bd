import type { EventMention } from '../model';
import { type Block, type Card, joined, type Line, line, placeLink, strong } from './card';
import type { DossierView } from './view';
import { capitalized, count, eventKind, excerpt, fileName, formatDate, formatDay } from './wording';

const STATUS_WORDS: Readonly<Record<EventMention['status'], string | null>> = {
  actual: null,
  planned: 'planned',
  hypothetical: 'not said to have happened',
  negated: 'said not to have happened',
};

/** The card of the words that name an event: what, when, who, and every report of it. */
export function eventCard(view: DossierView, path: string, mention: EventMention): Card {
  const record = view.event(mention.event);
  const status = STATUS_WORDS[mention.status];
  const date = mention.date ?? record?.date ?? null;
  const facts: Line[] = [[capitalized(eventKind(mention))]];
  if (date !== null) facts.push([date.includes('/') ? formatDate(date) : formatDay(date)]);
  if (mention.place !== null) facts.push([view.entity(mention.place)?.name ?? mention.place]);
  if (status !== null) facts.push([strong(status)]);
  return {
    span: mention.trigger,
    country: null,
    title: record?.label ?? capitalized(mention.trigger.text),
    subtitle: joined(facts, ' · '),
    blocks: [...participants(view, mention), ...names(record?.names ?? []), ...reports(view, path, mention)],
    why: mention.why ?? null,
  };
}

function participants(view: DossierView, mention: EventMention): readonly Block[] {
  const name = (ids: readonly string[]): string => ids.map((id) => view.entity(id)?.name ?? id).join(', ');
  const parts: Line[] = [];
  if (mention.actors.length > 0) parts.push(['By: ', name(mention.actors)]);
  if (mention.recipients.length > 0) parts.push(['With or to: ', name(mention.recipients)]);
  return parts.length === 0 ? [] : [line(...joined(parts, ' · '))];
}

function names(others: readonly string[]): readonly Block[] {
  return others.length === 0 ? [] : [line('Also called: ', others.join(', '))];
}

function reports(view: DossierView, path: string, mention: EventMention): readonly Block[] {
  const all = view.reportsOf(mention.event).filter((r) => r.path !== path || r.item.start !== mention.start);
  if (all.length === 0) return [line('Only this report of it.')];
  const items = all.slice(0, 6).map((r): Line => {
    const words = excerpt(view.text(r.path), r.item);
    return [
      `${r.path === path ? 'this source' : fileName(r.path)}: `,
      placeLink(words, { path: r.path, ...r.item.trigger }),
    ];
  });
  return [{ type: 'list', heading: count(all.length, 'other report'), items }];
}
