/** What the phrase that holds a trigger is to its clause. */
import type { Chunk } from './word-classes';
import { OPENERS, governingVerb, isSpeech } from './clauses';
import type { ClauseRole } from './draft';
import type { RoleReader } from './role-reader';
import { itemAt } from '../../items';

/** What the noun phrase that holds a trigger is to its clause, and the verb that makes it so (or -1). */
export function clauseRole(reader: RoleReader, at: number): { role: ClauseRole; verb: number } {
  const { chunks } = reader;
  const chunk = chunks[at];
  if (chunk === undefined) return { role: 'adjunct', verb: -1 };
  if (chunk.kind === 'verb') return { role: 'verb', verb: at };
  if (chunk.preposition !== null) {
    // `as a quake hits X`, `before a truce took effect`
    const opened = OPENERS.has(chunk.preposition) ? followingVerb(chunks, at) : -1;
    return opened < 0 ? { role: 'adjunct', verb: governingVerb(reader, at) } : { role: 'subject', verb: opened };
  }
  const object = objectVerb(reader, at);
  if (object >= 0) return { role: isLight(reader, object, at) ? 'light' : 'object', verb: object };
  const following = followingVerb(chunks, at);
  if (following >= 0) {
    const light = chunks[following]?.voice === 'passive' && isLight(reader, following, at);
    return { role: light ? 'light' : 'subject', verb: following };
  }
  const governor = governingVerb(reader, at);
  const previous = chunks[at - 1]?.kind;
  // `led to protests and riots`: coordinated with an adjunct.
  const inAdjunct = chunks[at - 2]?.kind === 'noun' && chunks[at - 2]?.preposition !== null;
  if ((previous !== 'and' && previous !== 'comma') || inAdjunct) return { role: 'adjunct', verb: governor };
  return { role: governor < at && isLight(reader, governor, at) ? 'light' : 'object', verb: governor };
}

/** Whether a verb lends the noun chunk `at` its subject: `called a strike`, but not `called the strike "an outrage"`. */
function isLight({ lexicon, tokens, chunks }: RoleReader, verb: number, at: number): boolean {
  const lower = itemAt(tokens, chunks[verb]?.main)?.lower ?? '';
  if (!lexicon.light.has(lower)) return false;
  return !/^(?:call|declar)/.test(lower) || itemAt(tokens, chunks[at]?.first)?.lower !== 'the';
}

/** The verb whose object the noun chunk at `at` is, directly or behind another (`handed him a note`), or -1. */
function objectVerb(reader: RoleReader, at: number): number {
  const { chunks } = reader;
  const previous = chunks[at - 1];
  if (previous?.kind === 'verb')
    return isSpeech(reader, at - 1) && !isLight(reader, at - 1, at) && followingVerb(chunks, at) >= 0 ? -1 : at - 1;
  const second = previous?.kind === 'noun' && previous.preposition === null && chunks[at - 2]?.kind === 'verb';
  return second ? at - 2 : -1;
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
    if (chunk.kind === 'and' && chunks[k + 1]?.kind === 'noun' && chunks[k + 1]?.preposition === null) {
      k++;
      continue;
    }
    if (chunk.kind === 'comma' && chunks[k + 1]?.kind === 'relative') continue;
    return -1;
  }
  return -1;
}
