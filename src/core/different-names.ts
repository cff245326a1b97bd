import { fold } from './text';

/** The names that the knowledge file tells apart (`different`). */
export class DifferentNames {
  readonly #groups = new Map<string, Set<number>>();

  constructor(lists: readonly (readonly string[])[]) {
    for (const [index, names] of lists.entries()) {
      for (const name of names.map(fold)) {
        const groups = this.#groups.get(name);
        if (groups === undefined) this.#groups.set(name, new Set([index]));
        else groups.add(index);
      }
    }
  }

  get isEmpty(): boolean {
    return this.#groups.size === 0;
  }

  /** Whether two names stand in one list and are not the same. */
  apart(a: string, b: string): boolean {
    if (this.isEmpty) return false;
    const [x, y] = [fold(a), fold(b)];
    const groups = x === y ? undefined : this.#groups.get(x);
    if (groups === undefined) return false;
    for (const group of this.#groups.get(y) ?? []) if (groups.has(group)) return true;
    return false;
  }

  /** Whether one of some names is told apart from one of others. */
  anyApart(some: Iterable<string>, others: Iterable<string>): boolean {
    if (this.isEmpty) return false;
    const rest = [...others];
    for (const name of some) if (rest.some((other) => this.apart(name, other))) return true;
    return false;
  }
}
