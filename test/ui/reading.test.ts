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
    const card = await editor.hover('Bagheri Kani', { occurrence: 2 });
    assert.match(card, /Ali Bagheri Kani/);
    assert.match(card, /acting foreign minister/);
    assert.match(card, /according to dossier\.yaml/);
    assert.match(card, /\d+ mentions in \d+ sources/);
  });

  it('leads from a card to the place', async () => {
    const { workbench, editor } = opened();
    await editor.closeCard();
    await editor.hover('Pakistani counterpart');
    await editor.card.locator('a', { hasText: 'Ishaq Dar' }).first().click();
    await workbench.waitForStatus(/Ln 3, Col \d+ \(9 selected\)/);
  });

  it('peeks at all mentions from a card', async () => {
    const { editor, page } = opened();
    await editor.hover('Shehbaz Sharif');
    await editor.card.locator('a', { hasText: /mentions? in/ }).click();
    const { rows } = await editor.peek();
    assert.ok(rows.length > 0);
    await page.keyboard.press('Escape');
  });

  it('says of a pronoun whom it refers to', async () => {
    const { editor } = opened();
    assert.match(await editor.hover('He'), /“He” \(pronoun\) refers to Ali Bagheri Kani/);
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
    assert.match(await editor.hover('Ishaq Dar'), /Pakistani foreign minister since .*, according to dossier\.yaml/);
    await editor.closeCard();
    await eventually(async () => {
      assert.match((await editor.lenses()).join('\n'), /inferred from \d+ clues/);
    });
    await sideBar.show('Dossier');
    assert.equal((await (await sideBar.view('Sources')).read()).length, 5);
  });
});
