import type { Paragraph, Token } from '../annotations';
import { type BoilerplateWords, boilerplateWords, type Phrases } from '../lexicon/boilerplate';
import { calendarWords } from '../lexicon/calendar';
import type { Span } from '../text';
import type { Structure } from './sentences';
import { WordSet } from '../lexicon/word-table';

export interface Boilerplate {
  /** All paragraphs, those that are boilerplate marked so. */
  readonly paragraphs: readonly Paragraph[];
  /** Sorted, none overlapping. */
  readonly boilerplate: readonly Span[];
}

/** Longer paragraphs are prose whatever they begin with. */
const SHORT = 60;
const BYLINE = 14;
/** Bylines and notes stand within so many paragraphs of the start, disclaimers and notes of the end. */
const HEAD = 5;
const TAIL = 5;

/** Marks bylines, disclaimers, captions, credits, share lines and notes of the editors: paragraphs that are no part of the report. */
export function findBoilerplate(_text: string, structure: Structure): Boilerplate {
  const { tokens, sentences } = structure;
  const words = boilerplateWords();
  const boilerplate: Span[] = [];
  const count = structure.paragraphs.length;
  const paragraphs = structure.paragraphs.map((paragraph, index): Paragraph => {
    const first = sentences[paragraph.first]?.first ?? 0;
    const last = sentences[paragraph.last - 1]?.last ?? first;
    const place = { first, last, head: index < HEAD, tail: index >= count - TAIL, only: count === 1 };
    if (isBoilerplate(tokens, place, words)) {
      boilerplate.push({ start: paragraph.start, end: paragraph.end });
      return { ...paragraph, kind: 'boilerplate' };
    }
    const end = tokens[last - 1];
    const stop = tokens[last - 2];
    if (end !== undefined && stop?.text === '.' && words.endings.has(end.lower))
      boilerplate.push({ start: end.start, end: end.end });
    return paragraph;
  });
  return { paragraphs, boilerplate };
}

/** A paragraph's tokens and whether it stands near the start and end of the source. */
interface Place {
  readonly first: number;
  readonly last: number;
  readonly head: boolean;
  readonly tail: boolean;
  readonly only: boolean;
}

function isBoilerplate(tokens: readonly Token[], place: Place, words: BoilerplateWords): boolean {
  const { first, last, head, tail, only } = place;
  const length = last - first;
  if (length > SHORT || only) return false;
  const start = skipMarks(tokens, first, last);
  if (start === last) return true;
  return (
    (head && isByline(tokens, start, last)) ||
    ((head || tail || length <= BYLINE) && phraseAt(tokens, start, words.openings) && opensNote(tokens, start, last)) ||
    hasPhrase(tokens, first, last, words.phrases) ||
    ((head || tail) && isDisclaimer(tokens, first, last, words)) ||
    endsInCredit(tokens, start, last, words.credits)
  );
}

/** Past brackets, bullets and asterisks. A paragraph of nothing else is a rule across the page. */
function skipMarks(tokens: readonly Token[], first: number, last: number): number {
  let i = first;
  while (i < last && tokens[i]?.kind === 'punctuation' && tokens[i]?.text !== '©' && !isEnding(tokens, i)) i++;
  return i;
}

function isEnding(tokens: readonly Token[], i: number): boolean {
  const dash = tokens[i]?.text ?? '';
  return (dash === '-' || dash === '--') && tokens[i + 1]?.lower === 'ends';
}

/** `By Jane Doe, Nairobi`, `By our correspondent in Lima`: short, without a full stop, and no date behind `By`. */
function isByline(tokens: readonly Token[], first: number, last: number): boolean {
  if (tokens[first]?.lower !== 'by' || last - first > BYLINE || last - first < 2) return false;
  if (tokens[last - 1]?.text === '.') return false;
  const next = tokens[first + 1];
  const { months, weekdays } = calendarWords();
  if (next?.kind !== 'word' || months.has(next.lower) || weekdays.has(next.lower)) return false;
  return next.case !== 'none' || next.lower === 'our' || next.lower === 'staff' || next.lower === 'a';
}

/** A sentence of the report may begin so too: `Related cases rose by a third.`, `Editing by hand was the rule.` */
function opensNote(tokens: readonly Token[], first: number, last: number): boolean {
  const next = tokens[first + 1];
  const one = tokens[first]?.lower ?? '';
  if (next?.lower === 'by' && tokens[first + 2]?.case === 'none') return false;
  if (!LONE_WORDS.has(one)) return true;
  return next === undefined || first + 1 === last || next.kind !== 'word' || last - first <= 6;
}

const LONE_WORDS = new Set([
  'related',
  'subscribe',
  'copyright',
  'disclaimer',
  'advertisement',
  'sponsored',
  'enditem',
]);

function phraseAt(tokens: readonly Token[], i: number, phrases: Phrases): boolean {
  return phrases.of(tokens[i])?.some((words) => words.every((word, k) => tokens[i + k]?.lower === word)) ?? false;
}

function hasPhrase(tokens: readonly Token[], first: number, last: number, phrases: Phrases): boolean {
  for (let i = first; i < last; i++) if (phraseAt(tokens, i, phrases)) return insideNote(tokens, first, last, i);
  return false;
}

/** `Reporting by …; editing by …` inside brackets or at the start; in the middle of a sentence it may be prose. */
function insideNote(tokens: readonly Token[], first: number, last: number, at: number): boolean {
  const word = tokens[at]?.lower ?? '';
  if (word !== 'reporting' && word !== 'editing' && word !== 'writing') return true;
  if (tokens[at + 2]?.case === 'none') return false;
  return tokens[first]?.text === '(' || tokens[at]?.case === 'initial' || tokens[last - 1]?.text === ')';
}

const SAYING = new WordSet(['said', 'says', 'told', 'added', 'according', 'argued', 'denied', 'claimed']);

function isDisclaimer(tokens: readonly Token[], first: number, last: number, words: BoilerplateWords): boolean {
  const { subjects, claims, negations } = words.disclaimer;
  let subject = 0;
  let claim = 0;
  let negation = 0;
  for (let i = first; i < last; i++) {
    const token = tokens[i];
    if (token === undefined || token.kind !== 'word') continue;
    // A name, a word of saying: somebody says it within the report.
    if (token.case !== 'none' && i > first && tokens[i - 1]?.text !== '.') return false;
    if (SAYING.holds(token)) return false;
    if (subjects.has(token.lower)) subject++;
    else if (claims.has(token.lower)) claim++;
    else if (negations.has(token.lower)) negation++;
  }
  return subject > 0 && claim > 0 && negation > 0;
}

/** `…, Kyiv. Photo: J. Doe/Agency` at the end of a paragraph. */
function endsInCredit(tokens: readonly Token[], first: number, last: number, credits: ReadonlySet<string>): boolean {
  for (let i = Math.max(first, last - 12); i < last - 1; i++) {
    if (!credits.has(tokens[i]?.lower ?? '')) continue;
    const next = tokens[i + 1];
    const named = tokens[i + 2]?.case !== 'none';
    if (next?.text === ':' && named) return true;
    const opens =
      tokens[i - 1]?.text === '(' || tokens[i - 1]?.text === '.' || tokens[i - 1]?.text === '[' || i === first;
    if (opens && (next?.lower === 'by' || next?.lower === 'credit' || next?.lower === 'courtesy') && named) return true;
  }
  return false;
}
