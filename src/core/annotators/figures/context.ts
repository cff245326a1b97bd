/** What a figure takes over from the figures before it: parts, coordination, numbers that stand alone. */
import { AUXILIARY, WordClass } from '../../lexicon/grammar';
import { Role, measureTable, triggerAt } from '../../lexicon/measures';
import { speechTable } from '../../lexicon/speech';
import type { Reading } from '../reading';
import type { Reason, Window } from './measures';
import { QUOTE_MARKS } from '../quotes/source-phrases';
import { WordSet } from '../../lexicon/word-table';
import type { Counted } from './phrases';

export interface Measured {
  readonly figure: Counted;
  readonly sentence: number;
  readonly reason: Reason;
  readonly relation: 'total' | 'part' | 'increment' | 'former';
}

/** `including 13 soldiers`, `among them five officers`, `12 of them children`. */
export function isPart(r: Reading, figure: Counted): boolean {
  const { parts } = measureTable();
  const k = figure.first - 1;
  const one = r.tokens[k]?.lower ?? '';
  const two = r.tokens[k - 1]?.lower ?? '';
  if (
    parts.has(one) ||
    ((one === 'them' || one === 'whom') && (two === 'among' || two === 'amongst')) ||
    (one === 'whom' && two === 'of')
  )
    return true;
  // `15 killed, 14 civilians among them`
  if (r.tokens[figure.last]?.lower === 'among' && r.tokens[figure.last + 1]?.lower === 'them') return true;
  // `including, according to reports, 54 children`
  if (one === ',' && isInsertedPart(r, k)) return true;
  if (one === 'at' || one === 'the' || one === 'were' || one === 'was') return parts.has(two);
  const last = r.tokens[figure.last - 1]?.lower;
  // `222 of the deaths`
  if (figure.partitive && figure.inside?.role === Role.noun && r.tokens[figure.last - 2]?.lower === 'the') return true;
  return figure.partitive && last !== undefined && measureTable().victims.has(last);
}

/** `in the words of one of them`, `one of them said`: whether a figure is somebody who speaks or acts, not a count. */
export function isOneWhoActs(r: Reading, figure: Counted): boolean {
  if (!figure.partitive || figure.numeral.value !== 1) return false;
  // `One of them, Sara Okonjo, said`, `One of those freed, a priest, stayed`
  let next = figure.last;
  while (triggerAt(r.tokens, next, Role.state | Role.verb) !== null) next++;
  const opens = r.sentences[r.tokens[figure.first]?.sentence ?? 0]?.first === figure.first;
  if (opens && r.tokens[next]?.text === ',') return true;
  const { verbs } = speechTable();
  const before = r.classes[figure.first - 1] ?? 0;
  return (
    (before & WordClass.preposition) !== 0 ||
    QUOTE_MARKS.has(r.tokens[figure.first - 1]?.text ?? '') ||
    verbs.holds(r.tokens[figure.first - 1]) ||
    verbs.holds(r.tokens[figure.last])
  );
}

/** Whether the comma at `k` closes an insertion that another comma opens right behind `including`. */
function isInsertedPart(r: Reading, k: number): boolean {
  for (let i = k - 1; i > k - 10 && i > 0; i--)
    if (r.tokens[i]?.text === ',') return measureTable().parts.has(r.tokens[i - 1]?.lower ?? '');
  return false;
}

/**
 * The measure that a figure without words of its own takes from an earlier one, or null.
 * @param previous the last measured figure of this sentence or of the sentence before it in the paragraph
 */
export function inherited(
  r: Reading,
  figure: Counted,
  previous: Measured | null,
  sentence: number,
  window: Window,
): Reason | null {
  if (previous === null || figure.noun === 'quantity') return null;
  const { reason } = previous;
  const same = previous.sentence === sentence;
  const fits = fitsMeasure(figure, previous);
  if (!fits) return null;
  if (isOneWhoActs(r, figure)) return null;
  if (isPart(r, figure) && (same || figure.partitive)) return { ...reason, rule: 'part-of-figure' };
  if (figure.numeral.yearLike) return null;
  if (same && (isCoordinated(r, figure, previous) || isLikewise(r, figure)))
    return { ...reason, rule: 'coordinated-figure' };
  if (same && (isElliptical(r, figure, previous) || isInHospital(r, figure)))
    return { ...reason, rule: 'elliptical-figure' };
  if (figure.noun !== 'none') return null;
  const link = r.tokens[figure.first - 1]?.lower ?? '';
  if (same && (link === 'to' || link === 'at' || link === 'from') && sameLink(r, figure, previous))
    return { ...reason, rule: 'parallel-figure' };
  if (/^los[et]/.test(link) && reason.measure.name !== 'killed') return null;
  return changesBefore(r, figure, window) ? { ...reason, rule: 'figure-without-noun' } : null;
}

/** `the count had climbed to 31`: the toll that the text gave last, however far back; null where no toll rises or falls. */
export function resumed(r: Reading, figure: Counted, toll: Measured | null, window: Window): Reason | null {
  if (toll === null || figure.noun !== 'none' || figure.unit === 'percent') return null;
  const link = figure.first - 1;
  if (r.tokens[link]?.lower !== 'to' && r.tokens[link]?.lower !== 'at') return null;
  const { changes, totals } = measureTable();
  let changed = false;
  for (let k = link - 1; k >= Math.max(window.from, link - 8); k--) {
    const word = r.tokens[k]?.lower ?? '';
    if (totals.has(word))
      return changed && r.tokens[k + 1]?.lower !== 'of' ? { ...toll.reason, rule: 'toll-resumed' } : null;
    changed ||= changes.has(word) || word === 'stood' || word === 'stands';
    if (r.tokens[k]?.kind === 'punctuation') return null;
  }
  return null;
}

function fitsMeasure(figure: Counted, previous: Measured): boolean {
  if (figure.noun === 'none') return figure.unit !== 'percent' || previous.figure.unit === 'percent';
  if (previous.reason.measure.counts === 'people') return figure.noun === 'people' || figure.noun === 'unknown';
  return figure.noun === 'thing' || figure.noun === 'unknown';
}

/** `31 died on the spot and two more in hospital`: the verb is left out, and the place tells nothing. */
export function isGapped(
  r: Reading,
  figure: Counted,
  reason: Reason,
  previous: Measured | null,
  sentence: number,
): boolean {
  if (!reason.rule.startsWith('state:') || previous?.sentence !== sentence || figure.noun !== 'none') return false;
  return r.tokens[figure.first - 1]?.lower === 'and' && ((r.classes[figure.last] ?? 0) & AUXILIARY) === 0;
}

/** A total that a list behind a colon or dash takes apart: `nine dead: six Estonians and three Poles`. */
export interface Breakdown {
  readonly whole: Measured;
  /** What of it is left. */
  rest: number;
}

/** Opens a breakdown where a figure stands right behind the colon or dash that follows a total. */
export function breakdownAt(
  r: Reading,
  figure: Counted,
  previous: Measured | null,
  sentence: number,
): Breakdown | null {
  if (previous === null || previous.sentence !== sentence || previous.relation === 'part') return null;
  if (!OPENS_LIST.has(r.tokens[figure.first - 1]?.text ?? '') || figure.first < previous.figure.last) return null;
  return { whole: previous, rest: previous.figure.numeral.value };
}

/** The measure of the next part of a breakdown: joined by a comma or `and`, and no more than what is left. */
export function brokenDown(r: Reading, figure: Counted, list: Breakdown | null): Reason | null {
  if (list === null || figure.numeral.yearLike || !fitsMeasure(figure, list.whole)) return null;
  const joint = r.tokens[figure.first - 1]?.lower ?? '';
  if (!OPENS_LIST.has(joint) && joint !== ',' && joint !== 'and' && joint !== ';') return null;
  if (figure.numeral.value > list.rest) return null;
  list.rest -= figure.numeral.value;
  return { ...list.whole.reason, rule: 'part-of-figure' };
}

const OPENS_LIST = new Set([':', '—', '–', '--']);

/** The measure of a figure that goes on a list of parts, and is one too: `among them five women and two children`. */
export function listedReason(r: Reading, figure: Counted, part: Measured | null): Reason | null {
  if (part === null || !fitsMeasure(figure, part) || !isCoordinated(r, figure, part)) return null;
  return { ...part.reason, rule: 'part-of-figure' };
}

/** `12 soldiers and 3 civilians`, `12 men, 3 women and a dozen children`: nothing but a comma or `and` stands between. */
function isCoordinated(r: Reading, figure: Counted, previous: Measured): boolean {
  let k = previous.figure.last;
  let joints = 0;
  while (k < figure.first) {
    const word = r.tokens[k]?.lower ?? '';
    // `40 Poles dead and eleven Danes`
    if (k === previous.figure.last && triggerAt(r.tokens, k, Role.state) !== null) {
      k++;
      continue;
    }
    if (word !== ',' && word !== 'and' && word !== 'or' && word !== 'plus' && word !== 'as' && word !== 'well')
      return false;
    joints++;
    k++;
  }
  return joints > 0 && joints < 4 && figure.noun === 'people';
}

/** `14 deaths in Aleppo and 3 in Idlib`: the noun is left out, the same preposition stands behind both. */
function isElliptical(r: Reading, figure: Counted, previous: Measured): boolean {
  let k = figure.first - 1;
  // `and the remaining eight in Masbate`
  while (REST.holds(r.tokens[k])) k--;
  const joint = r.tokens[k]?.lower;
  if (figure.noun !== 'none' || figure.unit === 'percent' || (joint !== 'and' && joint !== ',' && joint !== 'with'))
    return false;
  const link = r.tokens[figure.last]?.lower;
  if (figure.first - previous.figure.last > 12 || !GAPPED.has(link ?? '')) return false;
  for (let k = previous.figure.last; k < figure.first; k++) if (r.tokens[k]?.lower === link) return true;
  return false;
}

const GAPPED = new Set(['in', 'at', 'on', 'from', 'to', 'into']);
const REST = new WordSet(['the', 'remaining', 'other', 'last', 'another', 'rest']);

/** `12 soldiers were killed, as were 31 of his own side`. */
function isLikewise(r: Reading, { first }: Counted): boolean {
  return ((r.classes[first - 1] ?? 0) & AUXILIARY) !== 0 && r.tokens[first - 2]?.lower === 'as';
}

/** `and two more in hospital`, after a verb that it leaves out. */
function isInHospital(r: Reading, figure: Counted): boolean {
  return (
    figure.noun === 'none' &&
    r.tokens[figure.first - 1]?.lower === 'and' &&
    triggerAt(r.tokens, figure.last, Role.weak) !== null
  );
}

function sameLink(r: Reading, figure: Counted, previous: Measured): boolean {
  const link = r.tokens[figure.first - 1]?.lower;
  const other = r.tokens[previous.figure.first - 1]?.lower;
  return (
    link === other || (link === 'from' && (other === 'to' || other === 'at')) || (link === 'to' && other === 'from')
  );
}

/** A verb of counting or changing before a bare number: `counts around 510`, `had lost 11`, `raised it to 58`. */
function changesBefore(r: Reading, figure: Counted, window: Window): boolean {
  const { changes, totals } = measureTable();
  let one = figure.first - 1;
  // `could confirm only nine`
  while (((r.classes[one] ?? 0) & WordClass.adverb) !== 0) one--;
  const word = r.tokens[one]?.lower ?? '';
  if (changes.has(word)) return true;
  // `its own estimate is 670`
  if (word === 'is' || word === 'was') return totals.has(r.tokens[one - 1]?.lower ?? '');
  if (word !== 'to' && word !== 'at' && word !== 'of') return false;
  for (let k = one - 1; k >= Math.max(window.from, one - 8); k--) {
    const lower = r.tokens[k]?.lower ?? '';
    // `the number of passengers at 170` counts something else.
    if (totals.has(lower) && r.tokens[k + 1]?.lower === 'of') return false;
    if (changes.has(lower) || totals.has(lower)) return true;
    if (r.tokens[k]?.kind === 'punctuation') return false;
  }
  return false;
}
