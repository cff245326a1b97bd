/** Who stands where around a verb: subjects, objects and prepositional phrases, read off a sentence's chunks. */
import type { Token } from '../../annotations';
import type { Chunk } from './chunks';

/** A noun phrase in a role; `preposition` null for an object. */
export interface Complement {
  readonly preposition: string | null;
  /** Index of its chunk. */
  readonly chunk: number;
}

export interface ClauseReader {
  readonly tokens: readonly Token[];
  readonly chunks: readonly Chunk[];
}

/** How many verbs a subject may be handed on through: `agreed to try to meet`. */
const MAXIMAL_DEPTH = 5;

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
    if (previous?.kind === 'noun') return [nounHead(reader, verb - 1)];
    if (verb === 0) {
      const main = chunks.findIndex((c) => c.kind === 'verb' && c.form === 'finite');
      return main < 0 ? [] : subjectOf(reader, main, depth + 1);
    }
    return handedOn(reader, verb, depth);
  }
  return finiteSubject(reader, verb, depth);
}

function finiteSubject(reader: ClauseReader, verb: number, depth: number): readonly number[] {
  const { chunks } = reader;
  let at = verb - 1;
  for (let guard = 0; at >= 0 && guard < 12; guard++) {
    const chunk = chunks[at];
    if (chunk === undefined) return [];
    switch (chunk.kind) {
      case 'date':
        at--;
        break;
      case 'and':
        return handedOn(reader, at, depth);
      case 'relative': {
        const antecedent = nounBefore(chunks, at);
        return antecedent < 0 ? [] : [nounHead(reader, antecedent, true)];
      }
      case 'close':
        while (at >= 0 && chunks[at]?.kind !== 'open') at--;
        at--;
        break;
      case 'comma':
        at = beforeParenthesis(reader, at);
        if (at < 0) return handedOn(reader, verb, depth);
        break;
      case 'noun': {
        const head = nounHead(reader, at);
        const preposition = chunks[head]?.preposition ?? null;
        // `before a truce took effect`: the preposition opens the clause.
        if (preposition === null || (OPENERS.has(preposition) && at === head))
          return withCoordinates(reader, head, depth);
        const opened = openedAt(reader, head, at);
        if (opened >= 0) return [opened];
        at = head - 1;
        if (chunks[at]?.kind === 'verb') at = beforeParenthesis(reader, at);
        break;
      }
      default:
        return [];
    }
  }
  return [];
}

const OPENERS = new Set(['before', 'after', 'since', 'until', 'as', 'than']);

/** Between the head of a noun phrase and its end: the phrase that a clause-opening preposition begins, or -1. */
function openedAt({ chunks }: ClauseReader, head: number, end: number): number {
  for (let k = end; k >= head; k--) if (OPENERS.has(chunks[k]?.preposition ?? '')) return k;
  return -1;
}

/** The subject of the nearest finite verb before chunk `at`. */
function handedOn(reader: ClauseReader, at: number, depth: number): readonly number[] {
  for (let k = at - 1; k >= 0; k--) {
    const chunk = reader.chunks[k];
    if (chunk?.kind === 'stop') return [];
    if (chunk?.kind === 'verb' && chunk.form === 'finite') return subjectOf(reader, k, depth + 1);
  }
  return [];
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

function withFollowing({ chunks }: ClauseReader, first: number, end: number): number[] {
  const found = [first];
  for (let k = first + 1; k + 1 < end && chunks[k]?.kind === 'and' && chunks[k + 1]?.kind === 'noun'; k += 2)
    found.push(k + 1);
  return found;
}

/** From a noun chunk left over its prepositional phrases to the head: `the head of the agency in X` → `the head`. */
export function nounHead({ chunks }: ClauseReader, noun: number, adjacent = false): number {
  let at = noun;
  while (at > 0) {
    const chunk = chunks[at];
    if (chunk === undefined || chunk.preposition === null) break;
    // A relative clause follows its antecedent: `a raid by X, which …` stays with `X` for places and people.
    if (adjacent && chunk.preposition !== 'of') break;
    const before = chunks[at - 1];
    if (OPENERS.has(chunk.preposition) && !adjacent) break;
    if (before?.kind === 'noun') at--;
    else if (before?.kind === 'and' && chunks[at - 2]?.kind === 'noun' && chunks[at - 2]?.preposition !== null) at -= 2;
    else break;
  }
  return at;
}

/** The noun chunk that a relative pronoun at `at` refers to, or -1. */
function nounBefore(chunks: readonly Chunk[], at: number): number {
  let k = at - 1;
  for (; k >= 0; k--) {
    const kind = chunks[k]?.kind;
    if (kind === 'noun') return k;
    if (kind === 'close') while (k >= 0 && chunks[k]?.kind !== 'open') k--;
    else if (kind !== 'comma' && kind !== 'date') return -1;
  }
  return -1;
}

/** From the comma that closes an apposition or parenthesis to the chunk before the one that opens it, or -1. */
function beforeParenthesis({ chunks }: ClauseReader, comma: number): number {
  for (let k = comma - 1; k > 0 && k > comma - 30; k--) {
    const kind = chunks[k]?.kind;
    if (kind === 'stop') return -1;
    if (kind !== 'comma') continue;
    const before = chunks[k - 1];
    if (before?.kind === 'noun' || before?.kind === 'date' || before?.kind === 'close') return k - 1;
  }
  return -1;
}

/** The head with those coordinated before it: `Egypt and Qatar`, `A, B and C`. */
function withCoordinates(reader: ClauseReader, head: number, depth: number): readonly number[] {
  const { chunks, tokens } = reader;
  const found = [head];
  const before = chunks[head - 1];
  if (before?.kind === 'relative' && tokens[before.first]?.lower === 'whose') {
    const antecedent = nounBefore(chunks, head - 1);
    if (antecedent >= 0) found.push(antecedent);
  }
  let at = head - 1;
  if (chunks[at]?.kind !== 'and') return found;
  if (chunks[at - 1]?.kind === 'comma') at--;
  for (let guard = 0; guard < 8; guard++) {
    const noun = nounHead(reader, at - 1);
    const chunk = chunks[noun];
    if (chunk?.kind !== 'noun' || chunk.preposition !== null) break;
    // `met Y and Z left`: Y is the object of a verb, Z a subject of its own.
    if (chunks[noun - 1]?.kind === 'verb') return depth > 0 ? found : [head];
    found.push(noun);
    if (chunks[noun - 1]?.kind !== 'comma' || chunks[noun - 2]?.kind !== 'noun') break;
    // `A, the leader of B, and C`: an apposition names the same; harmless as it resolves to the same entity.
    at = noun - 1;
  }
  return found;
}

/** Objects and prepositional phrases after chunk `start`, up to the end of its clause. */
export function complementsOf(reader: ClauseReader, start: number): readonly Complement[] {
  const { chunks } = reader;
  const found: Complement[] = [];
  let role: string | null = null;
  let inList = false;
  for (let k = start + 1; k < chunks.length; k++) {
    const chunk = chunks[k];
    if (chunk === undefined) break;
    if (chunk.kind === 'date') continue;
    if (chunk.kind === 'open') {
      while (k < chunks.length && chunks[k]?.kind !== 'close') k++;
      continue;
    }
    if (chunk.kind === 'noun') {
      const listed = inList && chunk.preposition === null;
      if (inList && chunk.preposition === null && startsClause(chunks, k)) break;
      if (!listed) {
        if (chunk.preposition === null && found.length > 0) role = null;
        else role = chunk.preposition;
      }
      found.push({ preposition: listed ? role : chunk.preposition, chunk: k });
      inList = false;
      continue;
    }
    if (chunk.kind === 'comma' || chunk.kind === 'and') {
      if (found.length === 0) break;
      inList = true;
      continue;
    }
    break;
  }
  return found;
}

/** Whether the noun chunk at `k` is the subject of a finite verb: then a new clause begins with it. */
function startsClause(chunks: readonly Chunk[], k: number): boolean {
  for (let m = k + 1; m < chunks.length; m++) {
    const chunk = chunks[m];
    if (chunk === undefined) return false;
    if (chunk.kind === 'verb') return chunk.form === 'finite';
    if (chunk.kind === 'noun' && chunk.preposition !== null) continue;
    if (chunk.kind === 'and' && chunks[m + 1]?.kind === 'verb') return false;
    if (chunk.kind === 'date' || chunk.kind === 'and') continue;
    if (chunk.kind === 'noun' && chunks[m - 1]?.kind === 'and') continue;
    return false;
  }
  return false;
}

/** Index of the verb chunk whose clause chunk `at` stands in: the next one to the left, or the first to the right. */
export function governingVerb({ chunks }: ClauseReader, at: number): number {
  for (let k = at - 1; k >= 0; k--) {
    const chunk = chunks[k];
    if (chunk?.kind === 'stop' || chunk?.kind === 'clause') break;
    if (chunk?.kind === 'verb') return k;
  }
  for (let k = at + 1; k < chunks.length; k++) {
    const chunk = chunks[k];
    if (chunk?.kind === 'stop') break;
    if (chunk?.kind === 'verb') return k;
  }
  return -1;
}
