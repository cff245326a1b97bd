/** Words that tell what kind of name they stand in, from `names.yaml`. */
import { acronymsOf, listOf, longestBy, phraseKey, setOf } from './lists';
import names from './names.yaml';
import { WordSet, WordTable } from './word-table';

export interface NameWords {
  readonly particles: WordSet;
  readonly strongParticles: WordSet;
  readonly organizationHeads: ReadonlySet<string>;
  readonly organizationOpeners: ReadonlySet<string>;
  readonly organizationStarters: ReadonlySet<string>;
  readonly placeHeads: ReadonlySet<string>;
  readonly placeStarters: ReadonlySet<string>;
  readonly placeNouns: ReadonlySet<string>;
  readonly organizationNouns: ReadonlySet<string>;
  readonly strongOrganizationNouns: WordSet;
  readonly placePrepositions: WordSet;
  readonly strongPlacePrepositions: WordSet;
  readonly classNounsOfPlaces: WordSet;
  readonly classNounsOfBodies: WordSet;
  readonly platforms: ReadonlySet<string>;
  readonly personVerbs: ReadonlySet<string>;
  readonly winningVerbs: WordSet;
  readonly never: WordSet;
  /** In lower case. */
  readonly commonAcronyms: WordSet;
  readonly hyphenEndings: WordSet;
  readonly hyphenBeginnings: WordSet;
  readonly otherHeads: ReadonlySet<string>;
  readonly otherOpeners: WordSet;
  /** `MV`, `HMS`: as written. */
  readonly shipPrefixes: ReadonlySet<string>;
  readonly classNounsOfOthers: WordSet;
  /** By `phraseKey`; the value is the country, or null. */
  readonly bodies: WordTable<string | null>;
  /** First word of a key of `bodies` → the number of words of the longest. */
  readonly longestBody: WordTable<number>;
  /** Words of keys that are written in capitals only: `NATO`. */
  readonly acronyms: ReadonlySet<string>;
}

type NamesYaml = Readonly<Record<string, string>> & { readonly organizations: readonly (string | object)[] };

let built: NameWords | undefined;

/** Immutable; built when first used. */
export function nameWords(): NameWords {
  return (built ??= buildNameWords(names as NamesYaml));
}

function buildNameWords(yaml: NamesYaml): NameWords {
  const bodies = new Map<string, string | null>();
  const addBody = (spellings: string, country: string | null): void => {
    for (const spelling of listOf(spellings)) bodies.set(phraseKey(spelling), country);
  };
  for (const entry of yaml.organizations) {
    if (typeof entry === 'string') addBody(entry, null);
    else for (const [spellings, country] of Object.entries(entry)) addBody(spellings, String(country));
  }
  return {
    particles: new WordSet(setOf(`${yaml['particles'] ?? ''}, ${yaml['strong particles'] ?? ''}`)),
    strongParticles: new WordSet(setOf(yaml['strong particles'])),
    organizationHeads: setOf(yaml['organization heads']),
    organizationOpeners: setOf(yaml['organization openers']),
    organizationStarters: setOf(yaml['organization starters']),
    placeHeads: setOf(yaml['place heads']),
    placeStarters: setOf(yaml['place starters']),
    placeNouns: setOf(yaml['place nouns']),
    organizationNouns: setOf(yaml['organization nouns']),
    strongOrganizationNouns: new WordSet(setOf(yaml['strong organization nouns'])),
    placePrepositions: new WordSet(setOf(yaml['place prepositions'])),
    strongPlacePrepositions: new WordSet(setOf(yaml['strong place prepositions'])),
    classNounsOfPlaces: new WordSet(setOf(yaml['class nouns of places'])),
    classNounsOfBodies: new WordSet(setOf(yaml['class nouns of bodies'])),
    platforms: setOf(yaml['platforms']),
    personVerbs: setOf(yaml['person verbs']),
    winningVerbs: new WordSet(setOf(yaml['winning verbs'])),
    never: new WordSet(setOf(yaml['never'])),
    commonAcronyms: new WordSet(setOf(yaml['common acronyms'])),
    hyphenEndings: new WordSet(setOf(yaml['hyphen endings'])),
    hyphenBeginnings: new WordSet(setOf(yaml['hyphen beginnings'])),
    otherHeads: setOf(yaml['other heads']),
    otherOpeners: new WordSet(setOf(yaml['other openers'])),
    shipPrefixes: new Set(listOf(yaml['ship prefixes'] ?? '')),
    classNounsOfOthers: new WordSet(setOf(yaml['class nouns of others'])),
    bodies: new WordTable(bodies, 'key'),
    longestBody: new WordTable(longestBy(bodies.keys()), 'key'),
    acronyms: acronymsOf(bodies.keys()),
  };
}
