/** Counts, precision, recall and F1 for each task. */

/** One row of the result; `count` is the number of gold items. */
export interface Score {
  readonly task: string;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly count: number;
}

/** Something that the extraction got wrong, for a person to read. */
export interface Miss {
  readonly source: string;
  readonly task: string;
  readonly detail: string;
}

interface Counts {
  right: number;
  extra: number;
  missed: number;
}

function harmonicMean(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** Counts right, extra (false positive) and missed (false negative) items by task, and keeps what went wrong. */
export class Tally {
  readonly #counts = new Map<string, Counts>();
  readonly misses: Miss[] = [];

  #of(task: string): Counts {
    let counts = this.#counts.get(task);
    if (counts === undefined) this.#counts.set(task, (counts = { right: 0, extra: 0, missed: 0 }));
    return counts;
  }

  extra(task: string): void {
    this.#of(task).extra++;
  }

  /** Counts one gold item as right or missed. */
  count(task: string, right: boolean): void {
    if (right) this.#of(task).right++;
    else this.#of(task).missed++;
  }

  note(source: string, task: string, detail: string): void {
    this.misses.push({ source, task, detail });
  }

  /** One row for each task that counted anything, in the order of first use. */
  get scores(): readonly Score[] {
    return [...this.#counts].map(([task, { right, extra, missed }]) => {
      const precision = right / (right + extra || 1);
      const recall = right / (right + missed || 1);
      return { task, precision, recall, f1: harmonicMean(precision, recall), count: right + missed };
    });
  }
}

function clusters(labels: ReadonlyMap<string, string>): ReadonlyMap<string, ReadonlySet<string>> {
  const byLabel = new Map<string, Set<string>>();
  for (const [item, label] of labels) {
    const cluster = byLabel.get(label);
    if (cluster === undefined) byLabel.set(label, new Set([item]));
    else cluster.add(item);
  }
  return byLabel;
}

/**
 * B³ (Bagga & Baldwin 1998): precision and recall of each item's cluster, averaged over the items.
 * @param gold item → gold cluster
 * @param system the same items → system cluster
 */
export function bCubed(task: string, gold: ReadonlyMap<string, string>, system: ReadonlyMap<string, string>): Score {
  const goldClusters = clusters(gold);
  const systemClusters = clusters(system);
  let precision = 0;
  let recall = 0;
  for (const [item, label] of gold) {
    const expected = goldClusters.get(label) ?? new Set();
    const got = systemClusters.get(system.get(item) ?? '') ?? new Set();
    const shared = [...expected].filter((other) => got.has(other)).length;
    precision += shared / (got.size || 1);
    recall += shared / (expected.size || 1);
  }
  const n = gold.size || 1;
  return {
    task,
    precision: precision / n,
    recall: recall / n,
    f1: harmonicMean(precision / n, recall / n),
    count: gold.size,
  };
}
