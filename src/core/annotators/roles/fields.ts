/** What an office is for, in words that no table lists: `of women and family affairs`, `for finance`, `of global news`. */
import { WordClass } from '../../lexicon/grammar';
import { nameWords } from '../../lexicon/name-words';
import { speechTable } from '../../lexicon/speech';
import { isJoiningHyphen } from './heads';
import type { RoleReading } from './reading';
import type { OfficePhrase } from './phrases';
import { roleWords } from './role-words';

const { joining: JOINING, closing: CLOSING } = roleWords;

/** Words between an office and the name of its holder, or the end of its apposition. */
export interface Field {
  /** Behind the last word. */
  readonly last: number;
  /** The words, without an article in front, or null where they name a body (`of the parliament`) or whom the office serves. */
  readonly words: readonly string[] | null;
  /** Whether the name of a person follows at once. */
  readonly named: boolean;
}

const MOST_WORDS = 8;
const BARRED = WordClass.be | WordClass.have | WordClass.modal | WordClass.relative | WordClass.subjectPronoun;

/** Reads the words behind an office up to a name, a comma or the next office; null where they are none of its own. */
export function fieldOf(read: RoleReading, phrase: OfficePhrase, next: OfficePhrase | undefined): Field | null {
  const { tokens, nameAt } = read;
  const preposition = tokens[phrase.last];
  // `secretary of health and human services X`: the table knows the first word alone.
  const goes = preposition?.lower === 'and' && phrase.last > phrase.headLast && next?.first !== phrase.last + 1;
  if (!goes && preposition?.lower !== 'of' && preposition?.lower !== 'for') return null;
  const end = fieldEnd(read, phrase, next);
  const behind = tokens[end];
  if (end < phrase.last + 2 || behind === undefined) return null;
  const index = nameAt[end] ?? -1;
  const named = index >= 0 && read.names[index]?.kind === 'person';
  const closed = behind.kind === 'punctuation' || behind.lower === 'and' || CLOSING.holds(behind);
  if (!named && (!closed || goes)) return null;
  return { last: end, words: titleWords(read, phrase, end, named || behind.lower === 'and'), named };
}

/** The token at which the words end. */
function fieldEnd(read: RoleReading, phrase: OfficePhrase, next: OfficePhrase | undefined): number {
  const { tokens, nameAt } = read;
  let k = phrase.last + 1;
  for (; k < phrase.last + 1 + MOST_WORDS; k++) {
    const token = tokens[k];
    if (token === undefined || token.sentence !== tokens[phrase.last]?.sentence || (nameAt[k] ?? -1) >= 0) return k;
    if (isJoiningHyphen(tokens, k)) continue;
    if (token.kind !== 'word' || (k > phrase.last + 1 && CLOSING.holds(token))) return k;
    if (token.lower === 'and' && next?.first === k + 1) return k;
    if (JOINING.holds(token) || token.lower === "'s") continue;
    if (token.case !== 'none' && !phrase.capitalised) return k;
    if ((token.form.classes & BARRED) !== 0 || speechTable().verbs.holds(token)) return k;
  }
  return k;
}

/** The words that go with the title. Behind a name's office any will do; in an apposition those of an office that has a field. */
function titleWords(read: RoleReading, phrase: OfficePhrase, end: number, before: boolean): string[] | null {
  const { tokens, offices } = read;
  const from = phrase.last + 1;
  if (!offices.fielded.has(phrase.office.title)) return null;
  // `the principal secretary for water, X`: said of the office, no part of it.
  if (!before && (tokens[from]?.lower === 'the' || tokens[phrase.last]?.lower === 'for')) return null;
  const words: string[] = [];
  for (let k = from; k < end; k++) {
    const word = tokens[k]?.lower ?? '';
    if (word === "'s" || isBody(word)) return null;
    if (!isJoiningHyphen(tokens, k) && !(word === 'the' && words.length === 0)) words.push(word);
  }
  return words.length === 0 || words.length > MOST_WORDS - 2 ? null : words;
}

function isBody(word: string): boolean {
  return nameWords().classNounsOfBodies.has(word) || word === 'parliament' || word === 'country';
}
