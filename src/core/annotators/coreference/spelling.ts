/** Spelling variants of one word of a name, from transliteration or carelessness. */
import transliteration from '../../lexicon/transliteration.yaml';

interface TransliterationYaml {
  readonly words: Readonly<Record<string, string>>;
  readonly letters: readonly (readonly [string, string])[];
}

interface Rule {
  readonly from: string;
  readonly to: string;
  readonly at: 'start' | 'end' | 'anywhere';
}

interface Transliteration {
  readonly words: ReadonlyMap<string, string>;
  /** By first letter, the longest first. */
  readonly rules: ReadonlyMap<string, readonly Rule[]>;
}

let built: Transliteration | undefined;

function transliterationTable(): Transliteration {
  return (built ??= buildTransliteration(transliteration as TransliterationYaml));
}

function buildTransliteration(yaml: TransliterationYaml): Transliteration {
  const rules = new Map<string, Rule[]>();
  for (const [pattern, to] of yaml.letters) {
    const at = pattern.startsWith('^') ? 'start' : pattern.endsWith('$') ? 'end' : 'anywhere';
    const from = pattern.replace(/[$^]/gu, '');
    const own = rules.get(from[0] ?? '') ?? [];
    rules.set(from[0] ?? '', own);
    own.push({ from, to, at });
  }
  for (const own of rules.values()) own.sort((a, b) => b.from.length - a.from.length);
  return { words: new Map(Object.entries(yaml.words)), rules };
}

/**
 * The sounds of a word by the rules in `transliteration.yaml`: `mohammed` → `muhamed`, `hossein` → `husin`. Vowels keep four
 * classes: a, e, i/y, o/u. Time is linear in the word's length.
 * @param name folded: lower-case Latin letters without diacritics
 */
export function sounds(name: string): string {
  const { words, rules } = transliterationTable();
  const word = words.get(name) ?? name;
  let key = '';
  for (let i = 0; i < word.length;) {
    const letter = word[i] ?? '';
    let to = letter;
    let length = 1;
    for (const rule of rules.get(letter) ?? []) {
      if (!fits(rule, word, i)) continue;
      to = rule.to;
      length = rule.from.length;
      break;
    }
    for (const c of to) if (!key.endsWith(c)) key += c;
    i += length;
  }
  return key;
}

function fits({ from, at }: Rule, word: string, i: number): boolean {
  if (from.length > 1 && !word.startsWith(from, i)) return false;
  return at === 'anywhere' || (at === 'start' ? i === 0 : i + from.length === word.length && i > 1);
}

const VOWELS = new Set('aeiu');

/**
 * A key that all spellings of a name share: the consonants of its sounds, an initial vowel kept. Names of one key are candidates
 * for `similarSounds`, no more.
 */
export function skeleton(sound: string): string {
  let key = sound.slice(0, 1);
  if (VOWELS.has(key)) key = 'a';
  for (let i = 1; i < sound.length; i++) if (!VOWELS.has(sound[i] ?? '')) key += sound[i] ?? '';
  return key.length > 1 ? key : sound;
}

/**
 * Whether two words of names, as sounds, are spellings of one: the same consonants, and between them vowels of the same class. `e`
 * goes with a and i (`Khaled`, `Khalid`) and may be left out inside a word (`Aleksandr`, `Alexander`); no other vowel may, which
 * tells Hasan from Hussein, Bashir from Bashar and Daniel from Daniela.
 */
export function similarSounds(x: string, y: string): boolean {
  if (x === y) return true;
  if (x.length < 3 || y.length < 3 || Math.abs(x.length - y.length) > 3) return false;
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
