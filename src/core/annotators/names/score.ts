import { FAMILY, FEMALE, GIVEN, MALE, WORD } from '../../lexicon/vocabulary';
import { add, type Segment } from './evidence';
import { longestMatch } from './lookup';
import type { CutSegment } from './segments';
import type { Survey } from './survey';

/** One source of evidence; each adds to a segment what it knows. A statistical tagger would be one more. */
export type EvidenceSource = (survey: Survey, cut: CutSegment) => void;

export const SOURCES: readonly EvidenceSource[] = [
  byGazetteer,
  byGivenName,
  byShape,
  byHead,
  byLead,
  byBefore,
  byAfter,
  byQuotationMarks,
  byDateline,
];

function byGazetteer(survey: Survey, { segment }: CutSegment): void {
  const { tokens, keys, tables } = survey;
  const { first, last, inner } = segment;
  const body = longestMatch(tokens, keys, first, tables.words.longestBody, tables.words.bodies);
  if (body?.last === last) {
    add(inner, { organization: 6 });
    segment.reasons.push('listed');
    return;
  }
  const place = longestMatch(tokens, keys, first, tables.places.longest, tables.places.places);
  if (place === null) return;
  if (place.last !== last) {
    if (place.words === 1) add(inner, { organization: 0.5, place: 0.3 });
    return;
  }
  const bits = place.words === 1 ? tables.vocabulary.of(keys[first] ?? '') : 0;
  const { kind } = place.value;
  const weight = { country: 6, region: 4.5, city: 4.5, seat: 5, town: 2.8 }[kind];
  const ordinary = (bits & WORD) !== 0 && tokens[first]?.case !== 'all';
  const doubt = ((bits & GIVEN) !== 0 ? 1.6 : 0) + ((bits & FAMILY) !== 0 ? 0.7 : 0) + (ordinary ? 1.5 : 0);
  add(inner, { place: Math.max(weight - (kind === 'country' ? doubt / 2 : doubt), 0.5) });
  segment.reasons.push('gazetteer');
}

function byGivenName(survey: Survey, { segment }: CutSegment): void {
  const { keys, tokens, tables } = survey;
  const bits = tables.vocabulary.of(keys[segment.first] ?? '');
  if (tokens[segment.first]?.case === 'none' || tables.words.particles.has(keys[segment.first] ?? '')) return;
  const lastKey = keys[segment.last - 1] ?? '';
  if ((bits & GIVEN) !== 0) {
    const ordinary = (bits & WORD) !== 0;
    add(segment.inner, { person: (segment.words > 1 ? 3 : 1.8) - (ordinary ? 1 : 0) });
    segment.reasons.push('given name');
    if (segment.gender === null && (bits & GIVEN) === FEMALE) segment.gender = 'female';
    if (segment.gender === null && (bits & GIVEN) === MALE) segment.gender = 'male';
  }
  // Family name first: `Moon Jae-in`, `Chen Wei-ting`.
  const hyphened = tokens[segment.first + 2]?.text === '-' || tokens[segment.last - 2]?.text === '-';
  if ((bits & FAMILY) !== 0 && segment.words === 3 && hyphened) add(segment.inner, { person: 2 });
  const lastBits = tables.vocabulary.of(lastKey);
  if ((lastBits & FAMILY) !== 0) add(segment.inner, { person: (lastBits & WORD) !== 0 ? 0.5 : 1.2 });
  else if (segment.words > 1 && (lastBits & GIVEN) !== 0) add(segment.inner, { person: 0.8 });
}

const FOREIGN_ARTICLES = new Set(['de', 'la', 'del', 'el', 'las', 'los', 'y', 'du', 'des', 'di', 'da', 'do']);

const PARTICLES_OF_PEOPLE = new Set(['bin', 'ibn', 'abu', 'von', 'van', 'abd', 'umm', 'mac', 'o', 'ben']);
/** Endings of the names of firms and media that are one word. */
const BODY_ENDING =
  /.(?:news|media|soft|corp|bank|tech|week|gram|air|tel|times|press|prom|neft|gaz|post|tv|net|works|labs)$/u;

function byShape(survey: Survey, { segment }: CutSegment): void {
  const { tokens, keys, tables } = survey;
  let ordinary = 0;
  let capital = 0;
  let shouted = 0;
  for (let k = segment.first; k < segment.last; k++) {
    const token = tokens[k];
    if (token === undefined) continue;
    if (token.kind === 'punctuation' && token.text !== '-') {
      if (token.text === '&') add(segment.inner, { organization: 4 });
      else if (token.text === '"' || token.text === '“' || token.text === '‘') add(segment.inner, { person: 5 });
      continue;
    }
    if (token.kind !== 'word') continue;
    const key = keys[k] ?? '';
    if (token.case === 'none') {
      if (tables.words.strongParticles.has(token.lower))
        add(segment.inner, FOREIGN_ARTICLES.has(token.lower) ? { person: 0.6, place: 0.4 } : { person: 2 });
      continue;
    }
    capital++;
    if (tables.vocabulary.isWord(key) && (tables.vocabulary.of(key) & GIVEN) === 0) ordinary++;
    if (/^\p{Lu}\.$/u.test(token.text) && segment.words > 1) add(segment.inner, { person: 2.5 });
    if (/^(?:jr|sr)\.?$/u.test(token.lower)) add(segment.inner, { person: 4 });
    if (token.case === 'all' && survey.regimes[token.sentence] === 'text' && !/^\p{Lu}\./u.test(token.text)) {
      const listed =
        survey.tables.places.places.has(key) || ((tables.vocabulary.of(key) & WORD) !== 0 && token.text.length > 3);
      if (segment.words === 1 && !listed) add(segment.inner, { organization: token.text.length <= 7 ? 3.2 : 1 });
      else if (segment.words > 1 && token.text.length <= 5) add(segment.inner, { organization: 1.5 });
    }
    if (token.case === 'all' && (tables.vocabulary.of(key) & WORD) !== 0) shouted++;
    if (token.case === 'mixed')
      add(segment.inner, /^Ma?c\p{Lu}/u.test(token.text) ? { person: 1.5 } : { organization: 1 });
    if (/\d/u.test(token.text)) add(segment.inner, { organization: 1.5, other: 1.5 });
  }
  if (PARTICLES_OF_PEOPLE.has(keys[segment.first] ?? '') && segment.words > 1) add(segment.inner, { person: 1.5 });
  if (capital >= 2 && capital <= 4 && ordinary === 0) add(segment.inner, { person: 1.2 });
  if (capital >= 2 && ordinary === capital) add(segment.inner, { organization: 1.2, other: 1 });
  if (segment.words === 1 && BODY_ENDING.test(keys[segment.first] ?? '')) add(segment.inner, { organization: 3 });
  if (shouted >= 2 && shouted * 2 >= capital) add(segment.inner, { other: 6 });
  if (capital > 4) add(segment.inner, { organization: 1, person: -1 });
}

function byHead(survey: Survey, { segment }: CutSegment): void {
  const { keys, tables } = survey;
  if (segment.words < 2) return;
  const numeral = /^[ivx]+$/u.test(keys[segment.last - 1] ?? '');
  const head = keys[segment.last - (numeral ? 2 : 1)] ?? '';
  const start = keys[segment.first] ?? '';
  if (tables.words.placeHeads.has(head)) {
    add(segment.inner, { place: SOFT_PLACE_HEADS.has(head) ? 2 : 4, person: -1.5 });
    segment.reasons.push('head of a place');
  }
  if (tables.words.organizationHeads.has(head))
    add(segment.inner, { organization: tables.words.placeHeads.has(head) ? 2 : 4.5, person: -1.5 });
  if (tables.words.otherHeads.has(head)) {
    // `Doris Day`: a given name before one such word is a person's.
    const first = tables.vocabulary.of(start);
    const named =
      segment.words === 2 && (first & GIVEN) !== 0 && (first & WORD) === 0 && !tables.places.places.has(start);
    add(segment.inner, named ? { other: 1 } : { other: 5, person: -2 });
  }
  if (tables.words.placeStarters.has(start)) add(segment.inner, { place: STRONG_STARTERS.has(start) ? 3.5 : 1.8 });
  if (OTHER_STARTERS.has(start)) add(segment.inner, { other: 5, person: -2 });
}

/** Also in the names of clubs. */
const SOFT_PLACE_HEADS = new Set([
  'town',
  'city',
  'county',
  'villa',
  'palace',
  'park',
  'port',
  'vale',
  'field',
  'park',
  'hall',
  'gate',
]);
const STRONG_STARTERS = new Set([
  'mount',
  'lake',
  'port',
  'cape',
  'fort',
  'los',
  'las',
  'ciudad',
  'puerto',
  'wadi',
  'north',
  'south',
  'east',
  'west',
  'upper',
  'lower',
  'greater',
  'deir',
  'kfar',
  'tel',
  'ras',
  'camp',
]);
export const OTHER_STARTERS = new Set(['operation', 'hurricane', 'typhoon', 'cyclone', 'storm', 'flight', 'operación']);

/** Titles and honorifics. */
function byLead(survey: Survey, { segment, lead }: CutSegment): void {
  const previous = survey.offices[survey.officeAt[segment.first - 1] ?? -1];
  const sentence = survey.tokens[segment.first]?.sentence;
  const before = survey.tokens[segment.first - 1]?.sentence === sentence ? previous : undefined;
  const office = survey.offices[lead.office] ?? (before?.last === segment.first ? before : undefined);
  if (lead.honorific) {
    add(segment.context, { person: 6 });
    segment.reasons.push('honorific');
  }
  if (office === undefined) return;
  const weight = office.office.titular ? 6 : office.capitalised ? 4.5 : 2.5;
  add(segment.context, { person: weight });
  if (segment.gender === null) segment.gender = office.office.gender;
  segment.reasons.push('title');
}

const SAID = new Set(['said', 'says', 'added', 'told', 'asked', 'replied']);

function byBefore(survey: Survey, { segment, lead }: CutSegment): void {
  const { tokens, keys, tables } = survey;
  const { first, context } = segment;
  const before = tokens[first - 1];
  if (before === undefined || lead.office >= 0 || lead.honorific) return;
  const second = tokens[first - 2];
  const word = before.lower;
  const sentence = tokens[first]?.sentence;
  if (before.sentence !== sentence) return;
  const { words } = tables;
  if (word === 'the') {
    const listed = segment.reasons.includes('gazetteer');
    add(context, { person: -3, organization: listed ? 0 : 1.3, place: listed ? 1 : 0.3 });
    if (words.strongPlacePrepositions.has(second?.lower ?? '')) add(context, { place: 1 });
  } else if (words.strongPlacePrepositions.has(word)) {
    // `in Ana Silva's book` tells little.
    const owner = tokens[segment.last]?.lower === "'s" && segment.words > 1;
    add(context, { place: owner ? 0.5 : 2.6 });
  } else if (word === 'of' && words.classNounsOfPlaces.has(second?.lower ?? '')) add(context, { place: 5 });
  else if (words.placePrepositions.has(word)) add(context, { place: 0.8 });
  else if (word === 'by' || word === 'with') add(context, { person: 0.5, organization: 0.4 });
  if (words.classNounsOfBodies.has(word)) add(context, { organization: 3.5 });
  if (words.classNounsOfPlaces.has(word)) add(context, { place: 2.5 });
  if (SAID.has(word) && tokens[first]?.case !== 'all') add(context, { person: 2.5 });
  if (word === '-' && !tokens[first]?.spaced && tokens[first - 2]?.kind === 'number') add(context, { other: 6 });
  if (word === 'joined' || word === 'joining' || second?.lower === 'joined') add(context, { organization: 1 });
  if (word === ',') {
    byAppositionBefore(survey, segment);
    if (tables.places.states.has(keys[first] ?? '') && second?.kind === 'word' && second.case !== 'none')
      add(context, { place: 6 });
  }
  if (
    word === 'named' ||
    word === 'wife' ||
    word === 'husband' ||
    word === 'brother' ||
    word === 'son' ||
    word === 'daughter'
  )
    add(context, { person: 3 });
  if (word === 'by' && survey.sentences[before.sentence]?.first === first - 1) add(context, { person: 3 });
  const bracketed = keys[first - 1] === '(' && tokens[segment.last]?.text === ')';
  if (bracketed && segment.words === 1 && tokens[first]?.case !== 'initial') add(context, { organization: 1.2 });
}

/** `Its operations chief, X`. */
function byAppositionBefore(survey: Survey, segment: Segment): void {
  const comma = segment.first - 1;
  const office = survey.offices[survey.officeAt[comma - 1] ?? -1];
  if (office?.last === comma && !office.office.plural) {
    add(segment.context, { person: 4 });
    segment.reasons.push('apposition');
  }
}

function byAfter(survey: Survey, { segment }: CutSegment): void {
  const { tokens, tables } = survey;
  const { last, context } = segment;
  const next = tokens[last];
  if (next === undefined || next.sentence !== tokens[segment.first]?.sentence) return;
  const word = next.lower;
  const { words } = tables;
  const title = survey.offices[survey.officeAt[last] ?? -1];
  // `Colombo Mayor X`
  if (title?.first === last && title.capitalised && !segment.reasons.includes('title')) add(context, { person: -4 });
  if (next.kind === 'word' && next.case === 'none') {
    if (words.placeNouns.has(word)) add(context, { place: 2.2 });
    if (words.organizationNouns.has(word)) add(context, { organization: 1.8 });
    const verb = tables.speech.verbs.get(word);
    if (verb !== undefined && !verb.base && verb.statement) add(context, { person: 1.2, organization: 0.5 });
    if (words.personVerbs.has(word)) add(context, { person: 1 });
    if (word === 'who') add(context, { person: 2.5 });
  }
  if (next.text === '-' && !next.spaced && tokens[last + 1]?.kind === 'number') add(context, { other: 6 });
  // A score: `Rovers 3, United 1`.
  if (next.kind === 'number' && /^\d{1,2}$/u.test(next.text) && /^[,:–-]$|^$/u.test(tokens[last + 1]?.text ?? ''))
    add(context, { organization: 2.5 });
  if (next.text !== ',') return;
  const after = tokens[last + 1];
  if (after === undefined) return;
  if (after.lower === 'who') add(context, { person: 3 });
  if (after.lower === 'which') add(context, { organization: 1.5, place: 1, person: -2 });
  if (after.lower === 'where') add(context, { place: 3.5 });
  if (after.lower === 'whose') add(context, { person: 1, organization: 0.5 });
  if (after.kind === 'number' && /^\d{2}$/u.test(after.text) && /^[,.]$/u.test(tokens[last + 2]?.text ?? ''))
    add(context, { person: 4 });
  if (after.lower === 'aged') add(context, { person: 4 });
  byAppositionAfter(survey, segment, last + 1);
}

/** `X, the head of Y`: an office within a few words, before the next comma. */
function byAppositionAfter(survey: Survey, segment: Segment, from: number): void {
  const { tokens, tables } = survey;
  for (let k = from; k < from + 7; k++) {
    const token = tokens[k];
    if (
      token === undefined ||
      token.text === ',' ||
      token.text === '.' ||
      token.sentence !== tokens[segment.first]?.sentence
    )
      return;
    const office = survey.offices[survey.officeAt[k] ?? -1];
    if (office !== undefined && !office.office.plural) {
      // `in Paris, President X said`: a title before another name is no apposition.
      if (office.capitalised && tokens[office.last]?.case !== 'none' && tokens[office.last]?.kind === 'word') return;
      add(segment.context, { person: 3 });
      segment.reasons.push('apposition');
      return;
    }
    if (k === from && tables.words.classNounsOfPlaces.has(tokens[k + 1]?.lower ?? ''))
      add(segment.context, { place: 3 });
    if (k === from && tables.words.classNounsOfBodies.has(tokens[k + 1]?.lower ?? ''))
      add(segment.context, { organization: 3 });
  }
}

const QUOTATION_MARKS = new Set(['"', '“', '”', '‘', "'", '«', '»']);

/** A title of a work or a word that is only mentioned. */
function byQuotationMarks(survey: Survey, { segment }: CutSegment): void {
  const before = survey.tokens[segment.first - 1]?.text ?? '';
  const after = survey.tokens[segment.last]?.text ?? '';
  if (QUOTATION_MARKS.has(before) && QUOTATION_MARKS.has(after)) add(segment.context, { other: 5 });
}

/** `NAIROBI, Jan. 5 (Agency) —` */
function byDateline(survey: Survey, { segment }: CutSegment): void {
  const sentence = survey.tokens[segment.first]?.sentence ?? 0;
  if (segment.last > (survey.datelines[sentence] ?? -1)) return;
  const before = survey.tokens[segment.first - 1];
  const colon = survey.tokens[survey.datelines[sentence] ?? -1]?.text === ':';
  if (before?.text === '(') add(segment.context, { organization: 6 });
  else if (!colon || segment.reasons.includes('gazetteer')) add(segment.context, { place: 8 });
  else return;
  segment.reasons.push('dateline');
}
