/** No regular expression of ours takes more than linear time on any text: held against an automaton of each (`recheck`). */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const FOLDER = 'src';

/** Each regular expression written in a file of `src/`, with the file. */
function expressions(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const file of fs.readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    const text = fs.readFileSync(path.join(FOLDER, file), 'utf8');
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) found.set(node.text, file);
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  }
  return found;
}

describe('regular expressions', () => {
  it('are linear in the length of the text', async () => {
    // Its programs in Java and for single platforms are not installed everywhere.
    process.env['RECHECK_BACKEND'] = 'pure';
    const { checkSync } = await import('recheck');
    const statusOf = (expression: string): string => {
      const end = expression.lastIndexOf('/');
      return checkSync(expression.slice(1, end), expression.slice(end + 1), { checker: 'automaton' }).status;
    };
    assert.deepEqual([statusOf('/^(a+)+$/u'), statusOf('/a+$/u')], ['vulnerable', 'vulnerable']);
    const all = [...expressions()];
    assert.ok(all.length > 100);
    assert.deepEqual(
      all.filter(([expression]) => statusOf(expression) !== 'safe'),
      [],
    );
  }).timeout(120_000);
});
