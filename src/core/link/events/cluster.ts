/** Clusters of event mentions, and whether a mention reports the event of a cluster. */
import type { EventType } from '../../model';
import { isOngoing } from './kinds';
import type { Days, LinkMention } from './mention';

/** Grows while mentions are added; owned by one linking run. */
export class EventCluster {
  readonly mentions: LinkMention[] = [];
  readonly actorKeys = new Set<string>();
  readonly recipientKeys = new Set<string>();
  readonly keys = new Set<string>();
  readonly actorCountries = new Set<string>();
  readonly kinds = new Set<string>();
  readonly nameKeys = new Set<string>();
  mode: string | null = null;
  days: Days | null = null;
  /** Id and name of the knowledge file's event that it is. */
  known: { readonly id: string; readonly name: string } | null = null;

  constructor(
    readonly type: EventType,
    /** Order of making, which makes ties deterministic. */
    readonly order: number,
  ) {}

  add(m: LinkMention): void {
    this.mentions.push(m);
    for (const k of m.actorKeys) this.actorKeys.add(k);
    for (const k of m.recipientKeys) this.recipientKeys.add(k);
    for (const k of m.keys) this.keys.add(k);
    for (const k of m.actorCountries) this.actorCountries.add(k);
    for (const k of m.nameKeys) this.nameKeys.add(k);
    if (m.kind !== null) this.kinds.add(m.kind);
    this.mode ??= m.mode;
    if (m.days !== null && (this.days === null || length(m.days) < length(this.days))) this.days = m.days;
  }
}

function length(days: Days): number {
  return days.last - days.first;
}

/** Types that are the words of somebody: one who speaks twice of two things makes two events. */
const SPEECH: ReadonlySet<EventType> = new Set([
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'SUPPORT',
  'AGREE',
  'STATEMENT',
]);

/** Types in which who does it and to whom may be swapped. */
const MUTUAL: ReadonlySet<EventType> = new Set(['CONSULT', 'AGREE', 'COOPERATE', 'RETREAT', 'CEREMONY', 'ACCIDENT']);

/** How many days apart two reports of one event may be published, where neither says when it was. */
const NEAR = { speech: 3, usual: 7, disaster: 90, ongoing: 1100 };

/** How well a mention fits a cluster of its type: higher is better, 0 is no. */
export function fit(cluster: EventCluster, m: LinkMention): number {
  const time = dateFit(cluster, m);
  if (time < 0 || conflicts(cluster, m)) return 0;
  if (m.nameKeys.some((n) => cluster.nameKeys.has(n))) return 50 + time;
  // What has a name of its own is not told of again for standing near.
  if (m.nameKeys.length > 0 && time < 3) return 0;
  // Mentions come source by source.
  const near = cluster.mentions.at(-1)?.source === m.source;
  const kind = m.kind !== null && cluster.kinds.has(m.kind);
  const shared = sharedKeys(cluster, m);
  const smaller = Math.min(cluster.keys.size, m.keys.size);
  const base = time + (near ? 1 : 0) + (kind ? 1 : 0) + (m.mode !== null && m.mode === cluster.mode ? 1 : 0);
  if (smaller === 0) return unnamedFit(m, near, kind, time) ? base : 0;
  if (shared === 0) return near && m.definite && kind ? base : 0;
  const ratio = Math.min(1, shared / smaller);
  return namedFit(cluster, m, { near, kind, ratio, time }) ? base + 2 * ratio : 0;
}

/** 3 for the same day, 1 for overlapping dates, 0 where one has none, -1 where they exclude each other. */
function dateFit({ days }: EventCluster, m: LinkMention): number {
  if (days === null || m.days === null) return 0;
  if (days.first > m.days.last || m.days.first > days.last) return -1;
  return length(days) <= 1 && length(m.days) <= 1 ? 3 : 1;
}

function conflicts(cluster: EventCluster, m: LinkMention): boolean {
  const speech = SPEECH.has(m.type);
  if (speech ? cluster.mode !== m.mode : modesConflict(cluster, m)) return true;
  if (kindsConflict(cluster, m)) return true;
  if (!MUTUAL.has(m.type) && !cluster.kinds.has('Fighting') && m.kind !== 'Fighting' && reversed(cluster, m))
    return true;
  return (
    (speech || m.type === 'APPOINTMENT' || m.type === 'SANCTION' || m.mode === 'visit') &&
    disjoint(cluster.recipientKeys, m.recipientKeys)
  );
}

function modesConflict(cluster: EventCluster, m: LinkMention): boolean {
  if (cluster.mode === null || m.mode === null || cluster.mode === m.mode) return false;
  return m.type !== 'ASSAULT' || cluster.mode === 'abduct' || m.mode === 'abduct';
}

function kindsConflict({ kinds }: EventCluster, m: LinkMention): boolean {
  if (m.type === 'ACCIDENT') return m.kind !== null && kinds.size > 0 && !kinds.has(m.kind);
  if (m.type !== 'ASSAULT') return false;
  // A war is not one of its attacks.
  const war = m.kind === 'War';
  if (war !== kinds.has('War')) return !(war ? kinds.has('Fighting') : m.kind === 'Fighting');
  return false;
}

function reversed(cluster: EventCluster, m: LinkMention): boolean {
  for (const k of m.actorKeys) if (cluster.recipientKeys.has(k) && !cluster.actorKeys.has(k)) return true;
  for (const k of m.recipientKeys) if (cluster.actorKeys.has(k) && !cluster.recipientKeys.has(k)) return true;
  return false;
}

function disjoint(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size === 0 || b.size === 0) return false;
  for (const k of a) if (b.has(k)) return false;
  return true;
}

/** Keys that both have; a person counts for a country where the other side names that. */
function sharedKeys(cluster: EventCluster, m: LinkMention): number {
  let shared = 0;
  for (const k of m.keys) if (cluster.keys.has(k)) shared++;
  if (shared < m.keys.size) {
    for (const k of m.actorCountries) if (cluster.actorKeys.has(k) && !m.keys.has(k)) shared++;
    for (const k of cluster.actorCountries) if (m.actorKeys.has(k) && !cluster.keys.has(k)) shared++;
  }
  return shared;
}

/** Where one of the two names nobody. */
function unnamedFit(m: LinkMention, near: boolean, kind: boolean, time: number): boolean {
  if (near) return time === 3 || m.definite || kind;
  return time === 3 && kind;
}

interface Evidence {
  readonly near: boolean;
  readonly kind: boolean;
  /** Share of the smaller side's participants that both have. */
  readonly ratio: number;
  readonly time: number;
}

function namedFit(cluster: EventCluster, m: LinkMention, { near, kind, ratio, time }: Evidence): boolean {
  const apart = daysApart(cluster, m);
  const sizes = Math.min(cluster.keys.size, m.keys.size);
  const sameDay = time === 3;
  if (m.type === 'CONSULT') {
    if (ratio < 1) return sameDay && ratio >= 0.5 && near && m.mode === cluster.mode && m.definite;
    if (sizes === 1) return near ? sameDay || m.definite : false;
    return near || sameDay || apart <= NEAR.usual;
  }
  if (SPEECH.has(m.type)) {
    if (ratio < 1 || disjoint(cluster.actorKeys, m.actorKeys))
      return ratio >= 0.5 && m.mode !== null && (near || apart <= NEAR.usual);
    if (cluster.keys.size !== m.keys.size && m.mode === null) return false;
    return near || (sameDay && apart <= NEAR.usual) || apart <= NEAR.speech;
  }
  if (ratio < 0.5) return false;
  if (m.type === 'ACCIDENT') return kind ? near || time > 0 || apart <= NEAR.disaster : near || sameDay;
  if (m.type === 'ASSAULT' || m.type === 'COERCE') {
    if (isOngoing(m.kind) && kind) return near || apart <= NEAR.ongoing;
    if (sameDay) return near || sizes >= 2 || kind || ratio === 1;
    if (near) return m.definite || kind;
    return time === 0 && ratio === 1 && sizes >= 2 && kind && apart <= NEAR.usual;
  }
  if (sameDay) return true;
  return near ? ratio === 1 || m.definite : ratio === 1 && sizes >= 2 && apart <= NEAR.usual;
}

/** Days between the publications: sources come in their order, so that the last is the nearest. */
function daysApart({ mentions }: EventCluster, m: LinkMention): number {
  const last = mentions.at(-1)?.published ?? null;
  return last === null || m.published === null ? Infinity : Math.abs(m.published - last);
}
