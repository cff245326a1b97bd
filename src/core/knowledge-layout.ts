/** What edits of a YAML file need to know about how it is laid out. Offsets are UTF-16 code units. */
import { isNode, isScalar, stringify, type Pair, type YAMLMap } from 'yaml';
import type { Span } from './text';

/** Replace the span (UTF-16 code units of the file's text) by the new text. */
export interface TextEdit extends Span {
  readonly newText: string;
}

export type Range = readonly [start: number, end: number];

export function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((p) => isScalar(p.key) && String(p.key.value) === key);
}

/** A scalar as it is written, which for numbers and dates is what a person means. */
export function wordsOf(node: unknown): string | null {
  if (!isScalar(node) || node.value === null) return null;
  const { source, value } = node;
  return (source ?? (typeof value === 'string' ? value : JSON.stringify(value))).trim();
}

export function isEmpty(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && (node.value === null || node.value === ''));
}

/** Quoted where YAML needs it; within brackets it needs it more often. */
export function scalar(value: string, inFlow = false): string {
  const plain = stringify(inFlow ? [value] : value, { lineWidth: 0, collectionStyle: inFlow ? 'flow' : 'any' }).trim();
  return inFlow ? plain.slice(1, -1).trim() : plain;
}

export function rangeOf(node: unknown): Range | null {
  const range = isNode(node) ? node.range : null;
  return range ? [range[0], range[1]] : null;
}

export function insertion(at: number, newText: string): TextEdit {
  return { start: at, end: at, newText };
}

export function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

export function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** The offset behind the last character before `end` that is no white space. */
export function trimEnd(text: string, end: number): number {
  let i = end;
  while (i > 0 && /\s/u.test(text.charAt(i - 1))) i--;
  return i;
}

export function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  if (newline < 0) return text.length;
  return text.charAt(newline - 1) === '\r' ? newline - 1 : newline;
}
