/**
 * Cuts a sentence into chunks: noun phrases, verb groups and what stands between them. A shallow reading by rules over word
 * classes and neighbours, after the idea of Abney's chunks (1991); one pass, linear in the number of tokens.
 */
import type { Sentence, Token } from '../../annotations';
import type { Grammar } from './grammar';
import { PARTICIPLE, PAST } from './inflections';
import type { EventLexicon } from './lexicon';
import { verbGroup } from './verb-groups';
import { continuesNoun, isModifier, opensObject, startsVerb, verbAfterNoun } from './verb-or-noun';
import {
  type Chunk,
  type Reader,
  type TokenMarks,
  isAdverbHere,
  isAuxiliary,
  isClauseWord,
  isDateChunk,
  isPossessive,
  isQuantifier,
  isRelative,
  previousWord,
  separatorKind,
  simple,
  verbBits,
  QUOTES,
} from './word-classes';

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
    } else if (grammar.prepositions.holds(token) && (marks.name[i] ?? -1) < 0) {
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

function nounEnd(reader: Reader, first: number): number {
  const { tokens, sentence, marks, grammar } = reader;
  let i = first + 1;
  // A name, a determiner, a pronoun or a common word opens it; a verb, preposition, separator or free date ends it.
  const opener = tokens[first];
  if (
    opener !== undefined &&
    grammar.pronouns.holds(opener) &&
    (marks.name[first] ?? -1) < 0 &&
    !isPossessive(tokens[i]) &&
    !(opener.lower === 'her' && opensOwned(reader, i))
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
    if (grammar.prepositions.holds(token) || isClauseWord(reader, i) || grammar.pronouns.holds(token)) break;
    if (
      (marks.date[i] ?? -1) < 0 &&
      (grammar.adverbs.holds(token) || (token.lower.endsWith('ly') && token.case === 'none')) &&
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

/** `her counterpart`, but not `told her on Monday`, `asked her to go`: whether a noun of hers begins at a token. */
function opensOwned({ tokens, marks, grammar, lexicon, sentence }: Reader, i: number): boolean {
  const next = i < sentence.last ? tokens[i] : undefined;
  if (next?.kind !== 'word' || (marks.date[i] ?? -1) >= 0 || (marks.name[i] ?? -1) >= 0) return false;
  if (grammar.prepositions.holds(next) || grammar.adverbs.holds(next) || grammar.coordinators.holds(next)) return false;
  if (grammar.subordinators.holds(next) || grammar.determiners.holds(next) || grammar.pronouns.holds(next))
    return false;
  return verbBits(next, grammar, lexicon) === 0 || grammar.homographs.holds(next) || lexicon.nouns.holds(next);
}

/** `a brutally effective raid`: an adverb between determiner and noun. */
function adverbInside({ tokens, grammar, sentence }: Reader, i: number): boolean {
  const previous = tokens[i - 1];
  return previous !== undefined && i + 1 < sentence.last && grammar.determiners.holds(previous);
}

/** `those arrested was`, `those killed in`: what may stand behind a participle without a noun. */
function opensAfter(next: Token | undefined, grammar: Grammar): boolean {
  if (next === undefined || next.kind === 'punctuation') return true;
  return grammar.be.holds(next) || grammar.prepositions.holds(next) || grammar.coordinators.holds(next);
}

function endsBeforeVerb(reader: Reader, i: number, first: number): boolean {
  const { tokens, grammar, lexicon, marks, headline } = reader;
  const token = tokens[i];
  const previous = previousWord(reader, i);
  if (token === undefined || previous === undefined || token.kind !== 'word') return false;
  if ((marks.date[i] ?? -1) >= 0) return false;
  if (isAuxiliary(token, grammar)) return token.case === 'none' || headline;
  if (token.lower === 'not') return true;
  if (token.case !== 'none' && !headline) return false;
  const bits = verbBits(token, grammar, lexicon);
  if (bits === 0 || continuesNoun(reader, i)) return false;
  // Right after a determiner, possessive or number a participle or gerund modifies the noun.
  if (previous.lower === 'those' && i === first + 1)
    return (bits & PARTICIPLE) !== 0 && opensAfter(tokens[i + 1], grammar);
  if (grammar.determiners.holds(previous) || isPossessive(previous)) return false;
  if (isModifier(previous) && (bits & (PAST | PARTICIPLE)) === 0) return false;
  if (previous.kind === 'number') {
    // `132 injured`, `1,200 wounded`: what is counted.
    return (bits & (PAST | PARTICIPLE)) === 0 ? false : opensObject(reader, i + 1);
  }
  const noun: Chunk = { ...simple('noun', first, i), preposition: null };
  return verbAfterNoun(reader, i, bits, noun);
}
