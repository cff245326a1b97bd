/** Finds the clusters that a mention may belong to, by what they share: keeps linking near-linear. */
import type { EventType } from '../../model';
import type { EventCluster } from './cluster';
import type { LinkMention } from './mention';

/** How many clusters under one key are looked at, the latest first. */
const LOOKED_AT = 16;

/** Clusters by type and key: participants, countries of actors, names, kind with date, and the source at hand. */
export class ClusterIndex {
  readonly #types = new Map<EventType, Map<string, EventCluster[]>>();
  /** Clusters that the source at hand has mentioned. */
  #local: EventCluster[] = [];
  #source = -1;
  /** Cluster order → number of the last query that found it. */
  readonly #seen: number[] = [];
  #query = 0;

  /** Candidates for a mention, each once. Mentions must come source by source. */
  near(m: LinkMention, clusters: number): readonly EventCluster[] {
    if (m.source !== this.#source) {
      this.#source = m.source;
      this.#local = [];
    }
    this.#query++;
    while (this.#seen.length < clusters) this.#seen.push(0);
    const found: EventCluster[] = [];
    this.#collect(this.#local, m.type, found);
    const table = this.#types.get(m.type);
    if (table === undefined) return found;
    for (const key of keysOf(m)) this.#collect(table.get(key), m.type, found);
    return found;
  }

  #collect(list: readonly EventCluster[] | undefined, type: EventType, found: EventCluster[]): void {
    if (list === undefined) return;
    for (let k = list.length - 1; k >= 0 && k >= list.length - LOOKED_AT; k--) {
      const cluster = list[k];
      if (cluster === undefined || cluster.type !== type || this.#seen[cluster.order] === this.#query) continue;
      this.#seen[cluster.order] = this.#query;
      found.push(cluster);
    }
  }

  /** Files a cluster under the keys of the mention that it has just taken. */
  add(cluster: EventCluster, m: LinkMention): void {
    file(this.#local, cluster);
    let table = this.#types.get(m.type);
    if (table === undefined) this.#types.set(m.type, (table = new Map<string, EventCluster[]>()));
    for (const key of keysOf(m)) {
      const list = table.get(key);
      if (list === undefined) table.set(key, [cluster]);
      else file(list, cluster);
    }
  }
}

function file(list: EventCluster[], cluster: EventCluster): void {
  for (let k = list.length - 1; k >= 0 && k >= list.length - LOOKED_AT; k--) if (list[k] === cluster) return;
  list.push(cluster);
}

function* keysOf(m: LinkMention): Generator<string> {
  yield* m.keys;
  for (const k of m.actorCountries) if (!m.keys.has(k)) yield k;
  for (const n of m.nameKeys) yield `“${n}`;
  if (m.kind !== null && m.date !== null) yield `${m.kind} ${m.date}`;
}
