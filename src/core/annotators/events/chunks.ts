/**
 * Cuts a sentence into chunks: noun phrases, verb groups and what stands between them. A shallow reading by rules over word
 * classes and neighbours, after the idea of Abney's chunks (1991); one pass, linear in the number of tokens.
 */
import type { Sentence, Token } from '../../annotations';
import type { Grammar } from './grammar';
import { BASE, GERUND, PARTICIPLE, PAST, THIRD } from './inflections';
import type { EventLexicon } from './lexicon';

export type ChunkKind = 'noun' | 'verb' | 'date' | 'comma' | 'and' | 'clause' | 'relative' | 'open' | 'close' | 'stop';

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

interface Reader {
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
const QUOTES = new Set(['"', '“', '”', '‘', '’', "'", '«', '»']);

/** Chunks of one sentence, in order. Quotation marks and bare adverbs are left out. */
export function chunkSentence(
  tokens: readonly Token[],
  sentence: Sentence,
  marks: TokenMarks,
  grammar: Grammar,
  lexicon: EventLexicon,
  headline: boolean,
): readonly Chunk[] {
  const reader: Reader = { tokens, sentence, marks, grammar, lexicon, headline };
  const chunks: Chunk[] = [];
  let preposition: string | null = null;
  let i = sentence.first;
  while (i < sentence.last) {
    const token = tokens[i];
    if (token === undefined) break;
    const separator = separatorKind(token, grammar, tokens[i + 1]);
    if (separator !== null) {
      chunks.push(simple(separator, i, i + 1));
      preposition = null;
      i++;
    } else if (token.kind === 'punctuation' || isAdverbHere(reader, i)) {
      i++;
    } else if (isQuantifier(reader, i) && token.lower !== 'more' && token.lower !== 'fewer' && token.lower !== 'less') {
      i++;
    } else if (isDateChunk(reader, i)) {
      const date = marks.date[i];
      let end = i + 1;
      while (end < sentence.last && marks.date[end] === date) end++;
      chunks.push({ ...simple('date', i, end), preposition });
      preposition = null;
      i = end;
    } else if (startsVerb(reader, i, chunks, preposition)) {
      const verb = verbGroup(reader, i, chunks, preposition);
      chunks.push(verb);
      preposition = null;
      i = verb.last;
    } else if (isClauseWord(reader, i)) {
      const relative = isRelative(reader, i, chunks);
      chunks.push(simple(relative ? 'relative' : 'clause', i, i + 1));
      preposition = null;
      i++;
    } else if (grammar.prepositions.has(token.lower) && (marks.name[i] ?? -1) < 0) {
      preposition = preposition === 'from' && token.lower === 'to' ? 'to' : token.lower;
      i++;
    } else {
      const end = nounEnd(reader, i);
      chunks.push({ ...simple('noun', i, end), preposition });
      preposition = null;
      i = end;
    }
  }
  return chunks;
}

function simple(kind: ChunkKind, first: number, last: number): Chunk {
  return { kind, first, last, preposition: null, main: first, voice: 'active', form: 'finite' };
}

function separatorKind(token: Token, grammar: Grammar, next: Token | undefined): ChunkKind | null {
  if (token.kind === 'word') return grammar.coordinators.has(token.lower) ? 'and' : null;
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
function isQuantifier({ tokens, sentence }: Reader, i: number): boolean {
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

function isAdverbHere({ tokens, marks, grammar }: Reader, i: number): boolean {
  const token = tokens[i];
  if (token === undefined || (marks.name[i] ?? -1) >= 0 || (marks.date[i] ?? -1) >= 0) return false;
  return (
    grammar.adverbs.has(token.lower) ||
    (token.lower.length > 4 && token.lower.endsWith('ly') && token.case === 'none' && token.lower !== 'family')
  );
}

/** A date stands alone unless it is part of a noun phrase: `the May 3 raid`, `Saturday's earthquake`. */
function isDateChunk({ tokens, marks, grammar, sentence }: Reader, i: number): boolean {
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
  const determined = before !== undefined && grammar.determiners.has(before.lower);
  return !(determined && next.kind === 'word' && !grammar.prepositions.has(next.lower));
}

export function isPossessive(token: Token | undefined): boolean {
  return token !== undefined && (token.lower === "'s" || token.lower === "'") && !token.spaced;
}

function isClauseWord({ tokens, marks, grammar, sentence }: Reader, i: number): boolean {
  const token = tokens[i];
  if (token === undefined || (marks.name[i] ?? -1) >= 0) return false;
  const { lower } = token;
  if (lower === 'that') {
    // `that the`, `that he`: a clause; `killed that day`: a determiner.
    const before = tokens[i - 1];
    return before === undefined || before.kind === 'word' ? i > sentence.first : true;
  }
  if (lower === 'because' && tokens[i + 1]?.lower === 'of') return false;
  return grammar.subordinators.has(lower) || grammar.relatives.has(lower);
}

/** `the men who`, `a truce that took effect`; `said that` and `the claim that X did` open clauses. */
function isRelative({ tokens, grammar, lexicon, sentence }: Reader, i: number, chunks: readonly Chunk[]): boolean {
  const lower = tokens[i]?.lower ?? '';
  if (!grammar.relatives.has(lower) || chunks.length === 0) return false;
  if (lower !== 'that') return true;
  const next = i + 1 < sentence.last ? (tokens[i + 1]?.lower ?? '') : '';
  const verb = isAuxiliary(next, grammar) || (verbBits(next, grammar, lexicon) & (PAST | THIRD)) !== 0;
  return chunks.at(-1)?.kind === 'noun' && verb;
}

/** Bits of the verb forms that a word may be; 0 for no verb. */
export function verbBits(lower: string, grammar: Grammar, lexicon: EventLexicon): number {
  const known = lexicon.verbs.get(lower);
  if (known !== undefined) return known;
  const ending = lower.charCodeAt(lower.length - 1);
  if (ending !== 100 && ending !== 103) return 0;
  if (grammar.adjectives.has(lower) || grammar.prepositions.has(lower)) return 0;
  if (lower.length > 4 && lower.endsWith('ed') && !lower.endsWith('eed')) return PAST | PARTICIPLE;
  return lower.length > 5 && lower.endsWith('ing') ? GERUND : 0;
}

function isAuxiliary(lower: string, grammar: Grammar): boolean {
  return grammar.be.has(lower) || grammar.have.has(lower) || grammar.do.has(lower) || grammar.modals.has(lower);
}

function previousWord({ tokens, sentence }: Reader, i: number): Token | undefined {
  for (let k = i - 1; k >= sentence.first; k--) {
    const token = tokens[k];
    if (token !== undefined && !QUOTES.has(token.text)) return token;
  }
  return undefined;
}

function startsVerb(reader: Reader, i: number, chunks: readonly Chunk[], preposition: string | null): boolean {
  const { tokens, marks, grammar, lexicon } = reader;
  const token = tokens[i];
  if (token === undefined || token.kind !== 'word' || (marks.name[i] ?? -1) >= 0 || (marks.date[i] ?? -1) >= 0)
    return false;
  if (isAuxiliary(token.lower, grammar))
    return !(token.lower === 'may' && token.case !== 'none' && i > reader.sentence.first);
  if (token.case !== 'none' && !reader.headline && i > reader.sentence.first) return false;
  if (token.lower === 'not') return true;
  const bits = verbBits(token.lower, grammar, lexicon);
  if (bits === 0) return false;
  return isVerbHere(reader, i, bits, chunks, preposition);
}

/** Decides between verb and noun or adjective by the neighbours. */
function isVerbHere(
  reader: Reader,
  i: number,
  bits: number,
  chunks: readonly Chunk[],
  preposition: string | null,
): boolean {
  const { tokens, grammar, lexicon, sentence } = reader;
  const token = tokens[i];
  if (token === undefined) return false;
  const before = previousWord(reader, i);
  if (before !== undefined && grammar.determiners.has(before.lower) && before.lower !== 'that') return false;
  const next = i + 1 < sentence.last ? tokens[i + 1] : undefined;
  const previous = previousWord(reader, i);
  const last = chunks.at(-1);
  if (preposition === 'to')
    return (bits & BASE) !== 0 && (!lexicon.nouns.has(token.lower) || opensObject(reader, i + 1));
  if (preposition !== null) return (bits & GERUND) !== 0 && opensObject(reader, i + 1);
  if (last === undefined) return (bits & (GERUND | PARTICIPLE)) !== 0 && opensPhrase(reader, i + 1);
  if (previous !== undefined && grammar.pronouns.has(previous.lower)) return (bits & (PAST | THIRD | BASE)) !== 0;
  switch (last.kind) {
    case 'relative':
    case 'clause':
      return (bits & (PAST | THIRD | BASE)) !== 0 || (last.kind === 'clause' && !gerundIsNoun(reader, i));
    case 'comma':
    case 'and':
    case 'close':
      if ((bits & GERUND) !== 0) return !gerundIsNoun(reader, i) || !lexicon.nouns.has(token.lower);
      if ((bits & (PAST | PARTICIPLE)) !== 0) return !adjectival(next, reader, i + 1);
      return opensObject(reader, i + 1);
    case 'verb':
      // `had promised aid`: the verb group has taken its verbs; what follows is its object, but for `helped kill`.
      return (bits & BASE) !== 0 && /^(?:help|let|make|made)/.test(tokens[last.main]?.lower ?? '');
    case 'noun':
    case 'date':
      return verbAfterNoun(reader, i, bits, last);
    case 'open':
    case 'stop':
      return (bits & GERUND) !== 0 && opensPhrase(reader, i + 1);
  }
}

function verbAfterNoun(reader: Reader, i: number, bits: number, noun: Chunk): boolean {
  const { tokens, headline } = reader;
  const token = tokens[i];
  const before = tokens[noun.last - 1];
  if (token === undefined || before === undefined || isPossessive(before)) return false;
  if ((bits & (PAST | PARTICIPLE)) !== 0 && (bits & BASE) === 0) return true;
  if ((bits & GERUND) !== 0) return !gerundIsNoun(reader, i);
  const ambiguous = isNounToo(reader, i);
  if ((bits & THIRD) !== 0) return !ambiguous || opensObject(reader, i + 1) || (headline && headlineVerb(reader, i));
  const pluralSubject =
    (before.lower.endsWith('s') && before.case === 'none') || /^(?:police|people|men|women)$/.test(before.lower);
  if ((bits & PAST) !== 0) return !ambiguous || opensObject(reader, i + 1);
  return pluralSubject && (ambiguous ? opensObject(reader, i + 1) : opensPhrase(reader, i + 1));
}

const OPENING_QUANTITY =
  /^(?:at|more|fewer|over|up|hundreds|thousands|dozens|scores|two|three|four|five|six|seven|eight|nine|ten|half|millions)$/;

/** `Quake hits eastern Peru`, not `Border talks on gas`: what follows in a headline is no preposition, and is there. */
function headlineVerb({ tokens, grammar, sentence }: Reader, i: number): boolean {
  const next = i + 1 < sentence.last ? tokens[i + 1] : undefined;
  return (
    next !== undefined &&
    next.kind !== 'punctuation' &&
    !grammar.prepositions.has(next.lower) &&
    !grammar.coordinators.has(next.lower)
  );
}

/** Words that are nouns as often: `call`, `attacks`. */
function isNounToo({ tokens, lexicon, grammar }: Reader, i: number): boolean {
  const lower = tokens[i]?.lower ?? '';
  return lexicon.nouns.has(lower) || grammar.homographs.has(lower);
}

/** Whether a form in -ing is a noun: `the crossing.`, `a meeting of`; `sending men`, `carrying food` is a verb. */
function gerundIsNoun(reader: Reader, i: number): boolean {
  if (opensObject(reader, i + 1)) return false;
  const next = i + 1 < reader.sentence.last ? reader.tokens[i + 1] : undefined;
  if (next === undefined || next.kind === 'punctuation') return true;
  const { grammar, lexicon } = reader;
  if (lexicon.nouns.has(reader.tokens[i]?.lower ?? '')) return true;
  if (next.lower === 'of' || grammar.coordinators.has(next.lower) || isAuxiliary(next.lower, grammar)) return true;
  if (grammar.prepositions.has(next.lower) || grammar.adverbs.has(next.lower) || grammar.subordinators.has(next.lower))
    return false;
  return next.lower.endsWith('ed') || (verbBits(next.lower, grammar, lexicon) & (PAST | THIRD)) !== 0;
}

/** A determiner, name, pronoun, number: the start of an object. */
function opensObject({ tokens, marks, grammar, sentence }: Reader, at: number): boolean {
  let i = at;
  while (i < sentence.last && (QUOTES.has(tokens[i]?.text ?? '') || grammar.adverbs.has(tokens[i]?.lower ?? ''))) i++;
  const token = i < sentence.last ? tokens[i] : undefined;
  if (token === undefined) return false;
  if ((marks.name[i] ?? -1) >= 0 || token.kind === 'number') return (marks.date[i] ?? -1) < 0;
  if ((marks.date[i] ?? -1) >= 0) return false;
  if (token.case !== 'none' && token.kind === 'word') return true;
  return (
    grammar.determiners.has(token.lower) || grammar.pronouns.has(token.lower) || OPENING_QUANTITY.test(token.lower)
  );
}

/** As `opensObject`, or a preposition, conjunction or adverb. */
function opensPhrase(reader: Reader, i: number): boolean {
  if (opensObject(reader, i)) return true;
  const token = i < reader.sentence.last ? reader.tokens[i] : undefined;
  if (token === undefined || token.kind !== 'word') return false;
  const { grammar } = reader;
  return (
    grammar.prepositions.has(token.lower) ||
    grammar.subordinators.has(token.lower) ||
    grammar.adverbs.has(token.lower) ||
    (reader.marks.date[i] ?? -1) >= 0 ||
    token.lower.endsWith('s')
  );
}

/** `, wounded soldiers`: a participle before its noun. */
function adjectival(next: Token | undefined, { tokens, grammar }: Reader, at: number): boolean {
  if (next === undefined || next.kind !== 'word' || next.case !== 'none') return false;
  if (grammar.determiners.has(next.lower) || grammar.prepositions.has(next.lower) || grammar.adverbs.has(next.lower))
    return false;
  if (grammar.pronouns.has(next.lower) || grammar.subordinators.has(next.lower) || grammar.coordinators.has(next.lower))
    return false;
  const after = tokens[at + 1];
  // `imposed sanctions on`: a plural object; `wounded soldiers were`: its subject.
  return next.lower.endsWith('s') && after !== undefined && isAuxiliary(after.lower, grammar);
}

function verbGroup(reader: Reader, first: number, chunks: readonly Chunk[], preposition: string | null): Chunk {
  const { tokens, grammar, lexicon, sentence, marks } = reader;
  let i = first;
  let main = first;
  let be = false;
  let have = false;
  let modal = false;
  let infinitive = preposition === 'to';
  while (i < sentence.last) {
    const token = tokens[i];
    if (token === undefined || (marks.name[i] ?? -1) >= 0) break;
    const { lower } = token;
    if (isAuxiliary(lower, grammar)) {
      be = grammar.be.has(lower);
      have ||= grammar.have.has(lower);
      modal ||= grammar.modals.has(lower) || grammar.do.has(lower);
      main = i++;
    } else if (lower === 'to' && i > first && (be || have) && main === i - 1 && isBase(tokens[i + 1], reader)) {
      // `is to meet`, `has to go`
      infinitive = false;
      modal = true;
      be = false;
      i++;
    } else if (i > first && isAdverbHere(reader, i)) i++;
    else if (i > first && have && dateEnd(reader, i) > i && fits(bitsAt(reader, dateEnd(reader, i)), be, have, modal))
      i = dateEnd(reader, i);
    else if (lower === 'not' || lower === 'never') i++;
    else {
      const bits = verbBits(lower, grammar, lexicon);
      const auxiliary =
        main !== first || isAuxiliary(tokens[first]?.lower ?? '', grammar) || tokens[first]?.lower === 'not';
      if (i === first || (auxiliary && fits(bits, be, have, modal))) main = i++;
      break;
    }
  }
  let last = Math.max(i, main + 1);
  if (isParticle(tokens[last], tokens[main]) && last < sentence.last) last++;
  const bits = verbBits(tokens[main]?.lower ?? '', grammar, lexicon);
  const auxiliary = first !== main || isAuxiliary(tokens[first]?.lower ?? '', grammar);
  return {
    ...simple('verb', first, last),
    main,
    preposition,
    voice: voiceOf(reader, { main, last, be: be && main > first, auxiliary, bits }, chunks),
    form: infinitive
      ? 'infinitive'
      : auxiliary && !/ing$/.test(tokens[first]?.lower ?? '')
        ? 'finite'
        : formOf(bits, tokens[main]?.lower ?? '', reader, main),
  };
}

function bitsAt({ tokens, grammar, lexicon }: Reader, i: number): number {
  return verbBits(tokens[i]?.lower ?? '', grammar, lexicon);
}

/** End of a date that breaks a verb group in two (`has in recent days spoken`), else `i`. */
function dateEnd({ tokens, marks, grammar, sentence }: Reader, i: number): number {
  let k = grammar.prepositions.has(tokens[i]?.lower ?? '') ? i + 1 : i;
  const date = marks.date[k] ?? -1;
  if (date < 0) return i;
  while (k < sentence.last && marks.date[k] === date) k++;
  return k;
}

const PARTICLES = new Set(['out', 'up', 'down', 'back', 'away', 'off']);

/** `carried out`, `handed over`: the word after it belongs to the verb. */
function isParticle(token: Token | undefined, verb: Token | undefined): boolean {
  if (token === undefined) return false;
  return PARTICLES.has(token.lower) || (token.lower === 'over' && /^(?:hand|took|tak|turn)/.test(verb?.lower ?? ''));
}

function isBase(token: Token | undefined, { grammar, lexicon }: Reader): boolean {
  return (
    token !== undefined && (isAuxiliary(token.lower, grammar) || (verbBits(token.lower, grammar, lexicon) & BASE) !== 0)
  );
}

/** Whether a form may follow the auxiliaries. */
function fits(bits: number, be: boolean, have: boolean, modal: boolean): boolean {
  if (be) return (bits & (PARTICIPLE | GERUND)) !== 0;
  if (have) return (bits & PARTICIPLE) !== 0;
  return modal && (bits & BASE) !== 0;
}

interface GroupParts {
  readonly main: number;
  readonly last: number;
  readonly be: boolean;
  readonly auxiliary: boolean;
  readonly bits: number;
}

function voiceOf(
  reader: Reader,
  { main, last, be, auxiliary, bits }: GroupParts,
  chunks: readonly Chunk[],
): Chunk['voice'] {
  if (auxiliary) return be && (bits & PARTICIPLE) !== 0 && (bits & GERUND) === 0 ? 'passive' : 'active';
  if ((bits & PARTICIPLE) === 0) return 'active';
  const next = last < reader.sentence.last ? reader.tokens[last] : undefined;
  if (next?.lower === 'by') return 'passive';
  if ((bits & PAST) === 0) return chunks.length === 0 || chunks.at(-1)?.kind !== 'and' ? 'passive' : 'active';
  // `freed three soldiers detained on Monday`: a participle after an object, without an object of its own.
  const before = chunks.at(-1);
  const earlier = chunks.at(-2);
  const opener = clauseOpener(chunks, reader.grammar);
  const second = before?.kind === 'noun' && !opener && (earlier?.kind === 'verb' || before.preposition !== null);
  return second && !reader.headline && !opensObject(reader, last) && hasFiniteVerb(chunks) && main > 0
    ? 'passive'
    : 'active';
}

/** Whether the noun phrase before stands in a clause opened by a preposition: `before a truce entered into force`. */
function clauseOpener(chunks: readonly Chunk[], grammar: Grammar): boolean {
  for (let k = chunks.length - 1; k >= 0 && chunks[k]?.kind === 'noun'; k--) {
    const preposition = chunks[k]?.preposition ?? null;
    if (preposition !== null && grammar.openers.has(preposition)) return true;
  }
  return false;
}

function hasFiniteVerb(chunks: readonly Chunk[]): boolean {
  for (let k = chunks.length - 1; k >= 0; k--) {
    const chunk = chunks[k];
    if (chunk?.kind === 'stop' || chunk?.kind === 'clause' || chunk?.kind === 'relative') return false;
    if (chunk?.kind === 'verb' && chunk.form === 'finite') return true;
  }
  return false;
}

function formOf(bits: number, lower: string, reader: Reader, main: number): Chunk['form'] {
  if ((bits & GERUND) !== 0 && lower.endsWith('ing')) return 'gerund';
  if ((bits & PAST) === 0 && (bits & PARTICIPLE) !== 0) return 'participle';
  if (reader.tokens[main + 1]?.lower === 'by' && (bits & PARTICIPLE) !== 0) return 'participle';
  return 'finite';
}

function nounEnd(reader: Reader, first: number): number {
  const { tokens, sentence, marks, grammar } = reader;
  let i = first + 1;
  // A name, a determiner, a pronoun or a common word opens it; a verb, preposition, separator or free date ends it.
  const opener = tokens[first];
  if (
    opener !== undefined &&
    grammar.pronouns.has(opener.lower) &&
    (marks.name[first] ?? -1) < 0 &&
    !isPossessive(tokens[i])
  )
    return i;
  while (i < sentence.last) {
    const token = tokens[i];
    if (token === undefined) break;
    const inName = (marks.name[i] ?? -1) >= 0;
    if (inName) {
      i++;
      continue;
    }
    if (isPossessive(token)) {
      i++;
      continue;
    }
    if (token.kind === 'punctuation') {
      const hyphen = !token.spaced && (token.text === '-' || token.text === '/' || token.text === '%');
      const quote = QUOTES.has(token.text);
      if (!hyphen && !quote && token.text !== '$' && token.text !== '€' && token.text !== '£') break;
      i++;
      continue;
    }
    const previous = tokens[i - 1];
    const hyphenated = previous !== undefined && previous.text === '-' && !token.spaced;
    if (hyphenated) {
      i++;
      continue;
    }
    if (separatorKind(token, grammar, tokens[i + 1]) !== null) break;
    if (isDateChunk(reader, i)) break;
    if (isQuantifier(reader, i)) {
      i++;
      continue;
    }
    if (grammar.prepositions.has(token.lower) || isClauseWord(reader, i) || grammar.pronouns.has(token.lower)) break;
    if (
      (marks.date[i] ?? -1) < 0 &&
      (grammar.adverbs.has(token.lower) || (token.lower.endsWith('ly') && token.case === 'none')) &&
      !adverbInside(reader, i)
    )
      break;
    if (endsBeforeVerb(reader, i, first)) break;
    i++;
  }
  // Quotation marks at the end belong to what follows.
  while (i > first + 1 && QUOTES.has(tokens[i - 1]?.text ?? '') && !isPossessive(tokens[i - 1])) i--;
  return i;
}

/** `a brutally effective raid`: an adverb between determiner and noun. */
function adverbInside({ tokens, grammar, sentence }: Reader, i: number): boolean {
  const previous = tokens[i - 1];
  return previous !== undefined && i + 1 < sentence.last && grammar.determiners.has(previous.lower);
}

function endsBeforeVerb(reader: Reader, i: number, first: number): boolean {
  const { tokens, grammar, lexicon, marks, headline } = reader;
  const token = tokens[i];
  const previous = previousWord(reader, i);
  if (token === undefined || previous === undefined || token.kind !== 'word') return false;
  if ((marks.date[i] ?? -1) >= 0) return false;
  if (isAuxiliary(token.lower, grammar)) return token.case === 'none' || headline;
  if (token.lower === 'not') return true;
  if (token.case !== 'none' && !headline) return false;
  const bits = verbBits(token.lower, grammar, lexicon);
  if (bits === 0) return false;
  // Right after a determiner, possessive or number a participle or gerund modifies the noun.
  if (grammar.determiners.has(previous.lower) || isPossessive(previous)) return false;
  if (isModifier(previous) && (bits & (PAST | PARTICIPLE)) === 0) return false;
  if (previous.kind === 'number') {
    // `132 injured`, `1,200 wounded`: what is counted.
    return (bits & (PAST | PARTICIPLE)) === 0 ? false : opensObject(reader, i + 1);
  }
  const noun: Chunk = { ...simple('noun', first, i), preposition: null };
  return verbAfterNoun(reader, i, bits, noun);
}

const MODIFIER_ENDING = /(?:ian|ish|ese|ous|ful|ive|ary|ical|able|ible|less|ern|ic|al|ed|est)$/;

/** An adjective by its ending: no subject, so what follows is no verb. */
function isModifier(token: Token): boolean {
  return token.case === 'none' && MODIFIER_ENDING.test(token.lower);
}
