/** Finds the day that a figure holds for. */
import { WordClass } from '../../lexicon/grammar';
import type { Reading, TokenRange } from '../reading';
import type { Counted } from './phrases';
import type { Source } from './sources';

/** How far around a figure dates are looked for, in tokens. */
const REACH = 150;

/** How far behind its verb the date of a statement may stand, in tokens. */
const NEAR_VERB = 10;

/** How far behind the next figure a date may stand that is this one's too, in tokens. */
const FAR = 8;

/**
 * Index into `dates` of the day that a figure holds for, or null: the day on which it is said, else the nearest in its sentence.
 * @param next the first token of the next figure in the sentence, or the sentence's end
 * @param toll a toll is given the number: dates of the event that it is of stand before it
 *
 * Dates that only name an event (`the 12 November earthquake`, `Monday's strike`) or where a count begins (`since May`) are none.
 */
export function dateOf(
  r: Reading,
  figure: Counted,
  index: number,
  source: Source | null,
  next: number,
  toll: boolean,
): number | null {
  const sentence = r.sentences[index];
  if (sentence === undefined) return null;
  const content = source?.statement?.content ?? null;
  const verb = source?.statement?.at ?? -1;
  let best: number | null = null;
  let nearest = Infinity;
  const last = Math.min(sentence.last, figure.last + REACH);
  for (let k = Math.max(sentence.first, figure.first - REACH); k < last; k++) {
    const date = r.dateAt[k] ?? -1;
    if (date < 0) continue;
    const range = { first: k, last: r.dates[date]?.last ?? k + 1 };
    k = Math.max(k, range.last - 1);
    if (range.last <= figure.first && opensWhen(r, range)) {
      best = date;
      nearest = -1;
      continue;
    }
    if (r.dates[date]?.expression.type === 'vague' || namesEvent(r, range) || isStart(r, range)) continue;
    if (verb >= figure.last && range.first > verb && range.first - verb < 3) return date;
    if (toll && range.last <= figure.first && isInClauseOfEvent(r, range.first)) continue;
    if (content !== null && isOutside(content, range)) {
      const opens = range.first - sentence.first < 3;
      const behind = range.first > verb && range.first - verb < NEAR_VERB;
      if (opens || behind || (range.last <= verb && verb - range.last < 2)) return date;
      // `X, who flew in on Monday, said`: no day of the statement.
      if (range.first < verb) continue;
    }
    if (range.first >= next && next < sentence.last && best !== null) continue;
    if (range.first >= next && range.first - next > FAR) continue;
    const distance = range.first < figure.first ? figure.first - range.first : range.first - figure.last;
    if (distance >= nearest) continue;
    nearest = distance;
    best = date;
  }
  return best;
}

function isOutside(content: TokenRange, range: TokenRange): boolean {
  return range.first < content.first || range.first >= content.last;
}

/** A noun or a possessive mark follows: the date belongs to the noun. */
function namesEvent(r: Reading, { first, last }: TokenRange): boolean {
  const next = r.tokens[last];
  if (next === undefined) return false;
  if (next.lower === "'s" || next.lower === '’s') return true;
  const before = r.classes[first - 1] ?? 0;
  const attributive = (before & (WordClass.determiner | WordClass.possessive)) !== 0;
  return attributive && next.kind === 'word' && (r.classes[last] ?? 0) === 0;
}

/** `since 2021, when 38 people died`. */
function opensWhen(r: Reading, { last }: TokenRange): boolean {
  return r.tokens[r.tokens[last]?.text === ',' ? last + 1 : last]?.lower === 'when';
}

/** `the earthquake that struck Sulawesi on Tuesday`. */
function isInClauseOfEvent(r: Reading, date: number): boolean {
  for (let k = date - 1; k >= Math.max(0, date - 10); k--) {
    if (r.tokens[k]?.text === ',') return false;
    if (r.tokens[k]?.lower === 'that' || r.tokens[k]?.lower === 'which') return true;
  }
  return false;
}

function isStart(r: Reading, { first }: TokenRange): boolean {
  const before = r.tokens[first - 1]?.lower;
  return before === 'of' || before === 'since' || before === 'before' || before === 'until' || before === 'after';
}
