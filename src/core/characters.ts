/** Classes of characters by code, quick for Latin text and right for the rest. `NaN`, the code behind the end of a text, has none. */

const LETTER = /[\p{L}\p{M}]/u;
const DIGIT = /\p{Nd}/u;
const SPACE = /[\s\u200b\u2060\ufeff]/u;
const UPPER = /[\p{Lu}\p{Lt}]/u;

export function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  if (code < 0x250)
    return code >= 0xc0 ? code !== 0xd7 && code !== 0xf7 : code === 0xaa || code === 0xb5 || code === 0xba;
  return code >= 0x250 && LETTER.test(String.fromCodePoint(code));
}

export function isDigit(code: number): boolean {
  if (code < 128) return code >= 48 && code <= 57;
  return code >= 0x660 && DIGIT.test(String.fromCodePoint(code));
}

export function isSpace(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13) || (code >= 28 && code <= 31);
  return code === 0xa0 || code === 0x85 || (code >= 0x1680 && SPACE.test(String.fromCodePoint(code)));
}

export function isUpper(code: number): boolean {
  if (code < 128) return code >= 65 && code <= 90;
  return code >= 0xc0 && UPPER.test(String.fromCodePoint(code));
}

/** `'` and its typographic forms. */
export function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019 || code === 0x2bc || code === 0x2018 || code === 0x60;
}
