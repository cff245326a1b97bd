/** Word classes of English, as far as a shallow reading of clauses needs them. */
import clausesYaml from '../../lexicon/clauses.yaml';
import eventsYaml from '../../lexicon/events.yaml';
import { inflections } from './lexicon';

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
  /** All forms. */
  readonly planning: ReadonlySet<string>;
  /** All forms. */
  readonly failing: ReadonlySet<string>;
  /** Form → bits of `BASE`, `THIRD`, …; common verbs only. */
  readonly verbs: ReadonlyMap<string, number>;
}

type ListName = Exclude<keyof Grammar, 'verbs'> | 'verbs';
type ClausesYaml = Readonly<Record<ListName, readonly string[]>>;

let built: Grammar | undefined;

/** The word classes; immutable, built when first used. */
export function grammar(): Grammar {
  return (built ??= build(
    clausesYaml as ClausesYaml,
    (eventsYaml as { irregular: Record<string, string[]> }).irregular,
  ));
}

function build(yaml: ClausesYaml, irregular: Readonly<Record<string, readonly string[]>>): Grammar {
  const verbs = new Map<string, number>();
  for (const lemma of yaml.verbs)
    for (const [form, bits] of inflections(lemma, irregular)) verbs.set(form, (verbs.get(form) ?? 0) | bits);
  const forms = (lemmas: readonly string[]): Set<string> =>
    new Set(lemmas.flatMap((l) => [...inflections(l.split(' ')[0] ?? l, irregular).keys()]));
  return {
    determiners: new Set(yaml.determiners),
    pronouns: new Set(yaml.pronouns),
    prepositions: new Set(yaml.prepositions),
    subordinators: new Set(yaml.subordinators),
    relatives: new Set(yaml.relatives),
    coordinators: new Set(yaml.coordinators),
    be: new Set(yaml.be),
    have: new Set(yaml.have),
    do: new Set(yaml.do),
    modals: new Set(yaml.modals),
    negations: new Set(yaml.negations),
    hypothetical: new Set(yaml.hypothetical),
    planned: new Set(yaml.planned),
    adverbs: new Set(yaml.adverbs),
    planning: forms(yaml.planning),
    failing: forms(yaml.failing),
    verbs,
  };
}
