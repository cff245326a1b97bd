import type { EntityKind, Gender } from '../../annotations';

/** How strongly something speaks for each kind of name; `other` is a name of nothing that is looked for. */
export interface Evidence {
  person: number;
  organization: number;
  place: number;
  other: number;
}

export const noEvidence = (): Evidence => ({ person: 0, organization: 0, place: 0, other: 0 });

export function add(to: Evidence, more: Partial<Evidence>): void {
  to.person += more.person ?? 0;
  to.organization += more.organization ?? 0;
  to.place += more.place ?? 0;
  to.other += more.other ?? 0;
}

export function addScaled(to: Evidence, more: Evidence, factor: number): void {
  to.person += more.person * factor;
  to.organization += more.organization * factor;
  to.place += more.place * factor;
  to.other += more.other * factor;
}

/** A stretch of tokens that may be a name. */
export interface Segment {
  readonly first: number;
  readonly last: number;
  /** The keys of its words, joined by blanks. */
  readonly key: string;
  /** Its words, without particles, hyphens and connectors. */
  readonly words: number;
  /** From the words themselves. */
  readonly inner: Evidence;
  /** From what stands around it. */
  readonly context: Evidence;
  /** What decided it, for `rule`. */
  readonly reasons: string[];
  /** Certain from the start: the knowledge file, a head of a body. */
  readonly fixed: EntityKind | null;
  readonly country: string | null;
  readonly known: string | null;
  gender: Gender | null;
  /** What an apposition says that it is: that holds for all its mentions. */
  called: EntityKind | null;
  /** A capital here may be that of the sentence. */
  readonly opening: boolean;
  /** A month or day: a name only where the text has it as part of a longer one. */
  readonly doubtful: boolean;
}
