/** Resolves who a speaker is: a name, a pronoun that nothing else resolves, `the premier`, `the union's notice`. */
import type { Gender } from '../../annotations';
import { speechTable } from '../../lexicon/speech';
import { itemAt } from '../../items';
import { officeTable, personNouns } from '../coreference/words';
import type { Reading } from '../reading';
import { type Subject } from '../phrases-before';
import { clauseSubject } from '../subjects';
import { quotationWords } from './words';

export interface Attribution {
  /** Index into `entities`. */
  readonly speaker: number | null;
  readonly rule: string;
}

/** Where the attribution search stands in its paragraph. */
export interface Before {
  /** The attribution of the quotation before this one in the paragraph. */
  readonly previous: Attribution | null;
  /** The last quotation's of the paragraph before, where nothing but quotations and attributions stood in it. */
  readonly carried: Attribution | null;
}

/** How far back a quotation looks in its sentence, in tokens. */
export const FURTHEST = 300;

/** How many sentences back one who is not named is looked for. */
const NEAR = 4;

/** How many tokens of a noun phrase are read for the noun that heads it. */
const LONGEST_PHRASE = 9;

/** The attribution to the one that a subject names or stands for. */
export function resolved(r: Reading, subject: Subject, before: Before, rule: string): Attribution {
  const mention = itemAt(r.mentions, subject.mention);
  const gender = subject.pronoun ? genderOf(r, subject) : null;
  // `A soldier was angry. "…," he said`: nobody who is named, whoever else the pronoun could mean.
  if (gender !== null && isUnnamedBefore(r, subject)) return { speaker: null, rule };
  if (mention !== undefined && (gender === null || r.entities[mention.entity]?.kind === 'person'))
    return { speaker: mention.entity, rule };
  if (!subject.pronoun) {
    const author = authorOf(r, subject);
    return { speaker: author ?? describedPerson(r, subject), rule };
  }
  const carried = before.previous?.speaker ?? before.carried?.speaker ?? null;
  if (carried !== null && fits(r, carried, gender)) return { speaker: carried, rule };
  if (r.tokens[subject.first]?.lower === 'it') return { speaker: carried ?? subjectOfSentenceBefore(r, subject), rule };
  const near = gender === null ? null : nearestPerson(r, subject.first, gender);
  return { speaker: near ?? carried, rule };
}

/** Whose words they are: `the union's notice alleged`, `her statement read`. */
function authorOf(r: Reading, subject: Subject): number | null {
  const { nouns } = speechTable();
  let head = subject.last - 1;
  while (head > subject.first && !nouns.has(r.tokens[head]?.lower ?? '')) head--;
  for (let k = head - 1; k >= Math.max(subject.first, head - 4); k--) {
    const mention = itemAt(r.mentions, r.mentionAt[k]);
    if (mention === undefined) continue;
    const owned = r.tokens[k + 1]?.lower === "'s" || r.tokens[k + 1]?.lower === "'" || mention.form === 'pronoun';
    if (owned) return mention.entity;
  }
  return null;
}

/** `the lawmaker`, `the woman they call "…"`: the one whom the sentences before are about; null for a noun that names no single person. */
function describedPerson(r: Reading, subject: Subject): number | null {
  if (r.tokens[subject.first]?.lower !== 'the') return null;
  let head = subject.first + 1;
  const last = Math.min(subject.last, subject.first + LONGEST_PHRASE);
  while (head < last && !isEnd(r, head)) head++;
  const noun = r.tokens[head - 1]?.lower ?? '';
  const known = personNouns().get(noun);
  const { gendered, synonyms } = officeTable();
  const pointing = known?.epithet === true || synonyms.has(noun) || quotationWords().anaphors.has(noun);
  const opener = r.tokens[head]?.lower;
  // `the head of the hospital`, `the army spokesman` may be anybody.
  if (!pointing || opener === 'of' || opener === 'for' || head - subject.first > 3) return null;
  return nearestPerson(r, subject.first, known?.gender ?? gendered.get(noun) ?? null);
}

function isEnd(r: Reading, k: number): boolean {
  return r.tokens[k]?.kind === 'punctuation' || (r.classes[k] ?? 0) !== 0 || speechTable().verbs.holds(r.tokens[k]);
}

/** Whether the sentence before, in the same paragraph, is about somebody without a name: `A security source in Tillia put it higher.` */
function isUnnamedBefore(r: Reading, pronoun: Subject): boolean {
  const at = r.tokens[pronoun.first]?.sentence ?? 0;
  const sentence = r.sentences[at - 1];
  if (sentence === undefined || sentence.paragraph !== r.sentences[at]?.paragraph) return false;
  return opensUnnamed(r, sentence.first, Math.min(sentence.last, sentence.first + LONGEST_PHRASE));
}

/** `a doctor`, `one mother` at the opening of a sentence. */
function opensUnnamed(r: Reading, first: number, last: number): boolean {
  const word = r.tokens[first]?.lower;
  if (word !== 'a' && word !== 'an' && word !== 'one' && word !== 'another') return false;
  for (let k = first + 1; k < last; k++) {
    if (itemAt(r.mentions, r.mentionAt[k])?.kind === 'person') return false;
    if (r.tokens[k]?.kind !== 'word' || (r.classes[k] ?? 0) !== 0) return false;
    if (personNouns().has(r.tokens[k]?.lower ?? '') && isEnd(r, k + 1)) return r.tokens[k + 1]?.text !== ',';
    if (personNouns().get(r.tokens[k]?.lower ?? '')?.bystander === true) return r.tokens[k + 1]?.text !== ',';
  }
  return false;
}

function genderOf(r: Reading, pronoun: Subject): Gender | null {
  const word = r.tokens[pronoun.first]?.lower;
  return word === 'he' ? 'male' : word === 'she' ? 'female' : null;
}

function fits(r: Reading, entity: number, gender: Gender | null): boolean {
  const known = r.entities[entity];
  if (gender !== null && known?.kind !== 'person') return false;
  return known?.gender === undefined || known.gender === null || gender === null || known.gender === gender;
}

/** `The union released a statement. It read, "…"` */
function subjectOfSentenceBefore(r: Reading, pronoun: Subject): number | null {
  const sentence = r.sentences[(r.tokens[pronoun.first]?.sentence ?? 0) - 1];
  if (sentence === undefined || r.paragraphs[sentence.paragraph]?.kind !== 'text') return null;
  const subject = clauseSubject(r, sentence.first, Math.min(sentence.last, sentence.first + FURTHEST));
  return itemAt(r.mentions, subject?.mention)?.entity ?? null;
}

/** Whom the sentences before token `at` are about, else the only one whom they name, where the gender fits. */
function nearestPerson(r: Reading, token: number, gender: Gender | null): number | null {
  const at = r.tokens[token]?.sentence ?? 0;
  for (let index = at - 1; index >= Math.max(0, at - NEAR); index--) {
    const sentence = r.sentences[index];
    if (sentence === undefined || r.paragraphs[sentence.paragraph]?.kind !== 'text') return null;
    const last = Math.min(sentence.last, sentence.first + FURTHEST);
    const subject = clauseSubject(r, sentence.first, last);
    const mention = itemAt(r.mentions, subject?.mention);
    if (mention?.kind === 'person' && fits(r, mention.entity, gender)) return mention.entity;
    const only = onlyPerson(r, sentence.first, last, gender);
    if (only !== null) return only;
    if (opensUnnamed(r, sentence.first, last)) return null;
  }
  return null;
}

/** The one person of fitting gender whom a sentence names, or null for none and for several. */
function onlyPerson(r: Reading, first: number, last: number, gender: Gender | null): number | null {
  let found: number | null = null;
  for (let k = first; k < last; k++) {
    const mention = itemAt(r.mentions, r.mentionAt[k]);
    if (mention?.kind !== 'person' || mention.form !== 'name' || !fits(r, mention.entity, gender)) continue;
    if (found !== null && found !== mention.entity) return null;
    found = mention.entity;
  }
  return found;
}
