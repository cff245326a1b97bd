/** Tells numbers that count nothing: ages, scores, times, parts of names, members of a series. */
import type { Reading } from '../reading';
import type { Numeral } from './numerals';
import { measureTable } from '../../lexicon/measures';

export const CURRENCY_MARKS = new Set(['$', '€', '£', '¥', '₹', '₽', '₺', '₪', '₩']);

/** Ages, scores, times, numbers of things in a series, parts of names such as `F-16`. */
export function countsNothing(r: Reading, n: Numeral): boolean {
  const token = r.tokens[n.at];
  const before = r.tokens[n.at - 1];
  const after = r.tokens[n.last];
  if (token === undefined) return true;
  if (before !== undefined && !token.spaced && /^[-–/:.#@+]$/.test(before.text)) return true;
  if (before !== undefined && !token.spaced && before.kind !== 'punctuation' && !CURRENCY_MARKS.has(before.text))
    return true;
  if (after !== undefined && !after.spaced && isHyphenated(r, n.last)) return true;
  if (
    after !== undefined &&
    !after.spaced &&
    (after.text === ':' || after.text === '/') &&
    r.tokens[n.last + 1]?.kind === 'number'
  )
    return true;
  if (before !== undefined && n.first === n.at && measureTable().numbered.holds(before) && token.kind === 'number')
    return true;
  if (token.lower === 'one' && n.last === n.at + 1 && !n.share) return isPronounOne(r, n);
  // `, 67, `: an age.
  return (
    before?.text === ',' &&
    after?.text === ',' &&
    token.kind === 'number' &&
    n.value < 120 &&
    r.mentionAt[n.at - 2] !== -1
  );
}

/** `four-day`, `3-1`, `52-year-old`; not `200-odd` and `600-strong`. */
function isHyphenated(r: Reading, k: number): boolean {
  const mark = r.tokens[k]?.text;
  if (mark !== '-' && mark !== '–') return false;
  const next = r.tokens[k + 1];
  return next !== undefined && !next.spaced && next.lower !== 'odd' && next.lower !== 'plus' && next.lower !== 'strong';
}

function isPronounOne(r: Reading, n: Numeral): boolean {
  const before = r.tokens[n.at - 1]?.lower ?? '';
  const after = r.tokens[n.last]?.lower ?? '';
  if (['no', 'any', 'every', 'some', 'each', 'this', 'the', 'which', 'last', 'only', 'day'].includes(before))
    return true;
  // `that one is`, but `said that one soldier`.
  const next = r.tokens[n.last];
  if (before === 'that' && (next?.kind !== 'word' || (r.classes[n.last] ?? 0) !== 0)) return true;
  return (
    after === 'day' ||
    after === 'another' ||
    after === 'can' ||
    after === 'does' ||
    after === 'should' ||
    after === "'s"
  );
}
