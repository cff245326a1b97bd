/** Scores an extraction against gold annotations, task by task. Pure: no files, no clock. */
import type { Extraction, SourceDocument } from '../../src/core/model';
import { Alignment } from './alignment';
import type { Gold } from './gold';
import { baseName, type ScoredSource, type Scoring } from './source';
import { bCubed, type Miss, type Score, Tally } from './tally';
import { scoreDates, scoreDocumentDate } from './tasks/dates';
import { scoreEvents } from './tasks/events';
import { scoreFigures } from './tasks/figures';
import { scoreNames } from './tasks/names';
import { scoreCoreference, scoreOffices } from './tasks/people';
import { scoreQuotes } from './tasks/quotes';

/** A gold file and the text that it annotates. */
export interface GoldSource {
  readonly gold: Gold;
  readonly text: string;
}

export interface Result {
  /** One row for each task that has any item; linking last. */
  readonly scores: readonly Score[];
  /** Mean F1 over the tasks. */
  readonly macro: number;
  readonly sources: number;
  /** Names of gold sources that the extraction lacks. */
  readonly missing: readonly string[];
  readonly misses: readonly Miss[];
}

function emptyDocument(path: string): SourceDocument {
  return { path, date: null, mentions: [], dates: [], figures: [], quotes: [], events: [], boilerplate: [] };
}

/**
 * Scores all sources together: entities are aligned by the mentions that they share over all of them.
 * @param sources gold and text; a source is found in the extraction by its file name
 */
export function score(sources: readonly GoldSource[], extraction: Extraction): Result {
  const documents = new Map(extraction.documents.map((d) => [baseName(d.path), d]));
  const scored: readonly ScoredSource[] = sources.map(({ gold, text }) => {
    const document = documents.get(gold.source);
    return { gold, text, document: document ?? emptyDocument(gold.source), missing: document === undefined };
  });
  const scoring: Scoring = {
    tally: new Tally(),
    alignment: new Alignment(extraction.entities),
    people: { gold: new Map(), system: new Map() },
    events: { gold: new Map(), system: new Map() },
  };
  // Names first, in all sources: they align the entities that everything else refers to.
  for (const source of scored) scoreNames(source, scoring);
  const tasks = [scoreOffices, scoreCoreference, scoreDates, scoreDocumentDate, scoreFigures, scoreQuotes, scoreEvents];
  for (const source of scored) for (const task of tasks) task(source, scoring);
  const scores = [
    ...scoring.tally.scores,
    bCubed('person linking (B3)', scoring.people.gold, scoring.people.system),
    bCubed('event linking (B3)', scoring.events.gold, scoring.events.system),
  ];
  return {
    scores,
    macro: scores.reduce((sum, s) => sum + s.f1, 0) / scores.length,
    sources: sources.length,
    missing: scored.filter((s) => s.missing).map((s) => s.gold.source),
    misses: scoring.tally.misses,
  };
}
