/** Looks around a verb for the words that make it a trigger: objects behind it, subjects before it. */
import type { Token } from '../../annotations';
import type { EventType } from '../../model';
import { WordSet } from '../../lexicon/word-table';
import type { ClauseReader } from './clauses';
import { objectHolder } from './complements';
import type { Alternatives } from './lexicon';
import type { Chunk } from './word-classes';

/** How far behind its verb a pattern looks for its object, in tokens. */
const OBJECT_WINDOW = 18;

/** How far before it for its subject. */
const SUBJECT_WINDOW = 30;

/** How far behind a passive for its agent. */
const AGENT_WINDOW = 10;

/** Prepositions that lead out of an object: `halted aid in line with …`. */
const ADJUNCT = new Set([
  'after',
  'amid',
  'amidst',
  'before',
  'because',
  'at',
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

/** Particles that a pronoun may part from their verb. */
const PARTICLES = new Set(['down', 'off', 'up', 'out', 'back', 'over', 'away', 'in', 'aside']);

const OBJECTS = new WordSet(['him', 'her', 'them', 'it', 'me', 'us', 'this', 'that']);

/** Exclusive end of the words at `i`, or -1. The first word is known to match. */
export function matchEnd(tokens: readonly Token[], i: number, words: readonly string[], sentence: number): number {
  // `turned him down`
  const parted = words.length === 2 && OBJECTS.holds(tokens[i + 1]) && PARTICLES.has(words[1] ?? '') ? 1 : 0;
  for (let k = 1; k < words.length; k++) {
    const token = tokens[i + k + parted];
    if (token === undefined || token.sentence !== sentence || token.lower !== words[k]) return -1;
  }
  return i + words.length + parted;
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

/**
 * Where the object of the verb chunk `at` ends, what belongs to it included: before a verb or an adjunct behind it.
 * @param predicate whether `as` tells what the object becomes: `designated X as minister`
 */
function objectEnd(chunks: readonly Chunk[], at: number, predicate: boolean): number {
  let found = false;
  for (let k = at + 1; k < chunks.length; k++) {
    const chunk = chunks[k];
    if (chunk === undefined) break;
    const adjunct = chunk.kind === 'noun' && ADJUNCT.has(chunk.preposition ?? '');
    if (found && (chunk.kind === 'verb' || (adjunct && !(predicate && chunk.preposition === 'as')))) return chunk.first;
    found ||= chunk.kind === 'noun';
  }
  return Infinity;
}

/** The token this many before a chunk, or the first of the sentence. */
function before(chunks: readonly Chunk[], { first }: Chunk, window: number): number {
  return Math.max(first - window, chunks[0]?.first ?? 0);
}

/** Token of the first object word that follows the verb, or that stands before it in the passive; else -1. */
export function objectWord(
  { tokens, chunks }: ClauseReader,
  objects: Alternatives,
  from: number,
  at: number,
  type: EventType,
): number {
  const chunk = chunks[at];
  if (chunk === undefined) return -1;
  const holder = objectHolder(chunks, at);
  const end = Math.min(from + OBJECT_WINDOW, clauseEnd(chunks, holder), chunks.at(-1)?.last ?? 0);
  const found = findWords(tokens, objects, from, end, objectEnd(chunks, holder, type === 'APPOINTMENT'));
  return found >= 0 || chunk.voice !== 'passive'
    ? found
    : findWords(tokens, objects, before(chunks, chunk, 8), chunk.first);
}

/** Whether one of the words stands before the main verb, or behind `by` in the passive. */
export function hasSubject(
  { tokens, chunks }: ClauseReader,
  subjects: Alternatives,
  last: number,
  at: number,
): boolean {
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
