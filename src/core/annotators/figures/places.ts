/** Finds where a figure holds: the place that governs it in its clause, its sentence or the text before. */
import { countedTable } from '../../lexicon/counted';
import { WordClass } from '../../lexicon/grammar';
import type { Reading, TokenRange } from '../reading';
import type { Counted } from './phrases';
import { WordSet } from '../../lexicon/word-table';
import { itemAt } from '../../items';

const { locative, preposition, relative, conjunction, be, have, modal } = WordClass;
const VERBAL = be | have | modal | relative;

/** Verbs and nouns that take the place they hit: `struck eastern Guatemala`, `the offensive on`, `captured the town of`. */
const STRIKES =
  /^(?:struck|strikes?|hit|hits|rocked|shook|shaken|bombed|bombarded|shelled|pounded|battered|devastated|ravaged|swept|lashed|attacked|invaded|stormed|raided|captured|seized|besieged|engulfed|flooded|destroyed|targeted|leveled|levelled|overran|entered|retook|reached|left|fled|crossed|jolted|gripped|inundated)$/;
/** Prepositions of place that tell nothing of place elsewhere. */
const ABOUT = /^(?:above|below|outside|beneath|beyond|across|along|throughout|around|inside|opposite)$/;
const FIELDS = /^(?:on|against|into|from|of|to)$/;
const ASSAULTS =
  /^(?:attacks?|strikes?|war|offensive|onslaught|aggression|assault|raids?|bombing|bombardment|operation|shelling|invasion|siege|blockade|fighting|clashes|earthquake|quake|floods?|explosion|blast|fire|protests?|violence|unrest|outbreak|genocide|massacre|conflict)$/;

/** What stands around a figure, as far as it bears on its place. */
export interface Surroundings {
  /** Where the figure's statement says it, so that the place where somebody speaks is not taken; null for none. */
  readonly content: TokenRange | null;
  readonly attribution: TokenRange | null;
  /** The end of the figure before in its sentence, or -1; the first token of the one behind, or the sentence's end. */
  readonly previous: number;
  readonly next: number;
  /** The country that reports its own count, or null. */
  readonly reporting: number | null;
  /** It is a part of another figure, so that its place holds for no other. */
  readonly part: boolean;
  /** The next figure is a part of this one. */
  readonly nextPart: boolean;
}

/** The places of a text, prepared once. */
export class PlaceReader {
  readonly #r: Reading;
  /** For each sentence its place names, as token ranges with the mention. */
  readonly #bySentence: Map<number, PlaceName[]>;
  /** How much the text is about each place. */
  readonly #weights: Map<number, number>;
  #main: number | null;
  readonly #capitals = new Map<number, number | null>();
  /** Places that hold for parts of a count only: `91 people died, 80 of them in Mamuju`. */
  readonly #ofParts = new Set<PlaceName>();

  constructor(r: Reading) {
    this.#r = r;
    this.#bySentence = collect(r);
    this.#weights = weightsOf(this.#bySentence);
    this.#main = heaviest(r, this.#weights);
  }

  /** Index into `entities` of the place, or null. */
  placeOf(figure: Counted, sentence: number, around: Surroundings): number | null {
    const { content, attribution, next, reporting, part, nextPart } = around;
    const here = (this.#bySentence.get(sentence) ?? []).filter(
      (p) =>
        (attribution === null || p.last <= attribution.first || p.first >= attribution.last) &&
        !this.#ofParts.has(p) &&
        (!nextPart || p.first < next || hasComma(this.#r, next, p.first)),
    );
    const within = here.find((p) => p.first >= figure.first && p.last <= figure.last);
    const near = within ?? this.#behind(here, figure, next) ?? this.#possessor(here, figure);
    if (near !== null) {
      // `28 people, including 11 soldiers, in Djibo`: the place holds for all.
      if (part && !hasComma(this.#r, figure.last, near.first)) this.#holdForPart(near);
      return near.entity;
    }
    if (this.#isNationwide(figure, next)) return this.#country();
    if (reporting !== null) return reporting;
    const opening = this.#r.sentences[sentence]?.first ?? 0;
    const inside = content === null ? here : here.filter((p) => isSaid(p, content, attribution, opening));
    const before =
      inside.findLast((p) => p.last <= figure.first && p.grade > 1) ??
      inside.find((p) => p.first >= figure.last && p.grade > 1);
    if (before !== undefined) {
      if (part && before.last <= figure.first && before.first >= around.previous) this.#holdForPart(before);
      return before.entity;
    }
    const named = inside.findLast((p) => p.grade > 0);
    if (named !== undefined) return named.entity;
    return this.#capital(sentence) ?? this.#earlier(sentence, content === null ? [] : here) ?? this.#mainFor(figure);
  }

  /** The text is so much the less about a place that holds for a part of a count. */
  #holdForPart(place: PlaceName): void {
    if (this.#ofParts.has(place)) return;
    this.#ofParts.add(place);
    const weight = this.#weights.get(place.entity);
    if (weight === undefined) return;
    if (weight > place.weight) this.#weights.set(place.entity, weight - place.weight);
    else this.#weights.delete(place.entity);
    if (place.entity === this.#main) this.#main = heaviest(this.#r, this.#weights);
  }

  /** `across the country`, `nationwide` behind a figure. */
  #isNationwide(figure: Counted, next: number): boolean {
    for (let k = figure.last; k < Math.min(next, figure.last + 14); k++) {
      const word = this.#r.tokens[k]?.lower;
      if (word === ';') return false;
      const wide = word === 'nationwide' || word === 'countrywide' || (word === 'country' && isAcross(this.#r, k));
      if (wide) return true;
    }
    return false;
  }

  /** The country of the main place, where the text names it. */
  #country(): number | null {
    const main = itemAt(this.#r.entities, this.#main);
    if (main === undefined || main.country === null) return null;
    const { countryNames } = countedTable();
    for (const places of this.#bySentence.values())
      for (const { entity } of places) {
        const place = this.#r.entities[entity];
        if (place?.country === main.country && countryNames.has(place.name.toLowerCase())) return entity;
      }
    return null;
  }

  /** `in the Yemeni capital`: the place of that country that the text names most. */
  #capital(index: number): number | null {
    const known = this.#capitals.get(index);
    if (known !== undefined) return known;
    const sentence = this.#r.sentences[index];
    let found: number | null = null;
    for (let k = sentence?.first ?? 0; k < (sentence?.last ?? 0) - 1 && found === null; k++) {
      if (this.#r.tokens[k + 1]?.lower !== 'capital') continue;
      const country = countedTable().demonymCountries.get(this.#r.tokens[k]?.lower ?? '');
      if (country !== undefined) found = heaviest(this.#r, this.#weights, country);
    }
    this.#capitals.set(index, found);
    return found;
  }

  /** The main place of the text; for a nationality its own land where the text's main place is another's. */
  #mainFor(figure: Counted): number | null {
    const home = countedTable().demonymCountries.get(figure.group?.toLowerCase() ?? '');
    const country = itemAt(this.#r.entities, this.#main)?.country ?? null;
    if (home === undefined || country === null || country === home) return this.#main;
    return heaviest(this.#r, this.#weights, home);
  }

  /** `… in the town of Gualán`: the first place in a phrase behind the figure, before the next figure or a new clause. */
  #behind(places: readonly PlaceName[], figure: Counted, next: number): PlaceName | null {
    const place = places.find((p) => p.first >= figure.last);
    if (place === undefined || place.first >= next || place.first - figure.last > 14 || place.grade < 2) return null;
    for (let k = figure.last; k < place.first; k++) {
      const token = this.#r.tokens[k];
      if (token?.text === ';' || token?.text === ':') return null;
      if (token?.text === ',' && k > figure.last + 3) return null;
    }
    return place;
  }

  /** `more than 40% of Beira's roofs`. */
  #possessor(places: readonly PlaceName[], figure: Counted): PlaceName | null {
    return (
      places.find(
        (p) =>
          p.first >= figure.last - 1 &&
          p.first <= figure.last + 3 &&
          !hasComma(this.#r, figure.last, p.first) &&
          (p.possessive || this.#r.tokens[p.first - 1]?.lower === 'of'),
      ) ??
      places.find((p) => p.possessive && p.last <= figure.first && figure.first - p.last <= 2) ??
      null
    );
  }

  /** The last place of the one or two sentences before; of the paragraph's any, of others only one that something happens in. */
  #earlier(sentence: number, spoken: readonly PlaceName[]): number | null {
    const paragraph = this.#r.sentences[sentence]?.paragraph;
    for (let s = sentence - 1; s >= Math.max(0, sentence - 2); s--) {
      const same = this.#r.sentences[s]?.paragraph === paragraph;
      const places = this.#bySentence.get(s) ?? [];
      const open = (p: PlaceName): boolean => p.weight > 0 && !this.#ofParts.has(p);
      const place =
        places.findLast((p) => p.grade > 1 && open(p)) ??
        (same ? places.findLast((p) => p.grade > 0 && open(p)) : undefined);
      if (place !== undefined) return place.entity;
    }
    return spoken.find((p) => p.grade > 1)?.entity ?? null;
  }
}

function hasComma(r: Reading, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (r.tokens[k]?.text === ',') return true;
  return false;
}

/** `across the country`, `around the country`, `in the whole country`. */
function isAcross(r: Reading, k: number): boolean {
  const from = r.tokens[k - 2]?.lower === 'the' ? k - 3 : k - 2;
  const word = r.tokens[from]?.lower;
  return (
    r.tokens[from + 1]?.lower === 'the' &&
    (word === 'across' || word === 'throughout' || word === 'around' || word === 'in')
  );
}

/** Within what is said, or in a clause before its source; not where somebody speaks (`told reporters in Bern that`). */
function isSaid(place: PlaceName, content: TokenRange, attribution: TokenRange | null, opening: number): boolean {
  if (place.first >= content.first && place.last <= content.last) return true;
  return attribution !== null && place.last <= attribution.first && place.first > opening + 2;
}

interface PlaceName extends TokenRange {
  readonly entity: number;
  /** 2: something happens there (`in`, `struck`); 1: named otherwise; 0: a government, or the place of a dateline. */
  readonly grade: 0 | 1 | 2;
  readonly possessive: boolean;
  /** How much it tells of what the text is about. */
  readonly weight: number;
}

/** Places of a sentence that are held: a list of thousands is no sentence. */
const MOST = 60;

function collect(r: Reading): Map<number, PlaceName[]> {
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
  const next = r.tokens[last]?.lower ?? '';
  const after = r.tokens[last + 1]?.lower ?? '';
  const possessive = next === "'s" || next === '’s';
  if (!possessive && (ASSAULTS.test(next) || ASSAULTS.test(after))) return 2;
  // `The capital, Lusaka, accounts for`
  if (SUFFERS.holds(r.tokens[next === ',' ? last + 1 : last])) return 2;
  const from = Math.max(first - 7, r.sentences[r.tokens[first]?.sentence ?? 0]?.first ?? 0);
  for (let k = first - 1; k >= from; k--) {
    const token = r.tokens[k];
    if (token === undefined) break;
    const bits = r.classes[k] ?? 0;
    // `fired from across the river`
    const origin = r.tokens[k - 1]?.lower === 'from';
    if ((bits & locative) !== 0 || ABOUT.test(token.lower)) return origin || isAside(r, k) ? 0 : 2;
    if (STRIKES.test(token.lower)) return 2;
    if (FIELDS.test(token.lower)) {
      const before = r.tokens[k - 1]?.lower ?? '';
      // `according to Tallinn`: a government that speaks.
      if (before === 'according') return 0;
      if (ASSAULTS.test(before)) return 2;
      // `the town of Gualán`: what governs the town governs its name.
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
  return ASIDES.holds(r.tokens[preposition - 1]) || opensForSpeaker(r, preposition);
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

/** Verbs whose subject is the place of what they count. */
const SUFFERS = new WordSet(['accounts', 'accounted', 'accounting', 'suffered', 'saw', 'sees']);

const ASIDES = new WordSet([
  'reporters',
  'journalists',
  'conference',
  'briefing',
  'interview',
  'parliament',
  'issued',
  'speaking',
  'statement',
  'hospital',
  'hospitals',
  'clinic',
  'clinics',
  'morgue',
  'mortuary',
]);

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

/** Words before a place that only sets the scene's place off. */
const NEIGHBORS = new WordSet(['neighboring', 'neighbouring', 'nearby', 'adjacent']);

/** Places that are weighed: the first of a text. */
const WEIGHED = 200;

function weightOf(r: Reading, first: number, last: number, grade: PlaceName['grade']): number {
  if (NEIGHBORS.holds(r.tokens[first - 1])) return 0;
  if (isDateline(r, first, last)) return 0.5;
  const weight = grade === 2 ? 2 : 1;
  return (r.tokens[first]?.sentence ?? 0) < LEAD ? weight * 2 : weight;
}

/** Sentences that open a report, and say where it happened. */
const LEAD = 3;

function weightsOf(bySentence: ReadonlyMap<number, readonly PlaceName[]>): Map<number, number> {
  const weights = new Map<number, number>();
  for (const places of bySentence.values())
    for (const { entity, weight } of places) {
      const known = weights.get(entity);
      if (weight > 0 && (known !== undefined || weights.size < WEIGHED)) weights.set(entity, (known ?? 0) + weight);
    }
  return weights;
}

/** The place that the text is most about, of one country where that is given; of equals the one named first. */
function heaviest(r: Reading, weights: ReadonlyMap<number, number>, country: string | null = null): number | null {
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
