/** What somebody says that another must do, as something asked of them. */
import { type ClauseReader, isSpeech, nounHead } from './clauses';
import type { TriggerEntry } from './lexicon';
import type { Candidate } from './triggers';
import type { Chunk } from './word-classes';

/** The request that a verb of saying makes with `must`. */
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
export function obligation(reader: ClauseReader, index: number, chunk: Chunk): Candidate | null {
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
  return { entry: OBLIGATION, first: chunk.first, last: chunk.first + 1, chunk: at, name: null, object: -1 };
}
