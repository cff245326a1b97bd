/** What the tables know of single words, as bits. The features of the tagger are trained on them. */
import cities from '#cities';
import countries from '#countries';
import givenNames from '#given-names';
import regions from '#regions';
import words from '#words';
import names from '../../lexicon/names.yaml';
import offices from '../../lexicon/offices.yaml';
import { fold } from '../../text';

let table: ReadonlyMap<string, number> | undefined;

/** The classes of a word, given in lower case; 0 where no table has it. */
export function wordClasses(lower: string): number {
  table ??= build();
  return table.get(lower) ?? (isAscii(lower) ? 0 : (table.get(fold(lower)) ?? 0));
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

function build(): ReadonlyMap<string, number> {
  const classes = new Map<string, number>();
  let bit = 1;
  /** One class; of names of several words each word gets it. */
  const add = (entries: Iterable<string>): void => {
    for (const entry of entries) {
      for (const word of entry.toLowerCase().split(/[\s-]+/u)) {
        if (word.length < 2) continue;
        for (const form of new Set([word, fold(word)])) classes.set(form, (classes.get(form) ?? 0) | bit);
      }
    }
    bit <<= 1;
  };
  const split = (text: unknown, separator: string): string[] =>
    typeof text === 'string' ? text.split(separator).map((w) => w.trim()) : [];
  const of = (yaml: unknown, key: string): unknown => (yaml as Readonly<Record<string, unknown>>)[key];
  const list = (yaml: unknown, ...keys: string[]): string[] => keys.flatMap((k) => split(of(yaml, k), ','));

  add(split(givenNames.female, '|'));
  add(split(givenNames.male, '|'));
  add(split(givenNames.either, '|'));
  add(split(givenNames.family, '|'));
  add(countries.map((c) => c.name));
  add(countries.flatMap((c) => c.demonyms));
  add(Object.values(cities).flatMap(([large]) => split(large, '|')));
  add(
    Object.values(cities)
      .flatMap(([, small]) => split(small, '|'))
      .filter((c) => !c.includes(' ')),
  );
  add(
    Object.values(regions)
      .flatMap((r) => split(r, '|'))
      .filter((r) => !r.includes(' ')),
  );
  add(list(names, 'organization heads').filter((h) => !h.includes(' ')));
  add(list(names, 'organization openers', 'organization starters'));
  add(list(offices, 'heads'));
  add(Object.keys(of(offices, 'abbreviations') ?? {}));
  add(split(words.common, '|'));
  add(split(words.rest, '|'));
  add(list(names, 'never'));
  add(list(names, 'place heads').filter((h) => !h.includes(' ')));
  add(list(names, 'place starters'));
  add(list(names, 'particles'));
  return classes;
}
