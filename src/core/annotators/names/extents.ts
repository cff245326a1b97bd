/** How far a name reaches from its first word, and whether a word of time is a name. */
import { evidenceSet, evidenceWords } from '../../lexicon/name-evidence';
import { COMMON, FEMALE, GIVEN } from '../../lexicon/vocabulary';
import { officeOf } from './offices-of';
import { ACTS } from './bodies';
import type { Run } from './runs';
import type { Lead } from './titles';
import type { Survey } from './survey';
import { itemAt } from '../../items';

/** Where a name ends that begins with a place of the gazetteer; -1 to read it as any other name. */
export function placeEnd(survey: Survey, run: Run, i: number, end: number, lead: Lead): number {
  const { tokens, keys, tables } = survey;
  const single = end === i + 1;
  const rest = nameEnd(survey, run, end);
  if (rest <= end) return end;
  if (tokens[end]?.text === '-') {
    // `Peru-Chile`, `U.S.-Chilean`: a pair.
    const other = keys[end + 1] ?? '';
    const paired = isCountry(survey, other) || tables.places.demonyms.has(other) || tables.words.bodies.has(other);
    if (paired && isCountry(survey, keys.slice(i, end).join(' '))) return end;
    return single ? -1 : rest;
  }
  if (lead.office >= 0 || lead.honorific) return single ? -1 : rest;
  if (officeOf(survey, i) >= 0 && holderFollows(survey, i, end, rest)) return end;
  if (!single) return headFollows(survey, end, rest) ? rest : end;
  const country = isCountry(survey, keys[i] ?? '');
  // `Vermont Ana Lindqvist`
  if (
    !isGiven(survey, keys[i] ?? '') &&
    rest - end >= 2 &&
    isGiven(survey, keys[end] ?? '') &&
    !tables.vocabulary.isWord(keys[end] ?? '')
  )
    return end;
  return country && !isGiven(survey, keys[i] ?? '') && !followsAsName(survey, end, rest) ? end : -1;
}

/** `President of France Ana Lima`, not `Bishop of Lincoln Cathedral`: what follows the place is a person's name. */
function holderFollows(survey: Survey, first: number, from: number, to: number): boolean {
  const { tokens, keys, tables } = survey;
  if (tokens[from]?.case === 'none') return false;
  if (to - from < 2 && !isCountry(survey, keys.slice(first, from).join(' '))) return false;
  if (isGiven(survey, keys[from] ?? '')) return !tables.words.placeHeads.has(keys[to - 1] ?? '');
  for (let k = from; k < to; k++) {
    const key = keys[k] ?? '';
    const { organizationHeads, placeHeads } = tables.words;
    if (organizationHeads.has(key) || placeHeads.has(key) || tables.vocabulary.isWord(key)) return false;
  }
  return true;
}

export function isCountry(survey: Survey, key: string): boolean {
  return survey.tables.places.places.get(key)?.kind === 'country';
}

function headFollows(survey: Survey, from: number, to: number): boolean {
  const key = survey.keys[to - 1] ?? '';
  return to > from && (survey.tables.words.placeHeads.has(key) || survey.tables.words.otherHeads.has(key));
}

/** `May` where no preposition of time or number makes it a month: a family name if the text has it as one. */
export function mayBeFamilyName(survey: Survey, run: Run, i: number): boolean {
  if (!MONTHS_AND_DAYS.has(survey.keys[i] ?? '') || run.last !== i + 1) return false;
  const before = survey.tokens[i - 1];
  const after = survey.tokens[i + 1];
  if (after?.kind === 'number' || before?.kind === 'number') return false;
  return before?.sentence !== survey.tokens[i]?.sentence || !TIME_WORDS.holds(before);
}

/** Titles that are also parts of names. */
const NAME_TITLES = evidenceSet('titles inside names');
const MONTHS_AND_DAYS = evidenceSet('months and days');
const GIVEN_MONTHS = new Set(['jan', 'april', 'may', 'june', 'august', 'sunday', 'friday']);
const TIME_WORDS = evidenceWords('time words');

function isGiven(survey: Survey, key: string): boolean {
  return (survey.tables.vocabulary.of(key) & GIVEN) !== 0;
}

/** `Israel Lambert`, not `Iran Deal`: one or two words that are no ordinary ones. */
function followsAsName(survey: Survey, from: number, to: number): boolean {
  if (survey.tables.vocabulary.isWord(survey.keys[to - 1] ?? '') && /[^s]s$/u.test(survey.keys[to - 1] ?? ''))
    return true;
  if (ACTS.has(survey.keys[to - 1] ?? '')) return true;
  for (let k = from; k < to; k++) {
    const key = survey.keys[k] ?? '';
    if (survey.tables.vocabulary.isWord(key) && (survey.tables.vocabulary.of(key) & GIVEN) === 0)
      return survey.tables.words.placeHeads.has(key) || survey.tables.words.otherHeads.has(key);
  }
  return to > from;
}

export function startsWithParticle(survey: Survey, i: number): boolean {
  const lower = survey.tokens[i]?.lower ?? '';
  return survey.tables.words.strongParticles.has(lower) || /^[dl]'/u.test(lower);
}

/** The end of a plain name that has begun: to the next title, day or honorific. */
export function nameEnd(survey: Survey, run: Run, from: number): number {
  const { tokens, keys, tables } = survey;
  let k = from;
  // `the mayor of Newtown Ana Lima`: an unknown place before a given name.
  const owned = !isGiven(survey, keys[from - 1] ?? '') && survey.offices[officeOf(survey, from - 1)]?.office.titular;
  while (k < run.last) {
    const token = tokens[k];
    if (token === undefined) break;
    const key = keys[k] ?? '';
    const capital = token.case !== 'none';
    if (owned === true && k + 1 < run.last && isGiven(survey, key) && !tables.vocabulary.isWordOf(token)) break;
    const office = itemAt(survey.offices, survey.officeAt[k]);
    if (capital && office !== undefined && office.head >= k && tokens[k - 1]?.text !== '-') {
      // `Ben Player`, `Rosa King`: a family name, where the name would be a given one alone.
      const family =
        k === from &&
        office.headLast === run.last &&
        k + 1 === run.last &&
        isGiven(survey, keys[k - 1] ?? '') &&
        !office.office.plural &&
        tokens[run.last]?.lower !== 'of';
      // `Omar Sheikh Awale`
      const inside = NAME_TITLES.has(key) && k + 1 < run.last && isGiven(survey, keys[k - 1] ?? '');
      if (!family && !inside) break;
    }
    if (capital && tables.offices.honorifics.holds(token) && token.text.endsWith('.')) break;
    if (capital && (survey.dated[k] === 1 || key.startsWith("i'"))) break;
    if (
      capital &&
      (tables.places.demonyms.of(token) ?? null) !== null &&
      k + 1 < run.last &&
      tables.vocabulary.bitsOf(token) === 0
    )
      break;
    k++;
  }
  // A connector that nothing follows is no part of it.
  while (
    k > from &&
    tokens[k - 1]?.case === 'none' &&
    !isSyllable(survey, k - 1) &&
    tokens[k - 1]?.text !== '"' &&
    !BEHIND_NAMES.holds(tokens[k - 1])
  )
    k--;
  return k;
}

/** `Nurbek Askar uulu` */
export const BEHIND_NAMES = evidenceWords('particles behind names');

export function isSyllable(survey: Survey, k: number): boolean {
  return survey.tokens[k - 1]?.text === '-' && survey.tokens[k]?.kind === 'word';
}

/** `Sunday Obiora`, `April Jones`, `May`: a day or month that a name must be. */
export function isNameDespiteDate(survey: Survey, run: Run, i: number, lead: Lead): boolean {
  const { tokens, keys, tables } = survey;
  const next = keys[i + 1] ?? '';
  const followed = i + 1 < run.last && tokens[i + 1]?.case === 'initial';
  const before = tokens[i - 1];
  const titled =
    lead.office >= 0 || lead.honorific || itemAt(survey.offices, survey.officeAt[i - 1])?.office.titular === true;
  if (titled && followed) return true;
  if (
    before?.case !== undefined &&
    before.case !== 'none' &&
    i - 1 >= run.first &&
    (tables.vocabulary.of(keys[i - 1] ?? '') & (GIVEN | COMMON)) !== 0 &&
    (tables.vocabulary.of(keys[i - 1] ?? '') & COMMON) === 0
  )
    return true;
  // Where no date was read, `Jan Novak` is no January.
  const given = followed && survey.dated[i] === 0 && GIVEN_MONTHS.has(keys[i] ?? '');
  const name = !tables.vocabulary.isWord(next) && !tables.words.never.has(next);
  if (given && name && !TIME_WORDS.holds(before)) return true;
  return (
    followed &&
    (tables.vocabulary.of(keys[i] ?? '') & FEMALE) !== 0 &&
    !tables.vocabulary.isWord(next) &&
    !/^(?:in|on|since|last|until|by|of|from|early|late|mid|this|next)$/u.test(before?.lower ?? '')
  );
}
