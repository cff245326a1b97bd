/**
 * Finds what a figure counts, by where the words stand that tell it: behind the counted noun as its verb or state, before it as the
 * verb or noun that governs it, within it, or in a toll that a number is given to. Ordered by how sure each place is.
 */
import { AUXILIARY, WordClass } from '../../lexicon/grammar';
import { type Measure, Role, type Trigger, measureTable, triggerAt } from '../../lexicon/measures';
import { standsAt } from '../../lexicon/phrases';
import type { Reading } from '../reading';
import { readBefore } from './before';
import { readBehind } from './behind';
import { readRelative } from './relative';
import type { Counted } from './phrases';
import { populationOf, tollOf } from './tolls';

export interface Reason {
  readonly measure: Measure;
  readonly rule: string;
}

const { be, conjunction, adverb } = WordClass;

/** The bounds of the search: the sentence, and the figure before and behind. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** What the words in and around a figure say that it counts, or null. Does not look at other figures. */
export function measureOf(r: Reading, figure: Counted, window: Window): Reason | null {
  if (figure.noun === 'quantity') return null;
  if (isLoneOne(r, figure)) return null;
  const inverted = invertedOf(r, figure, window);
  if (inverted !== null) return inverted;
  const populous = populationOf(r, figure, window);
  if (populous !== null) return populous;
  const behind = readBehind(r, figure, window.to);
  if (behind !== null && !behind.adjacent)
    return accept(figure, behind.trigger, behind.among === true ? 'counted-among' : 'counted-before-verb', 'behind');
  const before = readBefore(r, figure, window.from);
  // `hold 12 hostages`, `hold 112 bodies`: the noun knows better than a verb of keeping.
  const named = figure.inside?.role === Role.noun ? figure.inside.measure.name : 'detained';
  const governs = before !== null && (before.measure.name !== 'detained' || named === 'detained');
  const governed = governs ? accept(figure, before, 'counted-after-verb', 'before') : null;
  if (governed !== null && !isRefused(r, figure, window)) return governed;
  if (behind !== null) {
    const reduced = accept(figure, behind.trigger, 'counted-before-participle', 'behind');
    if (reduced !== null) return reduced;
  }
  const owned = readRelative(r, figure, window.to);
  const related = owned === null ? null : accept(figure, owned, 'counted-in-relative', 'before');
  if (related !== null) return related;
  if (figure.inside !== null && !isRate(r, figure) && !isUndone(r, figure)) {
    const inside = accept(figure, figure.inside, 'counted-noun', 'inside');
    if (inside !== null) return inside;
  }
  return governed ?? tollOf(r, figure, window) ?? weakOf(r, figure, window);
}

/** `destroyed 340 homes and damaged 1,100`: a verb of harm with a bare number, beside another that counts things; or null. */
export function bareThingsOf(r: Reading, figure: Counted, window: Window): Reason | null {
  const verb = figure.noun === 'none' && figure.unit !== 'percent' ? readBefore(r, figure, window.from) : null;
  return verb?.measure.counts === 'things'
    ? { measure: verb.measure, rule: `counted-after-verb:${verb.measure.name}` }
    : null;
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
  // `the hall held 500 guests`
  if (where === 'before' && measure.name === 'detained' && trigger.keeping && measureTable().visitors.has(figure.unit))
    return null;
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
  // `captured eight`; a team's losses are others.
  if (trigger.combatants && (figure.noun !== 'none' || measure.name === 'killed')) return null;
  if (figure.noun === 'people' || figure.noun === 'none') return reason;
  if (figure.noun !== 'unknown') return null;
  return (trigger.living && where === 'behind') || (figure.capital && where !== 'inside') ? reason : null;
}

const COMBATANTS =
  /^(?:soldiers|militants|police|guards|peacekeepers|people|civilians|men|women|prisoners|officers|prisoners of war|members)$/;

const ON_THE_RUN = ['on', 'the', 'run'];

/** `200 prisoners escaped`: what they do ends what the noun tells. */
function isUndone(r: Reading, { inside, last }: Counted): boolean {
  if (inside?.measure.name !== 'detained' && inside?.measure.name !== 'abducted') return false;
  let k = last;
  while (((r.classes[k] ?? 0) & (AUXILIARY | adverb)) !== 0) k++;
  return measureTable().endings.holds(r.tokens[k]) || standsAt(r.tokens, k, ON_THE_RUN);
}

/** `Among the dead were eight doctors`, `those freed included five civilians`: what they are stands before the verb. */
function invertedOf(r: Reading, figure: Counted, window: Window): Reason | null {
  const verb = figure.first - 1;
  if (verb <= window.from || figure.noun !== 'people') return null;
  const included = measureTable().parts.has(r.tokens[verb]?.lower ?? '');
  if (!included && ((r.classes[verb] ?? 0) & be) === 0) return null;
  const state = triggerAt(r.tokens, verb - 1, Role.state | Role.verb);
  const opener = r.tokens[verb - 2]?.lower;
  if (state === null || state.words.length > 1 || (opener !== 'the' && opener !== 'those')) return null;
  const among = r.tokens[verb - 3]?.lower;
  return included || among === 'among' || among === 'amongst'
    ? { measure: state.value.measure, rule: `counted-among:${state.value.measure.name}` }
    : null;
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
