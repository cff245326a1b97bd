/** Whom the words of a noun phrase stand for, as entities of the source. */
import type { LocalMention, Token } from '../../annotations';
import { itemAt } from '../../items';
import { phraseKey } from '../../lexicon/lists';
import { Memo } from '../../lexicon/memo';
import { gazetteer } from '../../lexicon/places';
import type { ReadReferences } from '../input';
import { type Chunk, isPossessive } from './word-classes';
import { Institutions, isFollower } from './unnamed';
import { WordSet } from '../../lexicon/word-table';

const PERSONAL_DETERMINERS = new WordSet(['his', 'her', 'their', 'its']);

/** How far back `the two` may look for people, in tokens. */
const PAIR_WINDOW = 80;

const countryNames = new Memo((name: string) => gazetteer().places.get(phraseKey(name))?.kind === 'country', 1 << 12);

export interface Participants {
  readonly people: readonly number[];
  readonly bodies: readonly number[];
  readonly places: readonly number[];
}

const NOBODY: Participants = { people: [], bodies: [], places: [] };

/** Looks up entities by token. Built once for a source, in one pass over its mentions. */
export class Referents {
  readonly #read: ReadReferences;
  /** Token → index of the mention of a person, or -1; of a body or place likewise, the longer span first. */
  readonly #people: Int32Array;
  readonly #others: Int32Array;
  /** Country code → the entity that best stands for it. */
  readonly #countries = new Map<string, number>();
  readonly #institutions: Institutions;

  constructor(read: ReadReferences) {
    this.#read = read;
    const { tokens, mentions } = read;
    this.#people = new Int32Array(tokens.length).fill(-1);
    this.#others = new Int32Array(tokens.length).fill(-1);
    let token = 0;
    for (const [index, mention] of mentions.entries()) {
      while (token < tokens.length && (tokens[token]?.end ?? 0) <= mention.start) token++;
      const marks = mention.kind === 'person' ? this.#people : this.#others;
      for (let k = token; k < tokens.length && (tokens[k]?.start ?? Infinity) < mention.end; k++)
        if (this.#longer(mention, marks[k] ?? -1)) marks[k] = index;
    }
    this.#findCountries();
    this.#institutions = new Institutions(read, (token) => this.#countryAt(token));
  }

  #longer(mention: LocalMention, old: number): boolean {
    const other = itemAt(this.#read.mentions, old);
    return other === undefined || mention.end - mention.start > other.end - other.start;
  }

  #findCountries(): void {
    const { entities, mentions } = this.#read;
    const weight = new Float64Array(entities.length);
    for (const m of mentions) weight[m.entity] = (weight[m.entity] ?? 0) + 1;
    for (const [index, entity] of entities.entries()) {
      if (entity.kind === 'person' || entity.country === null) continue;
      const country = entity.kind === 'place' && countryNames.get(entity.name, entity.name) ? 1e6 : 0;
      weight[index] = (weight[index] ?? 0) + country + (entity.kind === 'place' ? 1e3 : 0);
      const best = this.#countries.get(entity.country);
      if (best === undefined || (weight[index] ?? 0) > (weight[best] ?? 0)) this.#countries.set(entity.country, index);
    }
  }

  #countryAt(at: number): string | null {
    const token = this.#read.tokens[at];
    if (token === undefined) return null;
    // `his ministry`: that of the country he serves.
    const owner = PERSONAL_DETERMINERS.holds(token) ? itemAt(this.#read.mentions, this.#people[at]) : undefined;
    if (owner !== undefined) return this.#read.entities[owner.entity]?.country ?? null;
    if (token.case === 'none') return null;
    const mention = itemAt(this.#read.mentions, this.#others[at]);
    if (mention !== undefined) return this.#read.entities[mention.entity]?.country ?? null;
    return gazetteer().nationalities.of(token) ?? null;
  }

  /** The country that `the army` or `police` stands for, as an entity, or null. */
  institution(chunk: Chunk): number | null {
    return this.country(this.#institutions.countryOf(chunk));
  }

  /** The entity for a country, by its code: the country itself, else the place or body most named of those in it. */
  country(code: string | null): number | null {
    return code === null ? null : (this.#countries.get(code) ?? null);
  }

  /** The entity that a demonym stands for (`Honduran`, `Hondurans`), or null. */
  demonym(token: Token): number | null {
    return token.case === 'none' ? null : this.country(gazetteer().nationalities.of(token) ?? null);
  }

  /** As `demonym`, of two words: `South Sudanese`. */
  #demonymPair(at: number, end: number): number | null {
    const { tokens } = this.#read;
    const [first, second] = [tokens[at], tokens[at + 1]];
    if (first === undefined || second === undefined || at + 1 >= end || first.case === 'none') return null;
    const table = gazetteer();
    if (!table.longestDemonym.has(first.lower)) return null;
    return this.country(table.demonyms.get(`${first.lower} ${second.lower}`) ?? null);
  }

  /** Whether there are some, and all are people. */
  arePeople(entities: readonly number[]): boolean {
    return entities.length > 0 && entities.every((e) => this.#read.entities[e]?.kind === 'person');
  }

  /** The person that the sentence before, or the one before that, begins with, as long as the paragraph is the same. */
  topicBefore(token: number): readonly number[] {
    const { tokens, sentences, mentions } = this.#read;
    const own = tokens[token]?.sentence ?? 0;
    for (let s = own - 1; s >= own - 2 && sentences[s]?.paragraph === sentences[own]?.paragraph; s--) {
      const sentence = sentences[s];
      if (sentence === undefined) break;
      for (let k = sentence.first; k < sentence.last; k++) {
        const entity = itemAt(mentions, this.#people[k])?.entity;
        if (entity !== undefined) return [entity];
      }
    }
    return [];
  }

  /** The people named last before a token, the later one first; empty where there are not so many near by. */
  lastPeople(token: number, count: number): readonly number[] {
    const found: number[] = [];
    for (let k = token - 1; k >= 0 && k > token - PAIR_WINDOW && found.length < count; k--) {
      const entity = itemAt(this.#read.mentions, this.#people[k])?.entity;
      if (entity !== undefined && !found.includes(entity)) found.push(entity);
    }
    return found.length === count ? found : [];
  }

  /** Index of the mention at a token, people first, or -1. */
  mentionAt(token: number): number {
    const person = this.#people[token] ?? -1;
    return person >= 0 ? person : (this.#others[token] ?? -1);
  }

  /** Everyone named in a noun phrase. `from`, `to`: its tokens. */
  within(from: number, to: number, owners: boolean): Participants {
    const { tokens, entities } = this.#read;
    let found: { people: number[]; bodies: number[]; places: number[] } | undefined;
    for (let k = from; k < to;) {
      const person = this.#people[k] ?? -1;
      const other = this.#others[k] ?? -1;
      const token = tokens[k];
      if (token === undefined) break;
      if (person < 0 && other < 0) {
        const country = token.case === 'initial' || token.case === 'all' ? this.demonym(token) : null;
        const pair = country === null ? this.#demonymPair(k, to) : null;
        const named = country ?? pair;
        if (named !== null) (found ??= { people: [], bodies: [], places: [] }).places.push(named);
        k += pair === null ? 1 : 2;
        continue;
      }
      found ??= { people: [], bodies: [], places: [] };
      const index = person >= 0 ? person : other;
      const end = this.#mentionEnd(index, k, to);
      if (person >= 0) {
        const owner = isPossessive(tokens[end]) || (PERSONAL_DETERMINERS.holds(token) && end === k + 1 && end < to);
        if (!owner || owners) found.people.push(...this.#sameSpan(person));
      } else {
        const entity = this.#read.mentions[other]?.entity ?? -1;
        const list = entities[entity]?.kind === 'place' ? found.places : found.bodies;
        for (const e of this.#sameSpan(other)) list.push(e);
      }
      k = Math.max(end, k + 1);
    }
    return found ?? NOBODY;
  }

  /** Whom the noun phrase means: people before bodies before places and demonyms. */
  of(chunk: Chunk, owners = false): readonly number[] {
    const { people, bodies, places } = this.within(chunk.first, chunk.last, owners);
    if (people.length > 0) return !owners && this.#isFollowed(chunk) ? bodies : people;
    return bodies.length > 0 ? bodies : places;
  }

  /** `a Trump supporter`: whether the phrase is about somebody else than the person named in it, by its head. */
  #isFollowed({ first, last }: Chunk): boolean {
    const head = this.#read.tokens[last - 1];
    if (head === undefined || !isFollower(head) || this.mentionAt(last - 1) >= 0) return false;
    const before = last - 2;
    return before >= first && this.#read.mentions[this.#people[before] ?? -1]?.form === 'name';
  }

  /** Whether a noun phrase names a person, or anybody. */
  named(chunk: Chunk, whom: 'person' | 'anybody'): boolean {
    const { people, bodies, places } = this.within(chunk.first, chunk.last, false);
    return people.length > 0 || (whom === 'anybody' && (bodies.length > 0 || places.length > 0));
  }

  /** Whether a person stands in a noun phrase under a name: not `her counterpart`. */
  hasPersonalName({ first, last }: Chunk): boolean {
    for (let k = first; k < last; k++) if (itemAt(this.#read.mentions, this.#people[k])?.form === 'name') return true;
    return false;
  }

  #mentionEnd(mention: number, from: number, to: number): number {
    const end = this.#read.mentions[mention]?.end ?? 0;
    let k = from;
    while (k < to && (this.#read.tokens[k]?.start ?? Infinity) < end) k++;
    return k;
  }

  /** Entities of all mentions with this span: `the two ministers` may mean two. */
  #sameSpan(mention: number): number[] {
    const { mentions } = this.#read;
    const one = mentions[mention];
    if (one === undefined) return [];
    const found = [one.entity];
    for (let k = mention + 1; mentions[k]?.start === one.start; k++)
      if (mentions[k]?.end === one.end && mentions[k]?.kind === one.kind) found.push(mentions[k]?.entity ?? one.entity);
    for (let k = mention - 1; k >= 0 && mentions[k]?.start === one.start; k--)
      if (mentions[k]?.end === one.end && mentions[k]?.kind === one.kind) found.push(mentions[k]?.entity ?? one.entity);
    return found;
  }
}
