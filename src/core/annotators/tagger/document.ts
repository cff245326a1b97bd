import type { Token } from '../../annotations';
import { type DocumentEvidence, type TaggerToken, wordHash } from './features';

/** What the tagger sees of a document: shared by training and tagging. */
export interface TaggerDocument {
  readonly sentences: readonly (readonly TaggerToken[])[];
  readonly evidence: DocumentEvidence;
}

type Word = Pick<Token, 'lower' | 'text' | 'kind' | 'case' | 'spaced'>;

/** From so many longer words on, all of them capitalised, a sentence is a headline. */
const HEADLINE_WORDS = 4;
const LONG = 4;

export function taggerDocument(sentences: readonly (readonly Word[])[]): TaggerDocument {
  const lowered = new Set<string>();
  const raised = new Set<string>();
  const seen = sentences.map((sentence) => {
    const headline = isHeadline(sentence);
    return sentence.map((token, i): TaggerToken => {
      const before = sentence[i - 1];
      const opens = i === 0 || (before?.kind === 'punctuation' && isQuote(before.text) && i === 1);
      if (token.kind === 'word' && !headline) {
        if (token.case === 'none') lowered.add(token.lower);
        else if (!opens) raised.add(token.lower);
      }
      return {
        lower: token.lower,
        text: token.text,
        kind: token.kind,
        case: token.case,
        spaced: token.spaced,
        opens,
        headline,
      };
    });
  });
  return { sentences: seen, evidence: { lowered, raised } };
}

function isQuote(text: string): boolean {
  return text === '"' || text === '“' || text === '‘' || text === "'" || text === '(';
}

function isHeadline(sentence: readonly Word[]): boolean {
  let long = 0;
  for (const token of sentence) {
    if (token.kind !== 'word' || token.text.length < LONG) continue;
    if (token.case === 'none') return false;
    long++;
  }
  return long >= HEADLINE_WORDS;
}

export function hashesOf(sentence: readonly TaggerToken[]): Int32Array {
  return Int32Array.from(sentence, (t) => wordHash(t.lower, t.kind));
}
