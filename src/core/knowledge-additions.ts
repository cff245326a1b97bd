/** Additions to `dossier.yaml` that quick fixes make. Each gives the new text, or null where the file is broken at that place. */
import { isMap, isSeq, type Pair, type YAMLMap } from 'yaml';
import { addEntry, changeEntry, type EntryList } from './knowledge-entries';
import {
  columnOf,
  eolOf,
  isEmpty,
  lineEnd,
  pairOf,
  rangeOf,
  scalar,
  type TextEdit,
  trimEnd,
  wordsOf,
} from './knowledge-layout';
import { slug } from './text';
import { parseYaml } from './yaml';

/** The new text of the file, or null where nothing can be edited safely. */
export type NewText = string | null;

/** The one edit that makes one text of another: what they begin and end with alike stays. */
export function minimalEdit(before: string, after: string): TextEdit {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - start;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { start, end: before.length - tail, newText: after.slice(start, after.length - tail) };
}

export function applyEdits(text: string, edits: readonly TextEdit[] | null): NewText {
  if (edits === null) return null;
  let result = text;
  for (const { start, end, newText } of [...edits].sort((a, b) => b.start - a.start))
    result = result.slice(0, start) + newText + result.slice(end);
  return result;
}

/** Gives the entry with a name one more spelling, and makes the entry where there is none. */
export function addSpelling(text: string, list: EntryList, name: string, spelling: string): NewText {
  const entry = entryOf(text, list, name);
  if (entry === undefined) return applyEdits(text, one(addEntry(text, list, { name, aliases: [spelling] })));
  return applyEdits(text, changeEntry(text, list, idOf(entry) ?? '', { name, alias: spelling }));
}

/** Says of names that they do not name the same. */
export function addDifferent(text: string, names: readonly string[]): NewText {
  return addListItem(text, 'different', `[${names.map((n) => scalar(n, true)).join(', ')}]`);
}

/** What an accepted difference says; empty fields are left out. */
export interface AcceptedFields {
  readonly code: string;
  readonly source: string;
  readonly text: string;
  readonly other: string;
}

export function addAccepted(text: string, { code, source, text: words, other }: AcceptedFields): NewText {
  return addListItem(text, 'accepted', flowMap({ code, source, text: words, other }));
}

export interface OfficeFields {
  readonly title: string;
  readonly country: string;
  readonly from: string;
  readonly to: string;
}

/** Gives a person one more office, and makes the person's entry where there is none. */
export function addOffice(text: string, name: string, fields: OfficeFields): NewText {
  const office = flowMap({ ...fields });
  const entry = entryOf(text, 'people', name);
  const eol = eolOf(text);
  if (entry === undefined)
    return addListItem(text, 'people', `name: ${scalar(name)}${eol}    offices:${eol}      - ${office}`);
  const offices = pairOf(entry, 'offices');
  if (offices !== undefined) return appendTo(text, offices, office);
  const [first] = entry.items;
  const key = rangeOf(first?.key);
  const last = lastRange(entry);
  if (key === null || last === null) return null;
  if (entry.flow === true) return insert(text, trimEnd(text, last), `, offices: [${office}]`);
  const indent = ' '.repeat(columnOf(text, key[0]));
  return insert(text, lineEnd(text, trimEnd(text, last)), `${eol}${indent}offices:${eol}${indent}  - ${office}`);
}

/** Changes the first or the last day of an office. @param index of the office in the entry's list */
export function setTenure(text: string, name: string, index: number, end: 'from' | 'to', day: string): NewText {
  const entry = entryOf(text, 'people', name);
  const offices = entry === undefined ? undefined : pairOf(entry, 'offices')?.value;
  const office = isSeq(offices) ? offices.items[index] : undefined;
  if (!isMap(office)) return null;
  const pair = pairOf(office, end);
  const value = rangeOf(pair?.value);
  if (value !== null && !isEmpty(pair?.value)) return text.slice(0, value[0]) + scalar(day) + text.slice(value[1]);
  const last = lastRange(office);
  if (pair !== undefined || last === null) return null;
  const at = trimEnd(text, last);
  if (office.flow === true) return insert(text, at, `, ${end}: ${scalar(day, true)}`);
  const key = rangeOf(office.items[0]?.key);
  if (key === null) return null;
  return insert(text, lineEnd(text, at), `${eolOf(text)}${' '.repeat(columnOf(text, key[0]))}${end}: ${scalar(day)}`);
}

/** Adds an item, rendered already with lines indented by four, to a list at the top of the file. */
function addListItem(text: string, key: string, rendered: string): NewText {
  const document = parseYaml(text);
  if (typeof document === 'string' || document.errors.length > 0) return null;
  const { contents } = document;
  if (isEmpty(contents)) return appendList(text, key, rendered);
  if (!isMap(contents) || contents.flow === true) return null;
  const pair = pairOf(contents, key);
  return pair === undefined ? appendList(text, key, rendered) : appendTo(text, pair, rendered);
}

function appendList(text: string, key: string, rendered: string): string {
  const eol = eolOf(text);
  const before = text === '' || text.endsWith('\n') ? '' : eol;
  return `${text}${before}${key}:${eol}  - ${rendered}${eol}`;
}

/** Appends to the list that is a key's value. */
function appendTo(text: string, pair: Pair, rendered: string): NewText {
  const { key, value } = pair;
  const at = rangeOf(key);
  if (at === null) return null;
  const eol = eolOf(text);
  if (isEmpty(value)) {
    const end = lineEnd(text, Math.max(at[1], rangeOf(value)?.[1] ?? 0));
    return insert(text, end, `${eol}${' '.repeat(columnOf(text, at[0]) + 2)}- ${rendered}`);
  }
  if (!isSeq(value)) return null;
  const range = rangeOf(value);
  if (range === null) return null;
  if (value.flow === true) {
    if (rendered.includes('\n')) return null;
    return insert(text, trimEnd(text, range[1] - 1), `${value.items.length === 0 ? '' : ', '}${rendered}`);
  }
  const column = columnOf(text, range[0]);
  const last = rangeOf(value.items.at(-1));
  if (last === null) return null;
  const shifted = rendered.replaceAll(`${eol}    `, `${eol}${' '.repeat(column + 2)}`);
  return insert(text, lineEnd(text, trimEnd(text, last[1])), `${eol}${' '.repeat(column)}- ${shifted}`);
}

function entryOf(text: string, list: EntryList, name: string): YAMLMap | undefined {
  const document = parseYaml(text);
  if (typeof document === 'string' || document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const items = pairOf(document.contents, list)?.value;
  const isIt = (e: unknown): e is YAMLMap => isMap(e) && wordsOf(pairOf(e, 'name')?.value) === name;
  return isSeq(items) ? items.items.find(isIt) : undefined;
}

function idOf(entry: YAMLMap): string | null {
  const name = wordsOf(pairOf(entry, 'name')?.value);
  return wordsOf(pairOf(entry, 'id')?.value) ?? (name === null ? null : slug(name));
}

/** Where the last value of a mapping ends. */
function lastRange(map: YAMLMap): number | null {
  const last = map.items.at(-1);
  return (rangeOf(last?.value) ?? rangeOf(last?.key))?.[1] ?? null;
}

function flowMap(fields: Readonly<Record<string, string>>): string {
  const written = Object.entries(fields).filter(([, value]) => value !== '');
  return `{ ${written.map(([key, value]) => `${key}: ${scalar(value, true)}`).join(', ')} }`;
}

function insert(text: string, at: number, added: string): string {
  return text.slice(0, at) + added + text.slice(at);
}

function one(edit: TextEdit | null): readonly TextEdit[] | null {
  return edit === null ? null : [edit];
}
