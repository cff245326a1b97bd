/** How alike two wordings are, word by word. */

export interface WordingComparison {
  /** Shared words in order, as a share of the longer stretch between the first and the last of them: 0 to 1. */
  readonly likeness: number;
  /** One is the other, or a piece of it. */
  readonly same: boolean;
  /** The first words of each that the other has not, between the first and the last shared word. */
  readonly difference: readonly [string, string];
}

const NOTHING: WordingComparison = { likeness: 0, same: false, difference: ['', ''] };

/**
 * Compares two lists of words by their longest common subsequence. Time is the product of their lengths. What only one has before
 * the first or behind the last shared word counts for nothing: reports begin and end quotations where they like.
 */
export function compareWordings(a: readonly string[], b: readonly string[]): WordingComparison {
  const pairs = commonPairs(a, b);
  const first = pairs[0];
  const last = pairs.at(-1);
  if (first === undefined || last === undefined) return NOTHING;
  const span = Math.max(last[0] - first[0], last[1] - first[1]) + 1;
  const shorter = Math.min(a.length, b.length);
  const likeness = Math.min(pairs.length / span, pairs.length / shorter);
  return {
    likeness,
    same: pairs.length === span && pairs.length === shorter,
    difference: firstDifference(a, b, pairs),
  };
}

type Pair = readonly [number, number];

/** The pairs of indices of a longest common subsequence. */
function commonPairs(a: readonly string[], b: readonly string[]): Pair[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const skip = Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
      const take = a[i] === b[j] ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1 : 0;
      lengths[i * width + j] = Math.max(skip, take);
    }
  }
  const pairs: Pair[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const here = lengths[i * width + j] ?? 0;
    if (a[i] === b[j] && here === (lengths[(i + 1) * width + j + 1] ?? 0) + 1) pairs.push([i++, j++]);
    else if (here === (lengths[(i + 1) * width + j] ?? 0)) i++;
    else j++;
  }
  return pairs;
}

function firstDifference(a: readonly string[], b: readonly string[], pairs: readonly Pair[]): [string, string] {
  for (let k = 1; k < pairs.length; k++) {
    const [i, j] = pairs[k - 1] ?? [0, 0];
    const [m, n] = pairs[k] ?? [0, 0];
    if (m - i > 1 || n - j > 1) return [a.slice(i + 1, m).join(' '), b.slice(j + 1, n).join(' ')];
  }
  return ['', ''];
}
