/** `dossier.yaml` → knowledge and problems. Reads the syntax tree, so that every problem has its place. */
import * as l10n from './l10n';
import { isAlias, isMap, isNode, isScalar, isSeq, type Document, type Node, type ParsedNode } from 'yaml';
import { validateKnowledge } from './knowledge-schema/validate';
import { hasFormat } from './knowledge-schema/formats';
import type {
  AcceptedDifference,
  KnownEvent,
  KnownOffice,
  KnownPerson,
  KnownSource,
  KnownTrigger,
  KnownOrganization,
  ParsedKnowledge,
} from './knowledge';
import { EVENT_TYPES, type EventType, type Problem } from './model';
import { fold, slug, type Span } from './text';
import { wordsOf } from './knowledge-layout';
import { parseYaml } from './yaml';

/**
 * Reads a knowledge file. Never throws: what is wrong is left out and reported, the rest is used.
 *
 * The schema (`schemas/dossier.schema.json`) says what is wrong with the shape of the file; here stands only what no schema can say.
 * @returns problems with the codes `knowledge-syntax` (error), `knowledge-invalid` (error), `knowledge-duplicate` (error),
 * `knowledge-shared-name` (warning) and `knowledge-unknown-key` (warning); offsets count UTF-16 code units of `text`.
 */
export function parseKnowledge(text: string): ParsedKnowledge {
  const reader = new Reader();
  const top = reader.map(reader.root(text));
  const knowledge = {
    sources: readSources(reader, top?.get('sources')),
    people: readUnique(reader, top?.get('people'), 'people', readPerson),
    organizations: readUnique(reader, top?.get('organizations'), 'organizations', readThing),
    places: readUnique(reader, top?.get('places'), 'places', readThing),
    events: readUnique(reader, top?.get('events'), 'events', readEvent),
    triggers: reader.list(top?.get('triggers')).flatMap((n) => readTrigger(reader, n) ?? []),
    different: reader
      .list(top?.get('different'))
      .map((n) => reader.strings(n))
      .filter((names) => names.length > 1),
    accepted: reader.list(top?.get('accepted')).flatMap((n) => readAccepted(reader, n) ?? []),
  };
  for (const kind of ['people', 'organizations', 'places'] as const) reportSharedNames(reader, knowledge[kind]);
  return { knowledge, problems: reader.problems };
}

function readSources(reader: Reader, node: Node | undefined): ReadonlyMap<string, KnownSource> {
  const sources = new Map<string, KnownSource>();
  for (const [path, { value, at }] of reader.entries(node)) {
    const fields = reader.map(value);
    if (fields === undefined) continue;
    sources.set(path.replaceAll('\\', '/'), {
      date: reader.formatted(fields.get('date'), 'iso-day'),
      publisher: reader.string(fields.get('publisher')),
      at,
    });
  }
  return sources;
}

function readThing(reader: Reader, node: Node): KnownOrganization | undefined {
  const fields = reader.map(node);
  const name = reader.string(fields?.get('name'));
  if (fields === undefined || name === null) return undefined;
  const acronym = reader.string(fields.get('acronym'));
  const wikidata = reader.string(fields.get('wikidata'));
  return {
    id: reader.string(fields.get('id')) ?? slug(name),
    name,
    aliases: [...(acronym === null ? [] : [acronym]), ...reader.strings(fields.get('aliases'))],
    country: reader.formatted(fields.get('country'), 'country-code'),
    wikidata: wikidata !== null && /^Q\d{1,12}$/u.test(wikidata) ? wikidata : null,
    at: spanOf(node),
  };
}

function readPerson(reader: Reader, node: Node): KnownPerson | undefined {
  const thing = readThing(reader, node);
  if (thing === undefined) return undefined;
  const fields = reader.map(node);
  const gender = reader.string(fields?.get('gender'));
  return {
    ...thing,
    gender: gender === 'female' || gender === 'male' ? gender : null,
    offices: reader.list(fields?.get('offices')).flatMap((office) => readOffice(reader, office, thing.country) ?? []),
  };
}

function readOffice(reader: Reader, node: Node, country: string | null): KnownOffice | undefined {
  const fields = reader.map(node);
  const title = reader.string(fields?.get('title'));
  if (fields === undefined || title === null) return undefined;
  const from = reader.formatted(fields.get('from'), 'iso-date');
  const to = reader.formatted(fields.get('to'), 'iso-date');
  if (from !== null && to !== null && to < from.slice(0, to.length)) {
    reader.report(
      'knowledge-invalid',
      'error',
      l10n.t('The office ends ({0}) before it begins ({1}).', to, from),
      spanOf(node),
    );
  }
  const organization = reader.string(fields.get('organization'));
  const stated = reader.formatted(fields.get('country'), 'country-code');
  const own = fields.has('country') ? stated : organization === null ? country : null;
  return { title: title.toLowerCase(), country: own, organization, from, to };
}

function readEvent(reader: Reader, node: Node): KnownEvent | undefined {
  const fields = reader.map(node);
  const name = reader.string(fields?.get('name'));
  const date = reader.formatted(fields?.get('date'), 'iso-interval');
  if (fields === undefined || name === null || date === null) return undefined;
  return {
    id: reader.string(fields.get('id')) ?? slug(name),
    name,
    aliases: reader.strings(fields.get('aliases')),
    date,
    type: reader.eventType(fields.get('type')),
    at: spanOf(node),
  };
}

function readTrigger(reader: Reader, node: Node): KnownTrigger | undefined {
  const fields = reader.map(node);
  const words = reader.string(fields?.get('words'));
  const type = reader.eventType(fields?.get('type'));
  if (fields === undefined || words === null || type === null) return undefined;
  return { words, type, mode: reader.string(fields.get('mode')) };
}

function readAccepted(reader: Reader, node: Node): AcceptedDifference | undefined {
  const fields = reader.map(node);
  const code = reader.string(fields?.get('code'));
  const source = reader.string(fields?.get('source'));
  if (fields === undefined || code === null || source === null) return undefined;
  return { code, source, text: reader.string(fields.get('text')), other: reader.string(fields.get('other')) };
}

/** A full name that two entries bear tells nothing: neither gets it. */
function reportSharedNames(reader: Reader, things: readonly KnownOrganization[]): void {
  const bearers = new Map<string, KnownOrganization>();
  for (const thing of things) {
    for (const name of new Set([thing.name, ...thing.aliases].map(fold))) {
      const other = bearers.get(name);
      if (other === undefined) bearers.set(name, thing);
      else {
        const message = l10n.t(
          '{0} and {1} both bear the name “{2}” here, so it tells neither of them.',
          thing.name,
          other.name,
          name,
        );
        reader.report('knowledge-shared-name', 'warning', message, thing.at);
      }
    }
  }
}

/** Reads a list and reports entries whose id stands twice. */
function readUnique<T extends { readonly id: string; readonly at: Span }>(
  reader: Reader,
  node: Node | undefined,
  what: string,
  read: (reader: Reader, node: Node) => T | undefined,
): readonly T[] {
  const seen = new Map<string, T>();
  for (const item of reader.list(node)) {
    const thing = read(reader, item);
    if (thing === undefined) continue;
    if (seen.has(thing.id)) {
      reader.report(
        'knowledge-duplicate',
        'error',
        l10n.t('The id `{0}` stands twice among the {1}.', thing.id, what),
        thing.at,
      );
    } else seen.set(thing.id, thing);
  }
  return [...seen.values()];
}

function spanOf(node: Node | null | undefined): Span {
  const range = node?.range;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
}

/** Reads nodes of one document; what has the wrong shape counts as not there. */
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
    for (const problem of validateKnowledge(document)) this.problems.push({ ...problem, path: null });
    return document.contents ?? undefined;
  }

  /** Follows an alias to its anchor, one step: an alias of an alias is no valid YAML. */
  #resolve(node: unknown): Node | undefined {
    if (!isNode(node)) return undefined;
    if (isAlias(node)) return this.#document === undefined ? undefined : node.resolve(this.#document);
    return node;
  }

  map(node: Node | undefined): ReadonlyMap<string, Node> | undefined {
    const map = this.#resolve(node);
    if (!isMap(map)) return undefined;
    const fields = new Map<string, Node>();
    for (const { key, value } of map.items) if (isScalar(key) && isNode(value)) fields.set(String(key.value), value);
    return fields;
  }

  /** The entries of a mapping with free keys. */
  entries(node: Node | undefined): [string, { value: Node; at: Span }][] {
    const map = this.#resolve(node);
    return (isMap(map) ? map.items : []).flatMap(({ key, value }) =>
      isScalar(key) && isNode(value)
        ? [[String(key.value), { value, at: { start: spanOf(key).start, end: spanOf(value).end } }]]
        : [],
    );
  }

  list(node: Node | undefined): Node[] {
    const list = this.#resolve(node);
    return isSeq(list) ? list.items.flatMap((item) => this.#resolve(item) ?? []) : [];
  }

  /** One line of text, a number as it is written; null where there is none. */
  string(node: Node | undefined): string | null {
    const scalar = this.#resolve(node);
    if (!isScalar(scalar) || scalar.value === null) return null;
    return wordsOf(scalar) || null;
  }

  /** A list of lines, or a single one. */
  strings(node: Node | undefined): string[] {
    const one = this.string(node);
    if (one !== null) return [one];
    return this.list(node).flatMap((item) => this.string(item) ?? []);
  }

  /** A text that has one of the schema's formats, else null. */
  formatted(node: Node | undefined, format: string): string | null {
    const text = this.string(node);
    return text !== null && hasFormat(format, text) === true ? text : null;
  }

  eventType(node: Node | undefined): EventType | null {
    const text = this.string(node)?.toUpperCase();
    return EVENT_TYPES.find((t) => t === text) ?? null;
  }
}
