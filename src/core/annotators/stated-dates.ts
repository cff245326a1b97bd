import type { LocalDate, StatedDate, Token } from '../annotations';
import type { ReadText } from './input';
import { WordSet } from '../lexicon/word-table';

/** Headers and datelines stand within so many paragraphs of the start, a closing date of the end. */
const HEAD = 6;
const TAIL = 2;

/**
 * The dates that the text gives as its own, the weightiest first: headers (`Published: 2025-03-14`, a line of its own), then
 * `Updated` lines, then datelines (`LIMA, Nov. 15 (Agency) —`).
 */
export function findStatedDates(read: ReadText, dates: readonly LocalDate[]): readonly StatedDate[] {
  const { tokens, sentences, paragraphs } = read;
  const found: { readonly weight: number; readonly date: StatedDate }[] = [];
  for (const date of dates) {
    if (date.expression.type !== 'day') continue;
    const paragraph = sentences[tokens[date.first]?.sentence ?? 0]?.paragraph ?? 0;
    const head = paragraph < HEAD;
    if (!head && paragraph < paragraphs.length - TAIL) continue;
    const line = lineOf(read, date, sentences[paragraphs[paragraph]?.first ?? 0]?.first ?? 0);
    const weight = headerWeight(tokens, date, line) ?? (head && isDateline(tokens, date, line) ? 3 : null);
    if (weight === null) continue;
    const { year, month, day } = date.expression;
    found.push({
      weight: weight + (year === null ? 10 : 0),
      date: {
        start: date.start,
        end: date.end,
        precision: year === null ? 'day' : 'full',
        year,
        month,
        day,
        place: weight === 3 ? 'dateline' : 'header',
      },
    });
  }
  return found.sort((a, b) => a.weight - b.weight).map((f) => f.date);
}

/** A line of the source: tokens `first` to `last`, `last` exclusive. */
interface Line {
  readonly first: number;
  readonly last: number;
}

/** How many tokens of a line are looked at on either side of a date. */
const REACH = 16;

function lineOf(read: ReadText, date: LocalDate, paragraphFirst: number): Line {
  const { tokens, text } = read;
  let first = date.first;
  while (first > Math.max(paragraphFirst, date.first - REACH) && !breaksLine(text, tokens[first - 1], tokens[first]))
    first--;
  let last = date.last;
  while (last < Math.min(tokens.length, date.last + REACH) && !breaksLine(text, tokens[last - 1], tokens[last])) last++;
  return { first, last };
}

function breaksLine(text: string, before: Token | undefined, after: Token | undefined): boolean {
  if (before === undefined || after === undefined) return true;
  for (let i = before.end; i < after.start; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029) return true;
  }
  return false;
}

/** 0 for `Published …`, 1 for a line that holds nothing but a date, 2 for `Updated …`, null where it is no header. */
function headerWeight(tokens: readonly Token[], date: LocalDate, line: Line): number | null {
  let label: number | null = null;
  let plain = true;
  for (let i = line.first; i < date.first; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    const weight = LABELS.get(token.lower);
    if (weight !== undefined && label === null) label = weight;
    if (weight === undefined && token.kind !== 'punctuation' && token.kind !== 'number' && !TIMES.holds(token))
      plain = false;
  }
  if (plain && label !== null) return label;
  for (let i = date.last; i < line.last; i++) if (!isTime(tokens[i])) return null;
  if (plain) return 1;
  const by = tokens[line.first]?.lower === 'by' || tokens[line.first]?.lower === 'from';
  const barred =
    tokens[date.first - 1]?.text === '|' ||
    tokens[date.first - 1]?.text === '·' ||
    tokens[date.first - 1]?.text === '•';
  return by || barred || isPlace(tokens, line.first, date.first) ? 1 : null;
}

/** `Lusaka, Zambia,` before the date, and nothing else on the line. */
function isPlace(tokens: readonly Token[], first: number, last: number): boolean {
  if (last - first > 7 || tokens[last - 1]?.text !== ',') return false;
  for (let i = first; i < last; i++) {
    const token = tokens[i];
    if (token?.text !== ',' && (token?.kind !== 'word' || (token.case === 'none' && !PARTICLES.holds(token))))
      return false;
  }
  return true;
}

const LABELS: ReadonlyMap<string, number> = new Map([
  ['published', 0],
  ['posted', 0],
  ['issued', 0],
  ['released', 0],
  ['date', 0],
  ['dated', 0],
  ['dateline', 0],
  ['publication', 0],
  ['filed', 0],
  ['created', 0],
  ['updated', 2],
  ['modified', 2],
  ['last', 2],
  ['amended', 2],
]);

/** Words in a header beside its date. */
const TIMES = new WordSet(
  'at on date time am pm a.m. p.m. gmt utc est edt cet cest bst ist msk eet eest pst pdt ct et hrs hours hour h local the updated published posted first last edited'.split(
    ' ',
  ),
);

function isTime(token: Token | undefined): boolean {
  if (token === undefined || token.kind !== 'word') return true;
  return TIMES.holds(token) || (token.case === 'all' && token.text.length <= 4);
}

/** `LIMA, Peru, Nov. 15 (Agency) —`, `Lagos, 3 Feb —`, `MOSCOW, August 20. /AGENCY/`, `KYIV (Agency, May 3)`. */
function isDateline(tokens: readonly Token[], date: LocalDate, line: Line): boolean {
  if (date.first - line.first > 9) return false;
  let bracket = false;
  for (let i = line.first; i < date.first; i++) {
    const token = tokens[i];
    if (token === undefined) return false;
    if (token.text === '(') bracket = true;
    if (token.kind === 'number' || (token.kind === 'word' && token.case === 'none' && !PARTICLES.holds(token)))
      return false;
    if (token.kind === 'punctuation' && !DATELINE_MARKS.has(token.text)) return false;
  }
  // A date that opens the line needs the agency behind it.
  const opens = date.first === line.first;
  for (let i = date.last; i < Math.min(line.last, date.last + 12); i++) {
    const token = tokens[i];
    const text = token?.text ?? '';
    if (DASHES.has(text) && token?.spaced) return true;
    if (text === ':' || (text === '/' && token?.spaced)) return !opens;
    if (text === ')' && DASHES.has(tokens[i + 1]?.text ?? '')) return true;
    if (text === ')' && (bracket || i + 1 >= line.last)) return true;
    if (token?.kind === 'word' && token.case === 'none' && !PARTICLES.holds(token)) return false;
  }
  return false;
}

const DASHES = new Set(['-', '--', '–', '—', '―']);
const DATELINE_MARKS = new Set([',', '/', '(', ')', '.', '-', "'", '’']);
const PARTICLES = new WordSet([
  'de',
  'del',
  'al',
  'el',
  'of',
  'the',
  'la',
  'da',
  'do',
  'and',
  'des',
  'sur',
  'am',
  'on',
]);
