/** Finds where a figure holds: the place that governs it in its clause, its sentence or the text before. */
import { countedTable } from '../../lexicon/counted';
import { WordClass } from '../../lexicon/grammar';
import type { Reading, TokenRange } from '../reading';
import type { Counted } from './phrases';

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

/** The places of a text, prepared once. */
export class PlaceReader {
  readonly #r: Reading;
  /** For each sentence its place names, as token ranges with the mention. */
  readonly #bySentence: Map<number, PlaceName[]>;
  readonly #main: number | null;
  readonly #capitals = new Map<number, number | null>();

  constructor(r: Reading) {
    this.#r = r;
    this.#bySentence = collect(r);
    this.#main = mainPlace(r, this.#bySentence);
  }

  /**
   * Index into `entities` of the place, or null.
   * @param content where the figure's statement says it, so that the place where somebody speaks is not taken; null for none
   * @param reporting the country that reports its own count, or null
   * @param next the first token of the next figure in the sentence, or the sentence's end
   */
  placeOf(
    figure: Counted,
    sentence: number,
    content: TokenRange | null,
    attribution: TokenRange | null,
    next: number,
    reporting: number | null,
  ): number | null {
    const here = (this.#bySentence.get(sentence) ?? []).filter(
      (p) => attribution === null || p.last <= attribution.first || p.first >= attribution.last,
    );
    const within = here.find((p) => p.first >= figure.first && p.last <= figure.last);
    const near = within ?? this.#behind(here, figure, next) ?? this.#possessor(here, figure);
    if (near !== null) return near.entity;
    if (reporting !== null) return reporting;
    const opening = this.#r.sentences[sentence]?.first ?? 0;
    const inside = content === null ? here : here.filter((p) => isSaid(p, content, attribution, opening));
    const before =
      inside.findLast((p) => p.last <= figure.first && p.grade > 1) ??
      inside.find((p) => p.first >= figure.last && p.grade > 1);
    if (before !== undefined) return before.entity;
    const named = inside.findLast((p) => p.grade > 0);
    if (named !== undefined) return named.entity;
    return this.#capital(sentence) ?? this.#earlier(sentence, content === null ? [] : here) ?? this.#mainFor(figure);
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
      if (country !== undefined) found = mainPlace(this.#r, this.#bySentence, country);
    }
    this.#capitals.set(index, found);
    return found;
  }

  /** The main place of the text; for a nationality its own land where the text's main place is another's. */
  #mainFor(figure: Counted): number | null {
    const home = countedTable().demonymCountries.get(figure.group?.toLowerCase() ?? '');
    const country = this.#r.entities[this.#main ?? -1]?.country ?? null;
    if (home === undefined || country === null || country === home) return this.#main;
    return mainPlace(this.#r, this.#bySentence, home);
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
      const place = places.findLast((p) => p.grade > 1) ?? (same ? places.findLast((p) => p.grade > 0) : undefined);
      if (place !== undefined) return place.entity;
    }
    return spoken.find((p) => p.grade > 1)?.entity ?? null;
  }
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
    const place: PlaceName = {
      first: t,
      last,
      entity: mention.entity,
      grade: grade === 2 && isAround(r, list?.at(-1), t, mention.entity) ? 1 : grade,
      possessive: next === "'s" || next === '’s',
    };
    if (list === undefined) bySentence.set(sentence, [place]);
    else if (list.length < MOST) list.push(place);
  }
  return bySentence;
}

/** `Chittagong, a port city in Bangladesh`, `Aleppo, in northern Syria`: the second only says where the first lies. */
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
  const from = Math.max(first - 7, r.sentences[r.tokens[first]?.sentence ?? 0]?.first ?? 0);
  for (let k = first - 1; k >= from; k--) {
    const token = r.tokens[k];
    if (token === undefined) break;
    const bits = r.classes[k] ?? 0;
    if ((bits & locative) !== 0 || ABOUT.test(token.lower)) return 2;
    if (STRIKES.test(token.lower)) return 2;
    if (FIELDS.test(token.lower)) {
      const before = r.tokens[k - 1]?.lower ?? '';
      if (ASSAULTS.test(before)) return 2;
      // `the town of Gualán`: what governs the town governs its name.
      if (token.lower === 'of' && countedTable().settlements.has(before)) continue;
      return 1;
    }
    if ((bits & (VERBAL | preposition)) !== 0 || (token.kind === 'punctuation' && token.text !== '-')) break;
    if ((bits & conjunction) !== 0 && r.mentionAt[k - 1] === -1) break;
  }
  return 0;
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

/** The place that the text names most, of one country where that is given; of equals the one named first. */
function mainPlace(
  r: Reading,
  bySentence: ReadonlyMap<number, readonly PlaceName[]>,
  country: string | null = null,
): number | null {
  const counts = new Map<number, number>();
  for (const places of bySentence.values())
    for (const place of places)
      counts.set(place.entity, (counts.get(place.entity) ?? 0) + 1 + (place.grade === 2 ? 1 : 0));
  let best: number | null = null;
  let most = 0;
  for (const [entity, count] of counts) {
    const place = r.entities[entity];
    if (count <= most || place === undefined || (country !== null && place.country !== country)) continue;
    best = entity;
    most = count;
  }
  return best;
}
