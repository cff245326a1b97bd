import type { Knowledge } from '../knowledge';
import type { Extraction, Problem, SourceDocument } from '../model';
import { linkDocumentDatesInSteps } from './document-dates';
import { linkEntitiesInSteps } from './entities';
import { linkEventsInSteps } from './events';
import { Accepted } from './problems/accepted';
import { findProblems } from './problems/problems';
import { resolveDates } from './resolve-dates';
import { linkSeriesInSteps } from './series';
import type { LinkSource } from './source';
import { finish, flatMapInSteps, mapInSteps, type Steps } from '../steps';
import { toDocument } from './to-document';

/** So many sources are looked at in a step. */
const STEP = 16;

/** Links all sources: the ordered second half of the pipeline. Pure; the same input gives the same ids. */
export function link(sources: readonly LinkSource[], knowledge: Knowledge): Extraction {
  return finish(linkInSteps(sources, knowledge));
}

/** The same in steps: linking a thousand sources takes longer than an editor may be kept waiting. */
export function* linkInSteps(sources: readonly LinkSource[], knowledge: Knowledge): Steps<Extraction> {
  const entities = yield* linkEntitiesInSteps(sources, knowledge);
  const published = yield* linkDocumentDatesInSteps(sources, entities, knowledge);
  const days = published.dates.map((d) => d?.value ?? null);
  const dates = yield* mapInSteps(sources, STEP, (s, i) =>
    resolveDates(s.annotations.dates, days[i] ?? null, knowledge),
  );
  const accepted = new Accepted(knowledge, sources);
  const series = yield* linkSeriesInSteps(sources, entities, days, dates, accepted);
  const events = yield* linkEventsInSteps(sources, entities, days, dates, knowledge);

  const documents = yield* mapInSteps(sources, 1, (source, i): SourceDocument => {
    const document = toDocument(source, entities.ids[i] ?? [], dates[i] ?? []);
    return {
      ...document,
      date: published.dates[i] ?? null,
      figures: document.figures.map((f, k) => ({ ...f, ...series.figures[i]?.[k] })),
      events: document.events.map((e, k) => ({ ...e, ...events.mentions[i]?.[k] })),
    };
  });
  const found: Problem[] = [
    ...sources.flatMap((s) => s.annotations.problems.map((p) => ({ ...p, path: s.path }))),
    ...entities.problems,
    ...published.problems,
    ...series.problems,
    ...(yield* findProblems({ sources, entities, published: published.dates, dates, knowledge })),
  ];
  const problems = yield* flatMapInSteps(found, 64, (p) => (accepted.covers(p) ? [] : [p]));
  return {
    schemaVersion: 1,
    documents,
    entities: entities.entities,
    events: events.events,
    series: series.series,
    problems,
  };
}
