/** What single words can be: ordinary English words, given names with their gender, family names. */
import givenNames from '#given-names';
import words from '#words';
import extra from './given-names.yaml';
import { listOf, plainKey } from './lists';
import { nameWords } from './name-words';

/** Bits of `Vocabulary.of`. */
export const COMMON = 1;
export const WORD = 2;
export const FEMALE = 4;
export const MALE = 8;
export const FAMILY = 16;
export const GIVEN = FEMALE | MALE;

export interface Vocabulary {
  /** The bits of a word in lower case without diacritics, 0 where it is unknown. */
  of(key: string): number;
  /** Whether it is an ordinary English word in one of its forms. */
  isWord(key: string): boolean;
}

let built: Vocabulary | undefined;

/** Immutable; built when first used. */
export function vocabulary(): Vocabulary {
  return (built ??= buildVocabulary());
}

interface NamesYaml {
  readonly female: string;
  readonly male: string;
  readonly either: string;
  readonly family: string;
}

function buildVocabulary(): Vocabulary {
  const more = extra as NamesYaml;
  const bits = new Map<string, number>();
  const add = (list: readonly string[], bit: number): void => {
    for (const word of list) bits.set(word, (bits.get(word) ?? 0) | bit);
  };
  add(words.common.split('|'), COMMON | WORD);
  add(words.rest.split('|'), WORD);
  add(givenNames.female.split('|'), FEMALE);
  add(givenNames.male.split('|'), MALE);
  add(givenNames.either.split('|'), FEMALE | MALE);
  add(givenNames.family.split('|'), FAMILY);
  for (const [bit, list] of [
    [FEMALE, more.female],
    [MALE, more.male],
    [FEMALE | MALE, more.either],
    [FAMILY, more.family],
  ] as const)
    add(
      listOf(list).map((n) => plainKey(n.toLowerCase())),
      bit,
    );
  // `da`, `al` are parts of names, not given names.
  for (const particle of nameWords().strongParticles) bits.set(particle, (bits.get(particle) ?? 0) & ~GIVEN);
  const of = (key: string): number => bits.get(key) ?? 0;
  const isIn = (found: readonly string[]): boolean => found.some((stem) => (of(stem) & WORD) !== 0);
  return { of, isWord: (key) => isIn(stems(key)) || isIn(stems(american(key))) };
}

/** The dictionary spells as Americans do. */
function american(word: string): string {
  return word
    .replace('our', 'or')
    .replace(/is(?=e|ing|ation)/u, 'iz')
    .replace(/tre$/u, 'ter')
    .replace('ogue', 'og')
    .replace('ll', 'l');
}

/** The word and what is left without the endings of English inflection. */
function stems(word: string): string[] {
  const found = [word];
  if (word.length < 4) return found;
  if (word.endsWith('s')) found.push(word.slice(0, -1));
  if (word.endsWith('es') || word.endsWith('ed') || word.endsWith('er') || word.endsWith('ly'))
    found.push(word.slice(0, -2));
  if (word.endsWith('ed') || word.endsWith('er')) found.push(word.slice(0, -1));
  if (word.endsWith('ing')) found.push(word.slice(0, -3), `${word.slice(0, -3)}e`, word.slice(0, -4));
  if (word.endsWith('ies') || word.endsWith('ied')) found.push(`${word.slice(0, -3)}y`);
  if (word.endsWith("'s") || word.endsWith("'t")) found.push(word.slice(0, -2));
  return found;
}
