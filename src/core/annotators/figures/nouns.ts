/** Reads the run of words behind a number up to the noun that heads it. */
import { countedTable } from '../../lexicon/counted';
import { Role, type Trigger, measureTable, triggerAt } from '../../lexicon/measures';
import { phraseAt } from '../../lexicon/phrases';
import { speechTable } from '../../lexicon/speech';
import { WordSet } from '../../lexicon/word-table';
import { QUOTE_MARKS } from '../quotes/source-phrases';
import type { Reading } from '../reading';
import type { Counted } from './phrases';

/** Words that a noun phrase may have. */
const LONGEST = 6;
const LOOSE = new WordSet(['others', 'more', 'other', 'additional', 'further', 'fewer']);

/** What a number counts: `last` is behind the noun. */
export interface Noun {
  last: number;
  kind: Counted['noun'];
  unit: string;
  group: string | null;
  inside: Trigger | null;
}

/** Nothing that is counted stands at `last`. */
export function noNoun(last: number): Noun {
  return { last, kind: 'none', unit: 'people', group: null, inside: null };
}

/** A run of words up to the head noun: the last noun that the tables know, else the last plural. */
export function readNoun(r: Reading, start: number, to: number): Noun {
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
