/**
 * Tables of many thousand words, packed into one string when Dossier is built: they are ready as soon as the bundle is loaded and take
 * no more memory than their letters. A hash table without its pointers: entries stand in the order of their buckets.
 */

/** What the build makes of a table; see `build/pack.ts`. */
export interface Packed {
  /** A power of two. */
  readonly buckets: number;
  /** For each bucket its entries, each `key=` and two characters for the index of its value; then `|`. */
  readonly text: string;
}

/** Look-ups in a table, whether packed or not. */
export type Lookup<T> = Pick<ReadonlyMap<string, T>, 'get' | 'has'>;

const END_OF_KEY = 61;
const END_OF_BUCKET = 124;
/** The digits of an index are the 64 characters from here on. */
const DIGITS = 48;
const BASE = 64;

/** FNV-1a over UTF-16 code units, its upper bits mixed into the lower ones. */
export function bucketOf(key: string, buckets: number): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) h = Math.imul(h ^ key.charCodeAt(i), 0x01000193);
  return (h ^ (h >>> 15)) & (buckets - 1);
}

/** Two characters for an index below 4,096. */
export function digitsOf(index: number): string {
  return String.fromCharCode(DIGITS + Math.floor(index / BASE), DIGITS + (index % BASE));
}

export class PackedTable<T> implements Lookup<T> {
  readonly #text: string;
  readonly #starts: Uint32Array;
  readonly #values: readonly T[];

  /** @param values what the indices of the entries mean */
  constructor({ text, buckets }: Packed, values: readonly T[]) {
    this.#text = text;
    this.#values = values;
    this.#starts = new Uint32Array(buckets);
    for (let b = 0, at = 0; b < buckets; b++) {
      this.#starts[b] = at;
      at = text.indexOf('|', at) + 1;
    }
  }

  get(key: string): T | undefined {
    const index = this.#index(key);
    return index < 0 ? undefined : this.#values[index];
  }

  has(key: string): boolean {
    return this.#index(key) >= 0;
  }

  #index(key: string): number {
    const text = this.#text;
    const n = key.length;
    let at = this.#starts[bucketOf(key, this.#starts.length)] ?? 0;
    for (let c = text.charCodeAt(at); c !== END_OF_BUCKET; c = text.charCodeAt(at)) {
      let i = 0;
      // A key that holds an end of key matches nothing.
      while (i < n && c !== END_OF_KEY && c === key.charCodeAt(i)) c = text.charCodeAt(at + ++i);
      if (i === n && c === END_OF_KEY)
        return (text.charCodeAt(at + n + 1) - DIGITS) * BASE + text.charCodeAt(at + n + 2) - DIGITS;
      for (at += i; text.charCodeAt(at) !== END_OF_KEY; at++);
      at += 3;
    }
    return -1;
  }
}
