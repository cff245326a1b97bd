/**
 * The item at an index, undefined for -1 and where there is no index. To read `items[-1]` takes the engine a hundred times as long as any
 * other place, and slows down every other reading of the same line.
 */
export function itemAt<T>(items: readonly T[], index: number | null | undefined): T | undefined {
  return index === undefined || index === null || index < 0 ? undefined : items[index];
}

/** The same of an array of indices: -1 where there is none. */
export function indexAt(indices: Int32Array, at: number | undefined): number {
  return at === undefined || at < 0 ? -1 : (indices[at] ?? -1);
}
