/** The event lexicon, from `events.yaml` and the knowledge file: which words name which type of event. */
import { listOf } from '../../lexicon/lists';
import eventsYaml from '../../lexicon/events.yaml';
import type { KnownTrigger } from '../../knowledge';
import type { EventType } from '../../model';
import { grammar } from './grammar';
import { Around, type List, type Surroundings, type TriggerEntry, TriggerTable, wordsOf } from './trigger-table';
import {
  PassingSet,
  PassingTable,
  type WordLookup,
  type WordMembers,
  WordSet,
  WordTable,
} from '../../lexicon/word-table';

export type { Alternatives, TriggerEntry } from './trigger-table';

export interface TypeFrame {
  readonly to: ReadonlySet<string>;
  readonly by: ReadonlySet<string>;
  /** By their first words. */
  readonly cues: ReadonlyMap<string, Cue>;
}

/** Modes that a word tells, alone or with the word behind it. */
export interface Cue {
  alone: string | undefined;
  readonly before: Map<string, string>;
}

export interface EventLexicon {
  /** By first word in lower case; longest spelling first. */
  readonly triggers: WordLookup<readonly TriggerEntry[]>;
  readonly frames: ReadonlyMap<EventType, TypeFrame>;
  /** Form → bits, for the first words of all trigger verbs, light verbs and common verbs; no word that is mostly something else. */
  readonly verbs: WordLookup<number>;
  readonly light: WordMembers;
  /** Verbs that bring about or live through what their object names: `sparked protests`. */
  readonly occasions: WordMembers;
  /** Nouns that only count what `of` leads to: `a series`. */
  readonly quantities: WordMembers;
  /** Verbs (base forms) that `will not` makes a refusal. */
  readonly refused: WordMembers;
  /** Nouns (lemmas) for what goes on or is spoken of in general: `hostilities`. */
  readonly lasting: ReadonlySet<string>;
  /** Lower-case words that stand for those last named. */
  readonly both: readonly (readonly string[])[];
  /** Every form of every single-word trigger noun. */
  readonly nouns: WordMembers;
}

interface PatternYaml extends Surroundings {
  readonly verbs: List;
  readonly mode?: string;
  readonly loss?: boolean;
}

interface TriggersYaml {
  readonly verbs?: List;
  readonly nouns?: List;
  readonly phrases?: List;
  readonly patterns?: readonly PatternYaml[];
}

interface TypeYaml {
  readonly to: List;
  readonly by?: List;
  readonly cues?: Readonly<Record<string, List>>;
  readonly triggers: Readonly<Record<string, TriggersYaml | null>>;
}

interface EventsYaml {
  readonly types: Readonly<Record<EventType, TypeYaml>>;
  readonly figurative: List;
  readonly light: List;
  readonly occasions: List;
  readonly lasting: List;
  readonly refused: List;
  readonly quantities: List;
  readonly both: List;
  readonly irregular: Readonly<Record<string, List>>;
}

let built: EventLexicon | undefined;
const extended = new WeakMap<readonly KnownTrigger[], EventLexicon>();

/** The lexicon with what the user adds to it. Immutable; built once for each list of additions. */
export function eventLexicon(added: readonly KnownTrigger[]): EventLexicon {
  built ??= build(eventsYaml as EventsYaml, []);
  if (added.length === 0) return built;
  let lexicon = extended.get(added);
  if (lexicon === undefined) {
    lexicon = build(eventsYaml as EventsYaml, added);
    extended.set(added, lexicon);
  }
  return lexicon;
}

function build(yaml: EventsYaml, added: readonly KnownTrigger[]): EventLexicon {
  const table = new TriggerTable(yaml.irregular);
  const frames = new Map<EventType, TypeFrame>();
  for (const [type, of] of Object.entries(yaml.types) as [EventType, TypeYaml][]) {
    frames.set(type, { to: new Set(listOf(of.to)), by: new Set(listOf(of.by)), cues: cueTable(of.cues ?? {}) });
    for (const [key, triggers] of Object.entries(of.triggers))
      addTriggers(table, triggers ?? {}, type, key === 'plain' ? null : key);
  }
  for (const { words, type, mode } of added) {
    table.addVerb(words, type, mode, null);
    table.addNoun(words, type, mode);
  }
  for (const p of listOf(yaml.figurative)) table.addPhrase(p, 'STATEMENT', null, 'figurative');
  const light = new Set(listOf(yaml.light).flatMap((lemma) => table.addForms(lemma)));

  const occasions = new Set(listOf(yaml.occasions).flatMap((lemma) => table.addForms(lemma)));

  const common = grammar();
  const verbs = table.forms;
  for (const [form, bits] of common.verbs) verbs.set(form, (verbs.get(form) ?? 0) | bits);
  for (const word of verbs.keys()) if (common.adjectives.has(word) || common.prepositions.has(word)) verbs.delete(word);
  const refused = new Set(listOf(yaml.refused));
  const quantities = new Set(listOf(yaml.quantities));
  const lasting = new Set(listOf(yaml.lasting));
  const both = listOf(yaml.both).map(wordsOf);
  // What users add comes and goes: only the lexicon that ships keeps its answers in the words.
  if (added.length > 0)
    return {
      triggers: new PassingTable(table),
      frames,
      verbs: new PassingTable(verbs),
      light: new PassingSet(light),
      occasions: new PassingSet(occasions),
      quantities: new PassingSet(quantities),
      refused: new PassingSet(refused),
      lasting,
      both,
      nouns: new PassingSet(table.nouns),
    };
  return {
    triggers: new WordTable(table),
    frames,
    verbs: new WordTable(verbs),
    light: new WordSet(light),
    occasions: new WordSet(occasions),
    quantities: new WordSet(quantities),
    refused: new WordSet(refused),
    lasting,
    both,
    nouns: new WordSet(table.nouns),
  };
}

function addTriggers(table: TriggerTable, yaml: TriggersYaml, type: EventType, mode: string | null): void {
  for (const v of listOf(yaml.verbs)) table.addVerb(v, type, mode, null);
  for (const n of listOf(yaml.nouns)) table.addNoun(n, type, mode);
  for (const p of listOf(yaml.phrases)) table.addPhrase(p, type, mode, 'phrase');
  for (const pattern of yaml.patterns ?? []) {
    const around = new Around(pattern);
    for (const v of listOf(pattern.verbs))
      table.addVerb(pattern.loss === true ? `${v}*` : v, type, pattern.mode ?? mode, around);
  }
}

function cueTable(cues: Readonly<Record<string, List>>): Map<string, Cue> {
  const table = new Map<string, Cue>();
  for (const [mode, list] of Object.entries(cues)) {
    for (const words of listOf(list)) {
      const [first = '', second, ...more] = words.split(' ');
      if (more.length > 0) continue;
      const cue = table.get(first) ?? { alone: undefined, before: new Map<string, string>() };
      table.set(first, cue);
      if (second === undefined) cue.alone ??= mode;
      else if (!cue.before.has(second)) cue.before.set(second, mode);
    }
  }
  return table;
}
