/** Names that a text gives to an event: `Operation X`, `the May 3 raid`, `X, an operation staged by …`. */
import type { ReadReferences } from '../input';
import type { Chunk } from './word-classes';
import type { Candidate } from './triggers';
import { itemAt } from '../../items';

/** Longest name, in tokens. */
const LONGEST = 6;

/** Names of the event that `candidate` stands for, as written; mostly none. */
export function namesOf(
  read: ReadReferences,
  chunks: readonly Chunk[],
  candidate: Candidate,
  dates: Int32Array,
): readonly string[] {
  if (candidate.entry.form !== 'noun') return [];
  const { tokens, text } = read;
  const { first, last } = candidate;
  const chunk = chunks[candidate.chunk];
  const trigger = tokens[first];
  if (chunk === undefined || trigger === undefined) return [];
  if (trigger.case !== 'none' && candidate.entry.lemma === 'operation') {
    const end = nameEnd(read, last);
    if (end > last) return [text.slice(trigger.start, tokens[end - 1]?.end)];
  }
  // `the May 3 raid`
  for (let i = chunk.first; i < first; i++)
    if ((dates[i] ?? -1) >= 0 && tokens[i]?.kind !== 'punctuation' && dates[i] === dates[first - 1])
      return [text.slice(tokens[i]?.start, tokens[last - 1]?.end)];
  return apposed(read, chunks, candidate);
}

/** `Desert Dawn, a retaliatory operation …`: the name that the phrase explains. */
function apposed(
  { tokens, text, names }: ReadReferences,
  chunks: readonly Chunk[],
  candidate: Candidate,
): readonly string[] {
  if (candidate.entry.type !== 'ASSAULT') return [];
  const before = chunks[candidate.chunk - 2];
  const article = itemAt(tokens, chunks[candidate.chunk]?.first)?.lower;
  if (chunks[candidate.chunk - 1]?.kind !== 'comma' || before?.kind !== 'noun') return [];
  if (article !== 'a' && article !== 'an') return [];
  for (let i = before.first; i < before.last; i++)
    if (tokens[i]?.kind === 'word' && tokens[i]?.case === 'none') return [];
  const start = tokens[before.first]?.start ?? 0;
  const end = tokens[before.last - 1]?.end ?? 0;
  return names.some((n) => n.start === start && n.end === end && n.kind === 'person') ? [] : [text.slice(start, end)];
}

function nameEnd({ tokens }: ReadReferences, from: number): number {
  let end = from;
  for (let i = from; i < from + LONGEST; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.kind === 'word' && (token.case !== 'none' || (!token.spaced && end > from))) end = i + 1;
    else if (token.kind === 'word' && /^(?:of|the|and|al|for)$/.test(token.lower)) continue;
    else if (token.text !== '-' || token.spaced) break;
  }
  return end;
}
