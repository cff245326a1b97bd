/**
 * Finds what a figure counts, by where the words stand that tell it: behind the counted noun as its verb or state, before it as the
 * verb or noun that governs it, within it, or in a toll that a number is given to. Ordered by how sure each place is.
 */
import { AUXILIARY, WordClass } from '../../lexicon/grammar';
import { type Measure, Role, type Trigger, measureTable, triggerAt } from '../../lexicon/measures';
import { countedTable } from '../../lexicon/counted';
import type { Reading } from '../reading';
import type { Counted } from './phrases';

export interface Reason {
  readonly measure: Measure;
  readonly rule: string;
}

const { determiner, possessive, adverb, preposition, be, relative, conjunction, subjectPronoun } = WordClass;
const VERBAL = Role.verb | Role.intransitive;
const BEHIND = VERBAL | Role.state | Role.phrase;

/** How far a verb may stand behind the noun that it counts, in tokens. */
const REACH_BEHIND = 24;

/** The bounds of the search: the sentence, and the figure before and behind. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** What the words in and around a figure say that it counts, or null. Does not look at other figures. */
export function measureOf(r: Reading, figure: Counted, window: Window): Reason | null {
  if (figure.noun === 'quantity') return null;
  if (isLoneOne(r, figure)) return null;
  const populous = populationOf(r, figure, window);
  if (populous !== null) return populous;
  const behind = readBehind(r, figure, window);
  if (behind !== null && !behind.adjacent)
    return accept(figure, behind.trigger, behind.among === true ? 'counted-among' : 'counted-before-verb', 'behind');
  const before = readBefore(r, figure, window);
  // `hold 12 hostages`, `hold 112 bodies`: the noun knows better than a verb of keeping.
  const named = figure.inside?.role === Role.noun ? figure.inside.measure.name : 'detained';
  const governs = before !== null && (before.measure.name !== 'detained' || named === 'detained');
  const governed = governs ? accept(figure, before, 'counted-after-verb', 'before') : null;
  if (governed !== null && !isRefused(r, figure, window)) return governed;
  if (behind !== null) {
    const reduced = accept(figure, behind.trigger, 'counted-before-participle', 'behind');
    if (reduced !== null) return reduced;
  }
  if (figure.inside !== null && !isRate(r, figure)) {
    const inside = accept(figure, figure.inside, 'counted-noun', 'inside');
    if (inside !== null) return inside;
  }
  return governed ?? tollOf(r, figure, window) ?? weakOf(r, figure, window);
}

/** `one` without a noun is a pronoun more often than a count; `and one injured` is one. */
function isLoneOne(r: Reading, figure: Counted): boolean {
  if (figure.noun !== 'none' || figure.partitive || figure.numeral.value !== 1 || figure.unit === 'percent')
    return false;
  const next = figure.last;
  if (triggerAt(r.tokens, next, Role.state) !== null) return false;
  const verb = r.tokens[next + 1]?.lower === 'pronounced' ? next + 2 : next + 1;
  return ((r.classes[next] ?? 0) & be) === 0 || triggerAt(r.tokens, verb, Role.verb | Role.state) === null;
}

/** `18.9 deaths per 100,000`: a rate, or a year in front of a noun. */
function isRate(r: Reading, figure: Counted): boolean {
  const next = r.tokens[figure.last]?.lower;
  return (
    next === 'per' ||
    (next === 'a' && /^(?:day|week|month|year)$/.test(r.tokens[figure.last + 1]?.lower ?? '')) ||
    figure.numeral.yearLike
  );
}

/** `two live jackals`, `four people live there`: fewer are no population. */
const LEAST_POPULATION = 500;

/** Whether a trigger can count this noun. */
function accept(figure: Counted, trigger: Trigger, rule: string, where: 'behind' | 'before' | 'inside'): Reason | null {
  const { measure } = trigger;
  const reason = { measure, rule: `${rule}:${measure.name}` };
  if (figure.unit === 'percent') {
    if (measure.counts === 'things') return figure.noun === 'people' ? null : reason;
    if (where === 'inside' || figure.noun !== 'people')
      return figure.noun === 'none' && where === 'behind' ? reason : null;
    return reason;
  }
  if (measure.counts === 'things') {
    const bare = figure.noun === 'none' && where === 'behind' && trigger.role !== Role.intransitive;
    return bare || figure.noun === 'thing' || figure.noun === 'unknown' ? reason : null;
  }
  if (measure.name === 'population' && figure.numeral.value < LEAST_POPULATION) return null;
  // A club releases and loses players every season.
  if (figure.unit === 'athletes' && measure.name !== 'killed') return null;
  if (trigger.combatants && figure.noun === 'people')
    return COMBATANTS.test(figure.unit) || where === 'behind' ? reason : null;
  if (trigger.combatants && figure.noun !== 'people') return null;
  if (figure.noun === 'people' || figure.noun === 'none') return reason;
  if (figure.noun !== 'unknown') return null;
  return (trigger.living && where === 'behind') || (figure.capital && where !== 'inside') ? reason : null;
}

const COMBATANTS =
  /^(?:soldiers|militants|police|guards|peacekeepers|people|civilians|men|women|prisoners|officers|prisoners of war|members)$/;

interface Behind {
  readonly trigger: Trigger;
  /** No auxiliary stands between: a participle or state right behind the noun. */
  readonly adjacent: boolean;
  /** `were among the dead`: a part of them. */
  readonly among?: boolean;
}

/** Reads on from the noun through insertions, phrases and auxiliaries to its verb. */
function readBehind(r: Reading, figure: Counted, window: Window): Behind | null {
  let k = figure.last;
  let auxiliary = 0;
  let moved = false;
  let relativeClause = false;
  const limit = Math.min(window.to, k + REACH_BEHIND);
  const { hedges } = measureTable();
  while (k < limit) {
    const token = r.tokens[k];
    if (token === undefined) return null;
    const bits = r.classes[k] ?? 0;
    const told = triggerBehind(r, k, auxiliary, relativeClause);
    if (told === 'active') return null;
    if (told !== null) return told.adjacent ? (mainVerb(r, k + 1, limit) ?? told) : told;
    if ((bits & AUXILIARY) !== 0) {
      auxiliary |= bits & AUXILIARY;
      k++;
    } else if (r.dateAt[k] !== -1 && r.mentionAt[k] === -1) {
      k++;
    } else if (hedges.has(token.lower)) {
      if (/^(?:remain|got|get|became|being|found|left)/.test(token.lower)) auxiliary |= be;
      k++;
    } else if ((bits & adverb) !== 0 || (token.lower.endsWith('ly') && r.mentionAt[k] === -1)) {
      k++;
    } else if (token.lower === 'who' || token.lower === 'that' || token.lower === 'which') {
      // `people who fled`, but `captives that the group had seized`.
      const next = r.classes[k + 1] ?? 0;
      if ((next & (determiner | possessive | subjectPronoun)) !== 0 || r.mentionAt[k + 1] !== -1) return null;
      relativeClause = true;
      k++;
    } else if (token.text === ',' && auxiliary === 0 && !moved && (figure.noun !== 'none' || isPartOpening(r, k + 1))) {
      const end = insertionEnd(r, k, limit);
      if (end < 0) return null;
      k = end;
      moved = true;
    } else if (QUOTES.has(token.text)) {
      k++;
    } else if (token.lower === 'and' && auxiliary === 0 && !moved) {
      // `two women and a man were injured`.
      const end = coordinatedEnd(r, k, limit);
      if (end < 0) return null;
      k = end;
      moved = true;
    } else if ((bits & preposition) !== 0 && auxiliary === 0) {
      const end = phraseEnd(r, k, limit);
      if (end < 0) return null;
      k = end;
    } else if (auxiliary !== 0 && (token.lower === 'among' || token.lower === 'amongst')) {
      const state = triggerAt(
        r.tokens,
        k + (r.tokens[k + 1]?.lower === 'the' || r.tokens[k + 1]?.lower === 'those' ? 2 : 1),
        Role.state | Role.verb,
      );
      return state === null ? null : { trigger: state.value, adjacent: false, among: true };
    } else if ((auxiliary & be) !== 0 && isParticiple(token.lower) && r.tokens[k + 1]?.lower === 'and') {
      // `were shot and killed`.
      k += 2;
    } else if (auxiliary !== 0 && token.lower === 'to') {
      k++;
    } else return null;
  }
  return null;
}

/** `people trapped under rubble were rescued`: the verb behind a participle and what hangs on it. */
function mainVerb(r: Reading, from: number, limit: number): Behind | null {
  for (let k = from; k < Math.min(limit, from + 10); k++) {
    const bits = r.classes[k] ?? 0;
    if ((bits & (relative | conjunction | subjectPronoun)) !== 0 || r.tokens[k]?.kind === 'punctuation') return null;
    if ((bits & be) === 0) continue;
    const verb = triggerAt(r.tokens, k + 1, Role.verb);
    return verb !== null && verb.value.form === 'past' ? { trigger: verb.value, adjacent: false } : null;
  }
  return null;
}

/** The trigger at `k` that counts the noun before it; `active` where a verb stands there that has the noun as its actor. */
function triggerBehind(r: Reading, k: number, auxiliary: number, relativeClause: boolean): Behind | 'active' | null {
  let active = false;
  for (const role of [Role.phrase, Role.verb, Role.intransitive, Role.state]) {
    const phrase = triggerAt(r.tokens, k, role);
    if (phrase === null || isBlocked(r, k + phrase.words.length) || (active && role === Role.state)) continue;
    // `who evacuated`, `who killed`: active without an object too.
    const doer = relativeClause && auxiliary === 0 && role === Role.verb;
    if (!doer && judge(r, k, phrase.value, phrase.words.length, auxiliary))
      return { trigger: phrase.value, adjacent: auxiliary === 0 && role !== Role.intransitive };
    active = true;
  }
  return active ? 'active' : null;
}

/** `, including four children,`: an insertion that even a bare number may have before its verb. */
function isPartOpening(r: Reading, k: number): boolean {
  const word = r.tokens[k]?.lower ?? '';
  return (
    measureTable().parts.has(word) ||
    word === 'or' ||
    ((word === 'most' || word === 'many' || word === 'among') && r.tokens[k + 1]?.kind === 'word')
  );
}

/** Past `and a man` where an auxiliary follows; -1 elsewhere. */
function coordinatedEnd(r: Reading, joint: number, limit: number): number {
  if (((r.classes[joint + 1] ?? 0) & determiner) === 0) return -1;
  for (let k = joint + 2; k < Math.min(limit, joint + 6); k++) {
    if (((r.classes[k] ?? 0) & AUXILIARY) !== 0) return k;
    if ((r.classes[k] ?? 0) !== 0 || r.tokens[k]?.kind !== 'word' || triggerAt(r.tokens, k, BEHIND) !== null) return -1;
  }
  return -1;
}

const QUOTES = new Set(['"', '“', '”', '‘', '’', "'"]);

/** Whether a trigger behind the noun has the noun as what it counts. */
function judge(r: Reading, k: number, trigger: Trigger, length: number, auxiliary: number): boolean {
  if (trigger.role === Role.state || trigger.role === Role.phrase) return true;
  if (trigger.role === Role.intransitive) return true;
  if (trigger.form !== 'past') return false;
  if ((auxiliary & be) !== 0) return true;
  // `have killed`, `had detained`: active.
  if (auxiliary !== 0) return false;
  return !takesObject(r, k + length);
}

/** Whether an object follows: `soldiers killed 12 people`. */
function takesObject(r: Reading, k: number): boolean {
  const token = r.tokens[k];
  if (token === undefined || r.dateAt[k] !== -1) return false;
  const bits = r.classes[k] ?? 0;
  if (token.lower === 'that' || token.lower === 'this' || token.lower === 'last' || token.lower === 'all') return false;
  if ((bits & (determiner | possessive)) !== 0) return true;
  if (token.kind === 'number' || r.mentionAt[k] !== -1) return true;
  return (
    ['at', 'more', 'nearly', 'dozens', 'hundreds', 'scores', 'up'].includes(token.lower) && isNumberAhead(r, k + 1)
  );
}

function isNumberAhead(r: Reading, k: number): boolean {
  for (let i = k; i < k + 3; i++) if (r.tokens[i]?.kind === 'number') return true;
  return false;
}

function isBlocked(r: Reading, next: number): boolean {
  const token = r.tokens[next];
  return token !== undefined && measureTable().notBefore.has(token.lower);
}

function isParticiple(word: string): boolean {
  return (
    word.endsWith('ed') ||
    word === 'shot' ||
    word === 'beaten' ||
    word === 'hit' ||
    word === 'struck' ||
    word === 'caught'
  );
}

/** Past `, one in four of the population,` where a verb follows the second comma; -1 where it is no insertion. */
function insertionEnd(r: Reading, comma: number, limit: number): number {
  const first = r.tokens[comma + 1];
  if (first === undefined || first.lower === 'and' || first.lower === 'but') return -1;
  for (let k = comma + 1; k < limit; k++) {
    const token = r.tokens[k];
    if (token === undefined || token.text === ';') return -1;
    if (token.text !== ',') continue;
    const bits = r.classes[k + 1] ?? 0;
    if ((bits & AUXILIARY) !== 0) return k + 1;
    const trigger = triggerAt(r.tokens, k + 1, VERBAL | Role.phrase);
    if (trigger !== null && trigger.value.form !== 'gerund') return k + 1;
    return -1;
  }
  return -1;
}

/** Past a phrase with a preposition (`on both sides`, `in the town of X`); -1 where no verb can follow it. */
function phraseEnd(r: Reading, start: number, limit: number): number {
  for (let k = start + 1; k < limit; k++) {
    const token = r.tokens[k];
    if (token === undefined) return -1;
    const bits = r.classes[k] ?? 0;
    if ((bits & (AUXILIARY | preposition)) !== 0) return k;
    if ((bits & (relative | subjectPronoun)) !== 0) return -1;
    const attribute = ((r.classes[k - 1] ?? 0) & (determiner | possessive)) !== 0;
    if (!attribute && triggerAt(r.tokens, k, BEHIND) !== null && r.mentionAt[k] === -1) return k;
    if (token.text === ',') return k - start < 8 && insertionEnd(r, k, limit) > 0 ? k : -1;
    if (token.kind === 'punctuation' && token.text !== '-' && token.text !== "'s" && token.text !== '’s') return -1;
  }
  return -1;
}

/** The verb or noun right before the figure that governs it: `killing`, `freed the`, `the deaths of`. */
function readBefore(r: Reading, figure: Counted, window: Window): Trigger | null {
  let k = figure.first - 1;
  while (k >= window.from && isLink(r, k)) k--;
  if (k < window.from) return null;
  if (r.tokens[k]?.lower === 'of') {
    const act = endingAt(r, k - 1, window.from, Role.act);
    return act !== null && !isBePassive(r, k - 1) ? act : null;
  }
  const verb = endingAt(r, k, window.from, Role.verb) ?? overCoordination(r, k, window.from);
  if (verb === null) return null;
  // `were killed 12 days ago`, `those wounded two`.
  if (verb.form === 'past' && ((r.classes[k - 1] ?? 0) & be) !== 0) return null;
  return verb;
}

/** `killed himself and 12 worshippers`, `killing the pilot and nine passengers`: the verb governs both. */
function overCoordination(r: Reading, joint: number, from: number): Trigger | null {
  if (r.tokens[joint]?.lower !== 'and') return null;
  for (let k = joint - 1; k >= Math.max(from, joint - 6); k--) {
    const token = r.tokens[k];
    if (token === undefined || token.kind !== 'word') return null;
    const verb = endingAt(r, k, from, Role.verb);
    if (verb !== null) return verb.living && k < joint - 1 ? verb : null;
    if (((r.classes[k] ?? 0) & (AUXILIARY | relative)) !== 0) return null;
  }
  return null;
}

/** Words between verb and number: `freed the three`, `killed all 12`, `killed an estimated`. */
function isLink(r: Reading, k: number): boolean {
  const bits = r.classes[k] ?? 0;
  const word = r.tokens[k]?.lower ?? '';
  if ((bits & preposition) !== 0 && word !== 'of') return word === 'off';
  return (
    (bits & (determiner | possessive)) !== 0 ||
    word === 'total' ||
    word === 'estimated' ||
    word === 'further' ||
    isTotalOf(r, k)
  );
}

/** `a total of 12`: the `of` belongs to the number. */
function isTotalOf(r: Reading, k: number): boolean {
  return r.tokens[k]?.lower === 'of' && (r.tokens[k - 1]?.lower === 'total' || r.tokens[k - 1]?.lower === 'estimated');
}

function isBePassive(r: Reading, k: number): boolean {
  return ((r.classes[k - 1] ?? 0) & be) !== 0;
}

/** A trigger whose last word is at `end`; phrases of up to three words. */
function endingAt(r: Reading, end: number, from: number, mask: number): Trigger | null {
  for (let length = 3; length >= 1; length--) {
    const start = end - length + 1;
    if (start < from) continue;
    const phrase = triggerAt(r.tokens, start, mask);
    if (phrase !== null && phrase.words.length === length && r.mentionAt[end] === -1) return phrase.value;
  }
  return null;
}

/** `refused to free three soldiers detained`: what did not happen is not counted. */
function isRefused(r: Reading, figure: Counted, window: Window): boolean {
  for (let k = figure.first - 1; k >= Math.max(window.from, figure.first - 14); k--) {
    const word = r.tokens[k]?.lower ?? '';
    if (word === 'refused' || word === 'refuses' || word === 'declined' || word === 'refusing' || word === 'failed')
      return true;
    if (word === 'not' || word === "n't" || word === 'never') return true;
    if (r.tokens[k]?.text === ',') return false;
  }
  return false;
}

/** `a city of 780,000 people`, `home to`, `a population of`, `12,000 people live`. */
function populationOf(r: Reading, figure: Counted, window: Window): Reason | null {
  const measure = measureTable().byName.get('population');
  if (measure === undefined || figure.noun === 'thing') return null;
  if (figure.unit === 'percent') return null;
  if (figure.inside?.measure === measure && !figure.numeral.share) return { measure, rule: 'population-noun' };
  const k = figure.first - 1;
  if (k < window.from || figure.numeral.value < 100) return null;
  const before = r.tokens[k]?.lower;
  const two = r.tokens[k - 1]?.lower ?? '';
  const settled =
    before === 'of' && countedTable().settlements.has(two) && (figure.noun === 'people' || figure.noun === 'none');
  if (settled || (before === 'of' && two === 'population') || (before === 'to' && two === 'home'))
    return { measure, rule: 'population-of' };
  return null;
}

/** The last toll before the figure in its sentence: `the official death toll … to`. */
function tollOf(r: Reading, figure: Counted, window: Window): Reason | null {
  const { tollLinks } = measureTable();
  const bounded = r.tokens[figure.first]?.lower ?? '';
  const link =
    figure.first < figure.numeral.at && tollLinks.has(bounded) ? bounded : (r.tokens[figure.first - 1]?.lower ?? '');
  if (figure.noun !== 'none' && figure.noun !== 'people') return null;
  const ahead = tollBehind(r, figure, window);
  if (ahead !== null) return ahead;
  if (!tollLinks.has(link)) return null;
  for (let k = figure.first - 1; k >= Math.max(window.from, figure.first - 40); k--) {
    const toll = tollAt(r, k, figure.first);
    if (toll !== null) return { measure: toll, rule: `toll:${toll.name}` };
  }
  return null;
}

/** `bringing to 14 the number of dead`. */
function tollBehind(r: Reading, figure: Counted, window: Window): Reason | null {
  if (r.tokens[figure.last]?.lower !== 'the' || figure.last + 1 >= window.to) return null;
  const toll = tollAt(r, figure.last + 1, window.to);
  return toll === null ? null : { measure: toll, rule: `toll:${toll.name}` };
}

/** What a toll at token `k` counts: `death toll`, `number of houses destroyed`; null where none begins there. */
function tollAt(r: Reading, k: number, end: number): Measure | null {
  const word = r.tokens[k]?.lower;
  if (
    (word === 'number' ||
      word === 'count' ||
      word === 'toll' ||
      word === 'total' ||
      word === 'tally' ||
      word === 'numbers') &&
    r.tokens[k + 1]?.lower === 'of'
  ) {
    for (let i = k + 2; i < Math.min(end, k + 10); i++) {
      const trigger = triggerAt(r.tokens, i, Role.verb | Role.state | Role.phrase | Role.noun | Role.intransitive);
      if (trigger !== null) return trigger.value.measure;
    }
    if (word !== 'toll') return null;
  }
  const toll = triggerAt(r.tokens, k, Role.toll);
  if (toll === null) return null;
  if (isGoverned(r, k)) return null;
  const previous = r.tokens[k - 1]?.lower;
  const bare = toll.words.length === 1 && word === 'toll';
  if (bare && (previous === 'road' || previous === 'bridge' || previous === 'injury')) return null;
  return toll.value.measure;
}

/** `deaths linked to infections`: a noun behind a preposition is not what rises. */
function isGoverned(r: Reading, k: number): boolean {
  for (let i = k - 1; i >= k - 4 && i >= 0; i--) {
    const bits = r.classes[i] ?? 0;
    if ((bits & preposition) !== 0)
      return i > 0 && r.tokens[i]?.lower !== 'with' && r.tokens[i]?.spaced === true && r.tokens[i]?.case === 'none';
    if (bits !== 0 || r.tokens[i]?.kind !== 'word') return false;
  }
  return false;
}

/** Phrases that count only where nothing else does: `18 officers were in hospital`. */
function weakOf(r: Reading, figure: Counted, window: Window): Reason | null {
  if (figure.noun !== 'people' && figure.noun !== 'none') return null;
  for (let k = figure.last; k < Math.min(window.to, figure.last + 8); k++) {
    const weak = triggerAt(r.tokens, k, Role.weak);
    if (weak !== null) return { measure: weak.value.measure, rule: `state:${weak.value.measure.name}` };
    const token = r.tokens[k];
    if (token === undefined || token.kind === 'punctuation' || ((r.classes[k] ?? 0) & conjunction) !== 0) return null;
  }
  return null;
}
