/** Forms of the lexicon's words. */
import { verbForms } from '../../lexicon/inflect';
import { listOf } from '../../lexicon/lists';

/** Forms of a verb, as bits: several may be spelled alike (`hit`). */
export const BASE = 1;
export const THIRD = 2;
export const PAST = 4;
export const PARTICIPLE = 8;
export const GERUND = 16;

/** Verb → past tense, participle and, where the rules fail, gerund and third person, parted by commas; `/` parts forms of one kind. */
export type Irregular = Readonly<Record<string, string | undefined>>;

/** Each form of a verb (its first word inflected) with its bits. */
export function inflections(lemma: string, irregular: Irregular): Map<string, number> {
  const space = lemma.indexOf(' ');
  const head = space < 0 ? lemma : lemma.slice(0, space);
  const rest = space < 0 ? '' : lemma.slice(space);
  const regular = verbForms(head);
  const [past, participle, gerund, third] = listOf(irregular[head]).map((alike) => alike.split('/'));
  const forms = new Map<string, number>();
  const add = (form: string, bit: number): void => {
    forms.set(form + rest, (forms.get(form + rest) ?? 0) | bit);
  };
  add(head, BASE);
  for (const form of third ?? [regular.third]) add(form, THIRD);
  // `cancelled`, `travelling`: the British spelling beside the American one.
  const british = head.endsWith('l') && /[aeiou][^aeiou]+[aeiou]l$/.test(head);
  for (const form of past ?? regular.past) add(form, PAST);
  for (const form of participle ?? regular.past) add(form, PARTICIPLE);
  for (const form of gerund ?? [regular.gerund]) add(form, GERUND);
  if (british && past === undefined) add(`${head}led`, PAST | PARTICIPLE);
  if (british && gerund === undefined) add(`${head}ling`, GERUND);
  return forms;
}
