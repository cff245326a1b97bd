/** Helpers for tables written as comma-separated text. */

/** `a, b c, d` → `[a, b c, d]`. */
export function listOf(text: string | undefined): string[] {
  if (text === undefined) return [];
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** As keys: without diacritics. */
export function setOf(text: string | undefined): ReadonlySet<string> {
  return new Set(listOf(text).map(plainKey));
}

const PLAIN = /^[\x20-\x7e]*$/u;

/** Lower case without diacritics: `Türkiye` → `turkiye`. Apostrophes stay. */
export function plainKey(lower: string): string {
  if (PLAIN.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ı/gu, 'i')
    .replace(/ø/gu, 'o')
    .replace(/ł/gu, 'l')
    .replace(/[đð]/gu, 'd')
    .replace(/ß/gu, 'ss')
    .replace(/æ/gu, 'ae')
    .replace(/œ/gu, 'oe')
    .replace(/þ/gu, 'th')
    .replace(/[’‘ʼ]/gu, "'");
}

/** The words of a name as keys: hyphens part words, `al-Qaeda` → `al qaeda`; short all-capital words stay as they are. */
export function phraseKey(name: string): string {
  return name
    .split(/[\s-]+/u)
    .filter((word) => word !== '')
    .map(wordKey)
    .join(' ');
}

/** `UN`, `U.N.` → `UN`; everything else in lower case without diacritics. */
export function wordKey(word: string): string {
  const bare = word.replaceAll('.', '');
  return isAcronym(bare) ? bare : plainKey(word.toLowerCase());
}

/** Two to six capitals or digits, the first a capital: they are matched in capitals only, so that `us` is not `US`. */
export function isAcronym(bare: string): boolean {
  return /^[A-Z][A-Z0-9+]{1,5}$/u.test(bare);
}

/** First word of each key → the number of words of the longest key that begins with it. */
export function longestBy(keys: Iterable<string>): ReadonlyMap<string, number> {
  const longest = new Map<string, number>();
  for (const key of keys) {
    const space = key.indexOf(' ');
    const first = space < 0 ? key : key.slice(0, space);
    const words = space < 0 ? 1 : key.split(' ').length;
    if ((longest.get(first) ?? 0) < words) longest.set(first, words);
  }
  return longest;
}

const CAPITAL = /[A-Z]/u;

/** The words of keys that stand in capitals. */
export function acronymsOf(keys: Iterable<string>): ReadonlySet<string> {
  const acronyms = new Set<string>();
  for (const key of keys) {
    if (!CAPITAL.test(key)) continue;
    for (const word of key.split(' ')) if (isAcronym(word)) acronyms.add(word);
  }
  return acronyms;
}
