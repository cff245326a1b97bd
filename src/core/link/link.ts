import type { Knowledge } from '../knowledge';
import type { Extraction, Problem, SourceDocument } from '../model';
import { textSpan } from '../text';
import { linkDocumentDates } from './document-dates';
import { type LinkedEntities, linkEntities } from './entities';
import { linkEvents } from './events';
import { Accepted } from './problems/accepted';
import { findProblems } from './problems/problems';
import { type ResolvedDate, resolveDates } from './resolve-dates';
import { linkSeries } from './series';
import type { LinkSource } from './source';

/** Links all sources: the ordered second half of the pipeline. Pure; the same input gives the same ids. */
export function link(sources: readonly LinkSource[], knowledge: Knowledge): Extraction {
  const entities = linkEntities(sources, knowledge);
  const published = linkDocumentDates(sources, entities, knowledge);
  const days = published.dates.map((d) => d?.value ?? null);
  const dates = sources.map((s, i) => resolveDates(s.annotations.dates, days[i] ?? null, knowledge));
  const accepted = new Accepted(knowledge, sources);
  const series = linkSeries(sources, entities, days, dates, accepted);
  const events = linkEvents(sources, entities, days, dates, knowledge);

  const documents = sources.map((source, i): SourceDocument => {
    const document = toDocument(source, entities.ids[i] ?? [], dates[i] ?? []);
    return {
      ...document,
      date: published.dates[i] ?? null,
      figures: document.figures.map((f, k) => ({ ...f, ...series.figures[i]?.[k] })),
      events: document.events.map((e, k) => ({ ...e, ...events.mentions[i]?.[k] })),
    };
  });
  const problems: Problem[] = [
    ...sources.flatMap((s) => s.annotations.problems.map((p) => ({ ...p, path: s.path }))),
    ...entities.problems,
    ...published.problems,
    ...series.problems,
    ...findProblems({ sources, entities, published: published.dates, dates, knowledge }),
  ].filter((p) => !accepted.covers(p));
  return {
    schemaVersion: 1,
    documents,
    entities: entities.entities,
    events: events.events,
    series: series.series,
    problems,
  };
}

/** Converts one source to the contract's shape; what depends on other sources is filled in by `link`. */
function toDocument(
  source: LinkSource,
  ids: LinkedEntities['ids'][number],
  dates: readonly ResolvedDate[],
): SourceDocument {
  const { annotations } = source;
  const { text } = annotations;
  const id = (index: number | null): string | null => (index === null ? null : (ids[index] ?? null));
  const all = (indices: readonly number[]): string[] => [
    ...new Set(indices.map((i) => ids[i]).filter((x) => x !== undefined)),
  ];
  return {
    path: source.path,
    date: null,
    mentions: annotations.mentions.map((m) => ({
      ...textSpan(text, m),
      kind: m.kind,
      form: m.form,
      entity: ids[m.entity] ?? '',
      why: m.rule,
    })),
    dates: annotations.dates.flatMap((d, i) => {
      const resolved = dates[i];
      if (resolved === undefined || resolved.value === null) return [];
      return [{ ...textSpan(text, d), value: resolved.value, certain: resolved.certain, why: d.rule }];
    }),
    figures: annotations.figures.map((f) => ({
      ...textSpan(text, f),
      value: f.value,
      bound: f.bound,
      unit: f.unit,
      measure: f.measure,
      of: f.of,
      place: id(f.place),
      attribution: f.attribution === null ? null : textSpan(text, f.attribution),
      asOf: null,
      series: null,
      why: f.rule,
    })),
    quotes: annotations.quotes.map((q) => ({
      ...textSpan(text, q),
      form: q.form,
      speaker: id(q.speaker),
      why: q.rule,
    })),
    events: annotations.events.map((e) => ({
      ...textSpan(text, e),
      trigger: textSpan(text, e.trigger),
      type: e.type,
      mode: e.mode,
      actors: all(e.actors),
      recipients: all(e.recipients),
      date: null,
      place: id(e.place),
      status: e.status,
      event: '',
      why: e.rule,
    })),
    boilerplate: annotations.boilerplate.map(({ start, end }) => ({ start, end })),
  };
}
