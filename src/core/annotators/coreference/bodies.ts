import countries from '#countries';
import type { NameMention } from '../../annotations';
import { Memo } from '../../lexicon/memo';
import { fold } from '../../text';
import places from '../../lexicon/places.yaml';
import bodyNames from '../../lexicon/body-names.yaml';
import { itemAt } from '../../items';

/** All mentions by name of one body or place in a source. */
export interface BodyCluster {
  readonly kind: 'organization' | 'place';
  /** The fullest name. */
  name: string;
  country: string | null;
  known: string | null;
  /** Indices into `names`. */
  readonly mentions: number[];
}

interface BodyTable {
  /** British or foreign spellings of single words → the one that is compared. */
  readonly spellings: ReadonlyMap<string, string>;
  /** Words that alone name no body: `national`, `ministry`. */
  readonly generic: ReadonlySet<string>;
  /** Words of which the names of a state's bodies consist in every country. */
  readonly institutions: ReadonlySet<string>;
  /** Words behind a place's name that may be left out: `strip`, `province`. */
  readonly geographic: ReadonlySet<string>;
  /** Words that initials leave out. */
  readonly small: ReadonlySet<string>;
  /** Code of a country → its common English name. */
  readonly commonNames: ReadonlyMap<string, string>;
  /** Folded name of a country → its code. */
  readonly countries: ReadonlyMap<string, string>;
}

let built: BodyTable | undefined;

export function bodyTable(): BodyTable {
  return (built ??= buildBodies());
}

function buildBodies(): BodyTable {
  const yaml = bodyNames as {
    readonly spellings: Readonly<Record<string, string>>;
    readonly generic: readonly string[];
    readonly institutions: readonly string[];
    readonly geographic: readonly string[];
    readonly small: readonly string[];
    readonly apart: readonly string[];
  };
  const apart = new Set(yaml.apart);
  const byName = new Map<string, string>();
  const more = (places as { readonly names: Readonly<Record<string, string | readonly string[]>> }).names;
  const official = new Set<string>();
  for (const { code, name, names } of countries) {
    for (const n of [name, ...names]) if (!byName.has(fold(n))) byName.set(fold(n), code);
    official.add(code);
  }
  for (const [code, list] of Object.entries(more)) {
    if (typeof list !== 'string' || !official.has(code)) continue;
    for (const n of list.split(',')) if (!apart.has(fold(n))) byName.set(fold(n), code);
  }
  for (const n of apart) byName.delete(n);
  return {
    spellings: new Map(Object.entries(yaml.spellings)),
    generic: new Set(yaml.generic),
    institutions: new Set(yaml.institutions),
    geographic: new Set(yaml.geographic),
    small: new Set(yaml.small),
    commonNames: new Map(countries.map(({ code, name }) => [code, name])),
    countries: byName,
  };
}

/** One form for comparing names of bodies: folded, `the` off, spellings made one. */
export function bodyKey(name: string): string {
  const { spellings } = bodyTable();
  const words = fold(dotless(name)).split(' ');
  if (words.length > 1 && words[0] === 'the') words.shift();
  return words.map((w) => spellings.get(w) ?? w).join(' ');
}

/** One form for comparing names of places: a country's code, or the folded name without `the`, `province` and the like. */
export function placeKey(name: string): string {
  const { countries: codes, geographic } = bodyTable();
  const key = fold(dotless(name));
  const words = key.split(' ');
  if (words.length > 1 && words[0] === 'the') words.shift();
  const code = codes.get(words.join(' '));
  if (code !== undefined) return `=${code}`;
  while (words.length > 1 && geographic.has(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

function dotless(name: string): string {
  return name.includes('.') ? name.replace(/\.(?=\p{Lu}|$|\s)/gu, '') : name;
}

/** Whether a name looks like initials: `OIC`, `U.N.`, `UNHCR`. */
export function isAcronym(name: string): boolean {
  if (name.length < 2 || name.length > 24) return false;
  return /^(?:\p{Lu}\.?){2,8}s?$/u.test(name) || /^\p{Lu}{2,}[\p{Ll}\p{Lu}]{0,4}$/u.test(name);
}

/** The initials that a long name may be shortened to, folded: with and without its small words. */
export function initials(name: string): string[] {
  const { small } = bodyTable();
  const words = fold(name).split(' ');
  if (words[0] === 'the') words.shift();
  if (words.length < 2) return [];
  const letters = (list: readonly string[]): string => list.map((w) => w[0] ?? '').join('');
  const large = words.filter((w) => !small.has(w));
  return [...new Set([letters(large), letters(words)])].filter((l) => l.length > 1);
}

/** What is asked of names of bodies and places, each worked out once. */
export class BodyNames {
  readonly #keys: Memo<string>;
  readonly #places: Memo<string>;
  readonly #acronyms: Memo<boolean>;
  readonly #initials: Memo<readonly string[]>;

  /** @param limit how many answers of a kind are kept */
  constructor(limit: number) {
    this.#keys = new Memo(bodyKey, limit);
    this.#places = new Memo(placeKey, limit);
    this.#acronyms = new Memo(isAcronym, limit);
    this.#initials = new Memo(initials, limit);
  }

  key(name: string): string {
    return this.#keys.get(name, name);
  }

  place(name: string): string {
    return this.#places.get(name, name);
  }

  isAcronym(name: string): boolean {
    return this.#acronyms.get(name, name);
  }

  initials(name: string): readonly string[] {
    return this.#initials.get(name, name);
  }
}

/** How many answers are kept across sources. */
const KEPT = 1 << 12;

const FORMS = new BodyNames(KEPT);

/** Gathers mentions of bodies and of places; acronyms go to their long names, short forms to the one body that holds them. */
export function groupBodies(
  text: string,
  tokens: readonly { readonly text: string }[],
  names: readonly NameMention[],
): BodyCluster[] {
  const grouping = new Bodies(names);
  const organizations: { readonly index: number; readonly text: string }[] = [];
  for (const [index, name] of names.entries()) {
    if (name.kind === 'person') continue;
    const written = text.slice(name.start, name.end);
    const form = written.includes('\n') ? written.replace(/\s+/gu, ' ') : written;
    if (name.kind === 'place') grouping.addPlace(index, form);
    else organizations.push({ index, text: form });
  }
  for (const o of organizations) if (!FORMS.isAcronym(o.text)) grouping.addLong(o.index, o.text);
  for (const o of organizations)
    if (FORMS.isAcronym(o.text)) grouping.addAcronym(o.index, o.text, definedBy(tokens, names, o.index));
  grouping.joinShortForms();
  return grouping.clusters.filter((c) => c.mentions.length > 0);
}

/** The long name that `(OIC)` or `, or RSF,` stands behind, or the one in brackets behind the acronym. */
function definedBy(
  tokens: readonly { readonly text: string }[],
  names: readonly NameMention[],
  index: number,
): number | null {
  const name = names[index];
  if (name === undefined) return null;
  const before = names[index - 1];
  const at = (i: number): string => tokens[i]?.text ?? '';
  if (before?.kind === 'organization') {
    const gap = name.first - before.last;
    if (gap === 1 && at(before.last) === '(' && at(name.last) === ')') return index - 1;
    if (gap <= 2 && at(name.first - 1) === 'or' && (gap === 1 || at(before.last) === ',')) return index - 1;
  }
  const after = names[index + 1];
  if (
    after?.kind === 'organization' &&
    after.first === name.last + 1 &&
    at(name.last) === '(' &&
    at(after.last) === ')'
  )
    return index + 1;
  return null;
}

/** A body's name has no more words; what is longer is a run of capitals in something that is no prose. */
const LONGEST_NAME = 16;

class Bodies {
  readonly clusters: BodyCluster[] = [];
  readonly #byKey = new Map<string, BodyCluster>();
  readonly #byInitials = new Map<string, BodyCluster>();
  readonly #byKnown = new Map<string, BodyCluster>();
  readonly #of = new Map<number, BodyCluster>();

  constructor(private readonly names: readonly NameMention[]) {}

  addPlace(index: number, text: string): void {
    const key = `place ${FORMS.place(text)}`;
    this.#join(this.#known(index) ?? this.#byKey.get(key) ?? this.#open('place', text), index, text, key);
  }

  addLong(index: number, text: string): void {
    const key = FORMS.key(text);
    const cluster = this.#known(index) ?? this.#byKey.get(key) ?? this.#open('organization', text);
    this.#join(cluster, index, text, key);
    for (const letters of FORMS.initials(text))
      if (!this.#byInitials.has(letters)) this.#byInitials.set(letters, cluster);
  }

  addAcronym(index: number, text: string, definedAs: number | null): void {
    const key = FORMS.key(text);
    const defined = definedAs === null ? undefined : this.#of.get(definedAs);
    const cluster = this.#known(index) ?? defined ?? this.#byKey.get(key) ?? this.#byInitials.get(key);
    this.#join(cluster ?? this.#open('organization', text), index, text, key);
  }

  /** `Lindmoor` for `Lindmoor United`, `the Hawks` for `the Ikeja Hawks`: where exactly one longer name begins or ends with it. */
  joinShortForms(): void {
    const { generic, countries: codes } = bodyTable();
    const ends = new Map<string, BodyCluster | null>();
    const organizations = this.clusters.filter((c) => c.kind === 'organization');
    for (const cluster of organizations) {
      const words = FORMS.key(cluster.name).split(' ');
      if (words.length < 2 || words.length > LONGEST_NAME) continue;
      for (let n = 1; n < words.length; n++) {
        for (const part of [words.slice(0, n).join(' '), words.slice(-n).join(' ')])
          ends.set(part, ends.has(part) && ends.get(part) !== cluster ? null : cluster);
      }
    }
    const usable = (key: string): boolean => !codes.has(key) && !key.split(' ').every((w) => generic.has(w));
    for (const cluster of this.clusters) {
      const first = itemAt(this.names, cluster.mentions[0]);
      // A place that no gazetteer knows may be a club by the name of its town.
      const gazetted = cluster.country !== null || (first?.known ?? null) !== null;
      if (cluster.kind === 'place' && gazetted) continue;
      const key = FORMS.key(cluster.name);
      const whole = ends.get(key) ?? null;
      if (whole !== null && whole !== cluster && usable(key) && !FORMS.isAcronym(cluster.name))
        this.#merge(whole, cluster);
    }
  }

  #known(index: number): BodyCluster | undefined {
    const known = this.names[index]?.known ?? null;
    return known === null ? undefined : this.#byKnown.get(known);
  }

  #open(kind: BodyCluster['kind'], name: string): BodyCluster {
    const cluster: BodyCluster = { kind, name, country: null, known: null, mentions: [] };
    this.clusters.push(cluster);
    return cluster;
  }

  #join(cluster: BodyCluster, index: number, text: string, key: string): void {
    const mention = this.names[index];
    cluster.mentions.push(index);
    this.#of.set(index, cluster);
    if (!this.#byKey.has(key)) this.#byKey.set(key, cluster);
    cluster.country ??= mention?.country ?? null;
    cluster.known ??= mention?.known ?? null;
    if (cluster.known !== null) this.#byKnown.set(cluster.known, cluster);
    const fuller =
      text.length > cluster.name.length && !(cluster.kind === 'place' && FORMS.place(text).startsWith('='));
    if (fuller || (isShouting(cluster.name) && !isShouting(text) && text.length >= cluster.name.length))
      cluster.name = text;
  }

  #merge(into: BodyCluster, from: BodyCluster): void {
    for (const index of from.mentions) this.#of.set(index, into);
    into.mentions.push(...from.mentions);
    into.mentions.sort((a, b) => a - b);
    from.mentions.length = 0;
    into.country ??= from.country;
    into.known ??= from.known;
  }
}

function isShouting(name: string): boolean {
  return name.length > 5 && name === name.toUpperCase();
}
