/** Word classes of English, as far as a shallow reading of clauses needs them. */
import clausesYaml from '../../lexicon/clauses.yaml';
import { plural } from '../../lexicon/inflect';
import { listOf } from '../../lexicon/lists';
import eventsYaml from '../../lexicon/events.yaml';
import { inflections } from './inflections';

export interface Grammar {
  readonly determiners: ReadonlySet<string>;
  readonly pronouns: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  readonly subordinators: ReadonlySet<string>;
  readonly relatives: ReadonlySet<string>;
  readonly coordinators: ReadonlySet<string>;
  readonly be: ReadonlySet<string>;
  readonly have: ReadonlySet<string>;
  readonly do: ReadonlySet<string>;
  readonly modals: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
  readonly hypothetical: ReadonlySet<string>;
  readonly planned: ReadonlySet<string>;
  readonly adverbs: ReadonlySet<string>;
  /** Base and third-person forms. */
  readonly homographs: ReadonlySet<string>;
  readonly adjectives: ReadonlySet<string>;
  readonly openers: ReadonlySet<string>;
  /** All forms. */
  readonly planning: ReadonlySet<string>;
  /** All forms. */
  readonly failing: ReadonlySet<string>;
  /** Form → bits of `BASE`, `THIRD`, …; common verbs only. */
  readonly verbs: ReadonlyMap<string, number>;
}

type ClausesYaml = Readonly<Record<keyof Grammar, string>>;

let built: Grammar | undefined;

/** The word classes; immutable, built when first used. */
export function grammar(): Grammar {
  return (built ??= build(clausesYaml as ClausesYaml, (eventsYaml as { irregular: Record<string, string> }).irregular));
}

function build(yaml: ClausesYaml, irregular: Readonly<Record<string, string>>): Grammar {
  const verbs = new Map<string, number>();
  for (const lemma of listOf(yaml.verbs))
    for (const [form, bits] of inflections(lemma, irregular)) verbs.set(form, (verbs.get(form) ?? 0) | bits);
  const forms = (lemmas: readonly string[]): Set<string> =>
    new Set(lemmas.flatMap((l) => [...inflections(l.split(' ')[0] ?? l, irregular).keys()]));
  return {
    determiners: new Set(listOf(yaml.determiners)),
    pronouns: new Set(listOf(yaml.pronouns)),
    prepositions: new Set(listOf(yaml.prepositions)),
    subordinators: new Set(listOf(yaml.subordinators)),
    relatives: new Set(listOf(yaml.relatives)),
    coordinators: new Set(listOf(yaml.coordinators)),
    be: new Set(listOf(yaml.be)),
    have: new Set(listOf(yaml.have)),
    do: new Set(listOf(yaml.do)),
    modals: new Set(listOf(yaml.modals)),
    negations: new Set(listOf(yaml.negations)),
    hypothetical: new Set(listOf(yaml.hypothetical)),
    planned: new Set(listOf(yaml.planned)),
    adverbs: new Set(listOf(yaml.adverbs)),
    homographs: new Set(listOf(yaml.homographs).flatMap((l) => [l, plural(l)])),
    adjectives: new Set(listOf(yaml.adjectives)),
    openers: new Set(listOf(yaml.openers)),
    planning: forms(listOf(yaml.planning)),
    failing: forms(listOf(yaml.failing)),
    verbs,
  };
}
