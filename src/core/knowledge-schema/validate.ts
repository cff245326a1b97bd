/** Holds a parsed YAML document against the schema; every fault with its place. */
import { isAlias, isMap, isNode, isScalar, isSeq, type Document, type Node, type Scalar, type YAMLMap } from 'yaml';
import type { LocalProblem } from '../annotations';
import * as l10n from '../l10n';
import type { Span } from '../text';
import { hasFormat, hintsFor } from './formats';
import { allows, type JsonType, resolved, rootSchema, type Schema, schemaBelow } from './schema';

/** Aliases of aliases of lists can unfold without end; beyond so many nodes nobody wrote the file by hand. */
const MOST_NODES = 200_000;

/**
 * @returns `knowledge-invalid` (error) and `knowledge-unknown-key` (warning), in the order of the document
 */
export function validateKnowledge(document: Document.Parsed): LocalProblem[] {
  const validation = new Validation(document);
  if (document.contents !== null) validation.check(document.contents, rootSchema(), null);
  return validation.problems;
}

class Validation {
  readonly problems: LocalProblem[] = [];
  #left = MOST_NODES;

  constructor(private readonly document: Document.Parsed) {}

  /** @param name of the key whose value it is, for messages; null for the file as a whole */
  check(given: Node, schema: Schema, name: string | null): void {
    const node = isAlias(given) ? given.resolve(this.document) : given;
    if (node === undefined || this.#left-- <= 0) return;
    if (isMap(node)) this.#map(node, given, schema, name);
    else if (isSeq(node)) {
      if (!allows(schema, 'array')) {
        this.#wrongKind(given, schema, name);
        return;
      }
      if (node.items.length < (schema.minItems ?? 0))
        this.#invalid(given, l10n.t('This is not {0}.', expected(schema)));
      const items = schemaBelow(schema, 0);
      if (items !== undefined) for (const item of node.items) if (isNode(item)) this.check(item, items, name);
    } else if (isScalar(node)) this.#scalar(node, given, schema, name);
  }

  #map(node: YAMLMap, given: Node, schema: Schema, name: string | null): void {
    if (!allows(schema, 'object')) {
      this.#wrongKind(given, schema, name);
      return;
    }
    const seen = new Set<string>();
    for (const { key, value } of node.items) {
      if (!isScalar(key)) continue;
      const word = String(key.value);
      if (isNode(value) && !(isScalar(value) && value.value === null)) seen.add(word);
      const below = schemaBelow(schema, word);
      if (below === undefined) this.#unknown(key, word, schema);
      else if (isNode(value)) this.check(value, below, word);
    }
    for (const key of schema.required ?? []) if (!seen.has(key)) this.#invalid(given, l10n.t('`{0}` is missing.', key));
  }

  #unknown(key: Scalar, word: string, schema: Schema): void {
    const known = Object.keys(schema.properties ?? {}).join(', ');
    const owner = schema.title?.startsWith('a') === true ? l10n.term(schema.title) : l10n.t('this file');
    const message = l10n.t('`{0}` is no key of {1}; known are: {2}.', word.slice(0, 80), owner, known);
    this.problems.push({ code: 'knowledge-unknown-key', severity: 'warning', message, ...spanOf(key) });
  }

  #scalar(node: Scalar, given: Node, schema: Schema, name: string | null): void {
    const type = typeOf(node.value);
    if (type === 'null' && !allows(schema, 'null') && schema.required === undefined) return;
    if (!allows(schema, type)) {
      this.#wrongKind(given, schema, name);
      return;
    }
    if (type === 'null') return;
    const text = (node.source ?? String(node.value)).trim();
    const shown = text.slice(0, 80);
    if (schema.enum !== undefined) {
      if (!schema.enum.some((e) => e?.toUpperCase() === text.toUpperCase())) {
        const known = schema.enum.filter((e) => e !== null).join(', ');
        this.#invalid(given, l10n.t('`{0}` is not {1}; known are: {2}.', shown, expected(schema), known));
      }
      return;
    }
    const formatted = schema.format === undefined ? undefined : hasFormat(schema.format, text);
    // Patterns stand in our own schema: anchored or one class, without nested repetition.
    const right = formatted ?? (schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(text));
    if (right) return;
    const wrong = l10n.t('`{0}` is not {1}.', shown, expected(schema));
    this.#invalid(given, [wrong, ...hintsFor(schema.format, text)].join(' '));
  }

  #wrongKind(node: Node, schema: Schema, name: string | null): void {
    const message =
      name === null
        ? l10n.t('The file must be {0}.', expected(schema))
        : l10n.t('`{0}` must be {1}.', name.slice(0, 80), expected(schema));
    this.#invalid(node, message);
  }

  #invalid(node: Node, message: string): void {
    this.problems.push({ code: 'knowledge-invalid', severity: 'error', message, ...spanOf(node) });
  }
}

function expected(schema: Schema): string {
  const here = resolved(schema);
  if (here.errorMessage !== undefined) return l10n.term(here.errorMessage);
  if (allows(here, 'object')) return l10n.t('`key: value` lines');
  if (allows(here, 'array')) return l10n.t('a list: lines that begin with `-`, or [a, b]');
  return l10n.t('one line of text');
}

function typeOf(value: unknown): JsonType {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number' || typeof value === 'bigint')
    return Number.isInteger(value) || typeof value === 'bigint' ? 'integer' : 'number';
  return 'string';
}

function spanOf(node: Node): Span {
  const { range } = node;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
}
