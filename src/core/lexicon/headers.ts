/** Words of lines that date a report. Immutable; built once for a process, when first used. */
import headers from './headers.yaml';
import { WordSet } from './word-table';

const LISTS = ['published', 'updated', 'times', 'particles', 'issues', 'articles', 'appearing', 'other_days'] as const;

/** For each list of `headers.yaml` its words. */
export type HeaderWords = Readonly<Record<(typeof LISTS)[number], WordSet>>;

let built: HeaderWords | undefined;

export function headerWords(): HeaderWords {
  return (built ??= build(headers as Readonly<Record<keyof HeaderWords, readonly string[]>>));
}

function build(table: Readonly<Record<keyof HeaderWords, readonly string[]>>): HeaderWords {
  return Object.fromEntries(LISTS.map((list) => [list, new WordSet(table[list])])) as unknown as HeaderWords;
}
