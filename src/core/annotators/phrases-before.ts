/** Reads the noun phrase that ends at a token, backwards: with its phrases by prepositions and what is coordinated with it. */
import type { LocalMention } from '../annotations';
import { AUXILIARY, WordClass } from '../lexicon/grammar';
import type { Reading, TokenRange } from './reading';

export interface Subject extends TokenRange {
  /** Index into `mentions` of what it refers to, or null for a noun that nothing is known of (`doctors`). */
  readonly mention: number | null;
  /** `he`, `it`, `who`. */
  readonly pronoun: boolean;
}

const { determiner, possessive, subjectPronoun, relative, preposition, conjunction, adverb } = WordClass;
/** Classes of words that end a noun phrase. */
export const BOUNDARY = subjectPronoun | relative | preposition | conjunction | AUXILIARY | adverb;
const MARKS = new Set([
  ',',
  ';',
  ':',
  '.',
  '?',
  '!',
  '(',
  ')',
  '"',
  '“',
  '”',
  '—',
  '–',
  '--',
  '…',
  '...',
  '«',
  '»',
  '[',
  ']',
  '‘',
  "'",
  '’',
]);
const APOSTROPHES = new Set(["'", '’']);
/** The noun phrase whose last token is `end`, with the phrases that hang on it by prepositions (`a spokesman for the army`). */
export function nounPhraseEndingAt(r: Reading, end: number, limit: number): Subject | null {
  const bits = r.classes[end] ?? 0;
  const token = r.tokens[end];
  if (token === undefined || end < limit) return null;
  if ((bits & subjectPronoun) !== 0 || token.lower === 'this' || token.lower === 'both')
    return { first: end, last: end + 1, mention: orNull(r.mentionAt[end]), pronoun: true };
  if (token.lower === 'others' || token.lower === 'some' || token.lower === 'many' || token.lower === 'one')
    return { first: end, last: end + 1, mention: orNull(r.mentionAt[end]), pronoun: false };
  if (isEdge(r, end)) return null;

  let first = phraseStart(r, end, limit);
  let headEnd = end;
  for (let hops = 0; hops < 4; hops++) {
    const before = first - 1;
    if (before <= limit || ((r.classes[before] ?? 0) & preposition) === 0) break;
    if (isEdge(r, before - 1) || before - 1 < limit) break;
    headEnd = before - 1;
    first = phraseStart(r, headEnd, limit);
  }
  first = withCoordination(r, first, limit);
  return { first, last: end + 1, mention: headMention(r, first, headEnd), pronoun: false };
}

/** Whether no noun phrase can end at this token. */
export function isEdge(r: Reading, k: number): boolean {
  const token = r.tokens[k];
  if (token === undefined) return true;
  if (isMark(r, k)) return true;
  return ((r.classes[k] ?? 0) & (BOUNDARY | determiner | possessive)) !== 0;
}

/** A mark that ends a phrase; not the apostrophe of `doctors' union`. */
function isMark(r: Reading, k: number): boolean {
  const token = r.tokens[k];
  if (token === undefined) return true;
  if (!MARKS.has(token.text)) return false;
  return !(APOSTROPHES.has(token.text) && !token.spaced && (r.tokens[k - 1]?.lower.endsWith('s') ?? false));
}

/** The first token of the words before `end` that belong to its noun phrase. */
export function phraseStart(r: Reading, end: number, limit: number): number {
  let k = end;
  for (; k > limit; k--) {
    const before = k - 1;
    const token = r.tokens[before];
    if (token === undefined || isMark(r, before)) break;
    const bits = r.classes[before] ?? 0;
    if ((r.dateAt[before] ?? -1) >= 0 && r.mentionAt[before] === -1) break;
    if ((bits & (determiner | possessive)) !== 0) return before;
    if ((bits & BOUNDARY) !== 0) break;
  }
  return k;
}

/** `doctors and a local rights group`: takes the first part in where nothing but a boundary stands before it. */
function withCoordination(r: Reading, first: number, limit: number): number {
  const joint = first - 1;
  if (joint <= limit || r.tokens[joint]?.lower !== 'and' || isEdge(r, joint - 1)) return first;
  const start = phraseStart(r, joint - 1, limit);
  const before = r.tokens[start - 1];
  return start <= limit || before === undefined || before.text === ',' || before.lower === 'that' ? start : first;
}

/** What the head of a noun phrase refers to: never the possessor in `Lima's office`. */
export function headMention(r: Reading, first: number, end: number): number | null {
  const at = r.mentionAt[end] ?? -1;
  if (at >= 0) {
    const mention = r.mentions[at];
    return mention !== undefined && isPossessive(r, mention, end) ? null : at;
  }
  // `the U.N. agency for refugees` and the like: a description that covers the phrase's start but not its end.
  for (let k = end - 1; k >= first && k > end - 4; k--) {
    const index = r.mentionAt[k] ?? -1;
    const mention = r.mentions[index];
    if (mention?.form === 'description' && mention.end >= (r.tokens[end]?.start ?? 0)) return index;
  }
  return null;
}

function isPossessive(r: Reading, mention: LocalMention, end: number): boolean {
  return mention.form === 'pronoun' && ((r.classes[end] ?? 0) & possessive) !== 0;
}

/** An index as `mentionAt` gives it, null for none. */
export function orNull(index: number | undefined): number | null {
  return index === undefined || index < 0 ? null : index;
}
