import type { EntityKind, LocalDate, NameMention } from '../../annotations';
import type { Place } from '../../lexicon/places';
import type { ReadText } from '../input';
import { findAcronyms } from './acronyms';
import { joinExpansions } from './expansions';
import { byCoordination } from './coordination';
import { decide, type Decided } from './decide';
import { withArticles, withCommonHead, withParticles } from './extend';
import { findInHeadlines } from './headlines';
import { knownNames, longestMatch, type Match } from './lookup';
import { runsOf } from './runs';
import { SOURCES } from './sources';
import { cutRun, type CutSegment } from './segments';
import { survey as surveyText, type Survey } from './survey';

/**
 * Finds the names of people, organizations and places. Time is linear in the text's length.
 *
 * Runs of capitalised words are cut at titles, demonyms and days; each piece collects evidence for each kind from its words, from
 * what stands around it and from the rest of the text; the strongest kind wins. Headlines, where every word is capitalised, are
 * read last, with what the text has shown.
 * @returns sorted by start, not overlapping
 */
export function findNames(read: ReadText, dates: readonly LocalDate[]): readonly NameMention[] {
  const survey = surveyText(read.tokens, read.sentences, dates);
  const known = knownNames(read.knowledge);
  const cuts: CutSegment[] = [];
  for (const [s, sentence] of read.sentences.entries()) {
    if (survey.regimes[s] !== 'text') continue;
    for (const run of runsOf(survey, sentence.first, sentence.last)) cuts.push(...cutRun(survey, known, run));
  }
  const whole = joinExpansions(survey, cuts);
  for (const cut of whole) for (const source of SOURCES) source(survey, cut);
  byCoordination(survey, whole);
  const acronyms = findAcronyms(survey, whole);
  const { decided, memory } = decide(survey, whole, acronyms);
  const all = [
    ...withArticles(
      survey,
      decided.map((one) => withParticles(survey, memory.familyNames, withCommonHead(survey, one))),
    ),
    ...findInHeadlines(survey, known, memory),
  ].sort((a, b) => a.segment.first - b.segment.first);
  return all.map((one) => mention(survey, one));
}

function mention(survey: Survey, { segment, kind }: Decided): NameMention {
  const { first, last } = segment;
  // `The Irish Herald`
  const named = survey.tokens[first]?.text === 'The' ? first + 1 : first;
  return {
    start: survey.tokens[first]?.start ?? 0,
    end: survey.tokens[last - 1]?.end ?? 0,
    first,
    last,
    kind,
    country: segment.country ?? (kind === 'person' ? null : countryOf(survey, kind, named, last)),
    known: segment.known,
    gender: kind === 'person' ? segment.gender : null,
    rule: ruleOf(segment.reasons),
  };
}

function ruleOf(reasons: readonly string[]): string {
  return reasons.length < 2 ? (reasons[0] ?? 'context') : [...new Set(reasons)].join(', ');
}

function bodyAt({ tokens, keys, tables: { words } }: Survey, first: number): Match<string | null> | null {
  return longestMatch(tokens, keys, first, words.longestBody, words.bodies);
}

/** The country of a place, of a body that the tables know, or the one that the name of a body begins with. */
function countryOf(survey: Survey, kind: EntityKind, first: number, last: number): string | null {
  const { tokens, keys, tables } = survey;
  const body = kind === 'organization' ? bodyAt(survey, first) : null;
  if (body !== null && body.last === last && body.value !== null) return body.value;
  const place = longestMatch(tokens, keys, first, tables.places.longest, tables.places.places);
  if (place !== null && place.last === last) return place.value.country;
  // `South Yemen` is in Yemen, whatever places are called South; `Sela Marin` may be anywhere, `Lima Airport` is in Lima.
  const { placeHeads, placeStarters } = tables.words;
  const starts = placeStarters.has(keys[first] ?? '') && place?.words === 1;
  if (starts && last - first > 1) return countryOf(survey, kind, first + 1, last);
  const partOf = (value: Place): boolean => value.kind === 'country' || value.kind === 'region';
  if (
    place !== null &&
    place.last < last &&
    (kind !== 'place' ||
      partOf(place.value) ||
      placeHeads.has(keys[last - 1] ?? '') ||
      tokens[place.last]?.case === 'none')
  )
    return place.value.country;
  const demonym = longestMatch(tokens, keys, first, tables.places.longestDemonym, tables.places.demonyms);
  return demonym !== null && demonym.last <= last ? demonym.value : null;
}
