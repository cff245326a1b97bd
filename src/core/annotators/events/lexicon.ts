/** The event lexicon, from `events.yaml` and the knowledge file: which words name which type of event. */
import { plural } from '../../lexicon/inflect';
import { listOf } from '../../lexicon/lists';
import eventsYaml from '../../lexicon/events.yaml';
import type { KnownTrigger } from '../../knowledge';
import type { EventType } from '../../model';
import { grammar } from './grammar';
import { type Irregular, inflections } from './inflections';
import {
  PassingSet,
  PassingTable,
  type WordLookup,
  type WordMembers,
  WordSet,
  WordTable,
} from '../../lexicon/word-table';

/** Lower-case words by the first of them. */
export type Alternatives = ReadonlyMap<string, readonly (readonly string[])[]>;

export interface TriggerEntry {
  readonly type: EventType;
  readonly mode: string | null;
  /** `figurative`: no trigger, nor are the words in it. */
  readonly form: 'verb' | 'noun' | 'phrase' | 'figurative';
  /** The words as the lexicon has them, for the explanation. */
  readonly lemma: string;
  /** Lower-case words of this spelling, hyphens as words of their own. */
  readonly words: readonly string[];
  /** As often figurative: counts only with a state, an official, a body or an armed group in it. */
  readonly weak: boolean;
  /** Death and damage that an event brings about. */
  readonly loss: boolean;
  /** One of these (lower-case words each) must stand in the object. */
  readonly objects: Alternatives | null;
  /** One of these must stand before the verb. */
  readonly subjects: Alternatives | null;
}

export interface TypeFrame {
  readonly to: ReadonlySet<string>;
  readonly by: ReadonlySet<string>;
  /** Cue word → mode. */
  readonly cues: ReadonlyMap<string, string>;
}

export interface EventLexicon {
  /** By first word in lower case; longest spelling first. */
  readonly triggers: WordLookup<readonly TriggerEntry[]>;
  readonly frames: ReadonlyMap<EventType, TypeFrame>;
  /** Form → bits, for the first words of all trigger verbs, light verbs and common verbs; no word that is mostly something else. */
  readonly verbs: WordLookup<number>;
  readonly light: WordMembers;
  /** Lower-case words that stand for those last named. */
  readonly both: readonly (readonly string[])[];
  /** Every form of every single-word trigger noun. */
  readonly nouns: WordMembers;
}

/** Words parted by commas. */
type List = string;

interface PatternYaml {
  readonly verbs: List;
  readonly with?: List;
  readonly by?: List;
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
  const table = new Map<string, TriggerEntry[]>();
  const verbs = new Map<string, number>();
  const nouns = new Set<string>();
  const common = grammar();
  const frames = new Map<EventType, TypeFrame>();

  const put = (entry: TriggerEntry): void => {
    const first = entry.words[0] ?? '';
    const list = table.get(first);
    if (list === undefined) table.set(first, [entry]);
    else list.push(entry);
  };
  const addVerb = (
    raw: string,
    type: EventType,
    mode: string | null,
    objects: TriggerEntry['objects'],
    subjects: TriggerEntry['objects'] = null,
  ): void => {
    const { lemma, weak, loss } = marked(raw);
    for (const [form, bits] of inflections(lemma, yaml.irregular)) {
      const words = split(form);
      put({ type, mode, form: 'verb', lemma, words, weak, loss, objects, subjects });
      verbs.set(words[0] ?? '', (verbs.get(words[0] ?? '') ?? 0) | bits);
    }
  };
  const addNoun = (raw: string, type: EventType, mode: string | null): void => {
    const { lemma, weak, loss } = marked(raw);
    const prepositional = / (?:to|of|with|against|for)$/.test(lemma);
    const space = lemma.lastIndexOf(' ');
    const plurals = prepositional ? plural(lemma.slice(0, space)) + lemma.slice(space) : plural(lemma);
    for (const form of new Set([lemma, plurals])) {
      const words = split(form);
      put({ type, mode, form: 'noun', lemma, words, weak, loss, objects: null, subjects: null });
      if (words.length === 1) nouns.add(form);
    }
  };

  for (const [type, table] of Object.entries(yaml.types) as [EventType, TypeYaml][]) {
    frames.set(type, {
      to: new Set(listOf(table.to)),
      by: new Set(listOf(table.by)),
      cues: cueTable(table.cues ?? {}),
    });
    for (const [key, triggers] of Object.entries(table.triggers)) {
      const mode = key === 'plain' ? null : key;
      for (const v of listOf(triggers?.verbs)) addVerb(v, type, mode, null);
      for (const n of listOf(triggers?.nouns)) addNoun(n, type, mode);
      for (const p of listOf(triggers?.phrases))
        put({
          type,
          mode,
          form: 'phrase',
          lemma: p,
          words: split(p),
          weak: false,
          loss: false,
          objects: null,
          subjects: null,
        });
      for (const p of triggers?.patterns ?? []) {
        const objects = p.with === undefined ? null : alternatives(p.with);
        const subjects = p.by === undefined ? null : alternatives(p.by);
        for (const v of listOf(p.verbs))
          addVerb(p.loss === true ? `${v}*` : v, type, p.mode ?? mode, objects, subjects);
      }
    }
  }
  for (const { words, type, mode } of added) {
    addVerb(words, type, mode, null);
    addNoun(words, type, mode);
  }
  for (const [form, bits] of common.verbs) verbs.set(form, (verbs.get(form) ?? 0) | bits);
  for (const p of listOf(yaml.figurative))
    put({
      type: 'STATEMENT',
      mode: null,
      form: 'figurative',
      lemma: p,
      words: split(p),
      weak: true,
      loss: false,
      objects: null,
      subjects: null,
    });
  const light = formsOf(listOf(yaml.light), yaml.irregular, verbs);
  for (const word of verbs.keys()) if (common.adjectives.has(word) || common.prepositions.has(word)) verbs.delete(word);
  for (const list of table.values())
    list.sort(
      (a, b) =>
        b.words.length - a.words.length ||
        Number(b.objects !== null || b.subjects !== null) - Number(a.objects !== null || a.subjects !== null),
    );
  // What users add comes and goes: only the lexicon that ships keeps its answers in the words.
  const lookup = <T>(entries: ReadonlyMap<string, T>): WordLookup<T> =>
    added.length === 0 ? new WordTable(entries) : new PassingTable(entries);
  const members = (words: ReadonlySet<string>): WordMembers =>
    added.length === 0 ? new WordSet(words) : new PassingSet(words);
  return {
    triggers: lookup(table),
    frames,
    verbs: lookup(verbs),
    light: members(light),
    both: listOf(yaml.both).map(split),
    nouns: members(nouns),
  };
}

function formsOf(lemmas: readonly string[], irregular: Irregular, verbs: Map<string, number>): Set<string> {
  const forms = new Set<string>();
  for (const lemma of lemmas)
    for (const [form, bits] of inflections(lemma, irregular)) {
      const head = split(form)[0] ?? '';
      forms.add(head);
      verbs.set(head, (verbs.get(head) ?? 0) | bits);
    }
  return forms;
}

function marked(raw: string): { lemma: string; weak: boolean; loss: boolean } {
  const mark = raw.at(-1);
  const lemma = mark === '?' || mark === '*' ? raw.slice(0, -1) : raw;
  return { lemma: lemma.toLowerCase(), weak: mark === '?', loss: mark === '*' };
}

/** Words as the tokenizer has them: hyphens are words. */
function split(phrase: string): string[] {
  return phrase.toLowerCase().replaceAll('-', ' - ').split(' ').filter(Boolean);
}

function alternatives(list: List): Alternatives {
  const table = new Map<string, string[][]>();
  for (const words of listOf(list).map(split)) {
    const first = words[0] ?? '';
    const beginning = table.get(first);
    if (beginning === undefined) table.set(first, [words]);
    else beginning.push(words);
  }
  return table;
}

function cueTable(cues: Readonly<Record<string, List>>): Map<string, string> {
  const table = new Map<string, string>();
  for (const [mode, words] of Object.entries(cues))
    for (const w of listOf(words)) if (!table.has(w)) table.set(w, mode);
  return table;
}
