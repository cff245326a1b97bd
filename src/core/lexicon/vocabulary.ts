/** What single words can be: ordinary English words, given names with their gender, family names. */
import table from '#word-bits';
import { Memo } from './memo';
import { PackedTable } from './packed';
import { FormAnswers, type Written } from './word-table';
import { CLASSES, WORD } from './word-bits';

export { COMMON, FAMILY, FEMALE, GIVEN, MALE, WORD } from './word-bits';

export interface Vocabulary {
  /** The bits (`word-bits.ts`) of a word in lower case without diacritics, 0 where it is unknown. */
  of(key: string): number;
  /** Whether it is an ordinary English word in one of its forms. */
  isWord(key: string): boolean;
  /** The same of the key of a token, without a look-up. */
  bitsOf(token: Written): number;
  isWordOf(token: Written): boolean;
}

let built: PackedTable<number> | undefined;

/** All bits of a word in lower case, 0 where it is unknown. The table is computed when Dossier is built, by `build/computed/words.ts`. */
export function wordBits(lower: string): number {
  return (built ??= new PackedTable(table.packed, table.values)).get(lower) ?? 0;
}

const OWN_BITS = (1 << CLASSES) - 1;

const bits = new Memo((key: string) => wordBits(key) & OWN_BITS);
const words = new Memo((key: string) => isIn(stems(key)) || isIn(stems(american(key))));
const formBits = new FormAnswers(({ key }) => bits.get(key, key));
const formWords = new FormAnswers(({ key }) => words.get(key, key));

const VOCABULARY: Vocabulary = {
  of: (key) => bits.get(key, key),
  isWord: (key) => words.get(key, key),
  bitsOf: (token) => formBits.of(token),
  isWordOf: (token) => formWords.of(token),
};

export function vocabulary(): Vocabulary {
  return VOCABULARY;
}

function isIn(found: readonly string[]): boolean {
  return found.some((stem) => (wordBits(stem) & WORD) !== 0);
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
