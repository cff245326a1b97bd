/** Nouns that figures count, units and bounds, from `people.yaml`, `units.yaml` and `bounds.yaml`. */
import countries from '#countries';
import type { Figure } from '../model';
import bounds from './bounds.yaml';
import { plural } from './inflect';
import people from './people.yaml';
import places from './places.yaml';
import { type PhraseIndex, PhraseIndexBuilder } from './phrases';
import units from './units.yaml';

interface PeopleNoun {
  /** Normal form in the plural: `soldiers`; `people` names no group. */
  readonly group: string;
  readonly plural: boolean;
}

interface CountedTable {
  readonly people: PhraseIndex<PeopleNoun>;
  /** Demonyms and peoples, singular or plural or both alike (`Chinese`), lower case → normal form: `Palestinians`. */
  readonly peoples: ReadonlyMap<string, string>;
  /** `palestinians`, `honduran` → ISO 3166-1 alpha-2. */
  readonly demonymCountries: ReadonlyMap<string, string>;
  /** Lower-case names of countries. */
  readonly countryNames: ReadonlySet<string>;
  /** Country → demonym: `HN` → `Honduran`. */
  readonly demonyms: ReadonlyMap<string, string>;
  /** Plurals that look like people and are not. */
  readonly things: ReadonlySet<string>;
  readonly settlements: ReadonlySet<string>;
  /** Unit by word. */
  readonly units: PhraseIndex<string>;
  /** Bound phrases by their LAST word, longest first, for reading backwards. */
  readonly boundsBefore: ReadonlyMap<string, readonly BoundPhrase[]>;
  readonly boundsAfter: PhraseIndex<Figure['bound']>;
}

interface BoundPhrase {
  readonly words: readonly string[];
  readonly bound: Figure['bound'];
}

interface PeopleYaml {
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly peoples: readonly string[];
  readonly things: readonly string[];
  readonly settlements: readonly string[];
}
interface BoundsYaml {
  readonly before: Readonly<Record<Figure['bound'], readonly string[]>>;
  readonly after: Readonly<Partial<Record<Figure['bound'], readonly string[]>>>;
}

let built: CountedTable | undefined;

/** The tables of what is counted; immutable, built when first used. */
export function countedTable(): CountedTable {
  return (built ??= buildTable(
    people as PeopleYaml,
    units as Readonly<Record<string, readonly string[]>>,
    bounds as BoundsYaml,
  ));
}

function buildTable(
  words: PeopleYaml,
  unitWords: Readonly<Record<string, readonly string[]>>,
  boundWords: BoundsYaml,
): CountedTable {
  const nouns = new PhraseIndexBuilder<PeopleNoun>();
  for (const [group, list] of Object.entries(words.groups)) {
    for (const noun of list) {
      nouns.add(noun, { group, plural: false });
      const of = noun.indexOf(' of ');
      const many = of < 0 ? plural(noun) : plural(noun.slice(0, of)) + noun.slice(of);
      if (!list.includes(many)) nouns.add(many, { group, plural: true });
    }
  }
  const unitIndex = new PhraseIndexBuilder<string>();
  for (const [unit, list] of Object.entries(unitWords)) for (const word of list) unitIndex.add(word, unit);
  const boundsAfter = new PhraseIndexBuilder<Figure['bound']>();
  for (const [bound, list] of Object.entries(boundWords.after))
    for (const phrase of list) boundsAfter.add(phrase, bound as Figure['bound']);
  return {
    people: nouns.build(),
    peoples: peoplesOf(words.peoples),
    demonymCountries: demonymCountries(),
    countryNames: new Set(countries.flatMap((c) => [c.name, ...c.names].map((n) => n.toLowerCase()))),
    demonyms: new Map(countries.flatMap((c) => (c.demonyms[0] === undefined ? [] : [[c.code, c.demonyms[0]]]))),
    things: new Set(words.things),
    settlements: new Set(words.settlements),
    units: unitIndex.build(),
    boundsBefore: reversed(boundWords.before),
    boundsAfter: boundsAfter.build(),
  };
}

function demonymCountries(): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const { code, demonyms } of countries) {
    for (const demonym of demonyms) {
      const lower = demonym.toLowerCase();
      map.set(lower, code);
      map.set(`${lower}s`, code);
    }
  }
  for (const [code, name] of moreDemonyms()) {
    const lower = name.toLowerCase();
    if (!map.has(lower)) map.set(lower, code);
    if (!map.has(`${lower}s`)) map.set(`${lower}s`, code);
  }
  return map;
}

/** Country and demonym, of those that the gazetteer adds. */
function moreDemonyms(): readonly (readonly [string, string])[] {
  const { demonyms } = places as { readonly demonyms: Readonly<Record<string, string>> };
  return Object.entries(demonyms).flatMap(([code, list]) => list.split(', ').map((name) => [code, name] as const));
}

function peoplesOf(more: readonly string[]): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  const add = (name: string): void => {
    const lower = name.toLowerCase();
    const invariable = /(?:ese|sh|ch|ss|s|yz|men)$/.test(lower);
    const normal = invariable ? name : `${name}s`;
    map.set(lower, normal);
    map.set(normal.toLowerCase(), normal);
  };
  for (const country of countries) for (const demonym of country.demonyms) if (!demonym.includes(' ')) add(demonym);
  for (const [, name] of moreDemonyms()) if (!/[ -]/.test(name) && !map.has(name.toLowerCase())) add(name);
  for (const name of more) add(name.charAt(0).toUpperCase() + name.slice(1));
  return map;
}

function reversed(before: BoundsYaml['before']): ReadonlyMap<string, readonly BoundPhrase[]> {
  const map = new Map<string, BoundPhrase[]>();
  for (const [bound, list] of Object.entries(before)) {
    for (const phrase of list) {
      const words = phrase.split(' ');
      const last = words.at(-1) ?? '';
      map.set(last, [...(map.get(last) ?? []), { words, bound: bound as Figure['bound'] }]);
    }
  }
  for (const list of map.values()) list.sort((a, b) => b.words.length - a.words.length);
  return map;
}
