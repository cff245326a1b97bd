import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../host/project.js';
import { useWorkbench } from './session.js';
import { eventually } from './waiting.js';

/** A folder of reports of its own, in a temporary place. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = path.join(temporaryFolder('reports'), 'reports');
  fs.mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  return folder;
}

describe('a folder that is no dossier', () => {
  const opened = useWorkbench({ folder: folderOf({ 'report.txt': 'Mayor Ana Ruiz resigned on May 3, 2031.' }) });

  it('stays plain text, and offers to start a dossier', async () => {
    const { workbench, sideBar, page } = opened();
    await workbench.open('report.txt');
    await workbench.waitForStatus('Plain Text');
    await sideBar.show('Dossier');
    const welcome = page.locator('.part.sidebar .welcome-view-content');
    await welcome.filter({ hasText: 'No folder here is a dossier yet' }).first().waitFor();
  });

  it('becomes one at a click', async () => {
    const { workbench, sideBar, page } = opened();
    await page.locator('.welcome-view-content .monaco-button', { hasText: 'Start a Dossier Here' }).first().click();
    await workbench.tab('dossier.yaml').waitFor();
    const officials = await sideBar.view('Officials');
    await eventually(async () => {
      assert.match((await officials.read()).join('\n'), /Other|Ana Ruiz/);
    });
    await workbench.open('report.txt');
    await workbench.waitForStatus('News Source');
  });
});

const DAY = 'May 7, 2031';

describe('sources that contradict each other', () => {
  const opened = useWorkbench({
    folder: folderOf({
      'dossier.yaml': '# Two reports of one day\n',
      'a.txt': `PORTO, ${DAY} - At least 40 people were injured in the collapse of a bridge in Porto, police said.\n`,
      'b.txt': `PORTO, ${DAY} - The collapse of a bridge in Porto injured 31 people, police said.\n`,
    }),
  });

  it('are told in a lens, in the figures with a badge, and in Problems', async () => {
    const { workbench, editor, sideBar, page } = opened();
    await workbench.open('b.txt');
    await eventually(async () => {
      assert.match((await editor.lenses()).join('\n'), /31 injured: in conflict with at least 40 \(a\.txt\)/);
    });
    await sideBar.show('Dossier');
    const figures = await sideBar.view('Figures');
    await eventually(async () => {
      assert.match((await figures.read()).join('\n'), /in conflict/);
    });
    await page.locator('.activitybar .badge', { hasText: '2' }).first().waitFor();
    await eventually(async () => {
      assert.match((await workbench.problems()).join('\n'), /figure-conflict/);
    });
  });

  it('agree again as soon as one is corrected, before it is saved', async () => {
    const { workbench, editor } = opened();
    await editor.reveal('31 people', { file: 'b.txt' });
    await editor.element.click();
    await editor.reveal('31 people', { file: 'b.txt' });
    await workbench.page.keyboard.press('Delete');
    await workbench.page.keyboard.type('4');
    await eventually(async () => {
      assert.match((await editor.lenses()).join('\n'), /41 injured: compatible with at least 40 \(a\.txt\)/);
    });
  });
});
