import type { LocalEntity } from '../../annotations';
import { BodyNames, bodyTable } from '../../annotators/coreference/bodies';
import type { Knowledge, KnownOrganization } from '../../knowledge';
import { DifferentNames } from '../../different-names';
import { fold } from '../../text';
import type { LinkSource } from '../source';
import { inSteps, sortInSteps, type Steps } from '../../steps';
import { type EntityCluster, type Member, type SpellingCounts, addCounts, majority } from './clusters';

/** So many are linked in a step. */
const STEP = 16;

interface BodyCluster extends EntityCluster {
  readonly locals: LocalEntity[];
  /** Spellings whose initials are known. */
  readonly seen: Set<string>;
}

interface Body {
  readonly member: Member;
  readonly local: LocalEntity;
  readonly path: string;
  readonly acronym: boolean;
}

/** Links bodies and places across sources: by the knowledge file, by name and country; acronyms to the one body that bears them. */
export function* linkBodies(
  sources: readonly LinkSource[],
  counts: SpellingCounts,
  knowledge: Knowledge,
): Steps<readonly EntityCluster[]> {
  const names = new BodyNames(Infinity);
  const linker = new Linker(knowledge, names);
  const all: Body[] = [];
  yield* inSteps(sources, STEP, ({ annotations, path }, source) => {
    for (const [entity, local] of annotations.entities.entries())
      if (local.kind !== 'person')
        all.push({ member: { source, entity }, local, path, acronym: names.isAcronym(local.name) });
  });
  const bodies = yield* sortInSteps(all, compareForLinking);
  yield* inSteps(bodies, STEP, (body) => {
    linker.add(body);
  });
  yield* inSteps(linker.clusters, STEP, (cluster) => {
    for (const { source, entity } of cluster.members) addCounts(cluster.counts, counts[source]?.[entity]);
    finish(cluster, names);
  });
  return linker.clusters;
}

/** Those with a country first, so that those without can join them; long names before acronyms. */
function compareForLinking(a: Body, b: Body): number {
  const acronyms = Number(a.acronym) - Number(b.acronym);
  if (acronyms !== 0) return acronyms;
  const countries = Number(a.local.country === null) - Number(b.local.country === null);
  if (countries !== 0) return countries;
  if (a.local.name !== b.local.name) return a.local.name < b.local.name ? -1 : 1;
  return a.path === b.path ? a.member.entity - b.member.entity : a.path < b.path ? -1 : 1;
}

class Linker {
  readonly clusters: BodyCluster[] = [];
  readonly #byKey = new Map<string, BodyCluster[]>();
  readonly #byInitials = new Map<string, Set<BodyCluster>>();
  readonly #byKnown = new Map<string, BodyCluster>();
  readonly #known = new Map<string, KnownOrganization>();
  readonly #byAlias = new Map<string, KnownOrganization | null>();
  readonly #different: DifferentNames;

  constructor(
    knowledge: Knowledge,
    private readonly names: BodyNames,
  ) {
    this.#different = new DifferentNames(knowledge.different);
    const kinds = [
      ['organization', knowledge.organizations],
      ['place', knowledge.places],
    ] as const;
    for (const [kind, things] of kinds) {
      for (const thing of things) {
        this.#known.set(thing.id, thing);
        for (const name of new Set([thing.name, ...thing.aliases].map((n) => `${kind} ${fold(n)}`)))
          this.#byAlias.set(name, this.#byAlias.has(name) ? null : thing);
      }
    }
  }

  #alias(local: LocalEntity): KnownOrganization | undefined {
    if (this.#byAlias.size === 0) return undefined;
    return this.#byAlias.get(`${local.kind} ${fold(local.name)}`) ?? undefined;
  }

  add(body: Body): void {
    const { local, member } = body;
    const known = local.known === null ? this.#alias(local) : this.#known.get(local.known);
    const keys = keysOf(body, this.names);
    const cluster =
      (known === undefined ? undefined : this.#byKnown.get(known.id)) ??
      this.#byName(keys, local) ??
      this.#byAcronym(local) ??
      this.#open(local);
    cluster.members.push(member);
    cluster.locals.push(local);
    cluster.country ??= local.country;
    if (known !== undefined) {
      cluster.knownThing ??= known;
      cluster.country = known.country ?? cluster.country;
      this.#byKnown.set(known.id, cluster);
    }
    for (const key of keys) {
      const list = this.#byKey.get(key);
      if (list === undefined) this.#byKey.set(key, [cluster]);
      else if (!list.includes(cluster)) list.push(cluster);
    }
    if (local.kind !== 'organization') return;
    for (const variant of [local.name, ...local.variants]) {
      if (cluster.seen.has(variant)) continue;
      cluster.seen.add(variant);
      const letters = this.names.isAcronym(variant) ? [this.names.key(variant)] : this.names.initials(variant);
      for (const one of letters) {
        const set = this.#byInitials.get(one);
        if (set === undefined) this.#byInitials.set(one, new Set([cluster]));
        else set.add(cluster);
      }
    }
  }

  #byName(keys: readonly string[], local: LocalEntity): BodyCluster | undefined {
    for (const key of keys) {
      const fitting = (this.#byKey.get(key) ?? []).filter((c) => this.#agree(c, local));
      if (fitting.length === 1) return fitting[0];
      const same = fitting.find((c) => c.country === local.country);
      if (same !== undefined) return same;
    }
    return undefined;
  }

  /** The one body whose acronym or initials the name is. */
  #byAcronym(local: LocalEntity): BodyCluster | undefined {
    if (local.kind !== 'organization' || !this.names.isAcronym(local.name)) return undefined;
    const fitting = [...(this.#byInitials.get(this.names.key(local.name)) ?? [])].filter((c) => this.#agree(c, local));
    return fitting.length === 1 ? fitting[0] : undefined;
  }

  #agree(cluster: BodyCluster, local: LocalEntity): boolean {
    if (!agree(cluster, local) || this.#different.isEmpty) return agree(cluster, local);
    const spellings = cluster.locals.flatMap((l) => [l.name, ...l.variants]);
    return !this.#different.anyApart([local.name, ...local.variants], spellings);
  }

  #open(local: LocalEntity): BodyCluster {
    const cluster: BodyCluster = {
      kind: local.kind,
      name: local.name,
      country: null,
      members: [],
      counts: new Map(),
      knownThing: null,
      locals: [],
      seen: new Set(),
    };
    this.clusters.push(cluster);
    return cluster;
  }
}

/** A name that many countries' bodies bear (`Foreign Ministry`) counts for its country only, or for its source. */
function keysOf({ local, path, acronym }: Body, names: BodyNames): string[] {
  if (local.kind === 'place') return [`place ${names.place(local.name)}`];
  const { institutions } = bodyTable();
  const keys = new Set<string>();
  const others = local.variants.filter((v) => acronym || (!names.isAcronym(v) && v.length > 0.6 * local.name.length));
  for (const spelling of new Set([local.name, ...others])) {
    const key = names.key(spelling);
    keys.add(key.split(' ').every((w) => institutions.has(w)) ? `${key} ${local.country ?? path}` : key);
  }
  return [...keys];
}

function agree(cluster: BodyCluster, local: LocalEntity): boolean {
  return (
    cluster.kind === local.kind &&
    (cluster.country === null || local.country === null || cluster.country === local.country)
  );
}

function finish(cluster: BodyCluster, keys: BodyNames): void {
  const { knownThing } = cluster;
  const names = cluster.locals.map((l) => l.name);
  const country = cluster.kind === 'place' && keys.place(cluster.name).startsWith('=');
  const { commonNames } = bodyTable();
  const common = commonNames.get(cluster.country ?? '') ?? '';
  const longest = country
    ? names.includes(common)
      ? common
      : majority(names)
    : ([...new Set(names)].sort(
        (a, b) =>
          shouting(a) - shouting(b) ||
          b.length - a.length ||
          (cluster.counts.get(b) ?? 0) - (cluster.counts.get(a) ?? 0) ||
          (a < b ? -1 : 1),
      )[0] ?? null);
  cluster.name = knownThing?.name ?? longest ?? cluster.name;
  cluster.country = knownThing?.country ?? majority(cluster.locals.map((l) => l.country));
}

function shouting(name: string): number {
  return name.length > 5 && name === name.toUpperCase() ? 1 : 0;
}
