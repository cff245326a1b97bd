/** What joins capitalised words into one name: hyphens, particles, possessives, stops, nicknames; for the rest see `complements.ts`. */
import { evidenceSet, evidenceWords } from '../../lexicon/name-evidence';
import { isJoiningHyphen } from '../roles/phrases';
import { COMMON, FAMILY, GIVEN } from '../../lexicon/vocabulary';
import { brokenParticleEnd, isCapitalised, isElided, particlesEnd } from './capitals';
import { commaEnd, COMPLEMENT_PREPOSITIONS, complementEnd, coordinationEnd } from './complements';
import { BEHIND_NAMES } from './extents';
import { isEmptyWord } from './openers';
import type { Survey } from './survey';
import { itemAt } from '../../items';

const NICKNAME_QUOTES = new Map([
  ['"', '"'],
  ['“', '”'],
  ["'", "'"],
  ['‘', '’'],
]);
const APOSTROPHES = new Set(["'", '’', 'ʼ']);
/** Owners that belong to the name of a body: `Children's Hospital`. */
const OWNERS = evidenceSet('owners in names of bodies');

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
    // `Rosa Alves do Vale`
    if (token.lower === 'do' && isCapitalised(survey, end + 1) && !isEmptyWord(survey.keys[end - 1] ?? ''))
      return end + 2;
    if (token.lower === 'the') return end;
    if (COMPLEMENT_PREPOSITIONS.holds(token)) return complementEnd(survey, first, end, last);
    if (token.lower === 'and') return coordinationEnd(survey, first, end, last);
    if (token.text === '’s' || token.lower === "'s") return possessiveEnd(survey, end, last);
    if (BEFORE_NICKNAMES.holds(token)) {
      const nickname = NICKNAME_QUOTES.get(tokens[end + 1]?.text ?? '');
      const close = nickname === undefined ? end : nicknameEnd(survey, end + 1, last, nickname);
      if (close > end + 1) return close;
    }
    const broken = behindBroken(survey, end, last);
    return broken > end ? broken : foreignEnd(survey, first, end, last);
  }
  const broken = behindBroken(survey, end, last);
  if (broken > end) return broken;
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

/** Behind the capitalised word that a broken particle at `i` joins to what goes before it, else `i`. */
function behindBroken(survey: Survey, i: number, last: number): number {
  const end = brokenParticleEnd(survey, i);
  return end > i && end < last && isCapitalised(survey, end) && survey.tokens[end]?.spaced === true ? end + 1 : i;
}

const BEFORE_NICKNAMES = evidenceWords('words before nicknames');
const JOINING_NONE = evidenceWords('words that join no names');
/** Of two letters `na`, of four `uulu`: what is longer is a word of some language. */
const LONGEST_PARTICLE = 4;

/**
 * `Ondrej z Kamenice`: a short word of no English between a given name, or an unknown word, and another word that is none, is a
 * particle that no table holds.
 */
function foreignEnd(survey: Survey, first: number, end: number, last: number): number {
  const { tokens, keys, tables } = survey;
  const token = tokens[end];
  const next = tokens[end + 1];
  if (token === undefined || !token.spaced || end - first > 3) return end;
  if (BEHIND_NAMES.holds(token)) return end - first > 1 ? end + 1 : end;
  if (token.end - token.start > LONGEST_PARTICLE || end + 1 >= last || next?.case !== 'initial' || !next.spaced)
    return end;
  if (token.form.classes !== 0 || !/^\p{L}+$/u.test(token.text) || JOINING_NONE.holds(token)) return end;
  if (tables.vocabulary.isWordOf(token) || tables.vocabulary.isWordOf(next) || survey.dated[end + 1] === 1) return end;
  if (tables.places.demonyms.of(next) !== undefined) return end;
  const { case: written, text } = tokens[end - 1] ?? next;
  if (written !== 'initial' || text.endsWith('.')) return end;
  for (let k = first; k < end; k++) {
    const key = keys[k] ?? '';
    if (tables.words.organizationHeads.has(key) || tables.words.placeHeads.has(key)) return end;
  }
  const before = keys[end - 1] ?? '';
  if (isGivenName(survey, first) || isGivenName(survey, end - 1)) return end + 2;
  if (tables.places.places.holds(next) && !tables.words.particles.holds(token)) return end;
  return tables.vocabulary.isWord(before) || tables.places.places.has(before) ? end : end + 2;
}

const DOMAINS = evidenceWords('internet domains');

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

/** Between hyphens: `Front-in-Exile`, `Burton-upon-Trent`. */
const LINKS = evidenceWords('words between hyphens');

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

function isHeadOfBody({ keys, tables }: Survey, i: number): boolean {
  return tables.words.organizationHeads.has(keys[i] ?? '') && tables.vocabulary.isWord(keys[i] ?? '');
}

/** What belongs to a holder of an office and is a body. */
export const OF_OFFICES = evidenceWords('what is of offices');

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
