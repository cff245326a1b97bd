/** Finds the verb or noun before a figure that governs it: `killing 12`, `freed the three`, `the deaths of 29`. */
import { AUXILIARY, WordClass } from '../../lexicon/grammar';
import { Role, type Trigger, measureTable } from '../../lexicon/measures';
import { standsAt } from '../../lexicon/phrases';
import type { Reading } from '../reading';
import { fittingTrigger } from './behind';
import type { Counted } from './phrases';
import { QUOTE_MARKS } from '../quotes/source-phrases';

const { determiner, possessive, preposition, be, relative } = WordClass;

/** The verb or noun right before the figure that governs it: `killing`, `freed the`, `the deaths of`. */
export function readBefore(r: Reading, figure: Counted, from: number): Trigger | null {
  let k = figure.first - 1;
  while (k >= from && isLink(r, k)) {
    // `carried off eleven nuns`: the particle belongs to the verb.
    const particle = r.tokens[k]?.lower === 'off' ? endingAt(r, k, from, Role.verb, figure) : null;
    if (particle !== null) return particle;
    k--;
  }
  if (k < from) return null;
  const joined = alongWith(r, k, from, figure);
  if (joined !== null) return joined;
  if (r.tokens[k]?.lower === 'of') {
    const act = endingAt(r, k - 1, from, Role.act, figure);
    return act !== null && !isBePassive(r, k - 1) ? act : null;
  }
  const verb =
    separated(r, k, figure) ?? endingAt(r, k, from, Role.verb, figure) ?? overCoordination(r, k, from, figure);
  if (verb === null) return null;
  // `were killed 12 days ago`, `those wounded two`.
  if (verb.form === 'past' && ((r.classes[k - 1] ?? 0) & be) !== 0) return null;
  return verb;
}

/** `was arrested at dawn together with 13 officers`: they share the verb of the one named. */
function alongWith(r: Reading, k: number, from: number, figure: Counted): Trigger | null {
  const word = r.tokens[k]?.lower;
  const before = r.tokens[k - 1]?.lower;
  if (word !== 'alongside' && (word !== 'with' || (before !== 'together' && before !== 'along'))) return null;
  for (let i = k - 1; i >= Math.max(from, k - 2 * FAR); i--) {
    const verb = fittingTrigger(r, i, Role.verb | Role.intransitive, figure);
    if (verb === null || r.mentionAt[i] !== -1) continue;
    const passive = verb.value.form === 'past' && isBePassive(r, i);
    return passive || verb.value.role === Role.intransitive ? verb.value : null;
  }
  return null;
}

/** `hacked 12 villagers to death`, `took nine nurses hostage`: the rest of the verb stands behind its object. */
function separated(r: Reading, k: number, figure: Counted): Trigger | null {
  const counts = figure.noun === 'thing' ? 'things' : 'people';
  for (const { words, value } of measureTable().triggers.of(r.tokens[k]) ?? []) {
    // `drove them from the steps` takes nobody's home.
    if (words.length < 2 || words.at(-1) === 'from' || value.role !== Role.verb || value.measure.counts !== counts)
      continue;
    if (standsAt(r.tokens, figure.last, words.slice(1))) return value;
  }
  return null;
}

/** How many tokens back the verb of a list of objects may stand. */
const FAR = 10;

/** `killed himself and 12 worshippers`, `killing the pilot and nine passengers`: the verb governs both. */
function overCoordination(r: Reading, joint: number, from: number, figure: Counted): Trigger | null {
  if (r.tokens[joint]?.lower !== 'and') return null;
  for (let k = joint - 1; k >= Math.max(from, joint - FAR); k--) {
    const token = r.tokens[k];
    if (token === undefined || (token.kind !== 'word' && token.text !== ',' && token.lower !== "'s")) return null;
    // `were killed in them and over 100 injured`
    if (((r.classes[k] ?? 0) & preposition) !== 0 && token.lower !== 'of') return null;
    const verb = endingAt(r, k, from, Role.verb, figure);
    if (verb !== null) return verb.living && k < joint - 1 ? verb : null;
    if (((r.classes[k] ?? 0) & (AUXILIARY | relative)) !== 0) return null;
  }
  return null;
}

/** Words between verb and number: `freed the three`, `killed all 12`, `killed an estimated`. */
function isLink(r: Reading, k: number): boolean {
  const bits = r.classes[k] ?? 0;
  const word = r.tokens[k]?.lower ?? '';
  // `killed "no fewer than 23" rebels`
  if (QUOTE_MARKS.has(word)) return true;
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
function endingAt(r: Reading, end: number, from: number, mask: number, figure: Counted): Trigger | null {
  for (let length = 3; length >= 1; length--) {
    const start = end - length + 1;
    if (start < from) continue;
    const phrase = fittingTrigger(r, start, mask, figure);
    if (phrase !== null && phrase.words.length === length && r.mentionAt[end] === -1) return phrase.value;
  }
  return null;
}
