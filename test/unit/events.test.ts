import type { LocalEvent, SourceAnnotations } from '../../src/core/annotations';
import { findDates } from '../../src/core/annotators/dates/dates';
import { findEvents } from '../../src/core/annotators/events/events';
import { findQuotes } from '../../src/core/annotators/quotes';
import { NO_KNOWLEDGE } from '../../src/core/knowledge';
import { testCases } from './cases';
import { annotateMarked } from './marked-names';

testCases('events', (text) => {
  const named = { ...annotateMarked(text, NO_KNOWLEDGE), knowledge: NO_KNOWLEDGE };
  const read = { ...named, dates: findDates(named) };
  return findEvents(read, findQuotes(read)).map((e) => eventLine(read, e));
});

/** `CONSULT/phone telephoned: Ana Lund > Per Holm | Sunday | planned | “Operation Dawn”`. */
function eventLine({ text, entities, dates }: SourceAnnotations, event: LocalEvent): string {
  const names = (indices: readonly number[]): string => indices.map((i) => entities[i]?.name ?? '').join(', ');
  const date = event.date === null ? undefined : dates[event.date];
  const mode = event.mode === null ? '' : `/${event.mode}`;
  const trigger = text.slice(event.trigger.start, event.trigger.end);
  return [
    `${event.type}${mode} ${trigger}: ${names(event.actors)} > ${names(event.recipients)}`.trimEnd(),
    ...(date === undefined ? [] : [text.slice(date.start, date.end)]),
    ...(event.status === 'actual' ? [] : [event.status]),
    ...event.names.map((n) => `“${n}”`),
  ].join(' | ');
}
