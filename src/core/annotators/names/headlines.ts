import type { EntityKind } from '../../annotations';
import { longestBy } from '../../lexicon/lists';
import { GIVEN } from '../../lexicon/vocabulary';
import { PassingTable } from '../../lexicon/word-table';
import { isJoiningHyphen } from '../roles/phrases';
import type { Decided, Memory } from './decide';
import { noEvidence, type Segment } from './evidence';
import { longestMatch, type KnownNames } from './lookup';
import type { Survey } from './survey';
import { itemAt } from '../../items';

/** Finds names in lines where every word is capitalised: those that the text or a table knows, and unknown words after a title. */
export function findInHeadlines(survey: Survey, known: KnownNames, memory: Memory): Decided[] {
  if (survey.regimes.every((r) => r === 'text')) return [];
  const short = new Map(memory.names);
  for (const part of memory.personParts) if (!short.has(part)) short.set(part, 'person');
  const seen = {
    names: new PassingTable(short, 'key'),
    longest: new PassingTable(longestBy(short.keys()), 'key'),
  };
  const found: Decided[] = [];
  for (const [s, sentence] of survey.sentences.entries()) {
    if (survey.regimes[s] === 'text') continue;
    let i = sentence.first;
    while (i < sentence.last) {
      const one = nameAt(survey, known, seen, i, sentence.last);
      if (one !== null) found.push(one);
      i = one === null ? i + 1 : one.segment.last;
    }
  }
  return found;
}

function nameAt(
  survey: Survey,
  known: KnownNames,
  short: { readonly names: PassingTable<EntityKind>; readonly longest: PassingTable<number> },
  i: number,
  last: number,
): Decided | null {
  const { tokens, keys, tables } = survey;
  const token = tokens[i];
  if (token?.kind !== 'word' || token.case === 'none') return null;
  const ordinary = tables.vocabulary.isWord(keys[i] ?? '');
  const entry = longestMatch(tokens, keys, i, known.longest, known.names);
  if (entry !== null) {
    const { kind, country, id, gender } = entry.value;
    return { kind, segment: segment(survey, i, entry.last, 'knowledge', { country, known: id, gender }) };
  }
  const seen = longestMatch(tokens, keys, i, short.longest, short.names);
  if (seen !== null && (seen.words > 1 || !ordinary || survey.capitalised.has(keys[i] ?? ''))) {
    return { kind: seen.value, segment: segment(survey, i, seen.last, 'elsewhere in the text') };
  }
  const body = longestMatch(tokens, keys, i, tables.words.longestBody, tables.words.bodies);
  const place = longestMatch(tokens, keys, i, tables.places.longest, tables.places.places);
  if (body !== null && (body.words > 1 || !ordinary) && body.last >= (place?.last ?? 0))
    return { kind: 'organization', segment: segment(survey, i, body.last, 'listed', { country: body.value }) };
  if (
    place !== null &&
    (place.words > 1 || (!ordinary && place.value.kind !== 'town') || place.value.kind === 'country')
  )
    return { kind: 'place', segment: segment(survey, i, place.last, 'gazetteer', { country: place.value.country }) };
  return personAt(survey, i, last);
}

/** A given name and an unknown word, or unknown words behind a title; `ABDI NUR SALAD`: or an unknown word before a given name. */
function personAt(survey: Survey, i: number, last: number): Decided | null {
  const { tokens, keys, tables } = survey;
  const unknown = (k: number): boolean =>
    tokens[k]?.kind === 'word' &&
    tokens[k].case !== 'none' &&
    !tables.vocabulary.isWord(keys[k] ?? '') &&
    !tables.places.demonyms.has(keys[k] ?? '');
  const isGiven = (k: number): boolean => (tables.vocabulary.of(keys[k] ?? '') & GIVEN) !== 0;
  const opens =
    tokens[i - 1]?.sentence !== tokens[i]?.sentence ||
    tokens[i - 1]?.kind === 'punctuation' ||
    tokens[i - 1]?.form.classes !== 0;
  const given = isGiven(i) || (opens && unknown(i) && unknown(i + 1) && isGiven(i + 1));
  const titled = itemAt(survey.offices, survey.officeAt[i - 1])?.last === i;
  if (!given && !(titled && unknown(i))) return null;
  let end = i + 1;
  for (;;) {
    const next: number = isJoiningHyphen(tokens, end) ? end + 1 : end;
    if (next >= last || !unknown(next)) break;
    end = next + 1;
  }
  if (end === i + 1 && !titled) return null;
  return { kind: 'person', segment: segment(survey, i, end, titled ? 'title' : 'given name') };
}

function segment(survey: Survey, first: number, last: number, reason: string, more: Partial<Segment> = {}): Segment {
  return {
    first,
    last,
    key: survey.keys.slice(first, last).join(' '),
    words: last - first,
    inner: noEvidence(),
    context: noEvidence(),
    reasons: [reason],
    fixed: null,
    country: null,
    known: null,
    gender: null,
    opening: false,
    doubtful: false,
    called: null,
    ...more,
  };
}
