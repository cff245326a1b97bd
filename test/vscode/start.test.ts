import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, problemsOf, remove, showSource, until, uriOf, write } from './support';

describe('starting a dossier', () => {
  afterEach(closeAll);

  it('writes a commented knowledge file without problems, and never over one that is there', async () => {
    await write('fresh/one.txt', 'A text.');
    await vscode.commands.executeCommand('dossier.start', uriOf('fresh'));
    const editor = await eventually(() => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.path.endsWith('/fresh/dossier.yaml') && active;
    });
    const text = editor.document.getText();
    assert.match(text, /^# What the sources of this folder do not say/);
    await showSource('fresh/one.txt');
    await until(() => {
      assert.deepEqual(problemsOf('fresh/dossier.yaml'), []);
    });
    await write('fresh/dossier.yaml', '# mine\n');
    await vscode.commands.executeCommand('dossier.start', uriOf('fresh'));
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf('fresh/dossier.yaml'))), '# mine\n');
    await closeAll();
    await remove('fresh');
  });
});
