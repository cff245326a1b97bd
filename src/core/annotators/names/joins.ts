/** What joins capitalised words into one name: hyphens, particles, prepositions, coordination, commas, possessives, nicknames. */
import { isJoiningHyphen } from '../roles/phrases';
import { COMMON, FAMILY, GIVEN } from '../../lexicon/vocabulary';
import { isEmptyWord } from './openers';
import type { Survey } from './survey';
import type { Token } from '../../annotations';
import { FormAnswers, WordSet } from '../../lexicon/word-table';
import { itemAt } from '../../items';

const NICKNAME_QUOTES = new Map([
  ['"', '"'],
  ['“', '”'],
  ["'", "'"],
  ['‘', '’'],
]);
const COMPLEMENT_PREPOSITIONS = new WordSet(['of', 'for', 'on', 'against', 'in']);
const APOSTROPHES = new Set(["'", '’', 'ʼ']);
/** Owners that belong to the name of a body: `Children's Hospital`. */
const OWNERS = new Set([
  'women',
  'men',
  'children',
  'people',
  'prosecutor',
  'doctors',
  'lawyers',
  'teachers',
  'journalists',
  'workers',
  'farmers',
  'writers',
  'students',
  'mothers',
  'veterans',
  'states',
  'boys',
  'girls',
  'peoples',
  'governors',
  'ministers',
  'employers',
  'bishops',
  'general',
]);

export function isCapitalised(survey: Survey, i: number): boolean {
  const token = survey.tokens[i];
  return token?.kind === 'word' && token.case !== 'none' && token.lower !== "'s";
}

/** From a particle at `i` over further particles to a capitalised word; its index, or -1. */
export function particlesEnd(survey: Survey, i: number, last: number): number {
  const { particles } = survey.tables.words;
  let k = i;
  for (let n = 0; n < 3 && k < last; n++) {
    if (!particles.holds(survey.tokens[k])) return -1;
    k++;
    if (isJoiningHyphen(survey.tokens, k)) k++;
    if (isCapitalised(survey, k) && k < last) return k;
  }
  return -1;
}

/** `d'Ávila`, `l'Hôpital` */
export function isElided(token: Token): boolean {
  return elided.of(token);
}

const elided = new FormAnswers(({ lower, text }) => /^[dl]'\p{L}/u.test(lower) && /\p{Lu}/u.test(text));

/** How far the run `first` to `end` goes on with its next element, or `end`. */
export function joinedEnd(survey: Survey, first: number, end: number, last: number): number {
  const { tokens } = survey;
  const token = tokens[end];
  if (token === undefined || end >= last) return end;
  if (isJoiningHyphen(tokens, end)) return hyphenEnd(survey, end, last);
  if (isCapitalised(survey, end)) return end + 1;
  if (token.kind === 'word') {
    if (isElided(token)) return end + 1;
    if (survey.tables.words.strongParticles.holds(token)) {
      const capital = particlesEnd(survey, end, last);
      if (capital > 0) return capital + 1;
    }
    // `Joana Aparecida do Vale`
    if (token.lower === 'do' && isCapitalised(survey, end + 1) && !isEmptyWord(survey.keys[end - 1] ?? ''))
      return end + 2;
    if (token.lower === 'the') return end;
    if (COMPLEMENT_PREPOSITIONS.holds(token)) return complementEnd(survey, first, end, last);
    if (token.lower === 'and') return coordinationEnd(survey, first, end, last);
    if (token.text === '’s' || token.lower === "'s") return possessiveEnd(survey, end, last);
    return end;
  }
  if (
    token.text === '&' &&
    isCapitalised(survey, end + 1) &&
    !(isGivenName(survey, first) && isGivenName(survey, end + 1) && !headFollows(survey, end + 2, last))
  )
    return end + 2;
  if (token.text === '.' && !token.spaced) return stopEnd(survey, end, last);
  if (APOSTROPHES.has(token.text) && !token.spaced) return possessiveEnd(survey, end, last);
  const closing = NICKNAME_QUOTES.get(token.text);
  if (closing !== undefined && token.spaced) return nicknameEnd(survey, end, last, closing);
  if (token.text === ',') return commaEnd(survey, first, end, last);
  return end;
}

const DOMAINS = new WordSet([
  'com',
  'org',
  'net',
  'ru',
  'info',
  'tv',
  'ua',
  'by',
  'de',
  'uk',
  'fm',
  'az',
  'ge',
  'kz',
  'hu',
  'pl',
  'mk',
  'am',
  'al',
  'rs',
  'ro',
]);

/** `Example.com` */
function stopEnd({ tokens }: Survey, stop: number, last: number): number {
  const next = tokens[stop + 1];
  if (stop + 1 >= last || next?.spaced !== false || next.case !== 'none' || !DOMAINS.holds(next)) return stop;
  // `Example.com.br`
  const country = tokens[stop + 3];
  const long = tokens[stop + 2]?.text === '.' && tokens[stop + 2]?.spaced === false && country?.spaced === false;
  return long && stop + 3 < last && /^\p{Ll}{2}$/u.test(country.text) ? stop + 4 : stop + 2;
}

/** `Prince-Smith`, `Chia-lung`, not `Nairobi-based`. */
function hyphenEnd(survey: Survey, hyphen: number, last: number): number {
  const { tokens, tables } = survey;
  const next = tokens[hyphen + 1];
  if (next === undefined || hyphen + 1 >= last) return hyphen;
  if (isCapitalised(survey, hyphen + 1)) {
    const prefix = tables.words.hyphenBeginnings.has(survey.keys[hyphen - 1] ?? '');
    return prefix && !isPrefixOfBody(survey, hyphen, last) ? hyphen : hyphen + 2;
  }
  if (next.kind === 'number') return hyphen;
  if (next.kind !== 'word' || tables.words.hyphenEndings.holds(next)) return hyphen;
  const key = survey.keys[hyphen + 1] ?? '';
  const particle = (tables.words.particles.holds(next) || LINKS.holds(next)) && isJoiningHyphen(tokens, hyphen + 2);
  if (particle && isCapitalised(survey, hyphen + 3)) return hyphen + 4;
  const before = tokens[hyphen - 1];
  if (before === undefined || before.case === 'all') return hyphen;
  if (isJoiningHyphen(tokens, hyphen + 2)) return hyphen;
  const syllable =
    next.end - next.start <= 6 && (tables.vocabulary.of(key) & COMMON) === 0 && !tables.vocabulary.isWord(key);
  // `Moon Jae-in`, `Kim Jong-un`: an English word may be a syllable behind a family name.
  const korean =
    next.end - next.start <= 4 &&
    isCapitalised(survey, hyphen - 2) &&
    before.end - before.start <= 5 &&
    (!tables.vocabulary.isWord(survey.keys[hyphen - 1] ?? '') ||
      (tables.vocabulary.of(survey.keys[hyphen - 2] ?? '') & FAMILY) !== 0);
  return syllable || korean ? hyphen + 2 : hyphen;
}

/** Between hyphens: `Movement-in-Opposition`, `Burton-upon-Trent`. */
const LINKS = new WordSet(['in', 'on', 'upon', 'by', 'under', 'sur', 'sous', 'aux', 'en', 'the']);

/** `Anti-Doping Agency`: a prefix that is capitalised inside a name of ordinary words which has the head of a body. */
function isPrefixOfBody(survey: Survey, hyphen: number, last: number): boolean {
  const { vocabulary, words } = survey.tables;
  const prefix = survey.tokens[hyphen - 1];
  if (prefix?.case !== 'initial' || prefix.lower === 'non') return false;
  for (let k = hyphen + 1; k < Math.min(last, hyphen + 5) && isCapitalised(survey, k); k++) {
    const key = survey.keys[k] ?? '';
    if (k > hyphen + 1 && words.organizationHeads.has(key)) return true;
    if (!vocabulary.isWord(key) && !survey.tables.places.demonyms.has(key)) return false;
  }
  return false;
}

/** `Ministry of Foreign Affairs`: behind a word that opens the name of a body. */
function complementEnd(survey: Survey, first: number, preposition: number, last: number): number {
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
      : !survey.tables.places.longest.has(survey.keys[i + 2] ?? ''))
  );
}

/** `told Parliament on Brexit`: no complement. */
const ONLY_WITH_OF = new Set(['parliament', 'congress', 'senate', 'house', 'court', 'army']);

/** `Food and Drug Administration`, `Disease Control and Prevention`, `Jammu and Kashmir`. */
function coordinationEnd(survey: Survey, first: number, and: number, last: number): number {
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
  // `Community of Alpine and Adriatic States`
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
const FIELDS = new WordSet(
  'energy oil petroleum gas steel mining electric technology technologies media insurance shipping intelligence sciences resources relief rescue securities communications aerospace aviation defence defense exchange logistics lines rehabilitation conservation'.split(
    ' ',
  ),
);

const BEHIND_COMMA = new Set(['jr', 'jr.', 'sr', 'sr.', 'inc', 'inc.', 'ltd', 'ltd.', 'llc', 'llp', 'plc']);
const LONGEST_LIST = 10;

/**
 * Behind a comma: `Banks, Jr.`, `Mills, Inc.`, and the rest of a list inside the name of a body: `Ministry of Trade, Industry and
 * Energy`, `Scientific, Legal and Cultural Agency`. A list ends at `and`; all of it is ordinary words.
 */
function commaEnd(survey: Survey, first: number, comma: number, last: number): number {
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

function isHeadOfBody({ keys, tables }: Survey, i: number): boolean {
  return tables.words.organizationHeads.has(keys[i] ?? '') && tables.vocabulary.isWord(keys[i] ?? '');
}

/** What belongs to a holder of an office and is a body. */
export const OF_OFFICES = new WordSet([
  'office',
  'department',
  'chamber',
  'bureau',
  'secretariat',
  'service',
  'council',
  'commission',
]);

/** `Doctors' Network`, `Children's Hospital`. */
function possessiveEnd(survey: Survey, mark: number, last: number): number {
  const owner = survey.keys[mark - 1] ?? '';
  const saint = /^(?:st|saint)\.?$/u.test(survey.keys[mark - 2] ?? '');
  // `Akinyi' Otuoma`: part of the word.
  const part =
    survey.tokens[mark]?.kind === 'punctuation' && !owner.endsWith('s') && !survey.tables.vocabulary.isWord(owner);
  if (part && mark + 1 < last && isCapitalised(survey, mark + 1) && survey.tokens[mark + 1]?.spaced) return mark + 2;
  // `Prosecutor General's Office`
  const office =
    itemAt(survey.offices, survey.officeAt[mark - 1])?.last === mark && survey.tokens[mark - 1]?.case !== 'none';
  const owned = office && OF_OFFICES.holds(survey.tokens[mark + 1]);
  // `Rugby Players' Union`
  const plural = survey.tokens[mark]?.kind === 'punctuation' && owner.endsWith('s') && isHeadOfBody(survey, mark + 1);
  if ((!OWNERS.has(owner) && !saint && !owned && !plural) || !isCapitalised(survey, mark + 1) || mark + 1 >= last)
    return mark;
  return mark + 2;
}

/** `Jose "Joey" Santos`. */
function nicknameEnd(survey: Survey, quote: number, last: number, closing: string): number {
  const { tokens, keys, tables } = survey;
  for (let k = quote + 1; k <= quote + 3 && k < last; k++) {
    if (tokens[k]?.text === closing) {
      const person =
        (tables.vocabulary.of(keys[quote - 1] ?? '') & GIVEN) !== 0 || !tables.vocabulary.isWord(keys[quote - 1] ?? '');
      return k > quote + 1 && person && isCapitalised(survey, k + 1) && tokens[k + 1]?.spaced ? k + 2 : quote;
    }
    if (!isCapitalised(survey, k) && survey.tokens[k]?.lower !== 'the') return quote;
  }
  return quote;
}

/** `Bill & Melinda Gates Foundation` */
function headFollows(survey: Survey, from: number, last: number): boolean {
  for (let k = from; k < Math.min(last, from + 3) && isCapitalised(survey, k); k++)
    if (survey.tables.words.organizationHeads.has(survey.keys[k] ?? '')) return true;
  return false;
}

function isGivenName(survey: Survey, i: number): boolean {
  return (survey.tables.vocabulary.of(survey.keys[i] ?? '') & GIVEN) !== 0;
}
