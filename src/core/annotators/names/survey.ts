import { evidenceWords } from '../../lexicon/name-evidence';
import type { LocalDate, Sentence, Token } from '../../annotations';
import { nameWords, type NameWords } from '../../lexicon/name-words';
import { officeTable, type OfficeTable } from '../../lexicon/offices';
import { gazetteer, type Gazetteer } from '../../lexicon/places';
import { speechTable, type SpeechTable } from '../../lexicon/speech';
import { type Vocabulary, vocabulary } from '../../lexicon/vocabulary';
import { tagTokens } from './tagged';
import { findOfficePhrases, type OfficePhrase } from '../roles/phrases';

/** How a sentence uses capitals: as text does, in title case, or throughout. There capitals tell no names. */
type Regime = 'text' | 'title' | 'capitals';

/** The tables that names are read with. */
export interface Tables {
  readonly words: NameWords;
  readonly places: Gazetteer;
  readonly offices: OfficeTable;
  readonly vocabulary: Vocabulary;
  readonly speech: SpeechTable;
}

/** What is known of a text before names are sought in it. */
export interface Survey {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly tables: Tables;
  /** For each token its key in the tables: lower case without diacritics, `UN` for known acronyms. */
  readonly keys: readonly string[];
  readonly regimes: readonly Regime[];
  readonly offices: readonly OfficePhrase[];
  /** For each token the index of the office phrase that covers it, or -1. */
  readonly officeAt: Int32Array;
  /** 1 where a date covers the token. */
  readonly dated: Uint8Array;
  /** For each token the label that the statistical tagger gives it; see `tagger/labels.ts`. */
  readonly labels: Uint8Array;
  /** For each sentence the index of the dash or colon that ends its dateline, or -1. */
  readonly datelines: Int32Array;
  /** Keys that the text writes in lower case somewhere. */
  readonly lowerCase: ReadonlySet<string>;
  /** Keys that it capitalises inside a sentence of ordinary text. */
  readonly capitalised: ReadonlySet<string>;
}

export function tables(): Tables {
  return {
    words: nameWords(),
    places: gazetteer(),
    offices: officeTable(),
    vocabulary: vocabulary(),
    speech: speechTable(),
  };
}

/** Two passes over the tokens. */
export function survey(tokens: readonly Token[], sentences: readonly Sentence[], dates: readonly LocalDate[]): Survey {
  const all = tables();
  const keys = tokens.map((token) => token.form.key);
  const regimes = sentences.map((s) => regimeOf(tokens, s, all));
  const offices = findOfficePhrases(tokens, all.offices);
  const officeAt = new Int32Array(tokens.length).fill(-1);
  for (const [index, office] of offices.entries()) officeAt.fill(index, office.first, office.last);
  const dated = new Uint8Array(tokens.length);
  for (const date of dates) dated.fill(1, date.first, date.last);
  const lowerCase = new Set<string>();
  const capitalised = new Set<string>();
  for (const [s, sentence] of sentences.entries()) {
    if (regimes[s] !== 'text') continue;
    for (let i = sentence.first; i < sentence.last; i++) {
      const token = tokens[i];
      if (token?.kind !== 'word') continue;
      if (token.case === 'none') lowerCase.add(keys[i] ?? '');
      else if (i > sentence.first && !opensClause(tokens[i - 1])) capitalised.add(keys[i] ?? '');
    }
  }
  const datelines = Int32Array.from(sentences, (s, n) => datelineEnd(tokens, s, sentences[n - 1]));
  const labels = tagTokens(tokens, sentences);
  return {
    tokens,
    sentences,
    tables: all,
    keys,
    labels,
    regimes,
    offices,
    officeAt,
    dated,
    datelines,
    lowerCase,
    capitalised,
  };
}

const CLAUSE_OPENERS = new Set(['"', '“', '‘', "'", ':', '(', '«', '•', '—', '–', '--', '…', '...', '[', '*']);

/** Whether a capital behind this token may be that of a sentence. */
export function opensClause(token: Token | undefined): boolean {
  return token === undefined || CLAUSE_OPENERS.has(token.text);
}

const DASHES = new Set(['—', '–', '--', '-', '―']);
const LONGEST_DATELINE = 20;

/** `NAIROBI, Jan. 5 (Agency) —`, `GENEVA:`, `Lagos, 3 Feb —` at the start of a paragraph. */
function datelineEnd(tokens: readonly Token[], sentence: Sentence, before: Sentence | undefined): number {
  if (before?.paragraph === sentence.paragraph) return -1;
  const first = tokens[sentence.first];
  if (first?.kind !== 'word' || first.case === 'none') return -1;
  const capitals = first.case === 'all' && first.end - first.start > 2;
  let number = false;
  for (let i = sentence.first + 1; i < Math.min(sentence.last, sentence.first + LONGEST_DATELINE); i++) {
    const token = tokens[i];
    if (token === undefined) return -1;
    if (token.kind === 'number') number = true;
    if (DASHES.has(token.text) && token.spaced) return capitals || number || i <= sentence.first + 3 ? i : -1;
    if (token.text === ':' && capitals) return i;
    if (token.kind === 'word' && token.case === 'none' && !DATELINE_WORDS.holds(token)) return -1;
  }
  return -1;
}

const DATELINE_WORDS = evidenceWords('words of datelines');

const SHARE_OF_CAPITALS = 0.7;
const TERMINAL = new Set(['.', '!', '?', '…', '...', ')', '”', '"']);

/** Title case: no stop at the end, and hardly a content word in lower case. */
function regimeOf(tokens: readonly Token[], sentence: Sentence, all: Tables): Regime {
  let content = 0;
  let capital = 0;
  let full = 0;
  let ordinary = 0;
  for (let i = sentence.first; i < sentence.last; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word' || token.end - token.start < 3 || token.form.classes !== 0) continue;
    content++;
    if (token.case === 'none') continue;
    capital++;
    if (token.case === 'all') full++;
    if (all.vocabulary.isWordOf(token)) ordinary++;
  }
  if (content < 3) return 'text';
  if (full >= 3 && full / content >= SHARE_OF_CAPITALS) return 'capitals';
  if (TERMINAL.has(tokens[sentence.last - 1]?.text ?? '')) return 'text';
  return capital >= 4 && ordinary >= 2 && capital / content > 0.85 ? 'title' : 'text';
}
