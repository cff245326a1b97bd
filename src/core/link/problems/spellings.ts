import * as l10n from '../../l10n';
import { sameOffice } from '../../annotators/coreference/offices';
import { type PersonName, PersonNames } from '../../annotators/coreference/person-names';
import type { DifferentNames } from '../../different-names';
import type { Entity, Problem } from '../../model';
import { problemAt, type ProblemPlace } from '../../problems';
import { flatMapInSteps, inSteps, type Steps } from '../../steps';
import { fileName, type LinkedSources } from './linked';

interface Candidate {
  readonly entity: Entity;
  readonly name: PersonName;
  /** Indices of the sources that name the person. */
  readonly sources: ReadonlySet<number>;
}

export interface LikelySame {
  readonly problems: readonly Problem[];
  /** Whether two entities are one, or likely one. */
  readonly alike: (a: Entity, b: Entity) => boolean;
}

function pairKey(a: Entity, b: Entity): string {
  return a.id < b.id ? `${a.id} ${b.id}` : `${b.id} ${a.id}`;
}

/** So many people are compared in a step. */
const STEP = 8;
/** A word that more people bear tells nobody apart. */
const MOST_BEARERS = 40;

/**
 * `name-spellings` (information): two people with a full name each that differ by a slip of the pen (`Okonkwo`, `Okonkow`) or by the
 * order of their words, who are of one country or hold one office, and whom no source names both.
 */
export function* likelySamePeople(linked: LinkedSources, different: DifferentNames): Steps<LikelySame> {
  const people = yield* peopleOf(linked);
  const byWord = new Map<string, Candidate[]>();
  const problems: Problem[] = [];
  const pairs = new Set<string>();
  yield* inSteps(people, STEP, (person) => {
    const others = new Set<Candidate>();
    for (const key of new Set(person.name.words)) {
      const bearers = byWord.get(key) ?? [];
      if (bearers.length <= MOST_BEARERS) for (const other of bearers) others.add(other);
      if (bearers.length === 0) byWord.set(key, bearers);
      bearers.push(person);
    }
    for (const other of others) {
      if (!mayBeOne(person, other) || different.anyApart(spellings(person), spellings(other))) continue;
      const problem = tell(linked, person, other);
      if (problem !== null) problems.push(problem);
      pairs.add(pairKey(person.entity, other.entity));
    }
  });
  return { problems, alike: (a, b) => a.id === b.id || pairs.has(pairKey(a, b)) };
}

function* peopleOf({ sources, entities }: LinkedSources): Steps<Candidate[]> {
  const found = new Map<string, Set<number>>();
  yield* inSteps(sources, 64, (_, s) => {
    for (const id of entities.ids[s] ?? []) {
      const own = found.get(id);
      if (own === undefined) found.set(id, new Set([s]));
      else own.add(s);
    }
  });
  const names = new PersonNames(Infinity);
  return yield* flatMapInSteps(entities.entities, 64, (entity): Candidate[] => {
    if (entity.kind !== 'person') return [];
    const name = names.of(entity.name);
    return name.weight < 2 ? [] : [{ entity, name, sources: found.get(entity.id) ?? new Set() }];
  });
}

function spellings({ entity }: Candidate): readonly string[] {
  return [entity.name, ...entity.variants];
}

function mayBeOne(a: Candidate, b: Candidate): boolean {
  const slip = slipBetween(a.name, b.name);
  if (slip === null) return false;
  for (const source of a.sources) if (b.sources.has(source)) return false;
  const office = a.entity.offices.some((o) =>
    b.entity.offices.some((p) => sameOffice(bare(o.title), bare(p.title)) && (o.country ?? '') === (p.country ?? '')),
  );
  if (office) return true;
  // Brothers and sisters share a country and a family name.
  const country = a.entity.country !== null && a.entity.country === b.entity.country;
  return country && slip !== 'given';
}

function bare(title: string): string {
  return title.replace(/^acting /u, '');
}

/** Where two names differ a little: in the order of words, in the given name or in another word; null where they differ more. */
function slipBetween(a: PersonName, b: PersonName): 'order' | 'given' | 'other' | null {
  if (a.words.length !== b.words.length || a.suffix !== b.suffix || a.compact === b.compact) return null;
  const differing = [...a.words.keys()].filter((i) => a.words[i] !== b.words[i]);
  if (differing.length > 1) {
    const sorted = (n: PersonName): string => [...n.words].sort().join(' ');
    return sorted(a) === sorted(b) ? 'order' : null;
  }
  const [at = 0] = differing;
  if (!isSlip(a.words[at] ?? '', b.words[at] ?? '')) return null;
  return at === 0 ? 'given' : 'other';
}

/** One letter more, less or other, or two neighbors swapped, in words of five letters and more that begin alike. */
function isSlip(x: string, y: string): boolean {
  const [long, short] = x.length >= y.length ? [x, y] : [y, x];
  if (short.length < 5 || long.length - short.length > 1 || long[0] !== short[0]) return false;
  let i = 0;
  while (i < short.length && long[i] === short[i]) i++;
  const swapped = long[i] === short[i + 1] && long[i + 1] === short[i] && long.slice(i + 2) === short.slice(i + 2);
  if (long.length > short.length) return long.slice(i + 1) === short.slice(i);
  return swapped || long.slice(i + 1) === short.slice(i + 1);
}

function tell(linked: LinkedSources, a: Candidate, b: Candidate): Problem | null {
  // The rarer spelling is likelier to be the slip.
  const [rare, common] =
    a.sources.size < b.sources.size ? [a, b] : b.sources.size < a.sources.size ? [b, a] : later(a, b);
  const place = firstName(linked, rare);
  const other = firstName(linked, common);
  if (place === null || other === null) return null;
  const [one, two] = [rare.entity.name, common.entity.name];
  const message = l10n.t('{0} is likely {1}, as {2} has the name.', one, two, fileName(other.path));
  const related = [{ ...other, message: l10n.t('{0} is named here.', two) }];
  return problemAt('name-spellings', place, message, { related });
}

function later(a: Candidate, b: Candidate): [Candidate, Candidate] {
  return Math.min(...a.sources) > Math.min(...b.sources) ? [a, b] : [b, a];
}

/** The first place that has the full name, else the first name of any form. */
function firstName({ sources, entities }: LinkedSources, { entity, sources: own }: Candidate): ProblemPlace | null {
  let any: ProblemPlace | null = null;
  for (const s of own) {
    const source = sources[s];
    if (source === undefined) continue;
    const { mentions, text } = source.annotations;
    for (const { form, start, end, entity: local } of mentions) {
      if (form !== 'name' || entities.ids[s]?.[local] !== entity.id) continue;
      const place = { path: source.path, start, end };
      if (text.slice(start, end) === entity.name) return place;
      any ??= place;
    }
  }
  return any;
}
