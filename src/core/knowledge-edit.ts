/** Edits of `dossier.yaml` as small changes of its text: comments, order and layout of the rest stay as they are. */
import { isMap, isNode, isScalar, type Node, type Pair, type YAMLMap } from 'yaml';
import { applyEdits, type NewText } from './knowledge-additions';
import { columnOf, eolOf, isEmpty, lineEnd, rangeOf, scalar, type TextEdit, trimEnd } from './knowledge-layout';
import { parseYaml } from './yaml';

export type { TextEdit };

/** The edit that dates a source. `path` is relative to the knowledge file's folder. */
export function setSourceDate(text: string, path: string, date: string): TextEdit | null {
  return setValue(text, ['sources', path, 'date'], date);
}

/** A source, relative to the knowledge file's folder, and its day. */
export interface DatedSource {
  readonly path: string;
  readonly day: string;
}

/**
 * The new text of the file when `setSourceDate` has dated one source after the other, in time that is linear in the number of those
 * that it does not know yet. Null where one of them cannot be dated.
 */
export function setSourceDates(text: string, dates: readonly DatedSource[]): NewText {
  const known = new Set(entriesOf(text)?.items.map((p) => (isScalar(p.key) ? String(p.key.value) : '')));
  const [first, ...others] = dates.filter(({ path }) => !known.has(path));
  let result: NewText = text;
  for (const { path, day } of [
    ...dates.filter(({ path }) => known.has(path)),
    ...(first === undefined ? [] : [first]),
  ]) {
    const edit = setSourceDate(result, path, day);
    result = applyEdits(result, edit === null ? null : [edit]);
    if (result === null) return null;
  }
  if (others.length === 0) return result;
  const entries = entriesOf(result);
  if (entries === null) return null;
  const added: string[] = [];
  let at = 0;
  for (const { path, day } of others) {
    const edit = addPair(result, entries, [path, 'date'], day);
    if (edit === null) return null;
    at = edit.start;
    added.push(edit.newText);
  }
  return result.slice(0, at) + added.join('') + result.slice(at);
}

/** What the file says of sources; null where that is no mapping. */
function entriesOf(text: string): YAMLMap | null {
  const document = parseYaml(text);
  if (typeof document === 'string' || !isMap(document.contents)) return null;
  const entries: unknown = document.contents.items.find((p) => isScalar(p.key) && p.key.value === 'sources')?.value;
  return isMap(entries) ? entries : null;
}

/**
 * The edit that sets one value in nested mappings, making what is missing of them.
 * @param path the keys, outermost first; not empty
 * @param value a plain scalar; quoted where YAML needs it
 * @returns null where the file is broken or something on the way is no mapping: nothing can be edited safely there
 */
function setValue(text: string, path: readonly string[], value: string): TextEdit | null {
  const document = parseYaml(text);
  if (typeof document === 'string' || document.errors.length > 0) return null;
  let node: unknown = document.contents;
  if (isEmpty(node)) return appendAtEnd(text, path, value);
  for (let depth = 0; depth < path.length; depth++) {
    if (!isMap(node)) return null;
    const pair: Pair | undefined = node.items.find((p) => isScalar(p.key) && String(p.key.value) === path[depth]);
    if (pair === undefined) return addPair(text, node, path.slice(depth), value);
    const rest = path.slice(depth + 1);
    if (rest.length === 0) return replaceValue(pair, scalar(value));
    if (isEmpty(pair.value)) return fillPair(text, node, pair, rest, value);
    node = pair.value;
  }
  return null;
}

/** `a: { b: value }`, with one more level as a block. `indent` is that of the first key. */
function render(path: readonly string[], value: string, indent: string, eol: string): string {
  const [key = '', ...rest] = path;
  if (rest.length === 0) return `${scalar(key)}: ${scalar(value)}`;
  if (rest.length === 1) return `${scalar(key)}: { ${render(rest, value, '', eol)} }`;
  return `${scalar(key)}:${eol}${indent}  ${render(rest, value, `${indent}  `, eol)}`;
}

function renderFlow(path: readonly string[], value: string): string {
  const [key = '', ...rest] = path;
  return `${scalar(key)}: ${rest.length === 0 ? scalar(value) : `{ ${renderFlow(rest, value)} }`}`;
}

function appendAtEnd(text: string, path: readonly string[], value: string): TextEdit {
  const eol = eolOf(text);
  const before = text === '' || text.endsWith('\n') ? '' : eol;
  return { start: text.length, end: text.length, newText: before + render(path, value, '', eol) + eol };
}

function replaceValue(pair: Pair, newText: string): TextEdit | null {
  const range = rangeOf(pair.value);
  const key = rangeOf(pair.key);
  if (range === null || key === null) return null;
  const [start, end] = range;
  return start === end ? { start, end, newText: ` ${newText}` } : { start, end, newText };
}

/** Gives a key without a value (`sources:`) its first entry. */
function fillPair(text: string, map: YAMLMap, pair: Pair, rest: readonly string[], value: string): TextEdit | null {
  const key = rangeOf(pair.key);
  if (key === null) return null;
  const colon = text.indexOf(':', key[1]);
  if (colon < 0) return null;
  if (map.flow === true) return { start: colon + 1, end: colon + 1, newText: ` { ${renderFlow(rest, value)} }` };
  const eol = eolOf(text);
  const indent = ' '.repeat(columnOf(text, key[0]) + 2);
  const empty = rangeOf(pair.value);
  const end = empty === null ? colon + 1 : Math.max(empty[1], colon + 1);
  if (rest.length === 1) return { start: colon + 1, end, newText: ` { ${renderFlow(rest, value)} }` };
  const at = lineEnd(text, end);
  return { start: at, end: at, newText: eol + indent + render(rest, value, indent, eol) };
}

function addPair(text: string, map: YAMLMap, path: readonly string[], value: string): TextEdit | null {
  const last = map.items.at(-1);
  const range = map.range;
  if (map.flow === true) {
    if (!range) return null;
    const at = trimEnd(text, range[1] - 1);
    const separator = last === undefined ? ' ' : ', ';
    const after = last === undefined ? ' ' : '';
    return { start: at, end: at, newText: separator + renderFlow(path, value) + after };
  }
  const key = rangeOf(map.items[0]?.key);
  if (last === undefined || key === null) return null;
  const eol = eolOf(text);
  const indent = ' '.repeat(columnOf(text, key[0]));
  const lastNode: Node | null = isNode(last.value) ? last.value : isNode(last.key) ? last.key : null;
  const end = rangeOf(lastNode)?.[1] ?? range?.[1] ?? text.length;
  const at = lineEnd(text, trimEnd(text, end));
  return { start: at, end: at, newText: eol + indent + render(path, value, indent, eol) };
}
