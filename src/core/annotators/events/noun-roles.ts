/** Who takes part in an event that a noun names: its modifiers, its complements and what its clause says. */
import { nounHead } from './clauses';
import { subjectOf } from './subjects';
import { AGENT, LOCATED, NONE, sidesBehind } from './complement-roles';
import { demandedOf, hasOwner } from './content-roles';
import type { ClauseRole } from './draft';
import { entitiesOf, ownEntities } from './entities';
import type { TriggerEntry, TypeFrame } from './lexicon';
import type { RoleReader, Roles } from './role-reader';
import type { Candidate } from './triggers';
import type { Chunk } from './word-classes';
import { standsForSomebody } from './unnamed';
import { subjectEntities } from './verb-roles';
import { itemAt } from '../../items';

/** Types whose nouns have the one they are done to as their owner, where that is a person. */
const UNDERGONE = new Set(['COERCE', 'SANCTION', 'ASSAULT', 'APPOINTMENT', 'ACCIDENT', 'CEREMONY']);

/** Verbs whose subject an accident or attack happens to: `X suffered floods`, `survived a raid`. */
const UNDERGOING = /^(?:suffer|ha[sdv]|fac|experienc|surviv|escap|endur|sustain)/;

/** Verbs of the harm that comes to somebody `in the attack`. */
const HARMED = /^(?:die|dying|perish|suffer|surviv|sustain|los[et])/;

/** Types that are done by words, and what leads to whom they are handed. */
const ADDRESSED = new Set(['ACCUSE', 'REQUEST', 'THREATEN', 'SUPPORT']);
const HANDED: ReadonlySet<string> = new Set(['to', 'with']);

/** `mediation between A and B` is done to those two; `the withdrawal of X` is X's. */
const OF_DOER: ReadonlySet<string> = new Set(['by', 'of']);

function doersOf(frame: TypeFrame, { type, mode }: TriggerEntry): ReadonlySet<string> {
  return mode === 'third-party' || (type === 'RETREAT' && mode === 'withdraw') ? OF_DOER : frame.by;
}

/** Roles of an event named by a noun. */
export function nounRoles(
  reader: RoleReader,
  frame: TypeFrame,
  candidate: Candidate,
  role: ClauseRole,
  verb: number,
): Roles {
  const { chunks } = reader;
  const { entry, chunk: at } = candidate;
  const actors: number[] = [];
  const recipients: number[] = [];
  const add = (start: number, by: ReadonlySet<string>, object: boolean, to = frame.to): void => {
    const found = sidesBehind(reader, start, { entry, to, by, object, link: null });
    actors.push(...found.actors);
    recipients.push(...found.recipients);
  };
  modifiers(reader, candidate, actors, recipients);
  add(at, doersOf(frame, entry), false);
  const after = chunks[at + 1];
  // `talks hosted by X`, `an operation staged by X`
  if (after?.kind === 'verb' && after.voice === 'passive' && after.form !== 'finite') add(at + 1, AGENT, false);
  // `fires destroying X`, `an offensive targeting Y`
  if (
    after?.kind === 'verb' &&
    after.form === 'gerund' &&
    after.preposition === null &&
    recipients.length === 0 &&
    LOCATED.has(entry.type)
  )
    add(at + 1, NONE, true);
  // `a blast that killed six in X`
  if (after?.kind === 'relative' && LOCATED.has(entry.type) && recipients.length === 0) {
    const told = chunks[at + 2];
    if (told?.kind === 'verb' && told.voice === 'active') add(at + 2, NONE, true);
  }
  if (entry.type === 'PROTEST' && recipients.length === 0) recipients.push(...demandedOf(reader, at));
  const group = chunks[verb];
  if (group === undefined) return { actors, recipients };
  if (role === 'light') {
    if (verb > at) add(verb, AGENT, false);
    else if (entry.type === 'ASSAULT' && undergoes(reader, verb))
      recipients.push(...subjectEntities(reader, verb).filter((e) => !actors.includes(e)));
    else if (entry.type !== 'ACCIDENT' || UNDERGOING.test(reader.tokens[group.main]?.lower ?? '')) {
      actors.push(...subjectEntities(reader, verb));
      if (verb === at - 2) recipients.push(...entitiesOf(reader, at - 1));
      // `handed a protest note to X`
      if (recipients.length === 0 && ADDRESSED.has(entry.type)) add(at, NONE, false, HANDED);
    }
  } else if (role === 'object' && LOCATED.has(entry.type) && verb === at - 1 && undergoes(reader, verb)) {
    recipients.push(...subjectEntities(reader, verb).filter((e) => !actors.includes(e)));
  } else if (role === 'subject' && LOCATED.has(entry.type) && group.voice === 'active') {
    if (recipients.length === 0) add(verb, NONE, true);
    if (recipients.length === 0 && entry.type === 'ACCIDENT') recipients.push(...earlierPlaces(reader, at));
  } else if (role === 'adjunct') {
    const others = adjunctActors(reader, candidate, verb, actors.length + recipients.length);
    // `died in a crash in X`: the people rather than the place.
    if (entry.type === 'ACCIDENT' && others.length > 0) return { actors, recipients: others };
    if (entry.type === 'ASSAULT' && isHarmed(reader, verb)) return { actors, recipients: [...recipients, ...others] };
    actors.push(...others);
  }
  return { actors, recipients };
}

/** `survived`, `suffered`, but not `has`: whether what is behind the verb is done to its subject. */
function undergoes({ chunks, tokens }: RoleReader, verb: number): boolean {
  const lower = itemAt(tokens, chunks[verb]?.main)?.lower ?? '';
  return UNDERGOING.test(lower) && !lower.startsWith('ha') && chunks[verb]?.voice === 'active';
}

/** `died in the raid`, `was wounded in it`: whether the clause tells of harm to its subject. */
function isHarmed({ chunks, tokens }: RoleReader, verb: number): boolean {
  return chunks[verb]?.voice === 'passive' || HARMED.test(itemAt(tokens, chunks[verb]?.main)?.lower ?? '');
}

/** `Across the border in X, the tremor killed a dozen`: places named before the trigger. */
function earlierPlaces({ chunks, referents }: RoleReader, at: number): readonly number[] {
  for (let k = at - 1; k >= 0; k--) {
    const chunk = chunks[k];
    if (chunk?.kind === 'verb' || chunk?.kind === 'stop') break;
    if (chunk?.kind !== 'noun' || chunk.preposition !== 'in') continue;
    const { places } = referents.within(chunk.first, chunk.last, false);
    if (places.length > 0) return places;
  }
  return [];
}

/** Who takes part in what an adjunct names: `in a phone call with X`, `died in a crash`. */
function adjunctActors(
  reader: RoleReader,
  { entry, chunk: at }: Candidate,
  verb: number,
  count: number,
): readonly number[] {
  const { chunks, referents } = reader;
  const head = nounHead(reader, at, false);
  const preposition = chunks[head]?.preposition ?? chunks[at]?.preposition ?? '';
  if (entry.type === 'CONSULT') {
    if (!/^(?:in|during|at|on|by|for|after|following)$/.test(preposition) || count > 1) return [];
    const subject = subjectEntities(reader, verb);
    if (chunks[verb]?.voice !== 'passive')
      return count === 0 && (verb > at || preposition === 'in') ? [...subject, ...addressee(reader, verb)] : subject;
    const { actors } = sidesBehind(reader, verb, { entry, to: NONE, by: AGENT, object: false, link: null });
    // `In a meeting, A was told by B`; `a plan was adopted by B at a meeting`
    return referents.arePeople(subject) && actors.length > 0 ? [...subject, ...actors] : actors;
  }
  const fits = entry.type === 'ACCIDENT' || (entry.type === 'ASSAULT' && (count === 0 || isHarmed(reader, verb)));
  // `claimed responsibility for the attack`
  const claimed = chunks[at - 1];
  if (
    entry.type === 'ASSAULT' &&
    verb === at - 2 &&
    chunks[at]?.preposition === 'for' &&
    isResponsibility(reader, claimed)
  )
    return subjectEntities(reader, verb);
  if (!fits || chunks[at]?.preposition !== 'in') return [];
  // `the death of X in a crash`
  for (let k = at - 1; k >= head; k--) {
    const chunk = chunks[k];
    if (chunk?.preposition === 'of') {
      const { people } = referents.within(chunk.first, chunk.last, false);
      if (people.length > 0) return people;
    }
  }
  // `charged the suspect in the attack`: who that is, not what the subject did.
  const object = head < at && head === verb + 1 ? chunks[head] : undefined;
  if (object !== undefined && standsForSomebody(reader.tokens, object)) return [];
  const subjects = verb < at ? subjectOf(reader, verb) : [];
  const named = entry.type === 'ACCIDENT' ? subjects.filter((k) => reader.names(k, 'person')) : subjects;
  return named.flatMap((k) => entitiesOf(reader, k));
}

/** `claimed responsibility`: of those who did it, also where they deny it. */
function isResponsibility({ tokens }: RoleReader, chunk: Chunk | undefined): boolean {
  return chunk?.kind === 'noun' && /^(?:responsibility|credit|blame)$/.test(tokens[chunk.last - 1]?.lower ?? '');
}

/** `In a call, X told Y`, `assured her`: the person behind the verb. */
function addressee(reader: RoleReader, verb: number): readonly number[] {
  const next = reader.chunks[verb + 1];
  return next?.kind === 'noun' && next.preposition === null && reader.names(verb + 1, 'person')
    ? ownEntities(reader, verb + 1)
    : [];
}

/** `Chad's offensive`, `an M23 attack`, `his visit`: who stands before the trigger in its own phrase. */
function modifiers(
  { chunks, tokens, referents }: RoleReader,
  { chunk, first, entry }: Candidate,
  actors: number[],
  recipients: number[],
): void {
  const noun = chunks[chunk];
  if (noun === undefined) return;
  const { people, bodies, places } = referents.within(noun.first, first, true);
  // `his arrest`, `the minister's dismissal`: the owner is the one it is done to.
  (UNDERGONE.has(entry.type) ? recipients : actors).push(...people);
  actors.push(...bodies);
  if (places.length === 0) return;
  if (entry.type === 'ACCIDENT') recipients.push(...places);
  else if (hasOwner(tokens, referents, { ...noun, last: first })) actors.push(...places);
  else if (entry.type === 'ASSAULT') recipients.push(...places);
  else if (entry.type !== 'CONSULT') actors.push(...places);
}
