/** The parts of a person's name, and whether two names can be one person's. */
import { Memo } from '../../lexicon/memo';
import { fold } from '../../text';
import { similarSounds, skeleton, sounds } from './spelling';

export interface PersonName {
  /** As it stands, white space made single. */
  readonly text: string;
  /** Folded, hyphens parted, without articles (`al-`), suffixes (`Jr.`) and nicknames in quotation marks. */
  readonly words: readonly string[];
  /** `words` as sounds, by which spellings are compared. */
  readonly sounds: readonly string[];
  /** All letters are capitals. */
  readonly shouted: boolean;
  /** `words` joined: `alaswad` for `Al-Aswad` and `Alaswad`. */
  readonly compact: string;
  /** `jr`, `sr`, `ii` … or an empty string. */
  readonly suffix: string;
  /** How many of the words can name by themselves: 1 for `Dagalo`, `al-Sisi`, `van Dijk`. */
  readonly weight: number;
  /** Keys under which names that may be one are found: skeletons of the words, and of two words as one. */
  readonly keys: readonly string[];
}

const ARTICLES = new Set(['al', 'el', 'ul', 'ud', 'ad', 'ar', 'as', 'at', 'az', 'ash']);
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'junior', 'senior']);
/** Words that are no name by themselves. */
const PARTICLES = new Set(
  'bin ibn bint ben abu umm abd de del della di da das do dos du des la las le les los van von der den ter ten of y e the san'.split(
    ' ',
  ),
);
const NICKNAME = / ?["“‘'(][^"”’')]{1,40}["”’')](?=\s)/u;

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
  const heard = words.map(sounds);
  const compact = words.join('');
  const weight = words.filter((w) => w.length > 1 && !PARTICLES.has(w)).length;
  const shouted = text === text.toUpperCase();
  return { text, words, sounds: heard, shouted, compact, suffix, weight, keys: keysOf(words, heard, compact) };
}

/** Names by their text, each read once. */
export class PersonNames {
  readonly #read: Memo<PersonName>;

  /** @param limit how many are kept */
  constructor(limit: number) {
    this.#read = new Memo(parsePersonName, limit);
  }

  of(text: string): PersonName {
    return this.#read.get(text, text);
  }
}

/** How many names are kept across sources. */
const KEPT = 1 << 12;

const kept = new PersonNames(KEPT);

/** Reads a name without titles; the names of the news come again and again. */
export function personName(text: string): PersonName {
  return kept.of(text);
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
  if (short.words.length < 2) return false;
  if (short.weight > 1 && positionIn(full, short) !== null) return true;
  if (!sameWord(full, 0, short, 0)) return false;
  return alignable(full, short) || parted(full, short);
}

/** Whether all words of `short` stand in `full` in order, the first with the first. */
function alignable(full: PersonName, short: PersonName): boolean {
  let at = 1;
  let substantial = (short.words[0]?.length ?? 0) > 1 && (full.words[0]?.length ?? 0) > 1 ? 1 : 0;
  for (let i = 1; i < short.words.length; i++) {
    while (at < full.words.length && !sameWord(full, at, short, i)) at++;
    if (at === full.words.length) return false;
    const word = short.words[i] ?? '';
    if (word.length > 1 && !PARTICLES.has(word)) substantial++;
    at++;
  }
  return substantial >= 2 || (substantial === 1 && at === full.words.length);
}

/** `hossein amirabdollahian` and `hossein amir abdollahian`, spelled differently too. */
function parted(full: PersonName, short: PersonName): boolean {
  if (full.words.length === short.words.length) return false;
  return similarSounds(sounds(full.words.slice(1).join('')), sounds(short.words.slice(1).join('')));
}

function sameWord(a: PersonName, i: number, b: PersonName, j: number): boolean {
  const x = a.words[i] ?? '';
  const y = b.words[j] ?? '';
  if (x === y) return true;
  if (x.length === 1 || y.length === 1) return x[0] === y[0];
  return similarSounds(a.sounds[i] ?? '', b.sounds[j] ?? '');
}

function keysOf(words: readonly string[], heard: readonly string[], compact: string): string[] {
  const keys = new Set<string>();
  for (const [i, word] of words.entries()) {
    if (PARTICLES.has(word) || word.length < 2) continue;
    keys.add(skeleton(heard[i] ?? ''));
    const next = words[i + 1];
    if (next !== undefined) keys.add(skeleton(sounds(word + next)));
  }
  if (keys.size === 0) keys.add(skeleton(sounds(compact)));
  return [...keys];
}
