/** Things that happened on a day that is known, and the mentions of such things in sources. */
import type { LocalDate, Sentence, SourceAnnotations } from '../../annotations';
import { type DayRange, isoRange } from '../../calendar';
import type { KnownEvent } from '../../knowledge';
import { happeningKinds } from '../../lexicon/happenings';
import { readNumber } from '../../lexicon/numbers';
import { calendarWords } from '../../lexicon/calendar';
import { tokenize } from '../../annotators/tokens';
import { lastStartingAtOrBefore, type Span } from '../../text';
import { fullRange } from './year-clues';

/** A date of a source with the kinds of happening that stand close to it. */
export interface DatedMention extends Span {
  readonly date: Pick<LocalDate, 'expression' | 'approximate'>;
  /** Index into the source's `dates`; −1 for a distance (`eight days after the earthquake`). */
  readonly index: number;
  /** Of the nearest happening, and of all within reach. */
  readonly kinds: readonly string[];
  readonly allKinds: readonly string[];
  /** The word that names the nearest one. */
  readonly word: string;
  /** −1 for `nearly eight months` (less than that), 1 for `more than`, else 0. */
  readonly side: -1 | 0 | 1;
  /** It counts from the beginning: `eight months into the war`. */
  readonly fromStart: boolean;
  /** For `eight days after the earthquake`: the date in the same sentence that lies so many days after it. */
  readonly after: { readonly days: number; readonly date: LocalDate | null } | null;
}

/** A happening whose days are known. */
export interface Happening {
  /** Of the word nearest to its date, and of all within reach. */
  readonly kinds: readonly string[];
  readonly allKinds: readonly string[];
  readonly range: DayRange;
  /** Index of the source that dates it; −1 for the knowledge file. */
  readonly source: number;
  /** For the evidence: the name in the knowledge file, or the word in the source. */
  readonly name: string;
}

/** How far from its date a happening's word may stand, in tokens. */
const REACH = 12;

export function datedMentions(source: SourceAnnotations): DatedMention[] {
  const kinds = happeningKinds();
  const mentions: DatedMention[] = [];
  for (const [index, date] of source.dates.entries()) {
    const near = kindsNear(source, date, kinds);
    if (near === null) continue;
    const side = sideOf(source, date.first, date.last);
    mentions.push({ start: date.start, end: date.end, date, index, ...near, side, fromStart: false, after: null });
  }
  mentions.push(...distances(source, kinds));
  return mentions;
}

type Kinds = ReadonlyMap<string, readonly string[]>;

interface NearKinds {
  readonly kinds: readonly string[];
  readonly allKinds: readonly string[];
  readonly word: string;
}

function kindsNear(source: SourceAnnotations, date: LocalDate, kinds: Kinds): NearKinds | null {
  const { tokens, sentences } = source;
  const sentence = sentences[tokens[date.first]?.sentence ?? 0];
  if (sentence === undefined) return null;
  const from = Math.max(sentence.first, date.first - REACH);
  const to = Math.min(sentence.last, date.last + REACH);
  const all = new Set<string>();
  let nearest: { readonly distance: number; readonly kinds: readonly string[]; readonly word: string } | null = null;
  for (let k = from; k < to; k++) {
    const token = tokens[k];
    const named = token === undefined ? undefined : kinds.get(token.lower);
    if (named === undefined || token === undefined) continue;
    for (const kind of named) all.add(kind);
    const distance = k < date.first ? date.first - k : k - date.last + 1;
    if (nearest === null || distance < nearest.distance) nearest = { distance, kinds: named, word: token.text };
  }
  return nearest === null ? null : { kinds: nearest.kinds, allKinds: [...all], word: nearest.word };
}

const LESS = new Set(['nearly', 'almost', 'under', 'less', 'barely']);
const MORE = new Set(['over', 'more']);

/** What the words before or at the head of a distance say: `nearly`, `more than`. */
function sideOf(source: SourceAnnotations, first: number, last: number): -1 | 0 | 1 {
  for (let k = Math.max(0, first - 2); k < last; k++) {
    const word = source.tokens[k]?.lower ?? '';
    if (LESS.has(word)) return -1;
    if (MORE.has(word)) return 1;
  }
  return 0;
}

/** `nearly eight months into the offensive`, `eight days after the earthquake`, `two years since the coup`. */
function distances(source: SourceAnnotations, kinds: Kinds): DatedMention[] {
  const { tokens, sentences } = source;
  const { units } = calendarWords();
  const mentions: DatedMention[] = [];
  for (let i = 1; i < tokens.length; i++) {
    const relation = tokens[i]?.lower ?? '';
    if (relation !== 'into' && relation !== 'after' && relation !== 'since') continue;
    const unit = units.get(tokens[i - 1]?.lower ?? '');
    if (unit === undefined) continue;
    const quantity = quantityBefore(source, i - 1);
    const near = quantity === null ? null : wordBehind(source, i + 1, kinds);
    if (quantity === null || near === null) continue;
    const amount = quantity.value * unit.count;
    const sentence = sentences[tokens[i]?.sentence ?? 0];
    const date = {
      expression: { type: 'relative' as const, unit: unit.unit, amount: -amount, span: false },
      approximate: unit.unit !== 'day',
    };
    const days = unit.unit === 'day' ? amount : unit.unit === 'week' ? amount * 7 : null;
    const dated = weekdayIn(source, sentence);
    if (relation === 'after' && days === null) continue;
    mentions.push({
      start: tokens[quantity.first]?.start ?? 0,
      end: near.end,
      date,
      index: -1,
      kinds: near.kinds,
      allKinds: near.kinds,
      word: near.word,
      side: sideOf(source, quantity.first, i),
      fromStart: relation !== 'after',
      after: relation === 'after' && days !== null ? { days, date: dated } : null,
    });
  }
  return mentions;
}

/** The first date of a sentence that is a weekday, or null. */
function weekdayIn(source: SourceAnnotations, sentence: Sentence | undefined): LocalDate | null {
  if (sentence === undefined) return null;
  for (let i = lastStartingAtOrBefore(source.dates, sentence.start - 1) + 1; i < source.dates.length; i++) {
    const date = source.dates[i];
    if (date === undefined || date.start >= sentence.end) return null;
    if (date.expression.type === 'weekday') return date;
  }
  return null;
}

function quantityBefore(
  source: SourceAnnotations,
  i: number,
): { readonly first: number; readonly value: number } | null {
  for (let first = Math.max(0, i - 4); first < i; first++) {
    const number = readNumber(source.tokens, first);
    if (number?.last === i && number.value < 1000) return { first, value: Math.round(number.value) };
  }
  return source.tokens[i - 1]?.lower === 'a' ? { first: i - 1, value: 1 } : null;
}

function wordBehind(
  source: SourceAnnotations,
  from: number,
  kinds: Kinds,
): { readonly kinds: readonly string[]; readonly word: string; readonly end: number } | null {
  for (let k = from; k < from + 6; k++) {
    const token = source.tokens[k];
    const named = kinds.get(token?.lower ?? '');
    if (token !== undefined && named !== undefined) return { kinds: named, word: token.text, end: token.end };
  }
  return null;
}

/** The knowledge file's events, with the kinds that their names speak of. */
export function knownHappenings(events: readonly KnownEvent[]): Happening[] {
  const kinds = happeningKinds();
  return events.flatMap((event) => {
    const range = isoRange(event.date);
    if (range === null) return [];
    const words = [event.name, ...event.aliases].flatMap((n) => tokenize(n, new Set()).map((t) => t.lower));
    const all = new Set(words.flatMap((w) => kinds.get(w) ?? []));
    return [{ kinds: [...all], allKinds: [...all], range, source: -1, name: event.name }];
  });
}

/** The widest range of days that still says when something happened. */
const WIDEST = 40;

/** So many tokens from the start tell what a report is about. */
const LEAD = 50;

/** What a report leads with happened on the day of publication or the day before, unless it is dated otherwise (`mentions`). */
export function leadHappening(
  source: SourceAnnotations,
  index: number,
  mentions: readonly DatedMention[],
  published: number,
): Happening[] {
  const kinds = happeningKinds();
  const dated = new Set(mentions.flatMap((m) => m.allKinds));
  const all = new Set<string>();
  let name = '';
  for (const token of source.tokens.slice(0, LEAD)) {
    if (token.sentence > 2) break;
    const named = kinds.get(token.lower);
    if (named === undefined || named.some((kind) => dated.has(kind))) continue;
    if (name === '') name = token.text;
    for (const kind of named) all.add(kind);
  }
  if (all.size === 0) return [];
  return [{ kinds: [], allKinds: [...all], range: { first: published - 1, last: published }, source: index, name }];
}

/** What a source dates by itself or, once its own day is known (`resolved` ISO values by index of `dates`), by that. */
export function happeningsOf(
  source: SourceAnnotations,
  index: number,
  mentions: readonly DatedMention[],
  resolved: readonly (string | null)[] | null,
): Happening[] {
  return mentions.flatMap((mention) => {
    if (mention.index < 0) return [];
    const date = source.dates[mention.index];
    if (date === undefined || date.expression.type === 'year') return [];
    const iso = resolved?.[mention.index];
    const range = iso === undefined || iso === null ? fullRange(date.expression) : isoRange(iso);
    if (range === null || range.last - range.first > WIDEST) return [];
    return [{ kinds: mention.kinds, allKinds: mention.allKinds, range, source: index, name: mention.word }];
  });
}
