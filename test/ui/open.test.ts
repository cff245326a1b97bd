import assert from 'node:assert/strict';
import { useWorkbench } from './session.js';
import { eventually } from './waiting.js';

const SOURCE = '000_14ea37f3a3ded030.txt';

describe('a folder of sources', () => {
  const opened = useWorkbench();

  it('opens a source', async () => {
    const { workbench, editor } = opened();
    await workbench.open(SOURCE);
    await eventually(async () => {
      assert.match(await editor.visibleText(), /acting Foreign Minister/);
    });
    await workbench.waitForStatus('News Source');
  });

  it('finds a text on screen', async () => {
    const { editor } = opened();
    const [first, second] = [
      await editor.locate('Bagheri Kani'),
      await editor.locate('Bagheri Kani', { occurrence: 2 }),
    ];
    assert.ok(second.y > first.y);
  });

  it('changes the theme', async () => {
    const { workbench, page } = opened();
    await workbench.theme('Dark Modern');
    await page.locator('.monaco-workbench.vs-dark').waitFor();
  });
});

describe("a folder of sources, with the extension in the browser's host", () => {
  const opened = useWorkbench({ host: 'browser' });

  it('opens a source', async () => {
    const { workbench } = opened();
    const loaded = workbench.page.waitForResponse((response) => response.url().endsWith('/dist/extension.js'));
    await workbench.open(SOURCE);
    await workbench.waitForStatus('News Source');
    assert.equal((await loaded).status(), 200);
  });
});
