/** Those who act without a name: `the army`, `police`, `rebels`; and the country that an institution belongs to. */
import type { Token } from '../../annotations';
import actorsYaml from '../../lexicon/actors.yaml';
import { plural } from '../../lexicon/inflect';
import { listOf } from '../../lexicon/lists';
import people from '../../lexicon/person-nouns.yaml';
import type { ReadReferences } from '../input';
import type { Chunk } from './word-classes';
import { WordSet, WordTable } from '../../lexicon/word-table';

type List = 'institutions' | 'somebody' | 'epithets' | 'followers';

interface Heads {
  readonly institutions: WordSet;
  /** Those of two words: the second → what the first may be. */
  readonly pairs: WordTable<ReadonlySet<string>>;
  readonly somebody: WordSet;
  readonly epithets: WordSet;
  readonly followers: WordSet;
}

let built: Heads | undefined;

function heads(): Heads {
  return (built ??= build(actorsYaml as Record<List, string>));
}

function build(yaml: Record<List, string>): Heads {
  const pairs = new Map<string, Set<string>>();
  for (const [first = '', second] of listOf(yaml.institutions).map((words) => words.split(' '))) {
    if (second === undefined) continue;
    const firsts = pairs.get(second);
    if (firsts === undefined) pairs.set(second, new Set([first]));
    else firsts.add(first);
  }
  return {
    institutions: new WordSet(listOf(yaml.institutions)),
    pairs: new WordTable(pairs),
    somebody: new WordSet([...listOf(yaml.somebody), ...bystanders()]),
    epithets: new WordSet(listOf(yaml.epithets)),
    followers: new WordSet(listOf(yaml.followers)),
  };
}

/** Nouns for one person, and for several. */
function bystanders(): string[] {
  const { bystanders: lists } = people as { readonly bystanders: Readonly<Record<string, readonly string[]>> };
  return Object.values(lists)
    .flat()
    .filter((noun) => !noun.includes(' '))
    .flatMap((noun) => [noun, plural(noun)]);
}

/** `the veteran politician`, `the 61-year-old`: one known person, told of under another name. */
export function isEpithet(tokens: readonly Token[], { first, last }: Chunk): boolean {
  return tokens[first]?.lower === 'the' && last > first + 1 && heads().epithets.holds(tokens[last - 1]);
}

/** `a B supporter`, `B's aides`: others than the one named before. */
export function isFollower(token: Token | undefined): boolean {
  return heads().followers.holds(token);
}

/** The head of a noun phrase where it is an institution's (its last two words or its last one), or null. */
function institutionAt(tokens: readonly Token[], last: number): string | null {
  const { institutions, pairs } = heads();
  const token = tokens[last];
  if (token === undefined) return null;
  const before = tokens[last - 1]?.lower ?? '';
  if (pairs.of(token)?.has(before) === true) return `${before} ${token.lower}`;
  return institutions.holds(token) ? token.lower : null;
}

/** Whether a noun phrase stands for people or a body by its head: `37 demonstrators`, `the two`, `riot police`. */
export function standsForSomebody(tokens: readonly Token[], chunk: Chunk): boolean {
  const head = tokens[chunk.last - 1];
  if (head === undefined) return false;
  const { institutions, somebody } = heads();
  return somebody.holds(head) || institutions.holds(head) || head.kind === 'number';
}

/** A country must be named this many times as often as the next one to be the one that a report is about. */
const LEAD = 1.3;

/** How far before an institution its country may stand, in tokens: `Ruritanian riot police`, `Ruritania's new interior ministry`. */
const OWNER_WINDOW = 4;

/** The countries of a report's institutions. Built once for a source, in one pass over its tokens. */
export class Institutions {
  /** Token of an institution's head → the country spoken of there. */
  readonly #countries = new Map<number, string>();

  /** @param countryAt the country that a token names (a place, a body of a state, a demonym), or null */
  constructor(read: ReadReferences, countryAt: (token: number) => string | null) {
    const home = homeOf(read);
    const last = new Map<string, string>();
    const { tokens, sentences } = read;
    for (const sentence of sentences) {
      const local = openingPlace(tokens, sentence, countryAt);
      for (let i = sentence.first; i < sentence.last; i++) {
        const head = institutionAt(tokens, i);
        if (head === null) continue;
        const owner = ownerBefore(tokens, i, sentence.first, countryAt);
        if (owner !== null) last.set(head, owner);
        const country = owner ?? local ?? last.get(head) ?? home;
        if (country !== null) this.#countries.set(i, country);
      }
    }
  }

  /** The country whose institution the noun phrase stands for, or null. */
  countryOf(chunk: Chunk): string | null {
    return this.#countries.get(chunk.last - 1) ?? null;
  }
}

function ownerBefore(
  tokens: readonly Token[],
  at: number,
  first: number,
  countryAt: (token: number) => string | null,
): string | null {
  for (let k = at - 1; k >= Math.max(first, at - OWNER_WINDOW); k--) {
    if (tokens[k]?.kind === 'punctuation' && tokens[k]?.lower !== "'s" && tokens[k]?.text !== '-') return null;
    const country = countryAt(k);
    if (country !== null) return country;
  }
  return null;
}

/** `In Lima, the government said …`: the country of the place that opens the sentence. */
function openingPlace(
  tokens: readonly Token[],
  { first, last }: { readonly first: number; readonly last: number },
  countryAt: (token: number) => string | null,
): string | null {
  if (!/^(?:in|from|across)$/.test(tokens[first]?.lower ?? '')) return null;
  for (let k = first + 1; k < Math.min(first + 6, last); k++) {
    const country = countryAt(k);
    if (country !== null) return country;
    if (tokens[k]?.text === ',') return null;
  }
  return null;
}

/** The country that the report names most, or null where another is named nearly as often. */
function homeOf({ mentions, entities }: ReadReferences): string | null {
  const counts = new Map<string, number>();
  for (const { entity, form } of mentions) {
    const country = form === 'name' ? entities[entity]?.country : null;
    if (country !== null && country !== undefined) counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (first === undefined) return null;
  return second === undefined || first[1] >= LEAD * second[1] ? first[0] : null;
}
