import type { Knowledge } from '../knowledge';
import type { EventRecord } from '../model';
import type { LinkedEntities } from './entities';
import type { ResolvedDate } from './resolve-dates';
import type { LinkSource } from './source';

export interface LinkedEvents {
  /** Oldest first; undated ones last. */
  readonly events: readonly EventRecord[];
  /** For each source, for each of its event mentions: its record's id and its day. */
  readonly mentions: readonly (readonly { readonly event: string; readonly date: string | null }[])[];
}

/** Clusters event mentions: one record for one real event. */
export function linkEvents(
  sources: readonly LinkSource[],
  _entities: LinkedEntities,
  _published: readonly (string | null)[],
  _dates: readonly (readonly ResolvedDate[])[],
  _knowledge: Knowledge,
): LinkedEvents {
  return { events: [], mentions: sources.map((s) => s.annotations.events.map(() => ({ event: '', date: null }))) };
}
