/** Any text at all yields annotations whose places lie in the text, in time that grows with its length only. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { annotate } from '../../../src/core/annotate';
import { Corpus } from '../../../src/core/corpus';
import { NO_KNOWLEDGE } from '../../../src/core/knowledge';
import type { Extraction } from '../../../src/core/model';
import { withoutByteOrderMark, type Span } from '../../../src/core/text';

const GOLD = 'test/gold/dev';
const reports = fs
  .readdirSync(GOLD)
  .filter((f) => f.endsWith('.txt'))
  .map((f) => fs.readFileSync(path.join(GOLD, f), 'utf8'));

/** News with characters deleted, doubled, swapped and replaced. */
const mutatedNews = fc
  .tuple(
    fc.constantFrom(...reports),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.constantFrom('delete', 'double', 'swap', 'replace'),
        fc.string({ unit: 'binary', maxLength: 3 }),
      ),
      { maxLength: 40 },
    ),
  )
  .map(([report, changes]) =>
    changes.reduce((text, [at, change, other]) => {
      const i = at % Math.max(1, text.length);
      switch (change) {
        case 'delete':
          return text.slice(0, i) + text.slice(i + 1);
        case 'double':
          return text.slice(0, i + 1) + text.slice(i);
        case 'swap':
          return text.slice(0, i) + text.charAt(i + 1) + text.charAt(i) + text.slice(i + 2);
        case 'replace':
          return text.slice(0, i) + other + text.slice(i + 1);
      }
    }, report),
  );

/** Pieces that annotators look for, in any order. */
const FRAGMENTS = [
  '"',
  '“',
  '”',
  '‘',
  '’',
  "'s",
  'Oct. ',
  ' 7',
  '1,',
  '2023-',
  '\n',
  '\n\n',
  '\r\n',
  '(',
  ')',
  '--',
  'U.',
  'killed ',
  'said ',
  'President ',
  'al-',
  'Ño ',
  '، ',
  '🙂',
  '\u202e',
  '\ud800',
  ' of ',
  'at least ',
  'million ',
  'his ',
  'the minister ',
  'in ',
  'and ',
];
const fragmented = fc
  .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 80 })
  .map((parts) => parts.join(''));

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ maxLength: 400 }),
  fragmented,
  mutatedNews,
);

function assertInside(spans: readonly Span[], text: string, what: string): void {
  for (const { start, end } of spans)
    assert.ok(0 <= start && start < end && end <= text.length, `${what} ${start}–${end} of ${text.length}`);
}

function extract(text: string): Extraction {
  const corpus = new Corpus();
  corpus.set('a.txt', text);
  return corpus.extraction;
}

describe('annotate, on any text', () => {
  it('places every annotation inside the text', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const text = withoutByteOrderMark(source);
        const a = annotate(source, NO_KNOWLEDGE);
        assert.equal(a.text, text);
        for (const what of [
          'tokens',
          'sentences',
          'paragraphs',
          'boilerplate',
          'stated',
          'dates',
          'names',
          'roles',
          'mentions',
          'quotes',
          'figures',
          'events',
        ] as const) {
          assertInside(a[what], text, what);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('gives each annotation the text of its place, and references that lead somewhere', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const text = withoutByteOrderMark(source);
        const { documents, entities, events, series } = extract(source);
        const [document] = documents;
        assert.ok(document);
        const ids = new Set(entities.map((e) => e.id));
        for (const x of [
          ...document.mentions,
          ...document.dates,
          ...document.figures,
          ...document.quotes,
          ...document.events,
          ...document.events.map((e) => e.trigger),
        ]) {
          assert.equal(x.text, text.slice(x.start, x.end));
        }
        for (const m of document.mentions) assert.ok(ids.has(m.entity), `mention of ${m.entity}`);
        for (const q of document.quotes) assert.ok(q.speaker === null || ids.has(q.speaker));
        for (const f of document.figures)
          assert.ok(
            (f.place === null || ids.has(f.place)) && (f.series === null || series.some((s) => s.id === f.series)),
          );
        for (const e of document.events) {
          assert.ok([...e.actors, ...e.recipients].every((id) => ids.has(id)));
          assert.ok(
            events.some((r) => r.id === e.event),
            `event ${e.event}`,
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order in which sources are added', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(reports, { minLength: 3, maxLength: 6 }), fc.nat(), (texts, turn) => {
        const named = texts.map((text, i) => [`${i}.txt`, text] as const);
        const k = turn % named.length;
        const [one, other] = [named, [...named.slice(k), ...named.slice(0, k)]].map((order) => {
          const corpus = new Corpus();
          for (const [name, text] of order) corpus.set(name, text);
          return corpus.extraction;
        });
        assert.deepEqual(one, other);
      }),
      { numRuns: 10 },
    );
  });
});

describe('annotate, on bad input', () => {
  const CASES: Readonly<Record<string, string>> = {
    'an empty text': '',
    'white space': ' \n\t\r\n\u00a0 ',
    'one line of a megabyte': 'President Ana Ruiz said on Monday that 12 people were killed in Lima. '.repeat(15_000),
    'a megabyte without a space': 'ab'.repeat(500_000),
    'a megabyte of capitals': 'Aa '.repeat(350_000),
    'a megabyte of open quotation marks': '“'.repeat(300_000),
    'a megabyte of digits': '1,'.repeat(500_000),
    'a megabyte of full stops': '.'.repeat(1_000_000),
    'a megabyte of line ends': '\n'.repeat(1_000_000),
    'control characters': '\u0000\u0001\u001b[31m Ana \u0007',
    'right-to-left text': 'قال الرئيس يوم الأحد إن 12 شخصا قتلوا. הנשיא אמר.',
    'lone surrogates and emoji': '\ud83d 👩‍👩‍👧 \udc00 Ana 🇵🇪 said',
  };
  for (const [name, text] of Object.entries(CASES)) {
    it(`reads ${name}`, () => {
      const { documents } = extract(text);
      assert.equal(documents.length, 1);
    }).timeout(60_000);
  }

  it('drops a byte-order mark and keeps Windows line ends', () => {
    const plain = extract('LIMA, May 3 — Ana Ruiz spoke.\r\n\r\nShe left.');
    const marked = extract('\ufeffLIMA, May 3 — Ana Ruiz spoke.\r\n\r\nShe left.');
    assert.deepEqual(marked, plain);
  });
});
