/** The parts of a person's name, and whether two names can be one person's. */
import { fold } from '../../text';
import { similarSpelling, skeleton } from './spelling';

export interface PersonName {
  /** As it stands, white space made single. */
  readonly text: string;
  /** Folded, hyphens parted, without articles (`al-`), suffixes (`Jr.`) and nicknames in quotation marks. */
  readonly words: readonly string[];
  /** `words` joined: `amirabdollahian` for `Amir-Abdollahian` and `Amirabdollahian`. */
  readonly compact: string;
  /** `jr`, `sr`, `ii` … or an empty string. */
  readonly suffix: string;
}

const ARTICLES = new Set(['al', 'el', 'ul', 'ud', 'ad', 'ar', 'as', 'at', 'az', 'ash']);
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'junior', 'senior']);
/** Words that are no name by themselves. */
const PARTICLES = new Set(
  'bin ibn bint ben abu umm abd de del della di da das do dos du des la las le les los van von der den ter ten of y e the san'.split(
    ' ',
  ),
);
const NICKNAME = /\s*["“‘'(][^"”’')]{1,40}["”’')](?=\s)/u;

/** Reads a name without titles. Time is linear in its length. */
export function parsePersonName(name: string): PersonName {
  const text = name.replace(/\s+/gu, ' ').trim();
  const plain = text.replace(NICKNAME, '');
  let words = fold(plain).split(' ');
  const last = words.at(-1) ?? '';
  const suffix = words.length > 1 && SUFFIXES.has(last) ? last : '';
  if (suffix !== '') words = words.slice(0, -1);
  const kept = words.filter((w, i) => !ARTICLES.has(w) || (i === 0 && words.length === 1));
  if (kept.length > 0) words = kept;
  return { text, words, compact: words.join(''), suffix };
}

/** How many words of a name can name by themselves: 1 for `Dagalo`, `al-Sisi`, `van Dijk`. */
export function weight(name: PersonName): number {
  let n = 0;
  for (const w of name.words) if (w.length > 1 && !PARTICLES.has(w)) n++;
  return n;
}

/** Where `short` stands in `full`: as its last words, elsewhere, or nowhere. Looks at whole words; hyphens do not matter. */
export function positionIn(full: PersonName, short: PersonName): 'last' | 'first' | 'middle' | null {
  for (let i = full.words.length - 1; i >= 0; i--) {
    let run = '';
    for (let j = i; j < full.words.length && run.length < short.compact.length; j++) run += full.words[j] ?? '';
    if (run !== short.compact) continue;
    if (full.compact.endsWith(run) && fullTail(full, i, run)) return 'last';
    return i === 0 ? 'first' : 'middle';
  }
  return null;
}

function fullTail(full: PersonName, i: number, run: string): boolean {
  let length = 0;
  for (let j = i; j < full.words.length; j++) length += full.words[j]?.length ?? 0;
  return length === run.length;
}

/**
 * Whether two names with a given name each can be one person's: one holds the other, middle names and initials are left out in
 * one, or the words are spelled a little differently. Never where given names differ.
 */
export function compatibleNames(a: PersonName, b: PersonName): boolean {
  if (a.suffix !== b.suffix && a.suffix !== '' && b.suffix !== '') return false;
  if (a.compact === b.compact) return true;
  const [full, short] = a.words.length >= b.words.length ? [a, b] : [b, a];
  if (weight(short) > 1 && positionIn(full, short) !== null) return true;
  return alignable(full.words, short.words) || alignableCompact(full, short);
}

/** Whether all words of `short` stand in `full` in order, the first with the first: given name and one more at least. */
function alignable(full: readonly string[], short: readonly string[]): boolean {
  if (short.length < 2) return false;
  if (!sameWord(full[0] ?? '', short[0] ?? '')) return false;
  let at = 1;
  let substantial = (short[0]?.length ?? 0) > 1 && (full[0]?.length ?? 0) > 1 ? 1 : 0;
  for (const word of short.slice(1)) {
    while (at < full.length && !sameWord(full[at] ?? '', word)) at++;
    if (at === full.length) return false;
    if (word.length > 1 && !PARTICLES.has(word)) substantial++;
    at++;
  }
  return (
    substantial >= 2 || (substantial === 1 && short.length >= 2 && sameWord(full.at(-1) ?? '', short.at(-1) ?? ''))
  );
}

/** `hossein amirabdollahian` and `hossein amir abdollahian`, spelled differently too. */
function alignableCompact(full: PersonName, short: PersonName): boolean {
  if (full.words.length === short.words.length || short.words.length < 2) return false;
  if (!sameWord(full.words[0] ?? '', short.words[0] ?? '')) return false;
  return similarSpelling(full.words.slice(1).join(''), short.words.slice(1).join(''));
}

function sameWord(a: string, b: string): boolean {
  if (a.length === 1 || b.length === 1) return a[0] === b[0];
  return similarSpelling(a, b);
}

/** Keys under which names that may be one are found: skeletons of the words, and of hyphened or parted words as one. */
export function wordKeys(name: PersonName): string[] {
  const keys = new Set<string>();
  for (const [i, word] of name.words.entries()) {
    if (PARTICLES.has(word) || word.length < 2) continue;
    keys.add(skeleton(word));
    const next = name.words[i + 1];
    if (next !== undefined) keys.add(skeleton(word + next));
  }
  if (keys.size === 0) keys.add(skeleton(name.compact));
  return [...keys];
}
