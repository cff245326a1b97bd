/** `dossier mcp` as a client meets it: the built program, spoken to with the client of the official SDK. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import type { Answer } from '../../../src/core/queries/answers';
import type { Citation } from '../../../src/core/queries/answers-place';

const CLI = path.resolve('dist/cli.js');
const REPORT =
  'LIMA, May 5, 2031 - Peruvian Foreign Minister Ana Ruiz met Prime Minister John Mbeki in Nairobi on Monday.\n\n' +
  '“Nobody will be left behind,” Ruiz said. At least 30 people were injured in Lima, police said.\n';

describe('dossier mcp', () => {
  let folder: string;
  let client: Client;

  beforeEach(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-mcp-'));
    write('a.txt', REPORT);
    client = new Client({ name: 'test', version: '1' });
    await client.connect(
      new StdioClientTransport({ command: process.execPath, args: [CLI, 'mcp', '.'], cwd: folder, stderr: 'ignore' }),
    );
  });

  afterEach(async () => {
    await client.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  const write = (name: string, text: string): void => {
    fs.writeFileSync(path.join(folder, name), text);
  };

  async function call(name: string, input: Record<string, unknown> = {}): Promise<{ text: string; failed: boolean }> {
    const { content, isError } = await client.callTool({ name, arguments: input });
    const [part] = content as { type: string; text: string }[];
    assert.equal(part?.type, 'text');
    return { text: part.text, failed: isError === true };
  }

  async function ask(name: string, input: Record<string, unknown> = {}): Promise<Answer> {
    const { text, failed } = await call(name, input);
    assert.ok(!failed, text);
    return JSON.parse(text) as Answer;
  }

  it('lists tools that only read, titled and described', async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map((t) => t.name),
      ['dossier_officials', 'dossier_events', 'dossier_figures', 'dossier_quotations'],
    );
    for (const { title, description, annotations, inputSchema } of tools) {
      assert.match(title ?? '', /^Find /u);
      assert.ok((description ?? '').length > 100);
      assert.equal(annotations?.readOnlyHint, true);
      assert.equal(inputSchema.type, 'object');
    }
    assert.equal(client.getServerVersion()?.name, 'dossier');
  });

  for (const tool of ['dossier_officials', 'dossier_events', 'dossier_figures', 'dossier_quotations']) {
    it(`${tool} cites words that stand exactly there`, async () => {
      const places = (await ask(tool)).results.flatMap((r): readonly Citation[] =>
        'citation' in r ? [r.citation] : r.citations,
      );
      assert.ok(places.length > 0);
      for (const { path: file, start, end, quote } of places)
        assert.equal(fs.readFileSync(path.join(folder, file), 'utf8').slice(start, end), quote);
    });
  }

  it('reads files again that come, change and go, and dossier.yaml', async () => {
    const people = async (): Promise<string[]> =>
      (await ask('dossier_officials')).results.flatMap((r) => ('offices' in r ? [r.name] : [])).sort();
    assert.deepEqual(await people(), ['Ana Ruiz', 'John Mbeki']);
    write('b.txt', 'Health Minister Petra Novak resigned.\n');
    write('a.txt', REPORT.replace('John Mbeki', 'Samuel Otieno'));
    assert.deepEqual(await people(), ['Ana Ruiz', 'Petra Novak', 'Samuel Otieno']);
    write('dossier.yaml', 'people:\n  - { name: Ana Ruiz Delgado, aliases: [Ana Ruiz], country: PE }\n');
    fs.rmSync(path.join(folder, 'b.txt'));
    assert.deepEqual(await people(), ['Ana Ruiz Delgado', 'Samuel Otieno']);
  });

  it('tells what is wrong with an input, and goes on', async () => {
    const { text, failed } = await call('dossier_events', { type: 'WAR' });
    assert.ok(failed);
    assert.match(text, /There is no type "WAR"/u);
    await assert.rejects(call('dossier_rumours'), /There is no tool dossier_rumours/u);
    assert.ok((await ask('dossier_events')).found > 0);
  });

  it('says so where sources cannot be read', async () => {
    fs.writeFileSync(path.join(folder, 'c.txt'), Buffer.from('Jos\xe9', 'latin1'));
    assert.match(
      (await ask('dossier_figures')).note ?? '',
      /1 problem of reading, the first: c\.txt: The file is not UTF-8/u,
    );
  });
});
