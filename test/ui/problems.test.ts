import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { useWorkbench } from './session.js';
import { eventually } from './waiting.js';

const TIDE = 'DHAKA, June 3, 2024 - At least 450 people were killed in the flood in Sylhet, the Red Crescent said.\n';
const STAR = 'DHAKA, June 3, 2024 - Exactly 300 people were killed in the flood in Sylhet, the Red Crescent said.\n';

describe('problems', () => {
  const opened = useWorkbench();

  it('are accepted by a quick fix and come back by undo', async () => {
    const { workbench, editor } = opened();
    fs.writeFileSync(path.join(workbench.folder, 'tide.txt'), TIDE);
    fs.writeFileSync(path.join(workbench.folder, 'star.txt'), STAR);
    const knowledge = path.join(workbench.folder, 'dossier.yaml');
    const before = fs.readFileSync(knowledge, 'utf8');
    const conflicts = async (): Promise<number> =>
      (await workbench.problems()).filter((p) => p.includes('figure-conflict')).length;
    const expect = (n: number): Promise<void> =>
      eventually(async () => {
        assert.equal(await conflicts(), n);
      });
    await workbench.open('tide.txt');
    await workbench.waitForStatus('News Source');
    await expect(2);
    await workbench.open('tide.txt');
    await editor.reveal('450');
    await editor.quickFix('Accept this difference');
    await expect(0);
    await workbench.open('dossier.yaml');
    await eventually(async () => {
      await editor.reveal('other: star.txt');
    });
    await workbench.command('Undo');
    await workbench.command('File: Save');
    await expect(2);
    await eventually(() => {
      assert.equal(fs.readFileSync(knowledge, 'utf8'), before);
      return Promise.resolve();
    });
  });

  it('explain their codes in the README', async () => {
    const { workbench, page } = opened();
    await workbench.problems();
    await page.locator('.markers-panel').getByText('figure-conflict', { exact: true }).last().click();
    await workbench.tab('Preview README.md').waitFor();
  });
});
