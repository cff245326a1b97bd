/** What a token is by itself and by its neighbours, and the chunks that tokens make. */
import type { Sentence, Token } from '../../annotations';
import type { Grammar } from './grammar';
import { PAST, THIRD } from './inflections';
import type { EventLexicon } from './lexicon';

type ChunkKind = 'noun' | 'verb' | 'date' | 'comma' | 'and' | 'clause' | 'relative' | 'open' | 'close' | 'stop';

export interface Chunk {
  readonly kind: ChunkKind;
  /** Its tokens: `first` to `last`, `last` exclusive; of a verb group with auxiliaries and adverbs. */
  readonly first: number;
  readonly last: number;
  /** Noun and date: the preposition before it, in lower case. */
  readonly preposition: string | null;
  /** Verb group: its main verb. Else `first`. */
  readonly main: number;
  /** Verb group. */
  readonly voice: 'active' | 'passive';
  readonly form: 'finite' | 'infinitive' | 'gerund' | 'participle';
}

/** What the chunker knows about each token of the text. */
export interface TokenMarks {
  /** Index of the date expression that holds the token, else -1. */
  readonly date: Int32Array;
  /** Index of the name mention that holds the token, else -1. */
  readonly name: Int32Array;
  /** 1 inside a direct quotation. */
  readonly quoted: Uint8Array;
}

export interface Reader {
  readonly tokens: readonly Token[];
  readonly sentence: Sentence;
  readonly marks: TokenMarks;
  readonly grammar: Grammar;
  readonly lexicon: EventLexicon;
  readonly headline: boolean;
}

const COMMA: Chunk['kind'] = 'comma';
const OPENING = new Set(['(', '[']);
const CLOSING = new Set([')', ']']);
export const QUOTES = new Set(['"', '“', '”', '‘', '’', "'", '«', '»']);

export function simple(kind: ChunkKind, first: number, last: number): Chunk {
  return { kind, first, last, preposition: null, main: first, voice: 'active', form: 'finite' };
}

export function separatorKind(token: Token, grammar: Grammar, next: Token | undefined): ChunkKind | null {
  if (token.kind === 'word') return grammar.coordinators.holds(token) ? 'and' : null;
  if (token.kind === 'number') return null;
  const { text } = token;
  if (text === ',') return COMMA;
  if (text === '&') return 'and';
  if (OPENING.has(text)) return 'open';
  if (CLOSING.has(text)) return 'close';
  if (text === ';' || text === ':' || text === '.' || text === '!' || text === '?' || text === '…') return 'stop';
  if (text === '–' || text === '—' || text === '--') return COMMA;
  return text === '-' && token.spaced && next?.spaced === true ? COMMA : null;
}

const QUANTITY = /^(?:least|most|once|many|few|much|little)$/;
const COMPARED = /^(?:more|fewer|less|greater|other|rather)$/;

/** `at least 20`, `up to 30`, `more than 40`, `around 50`, `as many as 60`: words that belong to a number. */
export function isQuantifier({ tokens, sentence }: Reader, i: number): boolean {
  const lower = tokens[i]?.lower ?? '';
  const next = i + 1 < sentence.last ? tokens[i + 1] : undefined;
  const previous = i > sentence.first ? tokens[i - 1] : undefined;
  switch (lower) {
    case 'at':
      return next !== undefined && QUANTITY.test(next.lower);
    case 'least':
    case 'most':
      return previous?.lower === 'at';
    case 'than':
      return previous !== undefined && COMPARED.test(previous.lower);
    case 'more':
    case 'fewer':
    case 'less':
      return next?.lower === 'than';
    case 'up':
      return next?.lower === 'to' && tokens[i + 2]?.kind === 'number';
    case 'to':
      return previous?.lower === 'up' && next?.kind === 'number';
    case 'over':
    case 'around':
    case 'about':
    case 'under':
    case 'below':
    case 'above':
      return (
        next?.kind === 'number' ||
        (next !== undefined &&
          /^(?:a|two|three|four|five|six|seven|eight|nine|ten|hundreds|thousands|dozens|half)$/.test(next.lower) &&
          lower === 'about')
      );
    case 'as':
      return (
        (next !== undefined && QUANTITY.test(next.lower)) || (previous !== undefined && QUANTITY.test(previous.lower))
      );
    default:
      return false;
  }
}

export function isAdverbHere({ tokens, marks, grammar }: Reader, i: number): boolean {
  const token = tokens[i];
  if (token === undefined || (marks.name[i] ?? -1) >= 0 || (marks.date[i] ?? -1) >= 0) return false;
  return (
    grammar.adverbs.holds(token) ||
    (token.lower.length > 4 && token.lower.endsWith('ly') && token.case === 'none' && token.lower !== 'family')
  );
}

/** A date stands alone unless it is part of a noun phrase: `the May 3 raid`, `Saturday's earthquake`. */
export function isDateChunk({ tokens, marks, grammar, sentence }: Reader, i: number): boolean {
  const date = marks.date[i] ?? -1;
  if (date < 0) return false;
  let end = i;
  while (end < sentence.last && marks.date[end] === date) end++;
  const next = end < sentence.last ? tokens[end] : undefined;
  if (next === undefined) return true;
  if (isPossessive(next)) return false;
  let start = i;
  while (start > sentence.first && marks.date[start - 1] === date) start--;
  const before = start > sentence.first ? tokens[start - 1] : undefined;
  const determined = before !== undefined && grammar.determiners.holds(before);
  return !(determined && next.kind === 'word' && !grammar.prepositions.holds(next));
}

export function isPossessive(token: Token | undefined): boolean {
  return token !== undefined && (token.lower === "'s" || token.lower === "'") && !token.spaced;
}

export function isClauseWord({ tokens, marks, grammar, sentence }: Reader, i: number): boolean {
  const token = tokens[i];
  if (token === undefined || (marks.name[i] ?? -1) >= 0) return false;
  const { lower } = token;
  if (lower === 'that') {
    // `that the`, `that he`: a clause; `killed that day`: a determiner.
    const before = tokens[i - 1];
    return before === undefined || before.kind === 'word' ? i > sentence.first : true;
  }
  if (lower === 'because' && tokens[i + 1]?.lower === 'of') return false;
  return grammar.subordinators.holds(token) || grammar.relatives.holds(token);
}

/** `the men who`, `a truce that took effect`; `said that` and `the claim that X did` open clauses. */
export function isRelative(
  { tokens, grammar, lexicon, sentence }: Reader,
  i: number,
  chunks: readonly Chunk[],
): boolean {
  const lower = tokens[i]?.lower ?? '';
  if (!grammar.relatives.holds(tokens[i]) || chunks.length === 0) return false;
  if (lower !== 'that') return true;
  const next = i + 1 < sentence.last ? tokens[i + 1] : undefined;
  const verb = isAuxiliary(next, grammar) || (verbBits(next, grammar, lexicon) & (PAST | THIRD)) !== 0;
  return chunks.at(-1)?.kind === 'noun' && verb;
}

/** Bits of the verb forms that a word may be; 0 for no verb. */
export function verbBits(token: Token | undefined, grammar: Grammar, lexicon: EventLexicon): number {
  return lexicon.verbs.of(token) ?? grammar.endings.of(token) ?? 0;
}

export function isAuxiliary(token: Token | undefined, grammar: Grammar): boolean {
  return grammar.auxiliaries.holds(token);
}

export function previousWord({ tokens, sentence }: Reader, i: number): Token | undefined {
  for (let k = i - 1; k >= sentence.first; k--) {
    const token = tokens[k];
    if (token !== undefined && !QUOTES.has(token.text)) return token;
  }
  return undefined;
}

/** Index of the verb chunk before the one at `at`, or -1: `adding that` is not what was rejected before. */
export function previousVerb(chunks: readonly Chunk[], at: number): number {
  for (let k = at - 1; k >= 0; k--) if (chunks[k]?.kind === 'verb') return k;
  return -1;
}
