import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { FOLDER, useAffair } from './affair';
import { closeAll, eventually, remove, root, show, showSource, write } from './support';

describe('the language of sources', () => {
  useAffair();
  afterEach(closeAll);

  it('is given to text files of a dossier', async () => {
    assert.equal((await showSource('000_14ea37f3a3ded030.txt')).languageId, 'news-source');
  });

  it('is given in a dossier within a dossier', async () => {
    assert.equal((await showSource(`${FOLDER}/monday.txt`)).languageId, 'news-source');
  });

  it('wraps lines', async () => {
    const document = await showSource(`${FOLDER}/monday.txt`);
    assert.equal(vscode.workspace.getConfiguration('editor', document).get('wordWrap'), 'on');
  });

  it('leaves other files alone', async () => {
    await write('notes.md', '# Notes');
    await showSource(`${FOLDER}/monday.txt`);
    const { document } = await show('notes.md');
    assert.equal(document.languageId, 'markdown');
    const outside = await vscode.workspace.openTextDocument({ content: 'plain', language: 'plaintext' });
    assert.equal(outside.languageId, 'plaintext');
    await remove('notes.md');
  });

  it('goes when the folder is no dossier any more, and comes back', async () => {
    await write('short/dossier.yaml', '');
    await write('short/a.txt', 'A text.');
    await showSource('short/a.txt');
    const language = (): string | undefined =>
      vscode.workspace.textDocuments.find((d) => d.uri.path.endsWith('/short/a.txt'))?.languageId;
    // Without its own knowledge file the folder belongs to the dossier around it.
    await remove('short/dossier.yaml');
    await eventually(() => language() === 'news-source');
    await vscode.workspace.fs.rename(
      vscode.Uri.joinPath(root(), 'dossier.yaml'),
      vscode.Uri.joinPath(root(), 'aside.yaml'),
    );
    await eventually(() => language() === 'plaintext');
    await vscode.workspace.fs.rename(
      vscode.Uri.joinPath(root(), 'aside.yaml'),
      vscode.Uri.joinPath(root(), 'dossier.yaml'),
    );
    await eventually(() => language() === 'news-source');
    await remove('short');
  });

  it('is given to what the setting names', async () => {
    await write('wire/one.news', 'Portuguese President Inês Duarte visited Porto.');
    const { document } = await show('wire/one.news');
    assert.equal(document.languageId, 'plaintext');
    const settings = vscode.workspace.getConfiguration('dossier', root());
    await settings.update('sources', ['wire/*.news'], vscode.ConfigurationTarget.Workspace);
    await showSource('wire/one.news');
    await settings.update('sources', undefined, vscode.ConfigurationTarget.Workspace);
    await eventually(() => {
      const now = vscode.workspace.textDocuments.find((d) => d.uri.path.endsWith('one.news'));
      return now?.languageId === 'plaintext';
    });
    await remove('wire');
    await remove('.vscode');
  });
});
