/** Words for offices and roles, from `offices.yaml`. */
import type { Gender } from '../annotations';
import { plural } from './inflect';
import { listOf } from './lists';
import offices from './offices.yaml';
import { WordSet, WordTable } from './word-table';

export type Status = 'current' | 'acting' | 'former' | 'late' | 'designate';

/** A head, a word or several: `president`, `prime ministers`. */
export interface OfficeHead {
  /** Lower-case words; hyphens part words. */
  readonly words: readonly string[];
  /** Singular, in full: `gen.` → `general`. */
  readonly title: string;
  readonly plural: boolean;
  /** May stand before a name without an article, in lower case too: `coach Ana Silva`. */
  readonly titular: boolean;
  /** An abbreviated rank: only before a name. */
  readonly abbreviated: boolean;
  readonly relational: boolean;
  readonly gender: Gender | null;
}

export interface OfficeTable {
  /** First word → heads that begin with it, the longest first. */
  readonly heads: WordTable<readonly OfficeHead[]>;
  readonly modifiers: WordSet;
  /** Modifier of status → status. */
  readonly status: WordTable<Status>;
  /** `of`, `for` → what may follow as part of the title, as words, the longest first. */
  readonly complements: WordTable<readonly (readonly string[])[]>;
  /** `new`, `veteran`: may stand before a head and belong to no title. */
  readonly ordinary: WordSet;
  /** Heads that may have a field in words of their own: `director of global news`. */
  readonly fielded: WordSet;
  /** Heads of those who serve in another country than their own. */
  readonly abroad: WordSet;
  /** Heads that mean a counterpart where a nationality stands before them. */
  readonly likewise: WordSet;
  /** Offices of a part of a country, and the country of those parts that are called like another country. */
  readonly regional: { readonly offices: ReadonlySet<string>; readonly countries: WordTable<string> };
  /** Heads that are verbs too. */
  readonly verbs: WordSet;
  /** The last words of names of bodies that may stand before a title. */
  readonly bodies: WordSet;
  /** `Dr`, `Mrs` → gender, null where it tells none. */
  readonly honorifics: WordTable<Gender | null>;
}

interface OfficesYaml {
  readonly heads: string;
  readonly titles: string;
  readonly abbreviations: Readonly<Record<string, string>>;
  readonly honorifics: Readonly<Record<Gender | 'either', string>>;
  readonly gendered: Readonly<Record<Gender, string>>;
  readonly modifiers: string;
  readonly status: Readonly<Record<Exclude<Status, 'current'>, string>>;
  readonly complements: string;
  readonly relational: string;
  readonly plurals: Readonly<Record<string, string>>;
  readonly ordinary: string;
  readonly fielded: string;
  readonly abroad: string;
  readonly likewise: string;
  readonly regional: { readonly offices: string; readonly countries: Readonly<Record<string, string>> };
  readonly verbs: string;
  readonly bodies: string;
}

let built: OfficeTable | undefined;

/** Immutable; built when first used. */
export function officeTable(): OfficeTable {
  return (built ??= buildOffices(offices as OfficesYaml));
}

function buildOffices(yaml: OfficesYaml): OfficeTable {
  const titles = new Set(listOf(yaml.titles).map(title));
  const relational = new Set(listOf(yaml.relational));
  const genders = new Map<string, Gender>();
  for (const gender of ['male', 'female'] as const)
    for (const head of listOf(yaml.gendered[gender])) genders.set(head, gender);
  const heads = new Map<string, OfficeHead[]>();
  const add = (form: string, of: string, isPlural: boolean, abbreviated: boolean): void => {
    const words = form.split(/[\s-]+/u);
    const head = {
      words,
      title: title(of),
      plural: isPlural,
      titular: titles.has(title(of)) || abbreviated,
      abbreviated,
      relational: relational.has(of),
      gender: genders.get(of) ?? null,
    };
    const key = words[0] ?? '';
    const list = heads.get(key);
    if (list === undefined) heads.set(key, [head]);
    else if (!list.some((h) => h.words.join(' ') === words.join(' '))) list.push(head);
  };
  const singular = new Set([...listOf(yaml.heads), ...listOf(yaml.titles), ...relational]);
  for (const [form, of] of Object.entries(yaml.plurals)) add(form, of, true, false);
  for (const head of singular) add(head, head, false, false);
  for (const head of singular) add(plural(head), head, true, false);
  for (const [form, of] of Object.entries(yaml.abbreviations)) add(form, of, false, true);
  for (const list of heads.values()) list.sort((a, b) => b.words.length - a.words.length);

  const complements = new Map<string, string[][]>();
  for (const item of listOf(yaml.complements)) {
    const [preposition = '', ...words] = item.split(' ');
    const list = complements.get(preposition);
    if (list === undefined) complements.set(preposition, [words]);
    else list.push(words);
  }
  for (const list of complements.values()) list.sort((a, b) => b.length - a.length);

  const status = new Map<string, Status>();
  for (const kind of ['acting', 'former', 'late', 'designate'] as const)
    for (const word of listOf(yaml.status[kind])) status.set(word, kind);
  const honorifics = new Map<string, Gender | null>();
  for (const gender of ['male', 'female'] as const)
    for (const word of listOf(yaml.honorifics[gender])) honorifics.set(word, gender);
  for (const word of listOf(yaml.honorifics.either)) honorifics.set(word, null);

  return {
    heads: new WordTable(heads),
    modifiers: new WordSet(listOf(yaml.modifiers)),
    status: new WordTable(status),
    complements: new WordTable(complements),
    ordinary: new WordSet(listOf(yaml.ordinary)),
    fielded: new WordSet(listOf(yaml.fielded)),
    abroad: new WordSet(listOf(yaml.abroad)),
    likewise: new WordSet(listOf(yaml.likewise)),
    regional: {
      offices: new Set(listOf(yaml.regional.offices)),
      countries: new WordTable(new Map(Object.entries(yaml.regional.countries))),
    },
    verbs: new WordSet(listOf(yaml.verbs)),
    bodies: new WordSet(listOf(yaml.bodies)),
    honorifics: new WordTable(honorifics),
  };
}

/** `secretary-general` → `secretary general`; `co-founder` stays. */
function title(head: string): string {
  return head.startsWith('co-') ? head : head.replaceAll('-', ' ');
}
