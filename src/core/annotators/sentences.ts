import type { Paragraph, Sentence, Token } from '../annotations';
import type { RawToken } from './tokens';

export interface Structure {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly paragraphs: readonly Paragraph[];
}

const TERMINAL = new Set(['.', '!', '?', '…', '...', '。', '؟']);
const CLOSING = new Set(['"', '”', '’', "'", ')', ']', '»', '›']);
const OPENING = new Set(['"', '“', '‘', "'", '(', '[', '«', '‹', '–', '—', '--', '•', '-']);

/** How long a line may be and still be cut by a person, not by a line wrap. */
const SHORT_LINE = 50;

/**
 * Finds paragraphs and sentences. A blank line always ends a paragraph; a single line break does, except in hard-wrapped text
 * (where the line before it neither ends a sentence nor is short).
 * @param stopless lower-case abbreviations that never end a sentence although a capital follows (`gen.`, `mr.`, `oct.`)
 */
export function findStructure(text: string, raw: readonly RawToken[], stopless: ReadonlySet<string>): Structure {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  const paragraphs: Paragraph[] = [];
  let paragraphFirst = 0;
  let sentenceFirst = 0;

  const endSentence = (): void => {
    if (sentenceFirst === tokens.length) return;
    const start = tokens[sentenceFirst]?.start ?? 0;
    sentences.push({
      start,
      end: tokens.at(-1)?.end ?? start,
      first: sentenceFirst,
      last: tokens.length,
      paragraph: paragraphs.length,
    });
    sentenceFirst = tokens.length;
  };
  const endParagraph = (): void => {
    endSentence();
    if (paragraphFirst === sentences.length) return;
    const start = sentences[paragraphFirst]?.start ?? 0;
    paragraphs.push({
      start,
      end: sentences.at(-1)?.end ?? start,
      first: paragraphFirst,
      last: sentences.length,
      kind: 'text',
    });
    paragraphFirst = sentences.length;
  };

  let lineStart = 0;
  for (let i = 0; i < raw.length; i++) {
    const token = raw[i];
    if (token === undefined) break;
    const previous = raw[i - 1];
    if (previous !== undefined && token.spaced) {
      const breaks = lineBreaks(text, previous.end, token.start);
      if (breaks > 1 || (breaks === 1 && endsLine(previous, previous.end - lineStart, token))) endParagraph();
      if (breaks > 0) lineStart = token.start;
    }
    if (sentenceFirst < tokens.length && startsSentence(raw, i, stopless)) endSentence();
    tokens.push({ ...token, sentence: sentences.length });
  }
  endParagraph();
  return { tokens, sentences, paragraphs: paragraphs.map((p) => ({ ...p, kind: kindOf(p, sentences, tokens) })) };
}

function lineBreaks(text: string, from: number, to: number): number {
  let breaks = 0;
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || c === 0x2028 || c === 0x2029 || (c === 13 && text.charCodeAt(i + 1) !== 10)) breaks++;
  }
  return breaks;
}

/** Whether a single line break after `previous` ends a paragraph. */
function endsLine(previous: RawToken, lineLength: number, next: RawToken): boolean {
  if (TERMINAL.has(previous.text) || CLOSING.has(previous.text) || previous.text === ':')
    return lineLength < SHORT_LINE || !isWrapWidth(lineLength);
  return lineLength < SHORT_LINE && next.case !== 'none';
}

/** Lines of hard-wrapped text are 60 to 100 characters long. */
function isWrapWidth(length: number): boolean {
  return length >= 60 && length <= 100;
}

function startsSentence(raw: readonly RawToken[], i: number, stopless: ReadonlySet<string>): boolean {
  const token = raw[i];
  if (token === undefined || !token.spaced) return false;
  let j = i - 1;
  while (j >= 0 && CLOSING.has(raw[j]?.text ?? '') && raw[j + 1]?.spaced !== j + 1 < i) j--;
  const stop = raw[j];
  if (stop === undefined) return false;
  const abbreviation = stop.kind === 'word' && stop.text.endsWith('.');
  if (!TERMINAL.has(stop.text) && !abbreviation) return false;
  if (abbreviation && (stopless.has(stop.lower) || stop.text.length === 2)) return false;
  let k = i;
  while (OPENING.has(raw[k]?.text ?? '')) k++;
  const head = raw[k];
  if (head === undefined) return true;
  // After `U.S.` or `a.m.` a name may go on (`the U.S. Senate`): only a common sentence opener begins a sentence there.
  if (abbreviation) return head.case === 'initial' && OPENERS.has(head.lower);
  return head.kind === 'number' || head.case !== 'none' || k > i;
}

/** Words that are capitalised only because they open a sentence. */
const OPENERS = new Set(
  'the a an he she it they we i you his her its their this that these those in on at by for from with after before but and while when as if however meanwhile since there both some many most no not several'.split(
    ' ',
  ),
);

function kindOf(paragraph: Paragraph, sentences: readonly Sentence[], tokens: readonly Token[]): Paragraph['kind'] {
  const sentence = sentences[paragraph.first];
  if (sentence === undefined || paragraph.last - paragraph.first > 1) return 'text';
  const count = sentence.last - sentence.first;
  const last = tokens[sentence.last - 1];
  const full = last !== undefined && (TERMINAL.has(last.text) || CLOSING.has(last.text) || last.text === ':');
  return !full && count >= 3 && count <= 25 ? 'headline' : 'text';
}
