import type { Paragraph, Sentence, Token } from '../annotations';
import type { RawToken } from './tokens';
import { WordSet } from '../lexicon/word-table';

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
/** Lines of hard-wrapped text. */
const WRAP_FROM = 55;
const WRAP_TO = 100;
/** No line wrap leaves a line this long: where one stands, lines are paragraphs. */
const NEVER_WRAPPED = 160;

/**
 * Finds paragraphs and sentences. A blank line always ends a paragraph; a single line break does, except in hard-wrapped text
 * (where the line before it neither ends a sentence nor is short).
 * @param raw the tokens of the text; the index of its sentence is written into each
 * @param stopless lower-case abbreviations that never end a sentence although a capital follows (`gen.`, `mr.`, `oct.`)
 */
export function findStructure(text: string, raw: readonly RawToken[], stopless: ReadonlySet<string>): Structure {
  const lines = kindOfLines(text);
  let read = 0;
  const sentences: Sentence[] = [];
  const paragraphs: Paragraph[] = [];
  let paragraphFirst = 0;
  let sentenceFirst = 0;

  const endSentence = (): void => {
    if (sentenceFirst === read) return;
    const start = raw[sentenceFirst]?.start ?? 0;
    const end = raw[read - 1]?.end ?? start;
    sentences.push({ start, end, first: sentenceFirst, last: read, paragraph: paragraphs.length });
    sentenceFirst = read;
  };
  const endParagraph = (): void => {
    endSentence();
    if (paragraphFirst === sentences.length) return;
    const start = sentences[paragraphFirst]?.start ?? 0;
    const end = sentences[sentences.length - 1]?.end ?? start;
    const last = sentences.length;
    const kind = kindOf(paragraphFirst, last, sentences, raw);
    paragraphs.push({ start, end, first: paragraphFirst, last, kind });
    paragraphFirst = sentences.length;
  };

  let lineStart = 0;
  for (let i = 0; i < raw.length; i++) {
    const token = raw[i];
    if (token === undefined) break;
    const previous = raw[i - 1];
    if (previous !== undefined && token.spaced) {
      const breaks = lineBreaks(text, previous.end, token.start);
      if (breaks > 1 || (breaks === 1 && endsLine(previous, previous.end - lineStart, token, lines))) endParagraph();
      if (breaks > 0) lineStart = token.start;
    }
    if (sentenceFirst < read && startsSentence(raw, i, stopless)) endSentence();
    token.sentence = sentences.length;
    read++;
  }
  endParagraph();
  return { tokens: raw, sentences, paragraphs };
}

/** `wrapped`: most lines that a further line follows at once end where a line wrap would end them. `whole`: a line is a paragraph. */
type Lines = 'wrapped' | 'whole' | 'unsure';

function kindOfLines(text: string): Lines {
  let followed = 0;
  let wrapped = 0;
  let long = false;
  let start = 0;
  while (start < text.length) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const next = text.charCodeAt(end + 1);
    long ||= end - start > NEVER_WRAPPED;
    if (end > start && next > 32) {
      followed++;
      if (end - start >= WRAP_FROM && end - start <= WRAP_TO) wrapped++;
    }
    start = end + 1;
  }
  if (followed >= 4 && wrapped * 3 > followed * 2) return 'wrapped';
  return long ? 'whole' : 'unsure';
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
function endsLine(previous: RawToken, length: number, next: RawToken, lines: Lines): boolean {
  if (TERMINAL.has(previous.text) || CLOSING.has(previous.text) || previous.text === ':')
    return lines === 'whole' || length < WRAP_FROM || length > WRAP_TO;
  // In hard-wrapped text a short line may still run on: a long word did not fit, or an editor broke it.
  if (lines === 'wrapped' && next.case !== 'all') return false;
  return (lines === 'whole' || length < SHORT_LINE) && next.case !== 'none';
}

function startsSentence(raw: readonly RawToken[], i: number, stopless: ReadonlySet<string>): boolean {
  const token = raw[i];
  if (token === undefined || !token.spaced) return false;
  const before = raw[i - 1];
  if (before?.kind === 'number' || (before?.kind === 'word' && !before.text.endsWith('.'))) return false;
  let j = i - 1;
  while (j >= 0 && CLOSING.has(raw[j]?.text ?? '') && raw[j + 1]?.spaced !== j + 1 < i) j--;
  const stop = raw[j];
  if (stop === undefined) return false;
  const abbreviation = stop.kind === 'word' && stop.text.endsWith('.');
  if (!TERMINAL.has(stop.text) && !abbreviation) return false;
  // `the court sat. The judge …`: in small letters it is a word.
  if (abbreviation && stopless.has(stop.lower) && !(stop.case === 'none' && ALSO_WORDS.holds(stop))) return false;
  const initial = abbreviation && stop.text.length === 2;
  // `George W. He` is no end; `posted on X. Her` is.
  if (initial && raw[j - 1]?.case !== 'none') return false;
  let k = i;
  while (OPENING.has(raw[k]?.text ?? '')) k++;
  const head = raw[k];
  if (head === undefined) return true;
  // After `U.S.` or `a.m.` a name may go on (`the U.S. Senate`): only a common sentence opener begins a sentence there.
  if (abbreviation) return head.case === 'initial' && OPENERS.holds(head);
  return head.kind === 'number' || head.case !== 'none' || k > i;
}

/** Words that are capitalised only because they open a sentence. */
/** Abbreviations that are words too when no capital or number goes with them. */
const ALSO_WORDS = new WordSet(['sat.', 'sun.', 'wed.', 'no.', 'min.', 'mar.', 'art.', 'fig.', 'sec.']);

const OPENERS = new WordSet(
  'the a an he she it they we i you his her its their this that these those in on at by for from with after before but and while when as if however meanwhile since there both some many most no not several one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty dozens hundreds thousands'.split(
    ' ',
  ),
);

function kindOf(
  first: number,
  last: number,
  sentences: readonly Sentence[],
  tokens: readonly Token[],
): Paragraph['kind'] {
  const sentence = sentences[first];
  if (sentence === undefined || last - first > 1) return 'text';
  const count = sentence.last - sentence.first;
  const mark = tokens[sentence.last - 1]?.text ?? '';
  const full = TERMINAL.has(mark) || CLOSING.has(mark) || mark === ':';
  return !full && count >= 3 && count <= 25 ? 'headline' : 'text';
}
