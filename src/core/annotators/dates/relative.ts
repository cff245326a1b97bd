/** Days, parts of days, weekends and seasons that are told from the day of publication: `today`, `last night`, `this weekend`. */
import type { DateExpression } from '../../annotations';
import { days, fromDay } from './anchor';
import { directionOf } from './direction';
import { type DateMatch, type DateScan, STEPS, yearOf } from './scan';
import { endsClause, NEIGHBOURS } from './units';
import { WordSet } from '../../lexicon/word-table';

/** `today`, `yesterday morning`, `tomorrow night`, `tonight` at token `i`. */
export function readDayWord(scan: DateScan, i: number): DateMatch | null {
  const { tokens, words } = scan;
  const token = tokens[i];
  const amount = words.dayWords.of(token);
  if (token === undefined || amount === undefined) return null;
  // `USA Today`, `Russia Today`.
  const opens = i === scan.sentences[token.sentence]?.first;
  if (token.case === 'initial' && !opens && tokens[i - 1]?.kind === 'word' && tokens[i - 1]?.case !== 'none')
    return null;
  if (tokens[i + 1]?.lower === "'s" && NO_DAY.holds(tokens[i + 2])) return null;
  const last = words.partsOfDay.holds(tokens[i + 1]) ? i + 2 : i + 1;
  if (tokens[i - 2]?.lower === 'day' && (tokens[i - 1]?.lower === 'before' || tokens[i - 1]?.lower === 'after')) {
    const step = tokens[i - 1]?.lower === 'before' ? -1 : 1;
    const first = tokens[i - 3]?.lower === 'the' ? i - 3 : i - 2;
    if (first >= scan.floor) return { first, last, expression: days(amount + step), rule: 'day-word' };
  }
  return { first: i, last, expression: days(amount), rule: 'day-word' };
}

/** `today's world`: no day is meant. */
const NO_DAY = new WordSet(
  'world youth society standards generation technology reality prices money terms women men children computers'.split(
    ' ',
  ),
);

/** `this morning`, `last night`, `overnight`, `the same evening` at the part of the day. */
export function readPartOfDay(scan: DateScan, i: number): DateMatch | null {
  const { tokens } = scan;
  const word = tokens[i]?.lower ?? '';
  const before = tokens[i - 1]?.lower ?? '';
  if (word === 'overnight') {
    const noun = tokens[i + 1];
    if (ARTICLES.has(before) || (noun?.lower === 'stay' && noun.spaced)) return null;
    return { first: i, last: i + 1, expression: { type: 'interval', from: days(-1), to: days(0) }, rule: 'overnight' };
  }
  if (i - 1 < scan.floor) return null;
  if (before === 'this') return { first: i - 1, last: i + 1, expression: days(0), rule: 'part-of-day' };
  if (before === 'last' && (word === 'night' || word === 'evening'))
    return { first: i - 1, last: i + 1, expression: days(-1), rule: 'part-of-day' };
  if (before === 'the' && tokens[i + 1]?.lower === 'before' && endsClause(scan, i + 2))
    return fromDay(scan, i - 1, i + 2, -1, 'neighbouring-day');
  const step = tokens[i - 2]?.lower === 'the' && i - 2 >= scan.floor ? NEIGHBOURS.get(before) : undefined;
  if (step !== undefined && step !== 0) return fromDay(scan, i - 2, i + 1, step, 'neighbouring-day');
  if (before === 'same' || (before === 'that' && word !== 'noon')) return fromDay(scan, i - 1, i + 1, 0, 'same-day');
  return null;
}

const ARTICLES = new Set(['a', 'an', 'the', 'its', 'their', 'his', 'her', 'another']);

/** `last weekend`, `over the weekend`, `next weekend`, `ahead of the weekend` at the word. */
export function readWeekend(scan: DateScan, i: number): DateMatch | null {
  const { tokens } = scan;
  const before = tokens[i - 1]?.lower ?? '';
  const preposition = tokens[i - 2]?.lower ?? '';
  const ahead =
    before === 'the' && (preposition === 'until' || (preposition === 'of' && tokens[i - 3]?.lower === 'ahead'));
  const adverbial = ahead || (before === 'the' && WEEKEND_PREPOSITIONS.has(preposition));
  const step = before === 'past' ? -1 : STEPS.get(before);
  if (step === undefined && !adverbial) return null;
  const first = adverbial || i - 1 < scan.floor ? i : i - 1;
  const told = directionOf(scan, first, i + 1) === 'future' ? 'future' : 'past';
  const direction = step === 1 || ahead ? 'future' : step === -1 ? 'past' : told;
  const day = (weekday: number): DateExpression => ({ type: 'weekday', weekday, direction, weeks: 0, strict: false });
  return { first, last: i + 1, expression: { type: 'interval', from: day(6), to: day(7) }, rule: 'weekend' };
}

const WEEKEND_PREPOSITIONS = new Set(
  'over at during on since throughout for before after through into from by'.split(' '),
);

/** `the summer of 2020`, `spring 2019` (the year), `last summer` (evidence only) at the season. */
export function readSeason(scan: DateScan, i: number): DateMatch | null {
  const { tokens } = scan;
  const at = tokens[i + 1]?.lower === 'of' ? i + 2 : i + 1;
  const year = yearOf(tokens[at]);
  if (year > 0)
    return { first: i, last: at + 1, expression: { type: 'year', year }, rule: 'season', approximate: true };
  const before = tokens[i - 1]?.lower ?? '';
  if (!STEPS.has(before) || i - 1 < scan.floor) return null;
  return { first: i - 1, last: i + 1, expression: { type: 'vague' }, rule: 'season' };
}
