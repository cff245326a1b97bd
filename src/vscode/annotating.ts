import type { Corpus } from '../core/corpus';
import { finishInSlices, Slices } from './time';

/** Annotates a corpus in slices of the host's time: first what somebody waits for, then the rest. */
export class Annotating {
  readonly #corpus: Corpus;
  /** Sources that somebody waits for, by path. */
  readonly #wanted = new Map<string, Promise<void>>();
  /** Questions under way that go before the rest. */
  #urgent = 0;
  #idle: Promise<void> | undefined;
  #becomeIdle = (): void => undefined;

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
  }

  /** Annotates a source at once; once for all who ask at the same time. */
  now(path: string): Promise<void> {
    const known = this.#wanted.get(path);
    if (known !== undefined) return known;
    const work = finishInSlices(this.#corpus.annotateInSteps(path)).finally(() => this.#wanted.delete(path));
    this.#wanted.set(path, work);
    return work;
  }

  /** Annotates a source when nothing urgent is under way. */
  async later(path: string, slices: Slices): Promise<void> {
    while (this.#idle !== undefined) await this.#idle;
    await finishInSlices(this.#corpus.annotateInSteps(path), slices);
  }

  /** Annotates all sources that there are now, until the signal. */
  async all(stop: AbortSignal): Promise<void> {
    const slices = new Slices();
    for (const path of this.#corpus.paths) {
      if (stop.aborted) return;
      await finishInSlices(this.#corpus.annotateInSteps(path), slices);
      await slices.turn();
    }
  }

  /** Does something that what is annotated later waits for. */
  async urgently<T>(work: () => Promise<T>): Promise<T> {
    if (this.#urgent++ === 0) this.#idle = new Promise((resolve) => (this.#becomeIdle = resolve));
    try {
      return await work();
    } finally {
      if (--this.#urgent === 0) {
        this.#idle = undefined;
        this.#becomeIdle();
      }
    }
  }
}
