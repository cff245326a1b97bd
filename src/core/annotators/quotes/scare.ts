/** Sets words in quotation marks that nobody says apart: titles of works, nicknames, words named as such. */
import { speechTable } from '../../lexicon/speech';
import type { Reading } from '../reading';
import { type QuotedRun, endingOf, insideOf } from './marks';
import { quotationWords } from './words';

/** What the marks hold, as far as it shows by itself. */
export interface Content {
  readonly words: number;
  /** A stop or comma stands at its end, within the marks or right behind them. */
  readonly ends: boolean;
  /** Begins with a capital. */
  readonly capital: boolean;
  /** Every word of weight has a capital: `The Silent but Stubborn`. */
  readonly titleCase: boolean;
}

const STOPS = new Set([',', '.', '!', '?', '…', '...', '—', '–', '--']);

export function contentOf(r: Reading, run: QuotedRun): Content {
  let count = 0;
  let lowered = 0;
  let capital = false;
  const inside = insideOf(run);
  for (let k = inside.first; k <= inside.last; k++) {
    const token = r.tokens[k];
    if (token === undefined || token.kind === 'punctuation') continue;
    if (count === 0) capital = token.case !== 'none';
    count++;
    if (token.case === 'none' && token.text.length > 2 && (r.classes[k] ?? 0) === 0) lowered++;
  }
  const last = endingOf(r.tokens, run);
  const next = r.tokens[run.close + 1]?.text ?? '';
  return {
    words: count,
    ends: STOPS.has(last) || next === ',' || next === '.',
    capital,
    titleCase: capital && lowered === 0,
  };
}

/** Whether the marks name something instead of quoting somebody. */
export function namesSomething(r: Reading, run: QuotedRun, content: Content): boolean {
  const before = r.tokens[run.open - 1];
  if (before === undefined) return false;
  const { naming, works, ratings } = quotationWords();
  const two = r.tokens[run.open - 2]?.lower ?? '';
  if (naming.has(before.lower) && !(before.lower === 'words' && two === 'the')) return true;
  if (before.lower === 'as' && (two === 'known' || two === 'billed' || two === 'aka')) return true;
  if (before.lower === 'called' && (two === '-' || works.has(two) || two === ',' || isBe(two))) return true;
  if (works.has(before.lower)) return content.capital;
  // `has written a book, "The Locked Door"`
  if (before.text === ',' && works.has(two)) return content.titleCase;
  if (content.words === 1 && ratings.has(r.tokens[insideOf(run).first]?.lower ?? '')) return true;
  if (isNickname(r, run, content)) return true;
  // `the woman they call "the Fox"`
  if ((before.lower === 'call' || before.lower === 'calls') && content.words <= 3)
    return r.tokens[insideOf(run).last]?.case !== 'none';
  if (!content.titleCase || content.words > 8) return false;
  if (before.lower === 'called' || before.lower === 'termed') return content.words > 1 || !content.ends;
  const verb = speechTable().verbs.of(before);
  const speaks =
    before.text === ',' ||
    before.text === ':' ||
    verb?.statement === true ||
    (verb?.manner === true && verb.lemma !== 'read' && content.words > 1);
  const last = endingOf(r.tokens, run);
  const opens = speaks || /^[.!?"”’…]$/.test(before.text);
  const sentence = content.words > 1 && (last === '.' || last === '!' || last === '?' || (last === ',' && opens));
  return content.words === 1 ? !sentence && !speaks && !content.ends : !sentence && !speaks;
}

function isBe(word: string): boolean {
  return word === 'is' || word === 'was' || word === 'are' || word === 'were' || word === 'been' || word === 'also';
}

/** `Jose-Luis "Jolly" Tan-Reyes`. */
function isNickname(r: Reading, run: QuotedRun, content: Content): boolean {
  if (content.words > 3 || !content.capital) return false;
  const covered = r.mentionAt[run.open] ?? -1;
  if (covered >= 0 && covered === r.mentionAt[run.close]) return true;
  const before = r.tokens[run.open - 1];
  const after = r.tokens[run.close + 1];
  return before?.case === 'initial' && after?.case === 'initial' && before.sentence === after.sentence;
}
