/** An event being put together, before it is held against the others of its sentence. */
import type { LocalEvent } from '../../annotations';
import type { Candidate } from './triggers';

/** What the trigger's phrase is to its clause. */
export type ClauseRole = 'verb' | 'light' | 'subject' | 'object' | 'adjunct';

export interface Draft {
  readonly candidate: Candidate;
  readonly role: ClauseRole;
  readonly mode: string | null;
  readonly actors: readonly number[];
  readonly recipients: readonly number[];
  readonly date: number | null;
  /** Whether the date stands in the trigger's own phrase or right beside it. */
  readonly dated: boolean;
  readonly place: number | null;
  /** Whether a protest's place is named behind it: that has no part in it, but tells that it is one. */
  readonly scene: boolean;
  readonly status: LocalEvent['status'];
  readonly names: readonly string[];
  /** Whether somebody without a name takes part: `police`, `37 demonstrators`. */
  readonly unnamed: boolean;
  /** Index of the verb chunk of its clause, or -1. */
  readonly verb: number;
}

export function participantsOf(draft: Draft): readonly number[] {
  return draft.recipients.length === 0 ? draft.actors : [...draft.actors, ...draft.recipients];
}
