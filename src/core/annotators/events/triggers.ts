/** Finds the words that may name an event: lexicon look-ups held against the chunks of the sentence. */
import type { Token } from '../../annotations';
import type { Chunk } from './word-classes';
import type { ClauseReader } from './clauses';
import type { EventLexicon, TriggerEntry } from './lexicon';
import { obligation, refusal } from './obligations';
import { hasSubject, matchEnd, objectWord } from './trigger-objects';
import { WordSet } from '../../lexicon/word-table';
import { itemAt } from '../../items';

export interface Candidate {
  readonly entry: TriggerEntry;
  /** Its tokens: `first` to `last`, `last` exclusive. */
  readonly first: number;
  readonly last: number;
  /** Index of the chunk that holds its first word. */
  readonly chunk: number;
  /** The word that names the event where that is the object of a light verb: the call of `made the call`; else null. */
  readonly name: number | null;
  /** First of the words behind a verb that make it a trigger, or -1. */
  readonly object: number;
}

/** Candidates of one sentence in order; overlapping ones only where patterns share a verb. */
export function findCandidates(reader: ClauseReader, lexicon: EventLexicon): readonly Candidate[] {
  const { chunks } = reader;
  const found: Candidate[] = [];
  let free = 0;
  for (const [index, chunk] of chunks.entries()) {
    if (chunk.kind === 'verb') {
      const candidate =
        obligation(reader, index, chunk) ??
        refusal(reader, lexicon, index, chunk) ??
        verbCandidate(reader, lexicon, index, chunk);
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

function verbCandidate(reader: ClauseReader, lexicon: EventLexicon, index: number, chunk: Chunk): Candidate | null {
  const { tokens } = reader;
  const token = tokens[chunk.main];
  const entries = token === undefined ? undefined : lexicon.triggers.of(token);
  if (entries === undefined || token === undefined) return null;
  for (const entry of entries) {
    if (entry.form === 'noun') continue;
    const last = matchEnd(tokens, chunk.main, entry.words, token.sentence);
    if (last < 0) continue;
    const object = entry.objects === null ? -1 : objectWord(reader, entry.objects, last, index, entry.type);
    if (entry.objects !== null && (object < 0 || isNamedByObject(reader, lexicon, entry, index, object))) continue;
    if (entry.subjects !== null && !hasSubject(reader, entry.subjects, last, index)) continue;
    if (token.lower.startsWith('agree') && statesFact(tokens, last)) continue;
    const word = object > chunk.main && lexicon.light.holds(token) ? lexicon.triggers.of(tokens[object]) : undefined;
    const named = word?.some((e) => e.type === entry.type && e.form === 'noun' && e.words.length === 1) ?? false;
    return { entry, first: chunk.main, last, chunk: index, name: named ? object : null, object };
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
  const entries = token === undefined ? undefined : lexicon.triggers.of(token);
  if (entries === undefined || token === undefined) return null;
  for (const entry of entries) {
    if (entry.form === 'verb') continue;
    const last = matchEnd(tokens, i, entry.words, token.sentence);
    if (last < 0 || (entry.form === 'noun' && !isHead(tokens, chunk, last))) continue;
    return { entry, first: i, last, chunk: index, name: null, object: -1 };
  }
  return null;
}

/** Nouns that may follow an event noun without taking its place as the head: `ceasefire agreement`. */
const LIGHT_HEADS = new WordSet([
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
  if (LIGHT_HEADS.holds(next)) return true;
  return (
    next.kind === 'number' ||
    (next.kind === 'word' && next.case !== 'none' && next.text !== next.text.toUpperCase()) ||
    (next.kind === 'punctuation' && !/^(?:-|'s|’s)$/.test(next.text))
  );
}

/**
 * Whether a light verb has an object that names an event by itself: `launched an air strike` is no strike of workers,
 * and the call is what `made a call` is about.
 */
function isNamedByObject(
  reader: ClauseReader,
  lexicon: EventLexicon,
  verb: TriggerEntry,
  at: number,
  object: number,
): boolean {
  const { tokens, chunks } = reader;
  if (!lexicon.light.holds(itemAt(tokens, chunks[at]?.main))) return false;
  let k = at + 1;
  while (k < chunks.length && (chunks[k]?.last ?? Infinity) <= object) k++;
  const chunk = chunks[k];
  if (chunk?.kind !== 'noun' || chunk.first > object) return false;
  for (let i = chunk.first; i <= object; i++) {
    const noun = nounCandidate(reader, lexicon, k, chunk, i);
    if (noun === null || noun.last <= object || noun.entry.form === 'figurative') continue;
    return noun.entry.type === verb.type ? !noun.entry.weak : noun.last - i > 1;
  }
  return false;
}
