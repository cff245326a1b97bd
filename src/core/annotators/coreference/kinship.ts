/** Relatives who are introduced by a given name alone: `her husband Luis`, `Gallo's brother, Ali`. */
import type { Gender, NameMention, Token } from '../../annotations';
import { WordClass } from '../../lexicon/grammar';
import { descriptionWords } from './description-words';

const { kinswomen, kinsmen } = descriptionWords;

/** How many adjectives may stand between whose relative it is and the noun: `his late elder brother`. */
const MOST_ADJECTIVES = 2;

/** The gender of a relative's noun in front of a name, with its owner in front of that, or null. Looks at six tokens at most. */
export function relativeBefore(tokens: readonly Token[], name: NameMention): Gender | null {
  let k = name.first - 1;
  if (tokens[k]?.text === ',') k--;
  const gender = kinswomen.holds(tokens[k]) ? 'female' : kinsmen.holds(tokens[k]) ? 'male' : null;
  const sentence = tokens[name.first]?.sentence;
  if (gender === null || tokens[k]?.case !== 'none') return null;
  for (let steps = 0; steps <= MOST_ADJECTIVES; steps++) {
    const token = tokens[--k];
    if (token === undefined || token.sentence !== sentence) return null;
    const owned = token.lower === "'s" || token.lower === "'" || token.lower === 'whose';
    if (owned || (token.form.classes & WordClass.possessive) !== 0) return gender;
    if (token.kind !== 'word' || token.case !== 'none') return null;
  }
  return null;
}
