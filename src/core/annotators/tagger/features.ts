/**
 * Features of the tagger as 32-bit numbers: a template's number mixed with the hashes of the words it looks at.
 * Training and tagging share this file; a change here wants a new training.
 */
import type { Token } from '../../annotations';
import type { TaggerDocument, TaggerSentence, TaggerToken } from './document';

/** What the tables know of a word, as a bit mask; see `word-classes.ts`. */
export type WordClasses = (lower: string) => number;

const BOUNDARY = 0x1f123bb5;

/** FNV-1a over UTF-16 code units. */
export function hash(text: string, from = 0, to = text.length): number {
  let h = 0x811c9dc5;
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}

/** Mixes two 32-bit numbers (the finalizer of MurmurHash3). */
export function mix(template: number, value: number): number {
  let h = Math.imul(value ^ Math.imul(template + 1, 0x9e3779b1), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

export const CASES = { none: 0, initial: 1, all: 2, mixed: 3 } as const;

/** A word's hash with digits made alike. */
export function wordHash(lower: string, kind: Token['kind']): number {
  return kind === 'number' ? hash('0'.repeat(Math.min(lower.length, 5))) : hash(lower);
}

function shapeOf(token: Pick<Token, 'case' | 'kind' | 'text'>): number {
  const length = token.text.length > 3 ? 3 : token.text.length;
  const dotted = token.kind === 'word' && token.text.endsWith('.') ? 1 : 0;
  const kind = token.kind === 'word' ? 0 : token.kind === 'number' ? 1 : 2;
  return CASES[token.case] | (length << 2) | (dotted << 4) | (kind << 5);
}

/** Features that a word has wherever it stands. */
export function wordFeatures(token: Omit<TaggerToken, 'spaced' | 'form'>, classes: number): number[] {
  const { lower } = token;
  const n = lower.length;
  const shape = shapeOf(token);
  const features = [
    mix(1, wordHash(lower, token.kind)),
    mix(2, shape),
    mix(3, classes),
    mix(4, Math.imul(classes, 31) + shape),
  ];
  for (let bit = 0; bit < 24; bit++) if (classes & (1 << bit)) features.push(mix(40 + bit, shape & 3));
  if (token.kind === 'word' && n > 2) {
    features.push(
      mix(5, hash(lower, 0, 2)),
      mix(6, hash(lower, 0, 3)),
      mix(7, hash(lower, n - 2, n)),
      mix(8, hash(lower, n - 3, n)),
    );
    if (n > 4) features.push(mix(9, hash(lower, n - 4, n)), mix(10, hash(lower, 0, 4)));
  }
  return features;
}

/** What the templates of a place look at, with the hashes and classes of each token. */
export interface Window extends TaggerDocument {
  readonly hashes: Int32Array;
  readonly classes: Int32Array;
  /** Numbers of `CASES`. */
  readonly shapes: Uint8Array;
}

/** How many templates `placeFeatures` has. */
export const PLACE_FEATURES = 16;

/** Writes the features of the place at index `i`, inside a sentence, into the first `PLACE_FEATURES` of `features`. */
export function placeFeatures(
  { tokens, states, lowered, raised, hashes, classes, shapes: cases }: Window,
  { first, last }: TaggerSentence,
  i: number,
  features: Int32Array,
): void {
  const token = tokens[i];
  if (token === undefined) return;
  const previous = i > first ? tokens[i - 1] : undefined;
  const next = i + 1 < last ? tokens[i + 1] : undefined;
  const w = hashes[i] ?? 0;
  const before = previous === undefined ? BOUNDARY : (hashes[i - 1] ?? 0);
  const after = next === undefined ? BOUNDARY : (hashes[i + 1] ?? 0);
  const before2 = i - 2 >= first ? (hashes[i - 2] ?? 0) : BOUNDARY;
  const after2 = i + 2 < last ? (hashes[i + 2] ?? 0) : BOUNDARY;
  const c = classes[i] ?? 0;
  const cBefore = previous === undefined ? -1 : (classes[i - 1] ?? 0);
  const cAfter = next === undefined ? -1 : (classes[i + 1] ?? 0);
  const shape = cases[i] ?? 0;
  const shapeBefore = previous === undefined ? 0 : (cases[i - 1] ?? 0);
  const shapeAfter = next === undefined ? 0 : (cases[i + 1] ?? 0);
  const shapes =
    shape | ((previous === undefined ? 4 : shapeBefore) << 3) | ((next === undefined ? 4 : shapeAfter) << 6);
  const state = (states[i] ?? 0) | (lowered.has(token.lower) ? 1 : 0) | (raised.has(token.lower) ? 2 : 0);
  features[0] = mix(11, before);
  features[1] = mix(12, after);
  features[2] = mix(13, Math.imul(before, 31) + w);
  features[3] = mix(14, Math.imul(w, 31) + after);
  features[4] = mix(15, Math.imul(cBefore, 31) + (shapeBefore << 1));
  features[5] = mix(16, Math.imul(cAfter, 31) + (shapeAfter << 1));
  features[6] = mix(17, Math.imul(cBefore, 8191) + c);
  features[7] = mix(18, Math.imul(c, 8191) + cAfter);
  features[8] = mix(19, shapes);
  features[9] = mix(20, (state << 3) | shape);
  features[10] = mix(21, Math.imul(c, 31) + ((state << 3) | shape));
  features[11] = mix(22, Math.imul(before2, 31) + before);
  features[12] = mix(23, Math.imul(after, 31) + after2);
  features[13] = mix(24, before2 ^ 0x5bd1e995);
  features[14] = mix(25, after2);
  features[15] = mix(26, (token.spaced ? 1 : 0) | (next?.spaced === false ? 2 : 0) | (shape << 2));
}
