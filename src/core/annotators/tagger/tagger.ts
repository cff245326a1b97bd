/**
 * A linear-chain conditional random field over BILOU labels (Lafferty, McCallum, Pereira 2001; Ratinov, Roth 2009).
 * `training/` holds the trainer; the corpora are named in NOTICE.
 */
import { FormAnswers } from '../../lexicon/word-table';
import type { TaggerDocument, TaggerSentence, TaggerToken } from './document';
import {
  CASES,
  PLACE_FEATURES,
  placeFeatures,
  type Window,
  wordFeatures,
  type WordClasses,
  wordHash,
} from './features';
import { LABELS, mayFollow, OUTSIDE } from './labels';
import type { TaggerModel } from './model';

const FORBIDDEN = -1e6;

/** Labels words by a model. It remembers what it asked of each word: make one for a model and keep it. */
export class Tagger {
  readonly #model: TaggerModel;
  readonly #transitions: Float32Array;
  readonly #words: FormAnswers<SeenWord>;
  // Room for the stretch at hand; a stretch is short, and there are many.
  readonly #features = new Int32Array(PLACE_FEATURES);
  // And for what is known of the words of the document: written where it is read.
  #hashes = new Int32Array(1 << 10);
  #classes = new Int32Array(1 << 10);
  #shapes = new Uint8Array(1 << 10);
  #scores = new Float32Array(LABELS * 16);
  #back = new Uint8Array(LABELS * 16);
  #here = new Float32Array(LABELS);
  #next = new Float32Array(LABELS);

  constructor(model: TaggerModel, wordClasses: WordClasses) {
    this.#model = model;
    this.#transitions = legalTransitions(model);
    this.#words = new FormAnswers((token) => {
      const classes = wordClasses(token.lower);
      const scores = new Float32Array(LABELS);
      for (const feature of wordFeatures(token, classes)) model.add(feature, scores, 0);
      return { hash: wordHash(token.lower, token.kind), classes, shape: CASES[token.case], scores };
    });
  }

  /** A label for each token; see `labels.ts`. Only stretches around capitals and their connectors are scored. */
  tag(document: TaggerDocument): Uint8Array {
    const { tokens } = document;
    const labels = new Uint8Array(tokens.length);
    if (this.#hashes.length < tokens.length) {
      this.#hashes = new Int32Array(tokens.length * 2);
      this.#classes = new Int32Array(tokens.length * 2);
      this.#shapes = new Uint8Array(tokens.length * 2);
    }
    const { sentences, states, lowered, raised } = document;
    const hashes = this.#hashes;
    const window = {
      tokens,
      sentences,
      states,
      lowered,
      raised,
      hashes,
      classes: this.#classes,
      shapes: this.#shapes,
    };
    for (const sentence of sentences) {
      for (let from = sentence.first; from < sentence.last; from++) {
        if (!mayBeNamed(tokens, sentence, from)) continue;
        let to = from + 1;
        while (to < sentence.last && mayBeNamed(tokens, sentence, to)) to++;
        this.#score(window, sentence, from, to);
        this.#best(from, to, labels);
        from = to;
      }
    }
    return labels;
  }

  /** Writes the scores of the labels of the tokens `from` to `to`, `to` exclusive, into `#scores`. */
  #score(window: Window, sentence: TaggerSentence, from: number, to: number): void {
    const { tokens, hashes, classes, shapes } = window;
    const size = (to - from) * LABELS;
    if (this.#scores.length < size) {
      this.#scores = new Float32Array(size * 2);
      this.#back = new Uint8Array(size * 2);
    }
    const scores = this.#scores;
    const start = Math.max(from - REACH, sentence.first);
    const end = Math.min(to + REACH, sentence.last);
    for (let i = start; i < end; i++) {
      const token = tokens[i];
      if (token === undefined) continue;
      const word = this.#words.of(token);
      hashes[i] = word.hash;
      classes[i] = word.classes;
      shapes[i] = word.shape;
      if (i < from || i >= to) continue;
      const own = word.scores;
      const at = (i - from) * LABELS;
      for (let l = 0; l < LABELS; l++) scores[at + l] = own[l] ?? 0;
    }
    const features = this.#features;
    for (let i = from; i < to; i++) {
      placeFeatures(window, sentence, i, features);
      for (let f = 0; f < PLACE_FEATURES; f++) this.#model.add(features[f] ?? 0, scores, (i - from) * LABELS);
    }
  }

  /** Writes the best labels of a stretch that is scored (Viterbi); both sides count as outside. */
  #best(from: number, to: number, labels: Uint8Array): void {
    const n = to - from;
    const scores = this.#scores;
    const back = this.#back;
    const transitions = this.#transitions;
    let here = this.#here.fill(FORBIDDEN);
    let next = this.#next;
    for (let l = 0; l < LABELS; l++) if (mayFollow(OUTSIDE, l)) here[l] = (scores[l] ?? 0) + (transitions[l] ?? 0);
    for (let t = 1; t < n; t++) {
      for (let b = 0; b < LABELS; b++) {
        let max = -Infinity;
        for (const a of BEFORE[b] ?? []) {
          const s = (here[a] ?? 0) + (transitions[a * LABELS + b] ?? 0);
          if (s > max) {
            max = s;
            back[t * LABELS + b] = a;
          }
        }
        next[b] = max + (scores[t * LABELS + b] ?? 0);
      }
      [here, next] = [next, here];
    }
    let label = OUTSIDE;
    let max = -Infinity;
    for (let l = 0; l < LABELS; l++) {
      const s = (here[l] ?? 0) + (mayFollow(l, -1) ? (transitions[l * LABELS] ?? 0) : FORBIDDEN);
      if (s > max) {
        max = s;
        label = l;
      }
    }
    for (let t = n - 1; t >= 0; t--) {
      labels[from + t] = label;
      label = back[t * LABELS + label] ?? OUTSIDE;
    }
  }
}

/** The labels that each label may follow: no other one can be the best. */
const BEFORE = Array.from({ length: LABELS }, (_, b) =>
  Array.from({ length: LABELS }, (_a, a) => a).filter((a) => mayFollow(a, b)),
);

/** How far the templates of a place look. */
const REACH = 2;

/** What is asked of each word, once. */
interface SeenWord {
  readonly hash: number;
  readonly classes: number;
  readonly shape: number;
  /** What the word itself says for each label. */
  readonly scores: Float32Array;
}

/** Capitalised words, and what may stand inside a name between two of them. */
function mayBeNamed(tokens: readonly TaggerToken[], sentence: TaggerSentence, i: number): boolean {
  const token = tokens[i];
  if (token === undefined) return false;
  if (token.case !== 'none') return true;
  if (i === sentence.first || i + 1 >= sentence.last) return false;
  if (token.kind === 'number' || token.kind === 'punctuation')
    return tokens[i - 1]?.case !== 'none' && (tokens[i + 1]?.case !== 'none' || tokens[i + 1]?.spaced === false);
  return (
    token.text.length <= 4 &&
    (tokens[i + 1]?.case !== 'none' || mayBeCapital(tokens, sentence, i + 2)) &&
    (tokens[i - 1]?.case !== 'none' || mayBeCapital(tokens, sentence, i - 2))
  );
}

/** Whether a capitalised word, or none at all, stands there in the sentence. */
function mayBeCapital(tokens: readonly TaggerToken[], { first, last }: TaggerSentence, i: number): boolean {
  return i < first || i >= last || tokens[i]?.case !== 'none';
}

function legalTransitions({ transitions }: TaggerModel): Float32Array {
  return transitions.map((t, k) => (mayFollow(Math.floor(k / LABELS), k % LABELS) ? t : FORBIDDEN));
}
