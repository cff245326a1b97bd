import assert from 'node:assert/strict';
import { useWorkbench } from './session.js';
import { eventually } from './waiting.js';

const SOURCE = '000_14ea37f3a3ded030.txt';

describe('moving through sources by keyboard', () => {
  const opened = useWorkbench();

  before(async () => {
    const { workbench, editor } = opened();
    await workbench.open(SOURCE);
    await workbench.waitForStatus('News Source');
    await editor.lenses();
  });

  afterEach(async () => {
    await opened().page.keyboard.press('Escape');
  });

  it('goes to the definition with F12, and back', async () => {
    const { workbench, editor, page } = opened();
    await editor.reveal('Pakistani counterpart');
    await page.keyboard.press('F12');
    await workbench.tab('dossier.yaml').waitFor();
    await eventually(async () => {
      const line = await editor.element.locator('.view-line', { hasText: 'name: Ishaq Dar' }).count();
      if (line === 0) throw new Error('The entry is not in sight.');
    });
    await page.keyboard.press('Control+Alt+Minus');
    await workbench.tab(SOURCE).waitFor();
    await workbench.waitForStatus(/Ln 5, Col/);
  });

  it('peeks at all mentions with Shift+F12', async () => {
    const { editor, page } = opened();
    await editor.reveal('Ishaq Dar');
    await page.keyboard.press('Shift+F12');
    const { rows } = await editor.peek();
    assert.ok(rows.length > 1, rows.join('\n'));
  });

  it('finds by any spelling with Ctrl+T', async () => {
    const { workbench, page } = opened();
    const found = async (query: string, name: string): Promise<string> => {
      await workbench.quickInput('Control+KeyT');
      await page.keyboard.type(query);
      const row = page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first();
      await row.waitFor();
      const text = await row.innerText();
      await page.keyboard.press('Escape');
      return text;
    };
    assert.match(await found('amir abdollahian', 'Hossein Amir-Abdollahian'), /foreign minister/);
    assert.match(await found('turkiye', 'Türkiye'), /Türkiye \(Turkiye\)/);
    assert.match(await found('36400', '36,400'), /killed/);
  });

  it('shows who called somebody with Shift+Alt+H', async () => {
    const { editor, page } = opened();
    await editor.reveal('Ishaq Dar');
    await page.keyboard.press('Shift+Alt+KeyH');
    const rows = page.locator('.sidebar .monaco-list-row');
    await eventually(async () => {
      const texts = await rows.allInnerTexts();
      if (!texts.some((t) => t.includes('Ali Bagheri Kani') && t.includes('Phone call')))
        throw new Error(texts.join(';'));
    });
  });

  it('shows the day behind its words, with more in a card', async () => {
    const { editor, page } = opened();
    await editor.goTo(1);
    const hint = editor.element.locator('.view-line span', { hasText: /^\W*2\W+Jun\W+2024\W*$/ }).first();
    await hint.waitFor();
    await hint.hover();
    await eventually(async () => {
      assert.match(await editor.card.innerText(), /Sunday, 2 June 2024/);
    });
    await page.mouse.move(2, 2);
  });

  it('says in the box for a new name where that is written', async () => {
    const { editor, page } = opened();
    await editor.reveal('Ishaq Dar');
    await page.keyboard.press('F2');
    const input = page.locator('.rename-box input');
    await input.waitFor();
    assert.match(await input.inputValue(), /^dossier\.yaml: Ishaq Dar$/);
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
    await page.keyboard.type('Phone call');
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: 'Phone call: Ali Bagheri Kani' }).first();
    await row.click();
    await workbench.waitForStatus(/Ln 3, Col/);
  });
});
