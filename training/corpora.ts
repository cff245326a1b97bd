/** Reads tagged corpora: `token<TAB>tag` lines (BIO: PER, ORG, LOC), blank lines between sentences, `# id` before a document. */
import fs from 'node:fs';
import { tokenize, type RawToken } from '../src/core/annotators/tokens';
import type { TaggerSentence } from '../src/core/annotators/tagger/document';
import { label, OUTSIDE } from '../src/core/annotators/tagger/labels';
import { abbreviationTable } from '../src/core/lexicon/lexicon';

interface TaggedSentence {
  readonly tokens: readonly RawToken[];
  readonly labels: Uint8Array;
}

export interface TaggedDocument {
  readonly tokens: readonly RawToken[];
  readonly sentences: readonly TaggerSentence[];
  /** The right label of each token. */
  readonly labels: Uint8Array;
}

const KIND: Readonly<Record<string, number>> = { PER: 0, ORG: 1, LOC: 2 };
const CLOSE = new Set([
  ',',
  '.',
  ';',
  ':',
  '!',
  '?',
  ')',
  ']',
  '}',
  '%',
  "'s",
  '’s',
  "n't",
  "'ll",
  "'re",
  "'ve",
  "'d",
  "'m",
  "''",
  '”',
  "'",
]);
const OPEN = new Set(['(', '[', '{', '$', '“', '``', '#']);

export function readCorpus(file: string): TaggedDocument[] {
  const documents: TaggedSentence[][] = [[]];
  let rows: [token: string, tag: string][] = [];
  const endSentence = (): void => {
    if (rows.length > 0) documents.at(-1)?.push(retokenize(rows));
    rows = [];
  };
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    const [token, tag] = line.split('\t');
    if (tag !== undefined && token !== undefined && token !== '') rows.push([token, tag.trim()]);
    else {
      endSentence();
      if (line.startsWith('#')) documents.push([]);
    }
  }
  endSentence();
  return documents.filter((d) => d.length > 0).map(joined);
}

function joined(parts: readonly TaggedSentence[]): TaggedDocument {
  let last = 0;
  const sentences = parts.map(({ tokens }) => ({ first: last, last: (last += tokens.length) }));
  return {
    tokens: parts.flatMap((s) => s.tokens),
    sentences,
    labels: Uint8Array.from(parts.flatMap((s) => [...s.labels])),
  };
}

/** Puts the corpus' tokens back into a text, so that they are cut the way the annotators cut. */
function retokenize(rows: readonly (readonly [string, string])[]): TaggedSentence {
  let text = '';
  const spans: { start: number; end: number; kind: number; begins: boolean }[] = [];
  rows.forEach(([raw, tag], i) => {
    const token = raw === '``' || raw === "''" ? '"' : raw;
    const previous = rows[i - 1]?.[0];
    const glued = previous === undefined || CLOSE.has(raw) || OPEN.has(previous) || raw === '-' || previous === '-';
    if (!glued) text += ' ';
    const start = text.length;
    text += token;
    if (tag !== 'O')
      spans.push({ start, end: text.length, kind: KIND[tag.slice(2)] ?? -1, begins: tag.startsWith('B') });
  });
  const tokens = tokenize(text, abbreviationTable().words);
  const kinds = tokens.map((t) => spans.find((s) => s.start < t.end && t.start < s.end));
  const begins = tokens.map((_, i) => kinds[i]?.begins === true && kinds[i].start >= (tokens[i - 1]?.end ?? 0));
  const labels = Uint8Array.from(tokens, (_, i) => {
    const span = kinds[i];
    if (span === undefined || span.kind < 0) return OUTSIDE;
    const first = begins[i] === true || kinds[i - 1]?.kind !== span.kind;
    const last = kinds[i + 1]?.kind !== span.kind || begins[i + 1] === true;
    return label(span.kind, first && last ? 'only' : first ? 'first' : last ? 'last' : 'inner');
  });
  return { tokens, labels };
}
