/** Where things stand in lists of an extraction, by id. */

interface Named {
  readonly id: string;
}

/** Index of each item by its name. */
export type Positions = ReadonlyMap<string, number>;

const KNOWN = new WeakMap<readonly Named[], Positions>();

/** Index of each item of a list that nobody changes, by its id; made once. */
export function positionsOf(items: readonly Named[]): Positions {
  let known = KNOWN.get(items);
  if (known === undefined) KNOWN.set(items, (known = new Map(items.map(({ id }, i) => [id, i]))));
  return known;
}

/** The list with some items changed, which keep their ids. Costs what these hold, and a copy of the list. */
export function withChanged<T extends Named>(
  items: readonly T[],
  ids: Iterable<string>,
  change: (item: T) => T,
): readonly T[] {
  const positions = positionsOf(items);
  const changed = items.slice();
  for (const id of ids) {
    const at = positions.get(id);
    const item = at === undefined ? undefined : items[at];
    if (at !== undefined && item !== undefined) changed[at] = change(item);
  }
  KNOWN.set(changed, positions);
  return changed;
}
