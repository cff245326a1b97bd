/** Steps through a sentence's chunks: heads of noun phrases, asides, lists, the verb of a clause. */
import type { Token } from '../../annotations';
import { speechTable } from '../../lexicon/speech';
import type { Chunk } from './word-classes';
import { itemAt } from '../../items';

export interface ClauseReader {
  readonly tokens: readonly Token[];
  readonly chunks: readonly Chunk[];
  /** Whether the noun chunk at an index names a person, or anybody at all. */
  readonly names: (chunk: number, whom: 'person' | 'anybody') => boolean;
}

/** Prepositions that open a clause as well: `before a truce took effect`. */
export const OPENERS: ReadonlySet<string> = new Set(['before', 'after', 'since', 'until', 'as', 'than']);

/** Whether the noun chunk at `noun` opens with an article. */
export function opensWithArticle({ chunks, tokens }: ClauseReader, noun: number): boolean {
  return /^(?:an?|the)$/.test(itemAt(tokens, chunks[noun]?.first)?.lower ?? '');
}

/** Whether the verb takes a clause that is said: `said`, `accused`. */
export function isSpeech({ chunks, tokens }: ClauseReader, verb: number): boolean {
  return speechTable().verbs.of(itemAt(tokens, chunks[verb]?.main))?.statement ?? false;
}

export function withFollowing({ chunks }: ClauseReader, first: number, end: number): number[] {
  const found = [first];
  for (let k = first + 1; k + 1 < end && chunks[k]?.kind === 'and' && chunks[k + 1]?.kind === 'noun'; k += 2)
    found.push(k + 1);
  return found;
}

/**
 * From a noun chunk left over its prepositional phrases to the head: `the head of the agency in X` → `the head`.
 * @param adjacent over `of` alone, for the antecedent of a relative clause
 */
export function nounHead({ chunks }: ClauseReader, noun: number, adjacent: boolean): number {
  let at = noun;
  while (at > 0) {
    const chunk = chunks[at];
    // `talks between A and B over fishing`
    if (chunk?.preposition === null && chunks[at - 1]?.kind === 'and' && chunks[at - 2]?.preposition === 'between') {
      at -= 2;
      continue;
    }
    if (chunk === undefined || chunk.preposition === null) break;
    if (adjacent ? chunk.preposition !== 'of' : OPENERS.has(chunk.preposition)) break;
    const before = chunks[at - 1];
    if (before?.kind === 'noun') at--;
    else if (before?.kind === 'and' && chunks[at - 2]?.kind === 'noun' && chunks[at - 2]?.preposition !== null) at -= 2;
    else break;
  }
  return at;
}

/** The noun chunk that a relative pronoun at `at` refers to, or -1. */
export function nounBefore(chunks: readonly Chunk[], at: number): number {
  for (let k = at - 1; k >= 0; k--) {
    const kind = chunks[k]?.kind;
    if (kind === 'noun') return k;
    if (kind === 'close') k = beforeBracket(chunks, k) + 1;
    else if (kind !== 'comma' && kind !== 'date') return -1;
  }
  return -1;
}

export function beforeBracket(chunks: readonly Chunk[], close: number): number {
  let at = close;
  while (at >= 0 && chunks[at]?.kind !== 'open') at--;
  return at - 1;
}

/** `In May, [the firm bought a plant and opened another], then closed it`: a clause with a subject of its own; `X, he said, …` is none. */
function holdsClause(reader: ClauseReader, from: number, to: number): boolean {
  const { chunks } = reader;
  if (chunks[from]?.kind !== 'noun' || chunks[from].preposition !== null) return false;
  // `A B, a former envoy turned critic, called`: the phrase says who the one before is.
  if (reader.names(from - 2, 'person') && opensWithArticle(reader, from) && !reader.names(from, 'person')) return false;
  for (let k = from + 1; k < to; k++) {
    const chunk = chunks[k];
    if (chunk?.kind === 'relative' || chunk?.kind === 'clause') return false;
    if (chunk?.kind === 'verb')
      return (
        chunk.form === 'finite' && chunk.voice === 'active' && !isSpeech(reader, k) && reader.names(from, 'anybody')
      );
  }
  return false;
}

/** From the comma that closes an apposition or parenthesis to the chunk before the one that opens it, or -1. */
export function beforeParenthesis(reader: ClauseReader, comma: number): number {
  const { chunks } = reader;
  for (let k = comma - 1; k > 0 && k > comma - 30; k--) {
    const kind = chunks[k]?.kind;
    if (kind === 'stop') return -1;
    if (kind !== 'comma') continue;
    const before = chunks[k - 1];
    if (before?.kind !== 'noun' && before?.kind !== 'date' && before?.kind !== 'close') continue;
    // `X, from which A, B and C withdrew, condemned`
    const relative = relativeBefore(chunks, k);
    if (relative > 0) return relative - 2;
    return holdsClause(reader, k + 1, comma) ? -1 : k - 1;
  }
  return -1;
}

/** The relative pronoun behind a comma that opens the list which the comma at `at` parts, or -1. */
function relativeBefore(chunks: readonly Chunk[], at: number): number {
  let k = at - 1;
  while (chunks[k]?.kind === 'noun' || (chunks[k]?.kind === 'comma' && k > at - 8)) k--;
  return chunks[k]?.kind === 'relative' && chunks[k - 1]?.kind === 'comma' ? k : -1;
}

/** The head with those coordinated before it: `Egypt and Qatar`, `A, B and C`, `A (X) and B`. */
export function withCoordinates(reader: ClauseReader, head: number): readonly number[] {
  const { chunks, tokens } = reader;
  const found = [head];
  const before = chunks[head - 1];
  if (before?.kind === 'relative' && tokens[before.first]?.lower === 'whose') {
    const owner = nounBefore(chunks, head - 1);
    if (owner >= 0) found.push(owner);
  }
  let at = head - 1;
  // `Peru, Chile trade blame` in a headline
  const pair = head === 2 && before?.kind === 'comma' && chunks[0]?.kind === 'noun' && chunks[0].preposition === null;
  if (pair && reader.names(0, 'anybody') && !reader.names(0, 'person') && !reader.names(2, 'person')) found.push(0);
  if (chunks[at]?.kind !== 'and') return found;
  if (chunks[at - 1]?.kind === 'comma') at--;
  for (let guard = 0; guard < 8; guard++) {
    let end = at - 1;
    if (chunks[end]?.kind === 'close') end = beforeBracket(chunks, end);
    const noun = nounHead(reader, end, false);
    const chunk = chunks[noun];
    if (chunk?.kind !== 'noun') break;
    if (chunk.preposition !== null && !OPENERS.has(chunk.preposition)) break;
    // `met Y and Z left`: Y is the object of a verb, Z a subject of its own; `said Y and Z left` is one clause.
    if (chunks[noun - 1]?.kind === 'verb' && !isSpeech(reader, noun - 1)) break;
    found.push(noun);
    if (chunks[noun - 1]?.kind !== 'comma' || chunks[noun - 2]?.kind !== 'noun') break;
    at = noun - 1;
  }
  return found;
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
