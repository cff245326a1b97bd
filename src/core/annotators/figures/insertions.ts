/** Passes over what stands between a counted noun and its verb: insertions between commas or dashes, phrases with prepositions. */
import { AUXILIARY, WordClass } from '../../lexicon/grammar';
import { Role, measureTable, triggerAt } from '../../lexicon/measures';
import type { Reading } from '../reading';

const { determiner, possessive, preposition, relative, subjectPronoun } = WordClass;
const VERBAL = Role.verb | Role.intransitive;
/** How a verb or state behind a noun may tell what the noun's number counts. */
export const BEHIND = VERBAL | Role.state | Role.phrase;

export const DASHES = new Set(['—', '–', '--']);

/** Past `— nearly half of the population —` where a verb follows the second dash; -1 elsewhere. */
export function dashEnd(r: Reading, dash: number, limit: number): number {
  for (let k = dash + 1; k < limit; k++) {
    if (r.tokens[k]?.text !== r.tokens[dash]?.text) continue;
    return ((r.classes[k + 1] ?? 0) & AUXILIARY) !== 0 || triggerAt(r.tokens, k + 1, BEHIND) !== null ? k + 1 : -1;
  }
  return -1;
}

/** `, including four children,`: an insertion that even a bare number may have before its verb. */
export function isPartOpening(r: Reading, k: number): boolean {
  const word = r.tokens[k]?.lower ?? '';
  return (
    measureTable().parts.has(word) ||
    word === 'or' ||
    isNumberOfWhom(r, k) ||
    ((word === 'most' || word === 'many' || word === 'among') && r.tokens[k + 1]?.kind === 'word')
  );
}

/** `three of whom are critically ill`. */
function isNumberOfWhom(r: Reading, k: number): boolean {
  const word = r.tokens[k + 2]?.lower;
  return r.tokens[k + 1]?.lower === 'of' && (word === 'whom' || word === 'them' || word === 'which');
}

/** Past `, one in four of the population,` where a verb follows the second comma; -1 where it is no insertion. */
export function insertionEnd(r: Reading, comma: number, limit: number): number {
  const first = r.tokens[comma + 1];
  if (first === undefined || first.lower === 'and' || first.lower === 'but') return -1;
  // `, among them the garrison's commander, Gen. X, were killed`: an insertion with commas of its own.
  const listed = isPartOpening(r, comma + 1);
  // `, five of whom, all over 70, were let go`: the first verb is that of the insertion.
  let own = isNumberOfWhom(r, comma + 1) && r.tokens[comma + 3]?.lower !== 'them';
  for (let k = comma + 1; k < limit; k++) {
    const token = r.tokens[k];
    if (token === undefined || token.text === ';') return -1;
    if (((r.classes[k] ?? 0) & AUXILIARY) !== 0) own = false;
    if (token.text !== ',' || own) continue;
    const bits = r.classes[k + 1] ?? 0;
    if ((bits & AUXILIARY) !== 0) return k + 1;
    const trigger = triggerAt(r.tokens, k + 1, VERBAL | Role.phrase);
    if (trigger !== null && trigger.value.form !== 'gerund') return k + 1;
    if (!listed) return -1;
  }
  return -1;
}

/** Past a phrase with a preposition (`on both sides`, `in the town of X`); -1 where no verb can follow it. */
export function phraseEnd(r: Reading, start: number, limit: number): number {
  for (let k = start + 1; k < limit; k++) {
    const token = r.tokens[k];
    if (token === undefined) return -1;
    if (token.text === '(' && r.tokens[k + 2]?.text === ')') {
      k += 2;
      continue;
    }
    const bits = r.classes[k] ?? 0;
    if ((bits & (AUXILIARY | preposition)) !== 0) return k;
    if ((bits & (relative | subjectPronoun)) !== 0) return -1;
    const attribute = ((r.classes[k - 1] ?? 0) & (determiner | possessive)) !== 0;
    if (!attribute && triggerAt(r.tokens, k, BEHIND) !== null && r.mentionAt[k] === -1) return k;
    if (token.text === ',') return k - start < 14 && insertionEnd(r, k, limit) > 0 ? k : -1;
    if (token.kind === 'punctuation' && token.text !== '-' && token.text !== "'s" && token.text !== '’s') return -1;
  }
  return -1;
}
