import type { Gender, NameMention, RolePhrase } from '../../annotations';
import { officeTable as titleTable } from '../../lexicon/offices';
import type { ReadText } from '../input';
import { headOfTitle } from './offices';
import { isUndergone } from './pronouns';
import type { State } from './state';
import { officeTable, personNouns } from './words';
import { descriptionWords } from './description-words';

const { ungendered: UNGENDERED } = descriptionWords;

/**
 * For each name its gender where an honorific, a given name or a title next to it tells it, and whether that is more than the
 * given name.
 */
export function gendersOfNames(
  read: ReadText,
  names: readonly NameMention[],
  roles: readonly RolePhrase[],
): { readonly genders: (Gender | null)[]; readonly certain: boolean[] } {
  const { gendered } = officeTable();
  const { honorifics } = titleTable();
  const told = names.map((n) => honorifics.get(read.tokens[n.first - 1]?.lower ?? '') ?? null);
  const certain = names.map((n, i) => n.known !== null || told[i] !== null);
  // `Lin Chia-lung`: the word in front is a family name. `Clinton` alone most often is one, too.
  const genders = names.map(
    (n, i) => told[i] ?? (certain[i] === true || (n.last - n.first > 1 && !familyFirst(read, n)) ? n.gender : null),
  );
  for (const [i, n] of names.entries())
    if (n.kind === 'person' && n.last - n.first > 1) genders[i] ??= familyGender(read.tokens[n.last - 1]?.lower ?? '');
  for (const role of roles) {
    const gender = gendered.get(role.title) ?? gendered.get(headOfTitle(role.title)) ?? null;
    if (gender === null) continue;
    for (const index of role.people) {
      genders[index] = gender;
      certain[index] = true;
    }
  }
  return { genders, certain };
}

/** The gender that a Slavic family name shows: `Petrova`, `Petrov`. */
function familyGender(word: string): Gender | null {
  if (word.length < 5 || UNGENDERED.has(word)) return null;
  if (/(?:ova|eva|ovna|skaya|ská|cká)$/u.test(word)) return 'female';
  return /(?:[^aeiou]ov|[^aeiou]ev|ovich|evich|skiy|skyi|ský)$/u.test(word) ? 'male' : null;
}

/** Two words, the second hyphened with a small letter behind the hyphen: a Chinese or Korean given name. */
function familyFirst(read: ReadText, name: NameMention): boolean {
  const { tokens } = read;
  return (
    name.last - name.first === 4 && tokens[name.first + 2]?.text === '-' && tokens[name.first + 3]?.case === 'none'
  );
}

/** A sentence that names more people teaches nothing. */
const MOST_NAMES = 8;
/** So many pronouns correct a given name. */
const CORRECTING = 2;

/**
 * Learns genders from pronouns that can mean one person only: the sole person named so far in the sentence, or, where the sentence
 * has named nobody, the sole one named in the last sentence of the paragraph that did, or, at the beginning of a sentence, in the
 * one before. Contradicting pronouns teach nothing; pronouns that agree correct what only a given name tells.
 */
export function learnGenders(state: State): void {
  const { tokens, sentences } = state.read;
  const { scan, names } = state;
  const votes = new Map<number, { female: number; male: number }>();
  const inSentence = new Map<number, number[]>();
  for (const [index, name] of names.entries()) {
    if (name.kind !== 'person') continue;
    const sentence = tokens[name.first]?.sentence ?? 0;
    const own = inSentence.get(sentence);
    if (own === undefined) inSentence.set(sentence, [index]);
    else own.push(index);
  }
  const crowded = new Set<number>();
  const people = personNouns();
  for (const noun of scan.nouns)
    if (people.get(tokens[noun]?.lower ?? '')?.bystander === true) crowded.add(tokens[noun]?.sentence ?? -1);
  for (const role of state.roles)
    if (role.people.length === 0 && !role.plural) crowded.add(tokens[role.first]?.sentence ?? -1);

  /** For each sentence the last one before it in its paragraph that names somebody; -1 for none, or where others are spoken of. */
  const named = new Int32Array(sentences.length).fill(-1);
  for (let i = 1; i < sentences.length; i++) {
    if (sentences[i]?.paragraph !== sentences[i - 1]?.paragraph || crowded.has(i - 1)) continue;
    named[i] = inSentence.has(i - 1) ? i - 1 : (named[i - 1] ?? -1);
  }

  for (const [token, pronoun] of scan.pronouns) {
    if (scan.quoted[token] === 1 || isUndergone(tokens, token)) continue;
    const sentence = tokens[token]?.sentence ?? 0;
    if (crowded.has(sentence)) continue;
    const before = (inSentence.get(sentence) ?? [])
      .slice(0, MOST_NAMES)
      .filter((i) => (names[i]?.last ?? Infinity) <= token);
    if (pronoun.case === 'object' && before.length > 0) continue;
    const opens = token - (sentences[sentence]?.first ?? 0) < 2;
    const last = opens && !crowded.has(sentence - 1) ? sentence - 1 : (named[sentence] ?? -1);
    const pool = before.length > 0 ? before : (inSentence.get(last) ?? []);
    const meant = new Set(pool.map((i) => state.personOf[i] ?? -1));
    const [entity] = meant;
    if (meant.size !== 1 || entity === undefined) continue;
    const count = votes.get(entity) ?? { female: 0, male: 0 };
    count[pronoun.gender]++;
    votes.set(entity, count);
  }
  for (const [entity, { female, male }] of votes) {
    const person = state.people[entity];
    if (person === undefined || person.certainGender || (female > 0 && male > 0)) continue;
    if (person.gender === null || female + male >= CORRECTING) person.gender = female > 0 ? 'female' : 'male';
  }
}
