/** The head of an office: which of the words of `offices.yaml` stand at a token, where they are no verb, no half of a name. */
import type { Token } from '../../annotations';
import type { OfficeHead, OfficeTable } from '../../lexicon/offices';
import { roleWords } from './role-words';

const {
  'second-halves': SECOND_HALVES,
  'first-halves': FIRST_HALVES,
  determiners: DETERMINERS,
  subjects: SUBJECTS,
  modals: MODALS,
} = roleWords;

export interface HeadMatch {
  readonly office: OfficeHead;
  readonly last: number;
}

/** The longest head that stands at token `i`, or null. */
export function longestHead(tokens: readonly Token[], i: number, table: OfficeTable): HeadMatch | null {
  const first = tokens[i];
  for (const office of table.heads.of(first) ?? []) {
    const last = wordsEnd(tokens, i, office.words);
    if (last < 0 || (office.abbreviated && first?.case === 'none')) continue;
    if (!isVerb(tokens, i, { office, last }, table) && !isHalfOfName(tokens, i, { office, last }))
      return { office, last };
  }
  return null;
}

/** `Prince-Smith`, `Baker-King`, but not `Lieutenant-General`, `President-elect`. */
function isHalfOfName(tokens: readonly Token[], i: number, { office, last }: HeadMatch): boolean {
  const before = tokens[i - 2];
  const behind = tokens[last + 1];
  if (isJoiningHyphen(tokens, last) && behind?.kind === 'word' && behind.case !== 'none')
    return !SECOND_HALVES.holds(behind);
  if (!isJoiningHyphen(tokens, i - 1) || office.words.length > 1) return false;
  return before?.case !== 'none' && tokens[i]?.case !== 'none' && !FIRST_HALVES.holds(before);
}

/** `who heads the party`, `she chairs a panel`. */
function isVerb(tokens: readonly Token[], i: number, { office, last }: HeadMatch, table: OfficeTable): boolean {
  if (tokens[i]?.case !== 'none' || office.words.length > 1) return false;
  const next = tokens[last]?.lower ?? '';
  const before = tokens[i - 1]?.lower ?? '';
  if (office.plural) return DETERMINERS.has(next) || SUBJECTS.has(before);
  return table.verbs.has(office.title) && (DETERMINERS.has(next) || before === 'to' || MODALS.has(before));
}

/** The index behind `words` when they stand at `i`, hyphens between them passed over; else -1. */
export function wordsEnd(tokens: readonly Token[], i: number, words: readonly string[]): number {
  let k = i;
  for (const [n, word] of words.entries()) {
    if (n > 0 && isJoiningHyphen(tokens, k)) k++;
    const token = tokens[k];
    if (token === undefined || token.lower !== word) return -1;
    if (n > 0 && token.sentence !== tokens[i]?.sentence) return -1;
    k++;
  }
  return k;
}

export function isJoiningHyphen(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  return token?.text === '-' && !token.spaced && tokens[i + 1]?.spaced === false;
}

/** `general` in `general manager`, `party chief`: another head follows at once, and this one is a modifier too. */
export function isModifierOfNext(tokens: readonly Token[], i: number, match: HeadMatch, table: OfficeTable): boolean {
  const word = tokens[i];
  if (word === undefined || match.last !== i + 1) return false;
  if (!table.modifiers.holds(word) && match.office.title !== 'deputy') return false;
  let k = isJoiningHyphen(tokens, i + 1) ? i + 2 : i + 1;
  // `chief operating officer`: further modifiers may stand between.
  for (let steps = 0; steps < 3; steps++, k++) {
    const next = tokens[k];
    if (next?.kind !== 'word' || next.sentence !== word.sentence) return false;
    if (word.case !== 'none' && next.case === 'none') return false;
    const head = longestHead(tokens, k, table);
    if (head !== null) return !head.office.abbreviated && !head.office.relational;
    if (!table.modifiers.holds(next)) return false;
  }
  return false;
}
