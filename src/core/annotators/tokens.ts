import type { Token } from '../annotations';
import { isApostrophe, isDigit, isLetter, isSpace, isUpper } from './characters';

/** A token before its sentence is known. */
export type RawToken = Omit<Token, 'sentence'>;

/**
 * Splits a text into words, numbers and punctuation marks, white space left out. One pass, linear in the text's length.
 *
 * - Hyphens stand alone (`Nairobi-based` is three tokens, all but the first with `spaced` false).
 * - A possessive `'s` and a lone apostrophe stand alone; `O'Brien`, `don't`, `N'Djamena` are one token.
 * - Dotted abbreviations are one token: `U.N.`, `a.m.`, initials (`J.`) and the words of `abbreviations`.
 * - A number keeps its inner separators: `12,500`, `2.3`; `2023-10-09` is five tokens.
 * @param abbreviations lower-case words that take a full stop, without it: `oct`, `gen`
 */
export function tokenize(text: string, abbreviations: ReadonlySet<string>): RawToken[] {
  const tokens: RawToken[] = [];
  const shapes = new Map<string, Shape>();
  let spaced = true;
  let i = 0;
  while (i < text.length) {
    const code = text.codePointAt(i) ?? 0;
    if (isSpace(code)) {
      spaced = true;
      i++;
      continue;
    }
    let end: number;
    let kind: Token['kind'];
    if (isDigit(code)) {
      end = numberEnd(text, i);
      kind = 'number';
    } else if (isLetter(code)) {
      end = wordEnd(text, i, abbreviations);
      kind = 'word';
    } else {
      end = punctuationEnd(text, i, code);
      kind = end - i > 1 && isApostrophe(code) ? 'word' : 'punctuation';
    }
    const word = text.slice(i, end);
    let shape = shapes.get(word);
    if (shape === undefined) shapes.set(word, (shape = shapeOf(word, kind)));
    tokens.push({ start: i, end, text: word, lower: shape.lower, kind, case: shape.case, spaced });
    spaced = false;
    i = end;
  }
  return tokens;
}

type Shape = Pick<Token, 'lower' | 'case'>;

function shapeOf(word: string, kind: Token['kind']): Shape {
  const lower = word.toLowerCase().replace(/[’‘ʼ`]/gu, "'");
  if (kind !== 'word') return { lower, case: 'none' };
  let upper = 0;
  let letters = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (!isLetter(code)) continue;
    letters++;
    if (isUpper(code)) upper++;
  }
  if (upper === 0) return { lower, case: 'none' };
  const first = isUpper(word.charCodeAt(0));
  if (upper === letters) return { lower, case: letters > 1 ? 'all' : 'initial' };
  if (first && upper === 1) return { lower, case: 'initial' };
  // O'Brien, N'Djamena: a second capital after an apostrophe is still an ordinary name.
  const apostrophe = word.search(/['’‘ʼ`]/u);
  if (first && upper === 2 && apostrophe > 0 && isUpper(word.charCodeAt(apostrophe + 1)))
    return { lower, case: 'initial' };
  return { lower, case: 'mixed' };
}

function numberEnd(text: string, start: number): number {
  let i = start + 1;
  for (;;) {
    const code = text.charCodeAt(i);
    if (isDigit(code)) i++;
    else if ((code === 44 || code === 46) && isDigit(text.charCodeAt(i + 1))) i += 2;
    else return i;
  }
}

function wordEnd(text: string, start: number, abbreviations: ReadonlySet<string>): number {
  let i = lettersEnd(text, start);
  for (;;) {
    const code = text.charCodeAt(i);
    if (isApostrophe(code) && continuesAfterApostrophe(text, i)) i = lettersEnd(text, i + 1);
    else if (isDigit(code) && i > start) i = alphanumericEnd(text, i);
    else if (code === 38 && i - start <= 2 && isUpper(text.charCodeAt(i - 1)) && isUpper(text.charCodeAt(i + 1)))
      i = lettersEnd(text, i + 1);
    else break;
  }
  return text.charCodeAt(i) === 46 ? abbreviationEnd(text, start, i, abbreviations) : i;
}

/** Letters, with soft hyphens and joiners that stand between them. */
function lettersEnd(text: string, start: number): number {
  let i = start;
  for (;;) {
    const code = text.codePointAt(i);
    if (code === undefined) return i;
    if (isLetter(code) || ((code === 0xad || code === 0x200c || code === 0x200d) && i > start))
      i += code > 0xffff ? 2 : 1;
    else return i;
  }
}

function alphanumericEnd(text: string, start: number): number {
  let i = start;
  while (isDigit(text.charCodeAt(i)) || isLetter(text.charCodeAt(i))) i++;
  return i;
}

/** `O'Brien`, `don't`: yes; `Israel's`, `countries'`: no. */
function continuesAfterApostrophe(text: string, apostrophe: number): boolean {
  if (!isLetter(text.charCodeAt(apostrophe + 1))) return false;
  const end = lettersEnd(text, apostrophe + 1);
  return !(end === apostrophe + 2 && (text.charCodeAt(apostrophe + 1) | 32) === 115);
}

/** `stop` is the full stop after a word; takes it, and further letters with stops, where the word is an abbreviation. */
function abbreviationEnd(text: string, start: number, stop: number, abbreviations: ReadonlySet<string>): number {
  if (stop - start === 1) {
    let i = stop + 1;
    while (isLetter(text.charCodeAt(i)) && text.charCodeAt(i + 1) === 46) i += 2;
    const dotted = i > stop + 1;
    return dotted || isUpper(text.charCodeAt(start)) ? i : stop;
  }
  if (stop - start > 6) return stop;
  return abbreviations.has(text.slice(start, stop).toLowerCase()) ? stop + 1 : stop;
}

function punctuationEnd(text: string, start: number, code: number): number {
  if (isApostrophe(code) && start > 0 && isLetter(text.charCodeAt(start - 1))) {
    const s = text.charCodeAt(start + 1) | 32;
    if (s === 115 && !isLetter(text.charCodeAt(start + 2)) && !isDigit(text.charCodeAt(start + 2))) return start + 2;
  }
  if (code === 45 || code === 46) {
    let i = start + 1;
    while (text.charCodeAt(i) === code) i++;
    return i;
  }
  return start + (code > 0xffff ? 2 : 1);
}
