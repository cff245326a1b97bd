import * as l10n from '../../l10n';
import type { Gender, LocalEntity } from '../../annotations';
import { type PersonName, PersonNames, compatibleNames, positionIn } from '../../annotators/coreference/person-names';
import { sameOffice } from '../../annotators/coreference/offices';
import type { Knowledge, KnownPerson } from '../../knowledge';
import type { Problem } from '../../model';
import { DifferentNames } from '../../different-names';
import { type RelatedPlace, severityOf } from '../../problems';
import { fold } from '../../text';
import type { LinkSource } from '../source';
import { inSteps, sortInSteps, type Steps } from '../../steps';
import { type EntityCluster, type Member, type SpellingCounts, addCounts, majority } from './clusters';

/** A word that more people of the corpus bear tells nobody apart. */
const MOST_BEARERS = 100;
/** So many are looked at even then. */
const MOST_CANDIDATES = 500;

/** So many are linked in a step. */
const STEP = 16;

/** A cluster while it grows. */
interface PersonCluster extends EntityCluster {
  /** Distinct full names. */
  readonly names: PersonName[];
  /** Folded short forms that sources use for the person. */
  readonly short: Set<string>;
  gender: Gender | null;
  /** Countries that roles state outright. */
  readonly countries: Set<string>;
  readonly locals: LocalEntity[];
  /** Spellings whose keys are known. */
  readonly seen: Set<string>;
}

interface Person {
  readonly member: Member;
  readonly path: string;
  readonly local: LocalEntity;
  readonly name: PersonName;
}

/**
 * Links people across sources: by the knowledge file, by full name with its spelling variants, and by bare family name where
 * exactly one person of the corpus fits in name, gender, country and office. Longer names go first, so that a shorter one that fits
 * two people joins neither.
 */
export function* linkPeople(
  sources: readonly LinkSource[],
  counts: SpellingCounts,
  knowledge: Knowledge,
): Steps<{ readonly people: readonly EntityCluster[]; readonly problems: readonly Problem[] }> {
  const names = new PersonNames(Infinity);
  const linker = new Linker(sources, knowledge, names);
  const all: Person[] = [];
  yield* inSteps(sources, STEP, ({ annotations, path }, source) => {
    for (const [entity, local] of annotations.entities.entries()) {
      if (local.kind !== 'person') continue;
      all.push({ member: { source, entity }, path, local, name: names.of(local.name) });
    }
  });
  const people = yield* sortInSteps(all, compareForLinking);
  yield* inSteps(people, STEP, (person) => {
    linker.add(person);
  });
  yield* inSteps(linker.clusters, STEP, (cluster) => {
    for (const { source, entity } of cluster.members) addCounts(cluster.counts, counts[source]?.[entity]);
    finish(cluster, names);
  });
  return { people: linker.clusters, problems: linker.problems };
}

/** Longer names first; what remains in an order that does not hang on that of the sources. */
function compareForLinking(a: Person, b: Person): number {
  const byWeight = b.name.weight - a.name.weight || b.name.compact.length - a.name.compact.length;
  if (byWeight !== 0) return byWeight;
  if (a.name.compact !== b.name.compact) return a.name.compact < b.name.compact ? -1 : 1;
  const stated = Number(b.local.country !== null) - Number(a.local.country !== null);
  if (stated !== 0) return stated;
  return a.path === b.path ? a.member.entity - b.member.entity : a.path < b.path ? -1 : 1;
}

class Linker {
  readonly clusters: PersonCluster[] = [];
  readonly problems: Problem[] = [];
  readonly #byWord = new Map<string, Set<PersonCluster>>();
  readonly #byKnown = new Map<string, PersonCluster>();
  readonly #byAlias = new Map<string, KnownPerson | null>();
  readonly #known: ReadonlyMap<string, KnownPerson>;
  readonly #different: DifferentNames;

  constructor(
    private readonly sources: readonly LinkSource[],
    knowledge: Knowledge,
    private readonly names: PersonNames,
  ) {
    this.#known = new Map(knowledge.people.map((p) => [p.id, p]));
    this.#different = new DifferentNames(knowledge.different);
    for (const person of knowledge.people) {
      for (const name of new Set([person.name, ...person.aliases].map(fold)))
        this.#byAlias.set(name, this.#byAlias.has(name) ? null : person);
    }
  }

  add(person: Person): void {
    const known = this.#knownPerson(person);
    const cluster =
      (known === undefined ? undefined : this.#byKnown.get(known.id)) ??
      (person.name.weight > 1 ? this.#fullMatch(person, known) : this.#shortMatch(person, known)) ??
      this.#open(person);
    this.#join(cluster, person, known);
  }

  #knownPerson({ local }: Person): KnownPerson | undefined {
    if (local.known !== null) return this.#known.get(local.known);
    const person = (this.#byAlias.size === 0 ? null : this.#byAlias.get(fold(local.name))) ?? undefined;
    const gender = person?.gender ?? null;
    if (gender !== null && local.gender !== null && gender !== local.gender) return undefined;
    return person;
  }

  #fullMatch(person: Person, known: KnownPerson | undefined): PersonCluster | undefined {
    const found: PersonCluster[] = [];
    for (const cluster of this.#candidates(person)) {
      if (!this.#agree(cluster, person, known)) continue;
      if (cluster.names.every((n) => compatibleNames(n, person.name))) found.push(cluster);
    }
    if (found.length < 2) return found[0];
    const exact = found.filter((c) => c.names.some((n) => n.compact === person.name.compact));
    if (exact.length === 1) return exact[0];
    return this.#bySupport(found, person);
  }

  #shortMatch(person: Person, known: KnownPerson | undefined): PersonCluster | undefined {
    const found: PersonCluster[] = [];
    const { name } = person;
    for (const cluster of this.#candidates(person)) {
      if (!this.#agree(cluster, person, known)) continue;
      const used = cluster.short.has(name.compact);
      const holds = cluster.names.some((n) => {
        const position = positionIn(n, name);
        return position === 'last' || (position !== null && n.weight > 2 && position !== 'first');
      });
      if (used || holds) found.push(cluster);
    }
    if (found.length < 2) return found[0];
    const full = found.filter((c) => c.names.some((n) => n.weight > 1));
    if (full.length < 2) return full[0] ?? found[0];
    const supported = this.#bySupport(full, person);
    if (supported === undefined) this.#ambiguous(person, full);
    return supported;
  }

  #candidates({ name }: Person): Set<PersonCluster> {
    const found = new Set<PersonCluster>();
    const sets = name.keys.map((key) => this.#byWord.get(key)).filter((set) => set !== undefined);
    sets.sort((a, b) => a.size - b.size);
    for (const [n, set] of sets.entries()) {
      // The rarest word always counts; a word that everybody bears finds nobody that another word would not.
      if (n > 0 && set.size > MOST_BEARERS) break;
      let seen = 0;
      for (const cluster of set) {
        if (++seen > MOST_CANDIDATES) break;
        found.add(cluster);
      }
    }
    return found;
  }

  /** Whether gender, country and knowledge allow that they are one. */
  #agree(cluster: PersonCluster, { local, name }: Person, known: KnownPerson | undefined): boolean {
    if (known !== undefined && cluster.knownThing !== null && cluster.knownThing.id !== known.id) return false;
    if (this.#different.anyApart([local.name, ...local.variants], cluster.seen)) return false;
    // A gender may be guessed from a given name; the same given name outweighs it.
    const full = name.weight > 1;
    if (!full && local.gender !== null && cluster.gender !== null && local.gender !== cluster.gender) return false;
    const same = full && cluster.names.some((n) => n.compact === name.compact);
    const country = same ? statedCountry(local) : local.country;
    return country === null || cluster.countries.size === 0 || cluster.countries.has(country);
  }

  /** The one of several that shares an office or the country with the person, where only one does. */
  #bySupport(found: readonly PersonCluster[], { local }: Person): PersonCluster | undefined {
    const inOffice = found.filter((c) =>
      c.locals.some((l) => l.offices.some((o) => local.offices.some((p) => sameOffice(o.title, p.title)))),
    );
    if (inOffice.length === 1) return inOffice[0];
    if (local.country === null) return undefined;
    const inCountry = (inOffice.length > 0 ? inOffice : found).filter((c) => c.countries.has(local.country ?? ''));
    return inCountry.length === 1 ? inCountry[0] : undefined;
  }

  #open({ local, name }: Person): PersonCluster {
    const cluster: PersonCluster = {
      kind: 'person',
      name: local.name,
      country: null,
      members: [],
      counts: new Map(),
      knownThing: null,
      names: [],
      short: new Set(),
      gender: null,
      countries: new Set(),
      locals: [],
      seen: new Set(),
    };
    this.clusters.push(cluster);
    if (name.weight <= 1) cluster.names.push(name);
    return cluster;
  }

  #join(cluster: PersonCluster, { member, local, name }: Person, known: KnownPerson | undefined): void {
    cluster.members.push(member);
    cluster.locals.push(local);
    cluster.gender ??= local.gender;
    if (local.country !== null) cluster.countries.add(local.country);
    if (known !== undefined) {
      cluster.knownThing ??= known;
      cluster.gender ??= known.gender;
      if (known.country !== null) cluster.countries.add(known.country);
      this.#byKnown.set(known.id, cluster);
    }
    if (name.weight > 1 && !cluster.names.some((n) => n.compact === name.compact)) cluster.names.push(name);
    for (const text of [local.name, ...local.variants]) {
      if (cluster.seen.has(text)) continue;
      cluster.seen.add(text);
      const variant = this.names.of(text);
      if (variant.weight <= 1) cluster.short.add(variant.compact);
      for (const key of variant.keys) {
        const set = this.#byWord.get(key);
        if (set === undefined) this.#byWord.set(key, new Set([cluster]));
        else set.add(cluster);
      }
    }
  }

  #ambiguous({ member, local }: Person, found: readonly PersonCluster[]): void {
    const source = this.sources[member.source];
    const mention = source?.annotations.mentions.find((m) => m.entity === member.entity);
    const names = found.map((c) => c.name).sort();
    const related = found.flatMap((c) => this.#namedAt(c) ?? []);
    this.problems.push({
      code: 'name-ambiguous',
      severity: severityOf('name-ambiguous'),
      message: l10n.t('“{0}” may be {1} or {2}.', local.name, names.slice(0, -1).join(', '), names.at(-1) ?? ''),
      path: source?.path ?? null,
      start: mention?.start ?? null,
      end: mention?.end ?? null,
      ...(related.length === 0 ? {} : { related }),
    });
  }

  #namedAt({ name, members }: PersonCluster): RelatedPlace | null {
    for (const { source, entity } of members) {
      const linked = this.sources[source];
      const mention = linked?.annotations.mentions.find((m) => m.entity === entity && m.form === 'name');
      if (linked === undefined || mention === undefined) continue;
      return { path: linked.path, start: mention.start, end: mention.end, message: l10n.t('{0} is named here.', name) };
    }
    return null;
  }
}

/** The country that a role states outright. */
function statedCountry(local: LocalEntity): string | null {
  return local.offices.find((o) => o.country !== null && o.status !== 'former')?.country ?? null;
}

function finish(cluster: PersonCluster, names: PersonNames): void {
  const { knownThing } = cluster;
  const fullest = [...new Set(cluster.locals.map((l) => l.name))].sort(
    (a, b) =>
      names.of(b).words.length - names.of(a).words.length ||
      frequency(cluster, b) - frequency(cluster, a) ||
      marks(b) - marks(a) ||
      (a < b ? -1 : 1),
  )[0];
  cluster.name = knownThing?.name ?? fullest ?? cluster.name;
  const stated = majority(cluster.locals.map(statedCountry));
  cluster.country = knownThing?.country ?? stated ?? majority(cluster.locals.map((l) => l.country));
}

function frequency(cluster: PersonCluster, name: string): number {
  return cluster.counts.get(name) ?? 0;
}

/** Letters outside ASCII: the spelling with its diacritics is the fuller one. */
function marks(name: string): number {
  let n = 0;
  for (const c of name) if (c > '\u007f') n++;
  return n;
}
