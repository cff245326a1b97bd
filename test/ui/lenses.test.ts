import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { useWorkbench } from './session.js';
import { eventually } from './waiting.js';

describe('lenses', () => {
  const opened = useWorkbench();

  it('compare the figures of a paragraph, and peek at all values', async () => {
    const { workbench, editor, page } = opened();
    await workbench.open('004_e71d6cf7eb5705d2.txt');
    await eventually(async () => {
      const lens = (await editor.lenses()).find((l) => l.startsWith('nearly 15,000'));
      assert.match(lens ?? '', /moved on since|compatible|in conflict|same|lower/);
    });
    await editor.clickLensFor(/^nearly 15,000/, editor.peekRows.nth(1));
    await page.keyboard.press('Escape');
  });

  it('say of a figure that no other source has it', async () => {
    const { workbench, editor, page } = opened();
    await workbench.open('003_a15c6817ba182658.txt');
    await editor.clickLensFor(/killed: only source$/, editor.peekRows.first());
    await eventually(async () => {
      assert.match((await editor.peek()).rows.join('\n'), /1,200 people|132 soldiers/);
    });
    await page.keyboard.press('Escape');
  });

  it('offer to write an inferred date into the knowledge file; undo takes it back', async () => {
    const { workbench, editor } = opened();
    await workbench.open('000_14ea37f3a3ded030.txt');
    const file = path.join(workbench.folder, 'dossier.yaml');
    const before = fs.readFileSync(file, 'utf8');
    await editor.clickLensFor(/inferred from \d+ clues?/, workbench.quickInputRow(/2 June 2024/).first());
    await workbench.pick(/2 June 2024/);
    await eventually(async () => {
      const [first = ''] = await editor.lenses();
      if (!/2 June 2024 · set in dossier\.yaml/.test(first)) throw new Error(`The lens says ${first}`);
    });
    await eventually(() => {
      const now = fs.readFileSync(file, 'utf8');
      assert.match(now, /000_14ea37f3a3ded030\.txt: \{ date: 2024-06-02 \}/);
      assert.ok(now.startsWith(before.split('\n', 1)[0] ?? ''));
      return Promise.resolve();
    });
    await workbench.open('dossier.yaml');
    await workbench.command('Undo');
    await workbench.open('000_14ea37f3a3ded030.txt');
    await eventually(async () => {
      const [first = ''] = await editor.lenses();
      if (!/inferred/.test(first)) throw new Error(`The lens says ${first}`);
    });
  });
});
