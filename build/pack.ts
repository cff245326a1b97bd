/** Packs a table for `src/core/lexicon/packed.ts`. */
import { digitsOf, LONGEST_KEY, type Packed, sharedDigit } from '../src/core/lexicon/packed';

const ENTRIES_A_BLOCK = 16;
const MOST_VALUES = 4096;

/** @returns the packed table, and the distinct values that its entries point to */
export function pack<T>(table: ReadonlyMap<string, T>): { readonly packed: Packed; readonly values: readonly T[] } {
  const indices = new Map<string, number>();
  const values: T[] = [];
  let text = '';
  let before = '';
  // In order of their code units: neighbors are alike, so that the package compresses well.
  for (const [i, key] of [...table.keys()].sort().entries()) {
    if (/[=|]/u.test(key) || key === '' || key.length > LONGEST_KEY)
      throw new Error(`A key that cannot be packed: ${JSON.stringify(key)}`);
    const value = table.get(key) as T;
    const form = JSON.stringify(value);
    let index = indices.get(form);
    if (index === undefined) {
      indices.set(form, (index = values.length));
      values.push(value);
    }
    const shared = i % ENTRIES_A_BLOCK === 0 ? 0 : sharedBeginning(before, key);
    if (i % ENTRIES_A_BLOCK !== 0) text += sharedDigit(shared);
    else if (i > 0) text += '|';
    text += `${key.slice(shared)}=${digitsOf(index)}`;
    before = key;
  }
  if (values.length > MOST_VALUES) throw new Error(`Too many values to pack: ${values.length}`);
  return { packed: { text: text === '' ? '' : `${text}|` }, values };
}

/** How many code units two keys have alike from the start on. */
function sharedBeginning(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
}
