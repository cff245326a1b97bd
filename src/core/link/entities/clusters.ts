import type { KnownOrganization, KnownPerson } from '../../knowledge';
import type { EntityKind } from '../../annotations';
import type { LinkSource } from '../source';
import { inSteps, type Steps } from '../../steps';

/** One local entity by place. */
export interface Member {
  /** Index of the source. */
  readonly source: number;
  /** Index into its `entities`. */
  readonly entity: number;
}

/** The local entities that are one. */
export interface EntityCluster {
  readonly kind: EntityKind;
  /** The fullest name, or the knowledge file's. */
  name: string;
  country: string | null;
  readonly members: Member[];
  /** Spelling → mentions in all sources. */
  readonly counts: Map<string, number>;
  knownThing: KnownPerson | KnownOrganization | null;
}

/** For each source, for each of its local entities: spelling → mentions. */
export type SpellingCounts = readonly (readonly ReadonlyMap<string, number>[])[];

/** How often each source uses each spelling of each local entity. */
export function* countSpellings(sources: readonly LinkSource[]): Steps<SpellingCounts> {
  const all: ReadonlyMap<string, number>[][] = [];
  yield* inSteps(sources, 16, ({ annotations }) => {
    const counts = annotations.entities.map(() => new Map<string, number>());
    for (const mention of annotations.mentions) {
      if (mention.form !== 'name') continue;
      const written = annotations.text.slice(mention.start, mention.end);
      const spelling = written.includes('\n') || written.includes('  ') ? written.replace(/\s+/gu, ' ') : written;
      const own = counts[mention.entity];
      own?.set(spelling, (own.get(spelling) ?? 0) + 1);
    }
    all.push(counts);
  });
  return all;
}

export function addCounts(into: Map<string, number>, from: ReadonlyMap<string, number> | undefined): void {
  for (const [spelling, n] of from ?? []) into.set(spelling, (into.get(spelling) ?? 0) + n);
}

/** The value that most of the mentions speak for; of equals the first in the alphabet. Null where there is none. */
export function majority(values: Iterable<string | null>): string | null {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: string | null = null;
  let most = 0;
  for (const [value, n] of counts) {
    if (n > most || (n === most && best !== null && value < best)) {
      best = value;
      most = n;
    }
  }
  return best;
}
