import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../host/project.js';
import { bridgeAffair } from './bridge.js';
import { everythingWorks } from './everything.js';
import { useWorkbench } from './session.js';
import { eventually } from './waiting.js';

describe("in the browser's extension host", () => {
  everythingWorks(useWorkbench({ host: 'browser', folder: bridgeAffair(), width: 1500 }));
});

describe('in Restricted Mode', () => {
  const opened = useWorkbench({
    folder: bridgeAffair(),
    width: 1500,
    settings: {
      'security.workspace.trust.enabled': true,
      'security.workspace.trust.startupPrompt': 'never',
      'security.workspace.trust.banner': 'never',
      'security.workspace.trust.untrustedFiles': 'open',
    },
  });

  it('is what this window is in', async () => {
    await opened().workbench.waitForStatus('Restricted Mode');
  });

  everythingWorks(opened);
});

/** A folder whose sources the setting names; it holds no knowledge file. */
function reports(): string {
  const folder = path.join(temporaryFolder('sources'), 'archive');
  fs.cpSync(bridgeAffair(), path.join(folder, 'reports'), { recursive: true });
  fs.rmSync(path.join(folder, 'reports', 'dossier.yaml'));
  fs.mkdirSync(path.join(folder, '.vscode'));
  const settings = { 'dossier.sources': ['reports/**/*.txt'] };
  fs.writeFileSync(path.join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
  fs.writeFileSync(path.join(folder, 'notes.txt'), 'Foreign Minister Inês Duarte: call her back.\n');
  return folder;
}

describe('a folder that the setting makes a dossier', () => {
  const opened = useWorkbench({ folder: reports() });

  it('takes what the setting names, and nothing else', async () => {
    const { workbench, sideBar } = opened();
    await workbench.open('wednesday.txt');
    await workbench.waitForStatus('News Source');
    await workbench.open('notes.txt');
    await workbench.waitForStatus('Plain Text');
    await sideBar.show('Dossier');
    const sources = await sideBar.view('Sources');
    await eventually(async () => {
      assert.equal((await sources.read()).length, 3);
    });
  });

  it('gets its knowledge file by the first quick fix, and stays what it is', async () => {
    const { workbench, editor, sideBar } = opened();
    const file = path.join(workbench.folder, 'dossier.yaml');
    await workbench.open('wednesday.txt');
    await eventually(async () => {
      assert.match((await workbench.problems()).join('\n'), /figure-conflict/);
    });
    await workbench.open('wednesday.txt');
    await editor.reveal('34 people', { file: 'reports/wednesday.txt' });
    assert.ok(!fs.existsSync(file));
    await editor.quickFix('Accept this difference');
    await eventually(async () => {
      assert.match(fs.readFileSync(file, 'utf8'), /^accepted:\n {2}- \{ code: figure-conflict, source: reports\/wed/u);
      assert.doesNotMatch((await workbench.problems()).join('\n'), /figure-conflict/);
    });
    await sideBar.show('Dossier');
    const sources = await sideBar.view('Sources');
    fs.writeFileSync(path.join(workbench.folder, 'reports', 'friday.txt'), 'LISBON, May 9, 2031 - It rained.\n');
    await eventually(async () => {
      const names = (await sources.read()).map((row) => row.split('.txt')[0]?.trim());
      assert.deepEqual(
        names,
        ['friday', 'thursday', 'wednesday', 'monday'].map((name) => `reports/${name}`),
      );
    });
  });
});
