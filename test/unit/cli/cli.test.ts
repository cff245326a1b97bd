/** The command line as a user runs it: the built program, with its exit status and both streams. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Extraction } from '../../../src/core/model';

const CLI = path.resolve('dist/cli.js');

describe('dossier on the command line', () => {
  let folder: string;

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-'));
  });

  afterEach(() => {
    fs.rmSync(folder, { recursive: true, force: true });
  });

  const write = (name: string, content: string | Uint8Array): void => {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  };

  function run(...args: string[]): { status: number | null; out: string; err: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { cwd: folder, encoding: 'utf8' });
    return { status, out: stdout, err: stderr };
  }

  function extract(...args: string[]): Extraction {
    const { status, out, err } = run('extract', ...args);
    assert.equal(status, 0, err);
    return JSON.parse(out) as Extraction;
  }

  it('searches folders for sources and gives paths as they were given', () => {
    write('b.txt', 'B.');
    write('deep/er/a.txt', 'A.');
    write('.hidden/c.txt', 'C.');
    write('node_modules/d.txt', 'D.');
    write('notes.md', 'E.');
    const paths = (...args: string[]): string[] => extract(...args).documents.map((d) => d.path);
    assert.deepEqual(paths('.'), ['b.txt', 'deep/er/a.txt']);
    assert.deepEqual(paths('./deep', 'b.txt'), ['./deep/er/a.txt', 'b.txt'].sort());
    assert.deepEqual(paths(path.join(folder, 'deep')), [`${folder}/deep/er/a.txt`]);
  });

  it('uses the dossier.yaml of a folder, and another with --knowledge', () => {
    write('in/a.txt', 'Nothing is said here.');
    write('in/dossier.yaml', 'sources:\n  a.txt: { date: 2021-05-06 }\n');
    write('other.yaml', 'sources:\n  in/a.txt: { date: 2020-01-02 }\n');
    assert.equal(extract('in').documents[0]?.date?.value, '2021-05-06');
    assert.equal(extract('in/a.txt').documents[0]?.date?.value, '2021-05-06');
    assert.equal(extract('in', '--knowledge', 'other.yaml').documents[0]?.date?.value, '2020-01-02');
  });

  it('prints JSON lines, one kind a line', () => {
    write('a.txt', 'President Ana Ruiz met Prime Minister John Mbeki in Nairobi on 3 May 2021.');
    const { out, status } = run('extract', 'a.txt', '--format', 'jsonl');
    assert.equal(status, 0);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((l) => JSON.parse(l) as object);
    assert.deepEqual(lines[0], { schemaVersion: 1 });
    assert.ok(lines.every((l) => Object.keys(l).length === 1));
    const kinds = new Set(lines.slice(1).map((l) => Object.keys(l)[0]));
    assert.ok(kinds.has('document') && kinds.has('entity') && kinds.has('event'), [...kinds].join());
  });

  it('explains on demand only', () => {
    write('a.txt', 'President Ana Ruiz spoke.');
    assert.ok(!run('extract', 'a.txt').out.includes('"why"'));
    assert.ok(run('extract', 'a.txt', '--explain').out.includes('"why"'));
  });

  it('goes on past what cannot be read, and says what and where', () => {
    write('good.txt', 'President Ana Ruiz spoke.');
    write('latin.txt', Buffer.from('Line one\nJos\xe9', 'latin1'));
    write('wide.txt', Buffer.from('\ufeffA', 'utf16le'));
    write('picture.txt', Uint8Array.from([0x89, 0x50, 0, 0]));
    write('empty.txt', '');
    const { status, out } = run('check', '.', 'gone.txt');
    assert.equal(status, 1);
    assert.deepEqual(
      out
        .trimEnd()
        .split('\n')
        .filter((l) => !l.startsWith('good.txt')),
      [
        'empty.txt:1:1: information source-empty The file is empty.',
        'gone.txt:1:1: error unreadable There is no such file or folder.',
        'latin.txt:1:1: error not-utf8 The file is not UTF-8 (first wrong byte: line 2, byte 13 of the file). Save it as UTF-8.',
        'picture.txt:1:1: error binary The file is binary, not plain text.',
        'wide.txt:1:1: error not-utf8 The file is UTF-16. Save it as UTF-8.',
      ],
    );
    assert.deepEqual(
      extract('.').documents.map((d) => d.path),
      ['empty.txt', 'good.txt'],
    );
  });

  it('reads no pipes and goes round in no circle of links', () => {
    write('a.txt', 'A.');
    // Where there is no mkfifo there are no pipes in folders.
    spawnSync('mkfifo', [path.join(folder, 'pipe.txt')]);
    fs.symlinkSync('.', path.join(folder, 'loop'));
    fs.symlinkSync('a.txt', path.join(folder, 'link.txt'));
    assert.deepEqual(
      extract('.').documents.map((d) => d.path),
      ['a.txt', 'link.txt'],
    );
  });

  it('points into a broken dossier.yaml', () => {
    write('a.txt', 'A.');
    write('dossier.yaml', 'people:\n  - name: Ana\n    country: Chad\n');
    const { status, out } = run('check', '.');
    assert.equal(status, 1);
    assert.match(out, /^dossier\.yaml:3:14: error knowledge-invalid .*`TD` for Chad/mu);
  });

  it('lets control characters of a source steer no terminal', () => {
    write('a\u001b[31m.txt', 'President Ana Ruiz\u001b[2J spoke.');
    for (const command of ['report', 'check']) assert.ok(!run(command, '.').out.includes('\u001b'));
  });

  it('fits its report into a narrow terminal', () => {
    write(
      'a.txt',
      'KYIV, 3 May 2021 — President Ana Ruiz met Prime Minister John Mbeki. At least 12 people were killed in Nairobi.',
    );
    const { status, out } = run('report', '.');
    assert.equal(status, 0);
    for (const heading of ['Sources', 'Officials', 'Events', 'Figures compared'])
      assert.ok(out.includes(`${heading}\n`), heading);
    assert.ok(out.split('\n').every((l) => l.length <= 100));
  });

  it('exits with 2 on wrong usage and says what is wrong', () => {
    for (const [args, message] of [
      [['frobnicate'], 'There is no command'],
      [['toString', '.'], 'There is no command'],
      [['extract'], 'Which sources?'],
      [['mcp'], 'Which sources?'],
      [['mcp', '.', '--format', 'json'], 'format'],
      [['extract', '--format', 'xml', '.'], '--format takes json or jsonl'],
      [['check', '--bogus', '.'], 'bogus'],
    ] as const) {
      const { status, out, err } = run(...args);
      assert.deepEqual([status, out], [2, '']);
      assert.ok(err.includes(message), err);
    }
    assert.equal(run().status, 2);
  });

  it('has help everywhere', () => {
    for (const args of [
      ['--help'],
      ['-h'],
      ['extract', '--help'],
      ['report', '-h'],
      ['check', '--help'],
      ['mcp', '--help'],
    ]) {
      const { status, out } = run(...args);
      assert.equal(status, 0);
      assert.match(out, /^Usage: dossier /u);
    }
  });

  it('survives a reader that closes the pipe', async () => {
    for (let i = 0; i < 40; i++)
      write(`${i}.txt`, 'President Ana Ruiz met Prime Minister John Mbeki in Nairobi. '.repeat(40));
    const child = spawn(process.execPath, [CLI, 'extract', '.'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.once('close', resolve));
    assert.deepEqual([status, err], [0, '']);
  });
});
