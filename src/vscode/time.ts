/** Sharing the extension host's one thread. */
import type { Disposable } from 'vscode';
import type { Steps } from '../core/steps';

/** How long work may go on before others get their turn, in ms. */
const SLICE_MS = 12;

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Lets work go on in slices: `await slice.turn()` between two steps hands over when the slice is used up. */
export class Slices {
  #until = performance.now() + SLICE_MS;

  async turn(): Promise<void> {
    if (performance.now() < this.#until) return;
    await pause(0);
    this.#until = performance.now() + SLICE_MS;
  }
}

/** Takes all steps, in slices. */
export async function finishInSlices<T>(steps: Steps<T>, slices = new Slices()): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await slices.turn();
  }
}

/** Takes steps in slices until all are done, or nobody wants them any longer. */
export async function whileWanted(steps: Steps<void>, wanted: () => boolean, slices = new Slices()): Promise<void> {
  while (wanted() && steps.next().done !== true) await slices.turn();
}

/** Runs a function once things have been quiet for a while. */
export class Debounced implements Disposable {
  readonly #run: () => void;
  readonly #ms: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ms: number, run: () => void) {
    this.#ms = ms;
    this.#run = run;
  }

  trigger(): void {
    this.cancel();
    this.#timer = setTimeout(this.#run, this.#ms);
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }

  dispose(): void {
    this.cancel();
  }
}
