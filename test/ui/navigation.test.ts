import assert from 'node:assert/strict';
import { useWorkbench } from './session.js';
import { eventually } from './waiting.js';

const SOURCE = '000_14ea37f3a3ded030.txt';

describe('moving through sources by keyboard', () => {
  const opened = useWorkbench();

  before(async () => {
    const { workbench, sideBar } = opened();
    await workbench.open(SOURCE);
    await workbench.waitForStatus('News Source');
    // A list of sources is there once all have been read and linked.
    await sideBar.show('Dossier');
    const sources = await sideBar.view('Sources');
    await eventually(async () => {
      assert.equal((await sources.read()).length, 5);
    });
    await sideBar.show('Explorer');
  });

  afterEach(async () => {
    await opened().page.keyboard.press('Escape');
  });

  it('goes to the definition with F12, and back', async () => {
    const { workbench, editor, page } = opened();
    await editor.reveal('Pakistani counterpart');
    await editor.press('F12', workbench.tab('dossier.yaml'));
    await eventually(async () => {
      const line = await editor.element.locator('.view-line', { hasText: 'name: Ishaq Dar' }).count();
      if (line === 0) throw new Error('The entry is not in sight.');
    });
    await page.keyboard.press('Control+Alt+Minus');
    await workbench.tab(SOURCE).waitFor();
    await workbench.waitForStatus(/Ln 5, Col/);
  });

  it('peeks at all mentions with Shift+F12', async () => {
    const { editor } = opened();
    await editor.reveal('Ishaq Dar');
    await editor.press('Shift+F12', editor.peekRows.nth(1));
  });

  it('finds by any spelling with Ctrl+T', async () => {
    const { workbench, page } = opened();
    const find = async (query: string, name: string, more: RegExp): Promise<void> => {
      await workbench.quickInput('Control+KeyT');
      await workbench.typeQuickInput(`#${query}`);
      const rows = page.locator('.quick-input-list .monaco-list-row', { hasText: name });
      await rows.filter({ hasText: more }).first().waitFor();
      await page.keyboard.press('Escape');
      await workbench.quickInputGone();
    };
    await find('amir abdollahian', 'Hossein Amir-Abdollahian', /foreign minister/);
    await find('turkiye', 'Türkiye', /Türkiye \(Turkiye\)/);
    await find('36400', '36,400', /killed/);
  });

  it('shows who called somebody with Shift+Alt+H', async () => {
    const { editor, page } = opened();
    await editor.reveal('Ishaq Dar');
    const calls = page.locator('.sidebar .monaco-list-row').filter({ hasText: 'Ali Bagheri Kani' });
    await editor.press('Shift+Alt+KeyH', calls.filter({ hasText: 'Phone call' }).first());
  });

  it('shows the day behind its words, with more in a card', async () => {
    const { editor, page } = opened();
    await editor.goTo(1);
    const hint = editor.element.locator('.view-line span', { hasText: /^\W*2\W+Jun\W+2024\W*$/ }).first();
    await eventually(async () => {
      await editor.closeCard();
      await hint.hover();
      await editor.card.filter({ hasText: 'Sunday, 2 June 2024' }).waitFor({ timeout: 5000 });
    });
    await page.mouse.move(2, 2);
  });

  it('says in the box for a new name where that is written', async () => {
    const { editor, page } = opened();
    await editor.reveal('Ishaq Dar');
    const input = page.locator('.rename-box input');
    await editor.press('F2', input);
    await eventually(async () => {
      assert.match(await input.inputValue(), /^dossier\.yaml: Ishaq Dar$/);
    });
  });

  it('shows all hints on request', async () => {
    const { workbench, editor } = opened();
    const referent = /Pakistani counterpart\W*Ishaq Dar/u;
    assert.doesNotMatch(await editor.visibleText(), referent);
    await workbench.command('Dossier: Toggle All Hints in Sources');
    await eventually(async () => {
      assert.match(await editor.visibleText(), referent);
    });
  });

  it('lists paragraphs and what is in them with Ctrl+Shift+O', async () => {
    const { workbench, page } = opened();
    await workbench.quickInput('Control+Shift+KeyO');
    await workbench.typeQuickInput('@Phone call');
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: 'Phone call: Ali Bagheri Kani' }).first();
    await row.click();
    await workbench.waitForStatus(/Ln 3, Col/);
  });
});
