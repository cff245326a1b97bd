/** A cluster as a record: its label, date, participants and names. */
import type { Entity, EventRecord } from '../../model';
import { slug } from '../../text';
import type { LinkSource } from '../source';
import { mapInSteps, type Steps } from '../../steps';
import type { EventCluster } from './cluster';
import { typeLabel } from './kinds';

/** Participants that a label names. */
const LABEL_PARTICIPANTS = 3;

/** Makes the record of a cluster; its id is given by `assignIds`. */
export function toRecord(
  cluster: EventCluster,
  sources: readonly LinkSource[],
  entities: ReadonlyMap<string, Entity>,
): Omit<EventRecord, 'id'> {
  const participants = participantsOf(cluster);
  return {
    type: cluster.type,
    mode: mostFrequent(cluster.mentions.map((m) => m.mode)),
    label: labelOf(cluster, participants, entities),
    date: dateOf(cluster),
    participants,
    names: [
      ...new Set([
        ...(cluster.known === null ? [] : [cluster.known.name]),
        ...cluster.mentions.flatMap((m) => m.names),
      ]),
    ],
    mentions: cluster.mentions.map((m) => {
      const source = sources[m.source];
      const event = source?.annotations.events[m.index];
      return { path: source?.path ?? '', start: event?.trigger.start ?? 0, end: event?.trigger.end ?? 0 };
    }),
  };
}

/** Actors before recipients, the most often named first. */
function participantsOf({ mentions }: EventCluster): string[] {
  const weight = new Map<string, number>();
  const add = (id: string, w: number): void => {
    weight.set(id, (weight.get(id) ?? 0) + w);
  };
  for (const m of mentions) {
    for (const id of m.actors) add(id, 1.5);
    for (const id of m.recipients) add(id, 1);
  }
  return [...weight].sort((a, b) => b[1] - a[1]).map(([id]) => id);
}

function labelOf(
  cluster: EventCluster,
  participants: readonly string[],
  entities: ReadonlyMap<string, Entity>,
): string {
  if (cluster.known !== null) return cluster.known.name;
  const kind = mostFrequent(cluster.mentions.map((m) => m.kind));
  const what = kind ?? typeLabel(cluster.type, cluster.mode);
  const names = participants.map((id) => entities.get(id)?.name).filter((n) => n !== undefined);
  if (names.length === 0) return cluster.mentions.find((m) => m.names.length > 0)?.names[0] ?? what;
  const more = names.length > LABEL_PARTICIPANTS ? ' …' : '';
  return `${what}: ${names.slice(0, LABEL_PARTICIPANTS).join(' – ')}${more}`;
}

/** The date that most mentions give, the more precise where they are equal. */
function dateOf({ mentions }: EventCluster): string | null {
  const counts = new Map<string, number>();
  for (const { date } of mentions) if (date !== null) counts.set(date, (counts.get(date) ?? 0) + 1);
  let best: string | null = null;
  let bestWeight = -1;
  for (const [date, count] of counts) {
    const weight = count + (date.length === 10 ? 0.5 : date.length > 10 ? 0.25 : 0);
    if (weight > bestWeight) {
      best = date;
      bestWeight = weight;
    }
  }
  return best;
}

function mostFrequent(values: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const v of values) if (v !== null) counts.set(v, (counts.get(v) ?? 0) + 1);
  let best: string | null = null;
  for (const [v, n] of counts) if (best === null || n > (counts.get(best) ?? 0)) best = v;
  return best;
}

/** Ids from label and date; equal ones are numbered in order. */
export function assignIds(
  records: readonly Omit<EventRecord, 'id'>[],
  known: readonly (string | null)[],
): Steps<EventRecord[]> {
  const used = new Map<string, number>();
  return mapInSteps(records, 64, (record, i) => {
    const base = known[i] ?? slug(record.date === null ? record.label : `${record.label} ${record.date}`);
    const count = (used.get(base) ?? 0) + 1;
    used.set(base, count);
    return { id: count === 1 ? base : `${base}--${count}`, ...record };
  });
}
