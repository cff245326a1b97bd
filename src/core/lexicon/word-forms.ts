/** Words as they are written, each with what the tables know of it: found once, however often and wherever it stands. */
import { isLetter, isUpper } from '../characters';
import { functionWords } from './grammar';
import { plainKey, wordKey } from './lists';
import { internalized, Memo } from './memo';
import { nameWords } from './name-words';
import { gazetteer } from './places';

export interface WordForm {
  readonly text: string;
  /** In lower case, typographic apostrophes made straight. */
  readonly lower: string;
  /** As the tables of names have it: lower case without diacritics, `UN` for known acronyms; the text itself of numbers and marks. */
  readonly key: string;
  readonly kind: 'word' | 'number' | 'punctuation';
  /** Capitals: `initial` for `Iran`, `all` for `OIC` and `U.N.` (two letters or more), `mixed` for `McCain` and `UNHCRs`. */
  readonly case: 'none' | 'initial' | 'all' | 'mixed';
  /** Classes of function words, bits of `WordClass`; 0 for content words. */
  readonly classes: number;
  /** What tables and sets hold of it; theirs alone to read and write. See `word-table.ts`. */
  readonly found: unknown[];
  readonly sets: number[];
}

const WORDS = memoOf('word');
const NUMBERS = memoOf('number');
const MARKS = memoOf('punctuation');

/** The form of a text of that kind; mostly the same object wherever it stands. */
export function wordForm(text: string, kind: WordForm['kind']): WordForm {
  return (kind === 'word' ? WORDS : kind === 'number' ? NUMBERS : MARKS).get(text, text);
}

function memoOf(kind: WordForm['kind']): Memo<WordForm> {
  return new Memo((text) => formOf(internalized(text), kind));
}

function formOf(text: string, kind: WordForm['kind']): WordForm {
  const lower = internalized(text.toLowerCase().replace(/[’‘ʼ`]/gu, "'"));
  const letters = kind === 'word' ? caseOf(text) : 'none';
  const key = kind === 'word' ? internalized(keyOf(text, lower, letters)) : text;
  return { text, lower, key, kind, case: letters, classes: functionWords().get(lower) ?? 0, found: [], sets: [] };
}

function keyOf(text: string, lower: string, letters: WordForm['case']): string {
  const bare = letters === 'all' ? wordKey(text) : '';
  return bare !== '' && (gazetteer().acronyms.has(bare) || nameWords().acronyms.has(bare)) ? bare : plainKey(lower);
}

function caseOf(word: string): WordForm['case'] {
  let upper = 0;
  let letters = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (!isLetter(code)) continue;
    letters++;
    if (isUpper(code)) upper++;
  }
  if (upper === 0) return 'none';
  const first = isUpper(word.charCodeAt(0));
  if (upper === letters) return letters > 1 ? 'all' : 'initial';
  if (first && upper === 1) return 'initial';
  // O'Brien, N'Djamena: a second capital after an apostrophe is still an ordinary name.
  const apostrophe = word.search(/['’‘ʼ`]/u);
  return first && upper === 2 && apostrophe > 0 && isUpper(word.charCodeAt(apostrophe + 1)) ? 'initial' : 'mixed';
}
