/** What must work wherever the extension runs: a short walk through all of it, on the affair of the bridge. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Opened } from './session.js';
import { eventually } from './waiting.js';
import { WebPanel } from './webPanel.js';

/** Declares the tests; each leaves the window as it found it. */
export function everythingWorks(opened: () => Opened): void {
  before(async () => {
    const { workbench, sideBar } = opened();
    await workbench.open('wednesday.txt');
    await workbench.waitForStatus('News Source');
    await sideBar.show('Dossier');
    const sources = await sideBar.view('Sources');
    await eventually(async () => {
      assert.equal((await sources.read()).length, 3);
    });
  });

  it('shows cards and lenses', async () => {
    const { editor } = opened();
    await editor.hover('Duarte visited', { says: [/Inês Duarte/, /foreign minister/i] });
    await editor.closeCard();
    assert.match((await editor.lenses()).join('\n'), /34 killed: in conflict with 41 \(thursday\.txt\)/);
  });

  it('goes to the definition and back', async () => {
    const { workbench, editor, page } = opened();
    await editor.reveal('Duarte visited');
    await editor.press('F12', workbench.tab('monday.txt'));
    await page.keyboard.press('Control+Alt+Minus');
    await workbench.tab('wednesday.txt').waitFor();
  });

  it('finds all mentions', async () => {
    const { editor, page } = opened();
    await editor.reveal('Inês Duarte');
    await editor.press('Shift+F12', editor.peekRows.nth(2));
    const rows = (await editor.peek()).rows.join('\n');
    for (const file of ['monday.txt', 'wednesday.txt', 'thursday.txt']) assert.ok(rows.includes(file), rows);
    await page.keyboard.press('Escape');
  });

  it('finds people with Ctrl+T', async () => {
    const { workbench, page } = opened();
    await workbench.quickInput('Control+KeyT');
    await workbench.typeQuickInput('#ines duarte');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Inês Duarte' }).first().waitFor();
    await page.keyboard.press('Escape');
    await workbench.quickInputGone();
  });

  it('draws a picture that leads to the text', async () => {
    const { workbench } = opened();
    const panel = new WebPanel(workbench);
    await panel.open('Dossier: Show Timeline', 'Timeline');
    await eventually(async () => {
      assert.match((await panel.marks()).join('\n'), /^Spain: Meeting: .*6 May 2031/mu);
    });
    await panel.mark(/^Spain: Meeting/u).click();
    await workbench.waitForStatus(/\(3 selected\)/u);
  });

  it('writes what the reader knows into dossier.yaml', async () => {
    const { workbench, editor } = opened();
    await workbench.closeEditors();
    await workbench.open('wednesday.txt');
    await eventually(async () => {
      assert.match((await workbench.problems()).join('\n'), /figure-conflict/);
    });
    await workbench.open('wednesday.txt');
    await editor.reveal('34 people');
    await editor.quickFix('Accept this difference');
    await workbench.open('dossier.yaml');
    await eventually(async () => {
      assert.match(await editor.visibleText(), /code: figure-conflict, source: wednesday\.txt/);
    });
    await workbench.command('File: Save');
    await eventually(async () => {
      const saved = fs.readFileSync(path.join(workbench.folder, 'dossier.yaml'), 'utf8');
      assert.match(saved, /code: figure-conflict, source: wednesday\.txt/);
      assert.doesNotMatch((await workbench.problems()).join('\n'), /figure-conflict/);
    });
  });
}
