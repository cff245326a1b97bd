/** Finds where a figure holds: the place that governs it in its clause, its sentence or the text before. */
import { countedTable } from '../../lexicon/counted';
import type { Reading, TokenRange } from '../reading';
import type { Counted } from './phrases';
import { type PlaceName, collect, heaviest, weightsOf } from './place-names';
import { itemAt } from '../../items';

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
  readonly #countries = new Map<string, number | null>();
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
    const country = itemAt(this.#r.entities, this.#main)?.country ?? null;
    if (country === null) return null;
    let named = this.#countries.get(country);
    if (named === undefined) this.#countries.set(country, (named = this.#nameOf(country)));
    return named;
  }

  /** The first place named in the text that is this country. */
  #nameOf(country: string): number | null {
    const { countryNames } = countedTable();
    for (const places of this.#bySentence.values())
      for (const { entity } of places) {
        const place = this.#r.entities[entity];
        if (place?.country === country && countryNames.has(place.name.toLowerCase())) return entity;
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

  /** `… in the town of Lund`: the first place in a phrase behind the figure, before the next figure or a new clause. */
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
