import type { Paragraph, Sentence, Token } from '../../annotations';
import { functionWords, WordClass } from '../../lexicon/grammar';
import { type Pronoun, personNouns, referenceWords } from './words';
import { type WordSet, WordTable } from '../../lexicon/word-table';

/** What one pass over the tokens finds. */
export interface Scan {
  /** 1 for each token between the marks of a direct quotation. */
  readonly quoted: Uint8Array;
  /** For each token the number of its clause; relative and subordinate clauses count anew. */
  readonly clause: Int32Array;
  /** Token index → the pronoun that stands there. */
  readonly pronouns: ReadonlyMap<number, Pronoun>;
  /** Indices of tokens that are nouns for a person: `striker`, `resident`, `the latter`. */
  readonly nouns: readonly number[];
}

/** Finds direct quotations, clauses, pronouns and nouns for people, in one pass. Quotations end with their paragraph. */
export function scan(tokens: readonly Token[], sentences: readonly Sentence[], paragraphs: readonly Paragraph[]): Scan {
  const { afterObject, clauseOpeners } = referenceWords();
  const table = readings();
  const quoted = new Uint8Array(tokens.length);
  const clause = new Int32Array(tokens.length);
  const pronouns = new Map<number, Pronoun>();
  const nouns: number[] = [];
  let current = 0;
  let sentence = -1;
  let paragraph = -1;
  let skipped = false;
  let closing = null as readonly string[] | null;
  /** `After X resigned, Y …`: the clause in front has had its verb, or not; null outside one. */
  let fronted: boolean | null = null;

  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    const opens = token.sentence !== sentence;
    if (opens) {
      sentence = token.sentence;
      current++;
      const next = sentences[sentence]?.paragraph ?? -1;
      if (next !== paragraph) {
        closing = null;
        skipped = paragraphs[next]?.kind === 'boilerplate';
      }
      paragraph = next;
      fronted = clauseOpeners.holds(token) ? false : null;
    } else if (fronted === false) {
      if (isPlainVerb(token)) fronted = true;
    } else if (fronted === true && token.text === ',') {
      current++;
      fronted = null;
    }
    if (!skipped && token.kind !== 'number') {
      const reading = table.of(token);
      if (reading === undefined) {
        // Neither a mark nor a word of the tables.
      } else if (reading.mark) {
        const marks: readonly string[] | null = closing === null ? closingMarks(tokens, i) : null;
        const over = closing?.includes(token.text) === true && closes(tokens, i);
        if (marks !== null) closing = marks;
        else if (over) closing = null;
        if (marks !== null || over || reading.divides) current++;
      } else if (reading.pronoun !== null && token.text !== 'HE') {
        pronouns.set(i, decideCase(reading.pronoun, tokens, i, afterObject));
        if (reading.pronoun.case === 'subject' && !opensClause(tokens[i - 1], clauseOpeners)) current++;
      } else if (reading.opens && (token.case === 'none' || opens)) current++;
      else if (reading.noun || (token.lower === 'old' && isAge(tokens, i))) nouns.push(i);
    }
    clause[i] = current;
    if (closing !== null) quoted[i] = 1;
  }
  return { quoted, clause, pronouns, nouns };
}

function isPlainVerb(token: Token): boolean {
  return referenceWords().verbs.holds(token) || (token.case === 'none' && /..ed$/u.test(token.lower));
}

/** What a word or mark may do for the scan. */
interface Reading {
  readonly pronoun: Pronoun | null;
  /** Opens a clause. */
  readonly opens: boolean;
  /** A noun for a person. */
  readonly noun: boolean;
  /** A quotation mark, or one that divides clauses. */
  readonly mark: boolean;
  readonly divides: boolean;
}

const ONE_OF_TWO = ['former', 'latter'];
const DIVIDING = [';', ':', '—', '–'];
const QUOTING = ['"', "'", '“', '”', '„', '‘', '’', '«', '»'];

let built: WordTable<Reading> | undefined;

/** One table for one look-up a token; immutable, built when first used. */
function readings(): WordTable<Reading> {
  return (built ??= new WordTable(buildReadings()));
}

function buildReadings(): ReadonlyMap<string, Reading> {
  const { pronouns, clauseOpeners } = referenceWords();
  const people = personNouns();
  const relatives = [...functionWords()].filter(([, bits]) => (bits & WordClass.relative) !== 0).map(([word]) => word);
  const openers = new Set([...clauseOpeners, ...relatives]);
  const marks = [...DIVIDING, ...QUOTING];
  const all = new Set([...pronouns.keys(), ...openers, ...people.keys(), ...marks, ...ONE_OF_TWO, 'old']);
  return new Map(
    [...all].map((word) => [
      word,
      {
        pronoun: pronouns.get(word) ?? null,
        opens: openers.has(word),
        noun: people.has(word) || ONE_OF_TWO.includes(word),
        mark: marks.includes(word),
        divides: DIVIDING.includes(word),
      },
    ]),
  );
}

function opensClause(token: Token | undefined, openers: WordSet): boolean {
  return token !== undefined && openers.holds(token);
}

/** The `old` of `the 52-year-old`. */
function isAge(tokens: readonly Token[], i: number): boolean {
  return tokens[i]?.lower === 'old' && tokens[i - 2]?.lower === 'year' && tokens[i - 4]?.kind === 'number';
}

/** `her` before a noun is a possessive. */
function decideCase(pronoun: Pronoun, tokens: readonly Token[], i: number, afterObject: WordSet): Pronoun {
  const token = tokens[i];
  if (token?.lower === 'his') return pronoun;
  if (token?.lower !== 'her') return pronoun;
  const next = tokens[i + 1];
  if (next === undefined || next.kind === 'punctuation' || afterObject.holds(next)) return pronoun;
  return { gender: pronoun.gender, case: 'possessive' };
}

/** The marks that close a quotation which the token at `i` opens, or null where it opens none. */
function closingMarks(tokens: readonly Token[], i: number): readonly string[] | null {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (token === undefined || next === undefined || next.sentence > token.sentence + 1) return null;
  switch (token.text) {
    case '“':
    case '„':
      return ['”', '“'];
    case '«':
      return ['»'];
    case '"':
      return ['"'];
    case '‘':
      return ['’'];
    case "'":
      return token.spaced && !next.spaced ? ["'"] : null;
    default:
      return null;
  }
}

/** A single mark closes only at the end of a word: not in `the workers’ union`. */
function closes(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token === undefined || (token.text !== "'" && token.text !== '’')) return true;
  const before = tokens[i - 1];
  const next = tokens[i + 1];
  if (token.spaced) return false;
  return (
    before?.kind === 'punctuation' ||
    next === undefined ||
    next.kind === 'punctuation' ||
    next.sentence !== token.sentence
  );
}
