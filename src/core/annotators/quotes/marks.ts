/** Pairs quotation marks. */
import type { Paragraph, Sentence, Token } from '../../annotations';
import { isLetter } from '../../characters';
import { FormAnswers, WordSet, WordTable } from '../../lexicon/word-table';

/** A pair of quotation marks: `open` and `close` are tokens; `close` is the last token of the paragraph where the mark is missing. */
export interface QuotedRun {
  readonly open: number;
  readonly close: number;
  /** No closing mark stands in the paragraph: the quotation goes on in the next one, or the mark was forgotten. */
  readonly unclosed: boolean;
  /** Stands inside another pair. */
  readonly nested: boolean;
  /** Tokens of each mark: two where it is typed as a pair of apostrophes. */
  readonly width: 1 | 2;
}

/** The first token within the marks, and the last. */
export function insideOf(run: QuotedRun): { readonly first: number; readonly last: number } {
  return { first: run.open + run.width, last: run.unclosed ? run.close : run.close - run.width };
}

/** The stop or comma that ends what the marks hold, else its last word; marks nested at the end are passed over. */
export function endingOf(tokens: readonly Token[], run: QuotedRun): string {
  const { first, last } = insideOf(run);
  let k = last;
  while (k > first && ENDING_MARKS.has(tokens[k]?.text ?? '')) k--;
  return tokens[k]?.text ?? '';
}

const ENDING_MARKS = new Set(["'", '’', '"', '”', ']', '»']);

interface Text {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
}

/** `doubled`: two apostrophes or grave accents for one mark, as old wires and archives type them. */
type Kind = 'straight' | 'curly' | 'low' | 'guillemet' | 'reversed' | 'single' | 'straight-single' | 'doubled';

/** Opening marks whose closing mark is another character. `»…«` is used too, and told apart by the space before it. */
const OPENING = new WordTable<Kind>(
  new Map<string, Kind>([
    ['“', 'curly'],
    ['„', 'low'],
    ['«', 'guillemet'],
    ['‘', 'single'],
    ['‹', 'guillemet'],
  ]),
  'key',
);

/** Elided words that begin with an apostrophe. */
const ELIDED = new WordSet([
  'em',
  'tis',
  'twas',
  'cause',
  'til',
  'till',
  'n',
  'bout',
  'round',
  'cos',
  'un',
  'er',
  'im',
  's',
  't',
]);
const SINGLE = new Set(["'", '‘', '’', '`']);
const SENTENCE_END = new Set([',', '.', '!', '?', '…', '...', ';', ':']);

/** Longest quotation that may miss its closing mark and still be believed, in tokens. */
const LONGEST_UNCLOSED = 400;

/** All pairs of a paragraph, sorted by their opening mark. Linear in the paragraph's length. */
export function pairMarks(text: Text, paragraph: Paragraph): QuotedRun[] {
  const first = text.sentences[paragraph.first]?.first ?? 0;
  const last = text.sentences[paragraph.last - 1]?.last ?? first;
  const closers = new Closers(text.tokens, first, last);
  const runs: QuotedRun[] = [];
  let outerClose = -1;
  for (let i = first; i < last; i++) {
    const token = text.tokens[i];
    if (token === undefined || token.kind !== 'punctuation') continue;
    const kind = openingKind(text.tokens, i, i === first);
    if (kind === null) continue;
    const nested = i < outerClose;
    const width = kind === 'doubled' ? 2 : 1;
    const limit = nested ? outerClose : last;
    let close = closers.after(kind, i, limit);
    // `"So be it,” she said`
    if (close < 0 && kind === 'straight') close = closers.after('curly', i, limit);
    if (close >= 0) {
      runs.push({ open: i, close, unclosed: false, nested, width });
      if (!nested) outerClose = close;
    } else if (!nested && mayRunOn(kind) && closers.opensLast(kind, i) && last - i < LONGEST_UNCLOSED && last - i > 3) {
      runs.push({ open: i, close: last - 1, unclosed: true, nested: false, width });
      outerClose = last;
    }
  }
  return runs;
}

/** Single marks are too often apostrophes. */
function mayRunOn(kind: Kind): boolean {
  return kind === 'straight' || kind === 'curly' || kind === 'guillemet' || kind === 'doubled';
}

function openingKind(tokens: readonly Token[], i: number, atStart: boolean): Kind | null {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (token?.kind !== 'punctuation' || next === undefined) return null;
  const opens = atStart || token.spaced || isOpener(tokens[i - 1]);
  if (isPair(token, next)) return opens && tokens[i + 2]?.spaced === false ? 'doubled' : null;
  if (isPair(tokens[i - 1], token)) return null;
  if (token.text === '"') return opens && (!next.spaced || atStart) ? 'straight' : null;
  if (token.text === "'") return opens && !next.spaced && !isElided(next) ? 'straight-single' : null;
  if (token.text === '‘') return opens && !next.spaced && !isElided(next) ? 'single' : null;
  if (token.text === '»') return opens && !next.spaced ? 'reversed' : null;
  return closesReversed(tokens, i) && !atStart ? null : (OPENING.of(token) ?? null);
}

/** Whether two tokens are one mark typed as two. */
function isPair(token: Token | undefined, next: Token | undefined): boolean {
  return (
    token !== undefined && next !== undefined && !next.spaced && next.text === token.text && SINGLE.has(token.text)
  );
}

function isElided(next: Token): boolean {
  return next.kind === 'number' || ELIDED.holds(next);
}

const openers = new FormAnswers(({ text }) => /^[([{—–“"‘«„:-]+$/u.test(text));

function isOpener(token: Token | undefined): boolean {
  return token !== undefined && openers.of(token);
}

/** For each kind of quotation the next closing mark, found with one pass from the end. */
class Closers {
  readonly #tokens: readonly Token[];
  readonly #first: number;
  readonly #last: number;
  readonly #next = new Map<Kind, Int32Array>();
  readonly #lastOpening = new Map<Kind, number>();

  constructor(tokens: readonly Token[], first: number, last: number) {
    this.#tokens = tokens;
    this.#first = first;
    this.#last = last;
  }

  /** The closing token of a quotation of this kind that opens at `open`, before `limit`, or -1. */
  after(kind: Kind, open: number, limit: number): number {
    let next = this.#next.get(kind);
    if (next === undefined) this.#next.set(kind, (next = this.#build(kind)));
    const close = next[open + 1 - this.#first] ?? -1;
    return close >= 0 && close < limit ? close : -1;
  }

  /** Whether no other quotation of this kind opens behind `open`. Ask after `after`. */
  opensLast(kind: Kind, open: number): boolean {
    return open >= (this.#lastOpening.get(kind) ?? open);
  }

  #build(kind: Kind): Int32Array {
    const size = this.#last - this.#first;
    const next = new Int32Array(size + 1).fill(-1);
    let strong = -1;
    let weak = -1;
    for (let k = this.#last - 1; k >= this.#first; k--) {
      const closing = closingStrength(this.#tokens, k, kind, k === this.#last - 1);
      if (closing === 2) {
        strong = k;
        weak = -1;
      } else if (closing === 1 && strong < 0) {
        // `the teachers' strike`: taken for an apostrophe wherever a surer closing mark follows.
        weak = k;
      }
      next[k - this.#first] = strong >= 0 ? strong : weak;
      if (closing !== 0 || openingKind(this.#tokens, k, k === this.#first) !== kind) continue;
      if (!this.#lastOpening.has(kind)) this.#lastOpening.set(kind, k);
      // No quotation may reach over the next one of its kind, save those whose two marks differ.
      if (kind === 'single' || kind === 'straight-single' || kind === 'straight') strong = weak = -1;
    }
    return next;
  }
}

/** 2: surely closes; 1: closes, unless it is the apostrophe of a plural; 0: does not. */
function closingStrength(tokens: readonly Token[], k: number, kind: Kind, atEnd: boolean): 0 | 1 | 2 {
  const token = tokens[k];
  const before = tokens[k - 1];
  if (token === undefined || before === undefined || token.kind !== 'punctuation') return 0;
  switch (kind) {
    case 'straight': {
      if (token.text !== '"') return 0;
      const next = tokens[k + 1];
      return !token.spaced || atEnd || next === undefined || next.spaced || next.kind === 'punctuation' ? 2 : 0;
    }
    case 'doubled': {
      if (!isPair(before, token) || token.text === '`' || token.text === '‘' || before.spaced) return 0;
      const next = tokens[k + 1];
      return next === undefined || atEnd || next.spaced || (next.kind === 'punctuation' && next.text !== token.text)
        ? 2
        : 0;
    }
    case 'curly':
      return token.text === '”' || (token.text === '"' && !token.spaced) || closesReversed(tokens, k) ? 2 : 0;
    case 'low':
      return token.text === '“' || token.text === '”' ? 2 : 0;
    case 'guillemet':
      return token.text === '»' || token.text === '›' ? 2 : 0;
    case 'reversed':
      return token.text === '«' ? 2 : 0;
    case 'single':
    case 'straight-single': {
      const same = token.text === (kind === 'single' ? '’' : "'");
      const next = tokens[k + 1];
      if (!same || token.spaced || isPair(token, next) || isPair(before, token)) return 0;
      if (next !== undefined && !next.spaced && isLetter(next.text.charCodeAt(0))) return 0;
      if (SENTENCE_END.has(before.text) || next === undefined || !next.spaced || atEnd) return 2;
      return before.lower.endsWith('s') ? 1 : 2;
    }
  }
}

/** `“So be it,“ she said`: an opening mark where a closing one was meant. */
function closesReversed(tokens: readonly Token[], k: number): boolean {
  const next = tokens[k + 1];
  const token = tokens[k];
  if (token?.text !== '“' || token.spaced) return false;
  return (next === undefined || next.spaced) && SENTENCE_END.has(tokens[k - 1]?.text ?? '');
}
