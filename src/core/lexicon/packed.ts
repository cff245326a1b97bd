/**
 * Tables of many thousand words, packed into one string when Dossier is built: they are ready as soon as the bundle is loaded and take
 * no more memory than their letters. Entries stand in order, in blocks: a look-up is a binary search for the block, then a scan of it.
 */

/** What the build makes of a table; see `build/pack.ts`. */
export interface Packed {
  /** Blocks of entries in order of their keys' code units, each `key=` and two characters for the index of its value; `|` ends a block. */
  readonly text: string;
}

/** Look-ups in a table, whether packed or not. */
export type Lookup<T> = Pick<ReadonlyMap<string, T>, 'get' | 'has'>;

const END_OF_KEY = 61;
const END_OF_BLOCK = 124;
/** The digits of an index are the 64 characters from here on. */
const DIGITS = 48;
const BASE = 64;

/** Two characters for an index below 4,096. */
export function digitsOf(index: number): string {
  return String.fromCharCode(DIGITS + Math.floor(index / BASE), DIGITS + (index % BASE));
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
      if (this.#compare(this.#starts[middle] ?? 0, key) <= 0) low = middle;
      else high = middle;
    }
    const text = this.#text;
    let at = this.#starts[low] ?? text.length;
    while (at < text.length && text.charCodeAt(at) !== END_OF_BLOCK) {
      const order = this.#compare(at, key);
      if (order > 0) return -1;
      const end = order === 0 ? at + key.length : text.indexOf('=', at);
      if (order === 0) return (text.charCodeAt(end + 1) - DIGITS) * BASE + text.charCodeAt(end + 2) - DIGITS;
      at = end + 3;
    }
    return -1;
  }

  /** How the key that stands at `at` compares with `key`: negative, 0 or positive. A key that holds an end of key matches nothing. */
  #compare(at: number, key: string): number {
    const text = this.#text;
    for (let i = 0; ; i++) {
      const c = text.charCodeAt(at + i);
      if (c === END_OF_KEY) return i === key.length ? 0 : -1;
      if (i === key.length) return 1;
      const order = c - key.charCodeAt(i);
      if (order !== 0) return order;
    }
  }
}
