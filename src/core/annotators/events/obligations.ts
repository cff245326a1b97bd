/** Acts of speech that modal verbs tell of: what somebody says that another must do, and what they will not do. */
import { type ClauseReader, isSpeech } from './clauses';
import { subjectOf } from './subjects';
import type { EventLexicon, TriggerEntry } from './lexicon';
import type { Candidate } from './triggers';
import type { Chunk } from './word-classes';

const BARE = {
  mode: null,
  form: 'verb',
  weak: false,
  named: false,
  loss: false,
  objects: null,
  subjects: null,
} as const;

/** The request that a verb of saying makes with `must`. */
const OBLIGATION: TriggerEntry = { ...BARE, type: 'REQUEST', lemma: 'must', words: ['must'] };

/** `X said that Y must withdraw`: a request of X, as a candidate of the verb of saying; else null. */
export function obligation(reader: ClauseReader, index: number, chunk: Chunk): Candidate | null {
  const { tokens, chunks } = reader;
  const modal = tokens[chunk.first];
  if (chunk.voice !== 'active' || (modal?.lower !== 'must' && modal?.lower !== 'should') || chunk.main === chunk.first)
    return null;
  const subjects = subjectOf(reader, index);
  const named = subjects.some((k) => chunks[k]?.preposition === null && reader.names(k, 'anybody'));
  if (!named) return null;
  let at = Math.min(...subjects) - 1;
  while (chunks[at]?.kind === 'clause' || chunks[at]?.kind === 'date') at--;
  const said = chunks[at];
  if (said?.kind !== 'verb' || said.form !== 'finite' || !isSpeech(reader, at)) return null;
  return { entry: OBLIGATION, first: chunk.first, last: chunk.first + 1, chunk: at, name: null, object: -1 };
}

const NOT = 'not ';

/** Whether an entry is a refusal told with `will not`: it was made, not negated. */
export function isRefusal({ lemma }: TriggerEntry): boolean {
  return lemma.startsWith(NOT);
}

/** `X will not accept the plan`, `would never recognize it`: a refusal, as a candidate of the verb; else null. */
export function refusal(
  { tokens }: ClauseReader,
  lexicon: EventLexicon,
  index: number,
  chunk: Chunk,
): Candidate | null {
  const verb = tokens[chunk.main];
  if (chunk.voice !== 'active' || verb === undefined || !lexicon.refused.holds(verb)) return null;
  const modal = tokens[chunk.first]?.lower ?? '';
  if (!/^(?:will|would|can|won't|wouldn't|can't|cannot)$/.test(modal)) return null;
  const denied =
    modal.endsWith("n't") ||
    modal === 'cannot' ||
    tokens.slice(chunk.first, chunk.main).some((t) => /^(?:not|never|n't)$/.test(t.lower));
  if (!denied) return null;
  const entry: TriggerEntry = { ...BARE, type: 'REJECT', lemma: `${NOT}${verb.lower}`, words: [verb.lower] };
  return { entry, first: chunk.main, last: chunk.main + 1, chunk: index, name: null, object: -1 };
}
