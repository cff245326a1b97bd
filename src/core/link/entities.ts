import type { Entity, Problem } from '../model';
import type { Knowledge } from '../knowledge';
import { slug } from '../text';
import { linkBodies } from './entities/bodies';
import { type EntityCluster, countSpellings } from './entities/clusters';
import { mergeOffices } from './entities/offices';
import { linkPeople } from './entities/people';
import type { LinkSource } from './source';
import { finish, inSteps, mapInSteps, sortInSteps, type Steps } from '../steps';

export interface LinkedEntities {
  /** Sorted by id. */
  readonly entities: readonly Entity[];
  /** For each source, for each of its local entities, the `Entity.id`. */
  readonly ids: readonly (readonly string[])[];
  readonly problems: readonly Problem[];
}

/** So many entities are done in a step. */
const STEP = 64;

/**
 * Links the local entities of all sources: one entity for each real-world person, body or place. A wrong merge is worse than a
 * missed one. Near-linear: candidates are found by keys of their names. The same sources give the same ids in any order.
 *
 * Problems: `name-ambiguous` (information) for a short name that two people of the corpus could bear.
 */
export function linkEntities(sources: readonly LinkSource[], knowledge: Knowledge): LinkedEntities {
  return finish(linkEntitiesInSteps(sources, knowledge));
}

/** The same in steps. */
export function* linkEntitiesInSteps(sources: readonly LinkSource[], knowledge: Knowledge): Steps<LinkedEntities> {
  const counts = yield* countSpellings(sources);
  yield;
  const { people, problems } = yield* linkPeople(sources, counts, knowledge);
  const clusters = [...people, ...(yield* linkBodies(sources, counts, knowledge))];
  const byId = yield* idsOf(clusters, sources);
  const ids = yield* mapInSteps(sources, STEP, (s) => new Array<string>(s.annotations.entities.length).fill(''));
  const entities: Entity[] = [];
  yield* inSteps(byId, 4, ([id, cluster]) => {
    for (const { source, entity } of cluster.members) {
      const row = ids[source];
      if (row !== undefined) row[entity] = id;
    }
    entities.push(toEntity(id, cluster, sources));
  });
  return { entities: yield* sortInSteps(entities, (a, b) => (a.id < b.id ? -1 : 1)), ids, problems };
}

/** Gives each cluster a slug; clusters of one slug are told apart by country, then by number in the order of their sources' paths. */
function* idsOf(clusters: readonly EntityCluster[], sources: readonly LinkSource[]): Steps<Map<string, EntityCluster>> {
  const bySlug = new Map<string, EntityCluster[]>();
  yield* inSteps(clusters, STEP, (cluster) => {
    const base = slug(cluster.name);
    const list = bySlug.get(base);
    if (list === undefined) bySlug.set(base, [cluster]);
    else list.push(cluster);
  });
  const ids = new Map<string, EntityCluster>();
  const later: [string, EntityCluster][] = [];
  yield* inSteps(bySlug, STEP, ([base, list]) => {
    if (list.length > 1) list.sort((a, b) => compareClusters(a, b, sources));
    for (const [n, cluster] of list.entries()) {
      if (n === 0) ids.set(base, cluster);
      else later.push([base, cluster]);
    }
  });
  for (const [base, cluster] of later) {
    const country = cluster.country === null ? '' : `-${cluster.country.toLowerCase()}`;
    let id = country === '' ? `${base}-2` : base + country;
    for (let n = 2; ids.has(id); n++) id = `${base}${country}-${n}`;
    ids.set(id, cluster);
  }
  return ids;
}

const KIND_ORDER = { person: 0, organization: 1, place: 2 } as const;

function compareClusters(a: EntityCluster, b: EntityCluster, sources: readonly LinkSource[]): number {
  const byKind = KIND_ORDER[a.kind] - KIND_ORDER[b.kind];
  if (byKind !== 0) return byKind;
  const x = firstPlace(a, sources);
  const y = firstPlace(b, sources);
  return x.path === y.path ? x.entity - y.entity : x.path < y.path ? -1 : 1;
}

function firstPlace(
  cluster: EntityCluster,
  sources: readonly LinkSource[],
): { readonly path: string; readonly entity: number } {
  let best = { path: '\uffff', entity: 0 };
  for (const { source, entity } of cluster.members) {
    const path = sources[source]?.path ?? '';
    if (path < best.path || (path === best.path && entity < best.entity)) best = { path, entity };
  }
  return best;
}

function toEntity(id: string, cluster: EntityCluster, sources: readonly LinkSource[]): Entity {
  const known = cluster.knownThing;
  const { name, kind, country } = cluster;
  const entity = {
    id,
    kind,
    name,
    variants: variantsOf(cluster, sources),
    country,
    offices: mergeOffices(cluster, sources),
  };
  const wikidata = known?.wikidata ?? null;
  return wikidata === null ? entity : { ...entity, wikidata };
}

/** Every spelling seen, the most frequent first, then in the order of the alphabet. */
function variantsOf(cluster: EntityCluster, sources: readonly LinkSource[]): string[] {
  const counts = new Map<string, number>();
  for (const { source, entity } of cluster.members) {
    const annotations = sources[source]?.annotations;
    for (const variant of annotations?.entities[entity]?.variants ?? []) counts.set(variant, counts.get(variant) ?? 0);
  }
  for (const [variant, n] of cluster.counts) counts.set(variant, (counts.get(variant) ?? 0) + n);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([variant]) => variant);
}
