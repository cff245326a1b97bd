import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Answer } from '../../src/core/queries/answers';
import type { Citation } from '../../src/core/queries/answers-place';
import { useAffair } from './affair';
import { eventually, until, uriOf, write } from './support';

const TOOLS = ['dossier_officials', 'dossier_events', 'dossier_figures', 'dossier_quotations'] as const;

async function ask(tool: (typeof TOOLS)[number], input: object): Promise<Answer> {
  const { content } = await vscode.lm.invokeTool(tool, { input, toolInvocationToken: undefined });
  const [part] = content;
  assert.ok(part instanceof vscode.LanguageModelTextPart);
  return JSON.parse(part.value) as Answer;
}

function citationsOf({ results }: Answer): readonly Citation[] {
  return results.flatMap((r) => ('citation' in r ? [r.citation] : r.citations));
}

describe('tools for chats', () => {
  useAffair();

  it('are offered with what a model needs to know', async () => {
    const offered = await eventually(() => {
      const ours = vscode.lm.tools.filter((t) => t.name.startsWith('dossier_'));
      return ours.length === TOOLS.length && ours;
    });
    assert.deepEqual(offered.map((t) => t.name).sort(), [...TOOLS].sort());
    for (const { description, inputSchema } of offered) {
      assert.match(description, /news reports.*cite path and line/su);
      assert.ok(inputSchema);
    }
  });

  for (const tool of TOOLS) {
    it(`${tool} cites words that stand exactly there`, async () => {
      const places = await eventually(async () => {
        const found = citationsOf(await ask(tool, { source: 'strike/' }));
        return found.length > 0 && found;
      });
      for (const { path, line, column, endLine, endColumn, start, end, quote } of places) {
        const document = await vscode.workspace.openTextDocument(uriOf(path));
        const range = new vscode.Range(line - 1, column - 1, endLine - 1, endColumn - 1);
        assert.equal(document.getText(range), quote);
        assert.equal(document.getText().slice(start, end), quote);
      }
    });
  }

  it('know people by any spelling, and their offices', async () => {
    await until(async () => {
      const { found, results } = await ask('dossier_officials', { name: 'ines duarte', country: 'Portugal' });
      assert.equal(found, 1);
      const [person] = results;
      assert.ok(person !== undefined && 'offices' in person);
      assert.equal(person.name, 'Inês Duarte');
      assert.ok(person.offices.some((o) => o.title === 'labour minister' && o.from === '2030-03-01'));
    });
  });

  it('see what has changed', async () => {
    await write(
      'strike/friday.txt',
      'PORTO, May 9, 2031 - Health Minister Rui Falcão visited the harbour on Friday.\n',
    );
    await eventually(async () => (await ask('dossier_officials', { name: 'falcao' })).found === 1);
  });

  it('say when there is more', async () => {
    await until(async () => {
      const { found, cutOff, results } = await ask('dossier_officials', { limit: 1 });
      assert.ok(found > 1);
      assert.equal(results.length, 1);
      assert.match(cutOff ?? '', /"skip": 1/u);
    });
  });

  it('tell a model what is wrong with its input', async () => {
    await assert.rejects(ask('dossier_events', { from: 'yesterday' }), /"from" must be a day, month or year/u);
  });
});
