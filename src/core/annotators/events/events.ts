/**
 * Finds reports of events and who did what to whom: lexicon triggers, a shallow reading of clauses and the frames of the types.
 * Types and modes after PLOVER 0.8 (Halterman, Bagozzi, Beger, Schrodt, Scarborough 2023), with four more of our own.
 */
import type { LocalEvent, LocalQuotation, Sentence, Token } from '../../annotations';
import type { ReadReferences } from '../input';
import { chunkSentence } from './chunks';
import { complementsOf } from './complements';
import type { TokenMarks } from './word-classes';
import { isPublicAffairs, actorsIn } from './domain';
import { subjectOf } from './subjects';
import { type Draft, participantsOf } from './draft';
import { type Grammar, grammar } from './grammar';
import { type EventLexicon, type TriggerEntry, eventLexicon } from './lexicon';
import { modeOf } from './modes';
import { namesOf } from './naming';
import { clauseRole } from './clause-roles';
import { LOCATIVE } from './complement-roles';
import { nounRoles } from './noun-roles';
import { isRefusal } from './obligations';
import { ofPurpose } from './purposes';
import type { RoleReader } from './role-reader';
import { Referents } from './referents';
import { isToldAgain, selectEvents } from './select';
import { statusOf } from './status';
import { isSupported } from './support';
import { standsForSomebody } from './unnamed';
import { type Candidate, findCandidates } from './triggers';
import { verbRoles } from './verb-roles';
import { markTokens } from './token-marks';
import { dateOf } from './when';
import { itemAt } from '../../items';

/** How near a date must stand to a noun that is neither subject nor object, in units of `when.ts`. */
const NOUN_REACH = 5;

/** Sentences are read up to here, in tokens: what is longer is no sentence, and keeps reading linear on any text. */
const LONGEST_SENTENCE = 300;

/** Sentences through which `the two leaders` may look back. */
const RECENT_SENTENCES = 10;

interface Work {
  readonly read: ReadReferences;
  readonly marks: TokenMarks;
  readonly grammar: Grammar;
  readonly lexicon: EventLexicon;
  readonly referents: Referents;
  /** How many accidents and assaults the report has told of so far. */
  readonly harm: { ACCIDENT: number; ASSAULT: number };
  /** The triggers of those, as the lexicon has them. */
  readonly told: Set<string>;
}

/** Finds reports of events, in order; one for each event in a sentence. Direct quotations report none. */
export function findEvents(read: ReadReferences, quotes: readonly LocalQuotation[]): readonly LocalEvent[] {
  if (!isPublicAffairs(read.tokens)) return [];
  const work: Work = {
    read,
    marks: markTokens(read, quotes),
    grammar: grammar(),
    lexicon: eventLexicon(read.knowledge.triggers),
    referents: new Referents(read),
    harm: { ACCIDENT: 0, ASSAULT: 0 },
    told: new Set(),
  };
  const events: LocalEvent[] = [];
  let recent: readonly number[] = [];
  let since = 0;
  for (const paragraph of read.paragraphs) {
    if (paragraph.kind === 'boilerplate') continue;
    for (let s = paragraph.first; s < paragraph.last; s++) {
      const sentence = read.sentences[s];
      if (sentence === undefined) continue;
      if (++since > RECENT_SENTENCES) recent = [];
      for (const draft of readSentence(work, sentence, paragraph.kind === 'headline', recent)) {
        const pair = pairOf(read, draft);
        if (pair.length > 1 && (recent.length === 0 || isPeople(read, pair) || !isPeople(read, recent))) {
          recent = pair;
          since = 0;
        }
        const { type, lemma } = draft.candidate.entry;
        if (type === 'ACCIDENT' || type === 'ASSAULT') {
          work.harm[type]++;
          work.told.add(lemma);
        }
        events.push(toEvent(work, sentence, draft));
      }
    }
  }
  return events;
}

function readSentence(work: Work, whole: Sentence, headline: boolean, recent: readonly number[]): readonly Draft[] {
  const sentence = { ...whole, last: Math.min(whole.last, whole.first + LONGEST_SENTENCE) };
  const { read, marks, lexicon, referents } = work;
  const { tokens } = read;
  if (!hasTrigger(work, sentence)) return [];
  const chunks = chunkSentence(tokens, sentence, marks, work.grammar, lexicon, headline);
  const names: RoleReader['names'] = (at, whom) => {
    const chunk = chunks[at];
    return chunk !== undefined && referents.named(chunk, whom);
  };
  let reader: RoleReader = { tokens, chunks, names, lexicon, referents, recent };
  const drafts: Draft[] = [];
  let actors: ReturnType<typeof actorsIn> | undefined;
  for (const candidate of findCandidates(reader, lexicon)) {
    if (isMasked(work, candidate, headline)) continue;
    const caused = candidate.entry.loss ? withCause(work, reader, candidate) : candidate;
    const draft = ofPurpose(reader, draftOf(work, reader, caused), drafts);
    const again = isToldOf(work, candidate.entry) && isToldAgain(reader, draft);
    if (candidate.entry.weak && !again && !isSupported(read, draft, (actors ??= actorsIn(tokens, sentence)))) continue;
    drafts.push(draft);
    const pair = pairOf(read, draft);
    if (pair.length > 1 && (isPeople(read, pair) || !isPeople(read, reader.recent)))
      reader = { ...reader, recent: pair };
  }
  return selectEvents(reader, drafts, (entry) => isToldOf(work, entry));
}

/** Whether the report has told of an accident or attack before: for a word that need not mean one, by the same word. */
function isToldOf({ harm, told }: Work, { type, lemma, weak }: TriggerEntry): boolean {
  if (type !== 'ACCIDENT' && type !== 'ASSAULT') return false;
  return weak ? told.has(lemma) : harm[type] > 0;
}

/** Those whom `the two leaders` may mean: people where two of them take part, else everyone. */
function pairOf({ entities }: ReadReferences, draft: Draft): readonly number[] {
  const participants = [...new Set(participantsOf(draft))];
  const people = participants.filter((p) => entities[p]?.kind === 'person');
  return people.length > 1 ? people : participants;
}

function isPeople({ entities }: ReadReferences, participants: readonly number[]): boolean {
  return participants.length > 0 && participants.every((p) => entities[p]?.kind === 'person');
}

function hasTrigger({ read, lexicon }: Work, sentence: Sentence): boolean {
  for (let i = sentence.first; i < sentence.last; i++) if (mayBegin(lexicon, read.tokens, i)) return true;
  return false;
}

/** Whether a trigger may begin at a token, by its first two words: `is` alone begins none, `is ready` may. */
function mayBegin(lexicon: EventLexicon, tokens: readonly Token[], i: number): boolean {
  const entries = lexicon.triggers.of(tokens[i]);
  if (entries === undefined) return false;
  // The shortest spelling stands last.
  if (entries.at(-1)?.words.length === 1) return true;
  const next = tokens[i + 1]?.lower;
  return entries.some((e) => e.words[1] === next);
}

/** Words in direct quotations, in dates (`March 14`) and in names (`Desert Dawn`) are no triggers. */
function isMasked(work: Work, candidate: Candidate, headline: boolean): boolean {
  const { marks, read } = work;
  const { first, entry } = candidate;
  if ((marks.quoted[first] ?? 0) === 1 || (marks.date[first] ?? -1) >= 0 || insideName(work, candidate)) return true;
  if (headline || entry.form !== 'noun' || entry.type !== 'ACCIDENT' || read.tokens[first]?.case === 'none')
    return false;
  const before = read.tokens[first - 1];
  return before !== undefined && before.kind === 'word' && before.case !== 'none' && before.lower !== 'tropical';
}

/** A word within the name of a body is no trigger, but for meetings and operations, which are named so. */
function insideName({ read, marks }: Work, { first, entry }: Candidate): boolean {
  const name = itemAt(read.names, marks.name[first]);
  return name !== undefined && !(entry.form === 'noun' && (entry.lemma === 'operation' || entry.type === 'CONSULT'));
}

/** Death and damage are an accident's where a thing causes them, or where the report has told of accidents alone. */
function withCause({ harm }: Work, reader: RoleReader, candidate: Candidate): Candidate {
  const { entry } = candidate;
  if (entry.type !== 'ASSAULT') return candidate;
  const agent =
    reader.chunks[candidate.chunk]?.kind === 'verb' &&
    subjectOf(reader, candidate.chunk).some((k) => reader.names(k, 'anybody'));
  const passive = reader.chunks[candidate.chunk]?.voice === 'passive';
  if ((agent && !passive) || harm.ASSAULT > 0 || harm.ACCIDENT === 0) return candidate;
  return { ...candidate, entry: { ...entry, type: 'ACCIDENT', mode: null } };
}

function draftOf(work: Work, reader: RoleReader, candidate: Candidate): Draft {
  const { marks, lexicon } = work;
  const { entry, chunk, first } = candidate;
  const frame = lexicon.frames.get(entry.type) ?? {
    to: new Set<string>(),
    by: new Set<string>(),
    cues: new Map(),
  };
  const { role, verb } = clauseRole(reader, chunk);
  const roles = role === 'verb' ? verbRoles(reader, frame, candidate) : nounRoles(reader, frame, candidate, role, verb);
  const actors = [...new Set(roles.actors)];
  const recipients = [...new Set(roles.recipients)].filter((r) => !actors.includes(r));
  const dated = { marks: marks.date, dates: work.read.dates };
  const near = dateOf(reader, dated, chunk, first, NOUN_REACH);
  const adjunct = role === 'object' || (role === 'adjunct' && entry.type !== 'CONSULT');
  const date = near ?? (adjunct ? null : dateOf(reader, dated, role === 'light' ? verb : chunk, first));
  return {
    candidate,
    role,
    verb,
    unnamed: role === 'verb' && actors.length + recipients.length === 0 && hasUnnamed(reader, chunk),
    mode: modeOf(reader, frame, candidate) ?? (isOfBody(work, candidate, actors) ? 'multilateral' : null),
    actors,
    recipients,
    date,
    dated: near !== null,
    place: placeOf(work, reader, chunk),
    scene: entry.type === 'PROTEST' && [chunk, verb].some((at) => at >= chunk && isLocated(reader, at)),
    status: isRefusal(entry) ? 'actual' : statusOf(reader, work.grammar, chunk, first),
    names: namesOf(work.read, reader.chunks, candidate, marks.date),
  };
}

/** Whether the subject or object of the verb chunk `at` is somebody without a name. */
function hasUnnamed(reader: RoleReader, at: number): boolean {
  const somebody = (k: number): boolean => {
    const chunk = reader.chunks[k];
    return chunk?.kind === 'noun' && standsForSomebody(reader.tokens, chunk);
  };
  return subjectOf(reader, at).some(somebody) || complementsOf(reader, at).some((c) => somebody(c.chunk));
}

/** `a meeting of the OAS`, `NATO ministers met`: a body of several countries meets. */
function isOfBody({ read }: Work, { entry }: Candidate, actors: readonly number[]): boolean {
  if (entry.type !== 'CONSULT' || !/^(?:meet|meeting|session|talks|conference)/.test(entry.lemma)) return false;
  return actors.some((a) => read.entities[a]?.kind === 'organization' && read.entities[a].country === null);
}

/** Whether a place is named behind a noun or verb: `protests in X`. */
function isLocated(reader: RoleReader, at: number): boolean {
  return complementsOf(reader, at).some(({ preposition, chunk }) => {
    const noun = reader.chunks[chunk];
    if (noun === undefined || !LOCATIVE.has(preposition ?? '')) return false;
    const { places, bodies } = reader.referents.within(noun.first, noun.last, false);
    return places.length + bodies.length > 0;
  });
}

/** The place named after `in`, `at` or `near` that stands nearest behind the trigger, else before it. */
function placeOf({ read, referents }: Work, { chunks }: RoleReader, at: number): number | null {
  for (const step of [1, -1])
    for (let k = at + step; k >= 0 && k < chunks.length; k += step) {
      const chunk = chunks[k];
      if (chunk === undefined || chunk.kind === 'stop') break;
      if (chunk.kind !== 'noun' || chunk.preposition === null || !/^(?:in|at|near|off|across)$/.test(chunk.preposition))
        continue;
      const place = referents.within(chunk.first, chunk.last, true).places[0];
      if (place !== undefined && read.entities[place]?.kind === 'place') return place;
    }
  return null;
}

function toEvent({ read }: Work, sentence: Sentence, draft: Draft): LocalEvent {
  const { candidate, mode, actors, recipients, date, place, status, names } = draft;
  const start = read.tokens[candidate.name ?? candidate.first]?.start ?? sentence.start;
  const end = read.tokens[candidate.name ?? candidate.last - 1]?.end ?? start;
  return {
    start: sentence.start,
    end: sentence.end,
    trigger: { start, end },
    type: candidate.entry.type,
    mode,
    actors,
    recipients,
    date,
    place,
    status,
    names,
    rule: `${candidate.entry.form} “${candidate.entry.lemma}”, ${draft.role}`,
  };
}
