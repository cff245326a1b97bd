/** Evidence from the words of a name. */
import { evidenceSet, evidenceWords } from '../../lexicon/name-evidence';
import { FAMILY, FEMALE, GIVEN, MALE, WORD } from '../../lexicon/vocabulary';
import { type Segment, add } from './evidence';
import { PLURAL } from './acronyms';
import { opensWork } from './complements';
import { longestMatch } from './lookup';
import type { CutSegment } from './segments';
import type { Survey } from './survey';
import { FormAnswers } from '../../lexicon/word-table';

export function byGazetteer(survey: Survey, { segment }: CutSegment): void {
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
  const capital = kind === 'country' || place.value.capital === true;
  const ordinary = (bits & WORD) !== 0 && tokens[first]?.case !== 'all';
  const doubt = ((bits & GIVEN) !== 0 ? 1.6 : 0) + ((bits & FAMILY) !== 0 ? 0.7 : 0) + (ordinary ? 1.5 : 0);
  add(inner, { place: Math.max(weight - (capital ? doubt / 2 : doubt), 0.5) });
  // `Paris denied it`: a capital, unless somebody of the text is called so.
  if (place.value.capital === true && (bits & GIVEN) !== 0) add(inner, { place: 1.5, person: -1.5 });
  // `Hai Duong`: of several words, the first no given name.
  if (place.words > 1 && (tables.vocabulary.of(keys[first] ?? '') & GIVEN) === 0) add(inner, { place: 1 });
  // `Viet Nam`, `Ha Noi`: no person is called like a country or a capital of two words.
  if (place.words > 1 && capital) add(inner, { place: 3 });
  segment.reasons.push('gazetteer');
}

export function byGivenName(survey: Survey, { segment }: CutSegment): void {
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
  if (segment.words === 3 && hyphened && ((bits & FAMILY) !== 0 || endsInSyllable(survey, segment)))
    add(segment.inner, { person: 2 });
  const lastBits = tables.vocabulary.of(lastKey);
  if ((lastBits & FAMILY) !== 0) add(segment.inner, { person: (lastBits & WORD) !== 0 ? 0.5 : 1.2 });
  else if (segment.words > 1 && (lastBits & GIVEN) !== 0) add(segment.inner, { person: 0.8 });
}

/** `Mun Dal-ho`: a short word, then two joined by a hyphen, the last in lower case. */
function endsInSyllable({ tokens }: Survey, { first, last }: Segment): boolean {
  const family = tokens[first];
  return (
    last === first + 4 && tokens[last - 1]?.case === 'none' && family !== undefined && family.end - family.start <= 6
  );
}

const FOREIGN_ARTICLES = evidenceWords('foreign articles');

const PARTICLES_OF_PEOPLE = evidenceSet('particles of people');
/** Endings of the names of firms and media that are one word. */
const BODY_ENDING =
  /.(?:news|media|soft|corp|bank|tech|week|gram|air|tel|times|press|prom|neft|gaz|post|tv|net|works|labs)$/u;

/** How a word is written, as bits. */
const Shape = { initial: 1, suffix: 2, dotted: 4, plural: 8, mac: 16, road: 32, digit: 64 } as const;

const shapes = new FormAnswers(
  ({ text, lower }) =>
    (/^\p{Lu}\.$/u.test(text) ? Shape.initial : 0) |
    (/^(?:jr|sr)\.?$/u.test(lower) ? Shape.suffix : 0) |
    (/^\p{Lu}\./u.test(text) ? Shape.dotted : 0) |
    (PLURAL.test(text) ? Shape.plural : 0) |
    (/^Ma?c\p{Lu}/u.test(text) ? Shape.mac : 0) |
    (/^[ABEM]\d{3,4}$/u.test(text) ? Shape.road : 0) |
    (/\d/u.test(text) ? Shape.digit : 0),
);

export function byShape(survey: Survey, { segment }: CutSegment): void {
  const { tokens, keys, tables } = survey;
  let ordinary = 0;
  let capital = 0;
  let shouted = 0;
  let given = 0;
  for (let k = segment.first; k < segment.last; k++) {
    const token = tokens[k];
    if (token === undefined) continue;
    if (token.kind === 'punctuation' && token.text !== '-') {
      if (token.text === '&' || token.text === '.') add(segment.inner, { organization: 4 });
      else if (token.text === '"' || token.text === '“' || token.text === '‘') add(segment.inner, { person: 5 });
      continue;
    }
    if (token.kind !== 'word') continue;
    const key = keys[k] ?? '';
    if (token.case === 'none') {
      if (tables.words.strongParticles.holds(token))
        add(segment.inner, FOREIGN_ARTICLES.holds(token) ? { person: 0.6, place: 0.4 } : { person: 2 });
      continue;
    }
    capital++;
    const bits = tables.vocabulary.bitsOf(token);
    const shape = shapes.of(token);
    if ((bits & (GIVEN | FAMILY)) !== 0 || PARTICLES_OF_PEOPLE.has(key)) given++;
    if ((bits & GIVEN) === 0 && tables.vocabulary.isWordOf(token)) ordinary++;
    if ((shape & Shape.initial) !== 0 && segment.words > 1) add(segment.inner, { person: 2.5 });
    if ((shape & Shape.suffix) !== 0) add(segment.inner, { person: 4 });
    if (token.case === 'all' && survey.regimes[token.sentence] === 'text' && (shape & Shape.dotted) === 0) {
      if (segment.words === 1 && tables.words.commonAcronyms.holds(token)) add(segment.inner, { other: 5.5 });
      const listed = tables.places.places.holds(token) || ((bits & WORD) !== 0 && token.text.length > 3);
      if (segment.words === 1 && !listed) add(segment.inner, { organization: token.text.length <= 7 ? 3.2 : 1 });
      else if (segment.words > 1 && token.text.length <= 5) add(segment.inner, { organization: 1.5 });
    }
    if (token.case === 'all' && (bits & WORD) !== 0) shouted++;
    // `EIAs`
    if ((shape & Shape.plural) !== 0) add(segment.inner, { other: 3 });
    else if (token.case === 'mixed')
      add(segment.inner, (shape & Shape.mac) !== 0 ? { person: 1.5 } : { organization: 1 });
    // `A496` is a road.
    if ((shape & Shape.road) !== 0) add(segment.inner, { other: 6 });
    else if ((shape & Shape.digit) !== 0) add(segment.inner, { organization: 1.5, other: 1.5 });
  }
  if (isAmount(survey, segment)) add(segment.inner, { other: 8 });
  if (PARTICLES_OF_PEOPLE.has(keys[segment.first] ?? '') && segment.words > 1) add(segment.inner, { person: 1.5 });
  if (capital >= 2 && capital <= 4 && ordinary === 0) add(segment.inner, { person: 1.2 });
  if (capital >= 2 && ordinary === capital) add(segment.inner, { organization: 1.2, other: 1 });
  if (endsInCountry(survey, segment)) add(segment.inner, { organization: 3, place: -1, person: -1 });
  if (segment.words === 1 && BODY_ENDING.test(keys[segment.first] ?? '')) add(segment.inner, { organization: 3 });
  if (shouted >= 2 && shouted * 2 >= capital) add(segment.inner, { other: 6 });
  // `Sidi Omar Ould Ali Lemine`: several given names make a long name a person's.
  if (capital > 4) add(segment.inner, given * 2 >= capital - 1 ? { person: 3 } : { organization: 1, person: -1 });
}

const LARGE = evidenceWords('large numbers');

/** `8CUP`, `SR4.5`, `Dh2,500`: a currency written to its number. */
function isAmount({ tokens }: Survey, { first, last }: Segment): boolean {
  const token = tokens[first];
  if (last !== first + 1 || token === undefined) return false;
  if (tokens[first - 1]?.kind === 'number' && !token.spaced) return true;
  if (!/^\p{Lu}\p{L}{0,2}\d+$/u.test(token.text)) return false;
  if (LARGE.holds(tokens[last])) return true;
  const number = tokens[last + 1];
  return /^[.,]$/u.test(tokens[last]?.text ?? '') && number?.kind === 'number' && !number.spaced;
}

/** Adjectives that with a country name it, at a time or in part. */
const PARTS_OF_COUNTRIES = evidenceSet('parts of countries');

/** `Rural Leadership South Africa`: ordinary words before a country. */
function endsInCountry({ tokens, keys, tables }: Survey, { first, last, words }: Segment): boolean {
  const key = keys[first] ?? '';
  const { vocabulary, places } = tables;
  if (words < 2 || tokens[first]?.case !== 'initial' || !vocabulary.isWord(key)) return false;
  const named = (vocabulary.of(key) & (GIVEN | FAMILY)) !== 0 || places.places.has(key) || places.demonyms.has(key);
  if (named || PARTS_OF_COUNTRIES.has(key)) return false;
  const end = keys[last - 1] ?? '';
  const country = places.places.get(end) ?? places.places.get(`${keys[last - 2] ?? ''} ${end}`);
  return country?.kind === 'country';
}

export function byHead(survey: Survey, { segment }: CutSegment): void {
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
    add(segment.inner, { organization: tables.words.placeHeads.has(head) ? 1 : 4.5, person: -1.5 });
  if (tables.words.otherHeads.has(head) || (head.endsWith('s') && tables.words.otherHeads.has(head.slice(0, -1)))) {
    // `Clara Day`: a given name before one such word is a person's.
    const first = tables.vocabulary.of(start);
    const named =
      segment.words === 2 &&
      FAMILY_NAMES.has(head) &&
      (first & GIVEN) !== 0 &&
      (first & WORD) === 0 &&
      !tables.places.places.has(start);
    add(segment.inner, named ? { other: 1 } : { other: 5, person: -2 });
  }
  if (tables.words.placeStarters.has(start)) add(segment.inner, { place: STRONG_STARTERS.has(start) ? 3.5 : 1.8 });
  for (let k = segment.first; k < segment.last; k++)
    if (opensWork(survey, k)) {
      add(segment.inner, { other: 9 });
      break;
    }
  if (OTHER_STARTERS.has(start)) add(segment.inner, { other: 5, person: -2 });
  if (isShip(survey, segment)) add(segment.inner, { other: 9 });
}

/** `MV Albatross`: a prefix of ships, in capitals, before a name that is not. */
function isShip({ tokens, tables }: Survey, { first }: Segment): boolean {
  return tables.words.shipPrefixes.has(tokens[first]?.text ?? '') && tokens[first + 1]?.case === 'initial';
}

/** Also in the names of clubs. */
const SOFT_PLACE_HEADS = evidenceSet('place heads also of clubs');
/** Words for works and the like that are family names, too. */
const FAMILY_NAMES = evidenceSet('other heads that are family names');
const STRONG_STARTERS = evidenceSet('strong place starters');
export const OTHER_STARTERS = evidenceSet('other starters');
