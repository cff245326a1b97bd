/** Tables that the build turns into modules: see `build/tables.mjs`. */

/** A YAML file, parsed at build time. */
declare module '*.yaml' {
  const table: unknown;
  export default table;
}

/** Countries with their names, capitals and demonyms, reduced from the package `world-countries`. */
declare module '#countries' {
  interface CountryRow {
    /** ISO 3166-1 alpha-2. */
    readonly code: string;
    /** The common English name. */
    readonly name: string;
    /** Official, short and native names in Latin script. */
    readonly names: readonly string[];
    readonly capitals: readonly string[];
    /** `Guatemalan`, one for each gender in some languages; English only here. */
    readonly demonyms: readonly string[];
    readonly region: string;
    readonly subregion: string;
  }
  const table: readonly CountryRow[];
  export default table;
}

/** Keys (`phraseKey`) of cities of GeoNames by country code (`''` where countries share the name): large ones, then small ones, joined with `|`. */
declare module '#cities' {
  const table: Readonly<Record<string, readonly [large: string, small: string]>>;
  export default table;
}

/** Keys of first-level regions of ISO 3166-2 by country code, joined with `|`. */
declare module '#regions' {
  const table: Readonly<Record<string, string>>;
  export default table;
}

/** Given and family names, lower case without diacritics, joined with `|`. */
declare module '#given-names' {
  const table: { readonly female: string; readonly male: string; readonly either: string; readonly family: string };
  export default table;
}

/** Ordinary words in lower case, joined with `|`: the most frequent, and the stems of a spelling dictionary. */
declare module '#words' {
  const table: { readonly common: string; readonly rest: string };
  export default table;
}

/** The bits of words, packed; see `build/computed/words.ts`. */
declare module '#word-bits' {
  const table: { readonly packed: import('./packed').Packed; readonly values: readonly number[] };
  export default table;
}

/** The gazetteer, packed; see `build/computed/places.ts`. */
declare module '#places' {
  interface PackedValues<T> {
    readonly packed: import('./packed').Packed;
    readonly values: readonly T[];
  }
  const table: {
    readonly places: PackedValues<import('./places').Place>;
    readonly longest: PackedValues<number>;
    readonly demonyms: readonly (readonly [string, string | null])[];
    readonly acronyms: readonly string[];
    readonly states: readonly string[];
  };
  export default table;
}

/** A trained model, as its bytes. */
declare module '*.model' {
  const bytes: Uint8Array;
  export default bytes;
}
