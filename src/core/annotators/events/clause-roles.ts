/** What the phrase that holds a trigger is to its clause. */
import type { Token } from '../../annotations';
import type { Chunk } from './word-classes';
import { OPENERS, governingVerb, isSpeech, nounHead, opensWithArticle } from './clauses';
import type { ClauseRole } from './draft';
import type { RoleReader } from './role-reader';
import { itemAt } from '../../items';

/** What the noun phrase that holds a trigger is to its clause, and the verb that makes it so (or -1). */
export function clauseRole(reader: RoleReader, at: number): { role: ClauseRole; verb: number } {
  const { chunks } = reader;
  const chunk = chunks[at];
  if (chunk === undefined) return { role: 'adjunct', verb: -1 };
  if (chunk.kind === 'verb') return { role: 'verb', verb: at };
  // `a series of attacks hit X`
  if (chunk.preposition === 'of' && isQuantity(reader, at - 1)) {
    const whole = clauseRole(reader, at - 1);
    if (whole.role !== 'adjunct' && !isReducedVerb(chunks[whole.verb])) return whole;
  }
  if (chunk.preposition !== null) {
    // `as a quake hits X`, `before a truce took effect`
    const opened = OPENERS.has(chunk.preposition) ? followingVerb(reader, at) : -1;
    return opened < 0 ? { role: 'adjunct', verb: governingVerb(reader, at) } : { role: 'subject', verb: opened };
  }
  const object = objectVerb(reader, at);
  if (object >= 0) return { role: isLight(reader, object, at) ? 'light' : 'object', verb: object };
  const following = followingVerb(reader, at);
  if (following >= 0) {
    const light = chunks[following]?.voice === 'passive' && isLight(reader, following, at);
    return { role: light ? 'light' : 'subject', verb: following };
  }
  const governor = governingVerb(reader, at);
  const previous = chunks[at - 1]?.kind;
  // `announced a day of mourning and the dismissal of X`
  if (previous === 'and' && opensWithArticle(reader, at)) {
    const head = nounHead(reader, at - 2, false);
    const verb = chunks[head]?.preposition === null ? objectVerb(reader, head) : -1;
    if (verb >= 0) return { role: isLight(reader, verb, at) ? 'light' : 'object', verb };
  }
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
    return isSpeech(reader, at - 1) && !isLight(reader, at - 1, at) && followingVerb(reader, at) >= 0 ? -1 : at - 1;
  const second = previous?.kind === 'noun' && previous.preposition === null && chunks[at - 2]?.kind === 'verb';
  return second ? at - 2 : -1;
}

/** Index of the finite verb whose subject the noun chunk at `at` may be, or -1. */
function followingVerb({ chunks, tokens }: RoleReader, at: number): number {
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
    if (chunk.kind === 'comma') return behindApposition(chunks, tokens, k);
    return -1;
  }
  return -1;
}

/** `The truce, the third in a week, was broken`: the finite verb behind an apposition that the comma at \`comma\` opens, or -1. */
function behindApposition(chunks: readonly Chunk[], tokens: readonly Token[], comma: number): number {
  if (!/^(?:the|an?)$/.test(tokens[chunks[comma + 1]?.first ?? -1]?.lower ?? '')) return -1;
  for (let k = comma + 2; k < comma + 10; k++) {
    const chunk = chunks[k];
    if (chunk === undefined || chunk.kind === 'stop') return -1;
    if (chunk.kind !== 'comma') continue;
    const verb = chunks[k + 1];
    return verb?.kind === 'verb' && verb.form === 'finite' ? k + 1 : -1;
  }
  return -1;
}

/** `a series`, `dozens`: nouns that only count what `of` leads to. */
function isQuantity({ tokens, chunks, lexicon }: RoleReader, at: number): boolean {
  const chunk = chunks[at];
  return chunk?.kind === 'noun' && lexicon.quantities.holds(tokens[chunk.last - 1]);
}

/** `talks hosted by X`: a participle without an auxiliary. */
function isReducedVerb(verb: Chunk | undefined): boolean {
  return verb?.kind === 'verb' && verb.voice === 'passive' && verb.first === verb.main;
}
