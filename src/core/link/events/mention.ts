/** An event mention as the linker compares it: who, when and what, across sources. */
import { isoRange } from '../../calendar';
import type { Entity, EventType } from '../../model';
import { fold } from '../../text';
import type { LinkedEntities } from '../entities';
import type { ResolvedDate } from '../resolve-dates';
import type { LinkSource } from '../source';
import { inSteps, type Steps } from '../../steps';
import { kindOf } from './kinds';

/** First and last day, as day numbers. */
export interface Days {
  readonly first: number;
  readonly last: number;
}

export interface LinkMention {
  readonly source: number;
  readonly index: number;
  readonly type: EventType;
  readonly mode: string | null;
  readonly kind: string | null;
  /** `Entity.id`s. */
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  /** What participants are compared by: `Entity.id` of a person, the country of a place or body, else its id. */
  readonly actorKeys: ReadonlySet<string>;
  readonly recipientKeys: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
  /** Countries of the people among the actors: a minister's appeal is the country's. */
  readonly actorCountries: ReadonlySet<string>;
  /** ISO, as resolved. */
  readonly date: string | null;
  readonly days: Days | null;
  /** Day number of publication, or null. */
  readonly published: number | null;
  /** As written, and folded. */
  readonly names: readonly string[];
  readonly nameKeys: readonly string[];
  /** Starts with `the`, `this`, `that` or a possessive: speaks of something known. */
  readonly definite: boolean;
  /** Index of its sentence. */
  readonly sentence: number;
}

/** All event mentions of all sources, in order. */
export function* linkMentions(
  sources: readonly LinkSource[],
  linked: LinkedEntities,
  published: readonly (string | null)[],
  dates: readonly (readonly ResolvedDate[])[],
): Steps<readonly LinkMention[]> {
  const byId = new Map<string, Entity>(linked.entities.map((e) => [e.id, e]));
  const mentions: LinkMention[] = [];
  yield* inSteps(sources, 1, ({ annotations }, source) => {
    const ids = linked.ids[source] ?? [];
    const day = daysOf(published[source] ?? null)?.first ?? null;
    let sentence = 0;
    for (const [index, event] of annotations.events.entries()) {
      while (
        sentence + 1 < annotations.sentences.length &&
        (annotations.sentences[sentence + 1]?.start ?? Infinity) <= event.trigger.start
      )
        sentence++;
      const toIds = (indices: readonly number[]): string[] => [
        ...new Set(indices.map((i) => ids[i]).filter((id) => id !== undefined)),
      ];
      const actors = toIds(event.actors);
      const recipients = toIds(event.recipients).filter((r) => !actors.includes(r));
      const actorKeys = new Set(actors.map((id) => keyOf(id, byId)));
      const recipientKeys = new Set(recipients.map((id) => keyOf(id, byId)));
      const date = event.date === null ? null : (dates[source]?.[event.date]?.value ?? null);
      const before = annotations.text.slice(Math.max(0, event.trigger.start - 40), event.trigger.start);
      mentions.push({
        source,
        index,
        type: event.type,
        mode: event.mode,
        kind: kindOf(event.type, annotations.text.slice(event.trigger.start, event.trigger.end)),
        actors,
        recipients,
        actorKeys,
        recipientKeys,
        keys: new Set([...actorKeys, ...recipientKeys]),
        actorCountries: new Set(actors.flatMap((id) => byId.get(id)?.country ?? []).map((code) => `=${code}`)),
        date,
        days: daysOf(date),
        published: day,
        names: event.names,
        nameKeys: event.names.map(fold),
        definite: isDefinite(before),
        sentence,
      });
    }
  });
  return mentions;
}

function keyOf(id: string, byId: ReadonlyMap<string, Entity>): string {
  const entity = byId.get(id);
  return entity !== undefined && entity.kind !== 'person' && entity.country !== null ? `=${entity.country}` : id;
}

function daysOf(iso: string | null): Days | null {
  if (iso === null) return null;
  const range = isoRange(iso);
  return range === null ? null : { first: range.first, last: range.last };
}

/** `the attack`, `that deadly call`, `their conversation`: at most two words between. */
function isDefinite(before: string): boolean {
  const words = before.trimEnd().toLowerCase().split(/\s+/u).slice(-3);
  return words.some((w) => w === 'the' || w === 'this' || w === 'that' || w === 'their' || w === 'his' || w === 'her');
}
