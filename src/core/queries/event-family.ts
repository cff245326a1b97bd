import type { EventType } from '../model';

/** PLOVER's four classes of events, and what belongs to none. */
export type EventFamily =
  'verbal-cooperation' | 'material-cooperation' | 'verbal-conflict' | 'material-conflict' | 'other';

export const EVENT_FAMILIES: readonly EventFamily[] = [
  'verbal-cooperation',
  'material-cooperation',
  'verbal-conflict',
  'material-conflict',
  'other',
];

const FAMILIES: Readonly<Record<EventType, EventFamily>> = {
  AGREE: 'verbal-cooperation',
  CONSULT: 'verbal-cooperation',
  SUPPORT: 'verbal-cooperation',
  CONCEDE: 'verbal-cooperation',
  COOPERATE: 'material-cooperation',
  AID: 'material-cooperation',
  RETREAT: 'material-cooperation',
  REQUEST: 'verbal-conflict',
  ACCUSE: 'verbal-conflict',
  REJECT: 'verbal-conflict',
  THREATEN: 'verbal-conflict',
  PROTEST: 'material-conflict',
  SANCTION: 'material-conflict',
  MOBILIZE: 'material-conflict',
  COERCE: 'material-conflict',
  ASSAULT: 'material-conflict',
  ACCIDENT: 'other',
  CEREMONY: 'other',
  APPOINTMENT: 'other',
  STATEMENT: 'other',
};

/** The class of an event by PLOVER 0.8's grouping of its types. */
export function eventFamily(type: EventType): EventFamily {
  return FAMILIES[type];
}
