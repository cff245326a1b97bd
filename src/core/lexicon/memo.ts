/** Texts longer than this are no words of a language: they are not kept, so that the keys of a memo stay small. */
const LONGEST = 40;

/**
 * Answers of a pure function of a word, kept across sources: news repeats its words, and a Map answers faster than packed tables.
 * Memory is bounded: a full memo forgets everything and begins anew.
 */
export class Memo<T, W = string> {
  readonly #answers = new Map<string, T>();
  readonly #compute: (word: W) => T;
  readonly #limit: number;

  /** @param limit how many answers are kept */
  constructor(compute: (word: W) => T, limit = 1 << 14) {
    this.#compute = compute;
    this.#limit = limit;
  }

  /** The answer for a word; `text` tells it from all others. */
  get(text: string, word: W): T {
    const known = this.#answers.get(text);
    if (known !== undefined) return known;
    const answer = this.#compute(word);
    if (text.length > LONGEST) return answer;
    if (this.#answers.size >= this.#limit) this.#answers.clear();
    this.#answers.set(internalized(text), answer);
    return answer;
  }
}

const NOTHING = Symbol('nothing');

/** A table that is slow to ask, and is asked the same again and again. */
export class MemoTable<T> {
  readonly #answers: Memo<T | typeof NOTHING>;

  constructor(table: { get(key: string): T | undefined }) {
    this.#answers = new Memo((key) => table.get(key) ?? NOTHING);
  }

  get(key: string): T | undefined {
    const answer = this.#answers.get(key, key);
    return answer === NOTHING ? undefined : answer;
  }

  has(key: string): boolean {
    return this.#answers.get(key, key) !== NOTHING;
  }
}

/** The same text as the name of a property: a slice keeps the whole text that it was cut from alive, and compares slower. */
export function internalized(text: string): string {
  return Object.keys({ [text]: 0 })[0] ?? text;
}
