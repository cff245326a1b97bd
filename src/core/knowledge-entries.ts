/** Edits of the lists of `dossier.yaml`: people, organizations, places. Comments, order and layout of the rest stay as they are. */
import { isMap, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import {
  columnOf,
  eolOf,
  insertion,
  isEmpty,
  lineEnd,
  pairOf,
  type Range,
  rangeOf,
  scalar,
  type TextEdit,
  trimEnd,
  wordsOf,
} from './knowledge-layout';
import { slug } from './text';
import { parseYaml } from './yaml';

export type EntryList = 'people' | 'organizations' | 'places';

/** Fields of an entry, in the order in which they are written; empty lists are left out. */
export type EntryFields = Readonly<Record<string, string | readonly string[]>>;

/**
 * The edit that adds an entry at the end of a list, which is made where there is none.
 * @returns null where the file is broken or the list is something else
 */
export function addEntry(text: string, list: EntryList, fields: EntryFields): TextEdit | null {
  const document = parseYaml(text);
  if (typeof document === 'string' || document.errors.length > 0) return null;
  const { contents } = document;
  const eol = eolOf(text);
  if (contents !== null && !isMap(contents) && !isEmpty(contents)) return null;
  const pair = isMap(contents) ? pairOf(contents, list) : undefined;
  if (isMap(contents) && contents.flow === true) return null;
  if (pair === undefined) {
    const before = text === '' || text.endsWith('\n') ? '' : eol;
    return insertion(text.length, `${before}${list}:${eol}  - ${block(fields, '    ', eol)}${eol}`);
  }
  if (isSeq(pair.value)) return appendTo(text, pair.value, fields, eol);
  const key = rangeOf(pair.key);
  if (!isEmpty(pair.value) || key === null) return null;
  const end = lineEnd(text, Math.max(key[1], rangeOf(pair.value)?.[1] ?? 0));
  return insertion(end, `${eol}  - ${block(fields, '    ', eol)}`);
}

function appendTo(text: string, items: YAMLSeq, fields: EntryFields, eol: string): TextEdit | null {
  const range = rangeOf(items);
  if (items.flow !== true) {
    const column = dashColumn(text, items);
    return column === null ? null : appendItem(text, items, block(fields, ' '.repeat(column + 2), eol));
  }
  if (range === null) return null;
  const end = trimEnd(text, range[1] - 1);
  return insertion(end, `${items.items.length === 0 ? '' : ', '}{ ${flow(fields)} }`);
}

/** Adds an item that is rendered already behind the last one of a block list. */
function appendItem(text: string, items: YAMLSeq, rendered: string): TextEdit | null {
  const column = dashColumn(text, items);
  const last = rangeOf(items.items.at(-1));
  if (column === null || last === null) return null;
  const at = lineEnd(text, trimEnd(text, last[1]));
  return insertion(at, `${eolOf(text)}${' '.repeat(column)}- ${rendered}`);
}

/** Where the dashes of a block list stand in their lines. */
function dashColumn(text: string, items: YAMLSeq): number | null {
  const first = rangeOf(items.items[0]);
  if (first === null) return null;
  const dash = text.lastIndexOf('-', first[0] - 1);
  if (dash < 0 || text.slice(dash - columnOf(text, dash), dash).trim() !== '') return null;
  return columnOf(text, dash);
}

function block(fields: EntryFields, indent: string, eol: string): string {
  return written(fields, false).join(eol + indent);
}

function flow(fields: EntryFields): string {
  return written(fields, true).join(', ');
}

function written(fields: EntryFields, inFlow: boolean): readonly string[] {
  return Object.entries(fields).flatMap(([key, value]) => {
    if (typeof value === 'string') return [`${key}: ${scalar(value, inFlow)}`];
    return value.length === 0 ? [] : [`${key}: [${value.map((v) => scalar(v, true)).join(', ')}]`];
  });
}

/**
 * The edits that give the entry with an id another name, and one more spelling unless it has that already.
 * @returns null where the file is broken or the list holds no such entry
 */
export function changeEntry(
  text: string,
  list: EntryList,
  id: string,
  { name, alias }: { readonly name: string; readonly alias: string },
): readonly TextEdit[] | null {
  const entry = entryOf(text, list, id);
  const value = entry === null ? null : rangeOf(pairOf(entry, 'name')?.value);
  if (entry === null || value === null) return null;
  const [start, end] = value;
  const newName = scalar(name, entry.flow === true);
  const aliases = pairOf(entry, 'aliases');
  if (aliases === undefined) return [withAliases(text, entry, value, newName, alias)];
  const added = addAlias(text, aliases, alias);
  return added === null ? [{ start, end, newText: newName }] : [{ start, end, newText: newName }, added];
}

/** One edit for both: an entry without other spellings gets them behind its name. */
function withAliases(text: string, entry: YAMLMap, [start, end]: Range, newName: string, alias: string): TextEdit {
  const list = `aliases: [${scalar(alias, true)}]`;
  if (entry.flow === true) return { start, end, newText: `${newName}, ${list}` };
  const at = lineEnd(text, end);
  const key = rangeOf(entry.items[0]?.key) ?? [start, end];
  const indent = ' '.repeat(columnOf(text, key[0]));
  return { start, end: at, newText: newName + text.slice(end, at) + eolOf(text) + indent + list };
}

/** Null where the spelling is there already, or where what is there is no list of spellings. */
function addAlias(text: string, { key, value }: Pair, alias: string): TextEdit | null {
  const [from, to] = rangeOf(value) ?? rangeOf(key) ?? [0, 0];
  if (isSeq(value)) {
    if (value.items.some((i) => wordsOf(i) === alias)) return null;
    if (value.flow !== true) return appendItem(text, value, scalar(alias, false));
    const end = trimEnd(text, to - 1);
    return insertion(end, (value.items.length === 0 ? '' : ', ') + scalar(alias, true));
  }
  const only = wordsOf(value);
  if (only === alias) return null;
  if (only !== null) return { start: from, end: to, newText: `[${scalar(only, true)}, ${scalar(alias, true)}]` };
  if (!isEmpty(value)) return null;
  const colon = text.indexOf(':', rangeOf(key)?.[1] ?? to) + 1;
  return { start: colon, end: Math.max(colon, trimEnd(text, to)), newText: ` [${scalar(alias, true)}]` };
}

function entryOf(text: string, list: EntryList, id: string): YAMLMap | null {
  const document = parseYaml(text);
  if (typeof document === 'string' || document.errors.length > 0 || !isMap(document.contents)) return null;
  const items = pairOf(document.contents, list)?.value;
  if (!isSeq(items)) return null;
  const entry = items.items.find((e): e is YAMLMap => isMap(e) && idOf(e) === id);
  return entry ?? null;
}

function idOf(entry: YAMLMap): string | null {
  const id = wordsOf(pairOf(entry, 'id')?.value);
  const name = wordsOf(pairOf(entry, 'name')?.value);
  return id ?? (name === null ? null : slug(name));
}
