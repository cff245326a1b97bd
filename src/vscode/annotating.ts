import type { Corpus } from '../core/corpus';
import { finishInSlices, pause, Slices } from './time';

/** An editor asks several questions about what it opens: so long after one the next is waited for. */
const GRACE_MS = 60;

/** Annotates a corpus in slices of the host's time: first what somebody waits for, then the rest. */
export class Annotating {
  readonly #corpus: Corpus;
  /** Sources that somebody waits for, by path. */
  readonly #wanted = new Map<string, Promise<void>>();
  /** Questions under way that go before the rest. */
  #urgent = 0;
  #idle: Promise<void> | undefined;
  #becomeIdle = (): void => undefined;
  /** When the last of them was answered, by the clock of `performance`. */
  #answeredAt = -Infinity;

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
    for (let rest = this.#grace(); this.#idle !== undefined || rest > 0; rest = this.#grace())
      await (this.#idle ?? pause(rest));
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
        this.#answeredAt = performance.now();
        this.#becomeIdle();
      }
    }
  }

  #grace(): number {
    return this.#answeredAt + GRACE_MS - performance.now();
  }
}
