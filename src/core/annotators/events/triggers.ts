/** Finds the words that may name an event: lexicon look-ups held against the chunks of the sentence. */
import type { Token } from '../../annotations';
import type { Chunk } from './word-classes';
import type { ClauseReader } from './clauses';
import type { EventLexicon, TriggerEntry } from './lexicon';

export interface Candidate {
  readonly entry: TriggerEntry;
  /** Its tokens: `first` to `last`, `last` exclusive. */
  readonly first: number;
  readonly last: number;
  /** Index of the chunk that holds its first word. */
  readonly chunk: number;
}

/** How far behind its verb a pattern looks for its object, in tokens. */
const OBJECT_WINDOW = 18;

/** How far before it for its subject. */
const SUBJECT_WINDOW = 20;

/** Candidates of one sentence in order; overlapping ones only where patterns share a verb. */
export function findCandidates(reader: ClauseReader, lexicon: EventLexicon): readonly Candidate[] {
  const { chunks } = reader;
  const found: Candidate[] = [];
  let free = 0;
  for (const [index, chunk] of chunks.entries()) {
    if (chunk.kind === 'verb') {
      const candidate = verbCandidate(reader, lexicon, index, chunk);
      if (candidate !== null && candidate.first >= free) {
        if (candidate.entry.form !== 'figurative') found.push(candidate);
        free = candidate.last;
      }
    } else if (chunk.kind === 'noun') {
      for (let i = Math.max(chunk.first, free); i < chunk.last; i++) {
        const candidate = nounCandidate(reader, lexicon, index, chunk, i);
        if (candidate === null) continue;
        if (candidate.entry.form !== 'figurative') found.push(candidate);
        const next = reader.tokens[candidate.last]?.lower ?? '';
        free = candidate.last + (LIGHT_HEADS.has(next) ? 1 : 0);
        i = free - 1;
      }
    }
  }
  return found;
}

function verbCandidate(
  { tokens, chunks }: ClauseReader,
  lexicon: EventLexicon,
  index: number,
  chunk: Chunk,
): Candidate | null {
  const token = tokens[chunk.main];
  const entries = token === undefined ? undefined : lexicon.triggers.get(token.lower);
  if (entries === undefined || token === undefined) return null;
  for (const entry of entries) {
    if (entry.form === 'noun') continue;
    const last = matchEnd(tokens, chunk.main, entry.words, token.sentence);
    if (last < 0) continue;
    if (entry.objects !== null && !hasObject(tokens, entry.objects, last, clauseEnd(chunks, index), chunk)) continue;
    if (
      entry.subjects !== null &&
      !findWords(tokens, entry.subjects, chunk.first - SUBJECT_WINDOW, chunk.first, token.sentence)
    )
      continue;
    if (token.lower.startsWith('agree') && statesFact(tokens, last)) continue;
    return { entry, first: chunk.main, last, chunk: index };
  }
  return null;
}

/** `agreed that the talks were useful`: an opinion, no agreement. */
function statesFact(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.lower !== 'that') return false;
  for (let k = at + 1; k < at + 9; k++)
    if (/^(?:should|would|will|must|to)$/.test(tokens[k]?.lower ?? '')) return false;
  return true;
}

function nounCandidate(
  { tokens }: ClauseReader,
  lexicon: EventLexicon,
  index: number,
  chunk: Chunk,
  i: number,
): Candidate | null {
  const token = tokens[i];
  const entries = token === undefined ? undefined : lexicon.triggers.get(token.lower);
  if (entries === undefined || token === undefined) return null;
  for (const entry of entries) {
    if (entry.form === 'verb') continue;
    const last = matchEnd(tokens, i, entry.words, token.sentence);
    if (last < 0 || (entry.form === 'noun' && !isHead(tokens, chunk, last))) continue;
    return { entry, first: i, last, chunk: index };
  }
  return null;
}

/** Exclusive end of the words at `i`, or -1. The first word is known to match. */
function matchEnd(tokens: readonly Token[], i: number, words: readonly string[], sentence: number): number {
  for (let k = 1; k < words.length; k++) {
    const token = tokens[i + k];
    if (token === undefined || token.sentence !== sentence || token.lower !== words[k]) return -1;
  }
  return i + words.length;
}

/** Nouns that may follow an event noun without taking its place as the head: `ceasefire agreement`. */
const LIGHT_HEADS = new Set([
  'agreement',
  'deal',
  'accord',
  'talks',
  'negotiations',
  'case',
  'cases',
  'spree',
  'season',
  'wave',
  'waves',
  'campaign',
]);

/** Whether the noun that ends at `last` is the head of its phrase: only a name, number or date may follow. */
function isHead(tokens: readonly Token[], chunk: Chunk, last: number): boolean {
  if (last >= chunk.last) return true;
  const next = tokens[last];
  if (next === undefined) return true;
  if (LIGHT_HEADS.has(next.lower)) return true;
  return (
    next.kind === 'number' ||
    (next.kind === 'word' && next.case !== 'none' && next.text !== next.text.toUpperCase()) ||
    (next.kind === 'punctuation' && !/^(?:-|'s|’s)$/.test(next.text))
  );
}

/** Token at which the clause of the verb chunk `at` ends: with the next finite verb, conjunction or relative pronoun. */
function clauseEnd(chunks: readonly Chunk[], at: number): number {
  for (let k = at + 1; k < chunks.length; k++) {
    const chunk = chunks[k];
    if (chunk === undefined) break;
    const finite = chunk.kind === 'verb' && chunk.form === 'finite' && chunk.voice === 'active';
    if (finite || chunk.kind === 'relative' || chunk.kind === 'stop' || (chunk.kind === 'clause' && k > at + 1))
      return chunk.first;
  }
  return Infinity;
}

/** Whether one of the object words follows the verb, or stands before it in the passive. */
function hasObject(
  tokens: readonly Token[],
  objects: readonly (readonly string[])[],
  from: number,
  end: number,
  chunk: Chunk,
): boolean {
  const sentence = tokens[chunk.main]?.sentence ?? -1;
  if (findWords(tokens, objects, from, Math.min(from + OBJECT_WINDOW, end), sentence)) return true;
  return chunk.voice === 'passive' && findWords(tokens, objects, chunk.first - 8, chunk.first, sentence);
}

function findWords(
  tokens: readonly Token[],
  alternatives: readonly (readonly string[])[],
  from: number,
  to: number,
  sentence: number,
): boolean {
  for (let i = Math.max(from, 0); i < to && i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || token.sentence !== sentence) continue;
    if (token.text === ';' || token.text === ':') break;
    for (const words of alternatives)
      if (words[0] === token.lower && matchEnd(tokens, i, words, sentence) >= 0) return true;
  }
  return false;
}
