import type { LocalDate, StatedDate, Token } from '../annotations';
import { dayNumber } from '../calendar';
import { type HeaderWords, headerWords } from '../lexicon/headers';
import type { ReadText } from './input';
import { isDash } from './dates/scan';

/** Headers and datelines stand within so many paragraphs of the start, a closing date of the end. */
const HEAD = 6;
const TAIL = 2;

/** Lower is weightier: `Published …` or a closing line, a line that is no sentence, an address, `Updated …`, a dateline. */
const enum Weight {
  Published = 0,
  Line = 1,
  Address = 1.5,
  Updated = 2,
  Dateline = 3,
  /** Comes on top where the year is missing. */
  NoYear = 10,
}

/**
 * The dates that the text gives as its own, the weightiest first: headers and closing lines (`Published: 2025-03-14`, a masthead, a
 * byline), then `Updated` lines, then datelines (`LIMA, Nov. 15 (Agency) —`).
 */
export function findStatedDates(read: ReadText, dates: readonly LocalDate[]): readonly StatedDate[] {
  const { tokens, sentences, paragraphs } = read;
  const found: { readonly weight: number; readonly date: StatedDate }[] = [];
  const past = latestPast(dates);
  for (const date of dates) {
    if (date.expression.type !== 'day') continue;
    const paragraph = sentences[tokens[date.first]?.sentence ?? 0]?.paragraph ?? 0;
    const head = paragraph < HEAD;
    const tail = paragraph >= paragraphs.length - TAIL;
    if (!head && !tail) continue;
    const line = lineOf(read, date, sentences[paragraphs[paragraph]?.first ?? 0]?.first ?? 0);
    const weight = weightOf(read, date, line, { head, tail });
    if (weight === null) continue;
    const { year, month, day } = date.expression;
    // `Velmora, 5 March 1985` over a report of this year's trial.
    const old = year !== null && weight !== Weight.Published && past - dayNumber(year, month, day) > LONGEST_LAG;
    if (old) continue;
    found.push({
      weight: weight + (year === null ? Weight.NoYear : 0),
      date: {
        start: date.start,
        end: date.end,
        precision: year === null ? 'day' : 'full',
        year,
        month,
        day,
        place: weight === Weight.Dateline ? 'dateline' : 'header',
      },
    });
  }
  return found.sort((a, b) => a.weight - b.weight).map((f) => f.date);
}

/** A line's date is that of the report only if the text speaks of no day as past that lies so many days after it. */
const LONGEST_LAG = 366;

function latestPast(dates: readonly LocalDate[]): number {
  let latest = -Infinity;
  for (const { expression } of dates)
    if (expression.type === 'day' && expression.year !== null && expression.direction === 'past')
      latest = Math.max(latest, dayNumber(expression.year, expression.month, expression.day));
  return latest;
}

/** A line of the source: tokens `first` to `last`, `last` exclusive. */
interface Line {
  readonly first: number;
  readonly last: number;
  /** Whether it goes on beyond what is looked at. */
  readonly cut: boolean;
}

/** How many tokens of a line are looked at on either side of a date. */
const REACH = 20;

function lineOf(read: ReadText, date: LocalDate, paragraphFirst: number): Line {
  const { tokens, text } = read;
  const from = Math.max(paragraphFirst, date.first - REACH);
  const to = Math.min(tokens.length, date.last + REACH);
  let first = date.first;
  while (first > from && !breaksLine(text, tokens[first - 1], tokens[first])) first--;
  let last = date.last;
  while (last < to && !breaksLine(text, tokens[last - 1], tokens[last])) last++;
  const cutBefore = first > paragraphFirst && first === from && !breaksLine(text, tokens[first - 1], tokens[first]);
  return { first, last, cut: cutBefore || (last === to && !breaksLine(text, tokens[last - 1], tokens[last])) };
}

function breaksLine(text: string, before: Token | undefined, after: Token | undefined): boolean {
  if (before === undefined || after === undefined) return true;
  for (let i = before.end; i < after.start; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029) return true;
  }
  return false;
}

function weightOf(
  read: ReadText,
  date: LocalDate,
  line: Line,
  { head, tail }: { readonly head: boolean; readonly tail: boolean },
): Weight | null {
  const words = headerWords();
  const yearless = date.expression.type === 'day' && date.expression.year === null;
  if (head && yearless && isDateline(read.tokens, date, line, words)) return Weight.Dateline;
  return (
    headerWeight(read, date, line, words) ??
    (tail && isClosingSentence(read, date, words) ? Weight.Published : null) ??
    (isAddress(read, date) ? Weight.Address : null) ??
    (head && isDateline(read.tokens, date, line, words) ? Weight.Dateline : null)
  );
}

/** The weight of a line that is no sentence, or null. */
function headerWeight({ tokens }: ReadText, date: LocalDate, line: Line, words: HeaderWords): Weight | null {
  const opening = tokens[line.first];
  if (line.first < date.first && words.other_days.holds(opening)) return null;
  let label: Weight | null = null;
  /** Nothing before the date but a label and times; no verb or noun in lower case on the line. */
  let plain = true;
  let proper = !line.cut;
  let issue = false;
  for (let i = line.first; i < date.first; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    const weight = words.published.holds(token) ? Weight.Published : words.updated.holds(token) ? Weight.Updated : null;
    if (weight !== null) label ??= weight;
    else if (token.kind === 'word' && !words.times.holds(token)) plain = false;
    issue ||= words.issues.holds(token);
    if (weight === null && !standsInHeader(token, words)) proper = false;
  }
  if (plain && label !== null) return label;
  // `A critic's notebook | 24 October 2018`
  if (BARS.has(tokens[date.first - 1]?.text ?? '')) proper = !line.cut;
  for (let i = endOfDate(tokens, date); proper && i < line.last; i++) {
    // `by admin`
    if (tokens[i - 1]?.lower === 'by') continue;
    if (!standsInHeader(tokens[i], words)) proper = false;
  }
  if (!proper) return null;
  if (label !== null) return label;
  return isSetOff(tokens, date, line, words, { plain, issue }) ? Weight.Line : null;
}

const BARS = new Set(['|', '·', '•']);

/** `2023-02-17T08:30:00+02:00`: the time is of one piece with the date. */
function endOfDate(tokens: readonly Token[], date: LocalDate): number {
  let last = date.last;
  while (tokens[last]?.spaced === false && tokens[last]?.kind !== 'punctuation') last++;
  return last;
}

function standsInHeader(token: Token | undefined, words: HeaderWords): boolean {
  if (token?.kind !== 'word' || token.case !== 'none') return true;
  return words.times.holds(token) || words.particles.holds(token) || words.issues.holds(token);
}

/** Whether the date stands by itself on its line: behind a mark, a gap or `by NAME`, and with nothing but times or a mark behind it. */
function isSetOff(
  tokens: readonly Token[],
  date: LocalDate,
  line: Line,
  words: HeaderWords,
  { plain, issue }: { readonly plain: boolean; readonly issue: boolean },
): boolean {
  const before = tokens[date.first - 1];
  const opens = date.first === line.first;
  const last = endOfDate(tokens, date);
  const next = tokens[last];
  const ends = last >= line.last;
  if (!ends && next !== undefined && !isBreak(tokens, last)) {
    if (next.text === ':' && tokens[last + 1]?.kind === 'word') return false;
    if (next.kind === 'word' && !words.times.holds(next) && !(next.case === 'all' && next.text.length <= 4))
      return false;
  }
  if (opens || before === undefined) return ends || !opensSentence(tokens, last, line);
  if (plain || isBreak(tokens, date.first) || before.kind === 'punctuation') return true;
  if (words.times.holds(before) && tokens[date.first - 2]?.kind === 'number') return true;
  const opening = tokens[line.first]?.lower;
  if (opening === 'by' || opening === 'from') return true;
  // `as of 5 March 2021`, `Bulletin of 5 March 2021`
  return before.lower === 'of' && (issue || tokens[date.first - 2]?.lower === 'as');
}

/** A date that opens its line, with a name behind it and no mark: `5 March 2021 Velmora Accord`. */
function opensSentence(tokens: readonly Token[], last: number, line: Line): boolean {
  const next = tokens[last];
  return line.last - last > 2 && next?.kind === 'word' && !headerWords().times.holds(next) && !isBreak(tokens, last);
}

/** A gap as between the columns of a masthead before token `k`. */
function isBreak(tokens: readonly Token[], k: number): boolean {
  return (tokens[k]?.start ?? 0) - (tokens[k - 1]?.end ?? 0) > 2;
}

/** `This article appeared in the 5 March 2021 edition.` */
function isClosingSentence({ tokens, sentences }: ReadText, date: LocalDate, words: HeaderWords): boolean {
  const sentence = sentences[tokens[date.first]?.sentence ?? 0];
  let article = false;
  for (let i = Math.max(sentence?.first ?? 0, date.first - REACH); i < date.first; i++) {
    article ||= words.articles.holds(tokens[i]);
    if (article && words.appearing.holds(tokens[i])) return true;
  }
  return false;
}

/** The day in the address of a page, `https://example.org/2021/03/05/strike`. */
function isAddress({ tokens }: ReadText, date: LocalDate): boolean {
  for (let i = date.first; i > 0 && i > date.first - REACH && tokens[i]?.spaced === false; i--)
    if (tokens[i - 1]?.text === '/' && tokens[i]?.text === '/' && tokens[i - 2]?.text === ':') return true;
  return false;
}

/** `LIMA, Peru, Nov. 15 (Agency) —`, `Lagos, 3 Feb —`, `MOSCOW, August 20. /AGENCY/`, `KYIV (Agency, May 3)`. */
function isDateline(tokens: readonly Token[], date: LocalDate, line: Line, words: HeaderWords): boolean {
  if (date.first - line.first > 9) return false;
  let bracket = false;
  for (let i = line.first; i < date.first; i++) {
    const token = tokens[i];
    if (token === undefined) return false;
    if (token.text === '(' || token.text === '[') bracket = true;
    if (token.kind === 'number' || (token.kind === 'word' && token.case === 'none' && !words.particles.holds(token)))
      return false;
    if (token.kind === 'punctuation' && !DATELINE_MARKS.has(token.text)) return false;
  }
  // A date that opens the line needs the agency behind it.
  const opens = date.first === line.first;
  for (let i = date.last; i < Math.min(line.last, date.last + 12); i++) {
    const token = tokens[i];
    const text = token?.text ?? '';
    if ((isDash(token) || text === '--' || text === '―') && token?.spaced === true) return true;
    if (text === ':' || (text === '/' && token?.spaced)) return !opens;
    const closes = text === ')' || text === ']';
    if (closes && (bracket || i + 1 >= line.last || isDash(tokens[i + 1]) || tokens[i + 1]?.text === '--')) return true;
    if (token?.kind === 'word' && token.case === 'none' && !words.particles.holds(token)) return false;
  }
  return false;
}

const DATELINE_MARKS = new Set([',', '/', '(', ')', '[', ']', '.', '-', "'", '’']);
