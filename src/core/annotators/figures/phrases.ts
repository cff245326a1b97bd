/** Reads the noun phrase that a number heads: what is counted, and how far the words go. */
import { countedTable } from '../../lexicon/counted';
import { WordClass } from '../../lexicon/grammar';
import { Role, type Trigger, measureTable, triggerAt } from '../../lexicon/measures';
import { phraseAt } from '../../lexicon/phrases';
import { speechTable } from '../../lexicon/speech';
import type { Figure } from '../../model';
import type { Reading } from '../reading';
import { QUOTE_MARKS } from '../quotes/source-phrases';
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
const LONGEST = 6;
const PRONOUNS = new WordSet(['them', 'whom', 'those', 'these', 'us', 'which']);
const LOOSE = new WordSet(['others', 'more', 'other', 'additional', 'further', 'fewer']);
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

interface Noun {
  last: number;
  kind: Counted['noun'];
  unit: string;
  group: string | null;
  inside: Trigger | null;
}

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

function noNoun(last: number): Noun {
  return { last, kind: 'none', unit: 'people', group: null, inside: null };
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

/** A run of words up to the head noun: the last noun that the tables know, else the last plural. */
function readNoun(r: Reading, start: number, to: number): Noun {
  const table = countedTable();
  let k = start;
  let known: Noun | null = null;
  let unknown: Noun | null = null;
  let state: Trigger | null = null;
  let demonym: string | null = null;
  while (k < to && k < start + LONGEST) {
    const token = r.tokens[k];
    if (token === undefined || r.dateAt[k] !== -1) break;
    // `three 'village volunteers'`
    if (k === start && QUOTE_MARKS.has(token.text)) {
      k++;
      continue;
    }
    if (token.text === '-' && k > start && !token.spaced) {
      k++;
      continue;
    }
    if (
      token.text === '(' &&
      (unknown ?? known) !== null &&
      r.tokens[k + 2]?.text === ')' &&
      leadsToNoun(r, k + 3, to)
    ) {
      k += 3;
      continue;
    }
    // `120 tested positive`, `14 villagers found dead`
    if (token.kind !== 'word' || triggerAt(r.tokens, k, Role.phrase) !== null) break;
    if (LOOSE.holds(token) && k < start + 2) {
      known ??= { last: k + 1, kind: 'none', unit: 'people', group: null, inside: null };
      k++;
      continue;
    }
    if (isBoundary(r, k) && !(k === start && triggerAt(r.tokens, k, Role.noun) !== null)) break;
    const modifier = triggerAt(r.tokens, k, Role.state | Role.verb);
    const counted = triggerAt(r.tokens, k, Role.noun);
    if (isLoneVerb(r, k) && modifier === null && counted === null) break;
    // `13 remain in custody`, `300 houses lay in ruins`
    const verb =
      measureTable().hedges.holds(token) || (unknown?.unit.endsWith('s') === true && !/s$/.test(token.lower));
    if (
      verb &&
      modifier === null &&
      counted === null &&
      k + 1 < to &&
      !leadsToNoun(r, k, to) &&
      !leadsToNoun(r, k + 1, to)
    )
      break;
    if (modifier !== null && counted === null) {
      if (!leadsToNoun(r, k + modifier.words.length, to)) break;
      state ??= modifier.value;
      k += modifier.words.length;
      continue;
    }
    const noun = phraseAt(table.people, r.tokens, k);
    // `workers hostage`: a singular behind the plural is no part of it.
    if (
      known?.kind === 'people' &&
      noun?.value.plural === false &&
      token.lower.length > 6 &&
      !token.lower.endsWith('men')
    )
      break;
    const people = table.peoples.get(token.lower);
    if (noun !== null || counted !== null) {
      const group = noun?.value.group ?? 'people';
      known = {
        last: k + Math.max(noun?.words.length ?? 0, counted?.words.length ?? 0),
        kind: 'people',
        unit: group,
        group: groupOf(group, demonym),
        inside: state ?? counted?.value ?? null,
      };
      k = known.last;
      continue;
    }
    if (people !== undefined && token.case !== 'none') {
      demonym = people;
      if (people.toLowerCase() === token.lower)
        known = { last: k + 1, kind: 'people', unit: 'people', group: people, inside: state };
      k++;
      continue;
    }
    const suffixed = looksLikePeople(token.lower) && !table.things.has(token.lower);
    if (suffixed) known = { last: k + 1, kind: 'people', unit: token.lower, group: token.lower, inside: state };
    else if (isVerbLike(token.lower) && unknown !== null && !leadsToNoun(r, k + 1, to)) break;
    else
      unknown = {
        last: k + 1,
        kind: table.things.has(token.lower) ? 'thing' : 'unknown',
        unit: token.lower,
        group: null,
        inside: state,
      };
    k++;
  }
  if (
    known !== null &&
    unknown !== null &&
    unknown.last > known.last &&
    isPluralThing(unknown) &&
    known.kind === 'people'
  )
    return unknown;
  return known ?? unknown ?? noNoun(start);
}

/** `12 hospital workers' tents`: a later plural is the head. */
function isPluralThing(noun: Noun): boolean {
  return (noun.kind === 'thing' || noun.unit.length > 3) && noun.unit.endsWith('s') && !noun.unit.endsWith('ss');
}

function isBoundary(r: Reading, k: number): boolean {
  const bits = r.classes[k] ?? 0;
  const word = r.tokens[k]?.lower ?? '';
  if (bits !== 0) return true;
  if (word === "'s" || word === '’s') return true;
  const verb = speechTable().verbs.get(word);
  return verb !== undefined && verb.statement && (verb.lemma === 'say' || word.endsWith('ed'));
}

/** `38 died`; not `20 lives`. */
function isLoneVerb(r: Reading, k: number): boolean {
  return triggerAt(r.tokens, k, Role.intransitive) !== null && phraseAt(countedTable().people, r.tokens, k) === null;
}

/** `captured soldiers`: a noun for people follows within two words. */
function leadsToNoun(r: Reading, k: number, to: number): boolean {
  const table = countedTable();
  for (let i = k; i < Math.min(to, k + 3); i++) {
    const token = r.tokens[i];
    if (token === undefined || token.kind !== 'word' || (r.classes[i] ?? 0) !== 0) return false;
    if (phraseAt(table.people, r.tokens, i) !== null || table.peoples.has(token.lower)) return true;
    if (looksLikePeople(token.lower) && !table.things.has(token.lower)) return true;
    if (token.lower.endsWith('s') && i === k && !token.lower.endsWith('ss')) return true;
  }
  return false;
}

function groupOf(group: string, demonym: string | null): string | null {
  if (group === 'people') return demonym;
  return demonym === null ? group : `${singularDemonym(demonym)} ${group}`;
}

function singularDemonym(normal: string): string {
  return normal.endsWith('s') ? normal.slice(0, -1) : normal;
}

/** Plurals of agents: `shepherds` stand in the table, `bricklayers` and `violinists` are read off their ending. */
function looksLikePeople(word: string): boolean {
  return (
    word.length > 5 &&
    /(?:[^aeiou]ers|[aeiou][^aeiou]ers|[aeiou]ers|ators|itors|ctors|sors|ists|men|women|ees|ians|cians|eers|workers|ants)$/.test(
      word,
    )
  );
}

function isVerbLike(word: string): boolean {
  return word.endsWith('ed') || word.endsWith('ing');
}
