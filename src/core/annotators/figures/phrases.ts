/** Reads the noun phrase that a number heads: what is counted, and how far the words go. */
import { countedTable } from '../../lexicon/counted';
import { WordClass } from '../../lexicon/grammar';
import { Role, type Trigger, triggerAt } from '../../lexicon/measures';
import { phraseAt } from '../../lexicon/phrases';
import type { Figure } from '../../model';
import type { Reading } from '../reading';
import { type Noun, noNoun, readNoun } from './nouns';
import type { Numeral } from './numerals';
import { WordSet, WordTable } from '../../lexicon/word-table';

export interface Counted {
  readonly numeral: Numeral;
  /** First token of the figure, bound words included. */
  readonly first: number;
  /** Behind its last token. */
  readonly last: number;
  /** Behind its noun phrase: a share's words end before it (`one in ten` residents). */
  readonly end: number;
  /** `none`: no noun stands there (`4,120 wounded`); `quantity`: money, distances, times; `unknown`: a noun of neither table. */
  readonly noun: 'people' | 'thing' | 'quantity' | 'none' | 'unknown';
  readonly unit: string;
  /** Normal form of the group, or null. */
  readonly group: string | null;
  /** Told behind the noun: `66 people or more`. */
  readonly bound: Figure['bound'] | null;
  /** The head noun has a capital: a people or body that no table knows. */
  readonly capital: boolean;
  /** `12 of the captives`, `one of them`. */
  readonly partitive: boolean;
  /** Measure told inside the phrase: `nine fallen soldiers`, `64 deaths`. */
  readonly inside: Trigger | null;
}

const { determiner, possessive } = WordClass;
const PRONOUNS = new WordSet(['them', 'whom', 'those', 'these', 'us', 'which']);
const CURRENCIES = new WordTable(
  new Map([
    ['$', 'USD'],
    ['€', 'EUR'],
    ['£', 'GBP'],
    ['¥', 'JPY'],
    ['₹', 'INR'],
    ['₽', 'RUB'],
    ['₪', 'ILS'],
    ['₺', 'TRY'],
    ['₩', 'KRW'],
  ]),
);

/** Reads on behind a numeral to the end of its noun phrase; `to` is the first token that cannot belong to it. */
export function readCounted(r: Reading, numeral: Numeral, to: number): Counted {
  const money = CURRENCIES.of(r.tokens[numeral.at - 1]);
  if (money !== undefined) return quantity(numeral, money, numeral.last);
  const unit = unitAt(r, numeral.last);
  if (unit !== null && unit.unit !== 'percent') return quantity(numeral, unit.unit, unit.last);
  const share = numeral.share || unit !== null;
  const start = unit?.last ?? numeral.last;
  const partitive = r.tokens[start]?.lower === 'of';
  const noun = partitive ? readPartitive(r, start, to) : share ? noNoun(start) : readNoun(r, start, to);
  const orMore = noun.last > start && noun.last < to ? phraseAt(countedTable().boundsAfter, r.tokens, noun.last) : null;
  const end = share && !partitive ? readNoun(r, start, to).last : noun.last;
  return {
    numeral,
    first: numeral.first,
    end: orMore !== null ? noun.last + orMore.words.length : Math.max(end, start),
    last:
      orMore !== null
        ? noun.last + orMore.words.length
        : share && !partitive
          ? start
          : share
            ? Math.max(start, unit?.last ?? start)
            : noun.last,
    noun: noun.kind,
    unit: share ? 'percent' : noun.unit,
    group: noun.group,
    bound: orMore?.value ?? null,
    capital: noun.kind === 'unknown' && r.tokens[noun.last - 1]?.case !== 'none',
    partitive: partitive && noun.last > start,
    inside: noun.inside,
  };
}

function quantity(numeral: Numeral, unit: string, last: number): Counted {
  return {
    numeral,
    first: numeral.first,
    last,
    end: last,
    noun: 'quantity',
    unit,
    group: null,
    bound: null,
    capital: false,
    partitive: false,
    inside: null,
  };
}

function unitAt(r: Reading, k: number): { unit: string; last: number } | null {
  const { units } = countedTable();
  let at = k;
  if (r.tokens[at]?.text === '-') at++;
  const next = r.tokens[at];
  if (next === undefined) return null;
  // `m` and `in` only as glued suffixes; a sea of prepositions otherwise.
  const phrase = phraseAt(units, r.tokens, at);
  if (phrase === null) {
    const demonym = countedTable().peoples.has(next.lower) ? phraseAt(units, r.tokens, at + 1) : null;
    return demonym === null ? null : { unit: demonym.value, last: at + 2 };
  }
  return { unit: phrase.value, last: at + phrase.words.length };
}

/** Behind `of`: `them`, `the captives`, `its guards`, `his country's guards`. */
function readPartitive(r: Reading, of: number, to: number): Noun {
  let k = of + 1;
  const first = r.tokens[k];
  if (first === undefined || k >= to) return noNoun(of);
  if (PRONOUNS.holds(first)) return noNoun(k + 1);
  while (k < to && k < of + 6) {
    const bits = r.classes[k] ?? 0;
    const possessor = possessorEnd(r, k, Math.min(to, of + 6));
    if (possessor > k) k = possessor;
    else if ((bits & (determiner | possessive)) !== 0) k++;
    else break;
  }
  const noun = readNoun(r, k, to);
  if (noun.last > k) return noun;
  const state = triggerAt(r.tokens, k, Role.state);
  if (state !== null)
    return { last: k + state.words.length, kind: 'people', unit: 'people', group: null, inside: state.value };
  return noNoun(of);
}

/** Behind `country's` or `island nation's` at `k`; `k` where no possessor stands there. */
function possessorEnd(r: Reading, k: number, to: number): number {
  for (let i = k; i < to && r.tokens[i]?.kind === 'word' && (r.classes[i] ?? 0) === 0; i++) {
    const next = r.tokens[i + 1]?.lower;
    if (next === "'s" || next === '’s') return i + 2;
  }
  return k;
}
