/** The tables behind coreference, in the shape in which it asks. Immutable; built once for a process, when first used. */
import type { Gender } from '../../annotations';
import offices from '../../lexicon/offices.yaml';
import descriptions from '../../lexicon/office-descriptions.yaml';
import people from '../../lexicon/person-nouns.yaml';
import { gazetteer } from '../../lexicon/places';
import reference from '../../lexicon/reference-words.yaml';
import { WordSet } from '../../lexicon/word-table';

export interface Pronoun {
  readonly gender: Gender;
  readonly case: 'subject' | 'object' | 'possessive';
}

export interface PersonNoun {
  readonly gender: Gender | null;
  /** With `the`, it may point back at somebody named. */
  readonly epithet: boolean;
  /** It may be anybody: `a resident`. */
  readonly bystander: boolean;
  /** The country of a noun of nationality, ISO 3166-1 alpha-2. */
  readonly national: string | null;
}

export interface ReferenceWords {
  readonly pronouns: ReadonlyMap<string, Pronoun>;
  readonly clauseOpeners: WordSet;
  readonly conjunctive: WordSet;
  readonly indefinite: WordSet;
  readonly afterObject: WordSet;
  readonly verbs: WordSet;
  readonly predicative: WordSet;
  readonly aliases: readonly (readonly string[])[];
  /** The first words of `aliases`. */
  readonly aliasWords: ReadonlySet<string>;
  readonly succession: WordSet;
  /** Verbs of speech whose object is the one spoken to. */
  readonly addressing: WordSet;
  readonly accusation: WordSet;
  readonly denial: WordSet;
}

interface ReferenceYaml {
  readonly pronouns: Readonly<Record<string, Pronoun>>;
  readonly 'clause-openers': readonly string[];
  readonly conjunctive: readonly string[];
  readonly indefinite: readonly string[];
  readonly 'after-object': readonly string[];
  readonly verbs: readonly string[];
  readonly predicative: readonly string[];
  readonly aliases: readonly string[];
  readonly succession: readonly string[];
  readonly addressing: readonly string[];
  readonly accusation: readonly string[];
  readonly denial: readonly string[];
}

let words: ReferenceWords | undefined;

export function referenceWords(): ReferenceWords {
  return (words ??= buildWords(reference as ReferenceYaml));
}

function buildWords(yaml: ReferenceYaml): ReferenceWords {
  return {
    pronouns: new Map(Object.entries(yaml.pronouns)),
    clauseOpeners: new WordSet(yaml['clause-openers']),
    conjunctive: new WordSet(yaml.conjunctive),
    indefinite: new WordSet(yaml.indefinite),
    afterObject: new WordSet(yaml['after-object']),
    verbs: new WordSet(yaml.verbs),
    predicative: new WordSet(yaml.predicative),
    aliases: yaml.aliases.map((phrase) => phrase.split(' ')),
    aliasWords: new Set(yaml.aliases.map((phrase) => phrase.split(' ')[0] ?? '')),
    succession: new WordSet(yaml.succession),
    addressing: new WordSet(yaml.addressing),
    accusation: new WordSet(yaml.accusation),
    denial: new WordSet(yaml.denial),
  };
}

interface PeopleYaml {
  readonly bystanders: {
    readonly female: readonly string[];
    readonly male: readonly string[];
    readonly any: readonly string[];
  };
  readonly epithets: readonly string[];
}

let nouns: ReadonlyMap<string, PersonNoun> | undefined;

/** Lower-case noun → what it says of a person. */
export function personNouns(): ReadonlyMap<string, PersonNoun> {
  return (nouns ??= buildNouns(people as PeopleYaml));
}

function buildNouns(yaml: PeopleYaml): ReadonlyMap<string, PersonNoun> {
  const table = new Map<string, PersonNoun>();
  const add = (list: readonly string[], gender: Gender | null): void => {
    for (const noun of list) table.set(noun, { gender, epithet: false, bystander: true, national: null });
  };
  add(yaml.bystanders.any, null);
  add(yaml.bystanders.female, 'female');
  add(yaml.bystanders.male, 'male');
  const { gendered } = officeTable();
  for (const noun of yaml.epithets) {
    const known = table.get(noun);
    const gender = known?.gender ?? gendered.get(noun) ?? null;
    table.set(noun, { gender, epithet: true, bystander: known !== undefined, national: null });
  }
  // `the Swede`, but neither `the Swedes` nor `the Swiss`, who may be many.
  const { demonyms } = gazetteer();
  for (const noun of demonyms.keys()) {
    const national = demonyms.get(noun) ?? null;
    if (national !== null && !table.has(noun) && !noun.includes(' ') && !/(?:s|sh|ch|se)$/u.test(noun))
      table.set(noun, { gender: null, epithet: true, bystander: false, national });
  }
  return table;
}

export interface OfficeTable {
  /** Title → the number of its group of synonyms; a title may stand in several. */
  readonly synonyms: ReadonlyMap<string, ReadonlySet<number>>;
  /** The first so many groups are names of one office wherever it is held, not only ways to speak of it. */
  readonly one: number;
  /** The first title of each group. */
  readonly canonical: readonly string[];
  /** General word → the offices that it may stand for. */
  readonly general: ReadonlyMap<string, ReadonlySet<string>>;
  readonly gendered: ReadonlyMap<string, Gender>;
  /** Heads of offices of a state. */
  readonly state: ReadonlySet<string>;
  /** Words of titles in firms and the like, whose head may be one of those. */
  readonly private: ReadonlySet<string>;
  /** Titles that one country alone has → ISO 3166-1 alpha-2. */
  readonly only: ReadonlyMap<string, string>;
}

interface DescriptionsYaml {
  readonly one: readonly (readonly string[])[];
  readonly same: readonly (readonly string[])[];
  readonly general: Readonly<Record<string, readonly string[]>>;
  readonly state: readonly string[];
  readonly private: readonly string[];
  readonly only: Readonly<Record<string, string>>;
}

let table: OfficeTable | undefined;

export function officeTable(): OfficeTable {
  return (table ??= buildOffices(
    descriptions as DescriptionsYaml,
    (offices as { readonly gendered: Readonly<Record<string, string>> }).gendered,
  ));
}

function buildOffices(yaml: DescriptionsYaml, genders: Readonly<Record<string, string>>): OfficeTable {
  const synonyms = new Map<string, Set<number>>();
  const groups = [...yaml.one, ...yaml.same];
  for (const [group, titles] of groups.entries()) {
    for (const title of titles) {
      const own = synonyms.get(title) ?? new Set();
      synonyms.set(title, own.add(group));
    }
  }
  const gendered = new Map<string, Gender>();
  for (const gender of ['male', 'female'] as const)
    for (const title of (genders[gender] ?? '').split(',')) gendered.set(title.trim(), gender);
  return {
    synonyms,
    one: yaml.one.length,
    canonical: groups.map((titles) => titles[0] ?? ''),
    general: new Map(Object.entries(yaml.general).map(([word, titles]) => [word, new Set(titles)])),
    gendered,
    state: new Set(yaml.state),
    private: new Set(yaml.private),
    only: new Map(Object.entries(yaml.only)),
  };
}
