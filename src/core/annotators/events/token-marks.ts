/** What is known of each token before a sentence is cut into chunks. */
import type { LocalDate, LocalQuotation } from '../../annotations';
import type { ReadReferences } from '../input';
import type { TokenMarks } from './word-classes';

/** The dates, names and direct quotations that the tokens of a source stand in. */
export function markTokens(read: ReadReferences, quotes: readonly LocalQuotation[]): TokenMarks {
  const { tokens } = read;
  const date = new Int32Array(tokens.length).fill(-1);
  const name = new Int32Array(tokens.length).fill(-1);
  const quoted = new Uint8Array(tokens.length);
  for (const [index, d] of read.dates.entries() as Iterable<[number, LocalDate]>) {
    // Words that name an event of the knowledge file are an event themselves; its day is found when linking.
    if (d.expression.type !== 'event') date.fill(index, d.first, d.last);
  }
  for (const [index, n] of read.names.entries()) name.fill(index, n.first, n.last);
  let token = 0;
  for (const quote of quotes) {
    if (quote.form !== 'direct') continue;
    while (token > 0 && (tokens[token - 1]?.end ?? 0) > quote.start) token--;
    while (token < tokens.length && (tokens[token]?.end ?? Infinity) <= quote.start) token++;
    for (let k = token; k < tokens.length && (tokens[k]?.start ?? Infinity) < quote.end; k++) quoted[k] = 1;
  }
  return { date, name, quoted };
}
