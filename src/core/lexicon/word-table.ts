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

/** Stands in a form for `the table does not hold it`. */
const NOTHING = Symbol('nothing');

type Entries<T> = Lookup<T> & Partial<Pick<ReadonlyMap<string, T>, 'keys'>>;

let tables = 0;

/** A table that lives as long as the process: each has a place of its own in every form. */
export class WordTable<T> implements WordLookup<T> {
  readonly #entries: Entries<T>;
  readonly #spelling: Spelling;
  readonly #place: number;

  constructor(entries: Entries<T>, spelling: Spelling = 'lower') {
    this.#entries = entries;
    this.#spelling = spelling;
    this.#place = tables++;
  }

  /** What the table holds for the word of a token. */
  of(token: Written | undefined): T | undefined {
    if (token === undefined) return undefined;
    const { form } = token;
    const known = form.found[this.#place];
    if (known !== undefined) return known === NOTHING ? undefined : (known as T);
    const found = this.#entries.get(form[this.#spelling]);
    form.found[this.#place] = found === undefined ? NOTHING : found;
    return found;
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
    return this.of(token) !== undefined;
  }
}

/** Answers of sets that one number of a form holds, two bits each: asked, and in it. */
const SETS_IN_A_NUMBER = 15;

let sets = 0;

/** A set that lives as long as the process. */
export class WordSet implements WordMembers {
  readonly #words: ReadonlySet<string>;
  readonly #spelling: Spelling;
  readonly #place: number;
  readonly #shift: number;

  constructor(words: Iterable<string>, spelling: Spelling = 'lower') {
    this.#words = words instanceof Set ? words : new Set(words);
    this.#spelling = spelling;
    this.#place = Math.floor(sets / SETS_IN_A_NUMBER);
    this.#shift = (sets % SETS_IN_A_NUMBER) * 2;
    sets++;
  }

  /** Whether the word of a token is in it. */
  holds(token: Written | undefined): boolean {
    if (token === undefined) return false;
    const { form } = token;
    const answers = form.sets[this.#place] ?? 0;
    const answer = (answers >>> this.#shift) & 3;
    if (answer !== 0) return answer === 3;
    const held = this.#words.has(form[this.#spelling]);
    form.sets[this.#place] = answers | ((held ? 3 : 1) << this.#shift);
    return held;
  }

  has(word: string): boolean {
    return this.#words.has(word);
  }

  [Symbol.iterator](): Iterator<string> {
    return this.#words[Symbol.iterator]();
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
