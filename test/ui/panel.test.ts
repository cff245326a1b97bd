import assert from 'node:assert/strict';
import { useWorkbench } from './session.js';
import { eventually } from './waiting.js';

const SOURCE = '000_14ea37f3a3ded030.txt';

describe('the side panel', () => {
  const opened = useWorkbench({ height: 1200 });

  before(async () => {
    const { workbench, sideBar } = opened();
    await workbench.open(SOURCE);
    await sideBar.show('Dossier');
  });

  it('leads from a country over a person and a source to a mention, and selects it', async () => {
    const { workbench, sideBar } = opened();
    const officials = await sideBar.view('Officials');
    await officials.expand('🇵🇰 Pakistan', 'Ishaq Dar', SOURCE);
    await eventually(async () => {
      assert.match((await officials.read()).join('\n'), /Ishaq Dar Pakistani foreign minister/);
    });
    await officials.click(/^… .*Ishaq Dar/);
    await workbench.waitForStatus(/Ln 3, Col \d+ \(9 selected\)/);
  });

  it('leads from an event over its participants and reports to the text', async () => {
    const { workbench, sideBar } = opened();
    const events = await sideBar.view('Events');
    const days = await eventually(async () => {
      const all = await events.read();
      assert.ok(all.length > 3, all.join());
      return all;
    });
    await events.action('Filter Events');
    await workbench.answer('phone call ishaq');
    await eventually(async () => {
      if ((await events.read()).length !== 1) throw new Error('It is not filtered.');
    });
    const [day = ''] = await events.read();
    await events.expand(day.replace(/ \d+( of \d+)?$/, ''), /^Phone call/);
    await eventually(async () => {
      const rows = await events.read();
      assert.ok(
        rows.some((r) => /^ {4}Ishaq Dar participant/.test(r)),
        rows.join('\n'),
      );
    });
    await events.click(/during a phone call with/);
    await workbench.waitForStatus(/Ln 3, Col \d+ \(\d+ selected\)/);
    await events.action('Clear the Filter');
    await eventually(async () => {
      if ((await events.read()).length < days.length) throw new Error('It is still filtered.');
    });
  });

  it('sorts events', async () => {
    const { sideBar } = opened();
    const events = await sideBar.view('Events');
    await events.action('Collapse All');
    const [newest = ''] = await events.read();
    await events.action('Sort Events Oldest First');
    await eventually(async () => {
      if ((await events.read())[0] === newest) throw new Error('The newest is still first.');
    });
    await events.action('Sort Events Newest First');
    await eventually(async () => {
      if ((await events.read())[0] !== newest) throw new Error('The oldest is still first.');
    });
  });

  it('shows the values of a series and opens one', async () => {
    const { workbench, sideBar } = opened();
    const figures = await sideBar.view('Figures');
    await figures.expand('Killed · Palestinians');
    await figures.click('at least 36,379');
    await workbench.tab('001_99567a7971b0bc5f.txt').waitFor();
    await workbench.waitForStatus(/\(28 selected\)/);
    await eventually(async () => {
      assert.match(await figures.ariaLabel('nearly 15,000'), /^nearly 15,000, .*2023/);
    });
  });

  it('copies with citation and opens to the side', async () => {
    const { workbench, sideBar, page } = opened();
    const figures = await sideBar.view('Figures');
    await figures.contextMenu('nearly 15,000');
    assert.deepEqual(await workbench.menu(), ['Open', 'Open to the Side', 'Copy with Citation']);
    await workbench.chooseInMenu('Copy with Citation');
    await eventually(async () => {
      const text = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(text, /^“nearly 15,000 Palestinians” \(.*004_e71d6cf7eb5705d2\.txt, line 6\)$/);
    });
    await figures.contextMenu('nearly 15,000');
    await workbench.chooseInMenu('Open to the Side');
    await page.locator('.editor-group-container').nth(1).waitFor();
    await workbench.command('View: Close All Editors');
  });

  it('lists sources with date and counts', async () => {
    const { sideBar } = opened();
    const sources = await sideBar.view('Sources');
    await eventually(async () => {
      const rows = await sources.read();
      assert.equal(rows.length, 5);
      assert.ok(
        rows.some((r) => /^002_.* 9 October 2023 · \d+ people · \d+ events · \d+ figures/.test(r)),
        rows.join('\n'),
      );
    });
  });

  it('reveals what is under the cursor', async () => {
    const { workbench, editor, sideBar } = opened();
    await workbench.open(SOURCE);
    await editor.reveal('Shehbaz Sharif');
    await workbench.command('Dossier: Reveal in Dossier');
    const officials = await sideBar.view('Officials');
    await eventually(async () => {
      const rows = await officials.read();
      assert.ok(
        rows.some((r) => /Prime Minister Shehbaz Sharif/.test(r)),
        rows.join('\n'),
      );
    });
  });

  it('reveals past a filter, which it takes away', async () => {
    const { workbench, editor, sideBar } = opened();
    const officials = await sideBar.view('Officials');
    await officials.action('Filter Officials');
    await workbench.answer('hakan fidan');
    await eventually(async () => {
      assert.doesNotMatch((await officials.read()).join('\n'), /Shehbaz Sharif/);
    });
    await editor.reveal('Shehbaz Sharif', { file: SOURCE });
    await workbench.command('Dossier: Reveal in Dossier');
    await eventually(async () => {
      assert.match((await officials.read()).join('\n'), /Prime Minister Shehbaz Sharif/);
    });
    await officials.action('Filter Officials');
    await workbench.page.keyboard.press('Escape');
  });
});
