/** Word classes of English, as far as a shallow reading of clauses needs them. */
import clausesYaml from '../../lexicon/clauses.yaml';
import { plural } from '../../lexicon/inflect';
import { listOf } from '../../lexicon/lists';
import eventsYaml from '../../lexicon/events.yaml';
import { GERUND, inflections, PARTICIPLE, PAST } from './inflections';
import { WordSet, WordTable } from '../../lexicon/word-table';

export interface Grammar {
  readonly determiners: WordSet;
  readonly pronouns: WordSet;
  readonly prepositions: WordSet;
  readonly subordinators: WordSet;
  readonly relatives: WordSet;
  readonly coordinators: WordSet;
  readonly be: WordSet;
  readonly have: WordSet;
  readonly do: WordSet;
  readonly modals: WordSet;
  /** Forms of `be`, `have`, `do` and the modals. */
  readonly auxiliaries: WordSet;
  readonly negations: WordSet;
  readonly hypothetical: WordSet;
  readonly planned: WordSet;
  readonly adverbs: WordSet;
  /** Base and third-person forms. */
  readonly homographs: WordSet;
  readonly adjectives: WordSet;
  /** Forms in -ing that stand before a noun as adjectives do. */
  readonly premodifiers: WordSet;
  readonly openers: WordSet;
  /** All forms. */
  readonly planning: WordSet;
  /** All forms. */
  readonly failing: WordSet;
  /** All forms. */
  readonly managing: WordSet;
  /** Form → bits of `BASE`, `THIRD`, …; common verbs only. */
  readonly verbs: ReadonlyMap<string, number>;
  /** Bits of words that look like verb forms by their endings. */
  readonly endings: WordTable<number>;
}

type ClausesYaml = Readonly<Record<Exclude<keyof Grammar, 'auxiliaries' | 'endings'>, string>>;

let built: Grammar | undefined;

/** The word classes; immutable, built when first used. */
export function grammar(): Grammar {
  return (built ??= build(clausesYaml as ClausesYaml, (eventsYaml as { irregular: Record<string, string> }).irregular));
}

function build(yaml: ClausesYaml, irregular: Readonly<Record<string, string>>): Grammar {
  const verbs = new Map<string, number>();
  for (const lemma of listOf(yaml.verbs))
    for (const [form, bits] of inflections(lemma, irregular)) verbs.set(form, (verbs.get(form) ?? 0) | bits);
  const forms = (lemmas: readonly string[]): WordSet =>
    new WordSet(lemmas.flatMap((l) => [...inflections(l.split(' ')[0] ?? l, irregular).keys()]));
  const adjectives = new WordSet(listOf(yaml.adjectives));
  const prepositions = new WordSet(listOf(yaml.prepositions));
  const byEnding = (word: string): number | undefined =>
    adjectives.has(word) || prepositions.has(word) ? undefined : formByEnding(word);
  return {
    determiners: new WordSet(listOf(yaml.determiners)),
    pronouns: new WordSet(listOf(yaml.pronouns)),
    prepositions,
    subordinators: new WordSet(listOf(yaml.subordinators)),
    relatives: new WordSet(listOf(yaml.relatives)),
    coordinators: new WordSet(listOf(yaml.coordinators)),
    be: new WordSet(listOf(yaml.be)),
    have: new WordSet(listOf(yaml.have)),
    do: new WordSet(listOf(yaml.do)),
    modals: new WordSet(listOf(yaml.modals)),
    auxiliaries: new WordSet([yaml.be, yaml.have, yaml.do, yaml.modals].flatMap(listOf)),
    negations: new WordSet(listOf(yaml.negations)),
    hypothetical: new WordSet(listOf(yaml.hypothetical)),
    planned: new WordSet(listOf(yaml.planned)),
    adverbs: new WordSet(listOf(yaml.adverbs)),
    homographs: new WordSet(listOf(yaml.homographs).flatMap((l) => [l, plural(l)])),
    adjectives,
    premodifiers: new WordSet(listOf(yaml.premodifiers)),
    openers: new WordSet(listOf(yaml.openers)),
    planning: forms(listOf(yaml.planning)),
    failing: forms(listOf(yaml.failing)),
    managing: forms(listOf(yaml.managing)),
    verbs,
    endings: new WordTable({ get: byEnding, has: (word) => byEnding(word) !== undefined }),
  };
}

function formByEnding(word: string): number | undefined {
  if (word.length > 4 && word.endsWith('ed') && !word.endsWith('eed')) return PAST | PARTICIPLE;
  return word.length > 5 && word.endsWith('ing') ? GERUND : undefined;
}
