/** `dossier.yaml` → knowledge and problems. Reads the syntax tree, so that every problem has its place. */
import { isAlias, isMap, isNode, isScalar, isSeq, type Document, type Node, type ParsedNode, type YAMLMap } from 'yaml';
import countries from '#countries';
import type {
  KnownEvent,
  KnownOffice,
  KnownPerson,
  KnownSource,
  KnownTrigger,
  KnownOrganization,
  ParsedKnowledge,
} from './knowledge';
import { EVENT_TYPES, type EventType, type Problem } from './model';
import { slug, type Span } from './text';
import { parseYaml } from './yaml';

const CODES: ReadonlySet<string> = new Set(countries.map((c) => c.code));

/**
 * Reads a knowledge file. Never throws: what is wrong is left out and reported, the rest is used.
 * @returns problems with the codes `knowledge-syntax` (error), `knowledge-invalid` (error), `knowledge-duplicate` (error) and
 * `knowledge-unknown-key` (warning); offsets count UTF-16 code units of `text`.
 */
export function parseKnowledge(text: string): ParsedKnowledge {
  const reader = new Reader();
  const root = reader.root(text);
  const top = root === undefined ? undefined : reader.map(root, 'the file', TOP_KEYS);
  const knowledge = {
    sources: readSources(reader, top?.get('sources')),
    people: readUnique(reader, top?.get('people'), 'people', readPerson),
    organizations: readUnique(reader, top?.get('organizations'), 'organizations', readThing),
    places: readUnique(reader, top?.get('places'), 'places', readThing),
    events: readUnique(reader, top?.get('events'), 'events', readEvent),
    triggers: reader.list(top?.get('triggers'), 'triggers').flatMap((n) => readTrigger(reader, n) ?? []),
  };
  return { knowledge, problems: reader.problems };
}

const TOP_KEYS = ['sources', 'people', 'organizations', 'places', 'events', 'triggers'];
const THING_KEYS = ['id', 'name', 'aliases', 'acronym', 'country', 'wikidata'];

function readSources(reader: Reader, node: Node | undefined): ReadonlyMap<string, KnownSource> {
  const sources = new Map<string, KnownSource>();
  for (const [path, { value, at }] of reader.entries(node, 'sources')) {
    const fields = reader.map(value, `the source ${path}`, ['date', 'publisher']);
    if (fields === undefined) continue;
    sources.set(path.replaceAll('\\', '/'), {
      date: reader.date(fields.get('date'), 'day'),
      publisher: reader.string(fields.get('publisher'), 'publisher'),
      at,
    });
  }
  return sources;
}

function readThing(reader: Reader, node: Node, keys: readonly string[] = THING_KEYS): KnownOrganization | undefined {
  const fields = reader.map(node, 'an entry', keys);
  if (fields === undefined) return undefined;
  const name = reader.required(fields, 'name', node);
  if (name === null) return undefined;
  const acronym = reader.string(fields.get('acronym'), 'acronym');
  return {
    id: reader.string(fields.get('id'), 'id') ?? slug(name),
    name,
    aliases: [...(acronym === null ? [] : [acronym]), ...reader.strings(fields.get('aliases'), 'aliases')],
    country: reader.country(fields.get('country')),
    wikidata: reader.pattern(fields.get('wikidata'), /^Q\d{1,12}$/, 'a Wikidata id such as Q42'),
    at: spanOf(node),
  };
}

function readPerson(reader: Reader, node: Node): KnownPerson | undefined {
  const thing = readThing(reader, node, [...THING_KEYS, 'gender', 'offices']);
  if (thing === undefined) return undefined;
  const fields = reader.map(node, 'an entry', null);
  const gender = reader.pattern(fields?.get('gender'), /^(female|male)$/, '`female` or `male`');
  return {
    ...thing,
    gender: gender === 'female' || gender === 'male' ? gender : null,
    offices: reader
      .list(fields?.get('offices'), 'offices')
      .flatMap((office) => readOffice(reader, office, thing.country) ?? []),
  };
}

function readOffice(reader: Reader, node: Node, country: string | null): KnownOffice | undefined {
  const fields = reader.map(node, 'an office', ['title', 'country', 'organization', 'from', 'to']);
  if (fields === undefined) return undefined;
  const title = reader.required(fields, 'title', node);
  if (title === null) return undefined;
  const from = reader.date(fields.get('from'), 'any');
  const to = reader.date(fields.get('to'), 'any');
  if (from !== null && to !== null && to < from.slice(0, to.length)) {
    reader.report('knowledge-invalid', 'error', `The office ends (${to}) before it begins (${from}).`, spanOf(node));
  }
  const organization = reader.string(fields.get('organization'), 'organization');
  const own = fields.has('country') ? reader.country(fields.get('country')) : organization === null ? country : null;
  return { title: title.toLowerCase(), country: own, organization, from, to };
}

function readEvent(reader: Reader, node: Node): KnownEvent | undefined {
  const fields = reader.map(node, 'an event', ['id', 'name', 'date', 'aliases', 'type']);
  if (fields === undefined) return undefined;
  const name = reader.required(fields, 'name', node);
  const date = reader.date(reader.need(fields, 'date', node), 'interval');
  if (name === null || date === null) return undefined;
  return {
    id: reader.string(fields.get('id'), 'id') ?? slug(name),
    name,
    aliases: reader.strings(fields.get('aliases'), 'aliases'),
    date,
    type: reader.eventType(fields.get('type')),
    at: spanOf(node),
  };
}

function readTrigger(reader: Reader, node: Node): KnownTrigger | undefined {
  const fields = reader.map(node, 'a trigger', ['words', 'type', 'mode']);
  if (fields === undefined) return undefined;
  const words = reader.required(fields, 'words', node);
  const type = reader.eventType(reader.need(fields, 'type', node));
  if (words === null || type === null) return undefined;
  return { words, type, mode: reader.string(fields.get('mode'), 'mode') };
}

/** Reads a list and reports entries whose id stands twice. */
function readUnique<T extends { readonly id: string; readonly at: Span }>(
  reader: Reader,
  node: Node | undefined,
  what: string,
  read: (reader: Reader, node: Node) => T | undefined,
): readonly T[] {
  const seen = new Map<string, T>();
  for (const item of reader.list(node, what)) {
    const thing = read(reader, item);
    if (thing === undefined) continue;
    if (seen.has(thing.id)) {
      reader.report('knowledge-duplicate', 'error', `The id \`${thing.id}\` stands twice among the ${what}.`, thing.at);
    } else seen.set(thing.id, thing);
  }
  return [...seen.values()];
}

function spanOf(node: Node | null | undefined): Span {
  const range = node?.range;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
}

type DatePrecision = 'day' | 'any' | 'interval';

/** Reads nodes of one document and collects what is wrong with them. */
class Reader {
  readonly problems: Problem[] = [];
  #document: Document.Parsed | undefined;

  report(code: string, severity: Problem['severity'], message: string, { start, end }: Span): void {
    this.problems.push({ code, severity, message, path: null, start, end });
  }

  root(text: string): ParsedNode | undefined {
    const document = parseYaml(text);
    if (typeof document === 'string') {
      this.report('knowledge-syntax', 'error', document, { start: 0, end: 0 });
      return undefined;
    }
    this.#document = document;
    for (const { message, pos } of [...document.errors, ...document.warnings]) {
      this.report('knowledge-syntax', 'error', message, { start: pos[0], end: Math.max(pos[1], pos[0]) });
    }
    return document.contents ?? undefined;
  }

  /** Follows an alias to its anchor, one step: an alias of an alias is no valid YAML. */
  #resolve(node: unknown): Node | undefined {
    if (!isNode(node)) return undefined;
    if (isAlias(node)) return this.#document === undefined ? undefined : node.resolve(this.#document);
    return node;
  }

  #isEmpty(node: Node | undefined): boolean {
    return node === undefined || (isScalar(node) && node.value === null);
  }

  #asMap(node: Node | undefined, what: string): YAMLMap | undefined {
    const resolved = this.#resolve(node);
    if (this.#isEmpty(resolved)) return undefined;
    if (isMap(resolved)) return resolved;
    this.report('knowledge-invalid', 'error', `Here ${what} must be \`key: value\` lines.`, spanOf(node));
    return undefined;
  }

  /** The fields of a mapping. Keys outside `keys` are reported; `null` takes any. */
  map(node: Node, what: string, keys: readonly string[] | null): Map<string, Node> | undefined {
    const map = this.#asMap(node, what);
    if (map === undefined) return undefined;
    const fields = new Map<string, Node>();
    for (const { key, value } of map.items) {
      if (!isNode(key)) continue;
      const name = isScalar(key) ? String(key.value) : '';
      if (keys !== null && !keys.includes(name)) {
        this.report(
          'knowledge-unknown-key',
          'warning',
          `\`${name}\` is no key of ${what}; known are: ${keys.join(', ')}.`,
          spanOf(key),
        );
      } else if (isNode(value)) fields.set(name, value);
    }
    return fields;
  }

  /** The entries of a mapping with free keys. */
  entries(node: Node | undefined, what: string): [string, { value: Node; at: Span }][] {
    const map = this.#asMap(node, what);
    return (map?.items ?? []).flatMap(({ key, value }) =>
      isScalar(key) && isNode(value)
        ? [[String(key.value), { value, at: { start: spanOf(key).start, end: spanOf(value).end } }]]
        : [],
    );
  }

  list(node: Node | undefined, what: string): Node[] {
    const resolved = this.#resolve(node);
    if (this.#isEmpty(resolved)) return [];
    if (isSeq(resolved)) return resolved.items.flatMap((item) => this.#resolve(item) ?? []);
    this.report(
      'knowledge-invalid',
      'error',
      `\`${what}\` must be a list: lines that begin with \`-\`, or [a, b].`,
      spanOf(node),
    );
    return [];
  }

  string(node: Node | undefined, what: string): string | null {
    const resolved = this.#resolve(node);
    if (this.#isEmpty(resolved)) return null;
    if (isScalar(resolved)) {
      const text = (resolved.source ?? String(resolved.value)).trim();
      if (text !== '') return text;
    }
    this.report('knowledge-invalid', 'error', `\`${what}\` must be one line of text.`, spanOf(node));
    return null;
  }

  strings(node: Node | undefined, what: string): string[] {
    const resolved = this.#resolve(node);
    if (isScalar(resolved) && resolved.value !== null) return [this.string(resolved, what) ?? []].flat();
    return this.list(resolved, what).flatMap((item) => this.string(item, what) ?? []);
  }

  /** The node of a field that must be there. */
  need(fields: ReadonlyMap<string, Node>, key: string, owner: Node): Node | undefined {
    const node = fields.get(key);
    if (node === undefined) this.report('knowledge-invalid', 'error', `\`${key}\` is missing.`, spanOf(owner));
    return node;
  }

  required(fields: ReadonlyMap<string, Node>, key: string, owner: Node): string | null {
    return this.string(this.need(fields, key, owner), key);
  }

  /** @param pattern anchored and without nested repetition: it meets text that people write */
  pattern(node: Node | undefined, pattern: RegExp, expected: string): string | null {
    const text = this.string(node, 'this');
    if (text === null || pattern.test(text)) return text;
    this.report('knowledge-invalid', 'error', `\`${text.slice(0, 80)}\` is not ${expected}.`, spanOf(node));
    return null;
  }

  country(node: Node | undefined): string | null {
    const text = this.string(node, 'country');
    if (text === null || CODES.has(text)) return text;
    const named = countries.find((c) => c.name.toLowerCase() === text.toLowerCase());
    const hint = named === undefined ? '' : ` Write \`${named.code}\` for ${named.name}.`;
    this.report(
      'knowledge-invalid',
      'error',
      `\`${text.slice(0, 80)}\` is no country code of two capital letters.${hint}`,
      spanOf(node),
    );
    return null;
  }

  eventType(node: Node | undefined): EventType | null {
    const text = this.string(node, 'type');
    if (text === null) return null;
    const type = EVENT_TYPES.find((t) => t === text.toUpperCase());
    if (type === undefined) {
      this.report(
        'knowledge-invalid',
        'error',
        `\`${text.slice(0, 80)}\` is no event type; known are: ${EVENT_TYPES.join(', ')}.`,
        spanOf(node),
      );
    }
    return type ?? null;
  }

  /** An ISO date. `day`: to the day; `any`: year, month or day; `interval`: any, or two of them with a slash. */
  date(node: Node | undefined, precision: DatePrecision): string | null {
    const text = this.string(node, 'date');
    if (text === null) return null;
    const parts = precision === 'interval' ? text.split('/') : [text];
    const valid = parts.length <= 2 && parts.every((p) => isIsoDate(p) && (precision !== 'day' || p.length === 10));
    if (valid && (parts[1] === undefined || parts[1] >= (parts[0] ?? ''))) return text;
    const expected = precision === 'day' ? 'a day, such as 2024-06-02' : 'a date, such as 2024, 2024-06 or 2024-06-02';
    this.report('knowledge-invalid', 'error', `\`${text.slice(0, 80)}\` is not ${expected}.`, spanOf(node));
    return null;
  }
}

/** Whether `text` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD` and a day that exists. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}(-\d{2}){0,2}$/.test(text)) return false;
  const full = text + '-01-01'.slice(text.length - 4);
  const date = new Date(`${full}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(full);
}
