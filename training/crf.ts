/** A linear-chain conditional random field, trained with AdaGrad on the log-likelihood. Lafferty, McCallum, Pereira 2001. */
import { LABELS, mayFollow } from '../src/core/annotators/tagger/labels';

export interface Example {
  /** Feature numbers of each token. */
  readonly features: readonly Int32Array[];
  readonly labels: Uint8Array;
}

interface Settings {
  readonly rate: number;
  readonly epochs: number;
  /** Share of features left out in training, of each token. */
  readonly dropout: number;
  readonly l2: number;
}

const FORBIDDEN = -1e4;

export class Crf {
  readonly weights: Float32Array;
  readonly transitions: Float32Array;
  readonly #allowed: boolean[] = [];
  readonly #squares: Float32Array;
  readonly #transitionSquares: Float32Array;

  constructor(readonly size: number) {
    this.weights = new Float32Array(size * LABELS);
    this.#squares = new Float32Array(size * LABELS).fill(1e-2);
    this.transitions = new Float32Array(LABELS * LABELS);
    this.#transitionSquares = new Float32Array(LABELS * LABELS).fill(1e-2);
    for (let a = 0; a < LABELS; a++) for (let b = 0; b < LABELS; b++) this.#allowed.push(mayFollow(a, b));
  }

  train(
    examples: readonly Example[],
    settings: Settings,
    afterEpoch: (epoch: number, loss: number) => void,
    random: () => number,
  ): void {
    const order = examples.map((_, i) => i);
    for (let epoch = 1; epoch <= settings.epochs; epoch++) {
      shuffle(order, random);
      let loss = 0;
      for (const i of order) {
        const example = examples[i];
        if (example !== undefined) loss += this.#step(example, settings, random);
      }
      afterEpoch(epoch, loss);
    }
  }

  #step({ features, labels }: Example, { rate, dropout, l2 }: Settings, random: () => number): number {
    const n = features.length;
    const kept = features.map((f) => (dropout === 0 ? f : f.filter(() => random() >= dropout)));
    const scores = this.#emissions(kept, 1 / (1 - dropout));
    const alpha = this.#forward(scores, n);
    const beta = this.#backward(scores, n);
    const logZ = logSum(alpha, (n - 1) * LABELS, (b) => (mayFollow(b, -1) ? 0 : FORBIDDEN));
    let gold = 0;
    const gradient = new Float32Array(LABELS);
    const pairs = new Float32Array(LABELS * LABELS);
    for (let t = 0; t < n; t++) {
      const y = labels[t] ?? 0;
      gold += scores[t * LABELS + y] ?? 0;
      for (let b = 0; b < LABELS; b++)
        gradient[b] = Math.exp((alpha[t * LABELS + b] ?? 0) + (beta[t * LABELS + b] ?? 0) - logZ) - (b === y ? 1 : 0);
      this.#update(kept[t] ?? new Int32Array(), gradient, rate, l2);
      if (t === 0) continue;
      const before = labels[t - 1] ?? 0;
      gold += this.transitions[before * LABELS + y] ?? 0;
      for (let a = 0; a < LABELS; a++) {
        for (let b = 0; b < LABELS; b++) {
          const k = a * LABELS + b;
          if (this.#allowed[k] !== true) continue;
          const p = Math.exp(
            (alpha[(t - 1) * LABELS + a] ?? 0) +
              (this.transitions[k] ?? 0) +
              (scores[t * LABELS + b] ?? 0) +
              (beta[t * LABELS + b] ?? 0) -
              logZ,
          );
          pairs[k] = (pairs[k] ?? 0) + p - (a === before && b === y ? 1 : 0);
        }
      }
    }
    for (let k = 0; k < pairs.length; k++)
      this.#adjust(this.transitions, this.#transitionSquares, k, pairs[k] ?? 0, rate);
    return logZ - gold;
  }

  #update(features: Int32Array, gradient: Float32Array, rate: number, l2: number): void {
    for (const f of features) {
      for (let b = 0; b < LABELS; b++) {
        const k = f * LABELS + b;
        const g = (gradient[b] ?? 0) + l2 * (this.weights[k] ?? 0);
        if (g > 1e-5 || g < -1e-5) this.#adjust(this.weights, this.#squares, k, g, rate);
      }
    }
  }

  #adjust(weights: Float32Array, squares: Float32Array, k: number, g: number, rate: number): void {
    if (g === 0) return;
    const s = (squares[k] ?? 0) + g * g;
    squares[k] = s;
    weights[k] = (weights[k] ?? 0) - (rate * g) / Math.sqrt(s);
  }

  #emissions(features: readonly Int32Array[], scale: number): Float32Array {
    const scores = new Float32Array(features.length * LABELS);
    features.forEach((list, t) => {
      for (const f of list)
        for (let b = 0; b < LABELS; b++)
          scores[t * LABELS + b] = (scores[t * LABELS + b] ?? 0) + (this.weights[f * LABELS + b] ?? 0);
      for (let b = 0; b < LABELS; b++) scores[t * LABELS + b] = (scores[t * LABELS + b] ?? 0) * scale;
    });
    return scores;
  }

  #forward(scores: Float32Array, n: number): Float32Array {
    const alpha = new Float32Array(n * LABELS);
    for (let b = 0; b < LABELS; b++) alpha[b] = mayFollow(-1, b) ? (scores[b] ?? 0) : FORBIDDEN;
    for (let t = 1; t < n; t++) {
      for (let b = 0; b < LABELS; b++) {
        alpha[t * LABELS + b] =
          (scores[t * LABELS + b] ?? 0) +
          logSum(alpha, (t - 1) * LABELS, (a) =>
            this.#allowed[a * LABELS + b] === true ? (this.transitions[a * LABELS + b] ?? 0) : FORBIDDEN,
          );
      }
    }
    return alpha;
  }

  #backward(scores: Float32Array, n: number): Float32Array {
    const beta = new Float32Array(n * LABELS);
    for (let a = 0; a < LABELS; a++) beta[(n - 1) * LABELS + a] = mayFollow(a, -1) ? 0 : FORBIDDEN;
    const next = new Float32Array(LABELS);
    for (let t = n - 2; t >= 0; t--) {
      for (let b = 0; b < LABELS; b++)
        next[b] = (scores[(t + 1) * LABELS + b] ?? 0) + (beta[(t + 1) * LABELS + b] ?? 0);
      for (let a = 0; a < LABELS; a++) {
        beta[t * LABELS + a] = logSum(next, 0, (b) =>
          this.#allowed[a * LABELS + b] === true ? (this.transitions[a * LABELS + b] ?? 0) : FORBIDDEN,
        );
      }
    }
    return beta;
  }
}

function logSum(values: Float32Array, from: number, plus: (label: number) => number): number {
  let max = -Infinity;
  const sums = SCRATCH;
  for (let l = 0; l < LABELS; l++) {
    const v = (values[from + l] ?? 0) + plus(l);
    sums[l] = v;
    if (v > max) max = v;
  }
  let sum = 0;
  for (let l = 0; l < LABELS; l++) {
    const d = (sums[l] ?? 0) - max;
    if (d > -20) sum += Math.exp(d);
  }
  return max + Math.log(sum);
}

const SCRATCH = new Float64Array(LABELS);

function shuffle(items: number[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const a = items[i] ?? 0;
    items[i] = items[j] ?? 0;
    items[j] = a;
  }
}
