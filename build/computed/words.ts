/** What the tables know of single words: the bits of the vocabulary, and above them the classes that the tagger is trained on. */
import cities from '#cities';
import countries from '#countries';
import givenNames from '#given-names';
import regions from '#regions';
import words from '#words';
import trained from '../../src/core/annotators/tagger/names.classes.yaml';
import extra from '../../src/core/lexicon/given-names.yaml';
import names from '../../src/core/lexicon/names.yaml';
import { listOf, plainKey } from '../../src/core/lexicon/lists';
import { nameWords } from '../../src/core/lexicon/name-words';
import { CLASSES, COMMON, FAMILY, FEMALE, GIVEN, MALE, WORD } from '../../src/core/lexicon/word-bits';
import { fold } from '../../src/core/text';
import { pack } from '../pack';

interface NamesYaml {
  readonly female: string;
  readonly male: string;
  readonly either: string;
  readonly family: string;
}

function vocabulary(): ReadonlyMap<string, number> {
  const more = extra as NamesYaml;
  const bits = new Map<string, number>();
  const add = (list: readonly string[], bit: number): void => {
    for (const word of list) bits.set(word, (bits.get(word) ?? 0) | bit);
  };
  add(words.common.split('|'), COMMON | WORD);
  add(words.rest.split('|'), WORD);
  add(listOf((names as Readonly<Record<string, string>>)['ordinary words'] ?? ''), COMMON | WORD);
  add(givenNames.female.split('|'), FEMALE);
  add(givenNames.male.split('|'), MALE);
  add(givenNames.either.split('|'), FEMALE | MALE);
  add(givenNames.family.split('|'), FAMILY);
  for (const [bit, list] of [
    [FEMALE, more.female],
    [MALE, more.male],
    [FEMALE | MALE, more.either],
    [FAMILY, more.family],
  ] as const)
    add(
      listOf(list).map((n) => plainKey(n.toLowerCase())),
      bit,
    );
  // `da`, `al` are parts of names, not given names.
  for (const particle of nameWords().strongParticles) bits.set(particle, (bits.get(particle) ?? 0) & ~GIVEN);
  return bits;
}

/** The classes of words, as bits: as they were when the tagger's model was trained. */
function classes(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  let bit = 1;
  /** One class; of names of several words each word gets it. */
  const add = (entries: Iterable<string>): void => {
    for (const entry of entries) {
      for (const word of entry.toLowerCase().split(/[\s-]+/u)) {
        if (word.length < 2) continue;
        for (const form of new Set([word, fold(word)])) found.set(form, (found.get(form) ?? 0) | bit);
      }
    }
    bit <<= 1;
  };
  const split = (text: unknown, separator: string): string[] =>
    typeof text === 'string' ? text.split(separator).map((w) => w.trim()) : [];
  const list = (...keys: string[]): string[] =>
    keys.flatMap((k) => split((trained as Readonly<Record<string, unknown>>)[k], ','));

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
  add(list('organization heads').filter((h) => !h.includes(' ')));
  add(list('organization openers', 'organization starters'));
  add(list('office heads'));
  add(list('office abbreviations'));
  add(split(words.common, '|'));
  add(split(words.rest, '|'));
  add(list('never'));
  add(list('place heads').filter((h) => !h.includes(' ')));
  add(list('place starters'));
  add(list('particles'));
  return found;
}

function all(): ReadonlyMap<string, number> {
  const bits = new Map(vocabulary());
  for (const [word, mask] of classes()) bits.set(word, (bits.get(word) ?? 0) | (mask << CLASSES));
  return bits;
}

export default pack(all());
