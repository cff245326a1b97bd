/** Finds numbers with their bounds and ranges, and leaves out those that count nothing (dates, times, ages, scores). */
import type { Figure } from '../../model';
import { countedTable } from '../../lexicon/counted';
import {
  digitsValue,
  type ReadNumber,
  numberWords,
  readFraction,
  readNumber,
  readOrdinal,
} from '../../lexicon/numbers';
import { phraseAt } from '../../lexicon/phrases';
import { WordSet } from '../../lexicon/word-table';
import type { Reading } from '../reading';
import { CURRENCY_MARKS, countsNothing } from './uncounted';
import { itemAt } from '../../items';

export interface Numeral {
  /** First token, bound words included. */
  readonly first: number;
  /** First token of the number itself. */
  readonly at: number;
  /** Behind its last token. */
  readonly last: number;
  readonly value: number;
  readonly upper: number | null;
  readonly bound: Figure['bound'];
  /** `one in three`, `nearly half of`: the value is a share, in percent. */
  readonly share: boolean;
  /** `another 20`, `a further 112`, `20 more`. */
  readonly increment: boolean;
  /** Could be a year: four digits from 1900 to 2100 without a separator. */
  readonly yearLike: boolean;
}

/** Verbs that take `over` as their particle: `handed over 31 prisoners`. */
const TAKES_OVER = /^(?:hand|turn|sign|give|t[ao]k)/;

/** The number words that may begin a numeral; everything else costs one look-up. */
let starters: WordSet | undefined;

function starterWords(): WordSet {
  if (starters !== undefined) return starters;
  const { units, tens, groups, indefinite } = numberWords();
  return (starters = new WordSet([
    ...units.keys(),
    ...tens.keys(),
    ...groups.keys(),
    ...indefinite.keys(),
    'a',
    'half',
    'hundred',
    'several',
    'quarter',
  ]));
}

/** The numerals of the tokens `from` to `to`, in order. */
export function findNumerals(r: Reading, from: number, to: number): Numeral[] {
  const words = starterWords();
  const found: Numeral[] = [];
  for (let k = from; k < to; k++) {
    const token = r.tokens[k];
    if (token === undefined || (token.kind !== 'number' && (token.kind !== 'word' || !words.holds(token)))) continue;
    if (r.dateAt[k] !== -1 || isInName(r, k)) continue;
    const numeral = readNumeral(r, k, from);
    if (numeral === null) continue;
    if (!countsNothing(r, numeral)) found.push(numeral);
    k = Math.max(k, numeral.last - 1);
  }
  return found;
}

function isInName(r: Reading, k: number): boolean {
  const mention = itemAt(r.mentions, r.mentionAt[k]);
  return mention?.form === 'name';
}

function readNumeral(r: Reading, k: number, from: number): Numeral | null {
  const token = r.tokens[k];
  if (token === undefined || readOrdinal(r.tokens, k)?.form === 'digits') return null;
  const plain = readIndefinite(r, k) ?? readShare(r, k) ?? readPlain(r, k);
  if (plain === null) return null;
  const range = plain.share ? null : readUpper(r, k, plain);
  const last = range?.last ?? plain.last;
  const before = boundBefore(r, k, from);
  const behind = afterHyphen(r, last);
  // A headline's number, and `At least` of the line below.
  const after =
    r.tokens[behind]?.sentence === token.sentence ? phraseAt(countedTable().boundsAfter, r.tokens, behind) : null;
  const bound = before.bound ?? after?.value ?? (range !== null ? 'at-least' : plain.bound);
  return {
    first: range === null ? before.first : Math.min(before.first, range.first),
    at: k,
    last: after !== null && before.bound === null ? behind + after.words.length : last,
    value: plain.value * (range?.scale ?? 1),
    upper: range?.value ?? null,
    bound,
    share: plain.share,
    increment: before.increment || r.tokens[last]?.lower === 'more',
    yearLike: token.kind === 'number' && token.text.length === 4 && plain.value >= 1900 && plain.value <= 2100,
  };
}

interface Plain {
  readonly value: number;
  readonly last: number;
  readonly bound: Figure['bound'];
  readonly share: boolean;
}

/** `dozens`, `hundreds of`, `tens of thousands`, `several hundred`: the least the words can mean. */
function readIndefinite(r: Reading, k: number): Plain | null {
  const { indefinite, groups, scales } = numberWords();
  const word = r.tokens[k]?.lower ?? '';
  if (word === 'several') {
    const next = r.tokens[k + 1]?.lower ?? '';
    const scale = next === 'hundred' ? 100 : (groups.get(next) ?? scales.get(next));
    return scale === undefined ? null : { value: 2 * scale, last: k + 2, bound: 'at-least', share: false };
  }
  const value = indefinite.get(word);
  if (value === undefined) return null;
  let product = value;
  let last = k + 1;
  const next = indefinite.get(r.tokens[k + 2]?.lower ?? '');
  if (r.tokens[k + 1]?.lower === 'of' && next !== undefined && next > value) {
    product *= next;
    last = k + 3;
  }
  return { value: product, last, bound: 'at-least', share: false };
}

/** `one in three`, `half of the houses`, `two thirds of`, as percent. */
function readShare(r: Reading, k: number): Plain | null {
  const fraction = readFraction(r.tokens, k);
  if (fraction !== null && (readNumber(r.tokens, k)?.last ?? 0) > fraction.last) return null;
  const next = r.tokens[fraction?.last ?? k]?.lower;
  if (fraction !== null && (next === 'of' || next === 'the' || r.tokens[fraction.last]?.lower === 'its')) {
    if (readNumber(r.tokens, k) !== null && fraction.value === 0.5 && next !== 'of' && next !== 'the') return null;
    return { value: percent(fraction.value), last: fraction.last, bound: 'exact', share: true };
  }
  if (r.tokens[k + 1]?.lower !== 'in' && r.tokens[k + 1]?.lower !== 'out') return null;
  const part = readNumber(r.tokens, k);
  const of = r.tokens[k + 1]?.lower === 'out' ? k + 3 : k + 2;
  // `three out of every four`
  const over = r.tokens[of]?.lower === 'every' ? of + 1 : of;
  const whole = part?.last === k + 1 ? readNumber(r.tokens, over) : null;
  if (part === null || whole === null || whole.value <= part.value || whole.value > 1000 || part.value > 10)
    return null;
  if (r.dateAt[over] !== -1) return null;
  return { value: percent(part.value / whole.value), last: whole.last, bound: 'exact', share: true };
}

function percent(share: number): number {
  return Number((share * 100).toPrecision(12));
}

function readPlain(r: Reading, k: number): Plain | null {
  const number = readNumber(r.tokens, k);
  return number === null || !Number.isFinite(number.value)
    ? null
    : { value: number.value, last: number.last, bound: 'exact', share: false };
}

interface Upper {
  readonly first: number;
  readonly last: number;
  readonly value: number;
  /** What the lower number is short of: a million in `2 to 3 million`. */
  readonly scale: number;
}

/** `20 to 30`, `20-30`, `between 20 and 30`. */
function readUpper(r: Reading, k: number, low: Plain): Upper | null {
  const joint = r.tokens[low.last];
  if (joint === undefined) return null;
  const mark = r.tokens[k - 1]?.text ?? '';
  const money = CURRENCY_MARKS.has(mark);
  const opening = money ? k - 2 : k - 1;
  const between = r.tokens[opening]?.lower === 'between' && joint.lower === 'and';
  // `between €40 and €50 million`: the mark stands twice.
  const at = low.last + (money && r.tokens[low.last + 1]?.text === mark ? 2 : 1);
  const dash =
    (joint.text === '-' || joint.text === '–' || joint.text === '—') && joint.spaced === r.tokens[low.last + 1]?.spaced;
  if (joint.lower !== 'to' && joint.lower !== 'or' && !between && !dash) return null;
  const high: ReadNumber | null = readNumber(r.tokens, at);
  if (high === null || r.dateAt[at] !== -1) return null;
  const leading = r.tokens[at];
  const digits =
    leading?.kind === 'number'
      ? digitsValue(leading.text)
      : (numberWords().units.get(leading?.lower ?? '') ?? high.value);
  const scale =
    high.form !== 'digits' && digits > 0 && low.value < digits && low.last === k + 1 ? high.value / digits : 1;
  const value = low.value * scale;
  if (high.value <= value || (joint.lower === 'or' && high.value > value * 3)) return null;
  const from = joint.lower === 'to' && r.tokens[opening]?.lower === 'from';
  // `anywhere from 60 to 150`, but `rose from 60 to 150`.
  const range = from && RANGES.holds(r.tokens[opening - 1]);
  if (from && !range) return null;
  return { value: high.value, last: high.last, first: range ? opening - 1 : between ? opening : k, scale };
}

const RANGES = new WordSet(['anywhere', 'ranging', 'ranged', 'somewhere']);

function afterHyphen(r: Reading, last: number): number {
  return r.tokens[last]?.text === '-' ? last + 1 : last;
}

interface Before {
  readonly first: number;
  readonly bound: Figure['bound'] | null;
  readonly increment: boolean;
}

/** Reads the bound words and determiners before a number: `at least`, `a further`, `another`, `the more than`. */
function boundBefore(r: Reading, at: number, from: number): Before {
  const { boundsBefore } = countedTable();
  let first = at;
  let bound: Figure['bound'] | null = null;
  let increment = false;
  let k = at - 1;
  if (CURRENCY_MARKS.has(r.tokens[k]?.text ?? '')) first = k--;
  for (let steps = 0; steps < 4 && k >= from; steps++) {
    const word = r.tokens[k]?.lower ?? '';
    const phrase = boundsBefore.get(word)?.find((p) => k - p.words.length + 1 >= from && wordsEndAt(r, k, p.words));
    if (phrase !== undefined && !(word === 'over' && TAKES_OVER.test(r.tokens[k - 1]?.lower ?? ''))) {
      bound ??= phrase.bound;
      k -= phrase.words.length;
      first = k + 1;
      continue;
    }
    if (word === 'another' || word === 'further' || word === 'additional' || word === 'extra') {
      increment = true;
      first = k--;
      if (r.tokens[k]?.lower === 'a' || r.tokens[k]?.lower === 'an') first = k--;
      continue;
    }
    break;
  }
  return { first, bound, increment };
}

function wordsEndAt(r: Reading, end: number, words: readonly string[]): boolean {
  for (let i = 0; i < words.length; i++) if (r.tokens[end - i]?.lower !== words[words.length - 1 - i]) return false;
  return true;
}
