/**
 * Tables of many thousand words, packed into one string when Dossier is built: they are ready as soon as the bundle is loaded and take
 * no more memory than their letters. Entries stand in order, in blocks: a look-up is a binary search for the block, then a scan of it.
 * Within a block a key leaves out what it begins with alike to the key before it (front coding).
 */

/** What the build makes of a table; see `build/pack.ts`. Keys and values stand apart, as each compresses best among its own. */
export interface Packed {
  /**
   * Blocks of keys in the order of their code units. Before any key but the first of its block stands a mark for how many code units it
   * has from the key before. `|` ends a block.
   */
  readonly keys: string;
  /** One code unit for each key: the index of its value, counted from `FIRST_VALUE`. */
  readonly values: string;
}

/** Look-ups in a table, whether packed or not. */
export type Lookup<T> = Pick<ReadonlyMap<string, T>, 'get' | 'has'>;

export const ENTRIES_A_BLOCK = 16;
export const FIRST_VALUE = 35;
export const END_OF_BLOCK = '|';
/** The mark for 0, 1, … code units; no key holds one of them. */
export const SHARED_MARKS = '!#$%*+:;<=>?@[]^_{}~';

const NO_MARK = -1;
const ENDS_BLOCK = -2;
/** ASCII code → what stands behind a key: how many code units the next one shares, or the end of its block. */
const MARKS = new Int8Array(128).fill(NO_MARK);
for (let shared = 0; shared < SHARED_MARKS.length; shared++) MARKS[SHARED_MARKS.charCodeAt(shared)] = shared;
MARKS[END_OF_BLOCK.charCodeAt(0)] = ENDS_BLOCK;

function markAt(keys: string, at: number): number {
  const c = keys.charCodeAt(at);
  return c < MARKS.length ? (MARKS[c] ?? NO_MARK) : NO_MARK;
}

export class PackedTable<T> implements Lookup<T> {
  readonly #keys: string;
  readonly #indices: string;
  readonly #starts: readonly number[];
  readonly #values: readonly T[];

  /** @param values what the indices of the entries mean */
  constructor(packed: Packed, values: readonly T[]) {
    this.#keys = packed.keys;
    this.#indices = packed.values;
    this.#values = values;
    const starts: number[] = [];
    for (let at = 0; at < packed.keys.length; at = packed.keys.indexOf(END_OF_BLOCK, at) + 1) starts.push(at);
    this.#starts = starts;
  }

  get(key: string): T | undefined {
    const entry = this.#entry(key);
    return entry < 0 ? undefined : this.#values[this.#indices.charCodeAt(entry) - FIRST_VALUE];
  }

  has(key: string): boolean {
    return this.#entry(key) >= 0;
  }

  /** The number of the entry, or -1. */
  #entry(key: string): number {
    if (this.#starts.length === 0) return -1;
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.#isAtOrBefore(this.#starts[middle] ?? 0, key)) low = middle;
      else high = middle;
    }
    const within = this.#find(this.#starts[low] ?? 0, key);
    return within < 0 ? -1 : low * ENTRIES_A_BLOCK + within;
  }

  /** Whether the whole key that stands at `at` is `key` or comes before it. */
  #isAtOrBefore(at: number, key: string): boolean {
    const keys = this.#keys;
    for (let i = 0; ; i++) {
      if (markAt(keys, at + i) !== NO_MARK) return true;
      if (i === key.length) return false;
      const order = keys.charCodeAt(at + i) - key.charCodeAt(i);
      if (order !== 0) return order < 0;
    }
  }

  /** Where in the block that begins at `start` the key stands, from 0, or -1. */
  #find(start: number, key: string): number {
    const keys = this.#keys;
    let at = start;
    // How many code units of `key` the entry before had; it came before `key`.
    let matched = 0;
    for (let entry = 0, shared = 0; shared !== ENDS_BLOCK; entry++) {
      // An entry that shares more with the one before comes before `key` as that one did.
      if (shared <= matched) {
        let i = shared;
        while (i < key.length && keys.charCodeAt(at) === key.charCodeAt(i) && markAt(keys, at) === NO_MARK) {
          i++;
          at++;
        }
        const isWhole = markAt(keys, at) !== NO_MARK;
        if (isWhole && i === key.length) return entry;
        if (!isWhole && (i === key.length || keys.charCodeAt(at) > key.charCodeAt(i))) return -1;
        matched = i;
      }
      while (markAt(keys, at) === NO_MARK) at++;
      shared = markAt(keys, at++);
    }
    return -1;
  }
}
