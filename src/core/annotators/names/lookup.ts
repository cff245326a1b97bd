import type { EntityKind, Gender, Token } from '../../annotations';
import type { Knowledge } from '../../knowledge';
import { phraseKey } from '../../lexicon/lists';
import { PassingTable, type WordLookup } from '../../lexicon/word-table';
import { isJoiningHyphen } from '../roles/phrases';

/** A name of the knowledge file. */
interface KnownName {
  readonly kind: EntityKind;
  readonly country: string | null;
  /** Null where several entries share the spelling. */
  readonly id: string | null;
  readonly gender: Gender | null;
}

export interface KnownNames {
  /** By `phraseKey`. */
  readonly names: WordLookup<KnownName>;
  readonly longest: WordLookup<number>;
}

export interface Match<T> {
  readonly last: number;
  readonly words: number;
  readonly value: T;
}

/**
 * The longest entry of a table of phrases that stands at token `i`, hyphens passed over.
 * @param keys the key of each token
 * @param longest first word → the most words of an entry
 */
export function longestMatch<T>(
  tokens: readonly Token[],
  keys: readonly string[],
  i: number,
  longest: WordLookup<number>,
  table: WordLookup<T>,
): Match<T> | null {
  const most = longest.of(tokens[i]);
  if (most === undefined) return null;
  let best: Match<T> | null = null;
  let key = '';
  let k = i;
  for (let words = 1; words <= most; words++) {
    if (words > 1 && isJoiningHyphen(tokens, k)) k++;
    const token = tokens[k];
    if (token === undefined || token.kind === 'punctuation' || token.sentence !== tokens[i]?.sentence) break;
    key = words === 1 ? (keys[k] ?? '') : `${key} ${keys[k] ?? ''}`;
    k++;
    const value = words === 1 ? table.of(token) : table.get(key);
    if (value !== undefined && (token.case !== 'none' || token.kind === 'number')) best = { last: k, words, value };
  }
  return best;
}

/** The names of people, bodies and places that the knowledge file holds. */
export function knownNames(knowledge: Knowledge): KnownNames {
  const names = new Map<string, KnownName>();
  const longest = new Map<string, number>();
  const add = (name: string, value: KnownName): void => {
    const key = phraseKey(name);
    if (key === '') return;
    const old = names.get(key);
    names.set(key, old === undefined || old.id === value.id ? value : { ...old, id: null });
    const words = key.split(' ');
    longest.set(words[0] ?? '', Math.max(longest.get(words[0] ?? '') ?? 0, words.length));
  };
  for (const { id, name, aliases, country, gender } of knowledge.people)
    for (const spelling of [name, ...aliases]) add(spelling, { kind: 'person', id, country, gender });
  for (const { id, name, aliases, country } of knowledge.organizations)
    for (const spelling of [name, ...aliases]) add(spelling, { kind: 'organization', id, country, gender: null });
  for (const { id, name, aliases, country } of knowledge.places)
    for (const spelling of [name, ...aliases]) add(spelling, { kind: 'place', id, country, gender: null });
  return { names: new PassingTable(names, 'key'), longest: new PassingTable(longest, 'key') };
}
