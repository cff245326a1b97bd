import type { Direction, Token } from '../../annotations';
import type { CalendarWords } from '../../lexicon/calendar';
import type { DateScan } from './scan';
import { readNumber } from '../../lexicon/numbers';
import { WordSet } from '../../lexicon/word-table';

/** How far from a date its verb may stand, in tokens. */
const REACH_BACK = 30;
const REACH_AHEAD = 22;

/** After `until`, these say that the time is over: `was minister until March`. */
const OVER = new Set([
  'was',
  'were',
  'been',
  'served',
  'lasted',
  'ran',
  'remained',
  'lived',
  'worked',
  'held',
  'stayed',
  'had',
]);

/**
 * Whether a date without its year, month or week lies ahead of the report, from the verb that governs it: the nearest cue before it
 * in its sentence, else the first one behind it. `nearest` where there is none (past is then the rule of news, weakly).
 */
export function directionOf(scan: DateScan, first: number, last: number): Direction {
  const { tokens, sentences, words } = scan;
  const sentence = sentences[tokens[first]?.sentence ?? 0];
  const begin = Math.max(sentence?.first ?? 0, first - REACH_BACK);
  const end = Math.min(sentence?.last ?? tokens.length, last + REACH_AHEAD);
  const preposition = tokens[beforeTime(scan, first) - 1]?.lower;

  // `has set Nov. 10 as the deadline`
  if (tokens[first - 1]?.lower === 'set' && tokens[last]?.lower === 'as') return 'future';
  // `guidelines to be published in November`
  const verb = BEFORE_DATE.holds(tokens[first - 1]) ? first - 2 : first - 1;
  if (tokens[verb - 1]?.lower === 'be' && tokens[verb - 2]?.lower === 'to') return 'future';
  const ahead = opensClause(scan, first) ? cueBehind(scan, last, Math.min(end, last + CLAUSE)) : null;
  if (ahead !== null) return ahead.direction;

  let infinitive = false;
  let cue: Cue | null = null;
  let scheduled = false;
  let k = first - 1;
  for (; k >= begin && cue === null; k--) {
    const found = cueAt(tokens, k, begin, words);
    if (found === 'infinitive') infinitive = true;
    else cue = found;
    scheduled ||= words.scheduled.holds(tokens[k]);
  }
  if (preposition === 'until' || preposition === 'till') return untilWhen(scan, cue, last, end);
  // `was extended to Nov. 16`
  if (cue !== null && MOVED.has(cue.word) && (preposition === 'to' || preposition === 'through')) return 'future';
  // `unless he was gone by Wednesday`
  if (preposition === 'by' && cue?.direction === 'past' && isConditional(tokens, k, begin)) return 'future';
  // `called a summit for Thursday`, `called for a summit on Monday`
  if (preposition === 'for' && endsPhrase(tokens[last])) return 'future';
  if (cue?.direction === 'past' && scheduled && words.futureControl.has(cue.word)) return 'future';
  if (cue !== null && !(preposition === 'by' && cue.direction === 'past')) return cue.direction;
  // `Leaders to meet on Friday`: a headline has no other verb.
  if (infinitive) return 'future';
  return cueBehind(scan, last, end)?.direction ?? cue?.direction ?? (preposition === 'by' ? 'future' : 'nearest');
}

const BEFORE_DATE = new WordSet(['on', 'in', 'by', 'at', 'from']);

/** Within so many tokens stands the verb of a clause that begins with the date. */
const CLAUSE = 12;

/** `announced that on 4 October it will …`, `and on Friday they met`: the verb of the clause stands behind the date. */
function opensClause({ tokens }: DateScan, first: number): boolean {
  const before = tokens[first - 1]?.lower;
  if (before === 'that') return true;
  const joint = tokens[first - 2]?.lower ?? '';
  return (before === 'on' || before === 'in') && (joint === 'that' || joint === 'and' || joint === 'but');
}

/** The first cue from token `from` on, or null. */
function cueBehind({ tokens, words }: DateScan, from: number, end: number): Cue | null {
  for (let k = from; k < end; k++) {
    const found = cueAt(tokens, k, from, words);
    if (found !== null && found !== 'infinitive' && !MODALS.has(found.word)) return found;
  }
  return null;
}

/** Whether `if` or `unless` opens the clause that ends at token `k`. */
function isConditional(tokens: readonly Token[], k: number, begin: number): boolean {
  for (let i = k; i >= begin && tokens[i]?.kind !== 'punctuation'; i--)
    if (tokens[i]?.lower === 'unless' || tokens[i]?.lower === 'if') return true;
  return false;
}

/** Whether no noun follows: `for Thursday, to which`, but `for Thursday's attack`. */
function endsPhrase(next: Token | undefined): boolean {
  return next === undefined || (next.kind === 'punctuation' && next.text !== '-') || JOINTS.holds(next);
}

const JOINTS = new WordSet('and but or in at to after when as with because while'.split(' '));

/** `was minister until March`, `Until Friday, nobody had …`; else what lasts until a day lasts still. */
function untilWhen(scan: DateScan, before: Cue | null, last: number, end: number): Direction {
  if (before !== null) return before.direction === 'past' && OVER.has(before.word) ? 'past' : 'future';
  for (let k = last; k < end; k++) {
    const found = cueAt(scan.tokens, k, last, scan.words);
    if (found !== null && found !== 'infinitive')
      return found.direction === 'past' && OVER.has(found.word) ? 'past' : 'future';
  }
  return 'future';
}

/** Where the time of day before a date begins, or the date: `by 9 a.m. GMT Tuesday`, `until 15:30 Sunday`. */
function beforeTime({ tokens, floor }: DateScan, first: number): number {
  let k = first - 1;
  if (tokens[k]?.case === 'all' && TIME_WORDS.holds(tokens[k - 1])) k--;
  if (TIME_WORDS.holds(tokens[k])) k--;
  else if (tokens[k - 1]?.text !== ':') return first;
  if (tokens[k]?.kind !== 'number' && !NOONS.holds(tokens[k + 1])) return first;
  if (tokens[k]?.kind === 'number' && tokens[k - 1]?.text === ':' && tokens[k - 2]?.kind === 'number') k -= 2;
  const begin = tokens[k]?.kind === 'number' ? k : k + 1;
  return begin > floor ? begin : first;
}

const NOONS = new WordSet(['noon', 'midnight', 'midday']);
const TIME_WORDS = new WordSet(['a.m.', 'p.m.', 'am', 'pm', 'noon', 'midnight', 'midday']);

const MOVED = new Set(['extended', 'postponed', 'delayed', 'rescheduled', 'adjourned', 'deferred', 'prolonged']);

interface Cue {
  readonly direction: Direction;
  readonly word: string;
}

const MODALS = new Set(['may', 'might', 'should', 'must', 'if', 'unless', 'likely']);

function cueAt(tokens: readonly Token[], k: number, begin: number, words: CalendarWords): Cue | 'infinitive' | null {
  const token = tokens[k];
  if (token?.kind !== 'word' || (token.case !== 'none' && k > begin)) return null;
  const word = token.lower;
  if (words.futureAuxiliaries.has(word) || words.futureWords.has(word)) return { direction: 'future', word };
  if (word === 'to') return infinitiveCue(tokens, k, begin, words);
  if (words.timetable.has(word) && !isNoun(tokens, k, begin)) return { direction: 'future', word };
  if (words.timetablePlain.has(word) && PLURAL_SUBJECT.holds(tokens[k - 1])) return { direction: 'future', word };
  if (!isPast(word, words)) return null;
  // `would be handed over`, `to be held`, `to hit`, `may cut`: the auxiliary decides.
  const before = tokens[k - 1];
  const bare = before?.lower === 'be' || before?.lower === 'to' || words.futureAuxiliaries.holds(before);
  return bare || MODALS.has(before?.lower ?? '') ? null : { direction: 'past', word };
}

/** `the votes`, `five votes to two`. */
function isNoun(tokens: readonly Token[], k: number, begin: number): boolean {
  return NOUN_CONTEXT.holds(tokens[k - 1]) || (k - 1 >= begin && readNumber(tokens, k - 1)?.last === k);
}

function isPast(word: string, words: CalendarWords): boolean {
  return words.past.has(word) || (word.length > 3 && word.endsWith('ed') && !words.notPast.has(word));
}

const PLURAL_SUBJECT = new WordSet(['they', 'we', 'you', 'i', 'now', 'who', 'both']);
const NOUN_CONTEXT = new WordSet(
  'the a an of his her their its our on for by in with after before from several two three recent these those'.split(
    ' ',
  ),
);
const DETERMINERS = new WordSet('the a an his her their its our this that these those some any all'.split(' '));

function infinitiveCue(
  tokens: readonly Token[],
  to: number,
  begin: number,
  words: CalendarWords,
): Cue | 'infinitive' | null {
  const verb = tokens[to + 1];
  if (verb?.kind !== 'word' || verb.case !== 'none' || DETERMINERS.holds(verb)) return null;
  let k = to - 1;
  if (ADVERBS.holds(tokens[k])) k--;
  if (words.futureGovernors.holds(tokens[k])) return { direction: 'future', word: 'to' };
  for (k = to - 1; k >= Math.max(begin, to - 8); k--)
    if (words.futureControl.holds(tokens[k])) return { direction: 'future', word: 'to' };
  return 'infinitive';
}

const ADVERBS = new WordSet(['not', 'also', 'only', 'now', 'still', 'reportedly', 'currently', 'both']);
