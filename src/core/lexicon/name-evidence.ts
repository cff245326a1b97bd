/** Words that tell where names begin and end and what kind they are of, from `name-evidence.yaml`. */
import { listOf } from './lists';
import table from './name-evidence.yaml';
import { WordSet } from './word-table';

const lists = table as Readonly<Record<string, string>>;

/** The words of a list, as strings. @throws RangeError if the table has no such list */
export function evidenceSet(list: string): ReadonlySet<string> {
  const words = lists[list];
  if (words === undefined) throw new RangeError(`No list: ${list}`);
  return new Set(listOf(words));
}

/** The words of a list, to ask for tokens. @throws RangeError if the table has no such list */
export function evidenceWords(list: string): WordSet {
  return new WordSet(evidenceSet(list));
}
