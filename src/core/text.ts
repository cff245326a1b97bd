/** Text, spans and lines. All offsets are UTF-16 code units into the source's text, `end` exclusive. */

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface TextSpan extends Span {
  readonly text: string;
}

/** A line and a character in it, both counted from 0. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function textSpan(text: string, span: Span): TextSpan {
  return { start: span.start, end: span.end, text: text.slice(span.start, span.end) };
}

/**
 * The last index of `items` (sorted by `start`) whose start is at or before `offset`, or -1.
 * O(log n).
 */
export function lastStartingAtOrBefore(items: readonly Span[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((items[middle]?.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Converts offsets to lines. Lines end at `\n`, `\r\n` or a lone `\r`, as in VS Code. */
export class LineTable {
  readonly #starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
    }
    this.#starts = starts;
  }

  positionAt(offset: number): LinePosition {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] ?? Infinity) <= offset) low = middle;
      else high = middle;
    }
    return { line: low, character: offset - (this.#starts[low] ?? 0) };
  }
}

/** Drops a leading byte-order mark, which the contract's offsets do not count. */
export function withoutByteOrderMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

const MORE_THAN_A_SPACE = /[^\S ]| {2}/u;

/** Every run of white space one space; mostly it is already. */
export function singleSpaced(text: string): string {
  return MORE_THAN_A_SPACE.test(text) ? text.replace(/\s+/gu, ' ') : text;
}

/** ASCII only: nothing to take off but apostrophes. */
const PLAIN = /^[\x20-\x7e]*$/u;

/**
 * A form for comparing spellings: lower case, diacritics and apostrophes off, every other run of non-letters one space.
 * `Türkiye` → `turkiye`, `Al-Aswad` → `al aswad`.
 */
export function fold(text: string): string {
  if (PLAIN.test(text))
    return text
      .toLowerCase()
      .replace(/['`]/gu, '')
      .replace(/[^a-z0-9]+/gu, ' ')
      .trim();
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’‘ʼ`]/gu, '')
    .toLowerCase()
    .replace(/ı/gu, 'i')
    .replace(/ø/gu, 'o')
    .replace(/ł/gu, 'l')
    .replace(/đ|ð/gu, 'd')
    .replace(/ß/gu, 'ss')
    .replace(/æ/gu, 'ae')
    .replace(/œ/gu, 'oe')
    .replace(/þ/gu, 'th')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** An id from a name: `Ana Ruiz Delgado` → `ana-ruiz-delgado`. Never empty. */
export function slug(name: string): string {
  return fold(name).replaceAll(' ', '-') || 'x';
}
