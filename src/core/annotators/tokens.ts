import type { Token } from '../annotations';
import { isApostrophe, isDigit, isLetter, isSpace, isUpper } from '../characters';
import { wordForm } from '../lexicon/word-forms';

/** A token whose sentence is still to be written into it. */
export type RawToken = Token & { sentence: number };

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
    const form = wordForm(text, i, end, kind);
    tokens.push({
      start: i,
      end,
      text: form.text,
      lower: form.lower,
      kind: form.kind,
      case: form.case,
      spaced,
      sentence: 0,
      form,
    });
    spaced = false;
    i = end;
  }
  return tokens;
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
