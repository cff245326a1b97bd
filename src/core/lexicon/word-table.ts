/**
 * Tables of words that remember, in each word form, what they hold for it: asking a second time costs no look-up. Forms are shared by
 * all sources, so nearly every question about a text is a second one.
 */
import type { Lookup } from './packed';
import type { WordForm } from './word-forms';

/** A token, or whatever else is written with a word form. */
export interface Written {
  readonly form: WordForm;
}

/** What the entries of a table are spelled like. */
export type Spelling = 'lower' | 'key';

/** A table asked by tokens. */
export interface WordLookup<T> extends Lookup<T> {
  of(token: Written | undefined): T | undefined;
}

/** A set asked by tokens. */
export interface WordMembers {
  holds(token: Written | undefined): boolean;
  has(word: string): boolean;
}

/** What stands in a form for each table and set: whether it was asked, and whether it holds the word. */
const NOT_ASKED = 0;
const LACKING = 1;
const HOLDING = 3;
const BITS = 2;
const IN_A_NUMBER = 32 / BITS;

/** How many numbers of a form hold such answers. */
export const ANSWERS = 32;

/** How many tables and sets there are: each has a place of its own in every form. */
let asked = 0;

function nextPlace(): number {
  if (asked >= ANSWERS * IN_A_NUMBER) throw new Error('More tables than word forms have room for: raise ANSWERS.');
  return asked++;
}

type Entries<T> = Lookup<T> & Partial<Pick<ReadonlyMap<string, T>, 'keys'>>;

let tables = 0;

/** A table that lives as long as the process. */
export class WordTable<T> implements WordLookup<T> {
  readonly #entries: Entries<T>;
  readonly #spelling: Spelling;
  readonly #number: number;
  readonly #shift: number;
  readonly #place: number;

  constructor(entries: Entries<T>, spelling: Spelling = 'lower') {
    this.#entries = entries;
    this.#spelling = spelling;
    const place = nextPlace();
    this.#number = Math.floor(place / IN_A_NUMBER);
    this.#shift = (place % IN_A_NUMBER) * BITS;
    this.#place = tables++;
  }

  /** What the table holds for the word of a token. */
  of(token: Written | undefined): T | undefined {
    if (token === undefined) return undefined;
    const answer = this.#answer(token.form);
    return answer === LACKING ? undefined : answer === HOLDING ? this.#found(token.form) : this.#ask(token.form);
  }

  /** The words that it holds; empty for a table that is computed or packed. */
  keys(): Iterable<string> {
    return this.#entries.keys?.() ?? [];
  }

  get(word: string): T | undefined {
    return this.#entries.get(word);
  }

  has(word: string): boolean {
    return this.#entries.has(word);
  }

  holds(token: Written | undefined): boolean {
    if (token === undefined) return false;
    const answer = this.#answer(token.form);
    return answer === NOT_ASKED ? this.#ask(token.form) !== undefined : answer === HOLDING;
  }

  #answer(form: WordForm): number {
    return ((form.answers[form.at + this.#number] ?? 0) >>> this.#shift) & HOLDING;
  }

  /** Few tables hold a word, so a form lists those that do, each before what it holds: an array with room for all would be large. */
  #found({ found }: WordForm): T | undefined {
    for (let i = 0; i < found.length; i += 2) if (found[i] === this.#place) return found[i + 1] as T;
    return undefined;
  }

  #ask(form: WordForm): T | undefined {
    const found = this.#entries.get(form[this.#spelling]);
    if (found !== undefined) form.found.push(this.#place, found);
    const at = form.at + this.#number;
    form.answers[at] = (form.answers[at] ?? 0) | ((found === undefined ? LACKING : HOLDING) << this.#shift);
    return found;
  }
}

/** A set that lives as long as the process. */
export class WordSet implements WordMembers {
  readonly #words: ReadonlySet<string>;
  readonly #spelling: Spelling;
  readonly #number: number;
  readonly #shift: number;

  constructor(words: Iterable<string>, spelling: Spelling = 'lower') {
    this.#words = words instanceof Set ? words : new Set(words);
    this.#spelling = spelling;
    const place = nextPlace();
    this.#number = Math.floor(place / IN_A_NUMBER);
    this.#shift = (place % IN_A_NUMBER) * BITS;
  }

  /** Whether the word of a token is in it. */
  holds(token: Written | undefined): boolean {
    if (token === undefined) return false;
    const { form } = token;
    const answer = ((form.answers[form.at + this.#number] ?? 0) >>> this.#shift) & HOLDING;
    return answer === NOT_ASKED ? this.#ask(form) : answer === HOLDING;
  }

  has(word: string): boolean {
    return this.#words.has(word);
  }

  [Symbol.iterator](): Iterator<string> {
    return this.#words[Symbol.iterator]();
  }

  #ask(form: WordForm): boolean {
    const held = this.#words.has(form[this.#spelling]);
    const at = form.at + this.#number;
    form.answers[at] = (form.answers[at] ?? 0) | ((held ? HOLDING : LACKING) << this.#shift);
    return held;
  }
}

let computed = 0;

/** Answers of a pure function of a word form, kept in the forms. */
export class FormAnswers<T> {
  readonly #compute: (form: WordForm) => T;
  readonly #place = computed++;

  constructor(compute: (form: WordForm) => T) {
    this.#compute = compute;
  }

  of({ form }: Written): T {
    const known = form.computed[this.#place];
    if (known !== undefined) return known as T;
    const answer = this.#compute(form);
    form.computed[this.#place] = answer;
    return answer;
  }
}

/** A table that comes and goes: it keeps nothing in the forms. */
export class PassingTable<T> implements WordLookup<T> {
  readonly #entries: Lookup<T>;
  readonly #spelling: Spelling;

  constructor(entries: Lookup<T>, spelling: Spelling = 'lower') {
    this.#entries = entries;
    this.#spelling = spelling;
  }

  of(token: Written | undefined): T | undefined {
    return token === undefined ? undefined : this.#entries.get(token.form[this.#spelling]);
  }

  get(word: string): T | undefined {
    return this.#entries.get(word);
  }

  has(word: string): boolean {
    return this.#entries.has(word);
  }
}

/** A set that comes and goes. */
export class PassingSet implements WordMembers {
  readonly #words: ReadonlySet<string>;

  constructor(words: ReadonlySet<string>) {
    this.#words = words;
  }

  holds(token: Written | undefined): boolean {
    return token !== undefined && this.#words.has(token.form.lower);
  }

  has(word: string): boolean {
    return this.#words.has(word);
  }
}
