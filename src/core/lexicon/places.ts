/** The gazetteer, computed when Dossier is built (`build/computed/places.ts`): countries, regions, cities, seats of government, and the adjectives and nouns of nationality. */
import table from '#places';
import { longestBy } from './lists';
import { type Lookup, PackedTable } from './packed';

export interface Place {
  /** ISO 3166-1 alpha-2, or null for a region of several countries or a name that several countries have. */
  readonly country: string | null;
  /** `seat` is a house that stands for a government (`Kremlin`). */
  readonly kind: 'country' | 'region' | 'city' | 'town' | 'seat';
}

export interface Gazetteer {
  /** By `phraseKey` of the name: `costa rica`, `US`. */
  readonly places: Lookup<Place>;
  /** First word of a key → the number of words of the longest name that begins with it. */
  readonly longest: Lookup<number>;
  /** Lower-case adjective or noun, also plural → country; null for peoples of no one country (`Arab`, `Muslim`). Keys of one or more words. */
  readonly demonyms: ReadonlyMap<string, string | null>;
  /** As `longest`, for demonyms. */
  readonly longestDemonym: ReadonlyMap<string, number>;
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
  const places = new PackedTable(table.places.packed, table.places.values);
  const several = new PackedTable(table.longest.packed, table.longest.values);
  const demonyms = new Map(table.demonyms);
  return {
    places,
    longest: {
      get: (first) => several.get(first) ?? (places.has(first) ? 1 : undefined),
      has: (first) => several.has(first) || places.has(first),
    },
    demonyms,
    longestDemonym: longestBy(demonyms.keys()),
    acronyms: new Set(table.acronyms),
    states: new Set(table.states),
  };
}
