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
