/** What the search for participants is given. */
import type { ClauseReader } from './clauses';
import type { EventLexicon } from './lexicon';
import type { Referents } from './referents';

export interface Roles {
  readonly actors: readonly number[];
  readonly recipients: readonly number[];
}

export interface RoleReader extends ClauseReader {
  readonly lexicon: EventLexicon;
  readonly referents: Referents;
  /** Participants of the last event with two or more, for `the two leaders`. */
  readonly recent: readonly number[];
}
