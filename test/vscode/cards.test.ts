import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { FOLDER, useAffair } from './affair';
import { cardOver, closeAll, eventually, lensesOf, positionOf, showSource, until, uriOf, write } from './support';

const SETTINGS = { explain: 'hover.explain' };

describe('cards and colors', () => {
  useAffair();
  after(closeAll);

  it('name the office on the day of the source, and on whose word', async () => {
    const document = await showSource(`${FOLDER}/monday.txt`);
    // The folder is a part of the dossier around it until its own knowledge file is noticed.
    await until(async () => {
      const card = await cardOver(document, 'Inês Duarte');
      assert.match(card, /^\*\*🇵🇹 Inês Duarte\*\*/u);
      assert.match(card, /\*\*Portuguese labour minister\*\* since 1 March 2030/);
      assert.match(card, /\(https:\/\/www\.wikidata\.org\/wiki\/Q4115189 /);
    });
  });

  it('say of a pronoun whom it refers to', async () => {
    const document = await showSource(`${FOLDER}/monday.txt`);
    await until(async () => {
      assert.match(await cardOver(document, 'She visited'), /“She” \*\\\(pronoun\\\)\* refers to/);
    });
  });

  it('resolve a date from the day of the source', async () => {
    const document = await showSource(`${FOLDER}/monday.txt`);
    await until(async () => {
      assert.match(await cardOver(document, 'Sunday'), /\*\*Sunday, 4 May 2031\*\*/);
    });
  });

  it('escape what is in texts and knowledge', async () => {
    await write(
      `${FOLDER}/odd/dossier.yaml`,
      'people:\n  - name: "[Odd](command:x) <b>Name</b> *Silva*"\n    aliases: [Rui Silva]\n',
    );
    await write(`${FOLDER}/odd/a.txt`, 'Minister Rui Silva resigned on May 3, 2031.');
    const document = await showSource(`${FOLDER}/odd/a.txt`);
    await until(async () => {
      const card = await cardOver(document, 'Rui Silva');
      assert.ok(card.includes('\\[Odd\\]\\(command\\:x\\) \\<b\\>Name\\</b\\> \\*Silva\\*'), card);
    });
  });

  it('allow no command but the one behind links, and no HTML', async () => {
    const document = await showSource(`${FOLDER}/monday.txt`);
    const hover = await eventually(async () => {
      const [first] = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        positionOf(document, 'Inês Duarte'),
      );
      return first;
    });
    const [content] = hover.contents;
    assert.ok(content instanceof vscode.MarkdownString);
    assert.deepEqual(content.isTrusted, { enabledCommands: ['dossier.internal.followLink'] });
    assert.notEqual(content.supportHtml, true);
  });

  it('say which rule found the words, on request', async () => {
    const document = await showSource(`${FOLDER}/monday.txt`);
    const settings = vscode.workspace.getConfiguration('dossier', document);
    await until(async () => {
      const card = await cardOver(document, 'Inês Duarte');
      assert.match(card, /Duarte/);
      assert.doesNotMatch(card, /Found by/);
    });
    await settings.update(SETTINGS.explain, true, vscode.ConfigurationTarget.Global);
    await until(async () => {
      assert.match(await cardOver(document, 'Inês Duarte'), /\*Found by:\* /);
    });
    await settings.update(SETTINGS.explain, undefined, vscode.ConfigurationTarget.Global);
  });

  it('compare the figures of a paragraph with other sources', async () => {
    const document = await showSource(`${FOLDER}/monday.txt`);
    await until(async () => {
      const lens = (await lensesOf(document)).find((l) => l.command?.title.startsWith('at least 30 injured'));
      assert.match(lens?.command?.title ?? '', /moved on since \(\+4 in 2 days to 34\)/);
      assert.equal(lens?.range.start.line, 4);
      assert.match(
        await cardOver(document, 'At least 30'),
        /\| 7&nbsp;May&nbsp;2031 \| \[34\]\(.*\+4&nbsp;in&nbsp;2&nbsp;days \|/,
      );
    });
  });

  it('color people, organizations, places and figures', async () => {
    const document = await showSource(`${FOLDER}/monday.txt`);
    await until(async () => {
      const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
        'vscode.provideDocumentSemanticTokensLegend',
        document.uri,
      );
      const { data } = await vscode.commands.executeCommand<vscode.SemanticTokens>(
        'vscode.provideDocumentSemanticTokens',
        document.uri,
      );
      const types = new Set<string>();
      for (let i = 3; i < data.length; i += 5) types.add(legend.tokenTypes[data[i] ?? 0] ?? '');
      assert.deepEqual([...types].filter((t) => ['person', 'place', 'figure', 'date'].includes(t)).sort(), [
        'date',
        'figure',
        'person',
        'place',
      ]);
    });
  });

  it('open a place behind a link and select it', async () => {
    await showSource(`${FOLDER}/monday.txt`);
    const target = { to: 'place', place: { path: 'wednesday.txt', start: 0, end: 5 } };
    await vscode.commands.executeCommand('dossier.internal.followLink', uriOf(FOLDER).toString(), target);
    await until(() => {
      const editor = vscode.window.activeTextEditor;
      assert.ok(editor !== undefined && editor.document.uri.path.endsWith('/wednesday.txt'));
      assert.equal(editor.document.getText(editor.selection), 'PORTO');
    });
  });
});
