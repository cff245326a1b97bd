import type { EntityKind, Gender } from '../../annotations';
import { GIVEN, WORD, FEMALE } from '../../lexicon/vocabulary';
import { noEvidence, type Segment } from './evidence';
import { longestMatch, type KnownNames } from './lookup';
import type { Run } from './runs';
import { opensClause, type Survey } from './survey';

/** What stood directly before a segment in its run. */
export interface Lead {
  /** Index of the office phrase before it, or -1. */
  readonly office: number;
  readonly honorific: boolean;
  readonly gender: Gender | null;
  readonly demonym: boolean;
}

export interface CutSegment {
  readonly segment: Segment;
  readonly lead: Lead;
}

const NO_LEAD: Lead = { office: -1, honorific: false, gender: null, demonym: false };

/** Heads that with ordinary words alone make no name: `Foreign Ministry`. */
const COMMON_BODIES = new Set([
  'ministry',
  'ministries',
  'government',
  'police',
  'army',
  'cabinet',
  'parliament',
  'administration',
  'office',
  'military',
]);

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
  if (token === undefined || token.kind !== 'word' || (token.case === 'none' && !startsWithParticle(survey, i)))
    return skip(i + 1, lead);

  const match = longestMatch(tokens, keys, i, known.longest, known.names);
  if (match !== null && match.last <= run.last) {
    const { kind, country, id, gender } = match.value;
    return emit(match.last, kind, { country, known: id, gender, reasons: ['knowledge'] });
  }

  const body = bodyEnd(survey, run, i);
  const listed = longestMatch(tokens, keys, i, tables.words.longestBody, tables.words.bodies);
  const place = longestMatch(tokens, keys, i, tables.places.longest, tables.places.places);
  const length = Math.max(listed?.last ?? 0, place?.last ?? 0);
  const honorific =
    tables.offices.honorifics.get(token.lower) ?? tables.offices.honorifics.get(token.lower.replace('.', ''));
  const office = survey.officeAt[i] ?? -1;
  const phrase = survey.offices[office];
  if (
    phrase !== undefined &&
    phrase.head >= i &&
    (body === null || body.last <= phrase.headLast) &&
    !headsBody(survey, run, phrase.headLast)
  ) {
    // `Supreme Court Justice X`: a listed name that reaches into the modifiers goes first.
    if (length > i && length <= phrase.head && length - i > 1) return emit(length, null);
    if (phrase.headLast > length || phrase.headLast - phrase.head > 1 || listed === null) {
      const gender = phrase.office.gender ?? lead.gender;
      return skip(phrase.last, { office, honorific: lead.honorific, gender, demonym: false });
    }
  }
  if (honorific !== undefined && i + 1 < run.last && length <= i + 1) {
    return skip(i + 1, { ...lead, honorific: true, gender: honorific ?? lead.gender });
  }
  if (tables.words.never.has(token.lower) || (survey.dated[i] === 1 && !isNameDespiteDate(survey, run, i, lead))) {
    if (!isNameDespiteDate(survey, run, i, lead)) return skip(i + 1);
  }
  const demonym = longestMatch(tokens, keys, i, tables.places.longestDemonym, tables.places.demonyms);
  if (demonym !== null && demonym.last <= run.last && demonym.last > length && !(lead.honorific || lead.office >= 0)) {
    if (body !== null && body.last > demonym.last && !isCommonBody(survey, demonym.last, body.last))
      return emit(body.last, 'organization', body);
    const joined = tokens[demonym.last]?.text === '-' && demonym.last < run.last;
    if (!joined) return skip(demonym.last, { ...NO_LEAD, demonym: true });
  }
  if (opensSentence(survey, i) && length <= i + 1 && isOpener(survey, run, i, body !== null)) return skip(i + 1);
  if (body !== null && body.last >= length) {
    if (isCommonBody(survey, i, body.last) && listed === null) return skip(body.last);
    return emit(body.last, 'organization', body);
  }
  if (listed !== null && listed.last <= run.last && listed.last >= length)
    return emit(listed.last, null, { country: listed.value });
  if (place !== null && place.last <= run.last) {
    const single = place.words === 1;
    const rest = nameEnd(survey, run, place.last);
    if (place.last === run.last || !single || (lead.office < 0 && !lead.honorific && rest <= place.last)) {
      if (!single && rest > place.last && lead.office >= 0) return emit(rest, null);
      return emit(place.last, null, { country: place.value.country });
    }
    if (
      place.value.kind === 'country' &&
      lead.office < 0 &&
      !isGiven(survey, key) &&
      !followsAsName(survey, place.last, rest)
    )
      return emit(place.last, null, { country: place.value.country });
  }
  return emit(Math.max(nameEnd(survey, run, i + 1), i + 1), null);
}

function isGiven(survey: Survey, key: string): boolean {
  return (survey.tables.vocabulary.of(key) & GIVEN) !== 0;
}

/** `Israel Fontaine`, not `Iran Deal`: one or two words that are no ordinary ones. */
function followsAsName(survey: Survey, from: number, to: number): boolean {
  for (let k = from; k < to; k++) {
    const key = survey.keys[k] ?? '';
    if (survey.tables.vocabulary.isWord(key) && (survey.tables.vocabulary.of(key) & GIVEN) === 0)
      return survey.tables.words.placeHeads.has(key) || survey.tables.words.otherHeads.has(key);
  }
  return to > from;
}

function startsWithParticle(survey: Survey, i: number): boolean {
  const lower = survey.tokens[i]?.lower ?? '';
  return survey.tables.words.strongParticles.has(lower) || /^[dl]'/u.test(lower);
}

/** The end of a plain name that has begun: to the next title, day or honorific. */
function nameEnd(survey: Survey, run: Run, from: number): number {
  const { tokens, keys, tables } = survey;
  let k = from;
  while (k < run.last) {
    const token = tokens[k];
    if (token === undefined) break;
    const key = keys[k] ?? '';
    const capital = token.case !== 'none';
    const office = survey.offices[survey.officeAt[k] ?? -1];
    if (capital && office !== undefined && office.head >= k && tokens[k - 1]?.text !== '-') break;
    if (capital && tables.offices.honorifics.has(token.lower) && token.text.endsWith('.')) break;
    if (capital && survey.dated[k] === 1) break;
    if (
      capital &&
      tables.places.demonyms.has(key) &&
      tables.places.demonyms.get(key) !== null &&
      k + 1 < run.last &&
      !tables.vocabulary.of(key)
    )
      break;
    k++;
  }
  // A connector that nothing follows is no part of it.
  while (k > from && tokens[k - 1]?.case === 'none' && !isSyllable(survey, k - 1) && tokens[k - 1]?.text !== '"') k--;
  return k;
}

function isSyllable(survey: Survey, k: number): boolean {
  return survey.tokens[k - 1]?.text === '-' && survey.tokens[k]?.kind === 'word';
}

/** `Sunday Ekanem`, `April Jones`, `May`: a day or month that a name must be. */
function isNameDespiteDate(survey: Survey, run: Run, i: number, lead: Lead): boolean {
  const { tokens, keys, tables } = survey;
  const next = keys[i + 1] ?? '';
  const followed = i + 1 < run.last && tokens[i + 1]?.case === 'initial';
  const before = tokens[i - 1];
  const titled =
    lead.office >= 0 || lead.honorific || survey.offices[survey.officeAt[i - 1] ?? -1]?.office.titular === true;
  if (titled && followed) return true;
  if (
    before?.case !== undefined &&
    before.case !== 'none' &&
    i - 1 >= run.first &&
    (tables.vocabulary.of(keys[i - 1] ?? '') & GIVEN) !== 0
  )
    return true;
  return (
    followed &&
    (tables.vocabulary.of(keys[i] ?? '') & FEMALE) !== 0 &&
    !tables.vocabulary.isWord(next) &&
    !/^(?:in|on|since|last|until|by|of|from|early|late|mid|this|next)$/u.test(before?.lower ?? '')
  );
}

/** Whether the head of a body follows an office at once: `General Assembly`, `General Motors`. */
function headsBody(survey: Survey, run: Run, last: number): boolean {
  const token = survey.tokens[last];
  if (last >= run.last || token?.case === 'none') return false;
  const key = survey.keys[last] ?? '';
  return (
    survey.tables.words.organizationHeads.has(key) &&
    (survey.tables.vocabulary.of(key) & GIVEN) === 0 &&
    !survey.tables.words.particles.has(key)
  );
}

/** The body's name that begins at `i` and ends in its head or in `of …`. */
function bodyEnd(survey: Survey, run: Run, i: number): (Partial<Segment> & { last: number }) | null {
  const { tokens, keys, tables } = survey;
  const { organizationHeads, organizationOpeners, organizationStarters, placeHeads } = tables.words;
  let last = -1;
  let opened = false;
  for (let k = i; k < run.last; k++) {
    const token = tokens[k];
    if (token === undefined) break;
    const key = keys[k] ?? '';
    if (token.case === 'none') {
      if (
        (token.lower === 'of' || token.lower === 'for' || token.lower === 'on' || token.lower === 'against') &&
        organizationOpeners.has(keys[k - 1] ?? '')
      )
        opened = true;
      continue;
    }
    const office = survey.offices[survey.officeAt[k] ?? -1];
    if (
      office !== undefined &&
      office.head >= k &&
      !headsBody(survey, run, office.headLast) &&
      office.headLast <= run.last &&
      !opened
    )
      break;
    if (survey.dated[k] === 1) break;
    if (opened) last = k + 1;
    else if (organizationHeads.has(key) && (k > i || run.last - i > 1)) {
      if (placeHeads.has(key) && k > i && !hasOrganizationWord(survey, i, k)) continue;
      if (k === i && !organizationOpeners.has(key)) continue;
      if (k > i || opened) last = k + 1;
    } else if (/^(?:inc|corp|ltd|co|plc)\.?$/u.test(key) && k > i) last = k + 1;
  }
  if (
    last < 0 &&
    organizationStarters.has(keys[i] ?? '') &&
    run.last - i > 1 &&
    tokens[i + 1]?.case !== 'none' &&
    survey.officeAt[i + 1] === -1
  )
    last = nameEnd(survey, run, i + 1);
  if (last <= i + 1) return null;
  // `Ana Banks`, `Peter Church`: a given name before one ambiguous head is a person.
  if (
    last === i + 2 &&
    isGiven(survey, keys[i] ?? '') &&
    (tables.vocabulary.of(keys[i] ?? '') & WORD) === 0 &&
    placeHeads.has(keys[i + 1] ?? '')
  )
    return null;
  return { last, reasons: ['body'] };
}

/** Whether an ordinary word stands in it that points to a body rather than a place (`Central Bank`, not `West Bank`). */
function hasOrganizationWord(survey: Survey, from: number, head: number): boolean {
  for (let k = from; k < head; k++) {
    const key = survey.keys[k] ?? '';
    if (survey.tables.words.organizationHeads.has(key) || survey.tables.offices.modifiers.has(key)) return true;
  }
  return survey.keys[head] === 'bank' || survey.keys[head] === 'cross' || survey.keys[head] === 'house';
}

/** `Foreign Ministry`, `Police`: ordinary words and a common head are no name. */
function isCommonBody(survey: Survey, first: number, last: number): boolean {
  if (!COMMON_BODIES.has(survey.keys[last - 1] ?? '')) return false;
  for (let k = first; k < last - 1; k++) {
    const key = survey.keys[k] ?? '';
    if (!survey.tables.offices.modifiers.has(key) && key !== 'and') return false;
  }
  return true;
}

export function opensSentence(survey: Survey, i: number): boolean {
  const sentence = survey.sentences[survey.tokens[i]?.sentence ?? 0];
  return sentence?.first === i || opensClause(survey.tokens[i - 1]);
}

/** Whether the word at `i` is capitalised only because it opens a sentence. */
function isOpener(survey: Survey, run: Run, i: number, body: boolean): boolean {
  const { keys, tables } = survey;
  const token = survey.tokens[i];
  const key = keys[i] ?? '';
  if (token === undefined || token.case === 'all') return false;
  if (FUNCTION_WORDS.has(key)) return true;
  const bits = tables.vocabulary.of(key);
  if (!tables.vocabulary.isWord(key)) return false;
  if (body && !survey.lowerCase.has(key)) return false;
  if (survey.lowerCase.has(key)) return !(body && survey.capitalised.has(key));
  if (survey.capitalised.has(key)) return false;
  if ((bits & GIVEN) !== 0 && i + 1 < run.last) return false;
  return true;
}

const FUNCTION_WORDS = new Set(
  'the a an this that these those he she it they we you i his her its their our your my in on at by for from with after before but and or nor while when as if however meanwhile since there here both some many most no not several all any each every another other such what who why how where which whose although though because despite during until unless under over between among against about around through throughout without within also even only just still yet then now later earlier today yesterday tomorrow more less few fewer nearly almost up to so too very yes no once one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands millions'.split(
    ' ',
  ),
);

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
  };
}
