/** Spelling variants of one word of a name, from transliteration or carelessness. */
import transliteration from '../../lexicon/transliteration.yaml';

interface TransliterationYaml {
  readonly words: Readonly<Record<string, string>>;
  readonly letters: readonly (readonly [string, string])[];
}

interface Transliteration {
  readonly words: ReadonlyMap<string, string>;
  readonly letters: readonly {
    readonly from: string;
    readonly to: string;
    readonly at: 'start' | 'end' | 'anywhere';
  }[];
}

let built: Transliteration | undefined;

function transliterationTable(): Transliteration {
  if (built === undefined) {
    const yaml = transliteration as TransliterationYaml;
    built = {
      words: new Map(Object.entries(yaml.words)),
      letters: yaml.letters.map(([from, to]) =>
        from.startsWith('^')
          ? { from: from.slice(1), to, at: 'start' }
          : from.endsWith('$')
            ? { from: from.slice(0, -1), to, at: 'end' }
            : { from, to, at: 'anywhere' },
      ),
    };
  }
  return built;
}

/**
 * A key that spellings of one name share: `mohammed`, `muhamad` → `muhamad`; `hossein`, `hussain` → `husin`; `hassan` → `hasan`.
 * A transliteration skeleton after the rules in `transliteration.yaml`; it keeps vowels in three classes (a/e, i/y, o/u), which
 * tells Hasan from Hussein. Time is linear in the word's length.
 * @param word folded: lower-case Latin letters without diacritics
 */
export function skeleton(word: string): string {
  const { words, letters } = transliterationTable();
  let key = words.get(word) ?? word;
  for (const { from, to, at } of letters) {
    if (!key.includes(from)) continue;
    if (at === 'anywhere') key = key.replaceAll(from, to);
    else if (at === 'start') key = key.startsWith(from) ? to + key.slice(from.length) : key;
    else if (key.endsWith(from) && key.length > from.length + 1) key = key.slice(0, -from.length) + to;
  }
  let single = '';
  for (const c of key) if (!single.endsWith(c)) single += c;
  return single;
}

const VOWEL = /[aiu]/gu;

/**
 * Whether two folded words of names are spellings of one: the same skeleton, or, for long ones, skeletons with the same consonants
 * in which one vowel differs other than at the end (`Aleksandr`, `Alexander`; but not `Daniel`, `Daniela`).
 */
export function similarSpelling(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length < 3 || b.length < 3) return false;
  const x = skeleton(a);
  const y = skeleton(b);
  if (x === y) return Math.abs(a.length - b.length) <= 3;
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (short.length < 6 || long.length - short.length > 1 || short[0] !== long[0] || short.at(-1) !== long.at(-1))
    return false;
  return x.replace(VOWEL, '') === y.replace(VOWEL, '') && differences(short, long) === 1;
}

/** Edits between two strings whose lengths differ by at most one; 2 stands for more than one. */
function differences(short: string, long: string): number {
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  const rest = short.length === long.length ? i + 1 : i;
  return short.slice(rest) === long.slice(i + 1) ? 1 : 2;
}
