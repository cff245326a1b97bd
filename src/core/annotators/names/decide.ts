import type { EntityKind } from '../../annotations';
import { Memo } from '../../lexicon/memo';
import { COMMON, FAMILY, GIVEN } from '../../lexicon/vocabulary';
import type { Acronyms } from './acronyms';
import { add, addScaled, noEvidence, type Evidence, type Segment } from './evidence';
import { isCountry } from './extents';
import { OTHER_STARTERS } from './word-evidence';
import type { CutSegment } from './segments';
import type { Survey } from './survey';

/** What the text's names are, for short forms and headlines. */
export interface Memory {
  /** Key → kind of the names decided so far. */
  readonly names: Map<string, EntityKind>;
  /** Parts of people's names: `costa lima`, `lima`. */
  readonly personParts: Set<string>;
  /** Of those, the ones that end a name: `costa lima`, `lima`. */
  readonly familyNames: Set<string>;
  readonly bodyParts: Set<string>;
  /** Names of places without their heads: `vellow` of `Vellow Islands`. */
  readonly placeParts: Set<string>;
  /** Names that are none of the kinds: of storms and operations (`edna` after `Hurricane Edna`), and acronyms of things. */
  readonly others: Set<string>;
  /** Names of ships, which may have been people's before. */
  readonly ships: Set<string>;
  /** Keys of acronyms that stand for a longer name. */
  readonly acronyms: ReadonlySet<string>;
}

export interface Decided {
  readonly segment: Segment;
  readonly kind: EntityKind;
}

/** The context of all segments with one key. */
interface Shared {
  readonly evidence: Evidence;
  count: number;
  called: EntityKind | null;
}

const KINDS = ['person', 'organization', 'place'] as const;
/** What the same words show elsewhere in the text counts this much, on average, for at most so many of their places. */
const ELSEWHERE = 0.5;
const MOST_ELSEWHERE = 4;
/** What an apposition elsewhere in the text says of the same words. */
const CALLED = 4.5;
const ENOUGH = 1;
/** The short form of a body shows it as one this strongly in all. */
const LEAST_OF_SHORT = 2;

/** Decides what each segment names: longer names first, so that they can vouch for short ones. */
export function decide(
  survey: Survey,
  cuts: readonly CutSegment[],
  acronyms: Acronyms,
): { decided: Decided[]; memory: Memory } {
  const memory: Memory = {
    names: new Map(),
    personParts: new Set(),
    familyNames: new Set(),
    bodyParts: new Set(),
    placeParts: new Set(),
    others: new Set(acronyms.things),
    ships: new Set(),
    acronyms: acronyms.bodies,
  };
  const shared = new Map<string, Shared>();
  for (const { segment } of cuts) {
    let sum = shared.get(segment.key);
    if (sum === undefined) shared.set(segment.key, (sum = { evidence: noEvidence(), count: 0, called: null }));
    addScaled(sum.evidence, segment.context, 1);
    sum.count++;
    sum.called ??= segment.called;
  }
  for (const { segment } of cuts) if (segment.words > 1 && segment.fixed === null) byShortForm(survey, segment, shared);
  const kinds = new Map<Segment, EntityKind | null>();
  for (const long of [true, false]) {
    for (const { segment } of cuts) {
      if (segment.words > 1 !== long) continue;
      const kind = segment.fixed ?? strongest(survey, segment, shared.get(segment.key), memory);
      kinds.set(segment, kind);
      if (kind === null && long) rememberOther(survey, segment.key, memory);
      if (kind !== null && long) remember(survey, segment.key, kind, memory);
      if (kind !== null && !long && (segment.fixed !== null || !memory.names.has(segment.key)))
        memory.names.set(segment.key, kind);
    }
  }
  const decided: Decided[] = [];
  for (const { segment } of cuts) {
    const kind = kinds.get(segment);
    if (kind !== null && kind !== undefined) decided.push({ segment, kind });
  }
  return { decided, memory };
}

/** `Tarnwick's chief executive` tells what `Tarnwick Perak` is. */
function byShortForm(survey: Survey, segment: Segment, shared: ReadonlyMap<string, Shared>): void {
  const word = segment.key.slice(0, segment.key.indexOf(' '));
  const short = shared.get(word);
  if (short === undefined || survey.tables.places.places.has(word)) return;
  const { organization, person, place } = short.evidence;
  if (organization >= LEAST_OF_SHORT && organization > 2 * (person + place))
    add(segment.inner, { organization: organization * ELSEWHERE });
}

/** The words of a key, and what it is from each of them on. */
const parts = new Memo((key: string) => {
  const words = key.split(' ');
  return { words, tails: words.map((_, k) => words.slice(k).join(' ')) };
}, 1 << 12);

/** Keeps a long name and the short forms that it may take. */
export function remember(survey: Survey, key: string, kind: EntityKind, memory: Memory): void {
  memory.names.set(key, kind);
  const { words, tails } = parts.get(key, key);
  if (kind === 'person') {
    // Family name first: `Mao Ning`, `Park Geun-hye`.
    const first = survey.tables.vocabulary.of(words[0] ?? '');
    if ((first & FAMILY) !== 0 && ((first & GIVEN) === 0 || words.length === 3)) memory.familyNames.add(words[0] ?? '');
    for (let k = 0; k < words.length; k++) {
      const tail = tails[k] ?? '';
      memory.personParts.add(tail);
      if (k > 0) memory.familyNames.add(tail);
      memory.personParts.add(words[k] ?? '');
    }
  } else if (kind === 'organization') {
    memory.bodyParts.add(words[0] ?? '');
    memory.bodyParts.add(words.slice(0, -1).join(' '));
    memory.bodyParts.add(words.at(-1) ?? '');
  } else if (survey.tables.words.placeNouns.has(words.at(-1) ?? ''))
    memory.placeParts.add(words.slice(0, -1).join(' '));
}

function rememberOther(survey: Survey, key: string, memory: Memory): void {
  const space = key.indexOf(' ');
  const start = key.slice(0, space);
  const name = key.slice(space + 1);
  if (survey.tables.words.shipPrefixes.has(start.toUpperCase())) memory.ships.add(name);
  if (!OTHER_STARTERS.has(start)) return;
  memory.others.add(name.startsWith('storm ') ? name.slice('storm '.length) : name);
}

function strongest(survey: Survey, segment: Segment, shared: Shared | undefined, memory: Memory): EntityKind | null {
  const total = noEvidence();
  addScaled(total, segment.inner, 1);
  addScaled(total, segment.context, 1);
  if (shared !== undefined && shared.count > 1) {
    const others = shared.count - 1;
    const weight = (Math.min(others, MOST_ELSEWHERE) * ELSEWHERE) / others;
    for (const kind of KINDS) total[kind] += (shared.evidence[kind] - segment.context[kind]) * weight;
  }
  if (shared !== undefined && shared.called !== null && segment.called === null)
    add(total, { [shared.called]: CALLED, person: -1 });
  byMemory(survey, segment, total, memory);
  const kind = KINDS.reduce<EntityKind>((best, k) => (total[k] > total[best] ? k : best), 'person');
  if (total.other > total[kind]) return null;
  if (total[kind] >= enough(survey, segment)) return kind;
  return null;
}

function byMemory(survey: Survey, segment: Segment, total: Evidence, memory: Memory): void {
  const { key } = segment;
  if (memory.personParts.has(key)) {
    const family = memory.familyNames.has(key);
    // A text calls people by their family names: `Georgia` after `Georgia Smith` may well be the country.
    if (segment.reasons.includes('gazetteer'))
      add(total, !family ? { person: 1 } : isCountry(survey, key) ? { person: 3.5 } : { person: 5, place: -1 });
    else add(total, { person: family ? 5 : 4 });
    segment.reasons.push('part of a name');
  }
  if (memory.placeParts.has(key) && !memory.personParts.has(key)) add(total, { place: 4 });
  // `the Okoths`
  if (key.endsWith('s') && memory.familyNames.has(key.slice(0, -1)) && !memory.names.has(key)) add(total, { other: 4 });
  if (memory.others.has(key)) add(total, { other: 6 });
  else if (memory.ships.has(key)) add(total, { other: survey.tokens[segment.first - 1]?.lower === 'the' ? 8 : 3 });
  if (memory.acronyms.has(key)) {
    add(total, { organization: 6 });
    segment.reasons.push('acronym');
  }
  if (segment.words === 1 && memory.bodyParts.has(key) && !memory.personParts.has(key)) {
    const bits = survey.tables.vocabulary.of(key);
    const ordinary = (bits & COMMON) !== 0 && survey.lowerCase.has(key);
    add(total, { organization: ordinary ? 1 : 4 });
  }
}

/** How much a segment needs to be a name at all: little for unknown words, more for ordinary ones. */
function enough(survey: Survey, segment: Segment): number {
  const { vocabulary } = survey.tables;
  const first = survey.keys[segment.first] ?? '';
  if (segment.words > 1) return isOrdinary(survey, segment) ? 2.8 : ENOUGH;
  if (segment.doubtful) return 5;
  if (first.length < 2) return 6;
  const token = survey.tokens[segment.first];
  if (token === undefined || !vocabulary.isWordOf(token)) return 0;
  if (segment.reasons.includes('gazetteer') && !segment.opening && !survey.lowerCase.has(first)) return 1.8;
  const { organizationHeads, placeHeads } = survey.tables.words;
  const generic = organizationHeads.has(first) || placeHeads.has(first);
  if (generic && !segment.reasons.includes('listed') && !segment.reasons.includes('gazetteer')) return 5;
  if ((vocabulary.bitsOf(token) & (GIVEN | FAMILY)) !== 0) return segment.opening ? 2 : 1.5;
  return segment.opening ? 3.5 : 2.5;
}

/** `Pink Map`: ordinary words only, without the head of a body or place. */
function isOrdinary(survey: Survey, segment: Segment): boolean {
  const { vocabulary, words } = survey.tables;
  for (let k = segment.first; k < segment.last; k++) {
    const key = survey.keys[k] ?? '';
    if (survey.tokens[k]?.kind !== 'word' || survey.tokens[k]?.case === 'none') continue;
    if (
      !vocabulary.isWord(key) ||
      (vocabulary.of(key) & GIVEN) !== 0 ||
      words.placeHeads.has(key) ||
      words.organizationHeads.has(key)
    )
      return false;
  }
  return !segment.reasons.includes('listed') && !segment.reasons.includes('gazetteer');
}
