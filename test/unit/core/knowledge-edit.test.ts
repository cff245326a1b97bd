import assert from 'node:assert/strict';
import { setSourceDate, setSourceDates } from '../../../src/core/knowledge-edit';
import { parseKnowledge } from '../../../src/core/knowledge-parse';

/** A file, and what dating `a.txt` makes of it; `null`: no edit is safe. */
const CASES: readonly (readonly [name: string, before: string, after: string | null])[] = [
  ['an empty file', '', 'sources:\n  a.txt: { date: 2024-06-02 }\n'],
  ['only comments', '# notes\n', '# notes\nsources:\n  a.txt: { date: 2024-06-02 }\n'],
  [
    'no sources yet',
    'people:\n  - name: A # who\n',
    'people:\n  - name: A # who\nsources:\n  a.txt: { date: 2024-06-02 }\n',
  ],
  [
    'sources without entries',
    'sources: # what the texts do not say\npeople: []\n',
    'sources: # what the texts do not say\n  a.txt: { date: 2024-06-02 }\npeople: []\n',
  ],
  [
    'another source',
    'sources:\n  b.txt: { date: 2024-01-01 } # sure\n\n# people\npeople: []\n',
    'sources:\n  b.txt: { date: 2024-01-01 } # sure\n  a.txt: { date: 2024-06-02 }\n\n# people\npeople: []\n',
  ],
  [
    'the date changes',
    'sources:\n  a.txt: { date: 2024-06-01, publisher: X } # c\n',
    'sources:\n  a.txt: { date: 2024-06-02, publisher: X } # c\n',
  ],
  [
    'an entry without a date',
    'sources:\n  a.txt:\n    publisher: X\n',
    'sources:\n  a.txt:\n    publisher: X\n    date: 2024-06-02\n',
  ],
  [
    'a flow entry without a date',
    'sources:\n  a.txt: { publisher: X }\n',
    'sources:\n  a.txt: { publisher: X, date: 2024-06-02 }\n',
  ],
  [
    'an empty entry',
    'sources:\n  a.txt:\n  b.txt: { date: 2024-01-01 }\n',
    'sources:\n  a.txt: { date: 2024-06-02 }\n  b.txt: { date: 2024-01-01 }\n',
  ],
  ['an empty date', 'sources:\n  a.txt:\n    date:\n', 'sources:\n  a.txt:\n    date: 2024-06-02\n'],
  ['empty braces', 'sources: {}\n', 'sources: { a.txt: { date: 2024-06-02 } }\n'],
  [
    'Windows line ends',
    'sources:\r\n  b.txt: { date: 2024-01-01 }\r\n',
    'sources:\r\n  b.txt: { date: 2024-01-01 }\r\n  a.txt: { date: 2024-06-02 }\r\n',
  ],
  ['no final line end', 'people: []', 'people: []\nsources:\n  a.txt: { date: 2024-06-02 }'],
  ['a broken file', 'sources: [\n', null],
  ['sources is a list', 'sources: [a]\n', null],
];

/** What dating several sources at once must come to. */
function datedInTurn(text: string, dates: readonly { path: string; day: string }[]): string | null {
  let result = text;
  for (const { path, day } of dates) {
    const edit = setSourceDate(result, path, day);
    if (edit === null) return null;
    result = result.slice(0, edit.start) + edit.newText + result.slice(edit.end);
  }
  return result;
}

describe('knowledge-edit', () => {
  for (const [name, before] of CASES) {
    it(`dates several sources at once as it does one after the other: ${name}`, () => {
      const dates = ['c.txt', 'a.txt', 'x: y.txt', 'b.txt', 'd.txt'].map((path, i) => ({
        path,
        day: `2024-06-0${i + 1}`,
      }));
      for (let n = 0; n <= dates.length; n++) {
        const some = dates.slice(0, n);
        assert.equal(setSourceDates(before, some), datedInTurn(before, some));
      }
    });
  }

  for (const [name, before, after] of CASES) {
    it(`dates a source: ${name}`, () => {
      const edit = setSourceDate(before, 'a.txt', '2024-06-02');
      const result = edit === null ? null : before.slice(0, edit.start) + edit.newText + before.slice(edit.end);
      assert.equal(result, after);
      if (result !== null) assert.equal(parseKnowledge(result).knowledge.sources.get('a.txt')?.date, '2024-06-02');
    });
  }

  it('quotes a path that YAML would read otherwise', () => {
    const edit = setSourceDate('', 'week 1: talks/#3.txt', '2024-06-02');
    assert.equal(parseKnowledge(edit?.newText ?? '').knowledge.sources.get('week 1: talks/#3.txt')?.date, '2024-06-02');
  });
});
