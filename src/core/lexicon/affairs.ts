/** Kinds of affairs that figures come from, from `affairs.yaml`. */
import affairs from './affairs.yaml';

export interface Affair {
  readonly name: string;
  /** Happens in a day or two. */
  readonly brief: boolean;
}

let built: ReadonlyMap<string, Affair> | undefined;

/** Lower-case word → the kind of affair it tells. Immutable; built when first used. */
export function affairWords(): ReadonlyMap<string, Affair> {
  return (built ??= build(
    (affairs as { affairs: Readonly<Record<string, { brief: boolean; words: readonly string[] }>> }).affairs,
  ));
}

function build(
  table: Readonly<Record<string, { brief: boolean; words: readonly string[] }>>,
): ReadonlyMap<string, Affair> {
  const words = new Map<string, Affair>();
  for (const [name, row] of Object.entries(table)) {
    const affair = { name, brief: row.brief };
    for (const word of row.words) words.set(word, affair);
  }
  return words;
}
