/** Cuts runs of capitalised words into the segments that may be names. */
import type { EntityKind } from '../../annotations';
import { evidenceSet } from '../../lexicon/name-evidence';
import { GIVEN } from '../../lexicon/vocabulary';
import { ACTS, bodyEnd, isCommonBody } from './bodies';
import { noEvidence, type Segment } from './evidence';
import {
  isCountry,
  isNameDespiteDate,
  isSyllable,
  mayBeFamilyName,
  nameEnd,
  placeEnd,
  startsWithParticle,
} from './extents';
import { longestMatch, type KnownNames } from './lookup';
import { isEmptyWord, isOpener, opensSentence } from './openers';
import type { Run } from './runs';
import type { Survey } from './survey';
import { teamEnd } from './teams';
import {
  beginsPlace,
  type Ends,
  isHonorific,
  isPaper,
  isRoad,
  isShortTitle,
  type Lead,
  mayEndName,
  NO_LEAD,
  officeOwnerEnd,
  titleAt,
} from './titles';

export interface CutSegment {
  readonly segment: Segment;
  readonly lead: Lead;
}

/** `Libyan Desert`: with an adjective of nationality they make a name. */
const GEOGRAPHIC = evidenceSet('geographic nouns behind demonyms');
const ROMAN = /^[IVX]+$/u;
const ARTICLES = new Set(['the', 'a', 'an']);

/** Cuts a run of capitalised words into names, leaving out titles, demonyms, days and words that only open the sentence. */
export function cutRun(survey: Survey, known: KnownNames, run: Run): CutSegment[] {
  const cut: CutSegment[] = [];
  let lead = NO_LEAD;
  let i = run.first;
  while (i < run.last) {
    const step = stepAt(survey, known, run, i, lead);
    if (step.segment !== null) cut.push({ segment: step.segment, lead });
    lead = step.lead;
    i = Math.max(step.next, i + 1);
  }
  return cut;
}

interface Step {
  readonly next: number;
  readonly segment: Segment | null;
  readonly lead: Lead;
}

function stepAt(survey: Survey, known: KnownNames, run: Run, i: number, lead: Lead): Step {
  const { tokens, keys, tables } = survey;
  const skip = (next: number, newLead: Lead = NO_LEAD): Step => ({ next, segment: null, lead: newLead });
  const emit = (last: number, fixed: EntityKind | null, more: Partial<Segment> = {}): Step => ({
    next: last,
    segment: makeSegment(survey, run, i, last, fixed, lead, more),
    lead: NO_LEAD,
  });
  const token = tokens[i];
  const key = keys[i] ?? '';
  if (token?.kind !== 'word' || (token.case === 'none' && !startsWithParticle(survey, i))) return skip(i + 1, lead);
  if (token.case === 'all' && ROMAN.test(token.text)) return skip(i + 1, lead);
  // `E. coli`
  if (i + 1 === run.last && run.first === i && /^\p{Lu}\.$/u.test(token.text) && tokens[run.last]?.case === 'none')
    return skip(i + 1);
  if (token.case === 'all' && isShortTitle(survey, run, i)) return skip(i + 1, lead);
  // `US$87 million`
  if (tokens[i + 1]?.text === '$' && tokens[i + 1]?.spaced === false) return skip(i + 1);
  // `The Hague`, where the table holds it with the article
  if (token.text === 'The' && !opensSentence(survey, i) && !tables.places.places.has(keys[i + 1] ?? '')) {
    const listed = longestMatch(tokens, keys, i, tables.places.longest, tables.places.places);
    if (listed !== null && listed.last > i + 1 && listed.last <= run.last) return emit(listed.last, null);
  }
  if (ARTICLES.has(key) && tokens[i + 1]?.spaced === true)
    return skip(i + 1, { ...NO_LEAD, article: token.text === 'The' && !opensSentence(survey, i) });

  if (
    token.case === 'initial' &&
    isEmptyWord(key) &&
    (tables.vocabulary.of(key) & GIVEN) === 0 &&
    !tables.words.longestBody.has(key)
  )
    return skip(i + 1);
  const match = longestMatch(tokens, keys, i, known.longest, known.names);
  if (match !== null && match.last <= run.last) {
    const { kind, country, id, gender } = match.value;
    return emit(match.last, kind, { country, known: id, gender, reasons: ['knowledge'] });
  }
  const ends = findEnds(survey, run, i);
  const team = ends.place > i ? teamEnd(survey, run, i, ends.place) : -1;
  if (team > 0) return emit(team, 'organization', { reasons: ['team'] });
  if (lead.article && ends.listed < run.last && ends.body < run.last && isPaper(survey, run, i))
    return emit(run.last, null, { reasons: ['article'] });
  const owned = officeOwnerEnd(survey, run, i);
  if (owned > i) return emit(owned, 'organization', { reasons: ['body'] });
  const titled = isRoad(survey, run, i) ? null : titleAt(survey, run, i, ends, lead);
  if (titled !== null) return titled.last > i ? skip(titled.last, titled.lead) : emit(ends.listed, null);
  if (isHonorific(survey, run, i, lead) && ends.listed <= i + 1) {
    const gender = tables.offices.honorifics.of(token) ?? tables.offices.honorifics.get(token.lower.replace('.', ''));
    return skip(i + 1, { ...lead, honorific: true, gender: gender ?? lead.gender });
  }
  if ((tables.words.never.holds(token) || survey.dated[i] === 1) && !isNameDespiteDate(survey, run, i, lead)) {
    if (beginsPlace(survey, run, i)) return emit(Math.max(nameEnd(survey, run, i + 1), i + 1), null);
    return mayBeFamilyName(survey, run, i) ? emit(i + 1, null, { doubtful: true }) : skip(i + 1);
  }
  const demonym = longestMatch(tokens, keys, i, tables.places.longestDemonym, tables.places.demonyms);
  if (
    demonym !== null &&
    demonym.last <= run.last &&
    demonym.last > ends.listed &&
    !lead.honorific &&
    lead.office < 0
  ) {
    if (ends.body > demonym.last) return emit(ends.body, 'organization', { reasons: ['body'] });
    const sea = run.last === demonym.last + 1 ? (keys[demonym.last] ?? '') : '';
    if (GEOGRAPHIC.has(sea)) return emit(run.last, 'place', { reasons: ['head of a place'] });
    const joined = tokens[demonym.last]?.text === '-' && demonym.last < run.last;
    if (joined && isCountry(survey, keys[demonym.last + 1] ?? '')) return skip(demonym.last + 1);
    if (joined && tables.places.demonyms.has(keys[demonym.last + 1] ?? ''))
      return skip(demonym.last + 2, { ...NO_LEAD, demonym: true });
    // `Balog wrote`: the family name of somebody in the text, perhaps.
    if (
      (demonym.value !== null || !tables.vocabulary.isWord(key)) &&
      run.first === i &&
      run.last === i + 1 &&
      mayEndName(survey, i + 1)
    )
      return emit(i + 1, null, { doubtful: true });
    if (!joined) return skip(demonym.last, { ...NO_LEAD, demonym: true });
  }
  if (
    opensSentence(survey, i) &&
    ends.listed <= i + 1 &&
    isOpener(
      survey,
      run,
      i,
      ends.body > 0,
      ends.known > i || survey.tables.places.places.of(survey.tokens[i])?.kind === 'country',
    )
  )
    return skip(i + 1);
  if (ends.body > ends.listed || (ends.body === ends.listed && ends.place < ends.body)) {
    if (isCommonBody(survey, i, ends.body) && ends.known < ends.body) return skip(ends.body);
    return emit(ends.body, 'organization', { reasons: ['body'] });
  }
  // `World Athletics Championships`
  const act = ends.known + 1 === run.last && ACTS.has(keys[ends.known] ?? '');
  if (ends.known > i && ends.known === ends.listed && !act) return emit(ends.known, null);
  if (ends.place > i) {
    const last = placeEnd(survey, run, i, ends.place, lead);
    if (last > i) return emit(last, null);
  }
  return emit(Math.max(nameEnd(survey, run, i + 1), i + 1), null);
}

function findEnds(survey: Survey, run: Run, i: number): Ends {
  const { tokens, keys, tables } = survey;
  const inRun = (last: number | undefined): number => (last !== undefined && last <= run.last ? last : 0);
  const known = inRun(longestMatch(tokens, keys, i, tables.words.longestBody, tables.words.bodies)?.last);
  const place = inRun(longestMatch(tokens, keys, i, tables.places.longest, tables.places.places)?.last);
  const body = bodyEnd(survey, run, i, (from) => nameEnd(survey, run, from));
  return { known, place, listed: Math.max(known, place), body };
}

/** The name of a body that stands at the tokens `first` to `last`. */
export function wholeBody(survey: Survey, first: number, last: number): CutSegment {
  const run = { first, last };
  return {
    segment: makeSegment(survey, run, first, last, 'organization', NO_LEAD, { reasons: ['body'] }),
    lead: NO_LEAD,
  };
}

function makeSegment(
  survey: Survey,
  run: Run,
  first: number,
  end: number,
  fixed: EntityKind | null,
  lead: Lead,
  more: Partial<Segment>,
): Segment {
  let last = end;
  while (last > first + 1 && survey.tokens[last - 1]?.kind === 'punctuation' && survey.tokens[last - 1]?.text !== '.')
    last--;
  // `Example.com`: a run has a stop only there.
  while (last + 1 < run.last && survey.tokens[last]?.text === '.') last += 2;
  const keys: string[] = [];
  let words = 0;
  for (let k = first; k < last; k++) {
    const token = survey.tokens[k];
    if (token?.kind !== 'word') continue;
    keys.push(survey.keys[k] ?? '');
    if (token.case !== 'none' || isSyllable(survey, k)) words++;
  }
  return {
    first,
    last,
    key: keys.join(' '),
    words,
    inner: noEvidence(),
    context: noEvidence(),
    reasons: [...(more.reasons ?? [])],
    fixed,
    country: more.country ?? null,
    known: more.known ?? null,
    gender: more.gender ?? lead.gender,
    opening: run.first === first && opensSentence(survey, first),
    doubtful: more.doubtful ?? false,
    called: null,
  };
}
