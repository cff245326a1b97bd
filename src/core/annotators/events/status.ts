/** Whether an event is reported as having happened, planned, possible or denied. */
import type { LocalEvent, Token } from '../../annotations';
import { type Chunk, previousVerb } from './word-classes';
import type { ClauseReader } from './clauses';
import type { Grammar } from './grammar';
import { itemAt } from '../../items';

/** How many tokens before a noun may say that it is only planned or possible. */
const NOUN_WINDOW = 4;

/** Status of the event named by a verb chunk or a noun chunk at index `at`. */
export function statusOf(reader: ClauseReader, grammar: Grammar, at: number, trigger: number): LocalEvent['status'] {
  const chunk = reader.chunks[at];
  if (chunk === undefined) return 'actual';
  if (chunk.kind === 'verb') return verbStatus(reader, grammar, at, 0);
  const own = modifierStatus(reader.tokens, grammar, Math.max(chunk.first, trigger - NOUN_WINDOW), trigger);
  if (own !== null) return own;
  const verb = reader.chunks[at - 1];
  if (chunk.preposition === null && verb?.kind === 'verb') return verbStatus(reader, grammar, at - 1, 0);
  return 'actual';
}

/** Adjectives that say that something is to happen. */
const DUE = /^(?:due|set|likely|bound|poised|slated|supposed)$/;

function verbStatus(reader: ClauseReader, grammar: Grammar, at: number, depth: number): LocalEvent['status'] {
  const { tokens, chunks } = reader;
  const chunk = chunks[at];
  if (chunk === undefined || depth > 3) return 'actual';
  const own = groupStatus(tokens, grammar, chunk);
  if (own !== null) return own;
  if (chunk.form === 'infinitive' || (chunk.form === 'gerund' && chunk.preposition === null)) {
    const governor = previousVerb(chunks, at);
    const word = itemAt(tokens, chunks[governor]?.main);
    if (grammar.failing.holds(word)) return 'negated';
    if (chunk.form === 'infinitive' && (grammar.managing.holds(word) || isAttempt(reader, at)))
      return verbStatus(reader, grammar, governor, depth + 1);
    // `is due to meet`
    const predicate = chunks[at - 1];
    if (chunk.form === 'infinitive' && predicate?.kind === 'noun' && DUE.test(tokens[predicate.last - 1]?.lower ?? ''))
      return predicate.last === predicate.first + 1 ? 'planned' : 'hypothetical';
    if (chunk.form === 'infinitive')
      return grammar.planning.holds(word) ? 'planned' : infinitiveStatus(reader, grammar, governor);
  }
  const opener = chunks[at - 2];
  if (opener?.kind === 'clause' && /^(?:if|unless|whether)$/.test(tokens[opener.first]?.lower ?? ''))
    return 'hypothetical';
  return 'actual';
}

/** `an attempt to seize the town`: somebody tried. */
function isAttempt({ tokens, chunks }: ClauseReader, at: number): boolean {
  const noun = chunks[at - 1];
  return (
    noun?.kind === 'noun' && /^(?:attempts?|bid|efforts?|campaign|operation)$/.test(tokens[noun.last - 1]?.lower ?? '')
  );
}

function infinitiveStatus(reader: ClauseReader, grammar: Grammar, governor: number): LocalEvent['status'] {
  const verb = reader.chunks[governor];
  if (verb === undefined) return 'planned';
  const status = groupStatus(reader.tokens, grammar, verb);
  return status ?? 'hypothetical';
}

function groupStatus(tokens: readonly Token[], grammar: Grammar, chunk: Chunk): LocalEvent['status'] | null {
  let status: LocalEvent['status'] | null = null;
  for (let i = chunk.first; i < chunk.last; i++) {
    const word = tokens[i];
    const lower = word?.lower;
    if (grammar.negations.holds(word)) return 'negated';
    if (grammar.hypothetical.holds(word)) status = 'hypothetical';
    else if (grammar.planned.holds(word) && i < chunk.main) status ??= 'planned';
    else if (lower === 'to' && i < chunk.main) status ??= 'planned';
  }
  return status;
}

function modifierStatus(
  tokens: readonly Token[],
  grammar: Grammar,
  from: number,
  to: number,
): LocalEvent['status'] | null {
  for (let i = from; i < to; i++) {
    const word = tokens[i];
    if (word?.lower === 'no') return 'negated';
    if (grammar.hypothetical.holds(word)) return 'hypothetical';
    if (grammar.planned.holds(word)) return 'planned';
  }
  return null;
}
