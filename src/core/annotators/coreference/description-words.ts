/** Small words by which descriptions and pronouns are read, from `description-words.yaml`. */
import table from '../../lexicon/description-words.yaml';
import { WordSet } from '../../lexicon/word-table';

type Kind =
  | 'fronting'
  | 'asked'
  | 'asking'
  | 'untelling'
  | 'restrictive'
  | 'identified'
  | 'nationals'
  | 'aides'
  | 'two'
  | 'successors'
  | 'ungendered'
  | 'kinswomen'
  | 'kinsmen'
  | 'incoming'
  | 'wives'
  | 'husbands'
  | 'undergone'
  | 'granting';

export const descriptionWords = Object.fromEntries(
  Object.entries(table as Readonly<Record<Kind, readonly string[]>>).map(([kind, words]) => [kind, new WordSet(words)]),
) as Readonly<Record<Kind, WordSet>>;
