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
 * The sounds of a word by the rules in `transliteration.yaml`: `mohammed` → `muhamed`, `hossein` → `husin`. Vowels keep four
 * classes: a, e, i/y, o/u. Time is linear in the word's length.
 */
function sounds(word: string): string {
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

const VOWELS = new Set('aeiu');

/**
 * A key that all spellings of a name share: the consonants of its sounds, an initial vowel kept. Names of one key are candidates
 * for `similarSpelling`, no more.
 * @param word folded: lower-case Latin letters without diacritics
 */
export function skeleton(word: string): string {
  const sound = sounds(word);
  let key = sound.slice(0, 1);
  if (VOWELS.has(key)) key = 'a';
  for (let i = 1; i < sound.length; i++) if (!VOWELS.has(sound[i] ?? '')) key += sound[i] ?? '';
  return key.length > 1 ? key : sound;
}

/**
 * Whether two folded words of names are spellings of one: the same consonants, and between them vowels of the same class. `e`
 * goes with a and i (`Khaled`, `Khalid`) and may be left out inside a word (`Aleksandr`, `Alexander`); no other vowel may, which
 * tells Hasan from Hussein, Bashir from Bashar and Daniel from Daniela.
 */
export function similarSpelling(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length < 3 || b.length < 3 || Math.abs(a.length - b.length) > 4) return false;
  const x = sounds(a);
  const y = sounds(b);
  if (x === y) return true;
  let i = 0;
  let j = 0;
  while (i < x.length || j < y.length) {
    const p = x[i] ?? '';
    const q = y[j] ?? '';
    if (p === q || looselyEqual(p, q)) {
      i++;
      j++;
    } else if (p === 'e' && i > 0 && i < x.length - 1 && !VOWELS.has(q)) i++;
    else if (q === 'e' && j > 0 && j < y.length - 1 && !VOWELS.has(p)) j++;
    else return false;
  }
  return true;
}

function looselyEqual(p: string, q: string): boolean {
  return (p === 'e' && (q === 'a' || q === 'i')) || (q === 'e' && (p === 'a' || p === 'i'));
}
