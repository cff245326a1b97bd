import type { NameMention, Token } from '../../annotations';
import type { OfficeTable } from '../../lexicon/offices';
import { functionWords } from '../../lexicon/grammar';
import { plainKey } from '../../lexicon/lists';
import { nameWords } from '../../lexicon/name-words';
import type { Gazetteer } from '../../lexicon/places';
import { longestMatch } from '../names/lookup';
import type { OfficePhrase } from './phrases';
import { isJoiningHyphen } from './phrases';

/** Whose an office is, and where the phrase with all its words begins and ends. */
export interface Owner {
  readonly first: number;
  readonly last: number;
  /** Where the possessor begins, else `first`: `his`, `the bloc's`, `Iran's`. */
  readonly outer: number;
  readonly country: string | null;
  /** Index into the names of a body or place, or -1. */
  readonly organization: number;
  /** What stands before: nothing, an article, a possessive pronoun, a possessive name, or a name or adjective of nationality alone. */
  readonly determiner: 'none' | 'definite' | 'indefinite' | 'pronoun' | 'possessive' | 'bare';
}

export interface RoleReading {
  readonly tokens: readonly Token[];
  readonly names: readonly NameMention[];
  /** For each token the index of the name that covers it, or -1. */
  readonly nameAt: Int32Array;
  readonly keys: readonly string[];
  readonly offices: OfficeTable;
  readonly places: Gazetteer;
}

const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'both']);
const INDEFINITE = new Set(['a', 'an', 'another', 'one', 'some', 'several', 'many', 'any', 'no', 'other', 'most']);
const PRONOUNS = new Set(['his', 'her', 'their', 'its', 'my', 'our', 'your', 'whose']);
const OWNED_BY = new Set(['of', 'for', 'in', 'at', 'from', 'with', 'to', 'on']);

/** Walks left and right from an office: `Peru's acting`, `the Frelimo`, `of the Organization of X`. At most a dozen tokens. */
export function ownerOf(read: RoleReading, phrase: OfficePhrase): Owner {
  const left = ownerBefore(read, phrase);
  const right = ownerAfter(read, phrase);
  return {
    first: left.first,
    last: right.last,
    outer: left.outer,
    country: left.country ?? right.country,
    organization: left.organization >= 0 ? left.organization : right.organization,
    determiner: left.determiner,
  };
}

type Left = Pick<Owner, 'first' | 'outer' | 'country' | 'organization' | 'determiner'>;

function ownerBefore(read: RoleReading, phrase: OfficePhrase): Left {
  const { tokens, names, nameAt, offices } = read;
  const sentence = tokens[phrase.head]?.sentence;
  let first = phrase.first;
  let country: string | null = null;
  let organization = -1;
  let determiner: Owner['determiner'] = 'none';
  let unknown = 0;
  let participle = false;
  let k = phrase.first - 1;
  for (let steps = 0; steps < 10 && k >= 0; steps++) {
    const token = tokens[k];
    if (token === undefined || token.sentence !== sentence) break;
    if (isJoiningHyphen(tokens, k)) {
      k--;
      continue;
    }
    if (token.kind === 'word' && DEFINITE.has(token.lower))
      return { first: k, outer: k, country, organization, determiner: 'definite' };
    if (token.kind === 'word' && INDEFINITE.has(token.lower))
      return { first: k, outer: k, country, organization, determiner: 'indefinite' };
    if (PRONOUNS.has(token.lower)) {
      if (token.lower === 'its' && organization < 0 && country === null) {
        organization = nearestBody(read, k);
        country = ownedCountry(names[organization]);
        if (names[organization]?.kind === 'place' && !isLocal(read, names[organization])) organization = -1;
      }
      return { first, outer: k, country, organization, determiner: 'pronoun' };
    }
    const possessive = token.lower === "'s" || token.text === "'" || token.text === '’';
    const nameIndex = nameAt[possessive ? k - 1 : k] ?? -1;
    const name = names[nameIndex];
    if (name !== undefined) {
      // `The House impeached President X`
      if (participle && !possessive) break;
      if (name.kind === 'person')
        return {
          first,
          outer: possessive ? name.first : first,
          country,
          organization,
          determiner: possessive ? 'possessive' : determiner,
        };
      if (name.kind === 'organization' && organization < 0) organization = nameIndex;
      if (name.kind === 'place' && organization < 0 && name.country === null) organization = nameIndex;
      if (name.kind === 'place' && isLocal(read, name) && organization < 0) organization = nameIndex;
      country ??= ownedCountry(name);
      if (possessive) {
        const outer = tokens[name.first - 1]?.lower === 'the' ? name.first - 1 : name.first;
        return { first, outer, country, organization, determiner: 'possessive' };
      }
      first = name.first;
      determiner = 'bare';
      k = name.first - 1;
      continue;
    }
    if (possessive)
      return ownedByNoun(read, k, {
        first,
        outer: nounFirst(read, k),
        country,
        organization,
        determiner: 'possessive',
      });
    if (token.kind !== 'word') break;
    const nationality = demonymEndingAt(read, k);
    if (nationality !== null) {
      country ??= nationality.country;
      first = nationality.first;
      determiner = 'bare';
      k = nationality.first - 1;
      continue;
    }
    if (token.case !== 'none') break;
    // `Slovakia's populist premier`: other adjectives pass where a determiner or possessor follows.
    const known =
      offices.ordinary.has(token.lower) || offices.modifiers.has(token.lower) || offices.status.has(token.lower);
    if (!known && (functionWords().has(token.lower) || ++unknown > 2)) break;
    if (!known && token.lower.endsWith('ed')) participle = true;
    k--;
  }
  return { first, outer: first, country, organization, determiner };
}

/** Where `the ruling party` begins before its possessive mark. */
function nounFirst(read: RoleReading, mark: number): number {
  for (let k = mark - 1; k >= Math.max(0, mark - 6); k--) {
    const token = read.tokens[k];
    if (token?.kind !== 'word') return k + 1;
    if (DEFINITE.has(token.lower) || PRONOUNS.has(token.lower) || INDEFINITE.has(token.lower)) return k;
  }
  return mark;
}

/** `the bloc's`, `the country's`: the owner is what the noun refers to, the last body or country named before. */
function ownedByNoun(read: RoleReading, mark: number, left: Left): Left {
  const noun = read.tokens[mark - 1];
  if (noun?.case !== 'none' || left.country !== null || left.organization >= 0) return left;
  const { classNounsOfBodies, classNounsOfPlaces } = nameWords();
  if (COUNTRY_NOUNS.has(noun.lower))
    return { ...left, country: read.names[nearest(read, mark, 'place')]?.country ?? null };
  if (classNounsOfPlaces.has(noun.lower)) {
    const place = nearest(read, mark, 'place');
    return { ...left, organization: place, country: ownedCountry(read.names[place]) };
  }
  if (!classNounsOfBodies.has(noun.lower) && !BODY_NOUNS.has(noun.lower)) return left;
  const body = nearest(read, mark, 'organization');
  return { ...left, organization: body, country: ownedCountry(read.names[body]) };
}

const COUNTRY_NOUNS = new Set(['country', 'nation', 'republic', 'kingdom', 'state', 'government']);
const BODY_NOUNS = new Set([
  'bloc',
  'mission',
  'ministry',
  'council',
  'commission',
  'committee',
  'bank',
  'force',
  'army',
  'court',
  'league',
  'body',
  'institute',
  'hospital',
  'front',
  'fund',
  'board',
  'foundation',
  'association',
]);

/** Whether a place is less than a country, so that `mayor of X` is kept with it. */
function isLocal(read: RoleReading, name: NameMention | undefined): boolean {
  if (name === undefined) return false;
  const match = longestMatch(read.tokens, read.keys, name.first, read.places.longest, read.places.places);
  return (
    match === null ||
    match.last !== name.last ||
    match.value.kind === 'city' ||
    match.value.kind === 'town' ||
    match.value.kind === 'region'
  );
}

function ownedCountry(name: NameMention | undefined): string | null {
  return name?.country ?? null;
}

function demonymEndingAt(read: RoleReading, last: number): { first: number; country: string | null } | null {
  const { tokens, places } = read;
  if (tokens[last]?.case === 'none') return null;
  const key = plainKey(tokens[last]?.lower ?? '');
  for (let first = last - 2; first < last; first++) {
    if (first < 0 || tokens[first]?.case === 'none' || tokens[first]?.kind !== 'word') continue;
    const words: string[] = [];
    for (let k = first; k < last; k++) words.push(plainKey(tokens[k]?.lower ?? ''));
    const country = places.demonyms.get([...words, key].join(' '));
    if (country !== undefined) return { first, country };
  }
  const country = places.demonyms.get(key);
  return country === undefined ? null : { first: last, country };
}

/** What `its` refers to as the owner of an office: the last body, else the last place, of this sentence, else of the one before. */
function nearestBody(read: RoleReading, before: number): number {
  const sentence = read.tokens[before]?.sentence ?? 0;
  const body = nearest(read, before, 'organization');
  const place = nearest(read, before, 'place');
  const inSentence = (index: number): boolean => read.tokens[read.names[index]?.first ?? 0]?.sentence === sentence;
  if (body >= 0 && place >= 0 && !inSentence(body) && inSentence(place)) return place;
  return body >= 0 ? body : place;
}

/** The last name of a kind before a token, in its sentence or the one before; at most 120 tokens back. */
function nearest(read: RoleReading, before: number, kind: NameMention['kind']): number {
  const { tokens, names, nameAt } = read;
  const sentence = tokens[before]?.sentence ?? 0;
  for (let k = before - 1; k >= Math.max(0, before - 120) && (tokens[k]?.sentence ?? 0) >= sentence - 1; k--) {
    const index = nameAt[k] ?? -1;
    if (names[index]?.kind === kind) return index;
  }
  return -1;
}

function ownerAfter(read: RoleReading, phrase: OfficePhrase): Pick<Owner, 'last' | 'country' | 'organization'> {
  const { tokens, names, nameAt } = read;
  const none: Pick<Owner, 'last' | 'country' | 'organization'> = { last: phrase.last, country: null, organization: -1 };
  let country: string | null = null;
  /** `of the electoral board`: no name, but words up to a comma. */
  const closed = (k: number): typeof none =>
    tokens[k]?.text === ',' && k > phrase.last + 1 ? { ...none, last: k, country: foreign ? null : country } : none;
  const preposition = tokens[phrase.last];
  if (preposition === undefined || !OWNED_BY.has(preposition.lower)) return none;
  const sentence = preposition.sentence;
  // `ambassador to X`: X is not whom they serve.
  const foreign = preposition.lower === 'to' || preposition.lower === 'with' || preposition.lower === 'on';
  let k = phrase.last + 1;
  for (let steps = 0; steps < 6; steps++, k++) {
    const token = tokens[k];
    if (token === undefined || token.sentence !== sentence || token.kind !== 'word') return closed(k);
    const index = nameAt[k] ?? -1;
    const name = names[index];
    if (name !== undefined) {
      if (name.kind === 'person') {
        // `the head of X's office`: X leads to the country by way of X's own office.
        return none;
      }
      if (foreign) return { last: name.last, country: null, organization: -1 };
      const local = name.kind !== 'place' || name.country === null || isLocal(read, name);
      return { last: name.last, country: country ?? name.country, organization: local ? index : -1 };
    }
    const nationality = demonymEndingAt(read, k);
    if (nationality !== null) {
      country = nationality.country;
      continue;
    }
    if (token.lower === 'the' || token.lower === 'its' || token.lower === 'his' || token.lower === 'her') continue;
    if (STOPS.has(token.lower))
      return country === null ? none : { last: k, country: foreign ? null : country, organization: -1 };
  }
  return none;
}

const STOPS = new Set([
  'and',
  'or',
  'who',
  'which',
  'that',
  'said',
  'to',
  'on',
  'by',
  'with',
  'was',
  'is',
  'has',
  'had',
]);
