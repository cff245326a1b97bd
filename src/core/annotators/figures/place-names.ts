/** Finds the places that a text names and grades them: where something happens, where somebody speaks, what only sets the scene. */
import { countedTable } from '../../lexicon/counted';
import { WordClass } from '../../lexicon/grammar';
import { sceneWords } from '../../lexicon/scenes';
import { itemAt } from '../../items';
import type { Reading, TokenRange } from '../reading';

const { locative, preposition, relative, conjunction, be, have, modal } = WordClass;
const VERBAL = be | have | modal | relative;

/** A place that a text names, and how it bears on what happens. */
export interface PlaceName extends TokenRange {
  readonly entity: number;
  /** 2: something happens there (`in`, `struck`); 1: named otherwise; 0: a government, or the place of a dateline. */
  readonly grade: 0 | 1 | 2;
  readonly possessive: boolean;
  /** How much it tells of what the text is about. */
  readonly weight: number;
}

/** Places of a sentence that are held: a list of thousands is no sentence. */
const MOST = 60;

/** The places of each sentence, by its index, in order. */
export function collect(r: Reading): Map<number, PlaceName[]> {
  const bySentence = new Map<number, PlaceName[]>();
  let t = 0;
  for (const mention of r.mentions) {
    while (t < r.tokens.length && (r.tokens[t]?.end ?? 0) <= mention.start) t++;
    if (mention.kind !== 'place' || mention.form === 'pronoun') continue;
    let last = t;
    while (last < r.tokens.length && (r.tokens[last]?.start ?? Infinity) < mention.end) last++;
    const sentence = r.tokens[t]?.sentence ?? 0;
    const next = r.tokens[last]?.lower;
    const list = bySentence.get(sentence);
    const grade = gradeOf(r, t, last);
    const own = grade === 2 && isAround(r, list?.at(-1), t, mention.entity) ? 1 : grade;
    const place: PlaceName = {
      first: t,
      last,
      entity: mention.entity,
      grade: own,
      weight: weightOf(r, t, last, own),
      possessive: next === "'s" || next === '’s',
    };
    if (list === undefined) bySentence.set(sentence, [place]);
    else if (list.length < MOST) list.push(place);
  }
  return bySentence;
}

/** `Beira, a port city in Mozambique`, `Aleppo, in northern Syria`: the second only says where the first lies. */
function isAround(r: Reading, inner: PlaceName | undefined, first: number, entity: number): boolean {
  if (inner === undefined || first - inner.last > 7 || r.tokens[inner.last]?.text !== ',') return false;
  const country = r.entities[entity]?.country ?? null;
  if (country === null || (r.entities[inner.entity]?.country ?? country) !== country || inner.entity === entity)
    return false;
  for (let k = inner.last + 1; k < first; k++) {
    const token = r.tokens[k];
    if (token?.kind !== 'word' || ((r.classes[k] ?? 0) & (VERBAL | conjunction)) !== 0) return false;
  }
  return true;
}

function gradeOf(r: Reading, first: number, last: number): 0 | 1 | 2 {
  if (isDateline(r, first, last)) return 0;
  const { assaults, directions, strikes, sufferers, surroundings } = sceneWords();
  const next = r.tokens[last]?.lower ?? '';
  const possessive = next === "'s" || next === '’s';
  if (!possessive && (assaults.holds(r.tokens[last]) || assaults.holds(r.tokens[last + 1]))) return 2;
  // `The capital, Lusaka, accounts for`
  if (sufferers.holds(r.tokens[next === ',' ? last + 1 : last])) return 2;
  const from = Math.max(first - 7, r.sentences[r.tokens[first]?.sentence ?? 0]?.first ?? 0);
  for (let k = first - 1; k >= from; k--) {
    const token = r.tokens[k];
    if (token === undefined) break;
    const bits = r.classes[k] ?? 0;
    // `fired from across the river`
    const origin = r.tokens[k - 1]?.lower === 'from';
    if ((bits & locative) !== 0 || surroundings.holds(token)) return origin || isAside(r, k) ? 0 : 2;
    if (strikes.holds(token)) return 2;
    if (directions.holds(token)) {
      const before = r.tokens[k - 1]?.lower ?? '';
      // `according to Tallinn`: a government that speaks.
      if (before === 'according') return 0;
      if (assaults.holds(r.tokens[k - 1])) return 2;
      // `the town of Lund`: what governs the town governs its name.
      if (token.lower === 'of' && countedTable().settlements.has(before)) continue;
      return 1;
    }
    // `in the state capital, Porto Alegre, 14 people`
    if (token.text === ',' && k === first - 1 && countedTable().settlements.has(r.tokens[k - 1]?.lower ?? '')) continue;
    if ((bits & (VERBAL | preposition)) !== 0 || (token.kind === 'punctuation' && token.text !== '-')) break;
    if ((bits & conjunction) !== 0 && r.mentionAt[k - 1] === -1) break;
  }
  return 0;
}

/** `told reporters in Bern`, `the hospital in Kaya`: where somebody speaks or is taken to, not where it happened. */
function isAside(r: Reading, preposition: number): boolean {
  return sceneWords().asides.holds(r.tokens[preposition - 1]) || opensForSpeaker(r, preposition);
}

/** `In Geneva, Ylva Johansson said`: a person follows the comma. */
function opensForSpeaker(r: Reading, preposition: number): boolean {
  if (r.sentences[r.tokens[preposition]?.sentence ?? 0]?.first !== preposition) return false;
  let comma = preposition + 1;
  while (comma < preposition + 6 && r.tokens[comma]?.text !== ',') comma++;
  if (r.tokens[comma]?.text !== ',') return false;
  for (let k = comma + 1; k < comma + 7; k++) {
    if (((r.classes[k] ?? 0) & VERBAL) !== 0 || r.tokens[k]?.kind !== 'word') return false;
    const mention = itemAt(r.mentions, r.mentionAt[k]);
    if (mention?.kind === 'person' && mention.form === 'name') return true;
  }
  return false;
}

/** `PORT SUDAN, Sudan (AP) —`: a place in front of the first dash or colon of its paragraph. */
function isDateline(r: Reading, first: number, last: number): boolean {
  const sentence = r.sentences[r.tokens[first]?.sentence ?? 0];
  if (sentence === undefined || r.paragraphs[sentence.paragraph]?.first !== r.tokens[first]?.sentence) return false;
  if (first - sentence.first > 4) return false;
  for (let k = last; k < Math.min(sentence.last, last + 12); k++) {
    const token = r.tokens[k];
    if (token === undefined) return false;
    if (
      token.text === '—' ||
      token.text === '–' ||
      token.text === '--' ||
      token.text === ':' ||
      (token.text === '-' && token.spaced)
    )
      return true;
    if (((r.classes[k] ?? 0) & VERBAL) !== 0) return false;
  }
  return false;
}

/** Places that are weighed: the first of a text. */
const WEIGHED = 200;

function weightOf(r: Reading, first: number, last: number, grade: PlaceName['grade']): number {
  if (sceneWords().neighbors.holds(r.tokens[first - 1])) return 0;
  if (isDateline(r, first, last)) return 0.5;
  const weight = grade === 2 ? 2 : 1;
  return (r.tokens[first]?.sentence ?? 0) < LEAD ? weight * 2 : weight;
}

/** Sentences that open a report, and say where it happened. */
const LEAD = 3;

/** How much a text is about each place, by its entity. */
export function weightsOf(bySentence: ReadonlyMap<number, readonly PlaceName[]>): Map<number, number> {
  const weights = new Map<number, number>();
  for (const places of bySentence.values())
    for (const { entity, weight } of places) {
      const known = weights.get(entity);
      if (weight > 0 && (known !== undefined || weights.size < WEIGHED)) weights.set(entity, (known ?? 0) + weight);
    }
  return weights;
}

/** The place that the text is most about, of one country where that is given; of equals the one named first. */
export function heaviest(
  r: Reading,
  weights: ReadonlyMap<number, number>,
  country: string | null = null,
): number | null {
  let best: number | null = null;
  let most = 0;
  for (const [entity, weight] of weights) {
    const place = r.entities[entity];
    if (weight <= most || place === undefined || (country !== null && place.country !== country)) continue;
    best = entity;
    most = weight;
  }
  return best;
}
