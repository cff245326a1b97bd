/** What the schema says of a place in the knowledge file: for completion and hover. */
import countries from '#countries';
import { isMap, isNode, isScalar, isSeq, type Node } from 'yaml';
import * as l10n from '../l10n';
import type { Span } from '../text';
import { parseYaml } from '../yaml';
import { allows, rootSchema, type Schema, schemaBelow } from './schema';

export interface KeyDescription extends Span {
  readonly text: string;
}

/** What is known of the key at an offset, or of the key whose value stands there; null where there is none. */
export function describeAt(text: string, offset: number): KeyDescription | null {
  const document = parseYaml(text);
  if (typeof document === 'string' || document.contents === null) return null;
  let node: Node = document.contents;
  let schema: Schema | undefined = rootSchema();
  let found: KeyDescription | null = null;
  for (;;) {
    if (schema === undefined) return found;
    const step = stepTo(node, offset);
    if (step === null) return found;
    schema = schemaBelow(schema, step.name);
    if (step.key !== null && schema?.description !== undefined)
      found = { start: step.key.start, end: step.key.end, text: describe(schema) };
    if (step.value === null) return found;
    node = step.value;
  }
}

function describe({ description, enum: values }: Schema): string {
  const known = values?.filter((v) => v !== null).map((v) => `\`${v}\``);
  const words = wordsOf(description);
  return known === undefined ? words : `${words}\n\n${known.join(', ')}`;
}

function wordsOf(description: string | undefined): string {
  return description === undefined ? '' : l10n.term(description);
}

interface Step {
  readonly name: string | number;
  readonly key: Span | null;
  /** Null where the offset is in the key. */
  readonly value: Node | null;
}

/** The child of a mapping or a list that an offset lies in. */
function stepTo(node: Node, offset: number): Step | null {
  if (isSeq(node)) {
    const index = node.items.findIndex((item) => holds(item, offset));
    const item = node.items[index];
    return isNode(item) ? { name: index, key: null, value: item } : null;
  }
  if (!isMap(node)) return null;
  for (const { key, value } of node.items) {
    if (!isScalar(key) || !key.range) continue;
    const step = { name: String(key.value), key: { start: key.range[0], end: key.range[1] } };
    if (holds(key, offset)) return { ...step, value: null };
    if (isNode(value) && holds(value, offset)) return { ...step, value };
  }
  return null;
}

function holds(node: unknown, offset: number): boolean {
  return isNode(node) && !!node.range && node.range[0] <= offset && offset <= node.range[1];
}

export interface Suggestion {
  readonly label: string;
  readonly kind: 'key' | 'value';
  readonly detail: string;
  readonly description: string;
  /** What is written: a key with its colon. */
  readonly insert: string;
}

/** Stands for what is being typed while the file is read; nobody writes it. */
const CURSOR = 'zzcursorzz';

/**
 * What may be written at an offset: keys that are not there yet, or values. The word before the offset is being typed and is not
 * looked at.
 */
export function suggestionsAt(text: string, offset: number): readonly Suggestion[] {
  let start = offset;
  while (start > 0 && /[\w-]/u.test(text.charAt(start - 1)) && text.charAt(start - 2) + text.charAt(start - 1) !== ' -')
    start--;
  const before = text.slice(0, start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const atKey = /^(?:\s|- )*$|[{,]\s*$/u.test(line) && line.lastIndexOf('[') <= line.lastIndexOf(']');
  let end = offset;
  while (end < text.length && /[\w-]/u.test(text.charAt(end))) end++;
  const rest = text.slice(end);
  const hasColon = /^\s*:/u.test(rest);
  const typed = before + CURSOR + (atKey && !hasColon ? ':' : '') + rest;
  const document = parseYaml(typed);
  if (typeof document === 'string' || document.contents === null) return [];
  return walk(document.contents, rootSchema());
}

function walk(node: Node, schema: Schema | undefined): readonly Suggestion[] {
  if (schema === undefined) return [];
  if (isScalar(node)) return (node.source ?? '').includes(CURSOR) ? values(schema) : [];
  if (isSeq(node)) return node.items.flatMap((item) => (isNode(item) ? walk(item, schemaBelow(schema, 0)) : []));
  if (!isMap(node)) return [];
  const names = node.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''));
  if (names.includes(CURSOR)) return keys(schema, new Set(names));
  return node.items.flatMap(({ value }, i) => (isNode(value) ? walk(value, schemaBelow(schema, names[i] ?? '')) : []));
}

function keys(schema: Schema, present: ReadonlySet<string>): readonly Suggestion[] {
  const required = new Set(schema.required);
  return Object.keys(schema.properties ?? {})
    .filter((key) => !present.has(key))
    .map((key) => {
      const below = schemaBelow(schema, key) ?? {};
      const block = allows(below, 'object') || (allows(below, 'array') && !allows(below, 'string'));
      const detail = required.has(key) ? l10n.t('required') : '';
      const description = wordsOf(below.description);
      return { label: key, kind: 'key', detail, description, insert: block ? `${key}:` : `${key}: ` } as const;
    });
}

function values(schema: Schema): readonly Suggestion[] {
  if (schema.format === 'country-code')
    return countries.map(({ code, name }) => ({
      label: code,
      kind: 'value',
      detail: name,
      description: wordsOf(schema.description),
      insert: code,
    }));
  return (schema.enum ?? []).flatMap((value) =>
    value === null ? [] : [{ label: value, kind: 'value', detail: '', description: '', insert: value } as const],
  );
}
