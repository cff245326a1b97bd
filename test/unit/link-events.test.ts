import assert from 'node:assert/strict';
import { findDates } from '../../src/core/annotators/dates/dates';
import { findEvents } from '../../src/core/annotators/events/events';
import { findQuotes } from '../../src/core/annotators/quotes';
import { NO_KNOWLEDGE } from '../../src/core/knowledge';
import { linkEntities } from '../../src/core/link/entities';
import { linkEvents } from '../../src/core/link/events';
import { resolveDates } from '../../src/core/link/resolve-dates';
import type { LinkSource } from '../../src/core/link/source';
import { testCases } from './cases';
import { markedSources } from './marked-names';

/** The path of each source is its day of publication. */
testCases('link-events', (text) => {
  const sources = markedSources(text, NO_KNOWLEDGE).map(withEvents);
  const forwards = records(sources);
  assert.deepEqual(records([...sources].reverse()), forwards, 'the order of the sources changes the result');
  return forwards;
});

function withEvents({ annotations, ...source }: LinkSource): LinkSource {
  const read = { ...annotations, knowledge: NO_KNOWLEDGE };
  const dated = { ...read, dates: findDates(read) };
  return {
    ...source,
    annotations: { ...annotations, dates: dated.dates, events: findEvents(dated, findQuotes(dated)) },
  };
}

/** `id | date | label | 2024-05-03 trigger, …`. */
function records(sources: readonly LinkSource[]): string[] {
  const published = sources.map((s) => s.path);
  const dates = sources.map((s, i) => resolveDates(s.annotations.dates, published[i] ?? null, NO_KNOWLEDGE));
  const { events } = linkEvents(sources, linkEntities(sources, NO_KNOWLEDGE), published, dates, NO_KNOWLEDGE);
  return events.map((e) => {
    const mentions = e.mentions.map((m) => {
      const source = sources.find((s) => s.path === m.path);
      return `${m.path} ${source?.annotations.text.slice(m.start, m.end) ?? ''}`;
    });
    return [e.id, e.date ?? '-', e.label, ...e.names.map((n) => `“${n}”`), mentions.join(', ')].join(' | ');
  });
}
