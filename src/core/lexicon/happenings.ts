import happenings from './happenings.yaml';

let built: ReadonlyMap<string, readonly string[]> | undefined;

/** Word (lower case) → the kinds of happening that it can name. Immutable; built once for a process, when first used. */
export function happeningKinds(): ReadonlyMap<string, readonly string[]> {
  return (built ??= build(happenings as Readonly<Record<string, readonly string[]>>));
}

function build(table: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>();
  for (const [kind, words] of Object.entries(table))
    for (const word of words) {
      const kinds = map.get(word);
      if (kinds === undefined) map.set(word, [kind]);
      else kinds.push(kind);
    }
  return map;
}
