/** Packs a table for `src/core/lexicon/packed.ts`. */
import { END_OF_BLOCK, ENTRIES_A_BLOCK, FIRST_VALUE, type Packed, SHARED_MARKS } from '../src/core/lexicon/packed';

/** No more distinct values than that: each is one code unit, and those of the many stay in ASCII. */
const MOST_VALUES = 4096;
const MARKS = new Set(SHARED_MARKS + END_OF_BLOCK);

/** @returns the packed table, and the distinct values that its entries point to */
export function pack<T>(table: ReadonlyMap<string, T>): { readonly packed: Packed; readonly values: readonly T[] } {
  const values = distinctValues(table);
  if (values.size > MOST_VALUES) throw new Error(`Too many values to pack: ${values.size}`);
  const indices = new Map([...values.keys()].map((form, i) => [form, i]));
  let keys = '';
  let codes = '';
  let before = '';
  // In order of their code units: neighbors are alike, so that the package compresses well.
  for (const [i, key] of [...table.keys()].sort().entries()) {
    if (key === '' || Array.from(key).some((c) => MARKS.has(c)))
      throw new Error(`A key that cannot be packed: ${JSON.stringify(key)}`);
    const shared = i % ENTRIES_A_BLOCK === 0 ? 0 : sharedBeginning(before, key);
    if (i % ENTRIES_A_BLOCK !== 0) keys += SHARED_MARKS.charAt(shared);
    else if (i > 0) keys += END_OF_BLOCK;
    keys += key.slice(shared);
    codes += String.fromCharCode(FIRST_VALUE + (indices.get(JSON.stringify(table.get(key))) ?? 0));
    before = key;
  }
  return { packed: { keys: keys === '' ? '' : keys + END_OF_BLOCK, values: codes }, values: [...values.values()] };
}

/** JSON → value, those of the most keys first. */
function distinctValues<T>(table: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  const counts = new Map<string, number>();
  const values = new Map<string, T>();
  for (const value of table.values()) {
    const form = JSON.stringify(value);
    counts.set(form, (counts.get(form) ?? 0) + 1);
    values.set(form, value);
  }
  return new Map([...values].sort(([a], [b]) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0)));
}

/** How many code units two keys have alike from the start on, as far as there are marks for it. */
function sharedBeginning(a: string, b: string): number {
  let n = 0;
  while (n < SHARED_MARKS.length - 1 && n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
}
