/** Packs a table for `src/core/lexicon/packed.ts`. */
import { bucketOf, digitsOf, type Packed } from '../src/core/lexicon/packed';

const WORDS_A_BUCKET = 4;
const MOST_VALUES = 4096;

/** @returns the packed table, and the distinct values that its entries point to */
export function pack<T>(table: ReadonlyMap<string, T>): { readonly packed: Packed; readonly values: readonly T[] } {
  let buckets = 1;
  while (buckets * WORDS_A_BUCKET < table.size) buckets *= 2;
  const rows = Array.from({ length: buckets }, () => '');
  const indices = new Map<string, number>();
  const values: T[] = [];
  for (const [key, value] of table) {
    if (/[=|]/u.test(key) || key === '') throw new Error(`A key that cannot be packed: ${JSON.stringify(key)}`);
    const form = JSON.stringify(value);
    let index = indices.get(form);
    if (index === undefined) {
      indices.set(form, (index = values.length));
      values.push(value);
    }
    const bucket = bucketOf(key, buckets);
    rows[bucket] = `${rows[bucket] ?? ''}${key}=${digitsOf(index)}`;
  }
  if (values.length > MOST_VALUES) throw new Error(`Too many values to pack: ${values.length}`);
  return { packed: { buckets, text: rows.map((row) => `${row}|`).join('') }, values };
}
