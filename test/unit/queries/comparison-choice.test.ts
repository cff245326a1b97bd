import assert from 'node:assert/strict';
import { Corpus } from '../../../src/core/corpus';
import { commonSources } from '../../../src/core/queries/comparison-choice';
import { DossierView } from '../../../src/core/queries/view';

function viewOf(texts: Readonly<Record<string, string>>): DossierView {
  const corpus = new Corpus();
  for (const [path, text] of Object.entries(texts)) corpus.set(path, text);
  const annotations = new Map(
    corpus.paths.flatMap((path) => {
      const found = corpus.annotations(path);
      return found === undefined ? [] : [[path, found] as const];
    }),
  );
  return new DossierView(corpus.extraction, annotations, corpus.knowledge);
}

const ABOUT = {
  'a.txt': 'Mayor Ilse Brandvold likes the harbour of Velmora.\n',
  'b.txt': 'Foreign Minister Josefa Naqara is fond of mangoes.\n',
  'c.txt': 'Foreign Minister Josefa Naqara is an author of two novels.\n',
};

describe('the sources compared at first', () => {
  it('have most people in common where they have no event and no series in common', () => {
    assert.deepEqual(commonSources(viewOf(ABOUT), null), ['b.txt', 'c.txt']);
    assert.deepEqual(commonSources(viewOf(ABOUT), 'c.txt'), ['c.txt', 'b.txt']);
  });

  it('are the first ones where they have nothing in common', () => {
    assert.deepEqual(commonSources(viewOf(ABOUT), 'a.txt'), ['a.txt', 'b.txt']);
  });
});
