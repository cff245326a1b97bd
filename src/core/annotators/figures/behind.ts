/** Finds the verb or state behind a counted noun: `12 people were killed`, `27 soldiers dead`, `a third of whom have fled`. */
import { AUXILIARY, WordClass } from '../../lexicon/grammar';
import { Role, type Trigger, measureTable, triggerAt } from '../../lexicon/measures';
import type { Phrase } from '../../lexicon/phrases';
import type { Reading } from '../reading';
import { BEHIND, DASHES, dashEnd, insertionEnd, isPartOpening, phraseEnd } from './insertions';
import type { Counted } from './phrases';

const { determiner, possessive, adverb, preposition, be, relative, conjunction, subjectPronoun } = WordClass;

/** How far a verb may stand behind the noun that it counts, in tokens. */
const REACH_BEHIND = 24;

export interface Behind {
  readonly trigger: Trigger;
  /** No auxiliary stands between: a participle or state right behind the noun. */
  readonly adjacent: boolean;
  /** `were among the dead`: a part of them. */
  readonly among?: boolean;
}

/** How far behind `among` the word may stand that tells of what, in tokens. */
const REACH_AMONG = 7;

/** Where the reading stands between a noun and its verb. */
interface State {
  /** Bits of the auxiliaries read so far. */
  auxiliary: number;
  /** An insertion or a second noun has been passed. */
  moved: boolean;
  relativeClause: boolean;
}

/** Reads on from the noun through insertions, phrases and auxiliaries to its verb; null where none has the noun as what it counts. */
export function readBehind(r: Reading, figure: Counted, to: number): Behind | null {
  const start = figure.unit === 'percent' ? figure.end : figure.last;
  const limit = Math.min(to, start + REACH_BEHIND);
  const state: State = { auxiliary: 0, moved: false, relativeClause: false };
  let k = start;
  while (k >= 0 && k < limit) {
    const told = triggerBehind(r, k, state, figure);
    if (told === 'active') return null;
    if (told !== null) return told.adjacent || state.relativeClause ? (mainVerb(r, k + 1, limit) ?? told) : told;
    const among = state.auxiliary === 0 ? null : readAmong(r, k);
    if (among !== null) return among;
    k = state.auxiliary === 0 ? passBeforeVerb(r, k, limit, figure, state) : passInVerb(r, k, state);
  }
  return null;
}

/** Past one step of what may stand anywhere between noun and verb; -1 for nothing of the kind. */
function passAnywhere(r: Reading, k: number, state: State): number {
  const token = r.tokens[k];
  const bits = r.classes[k] ?? 0;
  if (token === undefined) return -1;
  if ((bits & AUXILIARY) !== 0) {
    state.auxiliary |= bits & AUXILIARY;
    return k + 1;
  }
  if (r.dateAt[k] !== -1 && r.mentionAt[k] === -1) return k + 1;
  if (measureTable().hedges.holds(token)) {
    if (STAYS.test(token.lower)) state.auxiliary |= be;
    return k + 1;
  }
  if ((bits & adverb) !== 0 || (token.lower.endsWith('ly') && r.mentionAt[k] === -1)) return k + 1;
  return QUOTES.has(token.text) ? k + 1 : -1;
}

/** Verbs of staying and becoming, which take a participle as `be` does. */
const STAYS = /^(?:remain|got|get|became|being|found|left)/;

/** Within the verb group. */
function passInVerb(r: Reading, k: number, state: State): number {
  const next = passAnywhere(r, k, state);
  if (next >= 0) return next;
  const word = r.tokens[k]?.lower ?? '';
  // `were shot and killed`.
  if ((state.auxiliary & be) !== 0 && isParticiple(word) && r.tokens[k + 1]?.lower === 'and') return k + 2;
  // `were placed under house arrest`: the phrase tells more than its verb.
  if ((state.auxiliary & be) !== 0 && isParticiple(word) && triggerAt(r.tokens, k + 1, Role.phrase) !== null)
    return k + 1;
  return word === 'to' ? k + 1 : -1;
}

/** Before the verb group: relative pronouns, insertions, a second noun, phrases with prepositions. */
function passBeforeVerb(r: Reading, k: number, limit: number, figure: Counted, state: State): number {
  const next = passAnywhere(r, k, state);
  if (next >= 0) return next;
  const token = r.tokens[k];
  if (token === undefined) return -1;
  if (token.lower === 'who' || token.lower === 'that' || token.lower === 'which') {
    // `people who fled`, but `captives that the group had seized`.
    const after = r.classes[k + 1] ?? 0;
    if ((after & (determiner | possessive | subjectPronoun)) !== 0 || r.mentionAt[k + 1] !== -1) return -1;
    state.relativeClause = true;
    return k + 1;
  }
  if (((r.classes[k] ?? 0) & preposition) !== 0) return phraseEnd(r, k, limit);
  if (state.moved) return -1;
  state.moved = true;
  if (token.text === ',' && (figure.noun !== 'none' || figure.partitive || isPartOpening(r, k + 1)))
    return insertionEnd(r, k, limit);
  // `the rest, some three dozen, are presumed drowned`: the number itself is the insertion.
  if (token.text === ',' && r.tokens[figure.first - 1]?.text === ',' && ((r.classes[k + 1] ?? 0) & AUXILIARY) !== 0)
    return k + 1;
  if (DASHES.has(token.text)) return dashEnd(r, k, limit);
  // `two women and a man were injured`.
  return token.lower === 'and' ? coordinatedEnd(r, k, limit) : -1;
}

/** `were among the dead`. */
function readAmong(r: Reading, k: number): Behind | null {
  const word = r.tokens[k]?.lower;
  if (word !== 'among' && word !== 'amongst') return null;
  const next = r.tokens[k + 1]?.lower;
  for (let i = next === 'the' || next === 'those' ? k + 2 : k + 1; i < k + REACH_AMONG; i++) {
    const state = triggerAt(r.tokens, i, Role.state | Role.verb);
    if (state !== null) return { trigger: state.value, adjacent: false, among: true };
    // `among the 19 people killed`
    if (r.tokens[i]?.kind === 'punctuation' || (r.classes[i] ?? 0) !== 0) return null;
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
function triggerBehind(
  r: Reading,
  k: number,
  { auxiliary, relativeClause }: State,
  figure: Counted,
): Behind | 'active' | null {
  let active = false;
  for (const role of [Role.phrase, Role.verb, Role.intransitive, Role.state]) {
    const phrase = fittingTrigger(r, k, role, figure);
    // `killed off`; but `missing off the coast`.
    const blocked = phrase?.words.length === 1 && role !== Role.state && isBlocked(r, k + 1);
    if (phrase === null || blocked || (active && role === Role.state)) continue;
    // `who evacuated`, `who killed`: active without an object too.
    const doer = relativeClause && auxiliary === 0 && role === Role.verb;
    if (!doer && judge(r, k, phrase.value, phrase.words.length, auxiliary))
      return { trigger: phrase.value, adjacent: auxiliary === 0 && role !== Role.intransitive };
    active = true;
  }
  return active ? 'active' : null;
}

/** The trigger at token `k` that fits the noun: `burned` destroys schools and injures workers. */
export function fittingTrigger(
  r: Reading,
  k: number,
  mask: number,
  { noun }: Pick<Counted, 'noun'>,
): Phrase<Trigger> | null {
  if (noun === 'people') return triggerAt(r.tokens, k, mask, 'people');
  if (noun === 'thing') return triggerAt(r.tokens, k, mask, 'things');
  return (noun === 'unknown' ? triggerAt(r.tokens, k, mask, 'things') : null) ?? triggerAt(r.tokens, k, mask);
}

/** Past `and a man` where an auxiliary follows; -1 elsewhere. */
function coordinatedEnd(r: Reading, joint: number, limit: number): number {
  if (((r.classes[joint + 1] ?? 0) & determiner) === 0) return -1;
  for (let k = joint + 2; k < Math.min(limit, joint + 6); k++) {
    if (((r.classes[k] ?? 0) & AUXILIARY) !== 0) return k;
    // `two women and a man dead`
    if (k > joint + 2 && triggerAt(r.tokens, k, Role.state | Role.verb) !== null) return k;
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
export function takesObject(r: Reading, k: number): boolean {
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
  return token !== undefined && measureTable().notBefore.holds(token);
}

function isParticiple(word: string): boolean {
  return (
    word.endsWith('ed') ||
    word === 'put' ||
    word === 'sent' ||
    word === 'led' ||
    word === 'held' ||
    word === 'taken' ||
    word === 'brought' ||
    word === 'shot' ||
    word === 'beaten' ||
    word === 'hit' ||
    word === 'struck' ||
    word === 'caught'
  );
}
