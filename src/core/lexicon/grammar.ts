/** Classes of function words, as bits, from `grammar.yaml`. */
import grammar from './grammar.yaml';

/** Bits of a word's classes. */
export const WordClass = {
  determiner: 1,
  possessive: 2,
  subjectPronoun: 4,
  relative: 8,
  preposition: 16,
  locative: 32,
  conjunction: 64,
  be: 128,
  have: 256,
  modal: 512,
  adverb: 1024,
} as const;

/** What may stand in a verb group before its main verb. */
export const AUXILIARY = WordClass.be | WordClass.have | WordClass.modal;

const NAMES: Readonly<Record<string, number>> = {
  determiner: WordClass.determiner,
  possessive: WordClass.possessive,
  subject_pronoun: WordClass.subjectPronoun,
  relative: WordClass.relative,
  preposition: WordClass.preposition,
  locative: WordClass.locative,
  conjunction: WordClass.conjunction,
  be: WordClass.be,
  have: WordClass.have,
  modal: WordClass.modal,
  adverb: WordClass.adverb,
};

let built: ReadonlyMap<string, number> | undefined;

/** Lower-case function word → its classes. Immutable; built when first used. */
export function functionWords(): ReadonlyMap<string, number> {
  return (built ??= buildClasses(grammar as Readonly<Record<string, readonly string[]>>));
}

function buildClasses(table: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, number> {
  const classes = new Map<string, number>();
  for (const [name, words] of Object.entries(table))
    for (const word of words) classes.set(word, (classes.get(word) ?? 0) | (NAMES[name] ?? 0));
  return classes;
}
