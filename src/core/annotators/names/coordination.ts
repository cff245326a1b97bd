/** Names in a list are of one kind: `Ashby, Thorne and Wick`. */
import type { Segment } from './evidence';
import type { CutSegment } from './segments';
import type { Survey } from './survey';
import { WordSet } from '../../lexicon/word-table';

const KINDS = ['person', 'organization', 'place'] as const;
type Kind = (typeof KINDS)[number];

/** By how much the best kind must lead to speak for its neighbours, and to need none. */
const CERTAIN = 3;
const UNCERTAIN = 2;
const JOINED_BY_AND = 1.5;
const JOINED_BY_COMMA = 1;

interface Leader {
  readonly kind: Kind;
  readonly margin: number;
}

/** Adds to names that little is known of what the names joined to them by `and` or a comma are. One pass. */
export function byCoordination(survey: Survey, cuts: readonly CutSegment[]): void {
  const leaders = cuts.map(({ segment }) => leaderOf(segment));
  for (let n = 1; n < cuts.length; n++) {
    const left = cuts[n - 1]?.segment;
    const right = cuts[n]?.segment;
    if (left === undefined || right === undefined) continue;
    const weight = jointOf(survey, left.last, right.first);
    if (weight === 0 || byOrigin(survey, cuts, leaders, n)) continue;
    inform(right, leaders[n], leaders[n - 1], weight);
    inform(left, leaders[n - 1], leaders[n], weight);
  }
}

/** `Ana Lima of Peru and Toral Ovie of Chile`: what is of a place each is of one kind, and none of the place's. */
function byOrigin(survey: Survey, cuts: readonly CutSegment[], leaders: readonly Leader[], n: number): boolean {
  const [one, origin, other] = [cuts[n - 2]?.segment, cuts[n - 1]?.segment, cuts[n]?.segment];
  if (one === undefined || origin === undefined || other === undefined || leaders[n - 1]?.kind !== 'place')
    return false;
  const link = survey.tokens[one.last];
  if (!ORIGIN.holds(link) || origin.first !== one.last + 1) return false;
  if (survey.tokens[other.last]?.lower !== link?.lower) return false;
  inform(other, leaders[n], leaders[n - 2], JOINED_BY_AND);
  inform(one, leaders[n - 2], leaders[n], JOINED_BY_AND);
  return true;
}

const ORIGIN = new WordSet(['of', 'in', 'from', 'for']);

function inform(segment: Segment, own: Leader | undefined, other: Leader | undefined, weight: number): void {
  if (own === undefined || other === undefined || segment.fixed !== null) return;
  if (own.margin < UNCERTAIN && other.margin >= CERTAIN) segment.context[other.kind] += weight;
}

function leaderOf({ fixed, inner, context }: Segment): Leader {
  if (fixed !== null) return { kind: fixed, margin: CERTAIN };
  let kind: Kind = 'person';
  let best = -Infinity;
  let second = 0;
  for (const k of KINDS) {
    const total = inner[k] + context[k];
    if (total > best) {
      second = Math.max(second, best);
      best = total;
      kind = k;
    } else second = Math.max(second, total);
  }
  return { kind, margin: best - second };
}

/** How closely a comma, `and` or both join what ends at `from` and what begins at `to`; 0 where something else stands between. */
function jointOf({ tokens }: Survey, from: number, to: number): number {
  if (tokens[from]?.sentence !== tokens[to]?.sentence || to - from > 2) return 0;
  const first = tokens[from];
  if (to - from === 1)
    return first?.lower === 'and' || first?.lower === 'or' ? JOINED_BY_AND : first?.text === ',' ? JOINED_BY_COMMA : 0;
  return to - from === 2 && first?.text === ',' && tokens[from + 1]?.lower === 'and' ? JOINED_BY_AND : 0;
}
