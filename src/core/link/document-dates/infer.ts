import { isoDay, isoRange } from '../../calendar';
import type { Knowledge } from '../../knowledge';
import type { DocumentDate } from '../../model';
import { textSpan } from '../../text';
import type { LinkedEntities } from '../entities';
import { resolveDates } from '../resolve-dates';
import type { LinkSource } from '../source';
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
  complete(given: Dates): Dates {
    const open = new Set(given.flatMap((date, i) => (date === null ? [i] : [])));
    const mentions = this.#sources.map((s) => datedMentions(s.annotations));
    const counts = this.#sources.map((s, i) => countsOf(s.annotations, this.#entities.ids[i] ?? []));
    const sisters = findSisters(this.#sources, this.#entities, open);
    const fixed = new Map([...open].map((i) => [i, this.#fixedClues(i, mentions[i] ?? [])]));
    let dates = given;
    for (let round = 0; round < ROUNDS; round++) {
      const next = this.#round(dates, given, { mentions, counts, sisters, fixed });
      const changed = next.some((d, i) => d?.value !== dates[i]?.value);
      dates = next;
      if (!changed) break;
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

  #round(dates: Dates, given: Dates, evidence: Evidence): Dates {
    const days = dates.map(reliableDay);
    const happenings = this.#sources.map((source, i) => {
      const day = days[i] ?? null;
      const resolved = day === null ? null : this.#resolved(source, isoDay(day));
      const dated = happeningsOf(source.annotations, i, evidence.mentions[i] ?? [], resolved);
      return day === null
        ? dated
        : [...dated, ...leadHappening(source.annotations, i, evidence.mentions[i] ?? [], day)];
    });
    return given.map((date, i) => date ?? this.#infer(i, days, happenings, evidence));
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
