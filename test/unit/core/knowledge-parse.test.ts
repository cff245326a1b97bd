import assert from 'node:assert/strict';
import { parseKnowledge } from '../../../src/core/knowledge-parse';

/** A file, and its problems as `code@slice`. */
const CASES: readonly (readonly [name: string, text: string, problems: readonly string[]])[] = [
  ['an empty file', '', []],
  [
    'a whole file',
    'sources:\n  a.txt: { date: 2024-06-02, publisher: X }\npeople:\n  - { name: Ana Brnabić, country: RS, wikidata: Q23011167, offices: [{ title: Prime Minister, from: 2017-06-29, to: 2024-03-20 }] }\norganizations:\n  - { name: African Union, acronym: AU }\nevents:\n  - { name: The flood, date: 2021-07-14/2021-07-15, type: accident }\n',
    [],
  ],
  ['broken YAML', 'people: [\n', ['knowledge-syntax@']],
  ['a key twice', 'events: []\nevents: []\n', ['knowledge-syntax@e']],
  ['an unknown key', 'peeple: []\n', ['knowledge-unknown-key@peeple']],
  ['a list where a mapping belongs', '- a\n', ['knowledge-invalid@- a\n']],
  ['a day that does not exist', 'sources:\n  a.txt: { date: 2024-02-30 }\n', ['knowledge-invalid@2024-02-30']],
  ['a date that is not to the day', 'sources:\n  a.txt: { date: 2024-02 }\n', ['knowledge-invalid@2024-02']],
  ['a country by name', 'people:\n  - { name: A, country: Chad }\n', ['knowledge-invalid@Chad']],
  ['no name', 'people:\n  - { country: TD }\n', ['knowledge-invalid@{ country: TD }']],
  ['an id twice', 'people:\n  - { name: A B }\n  - { name: a b }\n', ['knowledge-duplicate@{ name: a b }']],
  [
    'an office that ends before it begins',
    'people:\n  - { name: A, offices: [{ title: mayor, from: 2020, to: 2019-12 }] }\n',
    ['knowledge-invalid@{ title: mayor, from: 2020, to: 2019-12 }'],
  ],
  ['an unknown event type', 'events:\n  - { name: A, date: 2020, type: PARTY }\n', ['knowledge-invalid@PARTY']],
  ['one alias without a list', 'people:\n  - { name: A, aliases: B }\n', []],
  ['an alias to an anchor', 'people:\n  - &p { name: A }\norganizations: [*p]\n', []],
];

describe('knowledge-parse', () => {
  for (const [name, text, expected] of CASES) {
    it(name, () => {
      const { problems } = parseKnowledge(text);
      assert.deepEqual(
        problems.map((p) => `${p.code}@${text.slice(p.start ?? 0, p.end ?? 0)}`),
        expected,
      );
    });
  }

  it('uses what is right beside what is wrong', () => {
    const { knowledge } = parseKnowledge(
      'people:\n  - { name: A, country: Mars }\n  - { name: B, country: TD, aliases: Bb }\n',
    );
    assert.deepEqual(
      knowledge.people.map((p) => [p.id, p.country, p.aliases]),
      [
        ['a', null, []],
        ['b', 'TD', ['Bb']],
      ],
    );
  });

  it('survives hostile input', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghij'
      .split('')
      .map(
        (k, i) =>
          `${k}: &${k} [${Array(9)
            .fill('*' + 'abcdefghij'.charAt(i))
            .join(',')}]`,
      )
      .join('\n')}\npeople: *j\n`;
    for (const text of [
      bomb,
      '['.repeat(100_000),
      'a: '.repeat(50_000),
      '- '.repeat(50_000),
      Array.from({ length: 3000 }, (_, i) => ' '.repeat(i) + 'a:').join('\n'),
      '\0\u0001',
      '&a *a',
      '? ? ? ?',
    ]) {
      const { knowledge } = parseKnowledge(text);
      assert.deepEqual(knowledge.people, []);
    }
  });
});
