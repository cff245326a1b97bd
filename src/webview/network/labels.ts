/** Which names can be read beside each other. Lengths are CSS pixels. */
import type { Point } from './layout';

export interface Label extends Point {
  readonly text: string;
  /** Shown whatever it covers. */
  readonly always: boolean;
}

const LETTER = 6.6;
const LINE = 13;

/** For each label whether to show it: one that would cover an earlier one is left out. Labels are centered on their places. */
export function readable(labels: readonly Label[]): readonly boolean[] {
  const shown: Label[] = labels.filter((l) => l.always);
  return labels.map((label) => {
    if (label.always) return true;
    if (shown.some((other) => covers(label, other))) return false;
    shown.push(label);
    return true;
  });
}

/**
 * Whether a name is better read above its node than below: where fewer lines run through it.
 * @param ways from the node to those that it is joined to
 * @param away how far from the middle of the node the name stands
 */
export function isAbove(text: string, ways: readonly Point[], away: number): boolean {
  const half = (text.length * LETTER) / 2;
  let balance = 0;
  for (const { x, y } of ways) if (Math.abs(x) * away < half * Math.abs(y)) balance += Math.sign(y);
  return balance > 0;
}

function covers(a: Label, b: Label): boolean {
  const wide = ((a.text.length + b.text.length) * LETTER) / 2;
  return Math.abs(a.y - b.y) < LINE && Math.abs(a.x - b.x) < wide;
}
