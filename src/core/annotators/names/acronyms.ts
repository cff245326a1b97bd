import type { Survey } from './survey';
import type { CutSegment } from './segments';
import { add } from './evidence';
import { WordSet } from '../../lexicon/word-table';

const SKIPPED = new WordSet([
  'of',
  'the',
  'and',
  'for',
  'on',
  'in',
  'against',
  'de',
  'la',
  'y',
  'du',
  'del',
  'da',
  'do',
  'des',
  'to',
  'e',
]);

/**
 * Acronyms that the text explains: `Long Name (LN)`, `the Long Name, or LN,`, `LN (Long Name)`. Both become bodies.
 * @returns the keys of the acronyms
 */
export function findAcronyms(survey: Survey, cuts: readonly CutSegment[]): Set<string> {
  const found = new Set<string>();
  for (let n = 1; n < cuts.length; n++) {
    const left = cuts[n - 1];
    const right = cuts[n];
    if (left === undefined || right === undefined || !areJoined(survey, left.segment.last, right.segment.first))
      continue;
    const [long, short] = right.segment.words === 1 ? [left, right] : [right, left];
    if (short.segment.words !== 1 || !isAcronymOf(survey, short, long)) continue;
    found.add(short.segment.key);
    add(long.segment.inner, { organization: 5 });
    long.segment.reasons.push('acronym');
  }
  return found;
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

function isBracketed({ tokens }: Survey, { segment }: CutSegment): boolean {
  return tokens[segment.first - 1]?.text === '(' && tokens[segment.last]?.text === ')';
}

/** `DINARES` of `Directorate for Seismic Response`: the letters follow each other in the name, the first opening a word. */
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
