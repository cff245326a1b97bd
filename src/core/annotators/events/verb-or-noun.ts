/** Decides between verb and noun by the neighbours: `talks resumed`, `he talks`. */
import type { Token } from '../../annotations';
import type { EventLexicon } from './lexicon';
import { BASE, GERUND, PARTICIPLE, PAST, THIRD } from './inflections';
import { type Chunk, type Reader, isAuxiliary, isPossessive, previousWord, verbBits, QUOTES } from './word-classes';

export function startsVerb(reader: Reader, i: number, chunks: readonly Chunk[], preposition: string | null): boolean {
  const { tokens, marks, grammar, lexicon } = reader;
  const token = tokens[i];
  if (token === undefined || token.kind !== 'word' || (marks.name[i] ?? -1) >= 0 || (marks.date[i] ?? -1) >= 0)
    return false;
  if (isAuxiliary(token, grammar))
    return !(token.lower === 'may' && token.case !== 'none' && i > reader.sentence.first);
  if (token.case !== 'none' && !reader.headline && i > reader.sentence.first) return false;
  if (token.lower === 'not') return true;
  const bits = verbBits(token, grammar, lexicon);
  if (bits === 0 || beginsNoun(reader, i)) return false;
  return isVerbHere(reader, i, bits, chunks, preposition);
}

/** Behind a form in -ing that opens a sentence, they make it a noun. */
const NOUN_LINK = /^(?:between|near|around|along|by|of)$/;

/** `a suicide bombing that`: whether the word is the second one of an event's name. */
export function continuesNoun({ tokens, lexicon }: Reader, i: number): boolean {
  const second = tokens[i]?.lower;
  const entries = second === undefined ? undefined : lexicon.triggers.of(tokens[i - 1]);
  return entries?.some(({ form, words }) => form === 'noun' && words.length === 2 && words[1] === second) ?? false;
}

/** `tear gas`, `strike action`: whether a name of an event of several words begins here. */
function beginsNoun({ tokens, lexicon, grammar, sentence }: Reader, i: number): boolean {
  const next = i + 1 < sentence.last ? tokens[i + 1]?.lower : undefined;
  if (next === undefined || grammar.prepositions.has(next)) return false;
  return (
    lexicon.triggers
      .of(tokens[i])
      ?.some(
        ({ form, words }) =>
          form === 'noun' && words[1] === next && words.every((w, k) => k < 2 || tokens[i + k]?.lower === w),
      ) ?? false
  );
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
  if (before !== undefined && grammar.determiners.holds(before) && before.lower !== 'that')
    return before.lower === 'those' && (bits & PARTICIPLE) !== 0 && !adjectival(tokens[i + 1], reader, i + 1);
  const next = i + 1 < sentence.last ? tokens[i + 1] : undefined;
  const previous = previousWord(reader, i);
  const last = chunks.at(-1);
  if (preposition === 'to' && (bits & BASE) !== 0) return !lexicon.nouns.holds(token) || opensObject(reader, i + 1);
  if (preposition !== null)
    return (bits & GERUND) !== 0 && (opensObject(reader, i + 1) || takesBarePlural(reader, i, preposition));
  // `Fighting between A and B`, `Shelling near the front`
  if (last === undefined && lexicon.nouns.holds(token) && NOUN_LINK.test(next?.lower ?? '')) return false;
  if (last === undefined) return (bits & (GERUND | PARTICIPLE)) !== 0 && opensPhrase(reader, i + 1);
  if (previous !== undefined && grammar.pronouns.holds(previous)) return (bits & (PAST | THIRD | BASE)) !== 0;
  switch (last.kind) {
    case 'relative':
    case 'clause':
      return (bits & (PAST | THIRD | BASE)) !== 0 || (last.kind === 'clause' && !gerundIsNoun(reader, i));
    case 'comma':
    case 'and':
    case 'close':
      if ((bits & GERUND) !== 0) return !gerundIsNoun(reader, i) || !lexicon.nouns.holds(token);
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

export function verbAfterNoun(reader: Reader, i: number, bits: number, noun: Chunk): boolean {
  const { tokens, headline, lexicon, sentence } = reader;
  const token = tokens[i];
  const before = tokens[noun.last - 1];
  if (token === undefined || before === undefined || isPossessive(before)) return false;
  if ((bits & (PAST | PARTICIPLE)) !== 0 && (bits & BASE) === 0) return true;
  if ((bits & GERUND) !== 0) return !gerundIsNoun(reader, i);
  const ambiguous = isNounToo(reader, i);
  if ((bits & THIRD) !== 0) return !ambiguous || opensObject(reader, i + 1) || (headline && headlineVerb(reader, i));
  if ((bits & PAST) !== 0) return !ambiguous || opensObject(reader, i + 1) || isPhrasal(reader, i, noun);
  if (!isPlural(reader, noun)) return false;
  const next = i + 1 < sentence.last ? tokens[i + 1] : undefined;
  return !ambiguous || opensObject(reader, i + 1) || (next !== undefined && opensVerbPhrase(lexicon, token, next));
}

/** `X cut short a visit`, `X set up camps`: a past tense that is a noun too, behind a name and before what belongs to it. */
function isPhrasal({ tokens, marks }: Reader, i: number, noun: Chunk): boolean {
  return (marks.name[noun.last - 1] ?? -1) >= 0 && /^(?:short|off|up|down|out|back)$/.test(tokens[i + 1]?.lower ?? '');
}

/** `rebels`, `Ruritanians`, `police`, `A and B`: whether a verb in the base form may have the noun phrase as its subject. */
function isPlural({ tokens, marks, grammar, headline }: Reader, { first, last }: Chunk): boolean {
  const head = tokens[last - 1];
  if (head === undefined) return false;
  const named = (marks.name[last - 1] ?? -1) >= 0;
  if (head.lower.endsWith('s') && !head.lower.endsWith('ss') && (head.case === 'none' || headline || !named))
    return true;
  if (/^(?:police|people|men|women)$/.test(head.lower)) return true;
  const joint = tokens[first - 1];
  // `Peru and Chile reject`; `Peru, Chile trade blame` in a headline
  return grammar.coordinators.holds(joint) || (headline && named && joint?.text === ',');
}

/** Prepositions before what somebody does: `accused of`, `for`, `by`. */
const DOING = /^(?:of|for|by|from|after|before|without)$/;

/** `for encouraging farmers`, but not `of ruling parties`: a form in -ing with a plural behind it as its object. */
function takesBarePlural({ tokens, lexicon, grammar, sentence }: Reader, i: number, preposition: string): boolean {
  if (!DOING.test(preposition) || !lexicon.verbs.has(tokens[i]?.lower ?? '')) return false;
  if (lexicon.nouns.holds(tokens[i]) || grammar.premodifiers.holds(tokens[i])) return false;
  const next = i + 1 < sentence.last ? tokens[i + 1] : undefined;
  return next?.kind === 'word' && next.case === 'none' && next.lower.endsWith('s') && !isAuxiliary(next, grammar);
}

const OPENING_QUANTITY =
  /^(?:at|more|fewer|over|up|hundreds|thousands|dozens|scores|two|three|four|five|six|seven|eight|nine|ten|half|millions)$/;

/** `Quake hits eastern Peru`, not `Border talks on gas`: what follows in a headline is no preposition, and is there. */
function headlineVerb({ tokens, grammar, lexicon, sentence }: Reader, i: number): boolean {
  const next = i + 1 < sentence.last ? tokens[i + 1] : undefined;
  if (next === undefined || opensVerbPhrase(lexicon, next, tokens[i + 2])) return false;
  // `Ferry sinks off Peru`: a verb of the lexicon, but no noun of it.
  if (!lexicon.nouns.holds(tokens[i]) && opensVerb(lexicon, tokens[i])) return true;
  return next.kind !== 'punctuation' && !grammar.prepositions.holds(next) && !grammar.coordinators.holds(next);
}

/** `guards trade fire`: whether two words begin a verb of the lexicon. */
function opensVerbPhrase(lexicon: EventLexicon, first: Token, second: Token | undefined): boolean {
  const word = second?.lower;
  return lexicon.triggers.of(first)?.some(({ form, words }) => form === 'verb' && words[1] === word) ?? false;
}

/** Whether a word is a verb of the lexicon by itself. */
function opensVerb(lexicon: EventLexicon, token: Token | undefined): boolean {
  return lexicon.triggers.of(token)?.some(({ form, words }) => form === 'verb' && words.length === 1) ?? false;
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
  if (lexicon.nouns.holds(reader.tokens[i])) return true;
  if (next.lower === 'of' || grammar.coordinators.holds(next) || isAuxiliary(next, grammar)) return true;
  if (grammar.prepositions.holds(next) || grammar.adverbs.holds(next) || grammar.subordinators.holds(next))
    return false;
  return next.lower.endsWith('ed') || (verbBits(next, grammar, lexicon) & (PAST | THIRD)) !== 0;
}

/** A determiner, name, pronoun, number: the start of an object. */
export function opensObject({ tokens, marks, grammar, sentence }: Reader, at: number): boolean {
  let i = at;
  while (i < sentence.last && (QUOTES.has(tokens[i]?.text ?? '') || grammar.adverbs.holds(tokens[i]))) i++;
  const token = i < sentence.last ? tokens[i] : undefined;
  if (token === undefined) return false;
  if ((marks.name[i] ?? -1) >= 0 || token.kind === 'number') return (marks.date[i] ?? -1) < 0;
  if ((marks.date[i] ?? -1) >= 0) return false;
  if (token.case !== 'none' && token.kind === 'word') return true;
  return grammar.determiners.holds(token) || grammar.pronouns.holds(token) || OPENING_QUANTITY.test(token.lower);
}

/** As `opensObject`, or a preposition, conjunction or adverb. */
function opensPhrase(reader: Reader, i: number): boolean {
  if (opensObject(reader, i)) return true;
  const token = i < reader.sentence.last ? reader.tokens[i] : undefined;
  if (token === undefined || token.kind !== 'word') return false;
  const { grammar } = reader;
  return (
    grammar.prepositions.holds(token) ||
    grammar.subordinators.holds(token) ||
    grammar.adverbs.holds(token) ||
    (reader.marks.date[i] ?? -1) >= 0 ||
    token.lower.endsWith('s')
  );
}

/** `, wounded soldiers`: a participle before its noun. */
function adjectival(next: Token | undefined, { tokens, grammar }: Reader, at: number): boolean {
  if (next === undefined || next.kind !== 'word' || next.case !== 'none') return false;
  if (grammar.determiners.holds(next) || grammar.prepositions.holds(next) || grammar.adverbs.holds(next)) return false;
  if (grammar.pronouns.holds(next) || grammar.subordinators.holds(next) || grammar.coordinators.holds(next))
    return false;
  const after = tokens[at + 1];
  // `imposed sanctions on`: a plural object; `wounded soldiers were`: its subject.
  return next.lower.endsWith('s') && after !== undefined && isAuxiliary(after, grammar);
}

const MODIFIER_ENDING = /(?:ian|ish|ese|ous|ful|ive|ary|ical|able|ible|less|ern|ic|al|ed|est)$/;

/** An adjective by its ending: no subject, so what follows is no verb. */
export function isModifier(token: Token): boolean {
  return token.case === 'none' && MODIFIER_ENDING.test(token.lower);
}
