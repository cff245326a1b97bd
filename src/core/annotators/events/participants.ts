/** Who takes part in an event: subject, objects, modifiers and prepositional phrases, by the frame of its type. */
import type { Token } from '../../annotations';
import { type Chunk, isPossessive } from './word-classes';
import { nounHead, subjectOf } from './clauses';
import { complementsOf } from './complements';
import type { ClauseRole } from './draft';
import { entitiesOf, ownEntities } from './entities';
import type { TriggerEntry, TypeFrame } from './lexicon';
import type { Referents } from './referents';
import type { RoleReader, Roles } from './role-reader';
import type { Candidate } from './triggers';

/** Prepositions of place: a participant only where the trigger has no other recipient. */
const LOCATIVE = new Set([
  'in',
  'at',
  'near',
  'off',
  'across',
  'inside',
  'outside',
  'along',
  'over',
  'around',
  'above',
]);

/** Types that happen to the place they happen in. */
const LOCATED = new Set(['ASSAULT', 'ACCIDENT', 'COERCE', 'AID', 'CEREMONY', 'PROTEST', 'MOBILIZE']);

/** Verbs whose object is what is talked about. */
const TOPICAL = new Set(['discuss', 'debate', 'negotiate', 'exchange']);

/** A verb entry's last word, where the participant follows it: `call on`, `meet with`. */
const LINKING = new Set(['on', 'with', 'to', 'against', 'at', 'upon', 'behind', 'in']);

/** Types whose infinitive names whom they are about: `refused to meet X`, `threatened to attack X`. */
const INFINITIVE = new Set(['REJECT', 'THREATEN', 'AGREE']);

/** `hundreds of X`, `ministers from X`, `countries, including X`. */
const ATTACHED = new Set(['of', 'from', 'including']);

/** Types whose nouns have the one they are done to as their owner, where that is a person. */
const UNDERGONE = new Set(['COERCE', 'SANCTION', 'ASSAULT', 'APPOINTMENT', 'ACCIDENT', 'CEREMONY']);

const AGENT: ReadonlySet<string> = new Set(['by']);
const NONE: ReadonlySet<string> = new Set();

/** Roles of an event named by a verb. */
export function verbRoles(reader: RoleReader, frame: TypeFrame, candidate: Candidate): Roles {
  const { chunks } = reader;
  const { entry, chunk: at } = candidate;
  const subject = subjectEntities(reader, at);
  const link = entry.words.length > 1 ? (entry.words.at(-1) ?? '') : '';
  const passive = chunks[at]?.voice === 'passive';
  const found = collect(reader, at, {
    entry,
    to: frame.to,
    by: passive ? AGENT : NONE,
    object: !TOPICAL.has(entry.lemma) && !passive,
    link: LINKING.has(link) ? link : null,
  });
  if (passive)
    return { actors: found.actors, recipients: [...subject, ...amongThose(reader, at), ...found.recipients] };
  const recipients = found.recipients;
  if (recipients.length === 0) recipients.push(...objectAntecedent(reader, at));
  if (INFINITIVE.has(entry.type)) recipients.push(...infinitiveObjects(reader, frame, entry, at));
  if (entry.type === 'REQUEST') recipients.push(...clauseSubject(reader, at));
  if (link === 'for' || (entry.type === 'REQUEST' && recipients.length === 0))
    recipients.push(...contentOwners(reader, at));
  if (entry.type === 'ACCUSE' && recipients.length === 0) recipients.push(...contentOwners(reader, at));
  return { actors: subject, recipients };
}

/** `Among those arrested was X`. */
function amongThose(reader: RoleReader, at: number): readonly number[] {
  const { chunks, tokens } = reader;
  const those = chunks[at - 1];
  const be = chunks[at + 1];
  if (tokens[(those?.last ?? 0) - 1]?.lower !== 'those' || be?.kind !== 'verb') return [];
  return /^(?:is|are|was|were)$/.test(tokens[be.main]?.lower ?? '') ? ownEntities(reader, at + 2) : [];
}

function subjectEntities(reader: RoleReader, verb: number): number[] {
  return subjectOf(reader, verb).flatMap((k) => entitiesOf(reader, k));
}

/** `X, whom the army arrested`: the antecedent of a relative pronoun that is not the subject. */
function objectAntecedent(reader: RoleReader, at: number): readonly number[] {
  const { chunks, tokens } = reader;
  const pronoun = chunks[at - 2];
  if (pronoun?.kind !== 'relative' || chunks[at - 1]?.kind !== 'noun') return [];
  if (!/^(?:whom|which|that)$/.test(tokens[pronoun.first]?.lower ?? '')) return [];
  const before = chunks[at - 3]?.kind === 'comma' ? at - 4 : at - 3;
  return before < 0 ? [] : ownEntities(reader, before);
}

/** `refused to meet X`: whom the infinitive behind the verb is done to. */
function infinitiveObjects(reader: RoleReader, frame: TypeFrame, entry: TriggerEntry, at: number): readonly number[] {
  const { chunks } = reader;
  let k = at + 1;
  while (chunks[k]?.kind === 'date') k++;
  const verb = chunks[k];
  if (verb?.kind !== 'verb' || verb.form !== 'infinitive') return [];
  return collect(reader, k, { entry, to: frame.to, by: NONE, object: true, link: null }).recipients;
}

/** `demanded that X amend its law`: the subject of the clause behind the verb. */
function clauseSubject(reader: RoleReader, at: number): readonly number[] {
  return reader.chunks[at + 1]?.kind === 'clause' ? ownEntities(reader, at + 2) : [];
}

/** `called for a halt to the Malian offensive`, `his dismissal`, `a meeting of the OAS`: whose the thing asked for is. */
function contentOwners({ chunks, referents, tokens }: RoleReader, at: number): readonly number[] {
  const found: number[] = [];
  for (let k = at + 1; k < chunks.length && k < at + 8; k++) {
    const chunk = chunks[k];
    if (
      chunk === undefined ||
      (chunk.kind !== 'noun' && chunk.kind !== 'open' && chunk.kind !== 'close' && chunk.kind !== 'date')
    )
      break;
    if (chunk.kind !== 'noun') continue;
    const owned = hasOwner(tokens, referents, chunk);
    if (owned) found.push(...referents.of(chunk, true));
    else if (chunk.preposition === 'of') found.push(...referents.within(chunk.first, chunk.last, false).bodies);
  }
  return found;
}

/** Whether a possessive or an adjective of nationality stands in the phrase. */
function hasOwner(tokens: readonly Token[], referents: Referents, chunk: Chunk): boolean {
  for (let k = chunk.first; k < chunk.last; k++) {
    const token = tokens[k];
    if (token === undefined) continue;
    if (isPossessive(token) || (k === chunk.first && /^(?:his|her|their|its)$/.test(token.lower))) return true;
    if (referents.mentionAt(k) < 0 && referents.demonym(token) !== null) return true;
  }
  return false;
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
  const add = (start: number, by: ReadonlySet<string>, object: boolean): void => {
    const found = collect(reader, start, { entry, to: frame.to, by, object, link: null });
    actors.push(...found.actors);
    recipients.push(...found.recipients);
  };
  modifiers(reader, candidate, actors, recipients);
  add(at, frame.by, false);
  const after = chunks[at + 1];
  // `talks hosted by X`, `an operation staged by X`
  if (after?.kind === 'verb' && after.voice === 'passive' && after.form !== 'finite') add(at + 1, AGENT, false);
  const group = chunks[verb];
  if (group === undefined) return { actors, recipients };
  if (role === 'light') {
    if (verb > at) add(verb, AGENT, false);
    else {
      actors.push(...subjectEntities(reader, verb));
      if (verb === at - 2) recipients.push(...entitiesOf(reader, at - 1));
    }
  } else if (role === 'subject' && LOCATED.has(entry.type) && group.voice === 'active') {
    if (recipients.length === 0) add(verb, NONE, true);
    if (recipients.length === 0 && entry.type === 'ACCIDENT') recipients.push(...earlierPlaces(reader, at));
  } else if (role === 'adjunct') {
    const others = adjunctActors(reader, candidate, verb, actors.length + recipients.length);
    // `died in a crash in X`: the people rather than the place.
    if (entry.type === 'ACCIDENT' && others.length > 0) return { actors, recipients: others };
    actors.push(...others);
  }
  return { actors, recipients };
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
      return count === 0 && verb > at ? [...subject, ...addressee(reader, verb)] : subject;
    return collect(reader, verb, { entry, to: NONE, by: AGENT, object: false, link: null }).actors;
  }
  const fits = entry.type === 'ACCIDENT' || (entry.type === 'ASSAULT' && count === 0);
  if (!fits || chunks[at]?.preposition !== 'in') return [];
  // `the death of X in a crash`
  for (let k = at - 1; k >= head; k--) {
    const chunk = chunks[k];
    if (chunk?.preposition === 'of') {
      const { people } = referents.within(chunk.first, chunk.last, false);
      if (people.length > 0) return people;
    }
  }
  const subjects = verb < at ? subjectOf(reader, verb) : [];
  const named = entry.type === 'ACCIDENT' ? subjects.filter((k) => reader.names(k, 'person')) : subjects;
  return named.flatMap((k) => entitiesOf(reader, k));
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

interface Frame {
  readonly entry: TriggerEntry;
  readonly to: ReadonlySet<string>;
  readonly by: ReadonlySet<string>;
  readonly object: boolean;
  /** The preposition that belongs to the verb; null for none. */
  readonly link: string | null;
}

/** Sorts the complements behind chunk `start` into those who do it and those it is done to. */
function collect(reader: RoleReader, start: number, frame: Frame): { actors: number[]; recipients: number[] } {
  const actors: number[] = [];
  const recipients: number[] = [];
  const places: number[] = [];
  let into: number[] | null = null;
  /** How many the complement before named, and whether it named people. */
  let named = 0;
  let person = false;
  /** Whether the complement before is the object: `slammed remarks by X`. */
  let object = false;
  for (const { preposition, chunk, joined } of complementsOf(reader, start)) {
    const people = reader.names(chunk, 'person');
    if (joined === 'apposition' && into !== null && named > 0) {
      // `the president, A B`: the name says who; `A B, the president of C`: nobody new.
      if (!people || person) continue;
      into.splice(into.length - named, named);
    } else if (preposition === 'of' && into !== null && named > 0 && people && !person) {
      // `U.S. Secretary of State X`
      into.splice(into.length - named, named);
    } else if (joined === null) {
      const open = named === 0 && (ATTACHED.has(preposition ?? '') || (object && preposition === 'by')) ? into : null;
      into = roleOf(preposition, frame, { actors, recipients, places }, open);
    }
    object = preposition === null;
    const entities: readonly number[] = into === null ? [] : ownEntities(reader, chunk);
    into?.push(...entities);
    named = entities.length;
    person = people;
  }
  if (recipients.length === 0) recipients.push(...places);
  return { actors, recipients };
}

interface Lists {
  readonly actors: number[];
  readonly recipients: number[];
  readonly places: number[];
}

/** Where those named behind a preposition belong; null for nowhere. `open`: of the phrase before, which named nobody. */
function roleOf(
  preposition: string | null,
  frame: Frame,
  { actors, recipients, places }: Lists,
  open: number[] | null,
): number[] | null {
  if (preposition === null) return frame.object ? recipients : null;
  if (preposition === frame.link) return recipients;
  if (open !== null && (preposition !== 'by' || !frame.by.has('by'))) return open;
  if (frame.by.has(preposition)) return actors;
  if (LOCATIVE.has(preposition)) {
    if (LOCATED.has(frame.entry.type)) return places;
    return frame.entry.mode === 'visit' && preposition === 'in' ? places : null;
  }
  return frame.to.has(preposition) ? recipients : null;
}
