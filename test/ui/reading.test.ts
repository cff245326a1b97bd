import assert from 'node:assert/strict';
import { useWorkbench } from './session.js';
import { eventually } from './waiting.js';

const SOURCE = '000_14ea37f3a3ded030.txt';

describe('reading a source', () => {
  const opened = useWorkbench();

  it('shows a card over a name', async () => {
    const { workbench, editor } = opened();
    await workbench.open(SOURCE);
    await workbench.waitForStatus('News Source');
    const says = [
      /Ali Bagheri Kani/,
      /acting foreign minister/,
      /according to dossier\.yaml/,
      /\d+ mentions in \d+ sources/,
    ];
    await editor.hover('Bagheri Kani', { occurrence: 2, says });
  });

  it('leads from a card to the place', async () => {
    const { workbench, editor } = opened();
    await editor.clickInCard('Pakistani counterpart', 'Ishaq Dar');
    await workbench.waitForStatus(/Ln 3, Col \d+ \(9 selected\)/);
  });

  it('peeks at all mentions from a card', async () => {
    const { editor, page } = opened();
    await editor.clickInCard('Shehbaz Sharif', /mentions? in/);
    const { rows } = await editor.peek();
    assert.ok(rows.length > 0);
    await page.keyboard.press('Escape');
  });

  it('says of a pronoun whom it refers to', async () => {
    const { editor } = opened();
    await editor.hover('He', { says: /“He” \(pronoun\) refers to Ali Bagheri Kani/ });
    await editor.closeCard();
  });

  it('colors names apart from other words', async () => {
    const { editor } = opened();
    await editor.reveal('Ishaq Dar');
    const color = (words: string): Promise<string> =>
      editor.element
        .locator('.view-line span span', { hasText: words })
        .first()
        .evaluate((span) => getComputedStyle(span).color);
    await eventually(async () => {
      if ((await color('Ishaq')) === (await color('while discussing'))) throw new Error('One color for both.');
    });
  });
});

describe("reading a source, with the extension in the browser's host", () => {
  const opened = useWorkbench({ host: 'browser' });

  it('shows cards, lenses and the panel alike', async () => {
    const { workbench, editor, sideBar } = opened();
    await workbench.open(SOURCE);
    await workbench.waitForStatus('News Source');
    await editor.hover('Ishaq Dar', { says: /Pakistani foreign minister since .*, according to dossier\.yaml/ });
    await editor.closeCard();
    await eventually(async () => {
      assert.match((await editor.lenses()).join('\n'), /inferred from \d+ clues/);
    });
    await sideBar.show('Dossier');
    const sources = await sideBar.view('Sources');
    await eventually(async () => {
      assert.equal((await sources.read()).length, 5);
    });
  });
});
