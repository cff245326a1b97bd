/**
 * Work that can be interrupted: a generator that yields between two steps, a few milliseconds apart at most, and returns its result.
 * Whoever runs it may let others have their turn at each `yield`; the result is the same.
 */
export type Steps<T> = Generator<void, T, void>;

/** Runs all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The items, with a step after every `size` of them. */
export function* inSteps<T>(items: Iterable<T>, size: number, each: (item: T, index: number) => void): Steps<void> {
  let index = 0;
  for (const item of items) {
    each(item, index);
    if (++index % size === 0) yield;
  }
}

/** What `items.map(make)` gives, with a step after every `size` of them. */
export function* mapInSteps<T, U>(items: readonly T[], size: number, make: (item: T, index: number) => U): Steps<U[]> {
  const made: U[] = [];
  yield* inSteps(items, size, (item, index) => {
    made.push(make(item, index));
  });
  return made;
}

/** What `items.flatMap(make)` gives, with a step after every `size` of them. */
export function* flatMapInSteps<T, U>(
  items: readonly T[],
  size: number,
  make: (item: T, index: number) => readonly U[],
): Steps<U[]> {
  const made: U[] = [];
  yield* inSteps(items, size, (item, index) => {
    for (const one of make(item, index)) made.push(one);
  });
  return made;
}

/** So many items are sorted, or merged, in a step. */
const RUN = 512;

/** A sorted copy; stable, as `toSorted` is. A merge sort from below, of runs that are sorted at once. */
export function* sortInSteps<T>(items: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  let runs: T[][] = [];
  for (let i = 0; i < items.length; i += RUN) {
    runs.push(items.slice(i, i + RUN).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let i = 0; i < runs.length; i += 2)
      merged.push(yield* mergeInSteps(runs[i] ?? [], runs[i + 1] ?? [], compare));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* mergeInSteps<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  const merged: T[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [x, y] = [a[i], b[j]];
    if (j >= b.length || (i < a.length && compare(x as T, y as T) <= 0)) {
      merged.push(x as T);
      i++;
    } else {
      merged.push(y as T);
      j++;
    }
    if (merged.length % RUN === 0) yield;
  }
  return merged;
}
