import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Entity, EventMention, Extraction, Figure, Mention, SourceDocument } from '../../src/core/model';
import { textSpan } from '../../src/core/text';
import { GoldError, parseGold } from '../eval/gold';
import { locate, occurrences, sentenceAt, sentenceEnds } from '../eval/locate';
import { type Result, score } from '../eval/score';
import { faults } from '../eval/soundness';
import { missList, summary, table } from '../eval/table';

const TEXT =
  'Nauru’s Foreign Minister Ada Bee flew to Fiji on Monday. She said 12 people were killed. “We will pay,” Bee added.';

const GOLD = parseGold(`
source: nauru.txt
date: { value: 2024-03-05, latest: 2024-03-06, stated: false }
people:
  - { id: bee, names: [Ada Bee, Bee], country: NR, role: foreign minister, refs: ["[[She]] said"] }
places:
  - { id: nauru, names: [Nauru], country: NR }
  - { id: fiji, names: [Fiji], country: FJ }
dates: [{ at: "on [[Monday]].", value: 2024-03-04 }]
figures: [{ at: "said [[12 people]]", value: 12, bound: exact, measure: killed, place: fiji, attribution: Bee }]
quotes: [{ at: "[[“We will pay,”]]", speaker: bee }]
events:
  - { id: visit, at: "Bee [[flew]] to", type: CONSULT, mode: visit, who: [bee, fiji], date: 2024-03-04 }
  - { id: pledge, at: "We [[will pay]],", type: AGREE, who: [bee], optional: true }
`);

function span(words: string, from = 0): { start: number; end: number; text: string } {
  const start = TEXT.indexOf(words, from);
  return textSpan(TEXT, { start, end: start + words.length });
}

function named(words: string, kind: Mention['kind'], entity: string, from = 0): Mention {
  return { ...span(words, from), kind, form: 'name', entity };
}

const entity = (id: string, kind: Entity['kind'], country: string, title?: string): Entity => ({
  id,
  kind,
  name: id,
  variants: [],
  country,
  offices:
    title === undefined
      ? []
      : [
          {
            title,
            country,
            organization: null,
            from: null,
            to: null,
            evidence: [{ path: 'in/nauru.txt', start: 0, end: 1 }],
          },
        ],
});

const figure: Figure = {
  ...span('12 people'),
  value: 12,
  bound: 'exact',
  unit: 'people',
  measure: 'killed',
  of: null,
  place: 'E2',
  attribution: span('Ada Bee'),
  asOf: null,
  series: null,
};

const visit: EventMention = {
  ...span('flew'),
  trigger: span('flew'),
  type: 'CONSULT',
  mode: 'visit',
  actors: ['E1'],
  recipients: ['E2'],
  date: '2024-03-04',
  place: null,
  status: 'actual',
  event: 'V1',
};

const document: SourceDocument = {
  path: 'in/nauru.txt',
  date: { value: '2024-03-06', earliest: '2024-03-05', latest: '2024-03-06', basis: 'inferred', evidence: [] },
  mentions: [
    named('Nauru’s', 'place', 'E3'),
    named('Minister Ada Bee', 'person', 'E1'),
    named('Fiji', 'place', 'E2'),
    { ...span('She'), kind: 'person', form: 'pronoun', entity: 'E1' },
    named('Bee', 'person', 'E1', 90),
  ],
  dates: [{ ...span('Monday'), value: '2024-03-04', certain: false }],
  figures: [figure],
  quotes: [{ ...span('“We will pay,”'), form: 'direct', speaker: 'E1' }],
  events: [visit],
  boilerplate: [],
};

function extraction(changes: Partial<SourceDocument> = {}): Extraction {
  return {
    schemaVersion: 1,
    documents: [{ ...document, ...changes }],
    entities: [
      entity('E1', 'person', 'NR', 'Minister of Foreign Affairs'),
      entity('E2', 'place', 'FJ'),
      entity('E3', 'place', 'NR'),
    ],
    events: [],
    series: [],
    problems: [],
  };
}

const run = (changes: Partial<SourceDocument> = {}): Result => score([{ gold: GOLD, text: TEXT }], extraction(changes));

/** `[P, R, F1]` of a task. */
function of(result: Result, task: string): readonly number[] {
  const found = result.scores.find((s) => s.task === task);
  assert.ok(found, `no row ${task}`);
  return [found.precision, found.recall, found.f1].map((n) => Math.round(n * 1000) / 1000);
}

describe('score', () => {
  it('gives 1 in every task to an extraction that is the gold', () => {
    const result = run();
    assert.deepEqual(result.misses, []);
    assert.equal(result.macro, 1);
    assert.equal(result.scores.length, 20);
    assert.equal(summary(result), 'macro-F1 1.000 over 20 tasks, 1 sources');
  });

  it('counts a name with a wrong span as missed and as extra', () => {
    const result = run({ mentions: [named('Nauru’s Foreign', 'place', 'E3'), ...document.mentions.slice(1)] });
    assert.deepEqual(of(result, 'place'), [0.5, 0.5, 0.5]);
    assert.match(missList(result), /missed "Nauru".*\n.*extra "Nauru’s Foreign"/);
  });

  it('punishes a wrong value of a figure with its details, but no extra figure without a measure', () => {
    const result = run({ figures: [{ ...figure, value: 13, measure: null }] });
    assert.deepEqual(of(result, 'figure'), [0, 0, 0]);
    assert.deepEqual(of(result, 'figure place'), [0, 0, 0]);
    assert.equal(result.misses.filter((m) => m.detail.startsWith('extra')).length, 0);
  });

  it('counts a wrong referent on both sides, an unfound one on one', () => {
    const wrong = document.mentions.map((m) => (m.form === 'pronoun' ? { ...m, entity: 'E3' } : m));
    assert.deepEqual(of(run({ mentions: wrong }), 'coreference'), [0, 0, 0]);
    const none = document.mentions.filter((m) => m.form !== 'pronoun');
    const twice = document.mentions.flatMap((m) => (m.form === 'pronoun' ? [m, { ...m }] : [m]));
    assert.deepEqual(of(run({ mentions: none }), 'coreference'), [0, 0, 0]);
    assert.deepEqual(of(run({ mentions: twice }), 'coreference'), [0.5, 1, 0.667]);
  });

  it('takes an event of the right type in the same sentence, and lets optional ones soak up extras', () => {
    const pledge: EventMention = { ...visit, trigger: span('pay'), type: 'AGREE', event: 'V2' };
    assert.deepEqual(of(run({ events: [visit, pledge] }), 'event'), [1, 1, 1]);
    const elsewhere = { ...visit, trigger: span('killed') };
    assert.deepEqual(of(run({ events: [elsewhere] }), 'event'), [0, 0, 0]);
    const extra = { ...visit, actors: ['E1', 'E3'] };
    assert.deepEqual(of(run({ events: [extra] }), 'event participants'), [0.667, 1, 0.8]);
  });

  it('compares days by their first ten characters and document dates with a span of days', () => {
    const interval = document.dates.map((d) => ({ ...d, value: '2024-03-04/2024-03-05' }));
    assert.deepEqual(of(run({ dates: interval }), 'date'), [1, 1, 1]);
    assert.ok(document.date);
    const late = { ...document.date, value: '2024-03-07' };
    assert.deepEqual(of(run({ date: late }), 'document date'), [0, 0, 0]);
    assert.deepEqual(of(run({ date: null }), 'document date'), [0, 0, 0]);
  });

  it('halves linking when a person is split in two', () => {
    const split = document.mentions.map((m) => (m.start > 90 ? { ...m, entity: 'E9' } : m));
    assert.deepEqual(of(run({ mentions: split }), 'person linking (B3)'), [1, 0.5, 0.667]);
  });

  it('says which sources are missing', () => {
    const result = run({ path: 'other.txt' });
    assert.deepEqual(result.missing, ['nauru.txt']);
    assert.match(table(result), /^1 of 1 gold sources are not in the extraction\ntask +P +R +F1 +n\nperson /);
  });
});

describe('gold', () => {
  it('finds whole words only, the longer name first', () => {
    const found = occurrences('Bees: Ada Bee, Bee-eater', GOLD.entities).map((o) => [o.start, o.end]);
    assert.deepEqual(found, [
      [6, 13],
      [15, 18],
    ]);
  });

  it('rejects a context that is not unique, and a file with a wrong bound', () => {
    assert.throws(() => locate('a b a', '[[a]]'), GoldError);
    assert.throws(() => parseGold('{ source: a, figures: [{ at: x, value: 1, bound: some }] }'), GoldError);
  });

  it('splits sentences at stops before capitals and at line breaks, not after abbreviations', () => {
    const text = 'On Oct. 7 he left. Then\nGen. Bee came.';
    const ends = sentenceEnds(text);
    assert.deepEqual(
      ['Oct', 'Then', 'Bee'].map((w) => sentenceAt(ends, text.indexOf(w))),
      [0, 1, 2],
    );
  });

  for (const folder of ['test/gold/dev', 'test/gold/held-out'])
    for (const file of fs.readdirSync(folder).filter((f) => f.endsWith('.yaml')))
      it(`${folder}/${file} fits its text`, () => {
        const gold = parseGold(fs.readFileSync(path.join(folder, file), 'utf8'));
        assert.deepEqual(faults(gold, fs.readFileSync(path.join(folder, gold.source), 'utf8')), []);
      });
});
