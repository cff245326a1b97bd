/** Writes a model: the heaviest features, their weights in eight bits. The layout stands in `src/core/annotators/tagger/model.ts`. */
import { LABELS } from '../src/core/annotators/tagger/labels';
import type { Crf } from './crf';

/** @param keep how many features to keep */
export function encodeModel(
  index: ReadonlyMap<number, number>,
  { weights, transitions }: Crf,
  keep: number,
): Uint8Array {
  const heaviest = [...index]
    .map(([key, f]) => ({ key: key >>> 0, f, size: norm(weights, f) }))
    .sort((a, b) => b.size - a.size)
    .slice(0, keep)
    .sort((a, b) => a.key - b.key);
  let max = 0;
  for (const { f } of heaviest)
    for (let l = 0; l < LABELS; l++) max = Math.max(max, Math.abs(weights[f * LABELS + l] ?? 0));
  const n = heaviest.length;
  const bytes = new Uint8Array(8 + transitions.length * 4 + n * 4 + n * LABELS);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, n, true);
  view.setFloat32(4, max / 127, true);
  let at = 8;
  for (const t of transitions) {
    view.setFloat32(at, t, true);
    at += 4;
  }
  // Keys as differences, byte planes apart: sorted 32-bit keys compress so.
  let previous = 0;
  heaviest.forEach(({ key }, i) => {
    const difference = (key - previous) >>> 0;
    previous = key;
    for (let b = 0; b < 4; b++) bytes[at + b * n + i] = (difference >>> (8 * b)) & 255;
  });
  at += 4 * n;
  // Weights label by label, for the same reason.
  heaviest.forEach(({ f }, i) => {
    for (let l = 0; l < LABELS; l++)
      bytes[at + l * n + i] = Math.round(((weights[f * LABELS + l] ?? 0) / max) * 127) & 255;
  });
  return bytes;
}

function norm(weights: Float32Array, f: number): number {
  let sum = 0;
  for (let l = 0; l < LABELS; l++) sum += Math.abs(weights[f * LABELS + l] ?? 0);
  return sum;
}
