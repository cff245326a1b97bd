import type { Gender, NameMention } from '../../annotations';
import { DifferentNames } from '../../different-names';
import type { ReadText } from '../input';
import { relativeBefore } from './kinship';
import { type PersonName, compatibleNames, personName, positionIn } from './person-names';
import { referenceWords } from './words';

/** All mentions by name of one person in a source. */
export interface PersonCluster {
  /** The fullest name. */
  name: PersonName;
  gender: Gender | null;
  known: string | null;
  /** Indices into `names`. */
  readonly mentions: number[];
}

/** How far apart, in sentences, two namesakes must have been named last for a bare family name to go to the nearer one. */
const CLEAR_DISTANCE = 1;
/** A word that more people of a source bear (`Mohammed`, in a list of names) tells nobody apart. */
const MOST_BEARERS = 60;
/** More words than this between two names, and the second is no alias of the first. */
const ALIAS_REACH = 7;
/** How many names back the one whose relative somebody is may stand. */
const NAMES_BACK = 8;

/**
 * Gathers mentions by name into people: full names first, then short forms to the person whose name holds them. Two people who
 * share a family name stay two. Near-linear: candidates come from an index of the words of names.
 * @param genders for each name its gender where an honorific or a title tells it
 */
export function groupPeople(
  read: ReadText,
  names: readonly NameMention[],
  genders: readonly (Gender | null)[],
): PersonCluster[] {
  const grouping = new Grouping(read, names, genders);
  const people: { readonly index: number; readonly name: PersonName }[] = [];
  for (const [index, name] of names.entries()) {
    if (name.kind !== 'person') continue;
    people.push({ index, name: personName(read.text.slice(name.start, name.end)) });
  }
  for (const { index, name } of people) if (name.weight > 1) grouping.addFull(index, name);
  for (const { index, name } of people) if (name.weight <= 1) grouping.addShort(index, name);
  grouping.joinAliases();
  for (const cluster of grouping.clusters) cluster.mentions.sort((a, b) => a - b);
  return grouping.clusters.filter((c) => c.mentions.length > 0);
}

/** Full names are joined before short ones, each in the order of the text: `mentions` is sorted up to `full`, and from there. */
interface GrowingCluster extends PersonCluster {
  full: number;
}

class Grouping {
  readonly clusters: GrowingCluster[] = [];
  readonly #byWord = new Map<string, Set<GrowingCluster>>();
  readonly #byName = new Map<string, GrowingCluster>();
  readonly #byKnown = new Map<string, GrowingCluster>();
  /** Relatives of whom only the given name is told, by that. */
  readonly #relatives = new Map<string, GrowingCluster>();
  readonly #of = new Map<number, GrowingCluster>();
  readonly #different: DifferentNames;

  constructor(
    private readonly read: ReadText,
    private readonly names: readonly NameMention[],
    private readonly genders: readonly (Gender | null)[],
  ) {
    this.#different = new DifferentNames(read.knowledge.different);
  }

  addFull(index: number, name: PersonName): void {
    const known = this.names[index]?.known ?? null;
    const gender = this.genders[index] ?? null;
    const same = known === null ? this.#byName.get(name.compact + name.suffix) : this.#byKnown.get(known);
    const found = same ?? this.#nearest(this.#candidates(name, gender, known, compatibleNames), index);
    this.#join(found ?? this.#open(name), index, name);
  }

  /** A name of one word: a family name, a given name, or all there is. */
  addShort(index: number, name: PersonName): void {
    const known = this.names[index]?.known ?? null;
    const gender = this.genders[index] ?? null;
    const same = known === null ? undefined : this.#byKnown.get(known);
    const mention = this.names[index];
    const relative = known !== null || mention === undefined ? null : relativeBefore(this.read.tokens, mention);
    if (relative !== null) {
      this.#addRelative(index, name, relative);
      return;
    }
    const found = same ?? this.#relatives.get(name.compact) ?? this.#shortCandidate(index, name, gender, known);
    this.#join(found ?? this.#bearer(name, gender) ?? this.#open(name), index, name);
  }

  /** `her husband Luis`: nobody who happens to bear the given name, unless the family name is that of the one named before. */
  #addRelative(index: number, name: PersonName, gender: Gender): void {
    const owner = this.#of.get(this.#personBefore(index));
    const family = owner !== undefined && owner.name.weight > 1 ? (owner.name.words.at(-1) ?? '') : '';
    const own = this.#relatives.get(name.compact);
    const namesake = this.#candidates(name, gender, null, (full, short) => positionIn(full, short) === 'first').find(
      (c) => c !== owner && c.name.words.at(-1) === family,
    );
    const cluster = own ?? namesake ?? this.#open(name);
    this.#join(cluster, index, name);
    cluster.gender ??= gender;
    if (namesake !== undefined) return;
    this.#relatives.set(name.compact, cluster);
    if (family !== '') this.#byName.set(`${family} ${gender}`, cluster);
  }

  /** The index of the name of a person before a name, or -1. */
  #personBefore(index: number): number {
    for (let i = index - 1; i >= 0 && i > index - NAMES_BACK; i--) if (this.names[i]?.kind === 'person') return i;
    return -1;
  }

  /** Who bears the very same short name, unless it is of the other gender: `Mr Lund` behind `Ms Lund` may be her husband. */
  #bearer(name: PersonName, gender: Gender | null): GrowingCluster | undefined {
    const found = this.#byName.get(name.compact);
    const other = gender === null || found === undefined || found.gender === null || found.gender === gender;
    return other ? found : this.#byName.get(`${name.compact} ${gender}`);
  }

  #shortCandidate(
    index: number,
    name: PersonName,
    gender: Gender | null,
    known: string | null,
  ): GrowingCluster | undefined {
    const holds = (full: PersonName, short: PersonName): boolean => full.weight > 1 && positionIn(full, short) !== null;
    const candidates = this.#candidates(name, gender, known, holds);
    if (candidates.length < 2) return candidates[0];
    const family = candidates.filter((c) => positionIn(c.name, name) === 'last');
    if (family.length === 1) return family[0];
    return this.#nearest(family.length > 0 ? family : candidates, index);
  }

  #candidates(
    name: PersonName,
    gender: Gender | null,
    known: string | null,
    fits: (full: PersonName, other: PersonName) => boolean,
  ): GrowingCluster[] {
    const found = new Set<GrowingCluster>();
    for (const key of name.keys) {
      const bearers = this.#byWord.get(key);
      if (bearers === undefined || bearers.size > MOST_BEARERS) continue;
      for (const cluster of bearers) {
        if (gender !== null && cluster.gender !== null && gender !== cluster.gender) continue;
        if (known !== null && cluster.known !== null && known !== cluster.known) continue;
        if (this.#different.apart(cluster.name.text, name.text)) continue;
        if (fits(cluster.name, name)) found.add(cluster);
      }
    }
    return [...found];
  }

  /** The one of several people who was named last before a mention, or soonest after it; none where two come equally close. */
  #nearest(candidates: readonly GrowingCluster[], index: number): GrowingCluster | undefined {
    if (candidates.length < 2) return candidates[0];
    const at = this.#sentence(index);
    let best: GrowingCluster | undefined;
    let bestDistance = Infinity;
    let second = Infinity;
    for (const cluster of candidates) {
      const distance = this.#distance(cluster, index, at);
      if (distance < bestDistance) {
        second = bestDistance;
        bestDistance = distance;
        best = cluster;
      } else second = Math.min(second, distance);
    }
    return second - bestDistance >= CLEAR_DISTANCE ? best : undefined;
  }

  /** In sentences; what comes later counts as far away. */
  #distance(cluster: GrowingCluster, index: number, at: number): number {
    let low = 0;
    let high = cluster.full;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((cluster.mentions[middle] ?? Infinity) < index) low = middle + 1;
      else high = middle;
    }
    const short = cluster.mentions.length > cluster.full ? (cluster.mentions.at(-1) ?? -1) : -1;
    const before = Math.max(cluster.mentions[low - 1] ?? -1, short);
    if (before >= 0) return at - this.#sentence(before);
    return 1000 + this.#sentence(cluster.mentions[0] ?? index) - at;
  }

  #sentence(index: number): number {
    return this.read.tokens[this.names[index]?.first ?? 0]?.sentence ?? 0;
  }

  #open(name: PersonName): GrowingCluster {
    const cluster: GrowingCluster = { name, gender: null, known: null, mentions: [], full: 0 };
    this.clusters.push(cluster);
    return cluster;
  }

  #join(cluster: GrowingCluster, index: number, name: PersonName): void {
    this.#of.set(index, cluster);
    cluster.mentions.push(index);
    if (name.weight > 1) cluster.full = cluster.mentions.length;
    cluster.gender ??= this.genders[index] ?? null;
    const known = this.names[index]?.known ?? null;
    cluster.known ??= known;
    if (cluster.known !== null) this.#byKnown.set(cluster.known, cluster);
    if (fuller(name, cluster.name)) cluster.name = name;
    const other = this.#byName.get(name.compact);
    const gender = this.genders[index] ?? null;
    const apart = name.weight <= 1 && other !== undefined && other !== cluster && gender !== null;
    const key = name.compact + (name.weight > 1 ? name.suffix : apart ? ` ${gender}` : '');
    if (this.#byName.get(key) === undefined) {
      this.#byName.set(key, cluster);
      for (const word of name.keys) {
        const set = this.#byWord.get(word) ?? new Set();
        this.#byWord.set(word, set.add(cluster));
      }
    }
  }

  /** `Dagalo – widely known as Hemedti –`: the second name is another of the first. */
  joinAliases(): void {
    const { aliases, aliasWords } = referenceWords();
    const { tokens } = this.read;
    let previous = -1;
    for (const [index, name] of this.names.entries()) {
      if (name.kind !== 'person') continue;
      const from = previous;
      const before = this.names[from];
      previous = index;
      if (before === undefined || name.first - before.last > ALIAS_REACH || name.first - before.last < 2) continue;
      if (tokens[before.first]?.sentence !== tokens[name.first]?.sentence) continue;
      if (!holdsWord(tokens, before.last, name.first, aliasWords)) continue;
      if (aliases.some((phrase) => holdsPhrase(tokens, before.last, name.first, phrase)))
        this.#merge(this.#of.get(from), this.#of.get(index));
    }
  }

  #merge(into: GrowingCluster | undefined, from: GrowingCluster | undefined): void {
    if (into === undefined || from === undefined || into === from) return;
    if (into.gender !== null && from.gender !== null && into.gender !== from.gender) return;
    if (into.known !== null && from.known !== null && into.known !== from.known) return;
    for (const index of from.mentions) this.#of.set(index, into);
    into.mentions.push(...from.mentions);
    from.mentions.length = 0;
    into.gender ??= from.gender;
    into.known ??= from.known;
  }
}

/** Whether `a` says more than `b`: more words, then more letters that are not capitals throughout, then more diacritics. */
function fuller(a: PersonName, b: PersonName): boolean {
  if (a.words.length !== b.words.length) return a.words.length > b.words.length;
  if (a.shouted !== b.shouted) return b.shouted;
  return a.compact.length > b.compact.length;
}

function holdsWord(tokens: ReadText['tokens'], from: number, to: number, words: ReadonlySet<string>): boolean {
  for (let i = from; i < to; i++) if (words.has(tokens[i]?.lower ?? '')) return true;
  return false;
}

function holdsPhrase(tokens: ReadText['tokens'], from: number, to: number, phrase: readonly string[]): boolean {
  for (let i = from; i + phrase.length <= to; i++)
    if (phrase.every((word, k) => tokens[i + k]?.lower === word)) return true;
  return false;
}
