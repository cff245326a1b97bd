import assert from 'node:assert/strict';
import fs from 'node:fs';

interface Rule {
  readonly name?: string;
  readonly match?: string;
  readonly captures?: Readonly<Record<string, { readonly name: string }>>;
  readonly patterns?: readonly Rule[];
}

const { repository } = JSON.parse(fs.readFileSync('syntaxes/news-source.tmLanguage.json', 'utf8')) as {
  readonly repository: Readonly<Record<string, Rule>>;
};

/** The words that a rule of the grammar colors in a line. Its expressions are written so that JavaScript reads them too. */
function matches(rule: string, line: string): string[] {
  const { match, patterns = [] } = repository[rule] ?? {};
  const sources = [match, ...patterns.map((p) => p.match)].filter((m) => m !== undefined);
  assert.ok(sources.length > 0);
  for (const source of sources) {
    const flags = source.startsWith('(?i)') ? 'dgiu' : 'dgu';
    const found = [...line.matchAll(new RegExp(source.replace(/^\(\?i\)/u, ''), flags))].map((m) => m[0]);
    if (found.length > 0) return found;
  }
  return [];
}

describe('the grammar of sources', () => {
  const cases: readonly (readonly [rule: string, line: string, words: string[]])[] = [
    ['dateline', 'NAIROBI, Kenya, March 3 (Agency) - The president', ['NAIROBI, Kenya, March 3 (Agency) -']],
    ['dateline', 'LIMA: Peru and Chile', ['LIMA:']],
    ['dateline', 'GENEVA (AP) — Talks', ['GENEVA (AP) —']],
    ['dateline', 'The NATO - an alliance', []],
    ['header', ' date 2031-10-09 The ministers', [' date']],
    ['header', 'Updated: 3 May 2031', ['Updated:']],
    ['header', 'Dates are a fruit', []],
    ['quotation', 'He said “we shall see” and "never".', ['“we shall see”', '"never"']],
    ['quotation', '«Jamais», dit-il', ['«Jamais»']],
    ['date', 'on 3 May 2031 or', ['3 May 2031']],
    ['date', 'since last Oct. 7, when', ['Oct. 7']],
    ['date', 'It may rain in march', []],
    ['number', 'killed 36,379 and cost $1.5 million', ['36,379', '$1.5 million']],
    ['number', 'rose by 4.5% in', ['4.5%']],
  ];
  for (const [rule, line, words] of cases) {
    it(`${rule}: ${line}`, () => {
      assert.deepEqual(matches(rule, line), words);
    });
  }
});
