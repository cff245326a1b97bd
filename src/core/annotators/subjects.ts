/** Finds the grammatical subject of a verb by shallow reading: no parse, but insertions, of-phrases and inversion are seen. */
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
const BOUNDARY = subjectPronoun | relative | preposition | conjunction | AUXILIARY | adverb;
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
const DASHES = new Set(['—', '–', '--', '-']);

/** How far a subject may stand from its verb, in tokens. */
const REACH = 60;

/**
 * The subject before `verb`, or null.
 * @param from the first token that may belong to it (the start of the sentence, or the end of a quotation)
 */
export function subjectBefore(r: Reading, verb: number, from: number): Subject | null {
  let p = skipAuxiliaries(r, verb - 1, from);
  if (p < from) return null;
  const limit = Math.max(from, verb - REACH);
  const token = r.tokens[p];
  if (token === undefined) return null;
  if (token.lower === 'and' || token.lower === 'but' || token.lower === 'then') {
    const start = r.sentences[token.sentence]?.first ?? limit;
    return clauseSubject(r, Math.max(start, verb - REACH), p);
  }
  if (token.text === ',' && (r.tokens[p - 1] === undefined || p - 1 < from)) return null;
  if (token.text === ')') {
    while (p > limit && r.tokens[p]?.text !== '(') p--;
    p--;
  } else if (token.text === ',' || (DASHES.has(token.text) && token.spaced)) {
    return subjectAroundInsertion(r, p, limit);
  }
  return relativeSubject(r, p, limit) ?? nounPhraseEndingAt(r, p, limit);
}

/** Skips back over `has also`, `later`, `on Sunday` between subject and verb. */
function skipAuxiliaries(r: Reading, start: number, from: number): number {
  let p = start;
  while (p >= from) {
    const bits = r.classes[p] ?? 0;
    const dated = (r.dateAt[p] ?? -1) >= 0 && r.mentionAt[p] === -1;
    const beforeDate = (bits & preposition) !== 0 && (r.dateAt[p + 1] ?? -1) >= 0 && p < start;
    const helper = (bits & (AUXILIARY | adverb)) !== 0 && (bits & (subjectPronoun | determiner)) === 0;
    const manner = bits === 0 && p < start + 1 && (r.tokens[p]?.lower.endsWith('ly') ?? false) && r.mentionAt[p] === -1;
    if (!dated && !beforeDate && !helper && !manner) break;
    p--;
  }
  return p;
}

/** `X, the head of Y, told`: `comma` closes the insertion. Takes the phrase before it, or a name that the insertion gives. */
function subjectAroundInsertion(r: Reading, comma: number, limit: number): Subject | null {
  const mark = r.tokens[comma]?.text ?? ',';
  let fallback: Subject | null = null;
  let tries = 0;
  for (let q = comma - 1; q > limit && tries < 3; q--) {
    const text = r.tokens[q]?.text;
    if (text === ';' || text === ':') break;
    if (text !== mark) continue;
    tries++;
    const before = skipAuxiliaries(r, q - 1, limit);
    const head = relativeSubject(r, before, limit) ?? nounPhraseEndingAt(r, before, limit);
    if (head === null) continue;
    if (isPerson(r, head.mention)) return head;
    const named = nameOpening(r, q + 1, comma);
    if (named !== null) return { ...head, first: head.first, last: comma, mention: named };
    if (head.mention !== null && (r.classes[q + 1] ?? 0) !== 0) return head;
    fallback ??= head;
  }
  return fallback;
}

function isPerson(r: Reading, mention: number | null): boolean {
  return mention !== null && r.mentions[mention]?.kind === 'person';
}

/** The mention of a person's name that begins within the first words of an insertion: `, Odilia Marroquín,`. */
function nameOpening(r: Reading, first: number, last: number): number | null {
  for (let k = first; k < Math.min(last, first + 3); k++) {
    const at = r.mentionAt[k] ?? -1;
    const mention = r.mentions[at];
    if (mention?.kind === 'person' && mention.form === 'name') return at;
    if (((r.classes[k] ?? 0) & BOUNDARY) !== 0) return null;
  }
  return null;
}

/** `…, who told`: the antecedent before the relative pronoun at `p`. */
function relativeSubject(r: Reading, p: number, limit: number): Subject | null {
  const word = r.tokens[p]?.lower;
  if (word !== 'who' && word !== 'which' && word !== 'that') return null;
  const before = r.tokens[p - 1]?.text === ',' ? p - 2 : p - 1;
  if (before < limit) return null;
  const mention = r.mentionAt[before] ?? -1;
  if (isPerson(r, mention)) return { first: phraseStart(r, before, limit), last: before + 1, mention, pronoun: false };
  const head = nounPhraseEndingAt(r, before, limit);
  return head === null ? null : { ...head, pronoun: false };
}

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
function isEdge(r: Reading, k: number): boolean {
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

function phraseStart(r: Reading, end: number, limit: number): number {
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

/** What the head of a noun phrase refers to: never the possessor in `Cantarero's office`. */
function headMention(r: Reading, first: number, end: number): number | null {
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

function orNull(index: number | undefined): number | null {
  return index === undefined || index < 0 ? null : index;
}

/**
 * The subject after `verb` in inverted order (`said Joost Terpstra, its director`), or null.
 * @param to the first token that cannot belong to it
 */
export function subjectAfter(r: Reading, verb: number, to: number): Subject | null {
  const first = verb + 1;
  const token = r.tokens[first];
  if (token === undefined || first >= to) return null;
  const bits = r.classes[first] ?? 0;
  if ((bits & subjectPronoun) !== 0)
    return { first, last: first + 1, mention: orNull(r.mentionAt[first]), pronoun: true };
  let head = first;
  if ((bits & (determiner | possessive)) !== 0) head++;
  let last = head;
  while (last < to && !isEdge(r, last) && !((r.dateAt[last] ?? -1) >= 0 && r.mentionAt[last] === -1)) last++;
  if (last === head) return null;
  const person = personIn(r, first, last);
  if (person !== null) return { first, last: endOf(r, person, last), mention: person, pronoun: false };
  // `said the mayor of Gualán, Odilia Marroquín` and `said its director, Joost Terpstra`.
  let comma = last;
  while (comma < to && comma < last + 8 && r.tokens[comma]?.text !== ',') comma++;
  const named = r.tokens[comma]?.text === ',' ? nameOpening(r, comma + 1, to) : null;
  if (named !== null) return { first, last: endOf(r, named, comma + 1), mention: named, pronoun: false };
  return { first, last: phraseEnd(r, last, to), mention: headMention(r, first, last - 1), pronoun: false };
}

/** Takes `for the army` into `a spokesman for the army`. */
function phraseEnd(r: Reading, last: number, to: number): number {
  let end = last;
  for (let hops = 0; hops < 2; hops++) {
    const word = r.tokens[end]?.lower;
    if (end >= to || (word !== 'of' && word !== 'for' && word !== 'at' && word !== 'from')) break;
    let k = end + 1;
    if (((r.classes[k] ?? 0) & (determiner | possessive)) !== 0) k++;
    const start = k;
    while (k < to && !isEdge(r, k)) k++;
    if (k === start) break;
    end = k;
  }
  return end;
}

/** The last person named from `first` to `last` who is not a possessor. */
function personIn(r: Reading, first: number, last: number): number | null {
  for (let k = last - 1; k >= first; k--) {
    const at = r.mentionAt[k] ?? -1;
    const mention = r.mentions[at];
    if (mention?.kind !== 'person' || mention.form === 'pronoun') continue;
    // `the official WHO report`: the description is no head.
    if (mention.form === 'description' && k < last - 1) continue;
    const next = r.tokens[k + 1]?.lower;
    if (next !== "'s" && next !== "'") return at;
  }
  return null;
}

function endOf(r: Reading, mention: number, atLeast: number): number {
  const end = r.mentions[mention]?.end ?? 0;
  let last = atLeast;
  while ((r.tokens[last]?.start ?? Infinity) < end) last++;
  return last;
}

/**
 * The subject of the clause that begins at `from`: the first person, body or place before `to` that is neither in a
 * phrase with a preposition nor a possessor; or a pronoun; or null.
 */
export function clauseSubject(r: Reading, from: number, to: number): Subject | null {
  for (let k = from; k < to; k++) {
    const at = r.mentionAt[k] ?? -1;
    const mention = r.mentions[at];
    if (mention === undefined) {
      if (((r.classes[k] ?? 0) & subjectPronoun) !== 0) return { first: k, last: k + 1, mention: null, pronoun: true };
      continue;
    }
    let last = k + 1;
    while (last < to && r.mentionAt[last] === at) last++;
    const first = phraseStart(r, k, from);
    const next = r.tokens[last]?.lower;
    const governed = first > from && ((r.classes[first - 1] ?? 0) & preposition) !== 0;
    const possessor =
      next === "'s" || next === "'" || (mention.form === 'pronoun' && ((r.classes[k] ?? 0) & possessive) !== 0);
    if (!governed && !possessor && !isModifier(r, last, to))
      return { first, last, mention: at, pronoun: mention.form === 'pronoun' };
    k = last - 1;
  }
  return null;
}

/** Whether a place or body just modifies what follows: `Guatemala`, in front of `Foreign Minister X`. */
function isModifier(r: Reading, next: number, to: number): boolean {
  const token = r.tokens[next];
  return next < to && token !== undefined && token.case === 'initial' && r.dateAt[next] === -1;
}
