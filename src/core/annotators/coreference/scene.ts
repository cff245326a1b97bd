/** How much a report speaks for a country: as a whole, and around a place in it. */
import type { Sentence } from '../../annotations';
import { gazetteer } from '../../lexicon/places';
import { WordClass } from '../../lexicon/grammar';
import { countryClues } from './country-clues';
import { bylineCountry, datelineCountries } from './home';
import type { State } from './state';
import { itemAt } from '../../items';

/** Words that name a country, or something in it. Tokens `first` to `last`, `last` exclusive. */
interface Mark {
  readonly first: number;
  readonly last: number;
  readonly country: string;
  /** A city in which states meet: it tells little of whom a report speaks. */
  readonly venue: boolean;
}

/** A share of all marks counts this much, a dateline or byline so much more. */
const SHARE = 1.9;
const MOST_SHARE = 0.75;
/** A country named once in a short text is no sign yet. */
const LEAST_MARKS = 4;
const DATELINE = 0.8;
/** Where the headline and the lead speak of other countries: a correspondent's desk. */
const DESK = 0.4;
/** For the first of two countries, and for the second. */
const SHARED_DATELINE = 0.35;
const SHARED_DATELINE_SECOND = 0.3;
/** A city in which states meet counts this share of a mark. */
const VENUE = 0.5;
/** Where the paragraph so far, or else the one before, speaks of one country alone. */
const ALONE = 0.2;
const ALONE_BEFORE = 0.35;
/** And the country that is named first, in the headline or the lead. */
const LEAD = 0.25;
const LEAD_SENTENCES = 4;
/** A mention of a person whose country is known, and how many count. */
const PERSON = 0.7;
const MOST_MENTIONS = 6;
/** A mark before a name in its sentence. */
const NEAR = 0.04;
/** The mark that a sentence opens with, most often its subject; in the sentence before; behind a preposition of place. */
const OPENING = 0.3;
const OPENING_BEFORE = 0.3;
const FRONTED = 0.9;
/** The sentence before in the same paragraph counts this share, the one that ends the paragraph before this. */
const BEFORE = 0.7;
const PARAGRAPH_BEFORE = 0.3;
/** `There, …`: the last place before is meant. */
const THERE = 0.9;
/** How many tokens at the start of a sentence are its opening. */
const OPENING_REACH = 7;
const MOST_MARKS = 12;

export class Scene {
  readonly #marks: readonly Mark[];
  readonly #counts = new Map<string, number>();
  readonly #all: number;
  /** What the dateline or byline says for each country. */
  readonly #from: Map<string, number>;

  constructor(private readonly state: State) {
    this.#marks = marksOf(state);
    for (const { country, venue } of this.#marks) this.#count(country, venue ? VENUE : 1);
    // Of whom a report speaks again and again, it speaks for the country, too.
    const { abroad } = countryClues();
    for (const { country, cluster, offices } of state.people)
      if (country !== null && !offices.some((o) => abroad.has(o.title)))
        this.#count(country, PERSON * Math.min(cluster.mentions.length, MOST_MENTIONS));
    let all = 0;
    for (const n of this.#counts.values()) all += n;
    this.#all = all;
    const [from = bylineCountry(state), other] = datelineCountries(state);
    const alone = this.#isInLead(from) ? DATELINE : DESK;
    this.#from = new Map(from === null ? [] : [[from, other === undefined ? alone : SHARED_DATELINE]]);
    if (other !== undefined) this.#from.set(other, SHARED_DATELINE_SECOND);
  }

  /** Whether the headline or lead speaks of a country outside the dateline, or of none. */
  #isInLead(country: string | null): boolean {
    const { tokens, sentences, paragraphs } = this.state.read;
    let others = false;
    for (const mark of this.#marks) {
      const sentence = tokens[mark.first]?.sentence ?? 0;
      if (sentence >= LEAD_SENTENCES) break;
      const paragraph = paragraphs[sentences[sentence]?.paragraph ?? -1];
      const opens = paragraph?.kind === 'text' && mark.first === sentences[paragraph.first]?.first;
      if (opens && (tokens[mark.first]?.case === 'all' || isDash(tokens[mark.last]?.text))) continue;
      if (mark.country === country) return true;
      others = true;
    }
    return !others;
  }

  #count(country: string, weight: number): void {
    this.#counts.set(country, (this.#counts.get(country) ?? 0) + weight);
  }

  /** What the report as a whole says for each country that it names. */
  whole(): Map<string, number> {
    const weights = new Map<string, number>();
    for (const [country, n] of this.#counts)
      weights.set(country, Math.min(MOST_SHARE, (SHARE * n) / Math.max(this.#all, LEAST_MARKS)));
    const lead = this.#marks[0];
    const sentence = this.state.read.tokens[lead?.first ?? 0]?.sentence ?? 0;
    if (lead !== undefined && sentence < LEAD_SENTENCES)
      weights.set(lead.country, (weights.get(lead.country) ?? 0) + LEAD);
    for (const [from, weight] of this.#from) weights.set(from, (weights.get(from) ?? 0) + weight);
    return weights;
  }

  /** Adds what the words before a token say: in its sentence, and in the one before in the same paragraph. */
  around(token: number, weights: Map<string, number>): void {
    const { tokens, sentences, paragraphs } = this.state.read;
    const sentence = tokens[token]?.sentence ?? 0;
    const own = sentences[sentence];
    if (own === undefined) return;
    this.#addSpan(own.first, token, 1, weights);
    const before = sentences[sentence - 1];
    if (before === undefined) return;
    const share = before.paragraph === own.paragraph ? BEFORE : PARAGRAPH_BEFORE;
    if (paragraphs[before.paragraph]?.kind === 'text') this.#addSpan(before.first, before.last, share, weights);
    this.#addAlone(own, token, weights);
    const last = tokens[own.first]?.lower === 'there' ? this.#marks[this.#lastBefore(own.first)] : undefined;
    if (last !== undefined && last.first >= before.first)
      weights.set(last.country, (weights.get(last.country) ?? 0) + THERE);
  }

  /** Adds to the one country of which the paragraph speaks before a token; where it speaks of none, the paragraph before. */
  #addAlone(own: Sentence, token: number, weights: Map<string, number>): void {
    const { sentences, paragraphs } = this.state.read;
    const paragraph = paragraphs[own.paragraph];
    const before = paragraphs[own.paragraph - 1];
    const start = sentences[paragraph?.first ?? 0]?.first ?? 0;
    const here = this.#oneIn(start, token);
    const found =
      here === undefined && before?.kind === 'text' ? this.#oneIn(sentences[before.first]?.first ?? 0, start) : here;
    if (found !== undefined && found !== null)
      weights.set(found, (weights.get(found) ?? 0) + (here === undefined ? ALONE_BEFORE : ALONE));
  }

  /** The one country named between two tokens; null where several are, undefined where none is. */
  #oneIn(from: number, to: number): string | null | undefined {
    let found: string | undefined;
    let seen = 0;
    for (let i = this.#lastBefore(to); i >= 0 && seen < MOST_MARKS; i--, seen++) {
      const mark = this.#marks[i];
      if (mark === undefined || mark.first < from) break;
      if (mark.venue) continue;
      if (found !== undefined && found !== mark.country) return null;
      found = mark.country;
    }
    return found;
  }

  #addSpan(from: number, to: number, share: number, weights: Map<string, number>): void {
    let seen = 0;
    for (let i = this.#lastBefore(to); i >= 0 && seen < MOST_MARKS; i--) {
      const mark = this.#marks[i];
      if (mark === undefined || mark.first < from) break;
      seen++;
      let weight = NEAR;
      if (this.#opens(mark, from)) weight += this.#openingWeight(mark, from, share === 1);
      weights.set(mark.country, (weights.get(mark.country) ?? 0) + weight * share);
    }
  }

  /** Whether no verb stands before a mark in its sentence: `Across the border, the army of Chad`. */
  #opens(mark: Mark, from: number): boolean {
    if (mark.first - from > OPENING_REACH) return false;
    for (let k = from; k < mark.first; k++) if (this.state.phrases.isVerb(this.state.read.tokens[k])) return false;
    return true;
  }

  /** `In Cairo, …`, `Chad denied it`, `A Chadian town …`. */
  #openingWeight(mark: Mark, from: number, own: boolean): number {
    const { tokens } = this.state.read;
    const opener = tokens[from];
    if (mark.first > from && opener !== undefined && (opener.form.classes & WordClass.locative) !== 0) return FRONTED;
    return own ? OPENING : OPENING_BEFORE;
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

function isDash(text: string | undefined): boolean {
  return text === '-' || text === '—' || text === '–' || text === '--';
}

/** In the order of the text. `Brussels-based` tells nothing of whom somebody serves. */
function marksOf(state: State): Mark[] {
  const { tokens } = state.read;
  const { demonyms } = gazetteer();
  const clues = countryClues();
  const marks: Mark[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const index = state.nameAt[i] ?? -1;
    const name = itemAt(state.names, index);
    if (name !== undefined && name.kind !== 'person') {
      const country = name.country ?? itemAt(state.bodies, state.bodyOf[index])?.country ?? null;
      const based =
        (tokens[name.last]?.text === '-' && clues.based.holds(tokens[name.last + 1])) ||
        (tokens[name.last]?.lower === "'s" && clues.abroad.holds(tokens[name.last + 1]));
      if (country !== null && !based) {
        const venue = clues.venues.has(
          name.last - name.first === 1
            ? (tokens[i]?.lower ?? '')
            : state.read.text.slice(name.start, name.end).toLowerCase(),
        );
        marks.push({ first: name.first, last: name.last, country, venue });
      }
      i = name.last - 1;
      continue;
    }
    const token = tokens[i];
    if (token === undefined || token.case === 'none' || index >= 0) continue;
    const country = clues.abroad.holds(tokens[i + 1]) ? null : (demonyms.of(token) ?? null);
    if (country !== null) marks.push({ first: i, last: i + 1, country, venue: false });
  }
  return marks;
}
