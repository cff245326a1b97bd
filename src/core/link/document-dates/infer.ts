import { type DayRange, isoDay, isoRange } from '../../calendar';
import type { Knowledge } from '../../knowledge';
import type { DocumentDate } from '../../model';
import { textSpan } from '../../text';
import type { LinkedEntities } from '../entities';
import { resolveDates } from '../resolve-dates';
import type { LinkSource } from '../source';
import { inSteps, mapInSteps, type Steps } from '../../steps';
import { anchorClues, eventClues } from './anchors';
import type { Clue } from './clue';
import { type Count, countsOf, type DatedCount, figureClues } from './figures';
import {
  type DatedMention,
  datedMentions,
  type Happening,
  happeningsOf,
  knownHappenings,
  leadHappening,
} from './happenings';
import { ownClues } from './own-clues';
import { findSisters, SAME_AFFAIR, sisterClue, type Sisters } from './sisters';
import { solve } from './solve';
import { tenureClues } from './tenure';

interface Dated {
  readonly date: DocumentDate;
  /** How much of the probability lies within a week of it. */
  readonly share: number;
  /** The round in which it was first found; −1 where it is given. */
  readonly round: number;
}

type Dates = readonly (Dated | null)[];

/** So many sources are read in a step. */
const STEP = 4;
/** Rounds after which dates are taken as they are. */
const ROUNDS = 5;
/** How many pieces of evidence are kept. */
const EVIDENCE = 8;

/** Infers the dates of sources that state none, each from itself and from the others, until no date changes. */
export class DateInference {
  readonly #sources: readonly LinkSource[];
  readonly #entities: LinkedEntities;
  readonly #knowledge: Knowledge;
  readonly #known: readonly Happening[];

  constructor(sources: readonly LinkSource[], entities: LinkedEntities, knowledge: Knowledge) {
    this.#sources = sources;
    this.#entities = entities;
    this.#knowledge = knowledge;
    this.#known = knownHappenings(knowledge.events);
  }

  /** @param given the dates that are configured or stated; returned as they are, with those that could be inferred */
  *complete(given: readonly (DocumentDate | null)[]): Steps<readonly (DocumentDate | null)[]> {
    const open = new Set(given.flatMap((date, i) => (date === null ? [i] : [])));
    const mentions = yield* mapInSteps(this.#sources, STEP, (s) => datedMentions(s.annotations));
    const counts = yield* mapInSteps(this.#sources, STEP, (s, i) =>
      countsOf(s.annotations, this.#entities.ids[i] ?? []),
    );
    const sisters = yield* findSisters(this.#sources, this.#entities, open);
    yield;
    const fixed = new Map<number, Clue[]>();
    yield* inSteps(open, STEP, (i) => {
      fixed.set(i, this.#fixedClues(i, mentions[i] ?? []));
    });
    let dates: Dates = given.map((date) => (date === null ? null : { date, share: isClose(date) ? 1 : 0, round: -1 }));
    let again: ReadonlySet<number> = open;
    for (let round = 0; round < ROUNDS && again.size > 0; round++) {
      const next = yield* this.#round(round, dates, again, { mentions, counts, sisters, fixed });
      again = affected(dates, next, sisters);
      dates = next;
    }
    return dates.map((d) => d?.date ?? null);
  }

  /** Clues that do not change as other sources get their dates. */
  #fixedClues(i: number, mentions: readonly DatedMention[]): Clue[] {
    const source = this.#sources[i]?.annotations;
    if (source === undefined) return [];
    return [
      ...ownClues(source),
      ...eventClues(source, mentions, this.#knowledge),
      ...tenureClues(source, this.#knowledge),
    ];
  }

  /** @param again the sources whose evidence has changed since the round before */
  *#round(round: number, dates: Dates, again: ReadonlySet<number>, evidence: Evidence): Steps<Dates> {
    const days = dates.map(reliableDay);
    const happenings: Happening[][] = [];
    yield* inSteps(this.#sources, STEP, (source, i) => {
      const day = days[i] ?? null;
      const resolved = day === null ? null : this.#resolved(source, isoDay(day));
      const dated = happeningsOf(source.annotations, i, evidence.mentions[i] ?? [], resolved);
      const lead = day === null ? [] : leadHappening(source.annotations, i, evidence.mentions[i] ?? [], day);
      happenings.push([...dated, ...lead]);
    });
    const next = [...dates];
    for (const i of again) {
      const found = this.#infer(i, dates, happenings, evidence);
      next[i] = found === null ? null : { ...found, round: dates[i]?.round ?? round };
      yield;
    }
    return next;
  }

  #resolved(source: LinkSource, published: string | null): (string | null)[] {
    return resolveDates(source.annotations.dates, published, this.#knowledge).map((r) => r.value);
  }

  #infer(
    i: number,
    dates: Dates,
    happenings: readonly (readonly Happening[])[],
    evidence: Evidence,
  ): Omit<Dated, 'round'> | null {
    const source = this.#sources[i];
    if (source === undefined) return null;
    const since = dates[i]?.round ?? Infinity;
    const clues = [...(evidence.fixed.get(i) ?? [])];
    const dated: { day: number; share: number; path: string }[] = [];
    // A source's own dates count by what it states outright, not by a day inferred for it in the round before.
    const known: Happening[] = [
      ...this.#known,
      ...happeningsOf(source.annotations, i, evidence.mentions[i] ?? [], null),
    ];
    const others = new Map<string, DatedCount[]>();
    /** Days by which those that it builds on may lie earlier or later. */
    const slack = { before: 0, behind: 0 };
    for (const [j, share] of evidence.sisters[i] ?? []) {
      const sister = dates[j] ?? null;
      const day = reliableDay(sister);
      // What was dated after this source may have been dated by it.
      if (share < SAME_AFFAIR || sister === null || day === null || sister.round > since) continue;
      if (sister.round < since) {
        const range = rangeOf(sister.date, day);
        slack.before = Math.max(slack.before, day - range.first);
        slack.behind = Math.max(slack.behind, range.last - day);
      }
      dated.push({ day, share, path: this.#sources[j]?.path ?? '' });
      known.push(...(happenings[j] ?? []));
      for (const count of evidence.counts[j] ?? []) {
        const list = others.get(count.key) ?? [];
        list.push({ ...count, day, path: this.#sources[j]?.path ?? '' });
        others.set(count.key, list);
      }
    }
    clues.push(...anchorClues(evidence.mentions[i] ?? [], known, i));
    clues.push(...figureClues(evidence.counts[i] ?? [], others));
    const sister = sisterClue(source.annotations.mentions[0] ?? { start: 0, end: 0 }, dated);
    if (sister !== null) clues.push(sister);
    return toDated(source, clues, slack);
  }
}

/** Sources whose evidence a round has changed: a sister got another day. */
function affected(before: Dates, after: Dates, sisters: Sisters): Set<number> {
  const changed = new Set<number>();
  for (const [j, date] of after.entries()) if (reliableDay(date) !== reliableDay(before[j] ?? null)) changed.add(j);
  const found = new Set<number>();
  if (changed.size === 0) return found;
  for (const [i, shares] of sisters.entries())
    for (const [j, share] of shares)
      if (share >= SAME_AFFAIR && changed.has(j)) {
        found.add(i);
        break;
      }
  return found;
}

/** How much of the probability must lie within a week of a date, or no other is built on it. */
const RELIABLE = 0.7;
/** The longest range, in days, of a given date that others may build on. */
const CLOSE = 21;

/** The day of a date that others may build on, else null. */
function reliableDay(dated: Dated | null): number | null {
  return dated === null || dated.share < RELIABLE ? null : (isoRange(dated.date.value)?.first ?? null);
}

function isClose(date: DocumentDate): boolean {
  const { first, last } = rangeOf(date, 0);
  return last - first <= CLOSE;
}

function rangeOf({ earliest, latest }: DocumentDate, day: number): DayRange {
  return isoRange(`${earliest}/${latest}`) ?? { first: day, last: day };
}

interface Evidence {
  readonly mentions: readonly (readonly DatedMention[])[];
  readonly counts: readonly (readonly Count[])[];
  readonly sisters: Sisters;
  readonly fixed: ReadonlyMap<number, readonly Clue[]>;
}

function toDated(
  source: LinkSource,
  clues: readonly Clue[],
  slack: { readonly before: number; readonly behind: number },
): Omit<Dated, 'round'> | null {
  const solution = solve(clues);
  if (solution === null) return null;
  const { text } = source.annotations;
  const date: DocumentDate = {
    value: isoDay(solution.day),
    earliest: isoDay(solution.range.first - slack.before),
    latest: isoDay(solution.range.last + slack.behind),
    basis: 'inferred',
    evidence: solution.clues.slice(0, EVIDENCE).map((clue) => ({ ...textSpan(text, clue), why: clue.why })),
  };
  return { date, share: solution.share };
}
