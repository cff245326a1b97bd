/** One source with its gold, its text and what was extracted from it: the input of every task. */
import type { SourceDocument } from '../../src/core/model';
import type { Alignment } from './alignment';
import type { Gold, GoldEntity } from './gold';
import type { Tally } from './tally';

/** Gold item → cluster, for the linking scores. */
export interface Linking {
  readonly gold: Map<string, string>;
  readonly system: Map<string, string>;
}

export interface ScoredSource {
  readonly gold: Gold;
  readonly text: string;
  readonly document: SourceDocument;
  /** The extraction lacks the source; `document` is empty then. */
  readonly missing: boolean;
}

/** What the tasks share. */
export interface Scoring {
  readonly tally: Tally;
  readonly alignment: Alignment;
  readonly people: Linking;
  readonly events: Linking;
}

export function goldEntity(gold: Gold, id: string): GoldEntity | undefined {
  return gold.entities.find((e) => e.id === id);
}

/** File name of a path with forward slashes. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
