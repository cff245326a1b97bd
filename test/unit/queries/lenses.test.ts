import assert from 'node:assert/strict';
import { Corpus } from '../../../src/core/corpus';
import { citation } from '../../../src/core/queries/citation';
import { figureLenses, sourceLenses } from '../../../src/core/queries/lenses';
import { DossierView } from '../../../src/core/queries/view';
import { testCases } from '../cases';
import { ferryAffair } from './ferry';

/** A case is the path of a source: the lenses at its top, then those of its figures with the start of their paragraph. */
testCases('lenses', (path) => {
  const view = ferryAffair();
  const top = sourceLenses(view, path);
  const figures = figureLenses(view, path).map((l) => `${l.at.start} ${l.standing}: ${l.title}`);
  return [`${top?.date.title ?? '–'} | ${top?.counts ?? '–'}`, ...(top?.date.tooltip ?? '').split('\n'), ...figures];
});

/** A case is `path:start-end`. */
testCases('citations', (text) => {
  const [, path = '', start, end] = /^(.*):(\d+)-(\d+)$/u.exec(text) ?? [];
  return [citation(ferryAffair(), { path, start: Number(start), end: Number(end) })];
});

describe('a figure that no other source counts', () => {
  it('has a lens that says so, unless it is a step or not to be compared', () => {
    const corpus = new Corpus();
    const path = 'report.txt';
    corpus.set(
      path,
      'LA PAZ, 3 March 2021 - A landslide killed 14 people in Coroico on Tuesday. Another 3 people died on Wednesday. The road is 96 kilometres long.',
    );
    const annotations = corpus.annotations(path);
    assert.ok(annotations);
    const view = new DossierView(corpus.extraction, new Map([[path, annotations]]), corpus.knowledge);
    const lenses = figureLenses(view, path);
    assert.deepEqual(
      lenses.map((l) => [l.standing, l.title]),
      [['only', '14 killed: only source']],
    );
    assert.deepEqual(lenses[0]?.places, [{ path, start: 42, end: 51 }]);
  });
});
