/** Exact-span precision, recall and F1 of names. */
import { taggerDocument, type TaggerDocument } from '../src/core/annotators/tagger/document';
import { closes, KINDS, kindOf, opens } from '../src/core/annotators/tagger/labels';
import type { TaggedDocument } from './corpora';

type Scores = Readonly<Record<string, { readonly right: number; readonly found: number; readonly gold: number }>>;

export function score(documents: readonly TaggedDocument[], tag: (document: TaggerDocument) => Uint8Array): Scores {
  const scores: Record<string, { right: number; found: number; gold: number }> = {};
  for (const kind of ['all', ...KINDS]) scores[kind] = { right: 0, found: 0, gold: 0 };
  const count = (name: string, what: 'right' | 'found' | 'gold'): void => {
    for (const row of [scores['all'], scores[name.split(' ')[0] ?? '']]) if (row) row[what]++;
  };
  for (const document of documents) {
    const found = tag(taggerDocument(document.tokens, document.sentences));
    for (const { first, last } of document.sentences) {
      const gold = new Set(names(document.labels.subarray(first, last)));
      for (const name of gold) count(name, 'gold');
      for (const name of names(found.subarray(first, last))) {
        count(name, 'found');
        if (gold.has(name)) count(name, 'right');
      }
    }
  }
  return scores;
}

/** `kind first last` of each name. */
function names(labels: Uint8Array): string[] {
  const result: string[] = [];
  let first = -1;
  labels.forEach((l, i) => {
    if (opens(l)) first = i;
    if (closes(l)) result.push(`${KINDS[kindOf(l)] ?? ''} ${first} ${i}`);
  });
  return result;
}

export function table(scores: Scores): string {
  const rows = Object.entries(scores).map(([kind, { right, found, gold }]) => {
    const p = right / (found || 1);
    const r = right / (gold || 1);
    const f = p + r === 0 ? 0 : (2 * p * r) / (p + r);
    return `${kind.padEnd(14)} P ${p.toFixed(3)}  R ${r.toFixed(3)}  F1 ${f.toFixed(3)}  n ${gold}`;
  });
  return rows.join('\n');
}
