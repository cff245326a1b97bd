import type { NameMention, Token } from '../../annotations';
import type { OfficeTable } from '../../lexicon/offices';
import { plainKey } from '../../lexicon/lists';
import type { Gazetteer } from '../../lexicon/places';
import { longestMatch } from '../names/lookup';
import type { OfficePhrase } from './phrases';
import { isJoiningHyphen } from './phrases';

/** Whose an office is, and where the phrase with all its words begins and ends. */
export interface Owner {
  readonly first: number;
  readonly last: number;
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
const OWNED_BY = new Set(['of', 'for', 'in', 'at', 'from', 'with']);

/** Walks left and right from an office: `Iran's acting`, `the Hamas`, `of the Organization of X`. At most a dozen tokens. */
export function ownerOf(read: RoleReading, phrase: OfficePhrase): Owner {
  const left = ownerBefore(read, phrase);
  const right = ownerAfter(read, phrase, left.country !== null || left.organization >= 0);
  return {
    first: left.first,
    last: right.last,
    country: left.country ?? right.country,
    organization: left.organization >= 0 ? left.organization : right.organization,
    determiner: left.determiner,
  };
}

type Left = Pick<Owner, 'first' | 'country' | 'organization' | 'determiner'>;

function ownerBefore(read: RoleReading, phrase: OfficePhrase): Left {
  const { tokens, names, nameAt, offices } = read;
  const sentence = tokens[phrase.head]?.sentence;
  let first = phrase.first;
  let country: string | null = null;
  let organization = -1;
  let determiner: Owner['determiner'] = 'none';
  let k = phrase.first - 1;
  for (let steps = 0; steps < 10 && k >= 0; steps++) {
    const token = tokens[k];
    if (token === undefined || token.sentence !== sentence) break;
    if (isJoiningHyphen(tokens, k)) {
      k--;
      continue;
    }
    if (token.kind === 'word' && DEFINITE.has(token.lower))
      return { first: k, country, organization, determiner: 'definite' };
    if (token.kind === 'word' && INDEFINITE.has(token.lower))
      return { first: k, country, organization, determiner: 'indefinite' };
    if (PRONOUNS.has(token.lower)) {
      if (token.lower === 'its' && organization < 0 && country === null) {
        organization = nearestBody(read, k);
        country = ownedCountry(names[organization]);
      }
      return { first, country, organization, determiner: 'pronoun' };
    }
    const possessive = token.lower === "'s" || token.text === "'" || token.text === '’';
    const nameIndex = nameAt[possessive ? k - 1 : k] ?? -1;
    const name = names[nameIndex];
    if (name !== undefined) {
      if (name.kind === 'person')
        return { first, country, organization, determiner: possessive ? 'possessive' : determiner };
      if (name.kind === 'organization' && organization < 0) organization = nameIndex;
      if (name.kind === 'place' && organization < 0 && name.country === null) organization = nameIndex;
      if (name.kind === 'place' && isLocal(read, name) && organization < 0) organization = nameIndex;
      country ??= ownedCountry(name);
      if (possessive) return { first, country, organization, determiner: 'possessive' };
      first = name.first;
      determiner = 'bare';
      k = name.first - 1;
      continue;
    }
    if (possessive || token.kind !== 'word') break;
    const nationality = demonymEndingAt(read, k);
    if (nationality !== null) {
      country ??= nationality.country;
      first = nationality.first;
      determiner = 'bare';
      k = nationality.first - 1;
      continue;
    }
    if (!offices.ordinary.has(token.lower) && !offices.modifiers.has(token.lower) && !offices.status.has(token.lower))
      break;
    if (token.case !== 'none') break;
    k--;
  }
  return { first, country, organization, determiner };
}

/** Whether a place is less than a country, so that `mayor of X` is kept with it. */
function isLocal(read: RoleReading, name: NameMention): boolean {
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

/** What `its` refers to as the owner of an office: the last body, else the last place, of this sentence or the one before. */
function nearestBody(read: RoleReading, before: number): number {
  const { tokens, names, nameAt } = read;
  const sentence = tokens[before]?.sentence ?? 0;
  let place = -1;
  for (let k = before - 1; k >= 0 && (tokens[k]?.sentence ?? 0) >= sentence - 1; k--) {
    const index = nameAt[k] ?? -1;
    const kind = names[index]?.kind;
    if (kind === 'organization') return index;
    if (kind === 'place' && place < 0) place = index;
  }
  return place;
}

function ownerAfter(
  read: RoleReading,
  phrase: OfficePhrase,
  owned: boolean,
): Pick<Owner, 'last' | 'country' | 'organization'> {
  const { tokens, names, nameAt } = read;
  const none = { last: phrase.last, country: null, organization: -1 };
  const preposition = tokens[phrase.last];
  if (preposition === undefined || !OWNED_BY.has(preposition.lower)) return none;
  if (preposition.lower !== 'of' && owned) return none;
  const sentence = preposition.sentence;
  let country: string | null = null;
  let k = phrase.last + 1;
  for (let steps = 0; steps < 6; steps++, k++) {
    const token = tokens[k];
    if (token === undefined || token.sentence !== sentence || token.kind !== 'word') return none;
    const index = nameAt[k] ?? -1;
    const name = names[index];
    if (name !== undefined) {
      if (name.kind === 'person') {
        // `the head of X's office`: X leads to the country by way of X's own office.
        return none;
      }
      const local = name.kind !== 'place' || name.country === null || isLocal(read, name);
      return { last: name.last, country: country ?? name.country, organization: local ? index : -1 };
    }
    const nationality = demonymEndingAt(read, k);
    if (nationality !== null) {
      country = nationality.country;
      continue;
    }
    if (token.lower === 'the' || token.lower === 'its' || token.lower === 'his' || token.lower === 'her') continue;
    if (country !== null) return { last: k + 1, country, organization: -1 };
    if (preposition.lower !== 'of' || token.case !== 'none' || STOPS.has(token.lower)) return none;
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
