/** Finds the words that may name an event: lexicon look-ups held against the chunks of the sentence. */
import type { Token } from '../../annotations';
import type { Chunk } from './word-classes';
import { type ClauseReader, isSpeech, nounHead } from './clauses';
import type { EventLexicon, TriggerEntry, Alternatives } from './lexicon';
import { WordSet } from '../../lexicon/word-table';

export interface Candidate {
  readonly entry: TriggerEntry;
  /** Its tokens: `first` to `last`, `last` exclusive. */
  readonly first: number;
  readonly last: number;
  /** Index of the chunk that holds its first word. */
  readonly chunk: number;
  /** The word that names the event where that is the object of a light verb: the call of `made the call`; else null. */
  readonly name: number | null;
}

/** How far behind its verb a pattern looks for its object, in tokens. */
const OBJECT_WINDOW = 18;

/** How far before it for its subject. */
const SUBJECT_WINDOW = 20;

/** How far behind a passive for its agent. */
const AGENT_WINDOW = 10;

/** Prepositions that lead out of an object: `halted aid in line with …`. */
const ADJUNCT = new Set([
  'after',
  'amid',
  'amidst',
  'before',
  'because',
  'by',
  'despite',
  'during',
  'following',
  'in',
  'since',
  'until',
  'as',
]);

/** First words of what is looked for behind the object as well: `asked it to leave`, `died … in the attack`. */
const CROSSING = new WordSet([
  'to',
  'in',
  'from',
  'for',
  'with',
  'on',
  'as',
  'at',
  'against',
  'of',
  'when',
  'after',
  'not',
  'would',
  'will',
  'under',
  'by',
  'into',
  'out',
  'without',
  'over',
  'during',
]);

/** Candidates of one sentence in order; overlapping ones only where patterns share a verb. */
export function findCandidates(reader: ClauseReader, lexicon: EventLexicon): readonly Candidate[] {
  const { chunks } = reader;
  const found: Candidate[] = [];
  let free = 0;
  for (const [index, chunk] of chunks.entries()) {
    if (chunk.kind === 'verb') {
      const candidate = obligation(reader, index, chunk) ?? verbCandidate(reader, lexicon, index, chunk);
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
    const object = entry.objects === null ? -1 : objectWord(reader, entry.objects, last, index);
    if (entry.objects !== null && (object < 0 || isNamedByObject(reader, lexicon, entry, index, object))) continue;
    if (entry.subjects !== null && !hasSubject(reader, entry.subjects, last, index)) continue;
    if (token.lower.startsWith('agree') && statesFact(tokens, last)) continue;
    const word = object > chunk.main && lexicon.light.holds(token) ? lexicon.triggers.of(tokens[object]) : undefined;
    const named = word?.some((e) => e.type === entry.type && e.form === 'noun' && e.words.length === 1) ?? false;
    return { entry, first: chunk.main, last, chunk: index, name: named ? object : null };
  }
  return null;
}

/** What somebody says that another must do is asked of them. */
const OBLIGATION: TriggerEntry = {
  type: 'REQUEST',
  mode: null,
  form: 'verb',
  lemma: 'must',
  words: ['must'],
  weak: false,
  loss: false,
  objects: null,
  subjects: null,
};

/** `X said that Y must withdraw`: a request of X, as a candidate of the verb of saying; else null. */
function obligation(reader: ClauseReader, index: number, chunk: Chunk): Candidate | null {
  const { tokens, chunks } = reader;
  const modal = tokens[chunk.first];
  if (chunk.voice !== 'active' || (modal?.lower !== 'must' && modal?.lower !== 'should') || chunk.main === chunk.first)
    return null;
  const subject = nounHead(reader, index - 1, false);
  let at = subject - 1;
  while (chunks[at]?.kind === 'clause' || chunks[at]?.kind === 'date') at--;
  if (chunks[subject]?.kind !== 'noun' || chunks[subject].preposition !== null || !reader.names(subject, 'anybody'))
    return null;
  const said = chunks[at];
  if (said?.kind !== 'verb' || said.form !== 'finite' || !isSpeech(reader, at)) return null;
  return { entry: OBLIGATION, first: chunk.first, last: chunk.first + 1, chunk: at, name: null };
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
    return { entry, first: i, last, chunk: index, name: null };
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

/** Where the object of the verb chunk `at` ends, what belongs to it included: before a verb or an adjunct behind it. */
function objectEnd(chunks: readonly Chunk[], at: number): number {
  let found = false;
  for (let k = at + 1; k < chunks.length; k++) {
    const chunk = chunks[k];
    if (chunk === undefined) break;
    if (found && (chunk.kind === 'verb' || (chunk.kind === 'noun' && ADJUNCT.has(chunk.preposition ?? ''))))
      return chunk.first;
    found ||= chunk.kind === 'noun';
  }
  return Infinity;
}

/** The token this many before a chunk, or the first of the sentence. */
function before(chunks: readonly Chunk[], { first }: Chunk, window: number): number {
  return Math.max(first - window, chunks[0]?.first ?? 0);
}

/** Token of the first object word that follows the verb, or that stands before it in the passive; else -1. */
function objectWord({ tokens, chunks }: ClauseReader, objects: Alternatives, from: number, at: number): number {
  const chunk = chunks[at];
  if (chunk === undefined) return -1;
  const end = Math.min(from + OBJECT_WINDOW, clauseEnd(chunks, at), chunks.at(-1)?.last ?? 0);
  const found = findWords(tokens, objects, from, end, objectEnd(chunks, at));
  return found >= 0 || chunk.voice !== 'passive'
    ? found
    : findWords(tokens, objects, before(chunks, chunk, 8), chunk.first);
}

/** Whether one of the words stands before the main verb, or behind `by` in the passive. */
function hasSubject({ tokens, chunks }: ClauseReader, subjects: Alternatives, last: number, at: number): boolean {
  const chunk = chunks[at];
  if (chunk === undefined) return false;
  if (findWords(tokens, subjects, before(chunks, chunk, SUBJECT_WINDOW), chunk.main) >= 0) return true;
  if (chunk.voice !== 'passive' || tokens[last]?.lower !== 'by') return false;
  return (
    findWords(tokens, subjects, last, Math.min(last + AGENT_WINDOW, clauseEnd(chunks, at), chunks.at(-1)?.last ?? 0)) >=
    0
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
  if (!lexicon.light.holds(tokens[chunks[at]?.main ?? -1])) return false;
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

/**
 * Token at which one of the alternatives begins, or -1; only one that begins with a preposition does so from `near` on.
 */
function findWords(
  tokens: readonly Token[],
  alternatives: Alternatives,
  from: number,
  to: number,
  near = Infinity,
): number {
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (token === undefined || token.text === ';' || token.text === ':') break;
    const beginning = alternatives.get(token.lower);
    if (beginning === undefined || (i >= near && !CROSSING.holds(token))) continue;
    if (beginning.some((words) => matchEnd(tokens, i, words, token.sentence) >= 0)) return i;
  }
  return -1;
}
