/** Finds the grammatical subject of a verb by shallow reading: no parse, but insertions, of-phrases and inversion are seen. */
import { AUXILIARY, WordClass } from '../lexicon/grammar';
import { BOUNDARY, type Subject, headMention, isEdge, nounPhraseEndingAt, orNull, phraseStart } from './phrases-before';
import type { Reading } from './reading';

const { determiner, possessive, subjectPronoun, preposition, adverb } = WordClass;

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

/** The mention of a person's name that begins within the first words of an insertion: `, Ana Lima,`. */
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

/**
 * The subject after `verb` in inverted order (`said Jan Vos, its director`), or null.
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
  // `said the mayor of Lund, Ana Lima` and `said its director, Jan Vos`.
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
