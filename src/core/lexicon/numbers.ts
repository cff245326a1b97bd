/** Numbers in digits and words, read off tokens. */
import type { RawToken } from '../annotators/tokens';
import numbers from './numbers.yaml';
import { WordSet } from './word-table';

type Words = ReadonlyMap<string, number>;

export interface NumberWords {
  readonly units: Words;
  readonly tens: Words;
  readonly scales: Words;
  readonly shortScales: Words;
  readonly groups: Words;
  readonly indefinite: Words;
  readonly fractions: Words;
  readonly ordinals: Words;
}

let built: NumberWords | undefined;

/** The table behind `readNumber`. Immutable; built once for a process, when first used. */
export function numberWords(): NumberWords {
  return (built ??= build(numbers as Record<string, Record<string, number>>));
}

function build(table: Readonly<Record<string, Readonly<Record<string, number>>>>): NumberWords {
  const map = (name: string): Words => new Map(Object.entries(table[name] ?? {}));
  return {
    units: map('units'),
    tens: map('tens'),
    scales: map('scales'),
    shortScales: map('short_scales'),
    groups: map('groups'),
    indefinite: map('indefinite'),
    fractions: map('fractions'),
    ordinals: map('ordinals'),
  };
}

export interface ReadNumber {
  readonly value: number;
  /** The token behind it: the number is `first` to `last`, `last` exclusive. */
  readonly last: number;
  /** `12,500` is digits, `two dozen` words, `2.3 million` and `5k` mixed. */
  readonly form: 'digits' | 'words' | 'mixed';
}

/**
 * Reads the longest number that starts at token `first`, or null.
 *
 * Digits with separators (`12,500`, `2.3`, `12 000`, `1.200.000`), with a scale (`2.3 million`, `1.2m`, `3 dozen`), words
 * (`twenty-five`, `two hundred and fifty thousand`, `a hundred`, `a dozen`), and halves and quarters of a scale (`half a million`,
 * `two and a half million`, `half a dozen`). Not read: `one` as a pronoun (the caller's question), ordinals, indefinite plurals
 * (`dozens`: see `numberWords().indefinite`), plain fractions (`two thirds`: `readFraction`).
 */
export function readNumber(tokens: readonly RawToken[], first: number): ReadNumber | null {
  const token = tokens[first];
  if (token === undefined) return null;
  if (token.kind === 'number') return readDigits(tokens, first, token);
  if (token.kind !== 'word') return null;
  return readPartOfScale(tokens, first) ?? readWords(tokens, first);
}

/** Reads `two thirds`, `a quarter`, `half`, `three-fifths` as a value between 0 and 1, or null. */
export function readFraction(tokens: readonly RawToken[], first: number): ReadNumber | null {
  const { units, fractions } = numberWords();
  const word = tokens[first]?.lower ?? '';
  if (word === 'half') return { value: 0.5, last: first + 1, form: 'words' };
  const count = word === 'a' ? 1 : units.get(word);
  if (count === undefined || count === 0) return null;
  const at = tokens[first + 1]?.text === '-' ? first + 2 : first + 1;
  const part = fractions.get(tokens[at]?.lower ?? '');
  if (part === undefined || count * part >= 1) return null;
  return { value: count * part, last: at + 1, form: 'words' };
}

/** Reads `14th`, `fourteenth`, `twenty-first` as its number, or null. */
export function readOrdinal(tokens: readonly RawToken[], first: number): ReadNumber | null {
  const { tens, ordinals } = numberWords();
  const token = tokens[first];
  if (token === undefined) return null;
  const next = tokens[first + 1];
  if (token.kind === 'number') {
    const value = Number(token.text);
    const suffixed = next !== undefined && !next.spaced && ORDINAL_SUFFIXES.holds(next);
    return suffixed && Number.isInteger(value) ? { value, last: first + 2, form: 'digits' } : null;
  }
  const value = ordinals.get(token.lower);
  if (value !== undefined) return { value, last: first + 1, form: 'words' };
  const ten = tens.get(token.lower);
  if (ten === undefined || next === undefined) return null;
  const at = next.text === '-' ? first + 2 : first + 1;
  const unit = ordinals.get(tokens[at]?.lower ?? '');
  return unit !== undefined && unit < 10 ? { value: ten + unit, last: at + 1, form: 'words' } : null;
}

/** What makes digits an ordinal, a token of its own: `14th`. */
export const ORDINAL_SUFFIXES = new WordSet(['st', 'nd', 'rd', 'th']);

/**
 * The value of a number in digits: commas or dots in groups of three are separators, a lone dot is the decimal point, and a lone
 * comma before other than three digits is a decimal comma.
 */
export function digitsValue(text: string): number {
  if (!text.includes(',') && !text.includes('.')) return Number(asciiDigits(text));
  const mark = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
  const both = text.includes(',') && text.includes('.');
  const one = text.indexOf(text.charAt(mark)) === mark;
  const decimal = one && (both || text.charAt(mark) === '.' || text.length - mark !== 4);
  const whole = asciiDigits(text.slice(0, decimal ? mark : undefined).replace(/[.,]/g, ''));
  return Number(decimal ? `${whole}.${asciiDigits(text.slice(mark + 1))}` : whole);
}

/** Other decimal digits (`٣`) as 0 to 9; Unicode keeps each set of ten in a row. */
function asciiDigits(text: string): string {
  if (/^[0-9]*$/.test(text)) return text;
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 48;
    let zero = code;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    return String(code - zero);
  });
}

function readDigits(tokens: readonly RawToken[], first: number, token: RawToken): ReadNumber {
  const { scales, shortScales, groups } = numberWords();
  let value = digitsValue(token.text);
  let last = first + 1;
  // `12 000`, `3 340`: thousands set apart by a space.
  while (isGroup(token, tokens[last], tokens[last + 1]) && value > 0 && value < 1e9) {
    value = value * 1000 + digitsValue(tokens[last]?.text ?? '');
    last++;
  }
  let at = last;
  if (tokens[at]?.text === '-' && tokens[at + 1]?.spaced === false) at++;
  const next = tokens[at];
  if (next?.kind !== 'word') return { value, last, form: 'digits' };
  const short = !next.spaced && at === last ? shortScales.get(next.lower) : undefined;
  const spacedShort = next.spaced && LONG_SHORT_FORMS.holds(next) ? shortScales.get(next.lower) : undefined;
  const scale = scales.get(next.lower) ?? groups.get(next.lower) ?? short ?? spacedShort;
  if (scale === undefined) return { value, last, form: 'digits' };
  return { value: product(value, scale), last: at + 1, form: 'mixed' };
}

/** Whether three digits behind a space are thousands of the number that begins with `leading`; not the end of `12 300-metre`. */
function isGroup(leading: RawToken, group: RawToken | undefined, next: RawToken | undefined): boolean {
  if (group?.kind !== 'number' || !group.spaced || group.text.length !== 3 || !THREE_DIGITS.test(group.text))
    return false;
  if (leading.text.length > 3 || !/^[1-9]\d*$/.test(leading.text)) return false;
  return next === undefined || next.spaced || next.kind === 'punctuation' ? next?.text !== '-' : false;
}

const THREE_DIGITS = /^\d{3}$/;

/** Short forms that may stand apart from their digits (`5 bn`); `m` could be metres there. */
const LONG_SHORT_FORMS = new WordSet(['mn', 'mln', 'bn', 'bln', 'tn', 'trn']);

/** 2.3 × 1000000 without the crumbs of binary fractions. */
function product(value: number, scale: number): number {
  return Number((value * scale).toPrecision(15));
}

/** `half a million`, `a quarter of a million`, `half a dozen`, `half-million`; null for a plain half. */
function readPartOfScale(tokens: readonly RawToken[], first: number): ReadNumber | null {
  const { scales, groups } = numberWords();
  let at = first;
  if (tokens[at]?.lower === 'a' && (tokens[at + 1]?.lower === 'half' || tokens[at + 1]?.lower === 'quarter')) at++;
  const part = tokens[at]?.lower === 'half' ? 0.5 : tokens[at]?.lower === 'quarter' ? 0.25 : undefined;
  if (part === undefined) return null;
  at++;
  if (tokens[at]?.lower === 'of') at++;
  if (tokens[at]?.lower === 'a' || tokens[at]?.text === '-') at++;
  const word = tokens[at]?.lower ?? '';
  const scale = word === 'hundred' ? 100 : (scales.get(word) ?? groups.get(word));
  return scale === undefined ? null : { value: part * scale, last: at + 1, form: 'words' };
}

/** What `readWords` has read so far: `total` in finished scales, `part` below the next scale, `limit` the last scale. */
interface Sum {
  total: number;
  part: number;
  limit: number;
}

function readWords(tokens: readonly RawToken[], first: number): ReadNumber | null {
  const { scales, groups } = numberWords();
  const sum: Sum = { total: 0, part: 0, limit: Infinity };
  let last = first;
  let i = first;
  if (tokens[i]?.lower === 'a' && isScale(tokens[i + 1]?.lower)) {
    sum.part = 1;
    i++;
    const group = groups.get(tokens[i]?.lower ?? '');
    if (group !== undefined) return { value: group, last: i + 1, form: 'words' };
  }
  for (;;) {
    const joined = last > first ? joinedWord(tokens, i, sum) : i;
    const word = joined < 0 ? undefined : tokens[joined];
    if (word?.kind !== 'word' || !takeWord(word.lower, sum)) break;
    last = i = joined + 1;
  }
  if (last === first) return null;
  const value = sum.total + sum.part;
  // `two dozen`, `three score`.
  const dozen = groups.get(tokens[last]?.lower ?? '');
  if (dozen !== undefined && value < 100) return { value: value * dozen, last: last + 1, form: 'words' };
  return withHalf(tokens, last, value, scales) ?? { value, last, form: 'words' };
}

function isScale(word: string | undefined): boolean {
  const { scales, groups } = numberWords();
  return word !== undefined && (word === 'hundred' || scales.has(word) || groups.has(word));
}

/** Where the number goes on after `i`: past a hyphen, or past `and` in `two hundred and fifty`; -1 where it does not. */
function joinedWord(tokens: readonly RawToken[], i: number, sum: Sum): number {
  const token = tokens[i];
  if (token?.text === '-') return token.spaced || tokens[i + 1]?.spaced ? -1 : i + 1;
  if (token?.lower !== 'and') return i;
  const hundreds = sum.part > 0 ? sum.part % 100 === 0 : sum.total > 0;
  if (!hundreds) return -1;
  // Not `between one hundred and two hundred`: what follows must be below 100, and no scale as great as the last may follow it.
  const { units, tens, scales } = numberWords();
  let k = i + 1;
  if (!units.has(tokens[k]?.lower ?? '') && !tens.has(tokens[k]?.lower ?? '')) return -1;
  for (let n = 0; n < 4; n++, k++) {
    const word = tokens[k]?.lower ?? '';
    if (word === 'hundred' || (scales.get(word) ?? 0) >= sum.limit) return -1;
    if (!units.has(word) && !tens.has(word) && word !== '-') break;
  }
  return i + 1;
}

/** Adds one word to the sum; false where it does not fit behind what is there (`two five`). */
function takeWord(word: string, sum: Sum): boolean {
  const { units, tens, scales } = numberWords();
  const unit = units.get(word);
  if (unit !== undefined) {
    const room = unit >= 10 || unit === 0 ? 100 : 10;
    if (sum.part % room !== 0 || (unit === 0 && sum.part + sum.total > 0)) return false;
    if (unit < 10 && sum.part % 100 === 10) return false;
    sum.part += unit;
    return true;
  }
  const ten = tens.get(word);
  if (ten !== undefined) {
    if (sum.part % 100 !== 0) return false;
    sum.part += ten;
    return true;
  }
  if (word === 'hundred') {
    if (sum.part === 0 || sum.part >= 100) return false;
    sum.part *= 100;
    return true;
  }
  const scale = scales.get(word);
  if (scale === undefined || sum.part === 0 || scale >= sum.limit) return false;
  sum.total += sum.part * scale;
  sum.part = 0;
  sum.limit = scale;
  return true;
}

/** `two and a half million`, `one and a half thousand`, `a million and a half`. */
function withHalf(tokens: readonly RawToken[], last: number, value: number, scales: Words): ReadNumber | null {
  let at = last;
  const skipHyphen = (): void => {
    if (tokens[at]?.text === '-' && !tokens[at]?.spaced) at++;
  };
  skipHyphen();
  if (tokens[at]?.lower !== 'and') return null;
  at++;
  skipHyphen();
  if (tokens[at]?.lower !== 'a') return null;
  at++;
  skipHyphen();
  const part = tokens[at]?.lower === 'half' ? 0.5 : tokens[at]?.lower === 'quarter' ? 0.25 : undefined;
  if (part === undefined) return null;
  at++;
  const scale = scales.get(tokens[at]?.lower ?? '');
  if (scale !== undefined) return { value: (value + part) * scale, last: at + 1, form: 'words' };
  const before = scales.get(tokens[last - 1]?.lower ?? '');
  return { value: value + part * (before ?? 1), last: at, form: 'words' };
}
