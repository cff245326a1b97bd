/** The gazetteer, computed when Dossier is built (`build/computed/places.ts`): countries, regions, cities, seats of government, and the adjectives and nouns of nationality. */
import table from '#places';
import { longestBy, plainKey } from './lists';
import { MemoTable } from './memo';
import { PackedTable } from './packed';
import { WordTable } from './word-table';

export interface Place {
  /** ISO 3166-1 alpha-2, or null for a region of several countries or a name that several countries have. */
  readonly country: string | null;
  /** `seat` is a house that stands for a government (`Kremlin`). */
  readonly kind: 'country' | 'region' | 'city' | 'town' | 'seat';
  /** The capital of a country: its name stands for the government, too. */
  readonly capital?: true;
}

export interface Gazetteer {
  /** By `phraseKey` of the name: `costa rica`, `US`. */
  readonly places: WordTable<Place>;
  /** First word of a key → the number of words of the longest name that begins with it. */
  readonly longest: WordTable<number>;
  /** Lower-case adjective or noun, also plural → country; null for peoples of no one country (`Arab`, `Muslim`). Keys of one or more words. */
  readonly demonyms: WordTable<string | null>;
  /** `demonyms` of one word, asked in lower case whatever the capitals. */
  readonly nationalities: WordTable<string | null>;
  /** As `longest`, for demonyms. */
  readonly longestDemonym: WordTable<number>;
  /** Words of keys that are written in capitals only: `US`. */
  readonly acronyms: ReadonlySet<string>;
  /** Abbreviations of states, behind a city and a comma: `ga`, `calif`, `n.y.`. */
  readonly states: ReadonlySet<string>;
}

let built: Gazetteer | undefined;

/** Immutable; built when first used. */
export function gazetteer(): Gazetteer {
  return (built ??= buildGazetteer());
}

function buildGazetteer(): Gazetteer {
  const places = new MemoTable(new PackedTable(table.places.packed, table.places.values));
  const several = new PackedTable(table.longest.packed, table.longest.values);
  const demonyms = new Map(table.demonyms);
  return {
    places: new WordTable(places, 'key'),
    longest: new WordTable(
      {
        get: (first) => several.get(first) ?? (places.has(first) ? 1 : undefined),
        has: (first) => several.has(first) || places.has(first),
      },
      'key',
    ),
    demonyms: new WordTable(demonyms, 'key'),
    nationalities: new WordTable({
      get: (lower) => demonyms.get(plainKey(lower)),
      has: (lower) => demonyms.has(plainKey(lower)),
    }),
    longestDemonym: new WordTable(longestBy(demonyms.keys()), 'key'),
    acronyms: new Set(table.acronyms),
    states: new Set(table.states),
  };
}
