/** Indirect quotations: what statements say without marks. */
import type { LocalQuotation, Sentence } from '../../annotations';
import { WordClass } from '../../lexicon/grammar';
import { speechTable } from '../../lexicon/speech';
import { type Reading } from '../reading';
import type { Statement } from './statements';

/** Verbs that need a clause behind them to report speech: without `that` or a subject they only tell of an act. */
const CLAUSE_OPENERS = WordClass.determiner | WordClass.subjectPronoun | WordClass.possessive;
const MARKS = new Set(['.', '!', '?', ',', '"', '”', ';', ':']);

/** The indirect quotations of a sentence. Clauses that hold a direct quotation are left to it. */
export function indirectQuotes(
  r: Reading,
  sentence: Sentence,
  statements: readonly Statement[],
  quoted: Uint8Array,
): LocalQuotation[] {
  const found: LocalQuotation[] = [];
  for (const [index, statement] of statements.entries()) {
    const { content, subject } = statement;
    if (subject === null || statement.verb?.manner === true) continue;
    const next = statements[index + 1];
    const limit =
      next !== undefined && next.at > statement.at && statement.order === 'before'
        ? cut(r, next, content.last)
        : content.last;
    const last = trimEnd(r, content.first, limit);
    if (last - content.first < 2 || holdsQuote(quoted, content.first, last)) continue;
    if (statement.order === 'before' && !opensClause(r, statement, sentence)) continue;
    const mention = subject.mention === null ? undefined : r.mentions[subject.mention];
    found.push({
      start: r.tokens[content.first]?.start ?? 0,
      end: r.tokens[last - 1]?.end ?? 0,
      form: 'indirect',
      speaker: mention?.entity ?? null,
      rule: statement.order === 'according' ? 'according-to' : 'reported-speech',
    });
  }
  return found;
}

/** A second statement in the same sentence ends the first: before its `and` or comma, else before its subject. */
function cut(r: Reading, next: Statement, last: number): number {
  if (next.order !== 'before' || next.subject === null) return last;
  const gerund = next.verb?.gerund === true;
  let k = gerund ? next.at : next.subject.first < next.at ? next.subject.first : next.at;
  const word = r.tokens[k - 1]?.lower;
  if (word === 'and' || word === 'but' || word === ',' || word === 'while') k--;
  else if (!gerund) return last;
  return Math.min(k, last);
}

function trimEnd(r: Reading, first: number, last: number): number {
  let end = last;
  while (end > first && MARKS.has(r.tokens[end - 1]?.text ?? '')) end--;
  return end;
}

function holdsQuote(quoted: Uint8Array, first: number, last: number): boolean {
  for (let k = first; k < last; k++) if (quoted[k] === 1) return true;
  return false;
}

/** `that` or the subject of a clause stands behind the verb. */
function opensClause(r: Reading, statement: Statement, sentence: Sentence): boolean {
  const { first } = statement.content;
  if (r.tokens[first - 1]?.lower === 'that') return true;
  if (statement.verb?.statement !== true || first >= sentence.last) return false;
  const lemma = statement.verb.lemma;
  if (!speechTable().plain.has(lemma)) return false;
  const bits = r.classes[first] ?? 0;
  const token = r.tokens[first];
  return (
    (bits & CLAUSE_OPENERS) !== 0 || r.mentionAt[first] !== -1 || token?.kind === 'number' || token?.case === 'initial'
  );
}
