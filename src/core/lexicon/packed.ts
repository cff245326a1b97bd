/**
 * Tables of many thousand words, packed into one string when Dossier is built: they are ready as soon as the bundle is loaded and take
 * no more memory than their letters. Entries stand in order, in blocks: a look-up is a binary search for the block, then a scan of it.
 * Within a block a key leaves out what it begins with alike to the key before it (front coding).
 */

/** What the build makes of a table; see `build/pack.ts`. */
export interface Packed {
  /**
   * Blocks of entries in order of their keys' code units. An entry is `key=` and two characters for the index of its value; before the
   * key of any but the first one stands a character for how many code units it has from the key before. `|` ends a block.
   */
  readonly text: string;
}

/** Look-ups in a table, whether packed or not. */
export type Lookup<T> = Pick<ReadonlyMap<string, T>, 'get' | 'has'>;

const END_OF_KEY = 61;
const END_OF_BLOCK = 124;
/** The digits of an index are the 64 characters from here on. */
const DIGITS = 48;
const BASE = 64;

/** No key is longer, so that the character for what it leaves out stays below `|`. */
export const LONGEST_KEY = 75;

/** Two characters for an index below 4,096. */
export function digitsOf(index: number): string {
  return String.fromCharCode(DIGITS + Math.floor(index / BASE), DIGITS + (index % BASE));
}

/** The character for a number of shared code units. */
export function sharedDigit(shared: number): string {
  return String.fromCharCode(DIGITS + shared);
}

export class PackedTable<T> implements Lookup<T> {
  readonly #text: string;
  readonly #starts: readonly number[];
  readonly #values: readonly T[];

  /** @param values what the indices of the entries mean */
  constructor({ text }: Packed, values: readonly T[]) {
    this.#text = text;
    this.#values = values;
    const starts: number[] = [];
    for (let at = 0; at < text.length; at = text.indexOf('|', at) + 1) starts.push(at);
    this.#starts = starts;
  }

  get(key: string): T | undefined {
    const index = this.#index(key);
    return index < 0 ? undefined : this.#values[index];
  }

  has(key: string): boolean {
    return this.#index(key) >= 0;
  }

  #index(key: string): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.#isAtOrBefore(this.#starts[middle] ?? 0, key)) low = middle;
      else high = middle;
    }
    return this.#find(this.#starts[low] ?? this.#text.length, key);
  }

  /** Whether the whole key that stands at `at` is `key` or comes before it. A key that holds an end of key comes before nothing. */
  #isAtOrBefore(at: number, key: string): boolean {
    const text = this.#text;
    for (let i = 0; ; i++) {
      const c = text.charCodeAt(at + i);
      if (c === END_OF_KEY) return true;
      if (i === key.length) return false;
      const order = c - key.charCodeAt(i);
      if (order !== 0) return order < 0;
    }
  }

  /** The index of the value in the block that begins at `start`, or -1. */
  #find(start: number, key: string): number {
    const text = this.#text;
    // How many code units of `key` the entry before had; it came before `key`.
    let matched = 0;
    let at = start;
    while (at < text.length && text.charCodeAt(at) !== END_OF_BLOCK) {
      const shared = at === start ? 0 : text.charCodeAt(at++) - DIGITS;
      // It parts from the entry before where that one was still like `key`: it comes behind `key`.
      if (shared < matched) return -1;
      if (shared === matched) {
        let i = matched;
        let c = text.charCodeAt(at);
        while (c !== END_OF_KEY && i < key.length && c === key.charCodeAt(i)) {
          i++;
          c = text.charCodeAt(++at);
        }
        if (c === END_OF_KEY && i === key.length)
          return (text.charCodeAt(at + 1) - DIGITS) * BASE + text.charCodeAt(at + 2) - DIGITS;
        if (c !== END_OF_KEY && (i === key.length || c > key.charCodeAt(i))) return -1;
        matched = i;
      }
      at = text.indexOf('=', at) + 3;
    }
    return -1;
  }
}
