import { LABELS } from './labels';

/** A trained model: weights of features by their number, and transitions between labels. */
export interface TaggerModel {
  /** Adds the weights of one feature to `scores` from `at` on. */
  add(feature: number, scores: Float32Array, at: number): void;
  readonly transitions: Float32Array;
}

/**
 * Reads a model. Little-endian: number of features n (32 bits); size of a weight's unit (32-bit float); LABELS² transitions (32-bit
 * floats); n feature numbers, sorted, as differences in four byte planes; LABELS planes of n weights (signed bytes).
 */
export function loadModel(bytes: Uint8Array): TaggerModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const n = view.getUint32(0, true);
  const unit = view.getFloat32(4, true);
  let at = 8;
  const transitions = Float32Array.from({ length: LABELS * LABELS }, (_, i) => view.getFloat32(8 + 4 * i, true));
  at += 4 * transitions.length;

  let capacity = 1;
  while (capacity < n * 2) capacity *= 2;
  const mask = capacity - 1;
  const keys = new Int32Array(capacity);
  const rows = new Int32Array(capacity).fill(-1);
  const weights = new Int8Array(n * LABELS);
  let key = 0;
  for (let i = 0; i < n; i++) {
    const difference =
      (bytes[at + i] ?? 0) |
      ((bytes[at + n + i] ?? 0) << 8) |
      ((bytes[at + 2 * n + i] ?? 0) << 16) |
      ((bytes[at + 3 * n + i] ?? 0) << 24);
    key = (key + difference) | 0;
    let slot = key & mask;
    while (rows[slot] !== -1) slot = (slot + 1) & mask;
    keys[slot] = key;
    rows[slot] = i;
  }
  at += 4 * n;
  for (let l = 0; l < LABELS; l++)
    for (let i = 0; i < n; i++) weights[i * LABELS + l] = ((bytes[at + l * n + i] ?? 0) << 24) >> 24;

  return {
    transitions,
    add(feature, scores, to) {
      let slot = feature & mask;
      for (;;) {
        const row = rows[slot] ?? -1;
        if (row === -1) return;
        if (keys[slot] === feature) {
          const from = row * LABELS;
          for (let l = 0; l < LABELS; l++) scores[to + l] = (scores[to + l] ?? 0) + (weights[from + l] ?? 0) * unit;
          return;
        }
        slot = (slot + 1) & mask;
      }
    },
  };
}
