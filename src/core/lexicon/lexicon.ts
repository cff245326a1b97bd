/** The tables that several annotators share. Immutable; built once for a process, when first used. */
import abbreviations from './abbreviations.yaml';

export interface Abbreviations {
  /** Lower-case, with the full stop: they never end a sentence (`gen.`, `mr.`, `oct.`). */
  readonly stopless: ReadonlySet<string>;
  /** Lower-case, without the full stop: every abbreviation that takes one. */
  readonly words: ReadonlySet<string>;
}

let built: Abbreviations | undefined;

export function abbreviationTable(): Abbreviations {
  return (built ??= buildAbbreviations(abbreviations as { before: string[]; after: string[] }));
}

function buildAbbreviations(table: { before: readonly string[]; after: readonly string[] }): Abbreviations {
  return {
    stopless: new Set(table.before.map((w) => `${w}.`)),
    words: new Set([...table.before, ...table.after]),
  };
}
