/** Triggers by their first word. What is made of the lexicon at once is little; the entries of a word are made when it is first asked for. */
import { plural } from '../../lexicon/inflect';
import { listOf } from '../../lexicon/lists';
import type { EventType } from '../../model';
import { inflections, type Irregular } from './inflections';

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
  /** A word of everyday life: counts only with somebody named whom it is done to. */
  readonly named: boolean;
  /** Death and damage that an event brings about. */
  readonly loss: boolean;
  /** One of these (lower-case words each) must stand in the object. */
  readonly objects: Alternatives | null;
  /** One of these must stand before the verb. */
  readonly subjects: Alternatives | null;
}

/** Words parted by commas. */
export type List = string;

/** What a verb must have around it: objects and subjects. */
export interface Surroundings {
  readonly with?: List;
  readonly by?: List;
}

interface Definition extends Pick<TriggerEntry, 'type' | 'mode' | 'form' | 'lemma' | 'weak' | 'named' | 'loss'> {
  /** Where it stands in the lexicon: the earlier one goes first. */
  readonly order: number;
  readonly around: Around | null;
}

/** A definition in one spelling. */
interface Spelled {
  readonly definition: Definition;
  readonly spelling: string;
}

/** One form of a verb's first word. */
interface Inflected {
  readonly head: string;
  readonly form: string;
}

export class TriggerTable {
  readonly #irregular: Irregular;
  /** First word of a spelling → nouns and phrases. */
  readonly #spelled = new Map<string, Spelled[]>();
  /** First word of a form → the verbs that it is one of. */
  readonly #inflected = new Map<string, Inflected[]>();
  /** First word of a verb, not inflected → definitions that begin with it, each with its further words. */
  readonly #verbs = new Map<string, { readonly definition: Definition; readonly rest: string }[]>();
  readonly #entries = new Map<string, readonly TriggerEntry[]>();
  #size = 0;

  /** First word of a form → bits of the forms that it may be, of all verbs. */
  readonly forms = new Map<string, number>();
  /** Every form of every single-word noun. */
  readonly nouns = new Set<string>();

  constructor(irregular: Irregular) {
    this.#irregular = irregular;
  }

  addVerb(raw: string, type: EventType, mode: string | null, around: Around | null): void {
    const { lemma, ...marks } = marked(raw);
    const space = lemma.indexOf(' ');
    const head = space < 0 ? lemma : lemma.slice(0, space);
    const rest = space < 0 ? '' : lemma.slice(space);
    const definition: Definition = { type, mode, form: 'verb', lemma, ...marks, order: this.#size++, around };
    let verbs = this.#verbs.get(head);
    if (verbs === undefined) {
      this.#verbs.set(head, (verbs = []));
      for (const form of this.#inflect(head).keys()) push(this.#inflected, firstWord(form), { head, form });
    }
    verbs.push({ definition, rest });
  }

  /** Forms of verbs that are no triggers by themselves; returns the first words of them. */
  addForms(lemma: string): string[] {
    return [...this.#inflect(lemma).keys()].map(firstWord);
  }

  addNoun(raw: string, type: EventType, mode: string | null): void {
    const { lemma, ...marks } = marked(raw);
    const definition: Definition = { type, mode, form: 'noun', lemma, ...marks, order: this.#size++, around: null };
    const space = lemma.lastIndexOf(' ');
    const prepositional = PREPOSITIONS.has(lemma.slice(space + 1)) && space > 0;
    const plurals = prepositional ? plural(lemma.slice(0, space)) + lemma.slice(space) : plural(lemma);
    this.#spell(definition, lemma);
    if (plurals !== lemma) this.#spell(definition, plurals);
  }

  addPhrase(lemma: string, type: EventType, mode: string | null, form: 'phrase' | 'figurative'): void {
    const marks = { weak: form === 'figurative', named: false, loss: false };
    this.#spell({ type, mode, form, lemma, ...marks, order: this.#size++, around: null }, lemma.toLowerCase());
  }

  /** The entries that begin with a word, longest spelling first, those that ask for surroundings before those that do not. */
  get(word: string): readonly TriggerEntry[] | undefined {
    if (!this.has(word)) return undefined;
    let entries = this.#entries.get(word);
    if (entries === undefined) this.#entries.set(word, (entries = this.#make(word)));
    return entries;
  }

  has(word: string): boolean {
    return this.#spelled.has(word) || this.#inflected.has(word);
  }

  #make(word: string): readonly TriggerEntry[] {
    const found: { readonly entry: TriggerEntry; readonly order: number }[] = [];
    const add = (definition: Definition, spelling: string): void => {
      const { order, around, ...words } = definition;
      const objects = around?.objects ?? null;
      const subjects = around?.subjects ?? null;
      found.push({
        entry: { ...words, words: wordsOf(spelling), objects, subjects },
        order,
      });
    };
    for (const { definition, spelling } of this.#spelled.get(word) ?? []) add(definition, spelling);
    for (const { head, form } of this.#inflected.get(word) ?? [])
      for (const { definition, rest } of this.#verbs.get(head) ?? []) add(definition, form + rest);
    found.sort(
      (a, b) => b.entry.words.length - a.entry.words.length || asks(b.entry) - asks(a.entry) || a.order - b.order,
    );
    return found.map((f) => f.entry);
  }

  #inflect(lemma: string): ReadonlyMap<string, number> {
    const forms = inflections(lemma, this.#irregular);
    for (const [form, bits] of forms) {
      const first = firstWord(form);
      this.forms.set(first, (this.forms.get(first) ?? 0) | bits);
    }
    return forms;
  }

  #spell(definition: Definition, spelling: string): void {
    push(this.#spelled, firstWord(spelling), { definition, spelling });
    if (definition.form === 'noun' && !spelling.includes(' ') && !spelling.includes('-')) this.nouns.add(spelling);
  }
}

/** What must stand around a verb; read when it is first needed. */
export class Around {
  readonly #lists: Surroundings;
  #objects: Alternatives | null | undefined;
  #subjects: Alternatives | null | undefined;

  constructor(lists: Surroundings) {
    this.#lists = lists;
  }

  get objects(): Alternatives | null {
    return (this.#objects ??= alternatives(this.#lists.with));
  }

  get subjects(): Alternatives | null {
    return (this.#subjects ??= alternatives(this.#lists.by));
  }
}

/** What an object tells goes before what a subject does: `troops left ten dead`. */
function asks({ objects, subjects }: TriggerEntry): number {
  return objects !== null ? 2 : subjects !== null ? 1 : 0;
}

/** They end the name of an event that is about something: `attack on`. */
const PREPOSITIONS = new Set(['to', 'of', 'with', 'against', 'for', 'on', 'about', 'over', 'by', 'from']);

function push<T>(table: Map<string, T[]>, key: string, value: T): void {
  const list = table.get(key);
  if (list === undefined) table.set(key, [value]);
  else list.push(value);
}

function marked(raw: string): Pick<TriggerEntry, 'lemma' | 'weak' | 'named' | 'loss'> {
  const mark = raw.at(-1);
  const named = mark === '!';
  const lemma = named || mark === '?' || mark === '*' ? raw.slice(0, -1) : raw;
  return { lemma: lemma.toLowerCase(), weak: named || mark === '?', named, loss: mark === '*' };
}

/** Words as the tokenizer has them: hyphens are words. */
export function wordsOf(phrase: string): string[] {
  return phrase.toLowerCase().replaceAll('-', ' - ').split(' ').filter(Boolean);
}

function firstWord(phrase: string): string {
  const end = phrase.search(/[ -]/u);
  return end < 0 ? phrase : end === 0 ? (wordsOf(phrase)[0] ?? '') : phrase.slice(0, end);
}

function alternatives(list: List | undefined): Alternatives | null {
  if (list === undefined) return null;
  const table = new Map<string, string[][]>();
  for (const words of listOf(list).map(wordsOf)) push(table, words[0] ?? '', words);
  return table;
}
