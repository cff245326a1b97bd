import assert from 'node:assert/strict';
import { Corpus } from '../../../src/core/corpus';
import { charts, CHART_DEFAULTS } from '../../../src/core/queries/charts';
import { figuresTree } from '../../../src/core/queries/figures-tree';
import { DossierView } from '../../../src/core/queries/view';

const quake = (date: string, killed: number, who: string): string =>
  `AREQUIPA, ${date} - The earthquake in Arequipa killed ${killed} people, ${who} said.\n`;

describe('series of one label', () => {
  const corpus = new Corpus();
  corpus.set('a.txt', quake('March 4, 2023', 210, 'police'));
  corpus.set('b.txt', quake('March 6, 2023', 214, 'the mayor'));
  corpus.set('c.txt', quake('August 9, 2027', 31, 'police'));
  corpus.set('d.txt', quake('August 12, 2027', 33, 'the mayor'));
  const annotations = new Map(
    corpus.paths.flatMap((path) => {
      const found = corpus.annotations(path);
      return found === undefined ? [] : [[path, found] as const];
    }),
  );
  const view = new DossierView(corpus.extraction, annotations, corpus.knowledge);

  it('are told apart in the tree and in the pictures', () => {
    const labels = figuresTree(view).map((n) => n.label);
    assert.deepEqual(labels.sort(), [
      'Killed · people · Arequipa (4 Mar 2023 – 6 Mar 2023)',
      'Killed · people · Arequipa (9 Aug 2027 – 12 Aug 2027)',
    ]);
    const { choices, charts: drawn } = charts(view, CHART_DEFAULTS);
    for (const list of [choices, drawn]) assert.deepEqual(list.map((c) => c.label).sort(), labels);
  });
});
