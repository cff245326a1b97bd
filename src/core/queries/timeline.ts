/** Events as marks on a line of time, in lanes of countries or people. */
import * as l10n from '../l10n';
import { isoRange } from '../calendar';
import { EVENT_TYPES, type EventMention, type EventRecord, type EventType } from '../model';
import { mapInSteps, type Steps } from '../steps';
import { eventKind, eventLabel, statusWord } from './event-words';
import { eventFamily, type EventFamily } from './event-family';
import { chooseLanes, keysOf, type Lane, type LaneKind } from './timeline-lanes';
import { type Bin, binsOf, type Days, focusOf, MOST_MARKS, padded } from './timeline-range';
import { firmest, type Reference, reports, type Table } from './table';
import type { DossierView } from './view';
import { capitalized, countryName, formatDate } from './wording';

export interface TimelineOptions {
  readonly lanes: LaneKind;
  /** Entity ids, country codes, event types: an event is shown that has one of each list which is not empty. */
  readonly people: readonly string[];
  readonly countries: readonly string[];
  readonly types: readonly EventType[];
  /** The days to show, as day numbers (days since 1970-01-01), both inclusive; all days, or null for those that hold most events. */
  readonly range: Days | 'all' | null;
}

export interface TimelineMark extends Days {
  readonly event: string;
  readonly label: string;
  readonly kind: string;
  readonly family: EventFamily;
  readonly status: EventMention['status'];
  /** `2 June 2024`, `June 2024` */
  readonly when: string;
  /** Whether the day is not known, only days between which it lies. */
  readonly uncertain: boolean;
  /** Indices of lanes: one event may belong to several countries. */
  readonly lanes: readonly number[];
  readonly sources: number;
  /** The first ones. */
  readonly reports: readonly Reference[];
}

/** Something to filter by, with the number of events that have it. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly count: number;
}

export interface Timeline {
  readonly options: TimelineOptions;
  readonly lanes: readonly Lane[];
  /** Marks in range, oldest first; empty where there are so many that `bins` stand for them. */
  readonly marks: readonly TimelineMark[];
  readonly bins: readonly Bin[];
  readonly range: Days | null;
  /** Dated events that pass the filters, and those of them that are out of range. */
  readonly dated: number;
  readonly outside: number;
  /** Events without a date; they stand in the table alone. */
  readonly undated: number;
  readonly choices: {
    readonly people: readonly Choice[];
    readonly countries: readonly Choice[];
    readonly types: readonly Choice[];
  };
}

export const TIMELINE_DEFAULTS: TimelineOptions = {
  lanes: 'country',
  people: [],
  countries: [],
  types: [],
  range: null,
};

/** So many rows are made in a step. */
const STEP = 256;
const MOST_REPORTS = 12;
const MOST_CHOICES = 200;

interface Dated {
  readonly event: EventRecord;
  readonly days: Days;
}

export function timeline(view: DossierView, options: TimelineOptions): Timeline {
  const events = matching(view, options);
  const dated = events.flatMap((event): Dated[] => {
    const days = event.date === null ? null : isoRange(event.date);
    return days === null ? [] : [{ event, days }];
  });
  const extent = extentOf(dated.map((d) => d.days));
  const range =
    options.range === 'all'
      ? extent && padded(extent.first, extent.last)
      : (options.range ?? focusOf(dated.map((d) => d.days)));
  const inRange =
    range === null ? [] : dated.filter(({ days }) => days.last >= range.first && days.first <= range.last);
  const { lanes, laneOf } = chooseLanes(
    view,
    options.lanes,
    inRange.map((d) => d.event),
  );
  const many = inRange.length > MOST_MARKS;
  return {
    options,
    lanes,
    marks: many ? [] : inRange.map((d) => toMark(view, d, laneOf(d.event))),
    bins:
      many && range !== null
        ? binsOf(
            inRange.map((d) => ({ ...d.days, lanes: laneOf(d.event) })),
            range,
          )
        : [],
    range,
    dated: dated.length,
    outside: dated.length - inRange.length,
    undated: events.length - dated.length,
    choices: choicesOf(view),
  };
}

/** Every event that passes the filters, in range or not, the undated ones last; in steps, for there may be tens of thousands. */
export function* timelineTable(view: DossierView, options: TimelineOptions): Steps<Table> {
  const rows = yield* mapInSteps(matching(view, options), STEP, (event) => ({
    cells: [
      event.date === null ? '' : formatDate(event.date),
      event.date ?? '',
      eventLabel(event),
      capitalized(eventKind(event)),
      statusWord(firmest(view.reportsOf(event.id).map((r) => r.item))),
      event.participants.map((p) => view.entity(p)?.name ?? p).join('; '),
      String(new Set(event.mentions.map((m) => m.path)).size),
    ],
    references: reports(view, event.id),
  }));
  const columns = [
    l10n.t('Date'),
    'ISO 8601',
    l10n.t('Event'),
    l10n.t('Kind'),
    l10n.t('Status'),
    l10n.t('Participants'),
    l10n.t('Sources'),
  ];
  return { columns, rows };
}

function matching(view: DossierView, { people, countries, types }: TimelineOptions): readonly EventRecord[] {
  const has = (wanted: readonly string[], keys: readonly string[]): boolean =>
    wanted.length === 0 || keys.some((k) => wanted.includes(k));
  return view.extraction.events.filter(
    (e) => has(types, [e.type]) && has(people, keysOf(view, 'person', e)) && has(countries, keysOf(view, 'country', e)),
  );
}

function toMark(view: DossierView, { event, days }: Dated, lanes: readonly number[]): TimelineMark {
  return {
    ...days,
    event: event.id,
    label: eventLabel(event),
    kind: capitalized(eventKind(event)),
    family: eventFamily(event.type),
    status: firmest(view.reportsOf(event.id).map((r) => r.item)),
    when: formatDate(event.date ?? ''),
    uncertain: days.last > days.first,
    lanes,
    sources: new Set(event.mentions.map((m) => m.path)).size,
    reports: reports(view, event.id).slice(0, MOST_REPORTS),
  };
}

function extentOf(all: readonly Days[]): Days | null {
  let [first, last] = [Infinity, -Infinity];
  for (const days of all) {
    first = Math.min(first, days.first);
    last = Math.max(last, days.last);
  }
  return first > last ? null : { first, last };
}

function choicesOf(view: DossierView): Timeline['choices'] {
  const { events } = view.extraction;
  const tally = (keys: (event: EventRecord) => readonly string[], label: (id: string) => string): Choice[] => {
    const counts = new Map<string, number>();
    for (const event of events) for (const key of keys(event)) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [...counts]
      .map(([id, count]) => ({ id, label: label(id), count }))
      .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, l10n.language()))
      .slice(0, MOST_CHOICES);
  };
  const typeWords = (type: string): string => {
    const known = EVENT_TYPES.find((t) => t === type);
    return known === undefined ? type : capitalized(eventKind({ type: known, mode: null }));
  };
  return {
    people: tally(
      (e) => keysOf(view, 'person', e),
      (id) => view.entity(id)?.name ?? id,
    ),
    countries: tally((e) => keysOf(view, 'country', e), countryName),
    types: tally((e) => [e.type], typeWords),
  };
}
