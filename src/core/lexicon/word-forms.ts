/** Words as they are written, each with what the tables know of it: found once, however often and wherever it stands. */
import { isLetter, isUpper } from '../characters';
import { functionWords } from './grammar';
import { plainKey, wordKey } from './lists';
import { internalized } from './memo';
import { nameWords } from './name-words';
import { gazetteer } from './places';
import { ANSWERS } from './word-table';

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
  /** What tables and sets answered for it, from `at` on, what tables hold of it and functions made of it; theirs alone to use. See `word-table.ts`. */
  readonly answers: Int32Array;
  readonly at: number;
  readonly found: unknown[];
  readonly computed: unknown[];
}

/** Texts longer than this are no words of a language: their forms are not kept. */
const LONGEST = 40;
/** How many forms of a kind are kept: memory is bounded, and what is full forgets everything. */
const KEPT = 1 << 14;
/** Twice as many at least, and a power of two. */
const SLOTS = KEPT << 1;

/** The forms of one kind, by their letters. A hash table of its own: no text need be cut out and hashed to find its form. */
class Forms {
  readonly #kind: WordForm['kind'];
  /** For each slot one more than the index of the form there, 0 where it is free (open addressing, linear probing). */
  readonly #slots = new Uint16Array(SLOTS);
  #forms: WordForm[] = [];

  constructor(kind: WordForm['kind']) {
    this.#kind = kind;
  }

  /** The form of `text` from `start` to `end`. */
  get(text: string, start: number, end: number): WordForm {
    let hash = end - start;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    for (;;) {
      const place = this.#slots[slot] ?? 0;
      const form = place === 0 ? undefined : this.#forms[place - 1];
      if (form === undefined) return this.#make(text.slice(start, end), slot);
      if (isAt(form.text, text, start, end)) return form;
      slot = (slot + 1) & (SLOTS - 1);
    }
  }

  #make(text: string, slot: number): WordForm {
    const form = formOf(internalized(text), this.#kind);
    if (text.length > LONGEST) return form;
    if (this.#forms.length >= KEPT) {
      this.#slots.fill(0);
      this.#forms = [];
      return form;
    }
    this.#forms.push(form);
    this.#slots[slot] = this.#forms.length;
    return form;
  }
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = start; i < end; i++) if (word.charCodeAt(i - start) !== text.charCodeAt(i)) return false;
  return true;
}

const WORDS = new Forms('word');
const NUMBERS = new Forms('number');
const MARKS = new Forms('punctuation');

/** The form of that kind of a stretch of a text; mostly the same object wherever it stands. */
export function wordForm(text: string, start: number, end: number, kind: WordForm['kind']): WordForm {
  return (kind === 'word' ? WORDS : kind === 'number' ? NUMBERS : MARKS).get(text, start, end);
}

function formOf(text: string, kind: WordForm['kind']): WordForm {
  const lower = internalized(text.toLowerCase().replace(/[’‘ʼ`]/gu, "'"));
  const letters = kind === 'word' ? caseOf(text) : 'none';
  const key = kind === 'word' ? internalized(keyOf(text, lower, letters)) : text;
  const classes = functionWords().get(lower) ?? 0;
  return { text, lower, key, kind, case: letters, classes, ...answerSheet(), found: [], computed: [] };
}

/** Forms share the array that their answers stand in: the answers for one word then lie in two lines of the processor's cache. */
const SHEETS_IN_AN_ARRAY = 256;

let sheets = 0;
let answers = new Int32Array();

function answerSheet(): Pick<WordForm, 'answers' | 'at'> {
  const at = (sheets++ % SHEETS_IN_AN_ARRAY) * ANSWERS;
  if (at === 0) answers = new Int32Array(SHEETS_IN_AN_ARRAY * ANSWERS);
  return { answers, at };
}

const ENDS_IN_DIGIT = /^\p{Lu}\d+$/u;

function keyOf(text: string, lower: string, letters: WordForm['case']): string {
  // `G7` has but one letter.
  const bare = letters === 'all' || ENDS_IN_DIGIT.test(text) ? wordKey(text) : '';
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
