/**
 * What readers see goes through `l10n.t`, words of our tables through `l10n.term`; translators start from `l10n/bundle.l10n.json`.
 * `UPDATE=1` rewrites it.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { tableWords } from './table-words';

const BUNDLE = 'l10n/bundle.l10n.json';
const SAID = /\bl10n\.t\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/gu;
const SAID_AT_ALL = /\bl10n\.t\(/gu;

describe('l10n', () => {
  const files = ['src/core', 'src/vscode', 'src/webview'].flatMap((folder) =>
    fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)),
  );
  const texts = files.filter((f) => f.endsWith('.ts')).map((f) => [f, fs.readFileSync(f, 'utf8')] as const);
  const said = texts.flatMap(([, text]) =>
    [...text.matchAll(SAID)].map((m) => (m[1] ?? m[2] ?? '').replace(/\\(.)/gu, '$1')),
  );

  it('is given plain strings, so that they can be collected', () => {
    for (const [file, text] of texts)
      assert.equal([...text.matchAll(SAID)].length, [...text.matchAll(SAID_AT_ALL)].length, file);
  });

  it('finds every string in the bundle, and no other', () => {
    const expected = Object.fromEntries([...new Set([...said, ...tableWords()])].sort().map((s) => [s, s]));
    if (process.env['UPDATE'] === '1') fs.writeFileSync(BUNDLE, `${JSON.stringify(expected, null, 2)}\n`);
    assert.ok(said.length > 0);
    assert.deepEqual(JSON.parse(fs.readFileSync(BUNDLE, 'utf8')), expected);
  });
});
