import type { Token } from '../../annotations';
import type { OfficeHead, OfficeTable, Status } from '../../lexicon/offices';
import { plainKey } from '../../lexicon/lists';
import { gazetteer } from '../../lexicon/places';
import { vocabulary, GIVEN } from '../../lexicon/vocabulary';

/** Words for an office, before it is known whose: `acting foreign minister`. Tokens `first` to `last`, `last` exclusive. */
export interface OfficePhrase {
  readonly first: number;
  /** Where its head begins. */
  readonly head: number;
  /** Behind the head. */
  readonly headLast: number;
  /** Behind the head and `of state`, `-designate`. */
  readonly last: number;
  readonly title: string;
  readonly status: Status;
  readonly office: OfficeHead;
  /** Its head is capitalised. */
  readonly capitalised: boolean;
}

const NOT_BEFORE_A_CAPITAL_HEAD = new Set(['the', 'a', 'an', 'of', 'and', 'for', 'in', 'to', 'by', 'with']);

/**
 * Finds words for offices: a head, the modifiers before it, and the complement behind it (`secretary of state`). One pass;
 * at most eight tokens are looked at on either side of a head.
 */
export function findOfficePhrases(tokens: readonly Token[], table: OfficeTable): OfficePhrase[] {
  const found: OfficePhrase[] = [];
  let i = 0;
  while (i < tokens.length) {
    const token = tokens[i];
    if (token?.kind !== 'word') {
      i++;
      continue;
    }
    const heads = table.heads.get(token.lower);
    const match = heads === undefined ? null : longestHead(tokens, i, heads);
    if (match === null || isModifierOfNext(tokens, i, match, table)) {
      i++;
      continue;
    }
    const phrase = phraseAt(tokens, i, match, table, found.at(-1)?.last ?? 0);
    found.push(phrase);
    i = phrase.last;
  }
  return found;
}

interface HeadMatch {
  readonly office: OfficeHead;
  readonly last: number;
}

function longestHead(tokens: readonly Token[], i: number, heads: readonly OfficeHead[]): HeadMatch | null {
  for (const office of heads) {
    const last = wordsEnd(tokens, i, office.words);
    if (last < 0) continue;
    if (office.abbreviated && tokens[i]?.case === 'none') continue;
    if (isVerb(tokens, i, last, office)) continue;
    // `Prince-Smith`: part of a name.
    if (
      isJoiningHyphen(tokens, last) &&
      tokens[last + 1]?.case !== 'none' &&
      tokens[last + 1]?.kind === 'word' &&
      !isTitleTail(tokens[last + 1])
    )
      continue;
    if (
      isJoiningHyphen(tokens, i - 1) &&
      tokens[i - 2]?.case !== 'none' &&
      tokens[i]?.case !== 'none' &&
      office.words.length === 1 &&
      !isTitleStart(tokens[i - 2])
    )
      continue;
    return { office, last };
  }
  return null;
}

/** `who heads the party`, `she chairs a panel`. */
function isVerb(tokens: readonly Token[], i: number, last: number, office: OfficeHead): boolean {
  if (tokens[i]?.case !== 'none' || office.words.length > 1) return false;
  const next = tokens[last]?.lower ?? '';
  const before = tokens[i - 1]?.lower ?? '';
  if (office.plural) return DETERMINERS.has(next) || SUBJECTS.has(before);
  return VERBS.has(office.title) && (DETERMINERS.has(next) || before === 'to' || MODALS.has(before));
}

const DETERMINERS = new Set(['the', 'a', 'an', 'its', 'his', 'her', 'their', 'this', 'that']);
const SUBJECTS = new Set(['who', 'which', 'he', 'she', 'it', 'and']);
const MODALS = new Set(['will', 'would', 'could', 'can', 'should', 'may', 'might', 'must', 'not']);
const VERBS = new Set([
  'head',
  'chair',
  'judge',
  'star',
  'host',
  'coach',
  'partner',
  'captain',
  'witness',
  'doctor',
  'deputy',
  'anchor',
  'engineer',
  'author',
  'nurse',
  'rector',
]);

/** `Lieutenant-General`, `President-elect`: the second half of a title, not of a name. */
function isTitleTail(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    /^(?:general|colonel|commander|governor|admiral|elect|designate|chief|in|at)$/u.test(token.lower)
  );
}

function isTitleStart(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    /^(?:vice|lieutenant|major|brigadier|deputy|co|ex|rear|under|sub|attorney|secretary|editor)$/u.test(token.lower)
  );
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
function isModifierOfNext(tokens: readonly Token[], i: number, match: HeadMatch, table: OfficeTable): boolean {
  const word = tokens[i];
  if (word === undefined || match.last !== i + 1) return false;
  if (!table.modifiers.has(word.lower) && match.office.title !== 'deputy') return false;
  let k = isJoiningHyphen(tokens, i + 1) ? i + 2 : i + 1;
  // `chief operating officer`: further modifiers may stand between.
  for (let steps = 0; steps < 3; steps++, k++) {
    const next = tokens[k];
    if (next?.kind !== 'word' || next.sentence !== word.sentence) return false;
    if (word.case !== 'none' && next.case === 'none') return false;
    const heads = table.heads.get(next.lower);
    const head = heads === undefined ? null : longestHead(tokens, k, heads);
    if (head !== null) return !head.office.abbreviated && !head.office.relational;
    if (!table.modifiers.has(next.lower)) return false;
  }
  return false;
}

function phraseAt(
  tokens: readonly Token[],
  head: number,
  match: HeadMatch,
  table: OfficeTable,
  from: number,
): OfficePhrase {
  const capitalised = tokens[head]?.case !== 'none';
  const { first, status, modifiers } = modifiersBefore(tokens, head, table, from);
  const { last, complement, designate } = complementAfter(tokens, match.last, table);
  const words = [...modifiers, match.office.title, ...complement];
  return {
    first,
    head,
    headLast: match.last,
    last,
    title: normalTitle(words.join(' ')),
    status: designate ? 'designate' : status,
    office: match.office,
    capitalised,
  };
}

/** Walks left over modifiers of rank and status: `acting`, `first deputy foreign`. */
function modifiersBefore(
  tokens: readonly Token[],
  head: number,
  table: OfficeTable,
  from: number,
): { first: number; status: Status; modifiers: string[] } {
  const modifiers: string[] = [];
  let status: Status = 'current';
  let first = head;
  let k = head - 1;
  const sentence = tokens[head]?.sentence;
  const capital = tokens[head]?.case !== 'none';
  while (k >= from) {
    let joined = false;
    if (isJoiningHyphen(tokens, k)) {
      joined = true;
      k--;
    }
    const token = tokens[k];
    if (token?.kind !== 'word' || token.sentence !== sentence) break;
    const state = table.status.get(token.lower);
    if (state !== undefined) {
      if (status === 'current') status = state;
    } else if (capital && headsBodyBefore(tokens, k)) {
      break;
    } else if (table.modifiers.has(token.lower) || (capital && isTitleWord(token))) {
      const opening = token.case === 'initial' && tokens[k - 1]?.sentence !== sentence;
      if (!capital && token.case !== 'none' && !opening) break;
      modifiers.unshift(joined && token.lower === 'co' ? 'co-' : token.lower);
    } else break;
    first = k;
    k--;
  }
  return { first, status, modifiers };
}

/** `Party` in `Communist Party General Secretary`: the end of a name, no part of the title. */
function headsBodyBefore(tokens: readonly Token[], k: number): boolean {
  const token = tokens[k];
  const before = tokens[k - 1];
  if (token?.case !== 'initial' || !BODIES.has(token.lower)) return false;
  if (before?.kind !== 'word' || before.case === 'none' || before.sentence !== token.sentence) return false;
  return (gazetteer().demonyms.get(plainKey(before.lower)) ?? null) === null;
}

const BODIES = new Set([
  'party',
  'bank',
  'union',
  'university',
  'church',
  'hospital',
  'club',
  'agency',
  'council',
  'front',
  'group',
  'league',
  'federation',
  'association',
  'commission',
  'department',
  'office',
  'army',
  'guard',
  'corps',
]);

/** A capitalised ordinary word before a capitalised head: `Water` in `Water Resources Minister`. */
function isTitleWord(token: Token): boolean {
  if (token.case !== 'initial' || NOT_BEFORE_A_CAPITAL_HEAD.has(token.lower)) return false;
  const words = vocabulary();
  const key = plainKey(token.lower);
  return words.isWord(key) && (words.of(key) & GIVEN) === 0 && TITLE_WORDS.test(key);
}

/** Nouns of departments: `education`, `shipping`, `logistics`. */
const TITLE_WORDS = /(?:tion|sion|ment|ing|ture|ics|ity|ness|ance|ence|al|ism|ship|ies|logy)$/u;

function complementAfter(
  tokens: readonly Token[],
  i: number,
  table: OfficeTable,
): { last: number; complement: string[]; designate: boolean } {
  let last = i;
  let designate = false;
  const hyphen = isJoiningHyphen(tokens, i) ? 1 : 0;
  const next = tokens[i + hyphen];
  if (
    next !== undefined &&
    table.status.get(next.lower) === 'designate' &&
    (hyphen === 1 || next.lower === 'elect' || next.lower === 'designate')
  ) {
    designate = true;
    last = i + hyphen + 1;
  }
  const preposition = tokens[last];
  if (preposition !== undefined) {
    if (preposition.lower === 'in' && tokens[last + 1]?.lower === 'chief')
      return { last: last + 2, complement: ['in', 'chief'], designate };
    if (isJoiningHyphen(tokens, last) && tokens[last + 1]?.lower === 'in' && tokens[last + 3]?.lower === 'chief')
      return { last: last + 4, complement: ['in', 'chief'], designate };
    for (const words of table.complements.get(preposition.lower) ?? []) {
      const end = wordsEnd(tokens, last + 1, words);
      if (end > 0) return { last: end, complement: [preposition.lower, ...words], designate };
    }
  }
  return { last, complement: [], designate };
}

const MINISTER = 'minister';

/** `minister of foreign affairs` → `foreign minister`, `minister of defence` → `defence minister`. */
function normalTitle(title: string): string {
  const at = Math.max(title.lastIndexOf('minister of '), title.lastIndexOf('minister for '));
  if (at < 0 || (at > 0 && title[at - 1] !== ' ' && title[at - 1] !== '-')) return title.replace('co- ', 'co-');
  const behind = title.slice(title.indexOf(' ', at + MINISTER.length + 1) + 1);
  const field = behind.startsWith('the ') ? behind.slice(4) : behind;
  return `${title.slice(0, at)}${field.replace(/ affairs$/u, '')} minister`;
}
