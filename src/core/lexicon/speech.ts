/** Verbs and nouns of speech, from `speech.yaml`. */
import { allForms, plural, verbForms } from './inflect';
import speech from './speech.yaml';
import { WordSet, WordTable } from './word-table';

interface SpeechYaml {
  readonly statement: readonly string[];
  readonly manner: readonly string[];
  readonly count: readonly string[];
  readonly inverting: readonly string[];
  readonly voices: readonly string[];
  readonly nouns: readonly string[];
  readonly nounlike: readonly string[];
  readonly accounts: readonly string[];
  readonly spoken: readonly string[];
  readonly plain: readonly string[];
  readonly hearers: readonly string[];
  readonly counting: readonly string[];
  readonly prepositions: readonly string[];
  readonly irregular: Readonly<Record<string, readonly string[] | undefined>>;
}

export interface SpeechVerb {
  readonly lemma: string;
  /** Takes a clause that is said: `said`, `warned`. */
  readonly statement: boolean;
  /** Speaks only beside a direct quotation: `sighed`. */
  readonly manner: boolean;
  /** May stand before its subject: `said Jan Vos`. */
  readonly inverting: boolean;
  /** Takes a count: `confirmed 64 deaths`. */
  readonly count: boolean;
  /** `saying`, `adding`: its subject is the one of the verb before it. */
  readonly gerund: boolean;
  /** `say`: with an auxiliary or `to` before it, or in the present with a plural subject. */
  readonly base: boolean;
  /** `says`: in the present with a singular subject; `remarks` and `claims` may be nouns. */
  readonly third: boolean;
  /** Its third person is as often the plural of a noun. */
  readonly noun: boolean;
}

export interface SpeechTable {
  /** By lower-case form. */
  readonly verbs: WordTable<SpeechVerb>;
  /** Lower-case nouns, singular and plural: `statement`, `remarks`. */
  readonly nouns: WordSet;
  /** Lower-case nouns, singular and plural, that a figure can be attributed to: `ministry`. */
  readonly voices: WordSet;
  /** Lower-case nouns of a reckoning that has an author: `by its own count`. */
  readonly accounts: WordSet;
  /** Lemmas whose subject can be nobody but a source. */
  readonly spoken: ReadonlySet<string>;
  /** Lemmas that take a clause without `that`. */
  readonly plain: ReadonlySet<string>;
  /** Words of those who are told. */
  readonly hearers: WordSet;
  /** Lemmas of verbs of who keeps count. */
  readonly counting: ReadonlySet<string>;
  /** Lower-case words of each phrase: `[according, to]`. */
  readonly prepositions: readonly (readonly string[])[];
}

let built: SpeechTable | undefined;

/** The table of speech; immutable, built when first used. */
export function speechTable(): SpeechTable {
  return (built ??= buildSpeech(speech as SpeechYaml));
}

function buildSpeech(yaml: SpeechYaml): SpeechTable {
  const verbs = new Map<string, SpeechVerb>();
  for (const lemma of new Set([...yaml.statement, ...yaml.manner, ...yaml.count])) {
    const forms = verbForms(lemma, yaml.irregular[lemma]);
    const verb = {
      lemma,
      statement: yaml.statement.includes(lemma),
      manner: yaml.manner.includes(lemma),
      inverting: yaml.inverting.includes(lemma) || yaml.manner.includes(lemma),
      count: yaml.count.includes(lemma),
      noun: yaml.nounlike.includes(lemma),
    };
    for (const form of allForms(forms)) {
      const value = {
        ...verb,
        gerund: form === forms.gerund,
        base: form === forms.base && !forms.past.includes(form),
        third: form === forms.third,
      };
      const old = verbs.get(form);
      if (old === undefined || (value.statement && !old.statement)) verbs.set(form, value);
    }
  }
  return {
    verbs: new WordTable(verbs),
    voices: new WordSet(yaml.voices.flatMap((n) => [n, plural(n)])),
    nouns: new WordSet(yaml.nouns.flatMap((n) => [n, plural(n)])),
    accounts: new WordSet(yaml.accounts),
    spoken: new Set(yaml.spoken),
    plain: new Set(yaml.plain),
    hearers: new WordSet(yaml.hearers),
    counting: new Set(yaml.counting),
    prepositions: yaml.prepositions.map((p) => p.split(' ')),
  };
}
