/** Who takes part in an event: subject, objects, modifiers and prepositional phrases, by the frame of its type. */
import type { Token } from '../../annotations';
import { type Chunk, isPossessive } from './chunks';
import { type ClauseReader, complementsOf, governingVerb, nounHead, subjectOf } from './clauses';
import type { ClauseRole } from './draft';
import type { EventLexicon, TypeFrame } from './lexicon';
import type { Referents } from './referents';
import type { Candidate } from './triggers';

export interface Roles {
  readonly actors: readonly number[];
  readonly recipients: readonly number[];
}

export interface RoleReader extends ClauseReader {
  readonly lexicon: EventLexicon;
  readonly referents: Referents;
  /** Participants of the last event with two or more, for `the two leaders`. */
  readonly recent: readonly number[];
}

/** Prepositions of place: a participant only where the trigger has no other recipient. */
const LOCATIVE = new Set(['in', 'at', 'near', 'off', 'across', 'inside', 'outside', 'along', 'over', 'around']);

/** Types that happen to the place they happen in. */
const LOCATED = new Set(['ASSAULT', 'ACCIDENT', 'COERCE', 'AID', 'CEREMONY']);

/** Verbs whose object is what is talked about. */
const TOPICAL = new Set(['discuss', 'debate', 'negotiate', 'exchange']);

/** A verb entry's last word, where the participant follows it: `call on`, `meet with`. */
const LINKING = new Set(['on', 'with', 'to', 'against', 'at', 'upon', 'behind', 'in']);

/** What the noun phrase that holds a trigger is to its clause, and the verb that makes it so (or -1). */
export function clauseRole(reader: RoleReader, at: number): { role: ClauseRole; verb: number } {
  const { chunks, tokens, lexicon } = reader;
  const chunk = chunks[at];
  if (chunk === undefined) return { role: 'adjunct', verb: -1 };
  if (chunk.kind === 'verb') return { role: 'verb', verb: at };
  const previous = chunks[at - 1];
  if (chunk.preposition === null) {
    const following = followingVerb(chunks, at);
    if (previous?.kind === 'noun' && previous.preposition === null && chunks[at - 2]?.kind === 'verb') {
      // `handed him a note`: two objects.
      const light = lexicon.light.has(tokens[chunks[at - 2]?.main ?? -1]?.lower ?? '');
      return { role: light ? 'light' : 'object', verb: at - 2 };
    }
    if (previous?.kind === 'verb') {
      const light = lexicon.light.has(tokens[previous.main]?.lower ?? '');
      return { role: light ? 'light' : 'object', verb: at - 1 };
    }
    if (following >= 0) {
      const verb = chunks[following];
      const light = verb?.voice === 'passive' && lexicon.light.has(tokens[verb.main]?.lower ?? '');
      return { role: light ? 'light' : 'subject', verb: following };
    }
    if (previous?.kind === 'and' || previous?.kind === 'comma') {
      const governor = governingVerb(reader, at);
      const light = lexicon.light.has(tokens[chunks[governor]?.main ?? -1]?.lower ?? '');
      return { role: light && governor < at ? 'light' : 'object', verb: governor };
    }
  }
  return { role: 'adjunct', verb: governingVerb(reader, at) };
}

/** Index of the finite verb whose subject the noun chunk at `at` may be, or -1. */
function followingVerb(chunks: readonly Chunk[], at: number): number {
  for (let k = at + 1; k < chunks.length && k < at + 14; k++) {
    const chunk = chunks[k];
    if (chunk === undefined) return -1;
    if (chunk.kind === 'verb') return chunk.form === 'infinitive' || chunk.form === 'gerund' ? -1 : k;
    if (chunk.kind === 'relative') return chunks[k + 1]?.kind === 'verb' ? k + 1 : -1;
    if (chunk.kind === 'date' || chunk.kind === 'open' || chunk.kind === 'close') continue;
    if (chunk.kind === 'noun' && chunk.preposition !== null) continue;
    if (chunk.kind === 'comma' && chunks[k + 1]?.kind === 'relative') continue;
    return -1;
  }
  return -1;
}

/** Roles of an event named by a verb. */
export function verbRoles(reader: RoleReader, frame: TypeFrame, candidate: Candidate): Roles {
  const { chunks } = reader;
  const chunk = chunks[candidate.chunk];
  const subject = subjectOf(reader, candidate.chunk).flatMap((k) => entitiesOf(reader, k));
  const { entry } = candidate;
  const link = entry.words.length > 1 ? (entry.words.at(-1) ?? '') : '';
  const topical = TOPICAL.has(entry.lemma);
  const passive = chunk?.voice === 'passive';
  const found = collect(reader, candidate.chunk, {
    type: entry.type,
    to: frame.to,
    by: passive ? AGENT : NONE,
    object: !topical && !passive,
    link: LINKING.has(link) ? link : null,
    mode: entry.mode,
  });
  if (!passive) return { actors: subject, recipients: found.recipients };
  return { actors: found.actors, recipients: [...subject, ...found.recipients] };
}

const AGENT: ReadonlySet<string> = new Set(['by']);
const NONE: ReadonlySet<string> = new Set();

/** Roles of an event named by a noun. */
export function nounRoles(
  reader: RoleReader,
  frame: TypeFrame,
  candidate: Candidate,
  role: ClauseRole,
  verb: number,
): Roles {
  const { chunks } = reader;
  const { entry } = candidate;
  const actors: number[] = [];
  const recipients: number[] = [];
  modifiers(reader, candidate, actors, recipients);
  const own = collect(reader, candidate.chunk, {
    type: entry.type,
    to: frame.to,
    by: frame.by,
    object: false,
    link: null,
    mode: entry.mode,
  });
  actors.push(...own.actors);
  recipients.push(...own.recipients);
  const after = chunks[candidate.chunk + 1];
  if (after?.kind === 'verb' && after.voice === 'passive' && after.form !== 'finite') {
    // `talks hosted by X`, `an operation staged by X`
    const host = collect(reader, candidate.chunk + 1, {
      type: entry.type,
      to: frame.to,
      by: AGENT,
      object: false,
      link: null,
      mode: null,
    });
    actors.push(...host.actors);
    recipients.push(...host.recipients);
  }
  const group = chunks[verb];
  if (group === undefined) return { actors, recipients };
  if (role === 'light') {
    if (verb < candidate.chunk) {
      actors.push(...subjectOf(reader, verb).flatMap((k) => entitiesOf(reader, k)));
      if (verb === candidate.chunk - 2) recipients.push(...entitiesOf(reader, candidate.chunk - 1));
    } else {
      const rest = collect(reader, verb, {
        type: entry.type,
        to: frame.to,
        by: AGENT,
        object: false,
        link: null,
        mode: null,
      });
      actors.push(...rest.actors);
      recipients.push(...rest.recipients);
    }
  } else if (role === 'subject' && LOCATED.has(entry.type) && group.voice === 'active') {
    const hit = collect(reader, verb, {
      type: entry.type,
      to: frame.to,
      by: NONE,
      object: true,
      link: null,
      mode: null,
    });
    if (recipients.length === 0) recipients.push(...hit.recipients);
  } else if (role === 'adjunct' && entry.type === 'CONSULT') {
    const preposition = chunks[candidate.chunk]?.preposition ?? '';
    if (/^(?:in|during|at|on|by|for)$/.test(preposition) && actors.length + recipients.length < 2)
      actors.push(...subjectOf(reader, verb).flatMap((k) => entitiesOf(reader, k)));
    else if (/^(?:on|for)$/.test(preposition))
      actors.push(...subjectOf(reader, verb).flatMap((k) => entitiesOf(reader, k)));
  }
  return { actors, recipients };
}

/** `Israel's offensive`, `a Hamas attack`, `his visit`: who stands before the trigger in its own phrase. */
function modifiers(
  reader: RoleReader,
  { chunk, first, entry }: Candidate,
  actors: number[],
  recipients: number[],
): void {
  const noun = reader.chunks[chunk];
  if (noun === undefined) return;
  const { people, bodies, places } = reader.referents.within(noun.first, first, true);
  actors.push(...people, ...bodies);
  if (places.length === 0) return;
  const owned = ownsPhrase(reader.tokens, noun, first) || hasDemonym(reader, noun, first);
  if (entry.type === 'ACCIDENT') recipients.push(...places);
  else if (owned) actors.push(...places);
  else if (entry.type === 'ASSAULT') recipients.push(...places);
  else if (entry.type !== 'CONSULT') actors.push(...places);
}

function ownsPhrase(tokens: readonly Token[], noun: Chunk, end: number): boolean {
  for (let k = noun.first; k < end; k++) if (isPossessive(tokens[k])) return true;
  return false;
}

function hasDemonym({ tokens, referents }: RoleReader, noun: Chunk, end: number): boolean {
  for (let k = noun.first; k < end; k++) {
    const token = tokens[k];
    if (token !== undefined && referents.mentionAt(k) < 0 && referents.demonym(token) !== null) return true;
  }
  return false;
}

/** `hundreds of X`, `ministers from X`, `countries, including X`. */
const ATTACHED = new Set(['of', 'from', 'including']);

interface Frame {
  readonly type: string;
  readonly to: ReadonlySet<string>;
  readonly by: ReadonlySet<string>;
  readonly object: boolean;
  /** The preposition that belongs to the verb; null for none. */
  readonly link: string | null;
  readonly mode: string | null;
}

/** Sorts the complements behind chunk `start` into those who do it and those it is done to. */
function collect(reader: RoleReader, start: number, frame: Frame): { actors: number[]; recipients: number[] } {
  const actors: number[] = [];
  const recipients: number[] = [];
  const places: number[] = [];
  let open: number[] | null = null;
  for (const { preposition, chunk } of complementsOf(reader, start)) {
    let into: number[] | null;
    if (preposition === null) into = frame.object ? recipients : null;
    else if (preposition === frame.link) into = recipients;
    // `hundreds of X`, `remarks by X`: the noun before it named nobody.
    else if (open !== null && (ATTACHED.has(preposition) || (preposition === 'by' && !frame.by.has('by')))) into = open;
    else if (frame.by.has(preposition)) into = actors;
    else if (LOCATIVE.has(preposition)) into = locativeRole(frame, preposition, places);
    else into = frame.to.has(preposition) ? recipients : null;
    const entities: readonly number[] = into === null ? [] : entitiesOf(reader, chunk);
    if (into !== null) into.push(...entities);
    open = into !== null && entities.length === 0 ? into : null;
  }
  if (recipients.length === 0) recipients.push(...places);
  return { actors, recipients };
}

function locativeRole(frame: Frame, preposition: string, places: number[]): number[] | null {
  if (LOCATED.has(frame.type)) return places;
  return frame.mode === 'visit' && preposition === 'in' ? places : null;
}

/** Whom a noun chunk means; `the two leaders` with no mention of its own means those of the last event. */
export function entitiesOf(reader: RoleReader, at: number): readonly number[] {
  const chunk = reader.chunks[at];
  if (chunk?.kind !== 'noun') return [];
  const found = reader.referents.of(chunk);
  if (found.length > 0) return found;
  if (standsForBoth(reader, chunk)) return reader.recent;
  const next = reader.chunks[at + 1];
  // `the government of X`, `members of X`: a phrase that names nobody itself.
  if (next?.kind === 'noun' && next.preposition === 'of' && nounHead(reader, at + 1) <= at)
    return reader.referents.of(next);
  return found;
}

function standsForBoth({ tokens, lexicon }: RoleReader, chunk: Chunk): boolean {
  const first = tokens[chunk.first]?.lower;
  if (chunk.last === chunk.first + 1) return first === 'they' || first === 'both';
  if (first !== 'the' && first !== 'both') return false;
  return lexicon.both.some((words) => {
    if (words.length !== chunk.last - chunk.first) return false;
    return words.every((w, k) => tokens[chunk.first + k]?.lower === w);
  });
}
