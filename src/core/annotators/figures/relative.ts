/** Reads relative clauses that have the counted noun as their object: `the 460 protesters it had rounded up`, `men whom the army killed`. */
import { AUXILIARY, WordClass } from '../../lexicon/grammar';
import { Role, type Trigger } from '../../lexicon/measures';
import type { Reading } from '../reading';
import { fittingTrigger, takesObject } from './behind';
import type { Counted } from './phrases';

const { subjectPronoun, determiner, possessive, be, preposition, conjunction, relative } = WordClass;

/** Words of a subject that is no pronoun. */
const LONGEST_SUBJECT = 6;

/** The verb of a relative clause right behind the noun, with a subject of its own and no other object; or null. */
export function readRelative(r: Reading, figure: Counted, to: number): Trigger | null {
  if (figure.noun !== 'people' && figure.noun !== 'thing') return null;
  const opener = r.tokens[figure.last]?.lower;
  const opened = opener === 'that' || opener === 'whom' || opener === 'who' || opener === 'which';
  let k = opened ? figure.last + 1 : figure.last;
  const bits = r.classes[k] ?? 0;
  if ((bits & subjectPronoun) !== 0) k++;
  else {
    const starts = (bits & (determiner | possessive)) !== 0 || (r.mentionAt[k] ?? -1) !== -1;
    if (!starts) return null;
    k = subjectEnd(r, k, to);
  }
  while (k < to && ((r.classes[k] ?? 0) & (AUXILIARY | WordClass.adverb)) !== 0) {
    // A passive has its own subject as what is counted.
    if (((r.classes[k] ?? 0) & be) !== 0) return null;
    k++;
  }
  const verb = k < to ? fittingTrigger(r, k, Role.verb, figure) : null;
  if (verb === null || verb.value.form === 'gerund' || takesObject(r, k + verb.words.length)) return null;
  return verb.value;
}

function subjectEnd(r: Reading, start: number, to: number): number {
  let k = start;
  while (k < to && k < start + LONGEST_SUBJECT) {
    const token = r.tokens[k];
    const bits = k === start ? 0 : (r.classes[k] ?? 0);
    if (token === undefined || token.kind !== 'word') break;
    if ((bits & (AUXILIARY | preposition | conjunction | relative | subjectPronoun)) !== 0) break;
    if (k > start && r.mentionAt[k] === -1 && fittingTriggerAt(r, k)) break;
    k++;
  }
  return k;
}

function fittingTriggerAt(r: Reading, k: number): boolean {
  return fittingTrigger(r, k, Role.verb, { noun: 'people' }) !== null;
}
