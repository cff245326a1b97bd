import type { LocalQuotation } from '../annotations';
import type { ReadReferences } from './input';
import { indirectQuotes } from './quotes/indirect';
import { type QuotedRun, pairMarks } from './quotes/marks';
import { contentOf, namesSomething } from './quotes/scare';
import type { Attribution } from './quotes/references';
import { attribute } from './quotes/speakers';
import { type Statement, findStatements } from './quotes/statements';
import { type Reading, prepare } from './reading';
import { itemAt } from '../items';

/**
 * Finds direct and indirect quotations and their speakers.
 *
 * The span of a direct quotation includes its marks; each pair of marks is one quotation, and so is each paragraph of a
 * quotation that runs on. Titles, nicknames and scare quotes are left out: a part of a sentence in marks counts only where the
 * sentence reports speech.
 * @returns sorted by start
 */
export function findQuotes(read: ReadReferences): readonly LocalQuotation[] {
  const r = prepare(read);
  const quoted = new Uint8Array(r.tokens.length);
  const runs = r.paragraphs.map((p) => (p.kind === 'boilerplate' ? [] : pairMarks(r, p)));
  for (const list of runs) for (const run of list) markQuoted(r, run, quoted);

  const cache = new Map<number, readonly Statement[]>();
  const statements = (index: number): readonly Statement[] => {
    const sentence = r.sentences[index];
    let found = cache.get(index);
    if (found === undefined && sentence !== undefined) cache.set(index, (found = findStatements(r, sentence, quoted)));
    return found ?? [];
  };
  const quotes: LocalQuotation[] = [];
  directQuotes(r, runs, quoted, statements, quotes);
  for (const [index, sentence] of r.sentences.entries()) {
    if (r.paragraphs[sentence.paragraph]?.kind === 'boilerplate') continue;
    quotes.push(...indirectQuotes(r, sentence, statements(index), quoted));
  }
  return quotes.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** A quotation that is still open at the end of a paragraph, and may be taken up in the next one. */
interface Open {
  /** Its place in the list of quotations. */
  readonly index: number;
  readonly found: Attribution;
}

function directQuotes(
  r: Reading,
  runs: readonly (readonly QuotedRun[])[],
  quoted: Uint8Array,
  statements: (sentence: number) => readonly Statement[],
  quotes: LocalQuotation[],
): void {
  let carried: Attribution | null = null;
  let open: Open | null = null;
  for (const [index, list] of runs.entries()) {
    const paragraph = r.paragraphs[index];
    if (paragraph === undefined) continue;
    let previous: Attribution | null = null;
    const first = r.sentences[paragraph.first]?.first;
    if (list[0]?.open !== first) open = null;
    for (const run of list) {
      const content = contentOf(r, run);
      if (run.nested || content.words === 0) continue;
      const end = r.tokens[run.close]?.end ?? 0;
      const before = itemAt(quotes, open?.index);
      if (open !== null && before !== undefined && run.open === first) {
        // A paragraph that opens with marks goes on with the quotation left open before it.
        quotes[open.index] = { ...before, end, rule: 'quote-over-paragraphs' };
        previous = open.found;
        if (!run.unclosed) open = null;
        continue;
      }
      open = null;
      if (namesSomething(r, run, content)) continue;
      const found = attribute(r, run, quoted, statements, { previous, carried });
      if (found === null || !isQuotation(run, content, found, paragraph.kind === 'headline')) continue;
      if (run.unclosed) open = { index: quotes.length, found };
      const start = r.tokens[run.open]?.start ?? 0;
      quotes.push({ start, end, form: 'direct', speaker: found.speaker, rule: found.rule });
      previous = found;
    }
    carried = previous;
  }
}

/** Whether somebody says it: a clause with its stop needs no more; a part of one needs a statement around it. */
function isQuotation(
  run: QuotedRun,
  content: ReturnType<typeof contentOf>,
  found: Attribution,
  headline: boolean,
): boolean {
  if (run.unclosed && content.words < 4) return false;
  if (headline) return content.words > 3 && found.speaker !== null;
  const complete = content.ends && content.words > 2;
  return complete || (found.rule !== 'quote-without-speaker' && !found.rule.startsWith('speaker-'));
}

function markQuoted(r: Reading, run: QuotedRun, quoted: Uint8Array): void {
  const content = contentOf(r, run);
  if (!run.nested && namesSomething(r, run, content)) return;
  for (let k = run.open; k <= run.close; k++) quoted[k] = 1;
}
