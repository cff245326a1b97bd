/** Who consulted whom: calls, visits and meetings as a hierarchy of calls, with the words that report them as call sites. */
import * as l10n from '../l10n';
import type { Entity, EventMention, EventRecord, SourceSpan } from '../model';
import { typeLabel } from '../link/events/kinds';
import type { Span } from '../text';
import { subjectsAt } from './at';
import { sentenceAround } from './definition';
import { statusNote } from './event-words';
import { byPublication } from './order';
import { entityDetail } from './symbols';
import type { DossierView, Located } from './view';
import { formatDate } from './wording';

/** Somebody who calls or is called. */
export interface Party {
  readonly entity: string;
  readonly kind: Entity['kind'];
  readonly name: string;
  /** Of a root the office; of a call what it was and when: `Phone call, 2 Jun 2024`. */
  readonly detail: string;
  /** The words to go to, and what is around them. */
  readonly place: SourceSpan;
  readonly around: Span;
}

/** One talk as one source reports it. */
export interface Call {
  /** The other one, at the place where the source reports the talk. */
  readonly party: Party;
  /** The words that report it, all in the source of `party.place`. */
  readonly sites: readonly Span[];
}

export type CallDirection = 'incoming' | 'outgoing';

/** Those at an offset of whom can be asked with whom they spoke: who is named there, or who acts in the talk that is. */
export function partiesAt(view: DossierView, path: string, offset: number): readonly Party[] {
  for (const subject of subjectsAt(view, path, offset)) {
    if (subject.type === 'mention') {
      const { entity, start, end } = subject.item;
      return rootParty(view, entity, { path, start, end });
    }
    if (subject.type === 'event' && subject.item.type === 'CONSULT') {
      const { actors, trigger } = subject.item;
      return actors.flatMap((id) => rootParty(view, id, { path, start: trigger.start, end: trigger.end }));
    }
  }
  return [];
}

function rootParty(view: DossierView, id: string, at: SourceSpan): readonly Party[] {
  const entity = view.entity(id);
  if (entity === undefined) return [];
  const detail = entityDetail(view, entity);
  const { kind, name } = entity;
  return [{ entity: id, kind, name, detail, place: at, around: sentenceAround(view, at) }];
}

/**
 * The talks of an entity: `incoming` those in which others turned to it, `outgoing` those in which it turned to others. Where a
 * report says only that they spoke with each other, or many took part, the talk counts both ways. Talks that are said not to have
 * taken place are left out. One call for each other party, talk and source; the first talk first, undated ones last.
 */
export function callsOf(view: DossierView, id: string, direction: CallDirection): readonly Call[] {
  const events = view.eventsOf(id).filter((e) => e.type === 'CONSULT');
  const dated = [...events.filter((e) => e.date !== null), ...events.filter((e) => e.date === null)];
  return dated.flatMap((event) => callsIn(view, id, event, direction));
}

function callsIn(view: DossierView, id: string, event: EventRecord, direction: CallDirection): readonly Call[] {
  const calls = new Map<string, { readonly party: Party; readonly sites: Span[] }>();
  for (const report of [...view.reportsOf(event.id)].sort(byPublication(view))) {
    if (report.item.status === 'negated') continue;
    const site = { start: report.item.trigger.start, end: report.item.trigger.end };
    for (const other of partners(report.item, id, direction)) {
      const key = `${other} ${report.path}`;
      const known = calls.get(key);
      const entity = known === undefined ? view.entity(other) : undefined;
      if (known !== undefined) known.sites.push(site);
      else if (entity !== undefined) calls.set(key, { party: callParty(view, entity, report), sites: [site] });
    }
  }
  return [...calls.values()];
}

/** The other ones in a report of a talk, without the one that is asked about. */
function partners(report: EventMention, id: string, direction: CallDirection): readonly string[] {
  const { actors, recipients } = report;
  const mutual = recipients.length === 0 || report.mode === 'multilateral';
  const all = [...actors, ...recipients];
  if (mutual) return all.includes(id) ? others(all, id) : [];
  const [own, other] = direction === 'outgoing' ? [actors, recipients] : [recipients, actors];
  return own.includes(id) ? others(other, id) : [];
}

function others(ids: readonly string[], id: string): readonly string[] {
  return [...new Set(ids)].filter((other) => other !== id);
}

function callParty(view: DossierView, entity: Entity, { path, item }: Located<EventMention>): Party {
  const date = item.date ?? view.event(item.event)?.date ?? null;
  const facts = [
    l10n.term(typeLabel(item.type, item.mode)),
    date === null ? null : formatDate(date, 'short'),
    statusNote(item.status),
  ];
  return {
    entity: entity.id,
    kind: entity.kind,
    name: entity.name,
    detail: facts.filter((f) => f !== null).join(', '),
    place: { path, start: item.trigger.start, end: item.trigger.end },
    around: { start: item.start, end: item.end },
  };
}
