/** Times pieces of work on one thread: by the clock, and of processor time where the system tells, which other programs do not lengthen. */
import fs from 'node:fs';
import { performance } from 'node:perf_hooks';

/** What one piece of work took, in ms. */
export interface Taken {
  /** By the clock: what a reader waits, on a busy machine for other programs too. */
  readonly clock: number;
  /** Of processor time on this thread; null where the system does not tell. */
  readonly processor: number | null;
}

export class Stopwatch {
  readonly #clock = performance.now();
  readonly #processor = processorTime();

  taken(): Taken {
    const now = processorTime();
    const processor = now === null || this.#processor === null ? null : now - this.#processor;
    return { clock: performance.now() - this.#clock, processor };
  }
}

/** How long this thread was away from its event loop, again and again. */
export class Blocks {
  readonly #found: Taken[] = [];
  #last = new Stopwatch();
  readonly #timer = setInterval(() => {
    this.#found.push(this.#last.taken());
    this.#last = new Stopwatch();
  }, 1);

  stop(): readonly Taken[] {
    clearInterval(this.#timer);
    return this.#found;
  }
}

const MS = 1e6;

/** Processor time of the calling thread since it began, in ms. Linux tells it in nanoseconds (proc(5), schedstat). */
function processorTime(): number | null {
  try {
    return Number(fs.readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / MS;
  } catch {
    return null;
  }
}
