import type { Token } from '../../annotations';
import type { OfficeHead, OfficeTable, Status } from '../../lexicon/offices';
import { plainKey } from '../../lexicon/lists';
import { Memo } from '../../lexicon/memo';
import { gazetteer } from '../../lexicon/places';
import { vocabulary, GIVEN } from '../../lexicon/vocabulary';
import { type HeadMatch, isJoiningHyphen, isModifierOfNext, longestHead, wordsEnd } from './heads';
import { WordSet } from '../../lexicon/word-table';

export { isJoiningHyphen };

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

const NOT_BEFORE_A_CAPITAL_HEAD = new WordSet(['the', 'a', 'an', 'of', 'and', 'for', 'in', 'to', 'by', 'with']);

/** Two annotators ask for them. */
const phrasesOf = new WeakMap<readonly Token[], readonly OfficePhrase[]>();

/**
 * Finds words for offices: a head, the modifiers before it, and the complement behind it (`secretary of state`). One pass;
 * at most eight tokens are looked at on either side of a head. The tokens of a source are looked through once.
 */
export function findOfficePhrases(tokens: readonly Token[], table: OfficeTable): readonly OfficePhrase[] {
  let phrases = phrasesOf.get(tokens);
  if (phrases === undefined) phrasesOf.set(tokens, (phrases = readOfficePhrases(tokens, table)));
  return phrases;
}

function readOfficePhrases(tokens: readonly Token[], table: OfficeTable): OfficePhrase[] {
  const found: OfficePhrase[] = [];
  let i = 0;
  while (i < tokens.length) {
    const token = tokens[i];
    if (token?.kind !== 'word') {
      i++;
      continue;
    }
    const match = longestHead(tokens, i, table);
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
    const state = table.status.of(token);
    if (state !== undefined) {
      if (status === 'current') status = state;
    } else if (capital && headsBodyBefore(tokens, k, table)) {
      break;
    } else if (table.modifiers.holds(token) || (capital && isTitleWord(token))) {
      const opening = token.case === 'initial' && tokens[k - 1]?.sentence !== sentence;
      // `with Defense chief X`: the style of some papers; but not the end of a longer name.
      const alone = token.case === 'initial' && tokens[k - 1]?.case === 'none' && tokens[k - 1]?.kind === 'word';
      if (!capital && token.case !== 'none' && !opening && !alone) break;
      modifiers.unshift(joined && token.lower === 'co' ? 'co-' : token.lower);
    } else break;
    first = k;
    k--;
  }
  return { first, status, modifiers };
}

/** `Party` in `Communist Party General Secretary`: the end of a name, no part of the title. */
function headsBodyBefore(tokens: readonly Token[], k: number, table: OfficeTable): boolean {
  const token = tokens[k];
  const before = tokens[k - 1];
  if (token?.case !== 'initial' || !table.bodies.holds(token)) return false;
  if (before?.kind !== 'word' || before.case === 'none' || before.sentence !== token.sentence) return false;
  return (gazetteer().nationalities.of(before) ?? null) === null;
}

/** A capitalised ordinary word before a capitalised head: `Water` in `Water Resources Minister`. */
function isTitleWord(token: Token): boolean {
  if (token.case !== 'initial' || NOT_BEFORE_A_CAPITAL_HEAD.holds(token)) return false;
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
    table.status.of(next) === 'designate' &&
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
    for (const words of table.complements.of(preposition) ?? []) {
      const end = wordsEnd(tokens, last + 1, words);
      if (end > 0) return { last: end, complement: [preposition.lower, ...words], designate };
    }
  }
  return { last, complement: [], designate };
}

const MINISTER = 'minister';

/** `minister of foreign affairs` → `foreign minister`, `minister of defence` → `defence minister`. */
export function normalTitle(title: string): string {
  return normal.get(title, title);
}

const normal = new Memo(normalized);

function normalized(title: string): string {
  const at = Math.max(title.lastIndexOf('minister of '), title.lastIndexOf('minister for '));
  if (at < 0 || !/(?:^|[ -])$/u.test(title.slice(0, at)) || title.startsWith('prime ', at - 6))
    return title.replace('co- ', 'co-');
  const behind = title.slice(title.indexOf(' ', at + MINISTER.length + 1) + 1);
  const field = behind.startsWith('the ') ? behind.slice(4) : behind;
  return `${title.slice(0, at)}${field.replace(/ affairs$/u, '')} minister`;
}
