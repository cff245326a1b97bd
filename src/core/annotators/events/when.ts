/** Which date expression of a sentence dates an event. */
import type { LocalDate } from '../../annotations';
import { calendarWords } from '../../lexicon/calendar';
import { WordSet } from '../../lexicon/word-table';
import { type ClauseReader, nounHead } from './clauses';

/** Cost of what stands between a date and a trigger, in tokens. */
const CROSSING: Readonly<Record<string, number>> = {
  verb: 12,
  clause: 8,
  relative: 8,
  stop: 40,
  comma: 2,
  open: 20,
  close: 20,
};
const FARTHEST = 60;

/** Prepositions under which a date bounds a period instead of dating an event. */
const BOUNDS = new Set(['since', 'until', 'before', 'after', 'by', 'till']);

/** Prepositions of another event: a date behind that is its own. */
const ASIDE = new Set(['following', 'after', 'before', 'until', 'since', 'ahead']);

/** Cost of a date of something beside the event. */
const BESIDE = 30;

/** Clauses behind an event that are of another time. */
const OTHER_TIMES = new WordSet(['since', 'before', 'until', 'till']);

/** Before a gerund: what somebody is charged with or owns up to is of another time. */
const CAUSES = new WordSet(['to', 'of', 'for', 'from', 'over']);

/** Before a date that belongs to the noun behind it: `his 2016 arrest`. */
const DETERMINERS = new WordSet(['the', 'a', 'an', 'his', 'her', 'its', 'their', 'our', 'my', 'this', 'that', "'s"]);

/** Before such a noun: `at its 15 August convention the party named …`. */
const AT_EVENTS = new WordSet(['at', 'in', 'during', 'on', 'throughout']);

/** The date expressions of a text and which tokens they cover. */
export interface Dated {
  /** Token → index into `dates`, or -1. */
  readonly marks: Int32Array;
  readonly dates: readonly LocalDate[];
}

/**
 * Index into `dates` of the date that governs the trigger in chunk `at`, or null: the nearest in its clause, what lies behind
 * another verb counting as far.
 * @param reach greatest distance; small for a noun that is not the subject or object of its clause
 */
export function dateOf(
  reader: ClauseReader,
  dated: Dated,
  at: number,
  trigger: number,
  reach = FARTHEST,
): number | null {
  const { chunks } = reader;
  const { marks } = dated;
  const own = chunks[at];
  if (own === undefined) return null;
  for (let i = trigger - 1; i >= own.first; i--) {
    const date = marks[i] ?? -1;
    if (date >= 0 && own.kind === 'noun') return date;
  }
  for (let i = trigger + 1; i < own.last; i++) {
    const date = marks[i] ?? -1;
    if (date >= 0 && own.kind === 'noun') return date;
  }
  const right = scan(reader, dated, at, 1, reach);
  const left = scan(reader, dated, at, -1, reach);
  if (right === null) return left?.date ?? null;
  return left === null || right.cost <= left.cost ? right.date : left.date;
}

function scan(
  reader: ClauseReader,
  dated: Dated,
  at: number,
  step: 1 | -1,
  reach: number,
): { date: number; cost: number } | null {
  const { chunks, tokens } = reader;
  const { marks } = dated;
  let cost = step < 0 ? 1 : 0;
  /** The date of something beside the event, where there is no other. */
  let spare: { date: number; cost: number } | null = null;
  for (let k = at + step; k >= 0 && k < chunks.length; k += step) {
    const chunk = chunks[k];
    if (chunk === undefined) return spare;
    if (chunk.kind === 'date') {
      const date = marks[chunk.first] ?? -1;
      if (isOfOther(reader, dated, at, k)) continue;
      const claim = cost > reach ? 'nobody' : claimOf(reader, at, k, step);
      if (claim === 'own') return date < 0 ? null : { date, cost };
      if (cost > reach) return spare;
      if (claim === 'other' && date >= 0 && cost + BESIDE <= reach) spare ??= { date, cost: cost + BESIDE };
      continue;
    }
    // `since 4 March, when X attacked`
    if (step < 0 && chunk.kind === 'clause' && tokens[chunk.first]?.lower === 'when') {
      const before = chunks[k - 1]?.kind === 'comma' ? chunks[k - 2] : chunks[k - 1];
      if (before?.kind === 'date') return { date: marks[before.first] ?? -1, cost };
    }
    // `denied that X attacked on Sunday`: the date of another event.
    if (step > 0 && chunk.kind === 'clause' && k === at + 1) return spare;
    if (closesSearch(reader, at, k, step)) return spare;
    // `on Saturday (July 6)`
    const inside = chunks[k + step];
    if ((chunk.kind === 'open' || chunk.kind === 'close') && inside?.kind === 'date') continue;
    if ((chunk.kind === 'open' || chunk.kind === 'close') && chunks[k - step]?.kind === 'date') continue;
    const participle = k === at - 1 && chunks[at]?.form === 'gerund';
    const opener = step < 0 && chunk.kind === 'comma' && !participle ? relativeClause(chunks, k) : -1;
    if (opener >= 0) k = opener;
    // `an inquiry into the crash of the plane, which was built in 1977`: of the noun before it, unless that is the event.
    const antecedent = chunks[k - 1]?.kind === 'comma' ? k - 2 : k - 1;
    const head = step > 0 && chunk.kind === 'relative' ? nounHead(reader, antecedent, false) : -1;
    if (step > 0 && chunk.kind === 'relative' && head !== at) {
      k = relativeEnd(chunks, k);
      if (k < 0) return spare;
    }
    // `a bombing that happened on Monday`
    if (step > 0 && chunk.kind === 'relative' && tellsOfDay(reader, k + 1)) {
      k++;
      continue;
    }
    // Phrases that belong to the noun before them do not part it from its date: `an attack on X in Y on Monday`.
    const attached = step > 0 && chunk.preposition !== null;
    cost += CROSSING[chunk.kind] ?? (attached ? 1 : Math.min(chunk.last - chunk.first, 6));
    if (cost > reach) return spare;
  }
  return spare;
}

/** Whether the verb in chunk `k` says no more than that something came about. */
function tellsOfDay({ chunks, tokens }: ClauseReader, k: number): boolean {
  const chunk = chunks[k];
  return chunk?.kind === 'verb' && calendarWords().occurring.holds(tokens[chunk.main]);
}

/** Whether what lies beyond chunk `k` is of another time than the event in chunk `at`. */
function closesSearch({ chunks, tokens }: ClauseReader, at: number, k: number, step: 1 | -1): boolean {
  const chunk = chunks[k];
  const first = tokens[chunk?.first ?? 0];
  if (step > 0) {
    // `arrested since the protests began in June`
    if (chunk?.kind === 'clause') return OTHER_TIMES.holds(first);
    // `confessed to killing her in 2016`
    const owned = chunk?.kind === 'verb' && chunk.form === 'gerund' && chunks[at]?.kind === 'verb';
    return owned && k > at && CAUSES.holds(tokens[chunk.first - 1]);
  }
  // `said on Thursday, a day after they met`
  const opener = chunk?.kind === 'noun' ? chunk.first - 1 : (chunk?.first ?? 0);
  const order = tokens[opener]?.lower;
  if ((chunk?.kind === 'clause' || chunk?.kind === 'noun') && (order === 'after' || order === 'before'))
    return calendarWords().units.of(tokens[opener - 1]) !== undefined;
  // `on Sunday named the ship after a man who drowned`, but `the attack on Sunday, which killed`
  if (chunk?.kind !== 'relative' || chunks[at]?.kind !== 'verb') return false;
  const before = chunks[k - 1]?.kind === 'comma' ? chunks[k - 2] : chunks[k - 1];
  return before?.kind !== 'date';
}

/** Whether the date in chunk `k` is that of a noun beside the event in chunk `at`, or of what is still to come. */
function isOfOther({ chunks, tokens }: ClauseReader, { marks, dates }: Dated, at: number, k: number): boolean {
  const chunk = chunks[k];
  const next = chunks[k + 1];
  if (chunk === undefined || chunks[at]?.kind !== 'verb') return false;
  // `was seen after his 2016 arrest`
  if (next?.kind === 'noun' && next.preposition === null && DETERMINERS.holds(tokens[chunk.first - 1]))
    return !AT_EVENTS.holds(tokens[chunk.first - 2]);
  const expression = dates[marks[chunk.first] ?? -1]?.expression;
  if (k < at || expression === undefined) return false;
  let infinitive = false;
  let cause = false;
  for (let i = at + 1; i < k; i++) {
    infinitive ||= chunks[i]?.kind === 'verb' && chunks[i]?.form === 'infinitive';
    cause ||= chunks[i]?.preposition === 'for' || chunks[i]?.preposition === 'over';
  }
  // `jailed for the murder of a judge in 2016`
  if (cause && expression.type === 'year') return true;
  // `agreed to meet on Friday`, `called a vote for Friday`
  const ahead =
    expression.type === 'relative'
      ? expression.amount > 0
      : 'direction' in expression && expression.direction === 'future';
  const past = chunks[at].form === 'finite' && calendarWords().past.holds(tokens[chunks[at].main]);
  const told = past || tokens[chunks[at].main]?.lower.endsWith('ed') === true;
  return ahead && told && (infinitive || chunk.preposition === 'for');
}

/** Whose a date is: the event's own, that of another thing told of beside it, or nobody's, where it only bounds a period. */
function claimOf({ chunks }: ClauseReader, at: number, k: number, step: 1 | -1): 'own' | 'other' | 'nobody' {
  const { preposition } = chunks[k] ?? { preposition: null };
  const owner = chunks[k - 1];
  if (step < 0) {
    // `served until 2018, resigning over the war`
    const closed = chunks[k + 1]?.kind === 'comma';
    if (preposition === 'until' && closed && k + 2 === at && chunks[at]?.form === 'gerund') return 'own';
    // `since April`: a period that begins then; the event after it is dated only by its own words.
    if (BOUNDS.has(preposition ?? '')) return 'nobody';
    // `since its creation in 1984, the party has won`
    if (owner?.kind === 'noun' && BOUNDS.has(owner.preposition ?? '')) return 'nobody';
    // `On Monday A, a candidate in the poll to be held in May, spoke`
    return owner?.kind === 'verb' && owner.form === 'infinitive' && closed ? 'other' : 'own';
  }
  if (preposition === 'until' || preposition === 'before') return 'nobody';
  let before = k - 1;
  while (before > at && chunks[before]?.kind === 'noun') before--;
  // `lifted the ban ahead of a deadline set by the court in 2017`
  const reduced = chunks[before];
  if (before > at && reduced?.kind === 'verb' && reduced.voice === 'passive' && chunks[before - 1]?.kind === 'noun')
    if (reduced.form !== 'finite' && before - 1 > at) return 'other';
  // `pledged aid after the vote on Sunday`
  return owner?.kind === 'noun' && k - 1 !== at && ASIDE.has(owner.preposition ?? '') ? 'other' : 'own';
}

/** `X, which met on Monday, condemned`: from the comma that closes a relative clause to the one that opens it, or -1. */
function relativeClause(chunks: ClauseReader['chunks'], comma: number): number {
  for (let k = comma - 1; k > 0 && k > comma - 16; k--) {
    if (chunks[k]?.kind === 'stop') return -1;
    if (chunks[k]?.kind === 'relative' && chunks[k - 1]?.kind === 'comma') return k - 1;
  }
  return -1;
}

/** The comma that closes the relative clause opened at `at`, or -1. */
function relativeEnd(chunks: ClauseReader['chunks'], at: number): number {
  for (let k = at + 1; k < chunks.length && k < at + 16; k++) {
    if (chunks[k]?.kind === 'stop') return -1;
    if (chunks[k]?.kind === 'comma') return k;
  }
  return -1;
}
