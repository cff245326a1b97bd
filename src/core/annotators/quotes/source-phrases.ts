/** Finds who is named beside what is said, without a verb: `according to X`, `by X's count`. */
import type { Sentence } from '../../annotations';
import { WordClass } from '../../lexicon/grammar';
import { speechTable } from '../../lexicon/speech';
import { WordSet } from '../../lexicon/word-table';
import type { Reading } from '../reading';
import { nounPhraseEndingAt } from '../phrases-before';
import { subjectAfter } from '../subjects';
import type { Statement } from './statements';

const { possessive } = WordClass;

export const QUOTE_MARKS = new Set(['"', '“', '”', '‘', '’', "'", '«', '»', '„']);

/** `by the ministry's count`, `by the account of residents`: what is said has its source beside it. */
function countPhrase(r: Reading, k: number, sentence: Sentence): Statement | null {
  const { accounts } = speechTable();
  for (let head = k + 2; head < Math.min(sentence.last, k + 8); head++) {
    const token = r.tokens[head];
    if (token === undefined || token.kind === 'number' || (token.kind === 'punctuation' && token.lower !== "'s"))
      return null;
    if (!accounts.has(token.lower)) continue;
    const of = r.tokens[head + 1]?.lower === 'of' ? subjectAfter(r, head + 1, sentence.last) : null;
    const owner = r.tokens[head - 1]?.lower === "'s" ? head - 2 : head - 1;
    const own = (r.classes[owner] ?? 0) & possessive ? owner : -1;
    const subject =
      of ??
      (own >= 0
        ? {
            first: own,
            last: own + 1,
            mention: r.mentionAt[own] === -1 ? null : (r.mentionAt[own] ?? null),
            pronoun: true,
          }
        : nounPhraseEndingAt(r, owner, k + 1));
    // `by one count`, `by any measure`: nobody's.
    if (subject === null || (subject.last === subject.first + 1 && NOBODYS.holds(r.tokens[subject.first]))) return null;
    return { at: k, verb: null, subject, content: { first: sentence.first, last: sentence.last }, order: 'according' };
  }
  return null;
}

/** `according to X`, `as per reports`. */
export function sourcePhrase(r: Reading, k: number, sentence: Sentence): Statement | null {
  const token = r.tokens[k];
  if (token?.lower === 'by' || token?.lower === 'on') return countPhrase(r, k, sentence);
  if (
    token === undefined ||
    (token.lower !== 'according' &&
      token.lower !== 'as' &&
      token.lower !== 'citing' &&
      token.lower !== 'quoting' &&
      token.lower !== 'in')
  )
    return null;
  const phrase = speechTable().prepositions.find((words) => words.every((w, i) => r.tokens[k + i]?.lower === w));
  if (phrase === undefined) return null;
  const last = k + phrase.length - 1;
  const subject = subjectAfter(r, last, sentence.last);
  if (subject === null) return null;
  const opens = k === sentence.first || QUOTE_MARKS.has(r.tokens[k - 1]?.text ?? '');
  // `…, according to X, and nearly 30,000 have fled`: what goes on behind it is X's too.
  const goesOn = r.tokens[subject.last]?.text === ',' && subject.last < sentence.last - 3;
  const content = opens
    ? { first: skipComma(r, subject.last), last: sentence.last }
    : { first: clauseStart(r, k, sentence), last: goesOn ? sentence.last : r.tokens[k - 1]?.text === ',' ? k - 1 : k };
  return { at: k, verb: null, subject, content, order: 'according' };
}

/** Behind the last colon: `Nine people died: six Estonians, according to Tallinn, and …`. */
function clauseStart(r: Reading, k: number, sentence: Sentence): number {
  for (let i = k - 1; i > Math.max(sentence.first, k - NEAR_COLON); i--) if (r.tokens[i]?.text === ':') return i + 1;
  return sentence.first;
}

const NOBODYS = new WordSet(['one', 'some', 'any', 'most', 'all', 'another', 'this', 'that']);

const NEAR_COLON = 20;

function skipComma(r: Reading, k: number): number {
  return r.tokens[k]?.text === ',' ? k + 1 : k;
}
