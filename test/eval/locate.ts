/** Where gold annotations lie in a text. All offsets are UTF-16 code units, `end` exclusive. */
import { overlaps, type Span, type TextSpan, textSpan } from '../../src/core/text';
import { type Gold, GoldError, type GoldEntity, type Kind } from './gold';

/**
 * The span between `[[` and `]]` of a context.
 * @throws GoldError where the context does not occur exactly once
 */
export function locate(text: string, context: string): TextSpan {
  const open = context.indexOf('[[');
  const close = context.indexOf(']]');
  const plain = context.replace('[[', '').replace(']]', '');
  const at = text.indexOf(plain);
  if (open < 0 || close < open || at < 0 || text.includes(plain, at + 1))
    throw new GoldError(`Marks nothing, or does not occur exactly once: ${context}`);
  return textSpan(text, { start: at + open, end: at + close - 2 });
}

/** One place where a gold name stands. */
export interface Occurrence extends Span {
  readonly id: string;
  readonly kind: Kind;
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

/** Every whole-word occurrence of every name, in text order; where names overlap, the longer one wins. */
export function occurrences(text: string, entities: readonly GoldEntity[]): readonly Occurrence[] {
  const names = entities.flatMap((entity) => entity.names.map((name) => ({ name, entity })));
  names.sort((a, b) => b.name.length - a.name.length);
  const found: Occurrence[] = [];
  for (const { name, entity } of names) {
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1)) {
      const occurrence = { start, end: start + name.length, id: entity.id, kind: entity.kind };
      const partOfWord = isWordCharacter(text[start - 1]) || isWordCharacter(text[occurrence.end]);
      if (!partOfWord && !found.some((f) => overlaps(f, occurrence))) found.push(occurrence);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** An end of sentence that is no abbreviation's stop, or a line break. */
const BOUNDARY =
  /(?<!\b(?:Oct|Dr|Mr|Mrs|U\.S|U\.N|Nov|Dec|Jan|Feb|Sept|Gen|Sen|St|Lt|Col))[.!?]["”’]?(?=\s+["“]?[\p{Lu}\d])|\n/gu;

/**
 * A plain sentence splitter, only used to ask whether two triggers stand in the same sentence. Every line ends a sentence.
 * @returns offsets at which sentences end, in order
 */
export function sentenceEnds(text: string): readonly number[] {
  const ends: number[] = [];
  let start = 0;
  for (const match of text.matchAll(BOUNDARY)) {
    if (match.index === start && match[0] !== '\n') continue;
    start = match.index + match[0].length;
    ends.push(start);
  }
  return ends;
}

/** The number of the sentence in which an offset lies. */
export function sentenceAt(ends: readonly number[], offset: number): number {
  let sentence = 0;
  while (sentence < ends.length && offset >= (ends[sentence] ?? Infinity)) sentence++;
  return sentence;
}

/** Every context of a gold file, so that all of them can be checked. */
export function contexts(gold: Gold): readonly string[] {
  return [
    ...gold.people.flatMap((p) => p.refs),
    ...[gold.dates, gold.figures, gold.quotes, gold.events].flatMap((items) => items.map((item) => item.at)),
  ];
}
