import type { Knowledge } from '../knowledge';
import type { EventRecord } from '../model';
import { fold } from '../text';
import type { LinkedEntities } from './entities';
import { ClusterIndex } from './events/cluster-index';
import { EventCluster, fit } from './events/cluster';
import { type LinkMention, linkMentions } from './events/mention';
import { assignIds, toRecord } from './events/record';
import type { ResolvedDate } from './resolve-dates';
import type { LinkSource } from './source';
import { finish, inSteps, mapInSteps, sortInSteps, type Steps } from '../steps';

interface LinkedEvents {
  /** Oldest first; undated ones last. */
  readonly events: readonly EventRecord[];
  /** For each source, for each of its event mentions: its record's id and its day. */
  readonly mentions: readonly (readonly { readonly event: string; readonly date: string | null }[])[];
}

/** So many mentions are clustered in a step. */
const STEP = 16;

/**
 * Clusters event mentions: one record for one real event. Each mention joins the best-fitting cluster before it, found by its
 * participants, names, day or source, or begins one of its own; sources are read in order of publication.
 */
export function linkEvents(
  sources: readonly LinkSource[],
  entities: LinkedEntities,
  published: readonly (string | null)[],
  dates: readonly (readonly ResolvedDate[])[],
  knowledge: Knowledge,
): LinkedEvents {
  return finish(linkEventsInSteps(sources, entities, published, dates, knowledge));
}

/** The same in steps. */
export function* linkEventsInSteps(
  sources: readonly LinkSource[],
  entities: LinkedEntities,
  published: readonly (string | null)[],
  dates: readonly (readonly ResolvedDate[])[],
  knowledge: Knowledge,
): Steps<LinkedEvents> {
  const known = knownNames(knowledge);
  const read = yield* linkMentions(sources, entities, published, dates);
  const mentions = yield* sortInSteps(
    read.map((m) => withKnownNames(m, known)),
    inOrder,
  );
  const clusters: EventCluster[] = [];
  const index = new ClusterIndex();

  yield* inSteps(mentions, STEP, (mention) => {
    let best: EventCluster | undefined;
    let bestFit = 0;
    for (const cluster of index.near(mention, clusters.length)) {
      const value = fit(cluster, mention);
      if (value > bestFit || (value === bestFit && value > 0 && cluster.order > (best?.order ?? -1))) {
        best = cluster;
        bestFit = value;
      }
    }
    if (best === undefined) {
      best = new EventCluster(mention.type, clusters.length);
      clusters.push(best);
    }
    best.add(mention);
    for (const n of mention.nameKeys) best.known ??= known.get(n) ?? null;
    index.add(best, mention);
  });
  return yield* result(clusters, sources, entities);
}

function inOrder(a: LinkMention, b: LinkMention): number {
  return (a.published ?? Infinity) - (b.published ?? Infinity) || a.source - b.source || a.index - b.index || 0;
}

/** Folded names and aliases of the knowledge file's events. */
function knownNames(knowledge: Knowledge): Map<string, { id: string; name: string }> {
  const names = new Map<string, { id: string; name: string }>();
  for (const { id, name, aliases } of knowledge.events)
    for (const n of [name, ...aliases]) names.set(fold(n), { id, name });
  return names;
}

/** Whatever it is called there, an event of the knowledge file has one key more, by its id. */
function withKnownNames(mention: LinkMention, known: ReadonlyMap<string, { id: string }>): LinkMention {
  const ids = new Set(mention.nameKeys.flatMap((n) => known.get(n)?.id ?? []));
  return ids.size === 0 ? mention : { ...mention, nameKeys: [...mention.nameKeys, ...[...ids].map((id) => `=${id}`)] };
}

function* result(
  clusters: readonly EventCluster[],
  sources: readonly LinkSource[],
  entities: LinkedEntities,
): Steps<LinkedEvents> {
  const byId = new Map(entities.entities.map((e) => [e.id, e]));
  const made: { readonly cluster: EventCluster; readonly record: Omit<EventRecord, 'id'> }[] = [];
  yield* inSteps(clusters, STEP, (cluster) => {
    made.push({ cluster, record: toRecord(cluster, sources, byId) });
  });
  const sorted = yield* sortInSteps(
    made,
    (a, b) =>
      compare(a.record.date ?? '~', b.record.date ?? '~') ||
      compare(a.record.label, b.record.label) ||
      a.cluster.order - b.cluster.order,
  );
  const events = yield* assignIds(
    sorted.map((m) => m.record),
    sorted.map((m) => m.cluster.known?.id ?? null),
  );
  const mentions = yield* mapInSteps(sources, STEP, (s) =>
    s.annotations.events.map(() => ({ event: '', date: null as string | null })),
  );
  yield* inSteps(sorted, STEP, ({ cluster, record }, i) => {
    for (const m of cluster.mentions) {
      const list = mentions[m.source];
      if (list !== undefined) list[m.index] = { event: events[i]?.id ?? '', date: m.date ?? record.date };
    }
  });
  return { events, mentions };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
