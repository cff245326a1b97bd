/** The gazetteer: countries, regions, cities, seats of government, and the adjectives and nouns of nationality. */
import cities from '#cities';
import countries from '#countries';
import regions from '#regions';
import { acronymsOf, listOf, longestBy, phraseKey, plainKey, setOf } from '../../src/core/lexicon/lists';
import type { Place } from '../../src/core/lexicon/places';
import places from '../../src/core/lexicon/places.yaml';
import { pack } from '../pack';

interface PlacesYaml {
  readonly names: Readonly<Record<string, string>>;
  readonly demonyms: Readonly<Record<string, string>>;
  readonly adjectives: string;
  readonly regions: string;
  readonly seats: Readonly<Record<string, string>>;
  readonly cities: Readonly<Record<string, string>>;
  readonly parts: Readonly<Record<string, string>>;
  readonly doubtful: string;
  readonly states: string;
}

export default gazetteer(places as PlacesYaml);

function gazetteer(yaml: PlacesYaml) {
  const table = new Map<string, Place>();
  const doubtful = new Set(listOf(yaml.doubtful).map(phraseKey));
  // From the weakest to the strongest: a later entry replaces an earlier one.
  for (const [code, [large, small]] of Object.entries(cities)) {
    const country = code === '' ? null : code;
    const town: Place = { country, kind: 'town' };
    const city: Place = { country, kind: 'city' };
    for (const key of small.split('|')) table.set(key, town);
    for (const key of large.split('|')) table.set(key, city);
  }
  for (const [country, names] of Object.entries(regions)) {
    const region: Place = { country, kind: 'region' };
    for (const key of names.split('|')) if (!table.has(key)) table.set(key, region);
  }
  for (const key of doubtful) table.delete(key);
  const add = (names: Readonly<Record<string, string>>, kind: Place['kind']): void => {
    for (const [country, list] of Object.entries(names))
      for (const name of listOf(list)) table.set(phraseKey(name), { country, kind });
  };
  add(yaml.cities, 'city');
  add(yaml.parts, 'region');
  for (const row of countries) {
    for (const capital of row.capitals)
      table.set(phraseKey(capital), { country: row.code, kind: 'city', capital: true });
  }
  for (const name of listOf(yaml.regions)) table.set(phraseKey(name), { country: null, kind: 'region' });
  add(yaml.seats, 'seat');
  for (const row of countries) {
    for (const name of [row.name, ...row.names.filter((n) => n.length > 3)])
      table.set(phraseKey(name), { country: row.code, kind: 'country' });
  }
  add(yaml.names, 'country');
  const own = new Set([
    ...countries.map((row) => phraseKey(row.name)),
    ...Object.values(yaml.names).flatMap((list) => listOf(list).map(phraseKey)),
  ]);
  table.delete('');
  const demonyms = buildDemonyms(yaml);
  // `Western` is a region of one country, and `Saudi` a short form of another: as words they are adjectives.
  for (const key of demonyms.keys()) {
    const place = table.get(key);
    if (place !== undefined && (place.kind !== 'country' || !own.has(key))) table.delete(key);
  }
  return {
    places: pack(table),
    // Most names are one word.
    longest: pack(new Map([...longestBy(table.keys())].filter(([, words]) => words > 1))),
    demonyms: [...demonyms],
    acronyms: [...acronymsOf(table.keys())],
    states: [...setOf(yaml.states)],
  };
}

function buildDemonyms(yaml: PlacesYaml): ReadonlyMap<string, string | null> {
  const table = new Map<string, string | null>();
  const add = (word: string, country: string | null): void => {
    const key = plainKey(word.toLowerCase());
    if (table.has(key)) return;
    table.set(key, country);
    if (/(?:an|i|ar|er|eg|ek|ad|at)$/u.test(key) && !table.has(`${key}s`)) table.set(`${key}s`, country);
  };
  for (const [country, words] of Object.entries(yaml.demonyms)) for (const word of listOf(words)) add(word, country);
  for (const { code, demonyms } of countries) {
    for (const word of demonyms.flatMap((d) => d.split(/,| or /u))) {
      // Islands that share a word with a large country (`French`, `American Islander`) do not take it over.
      if (word.trim() !== '' && !word.includes('Islander')) add(word.trim(), code);
    }
  }
  for (const word of listOf(yaml.adjectives)) add(word, null);
  return table;
}
