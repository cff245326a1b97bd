/** Who spoke with whom: calls, visits, meetings and talks as a network of people or countries. */
import * as l10n from '../l10n';
import { isoRange } from '../calendar';
import type { EventMention, EventRecord } from '../model';
import { eventKind, statusWord } from './event-words';
import { firmest, type Reference, reports, type Table } from './table';
import type { DossierView } from './view';
import { capitalized, countryName, formatDate } from './wording';

export interface NetworkOptions {
  readonly by: 'person' | 'country';
  /** Whether talks that are planned or only possible count as well. */
  readonly planned: boolean;
}

export interface NetworkNode {
  /** An entity's id or a country's code. */
  readonly id: string;
  readonly label: string;
  readonly kind: 'person' | 'organization' | 'country';
  /** In how many talks it takes part. */
  readonly weight: number;
}

/** One call, visit or meeting. */
export interface Talk {
  readonly event: string;
  readonly kind: string;
  /** Empty where the day is not known. */
  readonly when: string;
  readonly planned: boolean;
  readonly sources: number;
  /** The first ones. */
  readonly reports: readonly Reference[];
}

export interface NetworkEdge {
  /** Indices of nodes, the lower first. */
  readonly a: number;
  readonly b: number;
  /** Number of talks: events, not reports. */
  readonly weight: number;
  /** Whether none of them has taken place so far as the sources say. */
  readonly planned: boolean;
  /** Oldest first, undated ones last; the first ones of many. */
  readonly talks: readonly Talk[];
}

export interface Network {
  readonly options: NetworkOptions;
  /** Those with most talks first. */
  readonly nodes: readonly NetworkNode[];
  /** The heaviest first. */
  readonly edges: readonly NetworkEdge[];
  /** Nodes left out because others have more talks. */
  readonly omitted: number;
}

export const NETWORK_DEFAULTS: NetworkOptions = { by: 'person', planned: false };

const MOST_NODES = 80;
const MOST_TALKS = 40;
const MOST_REPORTS = 8;
/** Of a summit of a hundred, not everybody spoke with everybody. */
const MOST_PARTICIPANTS = 12;

export function network(view: DossierView, options: NetworkOptions): Network {
  const pairs = pairsOf(view, options);
  const weights = new Map<string, Set<string>>();
  for (const { keys, events } of pairs.values()) {
    for (const key of keys) {
      const own = weights.get(key) ?? new Set();
      for (const e of events) own.add(e.id);
      weights.set(key, own);
    }
  }
  const all = [...weights].map(([id, events]) => toNode(view, id, events.size));
  all.sort((a, b) => b.weight - a.weight || a.label.localeCompare(b.label, l10n.language()));
  const nodes = all.slice(0, MOST_NODES);
  const index = new Map(nodes.map((n, i) => [n.id, i]));
  const edges = [...pairs.values()].flatMap(({ keys, events }): NetworkEdge[] => {
    const [a = -1, b = -1] = keys.map((k) => index.get(k) ?? -1).sort((x, y) => x - y);
    if (a < 0) return [];
    const talks = events.map((e) => toTalk(view, e));
    const planned = talks.every((t) => t.planned);
    return [{ a, b, weight: talks.length, planned, talks: talks.slice(0, MOST_TALKS) }];
  });
  edges.sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b);
  return { options, nodes, edges, omitted: all.length - nodes.length };
}

/** Every talk of every pair. */
export function networkTable(view: DossierView, options: NetworkOptions): Table {
  const rows = [...pairsOf(view, options).values()].flatMap(({ keys, events }) =>
    events.map((event) => ({
      cells: [
        ...keys.map((k) => toNode(view, k, 0).label).sort((a, b) => a.localeCompare(b, l10n.language())),
        event.date === null ? '' : formatDate(event.date),
        event.date ?? '',
        capitalized(eventKind(event)),
        statusWord(statusOf(view, event)),
        String(sourcesOf(event)),
      ],
      references: reports(view, event.id),
    })),
  );
  rows.sort(
    (x, y) =>
      (x.cells[3] || '~').localeCompare(y.cells[3] || '~') || (x.cells[0] ?? '').localeCompare(y.cells[0] ?? ''),
  );
  const columns = [
    l10n.t('Party'),
    l10n.t('Other party'),
    l10n.t('Date'),
    'ISO 8601',
    l10n.t('Kind'),
    l10n.t('Status'),
    l10n.t('Sources'),
  ];
  return { columns, rows };
}

interface Pair {
  readonly keys: readonly [string, string];
  readonly events: EventRecord[];
}

function pairsOf(view: DossierView, { by, planned }: NetworkOptions): ReadonlyMap<string, Pair> {
  const pairs = new Map<string, Pair>();
  for (const event of view.extraction.events) {
    if (event.type !== 'CONSULT') continue;
    const status = statusOf(view, event);
    if (status === 'negated' || (!planned && status !== 'actual')) continue;
    for (const keys of partnersOf(view, event, by)) {
      const id = keys.join('\n');
      const pair = pairs.get(id) ?? { keys, events: [] };
      pair.events.push(event);
      pairs.set(id, pair);
    }
  }
  return pairs;
}

/**
 * Who speaks with whom in an event: each actor with each recipient, actors with each other where no one is a recipient. Two
 * recipients need not have met: one may call first the one and then the other.
 */
function partnersOf(
  view: DossierView,
  event: EventRecord,
  by: NetworkOptions['by'],
): readonly (readonly [string, string])[] {
  const found = new Map<string, readonly [string, string]>();
  const add = (one: string, other: string): void => {
    const [a, b] = [keyOf(view, one, by), keyOf(view, other, by)];
    if (a === null || b === null || a === b) return;
    const keys: readonly [string, string] = a < b ? [a, b] : [b, a];
    found.set(keys.join('\n'), keys);
  };
  const among = (ids: readonly string[]): void => {
    const list = ids.slice(0, MOST_PARTICIPANTS);
    for (const [i, one] of list.entries()) for (const other of list.slice(i + 1)) add(one, other);
  };
  for (const { item } of view.reportsOf(event.id)) {
    for (const actor of item.actors) for (const recipient of item.recipients) add(actor, recipient);
    if (item.recipients.length === 0 || event.mode === 'multilateral') among([...item.actors, ...item.recipients]);
  }
  if (found.size === 0) among(event.participants);
  return [...found.values()];
}

/** People and bodies stand for themselves, or everybody for a country; places are where, not who. */
function keyOf(view: DossierView, id: string, by: NetworkOptions['by']): string | null {
  const entity = view.entity(id);
  if (entity === undefined) return null;
  if (by === 'country') return entity.country;
  return entity.kind === 'place' ? null : id;
}

function toNode(view: DossierView, id: string, weight: number): NetworkNode {
  const entity = view.entity(id);
  if (entity === undefined || entity.kind === 'place') return { id, label: countryName(id), kind: 'country', weight };
  return { id, label: entity.name, kind: entity.kind, weight };
}

function toTalk(view: DossierView, event: EventRecord): Talk {
  return {
    event: event.id,
    kind: capitalized(eventKind(event)),
    when: event.date === null || isoRange(event.date) === null ? '' : formatDate(event.date),
    planned: statusOf(view, event) !== 'actual',
    sources: sourcesOf(event),
    reports: reports(view, event.id).slice(0, MOST_REPORTS),
  };
}

function statusOf(view: DossierView, event: EventRecord): EventMention['status'] {
  return firmest(view.reportsOf(event.id).map((r) => r.item));
}

function sourcesOf(event: EventRecord): number {
  return new Set(event.mentions.map((m) => m.path)).size;
}
