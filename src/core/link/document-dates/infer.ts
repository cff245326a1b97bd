import { isoDay, isoRange } from '../../calendar';
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

type Dates = readonly (DocumentDate | null)[];

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
  *complete(given: Dates): Steps<Dates> {
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
    let dates = given;
    let again: ReadonlySet<number> = open;
    for (let round = 0; round < ROUNDS && again.size > 0; round++) {
      const next = yield* this.#round(dates, again, { mentions, counts, sisters, fixed });
      again = affected(dates, next, sisters);
      dates = next;
    }
    return dates;
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
  *#round(dates: Dates, again: ReadonlySet<number>, evidence: Evidence): Steps<Dates> {
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
      next[i] = this.#infer(i, days, happenings, evidence);
      yield;
    }
    return next;
  }

  #resolved(source: LinkSource, published: string | null): (string | null)[] {
    return resolveDates(source.annotations.dates, published, this.#knowledge).map((r) => r.value);
  }

  #infer(
    i: number,
    days: readonly (number | null)[],
    happenings: readonly (readonly Happening[])[],
    evidence: Evidence,
  ): DocumentDate | null {
    const source = this.#sources[i];
    if (source === undefined) return null;
    const clues = [...(evidence.fixed.get(i) ?? [])];
    const dated: { day: number; share: number; path: string }[] = [];
    // A source's own dates count by what it states outright, not by a day inferred for it in the round before.
    const known: Happening[] = [
      ...this.#known,
      ...happeningsOf(source.annotations, i, evidence.mentions[i] ?? [], null),
    ];
    const others = new Map<string, DatedCount[]>();
    for (const [j, share] of evidence.sisters[i] ?? []) {
      const day = days[j];
      if (share < SAME_AFFAIR || day === null || day === undefined) continue;
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
    return toDocumentDate(source, clues);
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

/** The longest range, in days, of an inferred date that others may build on. */
const RELIABLE = 21;

function reliableDay(date: DocumentDate | null): number | null {
  const range = date === null ? null : isoRange(`${date.earliest}/${date.latest}`);
  if (date === null || range === null || range.last - range.first > RELIABLE) return null;
  return isoRange(date.value)?.first ?? null;
}

interface Evidence {
  readonly mentions: readonly (readonly DatedMention[])[];
  readonly counts: readonly (readonly Count[])[];
  readonly sisters: Sisters;
  readonly fixed: ReadonlyMap<number, readonly Clue[]>;
}

function toDocumentDate(source: LinkSource, clues: readonly Clue[]): DocumentDate | null {
  const solution = solve(clues);
  if (solution === null) return null;
  const { text } = source.annotations;
  return {
    value: isoDay(solution.day),
    earliest: isoDay(solution.range.first),
    latest: isoDay(solution.range.last),
    basis: 'inferred',
    evidence: solution.clues.slice(0, EVIDENCE).map((clue) => ({ ...textSpan(text, clue), why: clue.why })),
  };
}
