import type { EventMention, EventRecord } from '../model';
import { type AnswerFilter, holds, inSource, within } from './answers-filter';
import { type AskedFolder, citeAll, type Citations } from './answers-place';
import type { Found } from './answers';
import type { DossierView, Located } from './view';
import { eventKind, eventLabel } from './event-words';

export interface EventAnswer extends Citations {
  readonly label: string;
  /** In words, `consultation (phone)`, and by PLOVER's type. */
  readonly kind: string;
  readonly type: EventRecord['type'];
  /** ISO 8601, or null. */
  readonly date: string | null;
  readonly participants: readonly string[];
  readonly places: readonly string[];
  readonly alsoCalled: readonly string[];
  /** What the reports say of it: that it took place, is planned, might be, or did not take place. */
  readonly status: readonly EventMention['status'][];
  readonly sources: number;
}

/** Events as the sources report them, oldest first, undated ones last. `text` looks in labels, names and reports. */
export function events(folder: AskedFolder, filter: AnswerFilter): readonly Found<EventAnswer>[] {
  const { view } = folder;
  return [...view.extraction.events]
    .filter((e) => filter.type === null || e.type === filter.type)
    .filter((e) => within(filter, e.date))
    .map((event) => ({
      event,
      reports: view.reportsOf(event.id).filter((r) => inSource(filter, folder.prefix + r.path)),
    }))
    .filter(({ event, reports }) => reports.length > 0 && matches(view, event, reports, filter))
    .sort((a, b) => ((a.event.date ?? '9') < (b.event.date ?? '9') ? -1 : a.event.date === b.event.date ? 0 : 1))
    .map(({ event, reports }) => ({ make: () => eventAnswer(folder, event, reports) }));
}

type Reports = readonly Located<EventMention>[];

function matches(view: DossierView, event: EventRecord, reports: Reports, filter: AnswerFilter): boolean {
  const known = [...event.participants, ...placesOf(reports)].flatMap((id) => view.entity(id) ?? []);
  if (filter.country !== null && !known.some((e) => e.country === filter.country)) return false;
  if (filter.name !== null && !known.some((e) => holds(filter.name, e.name, ...e.variants))) return false;
  return filter.text === null || holds(filter.text, event.label, ...event.names, ...reports.map((r) => r.item.text));
}

function placesOf(reports: Reports): readonly string[] {
  return [...new Set(reports.map((r) => r.item.place).filter((p) => p !== null))];
}

function eventAnswer(folder: AskedFolder, event: EventRecord, reports: Reports): EventAnswer {
  const name = (id: string): string => folder.view.entity(id)?.name ?? id;
  const places = reports.map(({ path, item }) => ({ path, start: item.start, end: item.end }));
  return {
    label: eventLabel(event),
    kind: eventKind(event),
    type: event.type,
    date: event.date,
    participants: event.participants.map(name),
    places: placesOf(reports).map(name),
    alsoCalled: event.names,
    status: [...new Set(reports.map((r) => r.item.status))],
    sources: new Set(reports.map((r) => r.path)).size,
    ...citeAll(folder, places),
  };
}
