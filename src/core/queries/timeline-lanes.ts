/** Lanes of the timeline: which countries or people get one. */
import * as l10n from '../l10n';
import type { EventRecord } from '../model';
import type { DossierView } from './view';
import { countryName } from './wording';

export type LaneKind = 'country' | 'person';

export interface Lane {
  /** An entity's id or a country's code; empty for the two that stand for the rest. */
  readonly id: string;
  /** Empty for the two that stand for the rest: what they are called is the picture's business. */
  readonly label: string;
  /** `others`: events of countries or people that have no lane of their own; `none`: events of none. */
  readonly stands: 'own' | 'others' | 'none';
  readonly count: number;
}

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
    .map(([id, count]): Lane => ({ id, label: label(id), stands: 'own', count }))
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, l10n.language()))
    .slice(0, MOST_LANES);
  const index = new Map(own.map((l, i) => [l.id, i]));
  const restOf = (event: EventRecord): 'others' | 'none' | null => {
    const keys = keysOf(view, kind, event);
    if (keys.length === 0) return 'none';
    return keys.some((k) => index.has(k)) ? null : 'others';
  };
  const rest = (['others', 'none'] as const).flatMap((stands): Lane[] => {
    const count = events.filter((e) => restOf(e) === stands).length;
    return count === 0 ? [] : [{ id: '', label: '', stands, count }];
  });
  const lanes = [...own, ...rest];
  const laneOf = (event: EventRecord): readonly number[] => {
    const stands = restOf(event);
    if (stands !== null) return [lanes.findIndex((l) => l.stands === stands)];
    return keysOf(view, kind, event).flatMap((k) => index.get(k) ?? []);
  };
  return { lanes, laneOf };
}
