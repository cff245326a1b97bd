/**
 * Tests as data: `test/unit/cases/NAME.txt` holds cases between lines of `====`: a text, a line of `----`, and the expected
 * lines. Lines before the text that start with `#` say what the case is about. `UPDATE=1` (`npm run test:update`) rewrites the
 * expected lines, for review in the diff.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

interface Case {
  /** The `#` lines, as they stand. */
  readonly about: readonly string[];
  readonly text: string;
  readonly expected: string;
}

const BETWEEN = /^====$\n?/mu;
const ARROW = /^----$\n?/mu;

/** Declares one mocha test for each case of `test/unit/cases/NAME.txt`. `run` turns a text into compact lines. */
export function testCases(name: string, run: (text: string) => readonly string[]): void {
  const file = path.resolve('test/unit/cases', `${name}.txt`);
  const cases = fs.readFileSync(file, 'utf8').split(BETWEEN).map(parse);
  assert.ok(cases.length > 0, `${file} holds no case`);
  const update = process.env['UPDATE'] === '1';

  describe(name, () => {
    const actual = new Map<Case, string>();
    for (const [index, one] of cases.entries()) {
      it(one.about[0]?.slice(1).trim() ?? one.text.slice(0, 70).replaceAll('\n', ' ').trim(), () => {
        const lines = run(one.text).join('\n');
        actual.set(one, lines);
        if (!update) assert.equal(lines, one.expected, `case ${index + 1} of ${file}`);
      });
    }
    after(() => {
      if (update) fs.writeFileSync(file, cases.map((c) => print(c, actual.get(c) ?? c.expected)).join('====\n'));
    });
  });
}

function parse(source: string): Case {
  const [input = '', expected = ''] = source.split(ARROW);
  const lines = input.split('\n');
  const about = lines.slice(
    0,
    lines.findIndex((l) => !l.startsWith('#')),
  );
  return { about, text: lines.slice(about.length).join('\n').trimEnd(), expected: expected.trimEnd() };
}

function print(one: Case, lines: string): string {
  const about = one.about.map((l) => `${l}\n`).join('');
  return `${about}${one.text}\n----\n${lines}${lines === '' ? '' : '\n'}`;
}
