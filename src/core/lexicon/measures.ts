/** What figures count and the words that tell it, from `measures.yaml`. */
import type { Token } from '../annotations';
import { plural, verbForms } from './inflect';
import measures from './measures.yaml';
import { type Phrase, type PhraseIndex, PhraseIndexBuilder, standsAt } from './phrases';
import { WordSet } from './word-table';

export interface Measure {
  readonly name: string;
  /** A later total can only be higher. */
  readonly cumulative: boolean;
  readonly counts: 'people' | 'things' | 'any';
  /** Whether figures of different sources are compared. */
  readonly compared: boolean;
}

/** How a word tells a measure, as bits. See the head of `measures.yaml`. */
export const Role = {
  verb: 1,
  intransitive: 2,
  act: 4,
  noun: 8,
  state: 16,
  toll: 32,
  phrase: 64,
  weak: 128,
} as const;

export interface Trigger {
  readonly measure: Measure;
  readonly role: number;
  /** `past` also stands for the participle. Nouns and the like are `none`. */
  readonly form: 'base' | 'third' | 'past' | 'gerund' | 'none';
  /** Counts people only where the noun means fighters or where no noun stands: `lost 132 soldiers`. */
  readonly combatants: boolean;
  /** `hold`: a hall holds its guests. */
  readonly keeping: boolean;
  /** Its object can only be alive. */
  readonly living: boolean;
}

interface MeasureTable {
  readonly triggers: PhraseIndex<Trigger>;
  readonly byName: ReadonlyMap<string, Measure>;
  readonly notBefore: WordSet;
  readonly hedges: WordSet;
  readonly tollLinks: WordSet;
  readonly totals: WordSet;
  readonly changes: WordSet;
  readonly parts: WordSet;
  readonly endings: WordSet;
  readonly victims: WordSet;
  readonly visitors: WordSet;
  readonly numbered: WordSet;
}

interface MeasureYaml {
  readonly series?: boolean;
  readonly cumulative: boolean;
  readonly counts: Measure['counts'];
  readonly verbs?: readonly string[];
  readonly intransitive?: readonly string[];
  readonly acts?: readonly string[];
  readonly nouns?: readonly string[];
  readonly states?: readonly string[];
  readonly tolls?: readonly string[];
  readonly phrases?: readonly string[];
  readonly weak?: readonly string[];
}

interface TableYaml {
  readonly measures: Readonly<Record<string, MeasureYaml>>;
  readonly irregular: Readonly<Record<string, readonly string[] | undefined>>;
  readonly combatants_only: readonly string[];
  readonly living_only: readonly string[];
  readonly not_before: readonly string[];
  readonly hedges: readonly string[];
  readonly toll_links: readonly string[];
  readonly totals: readonly string[];
  readonly changes: readonly string[];
  readonly parts: readonly string[];
  readonly endings: readonly string[];
  readonly victims: readonly string[];
  readonly visitors: readonly string[];
  readonly numbered: readonly string[];
}

let built: MeasureTable | undefined;

/** The table of measures; immutable, built when first used. */
export function measureTable(): MeasureTable {
  return (built ??= buildTable(measures as TableYaml));
}

function buildTable(yaml: TableYaml): MeasureTable {
  const triggers = new PhraseIndexBuilder<Trigger>();
  const byName = new Map<string, Measure>();
  for (const [name, words] of Object.entries(yaml.measures)) {
    const measure: Measure = {
      name,
      cumulative: words.cumulative,
      counts: words.counts,
      compared: words.series !== false,
    };
    byName.set(name, measure);
    addVerbs(triggers, yaml, measure, words.verbs ?? [], Role.verb);
    addVerbs(triggers, yaml, measure, words.intransitive ?? [], Role.intransitive);
    const plain = (list: readonly string[] | undefined, role: number): void => {
      for (const text of list ?? [])
        triggers.add(text, { measure, role, form: 'none', combatants: false, keeping: false, living: false });
    };
    plain(words.acts, Role.act);
    plain(words.nouns, Role.noun);
    plain((words.nouns ?? []).map(pluralOf), Role.noun);
    plain(words.states, Role.state);
    plain(words.tolls, Role.toll);
    plain(words.phrases, Role.phrase);
    plain(words.weak, Role.weak);
  }
  return {
    triggers: triggers.build(),
    byName,
    notBefore: new WordSet(yaml.not_before),
    hedges: new WordSet(yaml.hedges),
    tollLinks: new WordSet(yaml.toll_links),
    totals: new WordSet(yaml.totals),
    changes: new WordSet(yaml.changes),
    parts: new WordSet(yaml.parts),
    endings: new WordSet(yaml.endings),
    victims: new WordSet(yaml.victims),
    visitors: new WordSet(yaml.visitors),
    numbered: new WordSet(yaml.numbered),
  };
}

function addVerbs(
  triggers: PhraseIndexBuilder<Trigger>,
  yaml: TableYaml,
  measure: Measure,
  verbs: readonly string[],
  role: number,
): void {
  for (const lemma of verbs) {
    const head = lemma.split(' ')[0] ?? lemma;
    const forms = verbForms(lemma, yaml.irregular[head]);
    const combatants = yaml.combatants_only.includes(lemma);
    const living = yaml.living_only.includes(lemma);
    const add = (text: string, form: Trigger['form']): void => {
      triggers.add(text, { measure, role, form, combatants, keeping: lemma === 'hold', living });
    };
    if (!forms.past.includes(forms.base)) add(forms.base, 'base');
    add(forms.third, 'third');
    for (const past of new Set(forms.past)) add(past, 'past');
    add(forms.gerund, 'gerund');
  }
}

/** `prisoner of war` → `prisoners of war`. */
function pluralOf(noun: string): string {
  const of = noun.indexOf(' of ');
  return of < 0 ? plural(noun) : plural(noun.slice(0, of)) + noun.slice(of);
}

/**
 * The longest trigger at token `k` that has one of the roles of `mask`, or null.
 * @param counts what is counted, where that is known: `burned` injures people and destroys houses
 */
export function triggerAt(
  tokens: readonly Pick<Token, 'lower' | 'form'>[],
  k: number,
  mask: number,
  counts: Measure['counts'] = 'any',
): Phrase<Trigger> | null {
  const list = measureTable().triggers.of(tokens[k]);
  if (list === undefined) return null;
  for (const phrase of list) {
    const { role, measure } = phrase.value;
    if ((role & mask) === 0 || !standsAt(tokens, k, phrase.words)) continue;
    if (counts === 'any' || measure.counts === 'any' || measure.counts === counts) return phrase;
  }
  return null;
}
