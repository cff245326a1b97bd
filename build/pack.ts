/** Packs a table for `src/core/lexicon/packed.ts`. */
import { digitsOf, type Packed } from '../src/core/lexicon/packed';

const ENTRIES_A_BLOCK = 12;
const MOST_VALUES = 4096;

/** @returns the packed table, and the distinct values that its entries point to */
export function pack<T>(table: ReadonlyMap<string, T>): { readonly packed: Packed; readonly values: readonly T[] } {
  const indices = new Map<string, number>();
  const values: T[] = [];
  let text = '';
  // In order of their code units: neighbors are alike, so that the package compresses well.
  for (const [i, key] of [...table.keys()].sort().entries()) {
    if (/[=|]/u.test(key) || key === '') throw new Error(`A key that cannot be packed: ${JSON.stringify(key)}`);
    const value = table.get(key) as T;
    const form = JSON.stringify(value);
    let index = indices.get(form);
    if (index === undefined) {
      indices.set(form, (index = values.length));
      values.push(value);
    }
    text += `${i % ENTRIES_A_BLOCK === 0 && i > 0 ? '|' : ''}${key}=${digitsOf(index)}`;
  }
  if (values.length > MOST_VALUES) throw new Error(`Too many values to pack: ${values.length}`);
  return { packed: { text: text === '' ? '' : `${text}|` }, values };
}
