/** Whatever happens to a folder, its sources are linked as if they had just been read; and what an edit moves is where it went. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Corpus } from '../../../src/core/corpus';
import { finish } from '../../../src/core/steps';
import type { Extraction } from '../../../src/core/model';

const RUNS = 25;

const REPORTS = [
  `Santiago, 4 March 2021 - At least 12 people were killed when a bus left the road near Temuco, police said.

"We will find out why," Transport Minister Gloria Hutt said on Thursday. She met President Sebastián Piñera on Wednesday.
`,
  `Chile: toll of bus crash rises

The bus crash near Temuco has killed 15 people, Hutt told reporters on Friday. Piñera called his Argentine counterpart.
`,
  `5 March 2021

Argentine President Alberto Fernández spoke by phone with Piñera after the crash, his office said. He said that 3 Argentines were
among the 14 dead.
`,
  `Peru's Foreign Minister Elizabeth Astete arrived in Santiago yesterday for talks with Chilean Foreign Minister Andrés Allamand.
`,
];

type Change =
  | { readonly kind: 'set'; readonly file: number; readonly report: number }
  | {
      readonly kind: 'splice';
      readonly file: number;
      readonly at: number;
      readonly cut: number;
      readonly words: string;
    }
  | { readonly kind: 'delete'; readonly file: number };

const file = fc.nat({ max: 5 });
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), file, report: fc.nat({ max: REPORTS.length - 1 }) }),
  fc.record({
    kind: fc.constant('splice' as const),
    file,
    at: fc.nat({ max: 300 }),
    cut: fc.nat({ max: 12 }),
    words: fc.constantFrom(
      '',
      'x',
      ' ',
      '7',
      '. ',
      ' said',
      ' on Monday',
      'Hutt ',
      '\n\n',
      'killed 20 people in Lima',
      '“',
    ),
  }),
  fc.record({ kind: fc.constant('delete' as const), file }),
);

function apply(texts: Map<string, string>, one: Change): string {
  const path = `report-${one.file}.txt`;
  const old = texts.get(path) ?? '';
  if (one.kind === 'delete') texts.delete(path);
  else if (one.kind === 'set') texts.set(path, REPORTS[one.report] ?? '');
  else texts.set(path, old.slice(0, one.at) + one.words + old.slice(one.at + one.cut));
  return path;
}

function update(corpus: Corpus, texts: ReadonlyMap<string, string>, path: string): void {
  const text = texts.get(path);
  if (text === undefined) corpus.delete(path);
  else corpus.set(path, text);
}

function fromScratch(texts: ReadonlyMap<string, string>): Extraction {
  const corpus = new Corpus();
  for (const [path, text] of texts) corpus.set(path, text);
  return corpus.extraction;
}

/** Every span of a document holds the words that stand there. */
function assertWordsStand(extraction: Extraction, path: string, text: string): void {
  const document = extraction.documents.find((d) => d.path === path);
  assert.ok(document);
  const { mentions, dates, figures, quotes, events } = document;
  for (const span of [mentions, dates, figures, quotes, events, document.date?.evidence ?? []].flat())
    assert.equal(span.text, text.slice(span.start, span.end));
  const ids = new Set(extraction.entities.map((e) => e.id));
  for (const { entity } of mentions) assert.ok(ids.has(entity), entity);
}

describe('A corpus that is edited', () => {
  it('is linked as from scratch after any changes, with changes between the steps', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(change, fc.nat({ max: 40 })), { maxLength: 12 }), (changes) => {
        const corpus = new Corpus();
        const texts = new Map<string, string>();
        for (const [one, steps] of changes) {
          const path = apply(texts, one);
          update(corpus, texts, path);
          const text = texts.get(path);
          const revised = corpus.revised(path);
          if (revised !== undefined && text !== undefined) assertWordsStand(revised.extraction, path, text);
          const linking = corpus.linkInSteps();
          for (let i = 0; i < steps; i++) if (linking.next().done === true) break;
        }
        assert.deepEqual(corpus.extraction, fromScratch(texts));
      }),
      { numRuns: RUNS },
    );
  });

  it('is right at once where somebody types words that say nothing', () => {
    const typed = 'Curtains fluttered beside warm cinnamon loaves, and dusk came slowly.';
    fc.assert(
      fc.property(fc.nat({ max: 3 }), fc.nat({ max: typed.length }), fc.nat({ max: 2 }), (which, length, where) => {
        const texts = new Map(REPORTS.map((text, i) => [`report-${i}.txt`, text]));
        const path = `report-${which}.txt`;
        const parts = (texts.get(path) ?? '').split('\n\n');
        const at = Math.min(where + 1, parts.length);
        const withWords = (words: string): string => [...parts.slice(0, at), words, ...parts.slice(at)].join('\n\n');
        const corpus = new Corpus();
        for (const [p, text] of texts) corpus.set(p, text);
        corpus.set(path, withWords('Curtains '));
        finish(corpus.linkInSteps());
        texts.set(path, withWords(typed.slice(0, Math.max(length, 9))));
        update(corpus, texts, path);
        assert.deepEqual(corpus.revised(path)?.extraction, fromScratch(texts));
      }),
      { numRuns: RUNS },
    );
  });
});
