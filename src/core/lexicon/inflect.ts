/** English inflection by rule, for the lexicon's tables. */

const VOWELS = new Set(['a', 'e', 'i', 'o', 'u']);
const SIBILANTS = ['s', 'x', 'z', 'ch', 'sh'];
/** Consonants that are doubled behind the one vowel of a word. */
const DOUBLED = new Set(['b', 'd', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 't']);

/** The forms of an English verb. `past` holds past tense and participle, which are one for most verbs. */
export interface VerbForms {
  readonly base: string;
  readonly third: string;
  readonly past: readonly string[];
  readonly gerund: string;
}

/**
 * Inflects a verb.
 * @param lemma lower-case; of several words the first is inflected: `take hostage` → `took hostage`
 * @param irregular where the rules fail: third person, past forms, and the gerund last
 */
export function verbForms(lemma: string, irregular?: readonly string[]): VerbForms {
  const space = lemma.indexOf(' ');
  const head = space < 0 ? lemma : lemma.slice(0, space);
  const rest = space < 0 ? '' : lemma.slice(space);
  const join = (form: string): string => form + rest;
  if (irregular !== undefined) {
    return {
      base: lemma,
      third: join(irregular[0] ?? ''),
      past: irregular.slice(1, -1).map(join),
      gerund: join(irregular.at(-1) ?? ''),
    };
  }
  const doubled = doublesLast(head) ? head + (head.at(-1) ?? '') : head;
  const mute = head.endsWith('e');
  const softY = head.endsWith('y') && !VOWELS.has(head.at(-2) ?? '');
  const past = mute ? `${head}d` : softY ? `${head.slice(0, -1)}ied` : `${doubled}ed`;
  const gerund = mute && !head.endsWith('ee') ? `${head.slice(0, -1)}ing` : `${doubled}ing`;
  return { base: lemma, third: join(thirdPerson(head)), past: [join(past)], gerund: join(gerund) };
}

/** All forms, the base first. */
export function allForms(forms: VerbForms): string[] {
  return [forms.base, forms.third, ...forms.past, forms.gerund];
}

/** The plural of a regular noun; of several words the last is inflected. */
export function plural(noun: string): string {
  if (/(?:^|[^a-z])(?:wo)?man$/.test(noun) || /[a-z](?:wo)?man$/.test(noun)) return `${noun.slice(0, -2)}en`;
  return thirdPerson(noun);
}

function thirdPerson(word: string): string {
  if (SIBILANTS.some((ending) => word.endsWith(ending))) return `${word}es`;
  if (word.endsWith('y') && !VOWELS.has(word.at(-2) ?? '')) return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}

/** One syllable, consonant, vowel, consonant: `slam` → `slammed`. */
function doublesLast(word: string): boolean {
  const vowel = word.at(-2) ?? '';
  if (!VOWELS.has(vowel) || !DOUBLED.has(word.at(-1) ?? '')) return false;
  for (let i = 0; i < word.length - 2; i++) if (VOWELS.has(word.charAt(i))) return false;
  return true;
}
