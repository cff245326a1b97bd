/** How much a report speaks for a country: as a whole, and around a place in it. */
import { gazetteer } from '../../lexicon/places';
import { WordSet } from '../../lexicon/word-table';
import { WordClass } from '../../lexicon/grammar';
import { bylineCountry, datelineCountries } from './home';
import type { State } from './state';
import { itemAt } from '../../items';

/** Words that name a country, or something in it. Tokens `first` to `last`, `last` exclusive. */
interface Mark {
  readonly first: number;
  readonly last: number;
  readonly country: string;
}

/** A share of all marks counts this much, a dateline or byline so much more. */
const SHARE = 1.3;
const MOST_SHARE = 1;
const DATELINE = 0.8;
/** For the first of two countries. */
const SHARED_DATELINE = 0.5;
/** And the country that is named first, in the headline or the lead. */
const LEAD = 0.2;
const LEAD_SENTENCES = 4;
/** A mention of a person whose country is known, and how many count. */
const PERSON = 0.7;
const MOST_MENTIONS = 6;
/** The last mark before a name in its sentence, and any other one there. */
const NEAREST = 0.15;
const OTHER = 0.08;
/** The mark that a sentence opens with, most often its subject; behind a preposition of place. */
const OPENING = 0.3;
const FRONTED = 0.9;
/** The sentence before in the same paragraph counts this share. */
const BEFORE = 0.7;
/** How many tokens at the start of a sentence are its opening. */
const OPENING_REACH = 3;
const MOST_MARKS = 12;

export class Scene {
  readonly #marks: readonly Mark[];
  readonly #counts = new Map<string, number>();
  readonly #all: number;
  /** What the dateline or byline says for each country. */
  readonly #from: ReadonlyMap<string, number>;

  constructor(private readonly state: State) {
    this.#marks = marksOf(state);
    for (const { country } of this.#marks) this.#count(country, 1);
    // Of whom a report speaks again and again, it speaks for the country, too.
    for (const { country, cluster, offices } of state.people)
      if (country !== null && !offices.some((o) => ABROAD.has(o.title)))
        this.#count(country, PERSON * Math.min(cluster.mentions.length, MOST_MENTIONS));
    let all = 0;
    for (const n of this.#counts.values()) all += n;
    this.#all = all;
    const [from = bylineCountry(state), other] = datelineCountries(state);
    this.#from = new Map(from === null ? [] : [[from, other === undefined ? DATELINE : SHARED_DATELINE]]);
  }

  #count(country: string, weight: number): void {
    this.#counts.set(country, (this.#counts.get(country) ?? 0) + weight);
  }

  /** What the report as a whole says for each country that it names. */
  whole(): Map<string, number> {
    const weights = new Map<string, number>();
    for (const [country, n] of this.#counts)
      weights.set(country, Math.min(MOST_SHARE, (SHARE * n) / Math.max(this.#all, 3)));
    const lead = this.#marks[0];
    const sentence = this.state.read.tokens[lead?.first ?? 0]?.sentence ?? 0;
    if (lead !== undefined && sentence < LEAD_SENTENCES)
      weights.set(lead.country, (weights.get(lead.country) ?? 0) + LEAD);
    for (const [from, weight] of this.#from) weights.set(from, (weights.get(from) ?? 0) + weight);
    return weights;
  }

  /** Adds what the words before a token say: in its sentence, and in the one before in the same paragraph. */
  around(token: number, weights: Map<string, number>): void {
    const { tokens, sentences } = this.state.read;
    const sentence = tokens[token]?.sentence ?? 0;
    const own = sentences[sentence];
    if (own === undefined) return;
    this.#addSpan(own.first, token, 1, weights);
    const before = sentences[sentence - 1];
    if (before !== undefined && before.paragraph === own.paragraph)
      this.#addSpan(before.first, before.last, BEFORE, weights);
  }

  #addSpan(from: number, to: number, share: number, weights: Map<string, number>): void {
    let seen = 0;
    for (let i = this.#lastBefore(to); i >= 0 && seen < MOST_MARKS; i--) {
      const mark = this.#marks[i];
      if (mark === undefined || mark.first < from) break;
      let weight = seen++ === 0 ? NEAREST : OTHER;
      if (mark.first - from <= OPENING_REACH) weight += this.#openingWeight(mark, from);
      weights.set(mark.country, (weights.get(mark.country) ?? 0) + weight * share);
    }
  }

  /** `In Cairo, …`, `Chad denied it`, `A Chadian town …`. */
  #openingWeight(mark: Mark, from: number): number {
    const { tokens } = this.state.read;
    const opener = tokens[from];
    if (mark.first > from && opener !== undefined && (opener.form.classes & WordClass.locative) !== 0) return FRONTED;
    return OPENING;
  }

  /** The index of the last mark that ends at or before a token, or -1. */
  #lastBefore(token: number): number {
    let low = 0;
    let high = this.#marks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#marks[middle]?.last ?? Infinity) <= token) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

const BASED = new WordSet(['based', 'born', 'style', 'made']);

/** `the German ambassador`, `two German tourists`: a report speaks of them because it is about another country. */
const ABROAD = new WordSet([
  'ambassador',
  'embassy',
  'consul',
  'consulate',
  'tourist',
  'tourists',
  'expatriate',
  'expatriates',
  'holidaymakers',
  'passport',
]);

/** In the order of the text. `Brussels-based` tells nothing of whom somebody serves. */
function marksOf(state: State): Mark[] {
  const { tokens } = state.read;
  const { demonyms } = gazetteer();
  const marks: Mark[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const index = state.nameAt[i] ?? -1;
    const name = itemAt(state.names, index);
    if (name !== undefined && name.kind !== 'person') {
      const country = name.country ?? itemAt(state.bodies, state.bodyOf[index])?.country ?? null;
      const based =
        (tokens[name.last]?.text === '-' && BASED.holds(tokens[name.last + 1])) ||
        (tokens[name.last]?.lower === "'s" && ABROAD.holds(tokens[name.last + 1]));
      if (country !== null && !based) marks.push({ first: name.first, last: name.last, country });
      i = name.last - 1;
      continue;
    }
    const token = tokens[i];
    if (token === undefined || token.case === 'none' || index >= 0) continue;
    const country = ABROAD.holds(tokens[i + 1]) ? null : (demonyms.of(token) ?? null);
    if (country !== null) marks.push({ first: i, last: i + 1, country });
  }
  return marks;
}
