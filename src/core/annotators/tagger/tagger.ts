/**
 * A linear-chain conditional random field over BILOU labels (Lafferty, McCallum, Pereira 2001; Ratinov, Roth 2009).
 * `training/` holds the trainer; the corpora are named in NOTICE.
 */
import { Memo } from '../../lexicon/memo';
import type { TaggerDocument, TaggerSentence, TaggerToken } from './document';
import { PLACE_FEATURES, placeFeatures, type Window, wordFeatures, type WordClasses, wordHash } from './features';
import { LABELS, mayFollow, OUTSIDE } from './labels';
import type { TaggerModel } from './model';

const FORBIDDEN = -1e6;

/** Labels words by a model. It remembers what it asked of each word: make one for a model and keep it. */
export class Tagger {
  readonly #model: TaggerModel;
  readonly #transitions: Float32Array;
  readonly #words: Memo<SeenWord, TaggerToken>;

  constructor(model: TaggerModel, wordClasses: WordClasses) {
    this.#model = model;
    this.#transitions = legalTransitions(model);
    this.#words = new Memo((token) => {
      const classes = wordClasses(token.lower);
      const scores = new Float32Array(LABELS);
      for (const feature of wordFeatures(token, classes)) model.add(feature, scores, 0);
      return { hash: wordHash(token.lower, token.kind), classes, scores };
    });
  }

  /** A label for each token; see `labels.ts`. Only stretches around capitals and their connectors are scored. */
  tag(document: TaggerDocument): Uint8Array {
    const { tokens } = document;
    const labels = new Uint8Array(tokens.length);
    const window = { ...document, hashes: new Int32Array(tokens.length), classes: new Int32Array(tokens.length) };
    for (const sentence of document.sentences) {
      for (let from = sentence.first; from < sentence.last; from++) {
        if (!mayBeNamed(tokens, sentence, from)) continue;
        let to = from + 1;
        while (to < sentence.last && mayBeNamed(tokens, sentence, to)) to++;
        viterbi(this.#score(window, sentence, from, to), this.#transitions, labels.subarray(from, to));
        from = to;
      }
    }
    return labels;
  }

  /** The scores of the labels of the tokens `from` to `to`, `to` exclusive. */
  #score(window: Window, sentence: TaggerSentence, from: number, to: number): Float32Array {
    const { tokens, hashes, classes } = window;
    const scores = new Float32Array((to - from) * LABELS);
    const start = Math.max(from - REACH, sentence.first);
    const end = Math.min(to + REACH, sentence.last);
    for (let i = start; i < end; i++) {
      const token = tokens[i];
      if (token === undefined) continue;
      const word = this.#words.get(token.text, token);
      hashes[i] = word.hash;
      classes[i] = word.classes;
      if (i >= from && i < to) scores.set(word.scores, (i - from) * LABELS);
    }
    const features = new Int32Array(PLACE_FEATURES);
    for (let i = from; i < to; i++) {
      placeFeatures(window, sentence, i, features);
      for (let f = 0; f < PLACE_FEATURES; f++) this.#model.add(features[f] ?? 0, scores, (i - from) * LABELS);
    }
    return scores;
  }
}

/** How far the templates of a place look. */
const REACH = 2;

/** What is asked of each word, once. */
interface SeenWord {
  readonly hash: number;
  readonly classes: number;
  /** What the word itself says for each label. */
  readonly scores: Float32Array;
}

/** Capitalised words, and what may stand inside a name between two of them. */
function mayBeNamed(tokens: readonly TaggerToken[], { first, last }: TaggerSentence, i: number): boolean {
  const token = tokens[i];
  if (token === undefined) return false;
  if (token.case !== 'none') return true;
  if (i === first || i + 1 >= last) return false;
  const capital = (k: number): boolean => k >= first && k < last && tokens[k]?.case !== 'none';
  if (token.kind === 'number' || token.kind === 'punctuation')
    return capital(i - 1) && (capital(i + 1) || tokens[i + 1]?.spaced === false);
  return (
    token.text.length <= 4 &&
    (capital(i + 1) || i + 2 >= last || capital(i + 2)) &&
    (capital(i - 1) || i - 2 < first || capital(i - 2))
  );
}

function legalTransitions({ transitions }: TaggerModel): Float32Array {
  return transitions.map((t, k) => (mayFollow(Math.floor(k / LABELS), k % LABELS) ? t : FORBIDDEN));
}

/** Writes the best labels of a stretch, whose scores these are; both sides count as outside. */
function viterbi(scores: Float32Array, transitions: Float32Array, labels: Uint8Array): void {
  const n = labels.length;
  const back = new Uint8Array(n * LABELS);
  let best = new Float32Array(LABELS).fill(FORBIDDEN);
  let next = new Float32Array(LABELS);
  for (let l = 0; l < LABELS; l++) if (mayFollow(OUTSIDE, l)) best[l] = (scores[l] ?? 0) + (transitions[l] ?? 0);
  for (let t = 1; t < n; t++) {
    for (let b = 0; b < LABELS; b++) {
      let max = -Infinity;
      for (let a = 0; a < LABELS; a++) {
        const s = (best[a] ?? 0) + (transitions[a * LABELS + b] ?? 0);
        if (s > max) {
          max = s;
          back[t * LABELS + b] = a;
        }
      }
      next[b] = max + (scores[t * LABELS + b] ?? 0);
    }
    [best, next] = [next, best];
  }
  let label = OUTSIDE;
  let max = -Infinity;
  for (let l = 0; l < LABELS; l++) {
    const s = (best[l] ?? 0) + (mayFollow(l, -1) ? (transitions[l * LABELS] ?? 0) : FORBIDDEN);
    if (s > max) {
      max = s;
      label = l;
    }
  }
  for (let t = n - 1; t >= 0; t--) {
    labels[t] = label;
    label = back[t * LABELS + label] ?? OUTSIDE;
  }
}
