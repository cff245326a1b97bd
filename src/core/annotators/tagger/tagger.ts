/**
 * A linear-chain conditional random field over BILOU labels (Lafferty, McCallum, Pereira 2001; Ratinov, Roth 2009).
 * `training/` holds the trainer; the corpora are named in NOTICE.
 */
import type { TaggerDocument } from './document';
import { placeFeatures, type TaggerToken, wordFeatures, type WordClasses, wordHash } from './features';
import { LABELS, mayFollow, OUTSIDE } from './labels';
import type { TaggerModel } from './model';

const FORBIDDEN = -1e6;

/** Labels every token of every sentence; see `labels.ts`. Only stretches around capitals and their connectors are scored. */
export function tagDocument(
  document: TaggerDocument,
  model: TaggerModel,
  wordClasses: WordClasses,
): readonly Uint8Array[] {
  const words = new Map<string, Float32Array>();
  const seen = new Map<string, SeenWord>();
  const transitions = legalTransitions(model);
  const features: number[] = [];
  return document.sentences.map((sentence) => {
    const labels = new Uint8Array(sentence.length);
    if (!sentence.some((token) => token.case !== 'none')) return labels;
    const hashes = new Int32Array(sentence.length);
    const classes = new Int32Array(sentence.length);
    for (const [i, token] of sentence.entries()) {
      const word = seenWord(token, wordClasses, seen);
      hashes[i] = word.hash;
      classes[i] = word.classes;
    }
    const scores = new Float32Array(sentence.length * LABELS);
    for (let from = 0; from < sentence.length; from++) {
      if (!mayBeNamed(sentence, from)) continue;
      let to = from;
      for (; to < sentence.length && mayBeNamed(sentence, to); to++) {
        const token = sentence[to];
        if (token === undefined) break;
        scores.set(wordScores(token, classes[to] ?? 0, model, words), to * LABELS);
        features.length = 0;
        placeFeatures({ tokens: sentence, hashes, classes, evidence: document.evidence }, to, features);
        for (const feature of features) model.add(feature, scores, to * LABELS);
      }
      viterbi(scores, transitions, from, to, labels);
      from = to;
    }
    return labels;
  });
}

/** What is asked of each word, once for a document. */
interface SeenWord {
  readonly hash: number;
  readonly classes: number;
}

function seenWord(token: TaggerToken, wordClasses: WordClasses, seen: Map<string, SeenWord>): SeenWord {
  let word = seen.get(token.lower);
  if (word === undefined) {
    word = { hash: wordHash(token.lower, token.kind), classes: wordClasses(token.lower) };
    seen.set(token.lower, word);
  }
  return word;
}

/** Capitalised words, and what may stand inside a name between two of them. */
function mayBeNamed(sentence: readonly TaggerToken[], i: number): boolean {
  const token = sentence[i];
  if (token === undefined) return false;
  if (token.case !== 'none') return true;
  const next = sentence[i + 1];
  const previous = sentence[i - 1];
  if (previous === undefined || next === undefined) return false;
  if (token.kind === 'number' || token.kind === 'punctuation')
    return previous.case !== 'none' && (next.case !== 'none' || !next.spaced);
  return (
    token.text.length <= 4 &&
    (next.case !== 'none' || sentence[i + 2]?.case !== 'none') &&
    (previous.case !== 'none' || sentence[i - 2]?.case !== 'none')
  );
}

function wordScores(
  token: TaggerToken,
  classes: number,
  model: TaggerModel,
  cache: Map<string, Float32Array>,
): Float32Array {
  let scores = cache.get(token.text);
  if (scores === undefined) {
    scores = new Float32Array(LABELS);
    for (const feature of wordFeatures(token, classes)) model.add(feature, scores, 0);
    cache.set(token.text, scores);
  }
  return scores;
}

function legalTransitions({ transitions }: TaggerModel): Float32Array {
  return transitions.map((t, k) => (mayFollow(Math.floor(k / LABELS), k % LABELS) ? t : FORBIDDEN));
}

/** The best labels of the tokens `from` to `to`, `to` exclusive; both sides count as outside. */
function viterbi(scores: Float32Array, transitions: Float32Array, from: number, to: number, labels: Uint8Array): void {
  const n = to - from;
  const back = new Uint8Array(n * LABELS);
  let best = new Float32Array(LABELS).fill(FORBIDDEN);
  for (let l = 0; l < LABELS; l++)
    if (mayFollow(OUTSIDE, l)) best[l] = (scores[from * LABELS + l] ?? 0) + (transitions[l] ?? 0);
  for (let t = 1; t < n; t++) {
    const next = new Float32Array(LABELS);
    for (let b = 0; b < LABELS; b++) {
      let max = -Infinity;
      for (let a = 0; a < LABELS; a++) {
        const s = (best[a] ?? 0) + (transitions[a * LABELS + b] ?? 0);
        if (s > max) {
          max = s;
          back[t * LABELS + b] = a;
        }
      }
      next[b] = max + (scores[(from + t) * LABELS + b] ?? 0);
    }
    best = next;
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
    labels[from + t] = label;
    label = back[t * LABELS + label] ?? OUTSIDE;
  }
}
