/** What is asked while offices are read: the source, its names, the tables; and whose an office is. */
import type { NameMention, Token } from '../../annotations';
import type { OfficeTable, Status } from '../../lexicon/offices';
import { plainKey } from '../../lexicon/lists';
import type { Gazetteer } from '../../lexicon/places';
import { longestMatch } from '../names/lookup';

/** Whose an office is, and where the phrase with all its words begins and ends. */
export interface Owner {
  readonly first: number;
  readonly last: number;
  /** Where the possessor begins, else `first`: `his`, `the bloc's`, `Iran's`. */
  readonly outer: number;
  readonly country: string | null;
  /** A modifier of status before a nationality or name: `former Chilean president`. */
  readonly status: Exclude<Status, 'current'> | null;
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

/** Whether a place is less than a country, so that `mayor of X` is kept with it. */
export function isLocal(read: RoleReading, name: NameMention | undefined): boolean {
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

/** The adjective or noun of nationality of one or two words that ends at a token, or null. */
export function demonymEndingAt(read: RoleReading, last: number): { first: number; country: string | null } | null {
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
