/** Matching phrases of several words against tokens. */
import { WordTable, type Written } from './word-table';

/** A phrase of the lexicon: lower-case words, hyphens as words of their own. */
export interface Phrase<T> {
  readonly words: readonly string[];
  readonly value: T;
}

/** Phrases by their first word, the longest first. */
export type PhraseIndex<T> = WordTable<readonly Phrase<T>[]>;

/** Splits as the tokenizer does: `asylum-seeker` → `asylum`, `-`, `seeker`. */
export function phraseWords(text: string): string[] {
  return text.replace(/(?<=\p{L})-(?=\p{L})/gu, ' - ').split(' ');
}

export class PhraseIndexBuilder<T> {
  readonly #index = new Map<string, Phrase<T>[]>();

  add(text: string, value: T): void {
    const words = phraseWords(text);
    const first = words[0];
    if (first === undefined) return;
    const list = this.#index.get(first);
    if (list === undefined) this.#index.set(first, [{ words, value }]);
    else list.push({ words, value });
  }

  build(): PhraseIndex<T> {
    for (const list of this.#index.values()) list.sort((a, b) => b.words.length - a.words.length);
    return new WordTable(this.#index);
  }
}

interface Word extends Written {
  readonly lower: string;
}

/** Whether the words stand at token `k`. */
export function standsAt(tokens: readonly Word[], k: number, words: readonly string[]): boolean {
  for (let i = 0; i < words.length; i++) if (tokens[k + i]?.lower !== words[i]) return false;
  return true;
}

/** The longest phrase at token `k`, or null. */
export function phraseAt<T>(index: PhraseIndex<T>, tokens: readonly Word[], k: number): Phrase<T> | null {
  const list = index.of(tokens[k]);
  if (list === undefined) return null;
  for (const phrase of list) if (standsAt(tokens, k, phrase.words)) return phrase;
  return null;
}
