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
