/** Titles, honorifics and offices at the head of a run, and what looks like them. */
import type { Gender } from '../../annotations';
import { itemAt } from '../../items';
import { evidenceSet, evidenceWords } from '../../lexicon/name-evidence';
import { GIVEN } from '../../lexicon/vocabulary';
import { WordSet } from '../../lexicon/word-table';
import { headsBody, isPluralOfBody } from './bodies';
import { OF_OFFICES } from './joins';
import type { Run } from './runs';
import type { Survey } from './survey';

/** What stood directly before a segment in its run. */
export interface Lead {
  /** Index of the office phrase before it, or -1. */
  readonly office: number;
  readonly honorific: boolean;
  readonly gender: Gender | null;
  readonly demonym: boolean;
  /** `The` inside a sentence, as the titles of papers have it. */
  readonly article: boolean;
}

export const NO_LEAD: Lead = { office: -1, honorific: false, gender: null, demonym: false, article: false };

/** How far the tables reach from a token; 0 or below where they hold nothing. */
export interface Ends {
  /** A listed body. */
  readonly known: number;
  readonly place: number;
  /** The longer of the two. */
  readonly listed: number;
  /** The name of a body, by its head. */
  readonly body: number;
}

/** `told The Economist`, `The Sunday Argus reported`: the rest of the run is a paper's title, whatever its words are else. */
export function isPaper({ tokens, offices, officeAt }: Survey, run: Run, i: number): boolean {
  if (run.last - i > 3 || tokens[i]?.case !== 'initial' || itemAt(offices, officeAt[i])?.office.titular === true)
    return false;
  return BEFORE_PAPERS.holds(tokens[i - 2]) || BEHIND_PAPERS.holds(tokens[run.last]);
}

const BEFORE_PAPERS = evidenceWords('words before papers');
const BEHIND_PAPERS = new WordSet(['reported', 'reports', 'newspaper', 'magazine', 'wrote', 'revealed', 'quoted']);

/** `DIG Omar Amadi`: a title that everyone shortens, before a given name. */
export function isShortTitle({ tokens, keys, tables }: Survey, run: Run, i: number): boolean {
  if (!tables.words.commonAcronyms.holds(tokens[i]) || tables.words.longestBody.has(keys[i] ?? '')) return false;
  const next = tokens[i + 1];
  return (
    next?.case === 'initial' &&
    i + 2 < run.last &&
    (tables.vocabulary.of(keys[i + 1] ?? '') & GIVEN) !== 0 &&
    next.spaced
  );
}

/** Whether no noun stands at `i` that an adjective before it may belong to. */
export function mayEndName({ tokens, tables }: Survey, i: number): boolean {
  const token = tokens[i];
  if (token?.kind !== 'word' || token.form.classes !== 0) return token?.text !== '-';
  return (
    token.lower === "'s" ||
    tables.words.personVerbs.has(token.lower) ||
    tables.speech.verbs.get(token.lower) !== undefined
  );
}

/** `Prosecutor General's Office`, `Ombudsman's Office`: where the body ends that an office at `i` owns; -1 for none. */
export function officeOwnerEnd(survey: Survey, run: Run, i: number): number {
  const phrase = itemAt(survey.offices, survey.officeAt[i]);
  if (phrase?.first !== i || phrase.last + 2 > run.last) return -1;
  const mark = survey.tokens[phrase.last];
  if (mark?.lower !== "'s" && mark?.text !== '’s') return -1;
  return OF_OFFICES.holds(survey.tokens[phrase.last + 1]) ? phrase.last + 2 : -1;
}

const ROADS = evidenceWords('roads');

/** `President Brand Street`: what begins like a title and ends, two or three words on, as a road does. */
export function isRoad(survey: Survey, run: Run, i: number): boolean {
  const words = run.last - i;
  if (i !== run.first || words < 2 || words > 3 || !ROADS.holds(survey.tokens[run.last - 1])) return false;
  for (let k = i; k < run.last; k++) if (survey.tokens[k]?.case !== 'initial') return false;
  return true;
}

/** A title that stands at `i`: where it ends, or `last` -1 where a listed name goes before it (`Supreme Court Justice`). */
export function titleAt(
  survey: Survey,
  run: Run,
  i: number,
  ends: Ends,
  lead: Lead,
): { last: number; lead: Lead } | null {
  const index = survey.officeAt[i] ?? -1;
  const phrase = survey.offices[index];
  if (phrase === undefined) return null;
  // `of State` behind `Secretary`
  if (phrase.head < i) return i >= phrase.headLast ? { last: phrase.last, lead: { ...NO_LEAD, office: index } } : null;
  if (isPluralOfBody(survey, run, index) || ends.body > phrase.headLast || headsBody(survey, run, phrase.headLast))
    return null;
  if (ends.listed > i + 1 && ends.listed <= phrase.head) return { last: -1, lead };
  if (phrase.headLast <= ends.listed && phrase.headLast - phrase.head === 1 && ends.known > i) return null;
  const gender = phrase.office.gender ?? lead.gender;
  return {
    last: phrase.last,
    lead: { office: index, honorific: lead.honorific, gender, demonym: false, article: false },
  };
}

/** `Easter Island`: a word of time before the head of a place, where no date was read. */
export function beginsPlace(survey: Survey, run: Run, i: number): boolean {
  const next = survey.tokens[i + 1];
  if (i + 1 >= run.last || survey.dated[i] === 1 || next?.case !== 'initial') return false;
  return survey.tables.words.placeHeads.has(survey.keys[i + 1] ?? '');
}

export function isHonorific(survey: Survey, run: Run, i: number, lead: Lead): boolean {
  const { honorifics } = survey.tables.offices;
  const lower = survey.tokens[i]?.lower ?? '';
  return (
    i + 1 < run.last &&
    survey.tokens[i + 1]?.text !== '-' &&
    !isGivenBefore(survey, run, i) &&
    (honorifics.has(lower) || honorifics.has(lower.replace('.', '')) || isWeakHonorific(survey, run, i, lead))
  );
}

const PAIRS = evidenceSet('honorifics of two words');
const BEHIND_HONORIFICS = evidenceWords('honorifics behind honorifics');
const BEFORE_FULL_NAMES = evidenceWords('honorifics before full names');
const BEFORE_GIVEN_NAMES = evidenceWords('honorifics before given names');

/** A word that only what stands around it makes an honorific. */
function isWeakHonorific({ tokens, keys, tables }: Survey, run: Run, i: number, lead: Lead): boolean {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (BEHIND_HONORIFICS.holds(token)) return lead.honorific || (lead.office >= 0 && i > run.first);
  if (next?.case !== 'initial' || i + 2 >= run.last) return false;
  if (PAIRS.has(`${keys[i] ?? ''} ${keys[i + 1] ?? ''}`)) return true;
  if (BEFORE_FULL_NAMES.holds(token))
    return tokens[i + 2]?.case === 'initial' && keys[i + 1] !== keys[i] && !tables.vocabulary.isWordOf(next);
  return BEFORE_GIVEN_NAMES.holds(token) && (tables.vocabulary.bitsOf(next) & GIVEN) !== 0;
}

/** `Businessman Don Reyes`: a title that is a given name, too, before one word; not where the text has it as a title. */
function isGivenBefore(survey: Survey, run: Run, i: number): boolean {
  const key = survey.keys[i] ?? '';
  return run.last === i + 2 && key === 'don' && survey.tokens[i]?.text === 'Don' && !survey.lowerCase.has(key);
}
