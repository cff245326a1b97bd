/** Who is the subject of a verb, read off a sentence's chunks. */
import {
  type ClauseReader,
  OPENERS,
  beforeBracket,
  beforeParenthesis,
  isSpeech,
  nounBefore,
  nounHead,
  opensWithArticle,
  withCoordinates,
  withFollowing,
} from './clauses';
import { standsForSomebody } from './unnamed';
import type { Chunk } from './word-classes';

/** How many verbs a subject may be handed on through: `agreed to try to meet`. */
const MAXIMAL_DEPTH = 5;

/** How many earlier verbs are asked for a subject to share: bounds the search in sentences that are none. */
const MAXIMAL_VERBS = 3;

/** Verbs whose object is the subject of the infinitive or gerund after them. */
const OBJECT_CONTROL =
  /^(?:ask|order|urg|tell|told|forc|allow|call|press|invit|instruct|warn|accus|persuad|help|authoriz|permit|appeal|suspect|want|expect|enabl|oblig)/;

/** Indices of the noun chunks that are the subject of the verb chunk `verb`; empty where none is found. */
export function subjectOf(reader: ClauseReader, verb: number, depth = 0): readonly number[] {
  const { chunks } = reader;
  const group = chunks[verb];
  if (group === undefined || depth > MAXIMAL_DEPTH) return [];
  if (group.form === 'infinitive') return controller(reader, verb, depth);
  const previous = chunks[verb - 1];
  if (group.form === 'gerund' || group.form === 'participle') {
    if (group.preposition !== null) return controller(reader, verb, depth);
    if (previous?.kind === 'noun') return describedBy(reader, verb, depth);
    if (verb === 0) {
      const main = chunks.findIndex((c) => c.kind === 'verb' && c.form === 'finite');
      return main < 0 ? [] : subjectOf(reader, main, depth + 1);
    }
    return handedOn(reader, verb, verb, depth);
  }
  // `A B, arrested in May, was freed`
  const aside = verb === 2 && previous?.kind === 'comma' && group.voice === 'passive' && group.last === group.first + 1;
  return aside && chunks[0]?.kind === 'noun' ? [0] : finiteSubject(reader, verb, depth);
}

/**
 * The noun that a gerund or participle stands behind: `rebels holding the town`; for what says or rules something, who issued it:
 * `X sent a letter accusing Y`.
 */
function describedBy(reader: ClauseReader, verb: number, depth: number): readonly number[] {
  const { chunks, tokens } = reader;
  const head = nounHead(reader, verb - 1, false);
  const noun = chunks[head];
  const issuer = chunks[head - 1];
  if (noun === undefined || chunks[verb]?.form !== 'gerund' || noun.preposition !== null) return [head];
  if (issuer?.kind !== 'verb' || issuer.voice !== 'active' || isSpeech(reader, head - 1)) return [head];
  if (reader.names(head, 'anybody') || standsForSomebody(tokens, noun)) return [head];
  return subjectOf(reader, head - 1, depth + 1);
}

function finiteSubject(reader: ClauseReader, verb: number, depth: number): readonly number[] {
  const { chunks } = reader;
  let at = verb - 1;
  /** The apposition skipped last: `the army chief, [A B], telephoned`. */
  let apposition = -1;
  for (let guard = 0; at >= 0 && guard < 12; guard++) {
    const chunk = chunks[at];
    if (chunk === undefined) return [];
    if (chunk.kind === 'date') at--;
    else if (chunk.kind === 'and') return handedOn(reader, at, verb, depth);
    else if (chunk.kind === 'relative') return antecedent(reader, at);
    else if (chunk.kind === 'close') at = beforeBracket(chunks, at);
    else if (chunk.kind === 'comma') {
      const before = beforeParenthesis(reader, at);
      if (before < 0) return handedOn(reader, at, verb, depth);
      // `the suspect, named as A B, was charged`
      const inner = isNamed(reader, before + 2) ? before + 3 : before + 2;
      if (chunks[inner]?.kind === 'noun' && (chunks[inner].preposition === null || inner > before + 2))
        apposition = inner;
      at = before;
    } else if (chunk.kind === 'noun') {
      const head = isAge(reader, at) ? -1 : nounHead(reader, at, false);
      if (head < 0) {
        at -= 2;
        continue;
      }
      // `A B, 33-year-old of X, Y, said`
      if (apposition < 0 && chunks[head - 1]?.kind === 'comma' && describesPerson(reader, head, at)) {
        at = head - 2;
        continue;
      }
      const preposition = chunks[head]?.preposition ?? null;
      if (preposition === null || (OPENERS.has(preposition) && at === head)) {
        if (apposition >= 0 && isNamedBy(reader, head, apposition))
          return [...withFollowing(reader, apposition, verb), ...withCoordinates(reader, head).slice(1)];
        // `a helicopter evacuating soldiers came under fire`
        const reduced = chunks[head - 1];
        if (
          reduced?.kind === 'verb' &&
          /^(?:gerund|participle)$/.test(reduced.form) &&
          chunks[head - 2]?.kind === 'noun'
        ) {
          at = head - 2;
          continue;
        }
        return withCoordinates(reader, head);
      }
      const opened = openedAt(reader, head, at);
      if (opened >= 0) return [opened];
      at = head - 1;
      if (chunks[at]?.kind === 'verb') at = isReduced(reader, at) ? at - 1 : beforeParenthesis(reader, at);
    } else return [];
  }
  return [];
}

/** `rebels [backed] by X attacked`: a participle behind its noun, before the verb of the clause. */
function isReduced(reader: ClauseReader, at: number): boolean {
  const { chunks } = reader;
  const chunk = chunks[at];
  return (
    chunk !== undefined && chunk.last === chunk.first + 1 && chunks[at - 1]?.kind === 'noun' && !isSpeech(reader, at)
  );
}

/** `the army chief, A B, said`, `the group, C, said`: whether the apposition tells the name of the one it stands behind. */
function isNamedBy(reader: ClauseReader, head: number, apposition: number): boolean {
  if (reader.names(apposition, 'person')) return !reader.names(head, 'person');
  return !reader.names(head, 'anybody') && reader.names(apposition, 'anybody') && !opensWithArticle(reader, apposition);
}

/** Whether the noun phrase from `head` to `end`, behind a comma, tells of the person before it: `A B, a farmer from X`. */
function describesPerson(reader: ClauseReader, head: number, end: number): boolean {
  const [noun, person] = [reader.chunks[head], reader.chunks[head - 2]];
  if (head === end || noun?.preposition !== null || reader.names(head, 'anybody')) return false;
  return person?.preposition === null && reader.names(head - 2, 'person');
}

/** Whether a participle that tells the name of the noun before it stands there: `identified as`. */
function isNamed({ chunks, tokens }: ClauseReader, at: number): boolean {
  const chunk = chunks[at];
  return chunk?.kind === 'verb' && /^(?:named|called|identified|known)$/.test(tokens[chunk.main]?.lower ?? '');
}

/** `A B, 52, said`: a number on its own between commas. */
function isAge({ chunks, tokens }: ClauseReader, at: number): boolean {
  const chunk = chunks[at];
  return (
    chunk !== undefined &&
    chunk.last === chunk.first + 1 &&
    tokens[chunk.first]?.kind === 'number' &&
    chunks[at - 1]?.kind === 'comma' &&
    chunks[at - 2]?.kind === 'noun'
  );
}

/** Who a relative pronoun at `relative` stands for, as indices of noun chunks. */
export function antecedent(reader: ClauseReader, relative: number): readonly number[] {
  const noun = nounBefore(reader.chunks, relative);
  if (noun < 0) return [];
  const head = nounHead(reader, noun, true);
  // `A B, a three-year-old Greek child who drowned`
  const named = reader.chunks[head - 1]?.kind === 'comma' ? head - 2 : -1;
  if (named >= 0 && opensWithArticle(reader, head) && !reader.names(head, 'person') && reader.names(named, 'person'))
    return [named];
  if (reader.tokens[reader.chunks[relative]?.first ?? 0]?.lower === 'who' && !reader.names(noun, 'person')) {
    const person = personBefore(reader, noun);
    if (person >= 0) return [person];
  }
  return [reader.names(noun, 'anybody') ? noun : head];
}

/** `A B, the deputy premier and leader of the C party, who resigned`: the person whom the phrases before the pronoun tell of, or -1. */
function personBefore(reader: ClauseReader, noun: number): number {
  const { chunks } = reader;
  for (let k = noun; k >= 0; k--) {
    const chunk = chunks[k];
    if (chunk?.kind === 'comma') {
      const apposed = chunks[k + 1]?.preposition === null && opensWithOffice(reader, k + 1);
      return apposed && reader.names(k - 1, 'person') ? k - 1 : -1;
    }
    if (chunk?.kind !== 'noun' && chunk?.kind !== 'and') return -1;
    if (chunk.kind === 'noun' && reader.names(k, 'person')) return -1;
  }
  return -1;
}

/** Whether a phrase begins as one that tells who somebody is: `the leader`, `leader`, `its leader`, but no name. */
function opensWithOffice(reader: ClauseReader, at: number): boolean {
  const chunk = reader.chunks[at];
  return chunk?.kind === 'noun' && reader.tokens[chunk.first]?.case === 'none' && !reader.names(at, 'person');
}

/** Between the head of a noun phrase and its end: the phrase that a clause-opening preposition begins, or -1. */
function openedAt({ chunks }: ClauseReader, head: number, end: number): number {
  for (let k = end; k >= head; k--) if (OPENERS.has(chunks[k]?.preposition ?? '')) return k;
  return -1;
}

/**
 * The subject of a verb before chunk `at` that shares it with the one at `verb`: the nearest finite one, but `said that … and
 * accused` goes on with the speaker.
 */
function handedOn(reader: ClauseReader, at: number, verb: number, depth: number): readonly number[] {
  const { chunks } = reader;
  const speaks = isSpeech(reader, verb);
  let fallback: readonly number[] = [];
  let tried = 0;
  for (let k = at - 1; k >= 0 && tried < MAXIMAL_VERBS; k--) {
    const chunk = chunks[k];
    if (chunk?.kind === 'stop') break;
    if (chunk?.kind !== 'verb' || chunk.form !== 'finite') continue;
    // `X called a meeting, to which Y was invited, and spoke to Z`
    if (chunks[at]?.kind === 'and' && chunks[at - 1]?.kind === 'comma' && isRelativeAside(chunks, k)) continue;
    tried++;
    const subject = subjectOf(reader, k, depth + 1);
    if (subject.some((s) => reader.names(s, 'anybody')) && (!speaks || isSpeech(reader, k) || depth > 0))
      return subject;
    if (fallback.length === 0) fallback = subject;
  }
  return fallback;
}

/** Whether the verb at `at` stands in a relative clause behind a comma, with another verb before it. */
function isRelativeAside(chunks: readonly Chunk[], at: number): boolean {
  let k = at - 1;
  while (chunks[k]?.kind === 'noun' || chunks[k]?.kind === 'date') k--;
  if (chunks[k]?.kind !== 'relative' || chunks[k - 1]?.kind !== 'comma') return false;
  for (let v = k - 2; v >= 0 && chunks[v]?.kind !== 'stop'; v--)
    if (chunks[v]?.kind === 'verb' && chunks[v]?.form === 'finite') return true;
  return false;
}

/** The subject of an infinitive or of a gerund behind a preposition. */
function controller(reader: ClauseReader, verb: number, depth: number): readonly number[] {
  const { chunks, tokens } = reader;
  for (let k = verb - 1; k >= 0; k--) {
    const chunk = chunks[k];
    if (chunk?.kind === 'stop') return [];
    if (chunk?.kind !== 'verb') continue;
    const object = chunks[k + 1];
    const lower = tokens[chunk.main]?.lower ?? '';
    if (object?.kind === 'noun' && k + 1 < verb && OBJECT_CONTROL.test(lower) && chunk.voice === 'active')
      return withFollowing(reader, k + 1, verb);
    return subjectOf(reader, k, depth + 1);
  }
  return [];
}
