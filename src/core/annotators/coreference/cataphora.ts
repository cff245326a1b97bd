/** Pronouns that stand before whom they mean. */
import { officeTable } from '../../lexicon/offices';
import type { State } from './state';
import type { Pronoun } from './words';
import { indexAt } from '../../items';
import { descriptionWords } from './description-words';

const { fronting: OPENERS, asked: ASKED } = descriptionWords;

/** How far the pronoun may stand from the beginning of the sentence, and the comma and the name from there, in tokens. */
const BEFORE = 12;
const BEHIND = 22;
const TITLE = 12;

/**
 * The subject behind a phrase in front of it: `As part of her campaign, President X …`, `Offering his condolences, X …`. Undefined
 * where somebody is named before, where the phrase may as well go on from the sentence before (`After his arrest`), or where
 * something else is the subject.
 */
export function subjectAhead(state: State, token: number, pronoun: Pronoun): number | undefined {
  const { tokens, sentences } = state.read;
  if (state.scan.quoted[token] === 1) return undefined;
  const sentence = tokens[token]?.sentence ?? 0;
  const first = sentences[sentence]?.first ?? token;
  if (pronoun.case === 'subject' && !ASKED.holds(tokens[first])) return undefined;
  if (token - first > BEFORE || !opensPhrase(state, first)) return undefined;
  for (let i = first; i < token; i++)
    if (indexAt(state.personOf, state.nameAt[i]) >= 0 || state.scan.pronouns.has(i)) return undefined;
  let comma = token + 1;
  while (comma < token + BEHIND && tokens[comma]?.sentence === sentence && tokens[comma]?.text !== ',') {
    if (indexAt(state.personOf, state.nameAt[comma]) >= 0) return undefined;
    comma++;
  }
  return tokens[comma]?.text === ',' ? subjectAt(state, comma + 1, pronoun) : undefined;
}

/** A preposition of `OPENERS`, before the date or `a part` in between too, or a participle. */
function opensPhrase(state: State, first: number): boolean {
  const { tokens } = state.read;
  const opener = tokens[first];
  if (opener === undefined) return false;
  if (OPENERS.holds(opener) || ASKED.holds(opener)) return true;
  return opener.form.classes === 0 && opener.lower.length > 5 && /(?:ing|ed)$/u.test(opener.lower);
}

/** The person named at once, or behind a title: `the Turkish President X`. */
function subjectAt(state: State, from: number, pronoun: Pronoun): number | undefined {
  const { tokens } = state.read;
  const { honorifics, status } = officeTable();
  const sentence = tokens[from]?.sentence;
  for (let i = from; i < from + TITLE; i++) {
    const token = tokens[i];
    if (token === undefined || token.sentence !== sentence) return undefined;
    const index = state.nameAt[i] ?? -1;
    const entity = state.personOf[index] ?? -1;
    if (entity >= 0) {
      const name = state.names[index];
      const gender = state.people[entity]?.gender ?? null;
      if (name === undefined || (gender !== null && gender !== pronoun.gender)) return undefined;
      return state.phrases.role(from, name.last) === 'subject' ? entity : undefined;
    }
    const title = state.roleAt[i] === 1 || honorifics.holds(token) || status.holds(token) || token.lower === 'the';
    // `the forum's secretary general, X`
    const leads =
      state.roleAt[i] !== 1 && token.kind === 'word' && !state.phrases.isVerb(token) && token.form.classes === 0;
    const comma = token.text === ',' && state.roleAt[i - 1] === 1;
    if (!title && index < 0 && !leads && !comma && token.lower !== "'s") return undefined;
  }
  return undefined;
}
