/** Evidence from results of matches: what beats another by a score is a team, though it be called by its town. */
import { add } from './evidence';
import { isCountry } from './extents';
import type { CutSegment } from './segments';
import type { Survey } from './survey';

/** How far from a name a verb and a score are sought, in tokens. */
const REACH = 9;

/** `Ashcombe defeated Wendle 24-10`; teams of countries are called as the countries are. */
export function byScore(survey: Survey, { segment }: CutSegment): void {
  const { tokens, tables } = survey;
  const { first, last } = segment;
  const beats = tables.words.winningVerbs;
  if (!beats.holds(tokens[last]) && !beats.holds(tokens[first - 1])) return;
  if (isCountry(survey, segment.key) || !scoreFollows(survey, last)) return;
  add(segment.context, { organization: 6 });
  segment.called ??= 'organization';
  segment.reasons.push('score');
}

/** `24-10`, `24 points to 10`, `by 24 runs` within reach. */
function scoreFollows({ tokens }: Survey, from: number): boolean {
  for (let k = from; k < from + REACH; k++) {
    const token = tokens[k];
    if (token === undefined || token.sentence !== tokens[from]?.sentence) return false;
    if (token.kind !== 'number' || token.end - token.start > 3) continue;
    const next = tokens[k + 1];
    if (next?.text === '-' || next?.text === '\u2013') return tokens[k + 2]?.kind === 'number';
    if (next?.lower === 'to') return tokens[k + 2]?.kind === 'number';
    return UNITS.has(next?.lower ?? '');
  }
  return false;
}

const UNITS = new Set(['points', 'goals', 'runs', 'wickets', 'sets', 'shots', 'games']);
