/** Verb groups: auxiliaries, adverbs, main verb and particle, with voice and form. */
import type { Token } from '../../annotations';
import type { Grammar } from './grammar';
import { BASE, GERUND, PARTICIPLE, PAST } from './inflections';
import { opensObject } from './verb-or-noun';
import { type Chunk, type Reader, isAdverbHere, isAuxiliary, simple, verbBits } from './word-classes';
import { WordSet } from '../../lexicon/word-table';

export function verbGroup(reader: Reader, first: number, chunks: readonly Chunk[], preposition: string | null): Chunk {
  const { tokens, grammar, lexicon, sentence, marks } = reader;
  let i = first;
  let main = first;
  let be = false;
  let have = false;
  let modal = false;
  let infinitive = preposition === 'to' && !/ing$/.test(tokens[first]?.lower ?? '');
  while (i < sentence.last) {
    const token = tokens[i];
    if (token === undefined || (marks.name[i] ?? -1) >= 0) break;
    const { lower } = token;
    if (isAuxiliary(token, grammar)) {
      be = grammar.be.holds(token);
      have ||= grammar.have.holds(token);
      modal ||= grammar.modals.holds(token) || grammar.do.holds(token);
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
    else if (lower === 'not' || lower === 'never' || (lower === 'since' && have && main === i - 1)) i++;
    else {
      const bits = verbBits(token, grammar, lexicon);
      const auxiliary = main !== first || isAuxiliary(tokens[first], grammar) || tokens[first]?.lower === 'not';
      if (i === first || (auxiliary && fits(bits, be, have, modal))) main = i++;
      break;
    }
  }
  let last = Math.max(i, main + 1);
  if (isParticle(tokens[last], tokens[main]) && last < sentence.last) last++;
  const bits = verbBits(tokens[main], grammar, lexicon);
  const auxiliary = first !== main || isAuxiliary(tokens[first], grammar);
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
  return verbBits(tokens[i], grammar, lexicon);
}

/** End of a date that breaks a verb group in two (`has in recent days spoken`), else `i`. */
function dateEnd({ tokens, marks, grammar, sentence }: Reader, i: number): number {
  let k = grammar.prepositions.holds(tokens[i]) ? i + 1 : i;
  const date = marks.date[k] ?? -1;
  if (date < 0) return i;
  while (k < sentence.last && marks.date[k] === date) k++;
  return k;
}

const PARTICLES = new WordSet(['out', 'up', 'down', 'back', 'away', 'off']);

/** `carried out`, `handed over`: the word after it belongs to the verb. */
function isParticle(token: Token | undefined, verb: Token | undefined): boolean {
  if (token === undefined) return false;
  return PARTICLES.holds(token) || (token.lower === 'over' && /^(?:hand|took|tak|turn)/.test(verb?.lower ?? ''));
}

function isBase(token: Token | undefined, { grammar, lexicon }: Reader): boolean {
  return token !== undefined && (isAuxiliary(token, grammar) || (verbBits(token, grammar, lexicon) & BASE) !== 0);
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
  if (next?.lower === 'by' || reader.tokens[main - 1]?.lower === 'those') return 'passive';
  if ((bits & PAST) === 0) return chunks.length === 0 || chunks.at(-1)?.kind !== 'and' ? 'passive' : 'active';
  // `freed three soldiers detained on Monday`: a participle after an object, without an object of its own.
  const before = chunks.at(-1);
  const earlier = chunks.at(-2);
  const opener = clauseOpener(chunks, reader.grammar);
  if (isAside(reader, last, chunks)) return 'passive';
  const second = before?.kind === 'noun' && !opener && (earlier?.kind === 'verb' || before.preposition !== null);
  return second && !reader.headline && !opensObject(reader, last) && hasFiniteVerb(chunks) && main > 0
    ? 'passive'
    : 'active';
}

/** `A B, arrested in May, was freed`: a participle behind the comma that closes a clause's first noun phrase, without an object. */
function isAside(reader: Reader, last: number, chunks: readonly Chunk[]): boolean {
  if (reader.headline || chunks.at(-1)?.kind !== 'comma' || chunks.length !== 2) return false;
  const { tokens, grammar, marks } = reader;
  const opens = grammar.prepositions.holds(tokens[last]) || (marks.date[last] ?? -1) >= 0;
  return opens && chunks[0]?.kind === 'noun' && chunks[0].preposition === null;
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
