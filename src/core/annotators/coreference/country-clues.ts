/** Words that tell for which country somebody serves, from `country-clues.yaml`. */
import clues from '../../lexicon/country-clues.yaml';
import { WordSet } from '../../lexicon/word-table';

type Kind =
  | 'abroad'
  | 'based'
  | 'desks'
  | 'sides'
  | 'examples'
  | 'spoken-for'
  | 'appointing'
  | 'governments'
  | 'leading'
  | 'led'
  | 'public'
  | 'parties'
  | 'ranks';

interface CountryClues extends Readonly<Record<Kind, WordSet>> {
  /** Lower-case names of one or more words. */
  readonly venues: ReadonlySet<string>;
  /** Lower-case nouns of people. */
  readonly serving: ReadonlySet<string>;
  readonly international: ReadonlySet<string>;
  /** Last words of titles. */
  readonly anybodys: ReadonlySet<string>;
}

type Plain = 'venues' | 'serving' | 'international' | 'anybodys';

let built: CountryClues | undefined;

/** Immutable; built when first used. */
export function countryClues(): CountryClues {
  return (built ??= build(clues as Readonly<Record<Kind | Plain, readonly string[]>>));
}

function build(yaml: Readonly<Record<Kind | Plain, readonly string[]>>): CountryClues {
  const { venues, serving, international, anybodys, ...words } = yaml;
  const sets = Object.fromEntries(Object.entries(words).map(([kind, list]) => [kind, new WordSet(list)]));
  return {
    ...(sets as Record<Kind, WordSet>),
    venues: new Set(venues),
    serving: new Set(serving),
    international: new Set(international),
    anybodys: new Set(anybodys),
  };
}
