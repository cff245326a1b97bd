/** What prepositions, `and` and commas join to a name: `Ministry of Trade, Industry and Energy`. */
import { evidenceSet, evidenceWords } from '../../lexicon/name-evidence';
import { WordSet } from '../../lexicon/word-table';
import { isCapitalised } from './capitals';
import type { Survey } from './survey';

export const COMPLEMENT_PREPOSITIONS = new WordSet(['of', 'for', 'on', 'against', 'in']);

/** `Ministry of Foreign Affairs`: behind a word that opens the name of a body. */
export function complementEnd(survey: Survey, first: number, preposition: number, last: number): number {
  const { tokens, keys, tables } = survey;
  let open = false;
  for (let k = preposition - 1; k >= first && k >= preposition - 9; k--) {
    if (tables.words.organizationOpeners.has(keys[k] ?? '') || opensWork(survey, k)) {
      open = k === preposition - 1 || tokens[preposition]?.lower !== 'in';
      break;
    }
    if (survey.officeAt[k] !== -1 && k === preposition - 1) break;
  }
  const opener = keys[preposition - 1] ?? '';
  if (ONLY_WITH_OF.has(opener) && tokens[preposition]?.lower !== 'of') return preposition;
  if (!open || (tokens[preposition]?.lower === 'in' && keys[preposition - 1] !== 'university')) return preposition;
  if (survey.officeAt[preposition] !== -1) return preposition;
  const next = tokens[preposition + 1]?.lower === 'the' ? preposition + 2 : preposition + 1;
  return next < last && isCapitalised(survey, next) ? next + 1 : preposition;
}

/** `Treaty of Lisbon`, `Conference on Disarmament`: at `i` begins the name of an act or event, which goes on behind a preposition. */
export function opensWork(survey: Survey, i: number): boolean {
  const { otherOpeners } = survey.tables.words;
  const token = survey.tokens[i];
  const next = survey.tokens[i + 1];
  return (
    token?.case === 'initial' &&
    otherOpeners.holds(token) &&
    COMPLEMENT_PREPOSITIONS.holds(next) &&
    (next?.lower === 'of'
      ? !survey.tables.words.organizationOpeners.has(survey.keys[i] ?? '')
      : !survey.tables.places.longest.has(survey.keys[survey.tokens[i + 2]?.lower === 'the' ? i + 3 : i + 2] ?? ''))
  );
}

/** `told Parliament on Brexit`: no complement. */
const ONLY_WITH_OF = new Set(['parliament', 'congress', 'senate', 'house', 'court', 'army']);

/** `Food and Drug Administration`, `Disease Control and Prevention`, `Jammu and Kashmir`. */
export function coordinationEnd(survey: Survey, first: number, and: number, last: number): number {
  const { keys, tables } = survey;
  if (!isCapitalised(survey, and + 1) || and + 1 >= last) return and;
  const left = keys[and - 1] ?? '';
  const right = keys[and + 1] ?? '';
  for (let k = Math.max(first, and - 3); k < and; k++) {
    let name = '';
    for (let w = k; w < Math.min(last, and + 4); w++) {
      name = name === '' ? (keys[w] ?? '') : `${name} ${keys[w] ?? ''}`;
      if (w > and && tables.places.places.has(name)) return w + 1;
    }
  }
  const ordinary = (key: string): boolean =>
    tables.vocabulary.isWord(key) && !tables.places.places.has(key) && !tables.places.demonyms.has(key);
  // `League of Alpine and Adriatic Towns`
  const { demonyms } = tables.places;
  if (demonyms.has(left) && demonyms.has(right) && isCapitalised(survey, and + 2) && bodyOpened(survey, first, and))
    return and + 2;
  if (!ordinary(left) || !ordinary(right) || tables.words.never.has(left) || tables.words.never.has(right)) return and;
  const opened = bodyOpened(survey, first, and);
  if (opened) return and + 2;
  const field = FIELDS.holds(survey.tokens[and - 1]) || FIELDS.holds(survey.tokens[and + 1]);
  if ((tables.words.organizationHeads.has(left) && !field) || survey.officeAt[and - 1] !== -1) return and;
  // Both are ordinary nouns: one name if the head of a body follows soon.
  for (let k = and + 1; k < Math.min(last, and + 5) && isCapitalised(survey, k); k++) {
    if (survey.officeAt[k] !== -1) return and;
    if (tables.words.organizationHeads.has(keys[k] ?? '') && k > and + 1) return and + 2;
  }
  return and;
}

/** Heads of bodies that are also their fields: `Mining and Metallurgical Company`. */
const FIELDS = evidenceWords('heads that are fields');

const BEHIND_COMMA = evidenceSet('endings behind a comma');
const LONGEST_LIST = 10;

/**
 * Behind a comma: `Banks, Jr.`, `Mills, Inc.`, and the rest of a list inside the name of a body: `Ministry of Trade, Industry and
 * Energy`, `Scientific, Legal and Cultural Agency`. A list ends at `and`; all of it is ordinary words.
 */
export function commaEnd(survey: Survey, first: number, comma: number, last: number): number {
  const { tokens, keys, tables } = survey;
  if (BEHIND_COMMA.has(tokens[comma + 1]?.lower ?? '') && tokens[comma + 1]?.case !== 'none') return comma + 2;
  if (!isListed(survey, comma - 1) || !isListed(survey, comma + 1)) return comma;
  const opened = bodyOpened(survey, first, comma);
  for (let k = comma + 1; k < Math.min(last, comma + LONGEST_LIST); k++) {
    const token = tokens[k];
    if (token?.text === ',') {
      if (tokens[k + 1]?.lower === 'and') k++;
      else if (!isListed(survey, k + 1)) return comma;
      continue;
    }
    if (token?.lower === 'and') continue;
    if (!isListed(survey, k)) return comma;
    const coordinated = tokens[k - 1]?.lower === 'and' || tokens[k - 2]?.lower === 'and';
    if (coordinated && (opened || tables.words.organizationHeads.has(keys[k] ?? ''))) return k + 1;
  }
  return comma;
}

/** A capitalised word that may stand in a list of fields: `Trade`, `Cultural`. */
function isListed(survey: Survey, i: number): boolean {
  const key = survey.keys[i] ?? '';
  const { vocabulary, places, words } = survey.tables;
  return (
    survey.tokens[i]?.case === 'initial' &&
    vocabulary.isWord(key) &&
    !places.places.has(key) &&
    !places.demonyms.has(key) &&
    !words.never.has(key)
  );
}

/** Whether `Ministry of …` stands in the run, so that `and Trade` still belongs to it. */
function bodyOpened(survey: Survey, first: number, end: number): boolean {
  for (let k = first; k + 1 < end; k++) {
    if (
      survey.tables.words.organizationOpeners.has(survey.keys[k] ?? '') &&
      COMPLEMENT_PREPOSITIONS.has(survey.keys[k + 1] ?? '')
    )
      return true;
  }
  return false;
}
