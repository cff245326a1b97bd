import { evidenceWords } from '../../lexicon/name-evidence';
import type { Token } from '../../annotations';
import type { Survey } from './survey';
import type { CutSegment } from './segments';
import { add } from './evidence';

const SKIPPED = evidenceWords('left out of acronyms');

/** A word that acronyms leave out. */
export function isSkipped(token: Token): boolean {
  return SKIPPED.holds(token);
}

/** Keys of the acronyms that a text explains. */
export interface Acronyms {
  /** They stand for bodies. */
  readonly bodies: ReadonlySet<string>;
  /** They stand for a thing: a programme, a device, a kind of report. */
  readonly things: ReadonlySet<string>;
}

/**
 * Acronyms that the text explains: `Long Name (LN)`, `the Long Name, or LN,`, `LN (Long Name)`, `a long name (LN)`. What they stand
 * for is a body or a thing by its head.
 */
export function findAcronyms(survey: Survey, cuts: readonly CutSegment[]): Acronyms {
  const bodies = new Set<string>();
  const things = new Set<string>();
  const addThing = (key: string): void => {
    things.add(key).add(key.endsWith('s') ? key.slice(0, -1) : `${key}s`);
  };
  for (const [n, right] of cuts.entries()) {
    const left = cuts[n - 1];
    if (left === undefined || !areJoined(survey, left.segment.last, right.segment.first)) {
      if (right.segment.words !== 1 || !isBracketed(survey, right)) continue;
      const head = commonExpansion(survey, right);
      if (head === null) continue;
      if (survey.tables.words.organizationHeads.has(head)) bodies.add(right.segment.key);
      else addThing(right.segment.key);
      continue;
    }
    const [long, short] = right.segment.words === 1 ? [left, right] : [right, left];
    if (short.segment.words !== 1) continue;
    if (!isAcronymOf(survey, short, long)) {
      // `the Rescue Agency (Basar)`: what it is called in another language.
      if (
        short === right &&
        isBracketed(survey, short) &&
        long.segment.reasons.includes('body') &&
        !isOrdinary(survey, short)
      )
        add(short.segment.context, { organization: 2.5 });
      continue;
    }
    if (isThing(survey, short, long)) {
      addThing(short.segment.key);
      add(long.segment.inner, { other: 6 });
      continue;
    }
    bodies.add(short.segment.key);
    add(long.segment.inner, { organization: 5 });
    long.segment.reasons.push('acronym');
  }
  return { bodies, things };
}

/** Nouns of actions and qualities: `assessment`, `disclosure`, `transmission`. */
const ABSTRACT = /..(?:ment|[st]ion|ness|ity|ing|sis|ism|ure|osal)s?$/u;

/** `Environmental Impact Assessment (EIA)`, `Green Growth Goals (GGGs)`: by an abstract or other head, or the acronym's plural. */
function isThing(survey: Survey, short: CutSegment, { segment }: CutSegment): boolean {
  if (segment.fixed !== null || segment.reasons.includes('listed')) return false;
  if (headsThing(survey, segment.first, segment.last)) return true;
  const { organizationHeads } = survey.tables.words;
  const head = headOf(survey, segment.first, segment.last);
  const plural = PLURAL.test(survey.tokens[short.segment.first]?.text ?? '');
  return plural && !organizationHeads.has(head) && !organizationHeads.has(head.replace(/s$/u, ''));
}

/** Whether the words `first` to `last` are named by what is no body: an assessment, a programme, a law. */
export function headsThing(survey: Survey, first: number, last: number): boolean {
  const { organizationHeads, otherHeads } = survey.tables.words;
  const head = headOf(survey, first, last);
  const singular = head.replace(/s$/u, '');
  if (organizationHeads.has(head) || organizationHeads.has(singular)) return false;
  return otherHeads.has(singular) || (ABSTRACT.test(head) && survey.tables.vocabulary.isWord(head));
}

/** The key of the last word before the first preposition or conjunction. */
function headOf({ tokens, keys }: Survey, first: number, last: number): string {
  let end = first + 1;
  while (end < last && tokens[end]?.case !== 'none') end++;
  return keys[end - 1] ?? '';
}

/** `EIAs` */
export const PLURAL = /^\p{Lu}{2,}s$/u;
const LONGEST_EXPANSION = 12;

/** The head of the lower-case words before `(LN)` that the letters are the first of: `unit` of `central processing unit (CPU)`. */
function commonExpansion({ tokens }: Survey, { segment }: CutSegment): string | null {
  const bracket = segment.first - 1;
  const letters = (tokens[segment.first]?.text ?? '').replace(/s$/u, '').toLowerCase();
  if (tokens[segment.first]?.case === 'initial' || !/^\p{L}{2,}$/u.test(letters)) return null;
  const head = tokens[bracket - 1];
  if (head?.kind !== 'word' || head.case !== 'none') return null;
  let left = letters.length - 1;
  let noun = head.lower;
  for (let k = bracket - 1; k >= 0 && k > bracket - LONGEST_EXPANSION && left >= 0; k--) {
    const token = tokens[k];
    if (token === undefined || token.sentence !== head.sentence) return null;
    if (token.text === '-') continue;
    if (token.kind !== 'word') return null;
    // `superintendent of police (SP)`
    if (SKIPPED.holds(token) && token.lower !== 'and') noun = tokens[k - 1]?.lower ?? '';
    if (token.lower.startsWith(letters.charAt(left))) left--;
    else if (!SKIPPED.holds(token)) return null;
  }
  return left < 0 ? noun : null;
}

function areJoined(survey: Survey, from: number, to: number): boolean {
  const { tokens } = survey;
  if (tokens[from]?.sentence !== tokens[to]?.sentence) return false;
  const between = tokens.slice(from, Math.min(to, from + 5)).map((t) => t.lower);
  if (to - from > 4) return false;
  const text = between.join(' ');
  return (
    text === '(' ||
    text === '( the' ||
    text === ', or' ||
    text === ', or the' ||
    text === '( or' ||
    text === '(known as'
  );
}

function isAcronymOf(survey: Survey, short: CutSegment, long: CutSegment): boolean {
  const token = survey.tokens[short.segment.first];
  if (token === undefined || long.segment.words < 2) return false;
  // `(Numsa)`: written as a word, only in brackets and behind what may be a body.
  if (token.case === 'initial' && !(isBracketed(survey, short) && long.segment.reasons.includes('body'))) return false;
  const letters = token.text.replace(/[^\p{L}]/gu, '').toLowerCase();
  if (letters.length < 2) return false;
  const all: string[] = [];
  const capital: string[] = [];
  for (let k = long.segment.first; k < long.segment.last; k++) {
    const word = survey.tokens[k];
    if (word?.kind !== 'word') continue;
    const initial = survey.keys[k]?.[0]?.toLowerCase() ?? '';
    all.push(initial);
    if (!SKIPPED.holds(word)) capital.push(initial);
  }
  return all.join('') === letters || capital.join('') === letters || isSubsequence(letters, survey, long);
}

function isOrdinary({ keys, tables }: Survey, { segment }: CutSegment): boolean {
  return tables.vocabulary.isWord(keys[segment.first] ?? '');
}

function isBracketed({ tokens }: Survey, { segment }: CutSegment): boolean {
  return tokens[segment.first - 1]?.text === '(' && tokens[segment.last]?.text === ')';
}

/** `COVIRA` of `Council for Village Radio`: the letters follow each other in the name, the first opening a word. */
function isSubsequence(letters: string, survey: Survey, long: CutSegment): boolean {
  const words: string[] = [];
  for (let k = long.segment.first; k < long.segment.last; k++) {
    if (survey.tokens[k]?.kind === 'word') words.push((survey.keys[k] ?? '').toLowerCase());
  }
  const name = words.join(' ');
  let from = 0;
  for (const letter of letters) {
    const at = name.indexOf(letter, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return words.some((w) => w.startsWith(letters[0] ?? '-')) || name.length > letters.length * 2;
}
