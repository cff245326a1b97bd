import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, edit, eventually, problemsOf, remove, show, showSource, until, uriOf, write } from './support';

const FOLDER = 'floods';
const TIDE = `${FOLDER}/tide.txt`;
const STAR = `${FOLDER}/star.txt`;
const YAML = `${FOLDER}/dossier.yaml`;
const KNOWLEDGE = '# Floods in Sylhet\npeople: []\n';

async function actions(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind?: string,
): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, kind);
}

async function problemIn(path: string, code: string): Promise<vscode.Diagnostic> {
  return eventually(() =>
    vscode.languages.getDiagnostics(uriOf(path)).find((d) => typeof d.code === 'object' && d.code.value === code),
  );
}

describe('problems', () => {
  before(async () => {
    await write(YAML, KNOWLEDGE);
    await write(
      TIDE,
      'DHAKA, June 3, 2024 - At least 450 people were killed in the flood in Sylhet, the Red Crescent said.\n',
    );
    await write(
      STAR,
      'DHAKA, June 3, 2024 - Exactly 300 people were killed in the flood in Sylhet, the Red Crescent said.\n',
    );
  });
  afterEach(async () => {
    await closeAll();
    await vscode.workspace
      .getConfiguration('dossier')
      .update('problems.severity', undefined, vscode.ConfigurationTarget.Workspace);
    await write(YAML, KNOWLEDGE);
    // The editor hears of the change on disk a little later; an edit before that would be lost.
    await eventually(async () => (await vscode.workspace.openTextDocument(uriOf(YAML))).getText() === KNOWLEDGE);
  });
  after(() => remove(FOLDER));

  it('lead to the related place and to what their code means', async () => {
    await showSource(TIDE);
    const star = await vscode.workspace.openTextDocument(uriOf(STAR));
    await until(async () => {
      const found = await problemIn(TIDE, 'figure-conflict');
      assert.equal(found.severity, vscode.DiagnosticSeverity.Warning);
      const [related] = found.relatedInformation ?? [];
      assert.equal(related?.location.uri.toString(), uriOf(STAR).toString());
      assert.equal(star.getText(related.location.range), 'Exactly 300 people');
      const target = typeof found.code === 'object' ? found.code.target : undefined;
      assert.match(decodeURIComponent(String(target)), /explainProblem\?\["figure-conflict"\]/);
    });
  });

  it('are as grave as the setting says', async () => {
    await showSource(TIDE);
    await problemIn(TIDE, 'figure-conflict');
    const set = async (severity: string): Promise<void> => {
      const settings = vscode.workspace.getConfiguration('dossier');
      await settings.update('problems.severity', { 'figure-conflict': severity }, vscode.ConfigurationTarget.Workspace);
    };
    await set('hint');
    await eventually(
      async () => (await problemIn(TIDE, 'figure-conflict')).severity === vscode.DiagnosticSeverity.Hint,
    );
    await set('off');
    await eventually(() => !problemsOf(TIDE).some((p) => p.endsWith('figure-conflict')));
  });

  it('are accepted by a quick fix, which undo takes back', async () => {
    const document = await showSource(TIDE);
    const found = await problemIn(TIDE, 'figure-conflict');
    const fix = await eventually(async () =>
      (await actions(document, found.range, 'quickfix')).find((a) => a.title === 'Accept this difference'),
    );
    assert.ok(fix.edit);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await eventually(() => problemsOf(TIDE).length === 0 && problemsOf(STAR).length === 0);
    const { document: knowledge } = await show(YAML);
    await until(() => {
      assert.equal(
        knowledge.getText(),
        `${KNOWLEDGE}accepted:\n  - { code: figure-conflict, source: tide.txt, text: At least 450 people, other: star.txt }\n`,
      );
    });
    await vscode.commands.executeCommand('undo');
    await until(() => {
      assert.equal(knowledge.getText(), KNOWLEDGE);
    });
    await problemIn(TIDE, 'figure-conflict');
  });

  it('do not flicker while somebody types elsewhere in the source', async () => {
    const document = await showSource(TIDE);
    // Once this is told, everything that went before has been dealt with.
    await write(YAML, `${KNOWLEDGE}told: 1\n`);
    await problemIn(YAML, 'knowledge-unknown-key');
    await problemIn(TIDE, 'figure-conflict');
    let emptied = 0;
    const watch = vscode.languages.onDidChangeDiagnostics(() => {
      if (problemsOf(TIDE).length === 0) emptied++;
    });
    const editor = await show(TIDE);
    for (const letter of 'More rain is expected.') {
      await edit(editor, (e) => {
        e.insert(document.positionAt(document.getText().length), letter);
      });
    }
    await eventually(async () => (await problemIn(TIDE, 'figure-conflict')).range.start.line === 0);
    watch.dispose();
    assert.equal(emptied, 0);
  });

  it('of the knowledge file stand at their place', async () => {
    await showSource(TIDE);
    const expect = async (text: string, codes: readonly string[]): Promise<void> => {
      await write(YAML, text);
      await eventually(() => {
        assert.deepEqual(problemsOf(YAML), codes);
        return true;
      });
    };
    await expect('people:\n  - { name: A, country: Chad }\npeeple: []\n', [
      '2 knowledge-invalid',
      '3 knowledge-unknown-key',
    ]);
    await expect('sources:\n  gone.txt: { date: 2024-06-03 }\n', ['2 knowledge-no-such-source']);
  });

  it('of inferred dates are settled all at once', async () => {
    await write(
      `${FOLDER}/undated.txt`,
      'SYLHET, June 3 - The flood began on Monday, eight months after the quake of October 2023, a witness said on Monday.\n',
    );
    const document = await showSource(`${FOLDER}/undated.txt`);
    const top = new vscode.Range(0, 0, 0, 0);
    await until(async () => {
      const offered = await actions(document, top, 'source.fixAll');
      assert.deepEqual(
        offered.map((a) => a.title),
        ['Accept all inferred dates (1)'],
      );
    });
    await vscode.commands.executeCommand('dossier.acceptInferredDates');
    const { document: knowledge } = await show(YAML);
    await eventually(() => /undated\.txt: \{ date: 2024-06-\d\d \}/u.test(knowledge.getText()));
    await remove(`${FOLDER}/undated.txt`);
  });

  it('in the knowledge file are avoided by completion and hover', async () => {
    await write(YAML, 'people:\n  - name: A\n    gender: \n');
    const { document } = await show(YAML);
    await eventually(() => document.getText().includes('gender: '));
    const at = document.positionAt(document.getText().indexOf('gender: ') + 8);
    await until(async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        at,
      );
      const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      assert.ok(labels.includes('female') && labels.includes('male'), labels.join());
    });
    await until(async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        new vscode.Position(0, 2),
      );
      const cards = hovers.flatMap((h) => h.contents as vscode.MarkdownString[]).map((c) => c.value);
      assert.match(cards.join('\n'), /Who people are/);
    });
  });
});
