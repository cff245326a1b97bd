import type { Paragraph, Sentence, Token } from '../../annotations';
import { functionWords, WordClass } from '../../lexicon/grammar';
import { type Pronoun, personNouns, referenceWords } from './words';

/** What one pass over the tokens finds. */
export interface Scan {
  /** 1 for each token between the marks of a direct quotation. */
  readonly quoted: Uint8Array;
  /** For each token the number of its clause; relative and subordinate clauses count anew. */
  readonly clause: Int32Array;
  /** Token index → the pronoun that stands there. */
  readonly pronouns: ReadonlyMap<number, Pronoun>;
  /** Indices of tokens that are nouns for a person: `striker`, `resident`. */
  readonly nouns: readonly number[];
}

/** Finds direct quotations, clauses, pronouns and nouns for people, in one pass. Quotations end with their paragraph. */
export function scan(tokens: readonly Token[], sentences: readonly Sentence[], paragraphs: readonly Paragraph[]): Scan {
  const { pronouns: table, clauseOpeners, afterObject } = referenceWords();
  const classes = functionWords();
  const people = personNouns();
  const quoted = new Uint8Array(tokens.length);
  const clause = new Int32Array(tokens.length);
  const pronouns = new Map<number, Pronoun>();
  const nouns: number[] = [];
  let current = 0;
  let sentence = -1;
  let paragraph = -1;
  let closing = null as readonly string[] | null;

  for (const [i, token] of tokens.entries()) {
    if (token.sentence !== sentence) {
      sentence = token.sentence;
      current++;
      const next = sentences[sentence]?.paragraph ?? -1;
      if (next !== paragraph) closing = null;
      paragraph = next;
    }
    if (paragraphs[paragraph]?.kind === 'boilerplate') {
      clause[i] = current;
      continue;
    }
    if (token.kind === 'punctuation' || token.text === '‘') {
      const opens: readonly string[] | null = closing === null ? closingMarks(tokens, i) : null;
      if (opens !== null) {
        closing = opens;
        current++;
      } else if (closing?.includes(token.text) === true && closes(tokens, i)) {
        closing = null;
        current++;
      } else if (token.text === ';' || token.text === ':' || token.text === '—' || token.text === '–') current++;
    } else if (token.kind === 'word') {
      const bits = token.case === 'all' && token.text.length > 1 ? 0 : (classes.get(token.lower) ?? 0);
      const pronoun = table.get(token.lower);
      if (pronoun !== undefined && token.text !== 'HE') {
        pronouns.set(i, decideCase(pronoun, tokens, i, afterObject));
        if (pronoun.case === 'subject' && !opensClause(tokens[i - 1], clauseOpeners)) current++;
      } else if (token.case === 'none' || i === sentences[sentence]?.first) {
        if (clauseOpeners.has(token.lower) || (bits & WordClass.relative) !== 0) current++;
        else if (people.has(token.lower) || isAge(tokens, i)) nouns.push(i);
      } else if (people.has(token.lower)) nouns.push(i);
    }
    clause[i] = current;
    if (closing !== null) quoted[i] = 1;
  }
  return { quoted, clause, pronouns, nouns };
}

function opensClause(token: Token | undefined, openers: ReadonlySet<string>): boolean {
  return token !== undefined && openers.has(token.lower);
}

/** The `old` of `the 52-year-old`. */
function isAge(tokens: readonly Token[], i: number): boolean {
  return tokens[i]?.lower === 'old' && tokens[i - 2]?.lower === 'year' && tokens[i - 4]?.kind === 'number';
}

/** `her` before a noun is a possessive. */
function decideCase(pronoun: Pronoun, tokens: readonly Token[], i: number, afterObject: ReadonlySet<string>): Pronoun {
  const token = tokens[i];
  if (token?.lower === 'his') return pronoun;
  if (token?.lower !== 'her') return pronoun;
  const next = tokens[i + 1];
  if (next === undefined || next.kind === 'punctuation' || afterObject.has(next.lower)) return pronoun;
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
