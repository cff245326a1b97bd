import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { FOLDER, KNOWLEDGE, useAffair } from './affair';
import { closeAll, eventually, lensesOf, show, showSource, until, uriOf } from './support';

describe('the date of a source', () => {
  useAffair();
  afterEach(closeAll);

  it('is written into the knowledge file, comments stay, undo works', async () => {
    const document = await showSource(`${FOLDER}/wednesday.txt`);
    const title = async (): Promise<string> => (await lensesOf(document))[0]?.command?.title ?? '';
    await eventually(async () => /\d{4} · (stated|inferred)|Undated/.test(await title()));
    const picked = vscode.commands.executeCommand('dossier.setSourceDate', uriOf(`${FOLDER}/wednesday.txt`));
    await eventually(async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const file = await vscode.workspace.openTextDocument(uriOf(`${FOLDER}/dossier.yaml`));
      return file.getText().includes('wednesday.txt');
    });
    await picked;
    const { document: knowledge } = await show(`${FOLDER}/dossier.yaml`);
    await until(() => {
      assert.match(knowledge.getText(), /^ {2}wednesday\.txt: \{ date: 2031-05-07 \}$/mu);
      assert.ok(knowledge.getText().includes('# since the election'));
    });
    await eventually(async () => /set in dossier/.test(await title()));
    await vscode.commands.executeCommand('undo');
    await until(() => {
      assert.equal(knowledge.getText(), KNOWLEDGE);
    });
    await knowledge.save();
  });
});
