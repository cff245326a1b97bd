/** Small words around an office, from `role-words.yaml`. */
import table from '../../lexicon/role-words.yaml';
import { WordSet } from '../../lexicon/word-table';

type Kind =
  | 'be'
  | 'called'
  | 'appoint'
  | 'adverbs'
  | 'clause-words'
  | 'phrase-words'
  | 'representing'
  | 'definite'
  | 'indefinite'
  | 'pronouns'
  | 'past'
  | 'country-nouns'
  | 'body-nouns'
  | 'owned-by'
  | 'foreign'
  | 'stops'
  | 'movements'
  | 'adjectives'
  | 'services'
  | 'formerly'
  | 'perfect'
  | 'joining'
  | 'closing'
  | 'second-halves'
  | 'first-halves'
  | 'determiners'
  | 'subjects'
  | 'modals';

export const roleWords = Object.fromEntries(
  Object.entries(table as Readonly<Record<Kind, readonly string[]>>).map(([kind, words]) => [kind, new WordSet(words)]),
) as Readonly<Record<Kind, WordSet>>;
