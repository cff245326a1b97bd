/** Finds tolls that a number is given to: `the death toll rose to 58`, `a city of 780,000`. */
import { WordClass } from '../../lexicon/grammar';
import { countedTable } from '../../lexicon/counted';
import { type Measure, Role, measureTable, triggerAt } from '../../lexicon/measures';
import type { Reading } from '../reading';
import type { Reason, Window } from './measures';
import { QUOTE_MARKS } from '../quotes/source-phrases';
import type { Counted } from './phrases';

const { preposition } = WordClass;
const TELLING = Role.verb | Role.state | Role.phrase | Role.intransitive;

/** `a city of 780,000 people`, `home to`, `a population of`, `12,000 people live`. */
export function populationOf(r: Reading, figure: Counted, window: Window): Reason | null {
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
export function tollOf(r: Reading, figure: Counted, window: Window): Reason | null {
  const { tollLinks } = measureTable();
  const bounded = r.tokens[figure.first]?.lower ?? '';
  const link =
    figure.first < figure.numeral.at && tollLinks.has(bounded)
      ? bounded
      : (r.tokens[figure.first - (QUOTE_MARKS.has(r.tokens[figure.first - 1]?.text ?? '') ? 2 : 1)]?.lower ?? '');
  if (figure.noun !== 'none' && figure.noun !== 'people') return null;
  const ahead = tollBehind(r, figure, window);
  if (ahead !== null) return ahead;
  if (!tollLinks.has(link)) return null;
  const counted = link === 'to' || link === 'at' ? statesBefore(r, figure.first - 1, window) : null;
  if (counted !== null) return counted;
  for (let k = figure.first - 1; k >= Math.max(window.from, figure.first - 40); k--) {
    const toll = tollAt(r, k, figure.first);
    if (toll !== null) return { measure: toll, rule: `toll:${toll.name}` };
  }
  return figure.noun === 'none' ? tollOfSentenceBefore(r, figure) : null;
}

/** `He would not give a figure for the missing. His superior said that it was 40.` */
function tollOfSentenceBefore(r: Reading, figure: Counted): Reason | null {
  let verb = figure.first - 1;
  if (QUOTE_MARKS.has(r.tokens[verb]?.text ?? '')) verb--;
  if (((r.classes[verb] ?? 0) & WordClass.be) === 0 || r.tokens[verb - 1]?.lower !== 'it') return null;
  const before = r.sentences[(r.tokens[verb]?.sentence ?? 0) - 1];
  if (before === undefined) return null;
  for (let k = Math.min(before.last, before.first + 40) - 1; k >= before.first; k--) {
    const toll = tollAt(r, k, before.last);
    if (toll !== null) return { measure: toll, rule: `toll:${toll.name}` };
  }
  return null;
}

/** `brought the dead to 43`, `puts the displaced at 3.4 million`: `link` is the preposition. */
function statesBefore(r: Reading, link: number, window: Window): Reason | null {
  for (let k = link - 1; k > Math.max(window.from, link - 4); k--) {
    if (r.tokens[k - 1]?.lower !== 'the') continue;
    const state = triggerAt(r.tokens, k, Role.state);
    const { measure } = state?.value ?? {};
    return measure === undefined || k + (state?.words.length ?? 0) !== link
      ? null
      : { measure, rule: `toll:${measure.name}` };
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
      word === 'figure' ||
      word === 'numbers') &&
    (r.tokens[k + 1]?.lower === 'of' || (word === 'figure' && r.tokens[k + 1]?.lower === 'for'))
  ) {
    for (let i = k + 2; i < Math.min(end, k + 10); i++) {
      const trigger = triggerAt(r.tokens, i, Role.verb | Role.state | Role.phrase | Role.noun | Role.intransitive);
      if (trigger === null) continue;
      // `the number of inmates killed`: the participle tells more than the noun.
      const next = trigger.value.role === Role.noun ? triggerAt(r.tokens, i + trigger.words.length, TELLING) : null;
      return (next ?? trigger).value.measure;
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

const CONJUNCTIONS = new Set(['as', 'after', 'before', 'since', 'until']);

/** `deaths linked to infections`: a noun behind a preposition is not what rises. */
function isGoverned(r: Reading, k: number): boolean {
  for (let i = k - 1; i >= k - 4 && i >= 0; i--) {
    const bits = r.classes[i] ?? 0;
    // `Minister quits as toll hits 31`
    if (CONJUNCTIONS.has(r.tokens[i]?.lower ?? '')) return false;
    if ((bits & preposition) !== 0)
      return i > 0 && r.tokens[i]?.lower !== 'with' && r.tokens[i]?.spaced === true && r.tokens[i]?.case === 'none';
    if (bits !== 0 || r.tokens[i]?.kind !== 'word') return false;
  }
  return false;
}
