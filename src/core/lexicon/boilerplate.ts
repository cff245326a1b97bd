/** Words of what stands around a report. Immutable; built once for a process, when first used. */
import boilerplate from './boilerplate.yaml';
import { WordTable } from './word-table';

/** Phrases as lower-case tokens, by their first one. */
export type Phrases = WordTable<readonly (readonly string[])[]>;

export interface BoilerplateWords {
  readonly openings: Phrases;
  readonly phrases: Phrases;
  readonly disclaimer: {
    readonly subjects: ReadonlySet<string>;
    readonly claims: ReadonlySet<string>;
    readonly negations: ReadonlySet<string>;
  };
  readonly credits: ReadonlySet<string>;
  readonly endings: ReadonlySet<string>;
}

interface BoilerplateTable {
  readonly openings: readonly string[];
  readonly phrases: readonly string[];
  readonly disclaimer: Readonly<Record<'subjects' | 'claims' | 'negations', readonly string[]>>;
  readonly credits: readonly string[];
  readonly endings: readonly string[];
}

let built: BoilerplateWords | undefined;

export function boilerplateWords(): BoilerplateWords {
  return (built ??= build(boilerplate as BoilerplateTable));
}

function build(table: BoilerplateTable): BoilerplateWords {
  return {
    openings: byFirstWord(table.openings),
    phrases: byFirstWord(table.phrases),
    disclaimer: {
      subjects: new Set(table.disclaimer.subjects),
      claims: new Set(table.disclaimer.claims),
      negations: new Set(table.disclaimer.negations),
    },
    credits: new Set(table.credits),
    endings: new Set(table.endings),
  };
}

function byFirstWord(phrases: readonly string[]): Phrases {
  const map = new Map<string, string[][]>();
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    const first = words[0] ?? '';
    const list = map.get(first);
    if (list === undefined) map.set(first, [words]);
    else list.push(words);
  }
  return new WordTable(map);
}
