import type { Token } from '../../annotations';

/** A word as the tagger sees it. */
export type TaggerToken = Pick<Token, 'lower' | 'text' | 'kind' | 'case' | 'spaced' | 'form'>;

/** The tokens of a sentence: `first` to `last`, `last` exclusive. */
export interface TaggerSentence {
  readonly first: number;
  readonly last: number;
}

/** What the tagger sees of a document: shared by training and tagging. */
export interface TaggerDocument {
  readonly tokens: readonly TaggerToken[];
  readonly sentences: readonly TaggerSentence[];
  /** For each token the bits of `State`. */
  readonly states: Uint8Array;
  /** Lower-case forms of words seen in lower case somewhere. */
  readonly lowered: ReadonlySet<string>;
  /** Lower-case forms of words seen capitalised in the middle of a sentence. */
  readonly raised: ReadonlySet<string>;
}

/** What stands around a token. */
export const State = {
  /** The start of a sentence, where a capital says nothing. */
  opens: 4,
  /** All longer words around are capitalised. */
  headline: 8,
} as const;

/** From so many longer words on, all of them capitalised, a sentence is a headline. */
const HEADLINE_WORDS = 4;
const LONG = 4;

/** Two passes over the tokens. */
export function taggerDocument(tokens: readonly TaggerToken[], sentences: readonly TaggerSentence[]): TaggerDocument {
  const states = new Uint8Array(tokens.length);
  const lowered = new Set<string>();
  const raised = new Set<string>();
  for (const { first, last } of sentences) {
    const headline = isHeadline(tokens, first, last);
    for (let i = first; i < last; i++) {
      const token = tokens[i];
      if (token === undefined) continue;
      const opens = i === first || (i === first + 1 && isQuote(tokens[first]));
      states[i] = (opens ? State.opens : 0) | (headline ? State.headline : 0);
      if (token.kind !== 'word' || headline) continue;
      if (token.case === 'none') lowered.add(token.lower);
      else if (!opens) raised.add(token.lower);
    }
  }
  return { tokens, sentences, states, lowered, raised };
}

function isQuote(token: TaggerToken | undefined): boolean {
  const text = token?.text;
  return text === '"' || text === '“' || text === '‘' || text === "'" || text === '(';
}

function isHeadline(tokens: readonly TaggerToken[], first: number, last: number): boolean {
  let long = 0;
  for (let i = first; i < last; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word' || token.text.length < LONG) continue;
    if (token.case === 'none') return false;
    long++;
  }
  return long >= HEADLINE_WORDS;
}
