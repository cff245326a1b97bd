/** Lanes of the timeline: which countries or people get one. */
import type { EventRecord } from '../model';
import type { DossierView } from './view';
import { countryName } from './wording';

export type LaneKind = 'country' | 'person';

export interface Lane {
  /** An entity's id, a country's code, or one of the two that stand for the rest. */
  readonly id: string;
  /** Empty for the two that stand for the rest: how they are called is the picture's business. */
  readonly label: string;
  readonly count: number;
}

/** Events of countries or people that have no lane of their own, and events of none. */
export const OTHERS = '*others';
export const NONE = '*none';

const MOST_LANES = 14;

/** The countries or people that take part in an event. */
export function keysOf(view: DossierView, kind: LaneKind, event: EventRecord): readonly string[] {
  const keys = new Set<string>();
  for (const id of event.participants) {
    const entity = view.entity(id);
    if (entity === undefined) continue;
    if (kind === 'person' && entity.kind === 'person') keys.add(id);
    if (kind === 'country' && entity.country !== null) keys.add(entity.country);
  }
  return [...keys];
}

/** The lanes for some events, those with most events first, and the lanes (indices) of each of these events. */
export function chooseLanes(
  view: DossierView,
  kind: LaneKind,
  events: readonly EventRecord[],
): { readonly lanes: readonly Lane[]; readonly laneOf: (event: EventRecord) => readonly number[] } {
  const counts = new Map<string, number>();
  for (const event of events) {
    for (const key of keysOf(view, kind, event)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const label = (id: string): string => (kind === 'country' ? countryName(id) : (view.entity(id)?.name ?? id));
  const own = [...counts]
    .map(([id, count]): Lane => ({ id, label: label(id), count }))
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'en'))
    .slice(0, MOST_LANES);
  const named = new Set(own.map((l) => l.id));
  const ids = (event: EventRecord): readonly string[] => {
    const keys = keysOf(view, kind, event);
    if (keys.length === 0) return [NONE];
    const lanes = keys.filter((k) => named.has(k));
    return lanes.length === 0 ? [OTHERS] : lanes;
  };
  const rest = [OTHERS, NONE].flatMap((id): Lane[] => {
    const count = events.filter((e) => ids(e)[0] === id).length;
    return count === 0 ? [] : [{ id, label: '', count }];
  });
  const lanes = [...own, ...rest];
  const index = new Map(lanes.map((l, i) => [l.id, i]));
  return { lanes, laneOf: (event) => ids(event).flatMap((id) => index.get(id) ?? []) };
}
