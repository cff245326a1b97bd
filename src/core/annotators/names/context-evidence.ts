/** Evidence from what stands around a name. */
import { evidenceWords } from '../../lexicon/name-evidence';
import type { Token } from '../../annotations';
import { byAppositionAfter, byAppositionBefore } from './appositions';
import { GIVEN } from '../../lexicon/vocabulary';
import { add, type Segment } from './evidence';
import type { CutSegment } from './segments';
import { officeBeforeOwner } from './offices-of';
import type { Survey } from './survey';
import { WordSet } from '../../lexicon/word-table';
import { itemAt } from '../../items';

/** Titles and honorifics. */
export function byLead(survey: Survey, { segment, lead }: CutSegment): void {
  const previous = itemAt(survey.offices, survey.officeAt[segment.first - 1]);
  const sentence = survey.tokens[segment.first]?.sentence;
  const before = survey.tokens[segment.first - 1]?.sentence === sentence ? previous : undefined;
  const office = survey.offices[lead.office] ?? (before?.last === segment.first ? before : undefined);
  if (lead.honorific) {
    add(segment.context, { person: 6 });
    segment.reasons.push('honorific');
  }
  if (office === undefined) {
    const owned = survey.offices[officeBeforeOwner(survey, segment.first)];
    if (owned === undefined || owned.office.plural) return;
    add(segment.context, { person: owned.office.titular ? 4 : 2 });
    segment.gender ??= owned.office.gender;
    segment.reasons.push('title');
    return;
  }
  const weight = office.office.titular ? 6 : office.capitalised ? 4.5 : 2.5;
  add(segment.context, { person: weight });
  if (segment.gender === null) segment.gender = office.office.gender;
  segment.reasons.push('title');
}

/** Nouns that only bodies bear behind them: `the daily X` says what X is wherever it stands. */
const STRONG_CLASSES = evidenceWords('strong class nouns of bodies');
const NAMED = new WordSet(['named', 'called', 'dubbed', 'christened']);
const PLURAL_CLASSES = evidenceWords('plural class nouns of bodies');
const ACTS_UPON_PLACES = evidenceWords('acts upon places');
const PLURAL_PLACES = evidenceWords('plural class nouns of places');
/** What is of bodies, in them, at them or by them: `shares of X`, `owned by X`, `an analyst at X`. */
const OF_BODIES = evidenceWords('what is of bodies');
/** A word that is neither the head of a body nor a plural, as teams and parties are called: `the Assembly`, `the Greens`. */
function isPlainWord({ tables }: Survey, key: string): boolean {
  return tables.vocabulary.isWord(key) && !tables.words.organizationHeads.has(key) && !/[^s]s$/u.test(key);
}

/** Of one thing among several: bodies are not counted so. */
const DETERMINERS = new WordSet(['a', 'an', 'any', 'each', 'every', 'another', 'per']);

/** `an EU official`: what follows may be what the determiner belongs to. */
function nounFollows(next: Token | undefined): boolean {
  return next !== undefined && (next.text === '-' || (next.kind === 'word' && next.form.classes === 0));
}

/** `her husband X`: who is called by a given name alone. */
const RELATIVES = evidenceWords('relatives before names');
const SAID = new Set(['said', 'says', 'added', 'told', 'asked', 'replied']);

export function byBefore(survey: Survey, { segment, lead }: CutSegment): void {
  const { tokens, keys, tables } = survey;
  const { first, context } = segment;
  const before = tokens[first - 1];
  if (before === undefined || lead.office >= 0 || lead.honorific) return;
  const second = tokens[first - 2];
  const word = before.lower;
  const sentence = tokens[first]?.sentence;
  if (before.sentence !== sentence) return;
  const { words } = tables;
  if (lead.article && segment.reasons.includes('article')) add(context, { organization: 4, person: -3 });
  else if (word === 'the') {
    const listed = segment.reasons.includes('gazetteer');
    // `the Constitution`: what is a word like any other is no body for its article.
    const ordinary = segment.words === 1 && tokens[first]?.case === 'initial' && isPlainWord(survey, keys[first] ?? '');
    add(context, { person: -3, organization: listed || ordinary ? 0 : 1.3, place: listed ? 1 : 0.3 });
    if (words.strongPlacePrepositions.holds(second)) add(context, { place: 1 });
  } else if (words.strongPlacePrepositions.has(word)) {
    // `in Ana Silva's book` tells little.
    const owner = tokens[segment.last]?.lower === "'s" && segment.words > 1;
    add(context, { place: owner ? 0.5 : 2.6 });
  } else if (word === 'of' && (words.classNounsOfPlaces.holds(second) || PLURAL_PLACES.holds(second)))
    add(context, { place: 5 });
  else if (OF_BODIES.holds(second) && (word === 'of' || word === 'in' || word === 'at' || word === 'by'))
    add(context, { organization: 2.5 });
  else if (words.placePrepositions.has(word))
    // `pilgrims from Novi Sad who`: a known place behind `from` is one.
    add(context, { place: word === 'from' && segment.reasons.includes('gazetteer') ? 3.2 : 0.8 });
  else if (word === 'by' || word === 'with') add(context, { person: 0.5, organization: 0.4 });
  // `the attack on X`, `the siege of X`: less so of several words, for people are attacked too
  if ((word === 'on' || word === 'of' || word === 'for') && ACTS_UPON_PLACES.holds(second))
    add(context, { place: segment.words === 1 ? 2 : 1 });
  // `a movement that calls itself X`, `Lagos-based X`
  if (word === 'itself') add(context, { organization: 4 });
  if (word === 'based' && second?.text === '-' && !survey.tables.vocabulary.isWord(keys[first] ?? ''))
    add(context, { organization: 2 });
  if (DETERMINERS.holds(before) && segment.words === 1 && !nounFollows(tokens[segment.last]))
    add(context, { other: 3 });
  if (words.classNounsOfBodies.holds(before)) {
    add(context, { organization: 3.5 });
    if (STRONG_CLASSES.holds(before)) segment.called = 'organization';
  } else if (PLURAL_CLASSES.holds(before)) add(context, { organization: 5 });
  if (words.classNounsOfPlaces.has(word)) add(context, { place: 2.5 });
  // `the country's Parliament`: a description.
  if (word === "'s" && segment.words === 1 && keys[first] === 'parliament') add(context, { other: 8 });
  const named = NAMED.holds(before);
  const bearer = named && second?.text === ',' ? tokens[first - 3] : second;
  if (words.classNounsOfOthers.holds(named ? bearer : before)) add(context, { other: named ? 8 : 4 });
  if (named && words.classNounsOfPlaces.holds(bearer)) add(context, { place: 6 });
  if (named && words.classNounsOfBodies.holds(bearer)) add(context, { organization: 6 });
  // `told Tarnwick`: a person's full name would go before.
  if (word === 'told' && segment.words === 1) add(context, { person: 1.5, organization: 1.5 });
  else if (SAID.has(word) && tokens[first]?.case !== 'all') add(context, { person: 2.5 });
  // `an emergency meeting at Ilves Toral`
  if (word === 'at' && second?.kind === 'word' && second.form.classes === 0)
    add(
      context,
      (survey.officeAt[first - 2] ?? -1) < 0 || segment.reasons.includes('gazetteer')
        ? { place: 1 }
        : { organization: 1 },
    );
  if (word === '-' && !tokens[first]?.spaced && tokens[first - 2]?.kind === 'number') add(context, { other: 6 });
  if (word === 'joined' || word === 'joining' || second?.lower === 'joined') add(context, { organization: 1 });
  if (word === ',') {
    byAppositionBefore(survey, segment);
    if (tables.places.states.has(keys[first] ?? '') && second?.kind === 'word' && second.case !== 'none')
      add(context, { place: 6 });
  }
  if (word === 'named' || RELATIVES.holds(before)) add(context, { person: 3 });
  if (word === 'by' && survey.sentences[before.sentence]?.first === first - 1) add(context, { person: 3 });
  const bracketed = keys[first - 1] === '(' && tokens[segment.last]?.text === ')';
  // `the Water Rescue Agency (Sarnas)`
  if (
    bracketed &&
    segment.words === 1 &&
    second?.case === 'initial' &&
    tokens[first]?.case === 'initial' &&
    words.organizationHeads.has(keys[first - 2] ?? '')
  )
    add(context, { organization: segment.reasons.includes('gazetteer') ? 0 : 3 });
  if (bracketed && segment.words === 1 && tokens[first]?.case !== 'initial') add(context, { organization: 1.2 });
}

/** Behind an airline. */
const AIRCRAFT = evidenceWords('aircraft');
/** What bodies do rather than people. */
const BODY_VERBS = evidenceWords('body verbs');

/** What is called by the name of its head or of a family. */
const OF_FAMILIES = evidenceWords('what is of families');

/** Ordinary words only: no name before a title. */
function isOrdinary({ tokens, keys, tables }: Survey, segment: Segment): boolean {
  for (let k = segment.first; k < segment.last; k++) {
    const key = keys[k] ?? '';
    if (tokens[k]?.case !== 'none' && (!tables.vocabulary.isWord(key) || (tables.vocabulary.of(key) & GIVEN) !== 0))
      return false;
  }
  return true;
}

export function byAfter(survey: Survey, { segment }: CutSegment): void {
  const { tokens, tables } = survey;
  const { last, context } = segment;
  const next = tokens[last];
  if (next === undefined || next.sentence !== tokens[segment.first]?.sentence) return;
  const word = next.lower;
  const { words } = tables;
  const title = itemAt(survey.offices, survey.officeAt[last]);
  // `Colombo Mayor X`
  if (title?.first === last && title.capitalised) {
    // `Deputy Emergency Situations Minister X`
    if (!segment.reasons.includes('title')) add(context, { person: -4 });
    else if (isOrdinary(survey, segment)) add(context, { person: -9 });
  }
  if (next.kind === 'word' && next.case === 'none') {
    // `the Ilves administration`, `the Ilves brothers`
    if (OF_FAMILIES.holds(next) && segment.words === 1 && tokens[segment.first - 1]?.lower === 'the')
      add(context, { person: segment.reasons.includes('gazetteer') ? 4 : 6, organization: -1 });
    if (words.placeNouns.has(word)) add(context, { place: 2.2 });
    if (words.organizationNouns.has(word)) add(context, { organization: 1.8 });
    if (words.strongOrganizationNouns.holds(next)) add(context, { organization: 2 });
    // `the Aramdai ambulance service`; verbs stand there, too, in the third person or the past
    const noun = tokens[last + 1];
    if (
      words.classNounsOfBodies.holds(noun) &&
      next.form.classes === 0 &&
      !/(?:s|ed)$/u.test(word) &&
      !tables.places.places.has(segment.key)
    )
      if (!words.placeNouns.has(noun?.lower ?? '')) add(context, { organization: 1.5 });
    // `the Varna fuel terminal`
    if (
      words.placeNouns.has(tokens[last + 1]?.lower ?? '') &&
      next.form.classes === 0 &&
      tokens[last + 1]?.case === 'none'
    )
      add(context, { place: 1.5 });
    // `an Emirates flight`: of a country itself its adjective would tell.
    if (AIRCRAFT.holds(next))
      add(context, { organization: tables.places.places.get(segment.key)?.kind === 'country' ? 7 : 3.5 });
    if (next.text === 'plc') add(context, { organization: 5 });
    if (BODY_VERBS.holds(next)) add(context, { organization: 1.5 });
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

const QUOTATION_MARKS = new Set(['"', '“', '”', '‘', "'", '«', '»']);

/** A title of a work or a word that is only mentioned. */
export function byQuotationMarks(survey: Survey, { segment }: CutSegment): void {
  const before = survey.tokens[segment.first - 1]?.text ?? '';
  const after = survey.tokens[segment.last]?.text ?? '';
  if (QUOTATION_MARKS.has(before) && QUOTATION_MARKS.has(after)) add(segment.context, { other: 5 });
}

/** `NAIROBI, Jan. 5 (Agency) —` */
export function byDateline(survey: Survey, { segment }: CutSegment): void {
  const sentence = survey.tokens[segment.first]?.sentence ?? 0;
  if (segment.last > (survey.datelines[sentence] ?? -1)) return;
  const before = survey.tokens[segment.first - 1];
  const colon = itemAt(survey.tokens, survey.datelines[sentence])?.text === ':';
  if (before?.text === '(') add(segment.context, { organization: 6 });
  // `Ana Lima - She led the party`: an entry of a list.
  else if (segment.words > 1 && segment.reasons.includes('given name') && !segment.reasons.includes('gazetteer'))
    return;
  else if (!colon || segment.reasons.includes('gazetteer')) add(segment.context, { place: 8 });
  else return;
  segment.reasons.push('dateline');
}
