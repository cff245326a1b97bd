import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { bridgeAffair } from './bridge.js';
import type { Point } from './editor.js';
import { useWorkbench } from './session.js';
import { eventually } from './waiting.js';
import { WebPanel } from './webPanel.js';

/** Takes what is at a point by the mouse and lets it go elsewhere. */
async function drag(page: Page, from: Point, by: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + by.x, from.y + by.y, { steps: 6 });
  await page.mouse.up();
}

function assertAt(actual: Point, expected: Point): void {
  const off = Math.hypot(actual.x - expected.x, actual.y - expected.y);
  assert.ok(off < 3, `(${actual.x}, ${actual.y}) is not (${expected.x}, ${expected.y})`);
}

describe('panels', () => {
  const opened = useWorkbench({ folder: bridgeAffair(), width: 1500 });
  const refused: string[] = [];
  let panel: WebPanel;

  before(async () => {
    const { workbench, page } = opened();
    page.on('console', (message) => {
      if (/content security policy/iu.test(message.text())) refused.push(message.text());
    });
    await workbench.open('monday.txt');
    await workbench.waitForStatus('News Source');
    panel = new WebPanel(workbench);
  });

  describe('the timeline', () => {
    before(() => panel.open('Dossier: Show Timeline', 'Timeline'));

    it('has a mark for each event in the lane of each country', async () => {
      await eventually(async () => {
        const marks = await panel.marks();
        assert.ok(
          marks.some((m) => /^Portugal: Phone call: Inês Duarte.*5 May 2031/u.test(m)),
          marks.join('\n'),
        );
        assert.ok(
          marks.some((m) => /^Spain: Meeting: .*6 May 2031/u.test(m)),
          marks.join('\n'),
        );
      });
    });

    it('leads from a mark to the text', async () => {
      const { workbench } = opened();
      await panel.mark(/^Spain: Meeting/u).click();
      await workbench.tab('wednesday.txt').waitFor();
      await workbench.waitForStatus(/\(3 selected\)/u);
      await workbench.command('View: Close Editor');
      await eventually(async () => {
        assert.match(
          await panel.frame.locator('.details').innerText(),
          /wednesday\.txt, 7 May 2031.*Duarte met Spanish/su,
        );
      });
    });

    it('goes from mark to mark by arrow keys', async () => {
      const marks = panel.frame.locator('svg.drawn [role=button]');
      await eventually(async () => {
        const [, second] = await panel.marks();
        await marks.first().focus();
        await marks.first().press('ArrowRight');
        const focused = panel.frame.locator('svg.drawn [role=button]:focus');
        assert.equal(await focused.getAttribute('aria-label', { timeout: 5000 }), second);
      });
    });

    it('zooms in and shows all again', async () => {
      const before = (await panel.marks()).length;
      for (let i = 0; i < 3; i++) await panel.button('Zoom in').click();
      await panel.status.filter({ hasText: 'before or after' }).waitFor();
      await panel.button('Show all days').click();
      await eventually(async () => {
        if ((await panel.marks()).length !== before) throw new Error('Not all are back.');
      });
    });

    it('filters by kind, and takes the filter away', async () => {
      await panel.select('All kinds', 'CONSULT');
      await eventually(async () => {
        if ((await panel.marks()).some((m) => !/Consultation/u.test(m))) throw new Error('It is not filtered.');
      });
      await panel.button('Consultation ×').click();
      await eventually(async () => {
        if ((await panel.marks()).every((m) => /Consultation/u.test(m))) throw new Error('It is still filtered.');
      });
    });

    it('says the same in a table', async () => {
      await panel.button('Table').click();
      const rows = await panel.rows();
      assert.ok(
        rows.some((r) => /6 May 2031 \| 2031-05-06 \| Meeting: .*wednesday\.txt/u.test(r)),
        rows.join('\n'),
      );
      await panel.button('Table').click();
      await panel.marks();
    });

    it('is saved as SVG, PNG and CSV', async () => {
      const svg = (await panel.save('SVG', 'timeline.svg')).toString();
      assert.match(svg, /^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/u);
      assert.match(svg, /Talks and support/u);
      assert.doesNotMatch(svg, /var\(--|<style|<script/u);
      assert.equal((await panel.save('PNG', 'timeline.png')).subarray(1, 4).toString(), 'PNG');
      assert.match((await panel.save('CSV', 'timeline.csv')).toString(), /6 May 2031,2031-05-06,Meeting/u);
    });

    it('follows the color theme', async () => {
      const { workbench } = opened();
      const color = (): Promise<string> =>
        panel.frame
          .locator('svg.drawn text')
          .first()
          .evaluate((text) => getComputedStyle(text).fill);
      const before = await color();
      await workbench.theme('Dark High Contrast');
      await eventually(async () => {
        if ((await color()) === before) throw new Error('It has the same colors.');
      });
      await workbench.theme('Light Modern');
    });

    it('follows edits', async () => {
      const { workbench } = opened();
      const file = path.join(workbench.folder, 'friday.txt');
      fs.writeFileSync(
        file,
        'LISBON, May 9, 2031 - Portuguese Foreign Minister Inês Duarte telephoned Spanish Foreign Minister Marta Sanjuán on Friday.\n',
      );
      await eventually(async () => {
        if (!(await panel.marks()).some((m) => m.includes('9 May 2031')))
          throw new Error('The new event is not there.');
      });
      fs.rmSync(file);
      await eventually(async () => {
        if ((await panel.marks()).some((m) => m.includes('9 May 2031'))) throw new Error('The event is still there.');
      });
    });

    it('comes back with its options after a reload of the window', async () => {
      const { workbench } = opened();
      await panel.select('Lanes', 'person');
      await panel.mark(/^Inês Duarte: /u).waitFor();
      await workbench.command('Developer: Reload Window');
      await panel.frame.locator('svg.drawn').waitFor({ state: 'detached' });
      await workbench.ready();
      await panel.mark(/^Inês Duarte: /u).waitFor();
    });
  });

  describe('figures over time', () => {
    before(() => panel.open('Dossier: Show Figures over Time', 'Figures over Time'));

    it('has a point for each value and marks conflicts', async () => {
      await eventually(async () => {
        const marks = await panel.marks();
        assert.deepEqual(
          marks.map((m) => m.replace(/, [^,]*(police|hospitals|Police|Hospitals)[^,]*/u, '')),
          ['at least 30, 4 May 2031', '34, 7 May 2031, in conflict', '41, 7 May 2031, in conflict'],
        );
        assert.match(await panel.status.innerText(), /1 with figures in conflict/u);
      });
    });

    it('shows the change per day, and a logarithmic axis', async () => {
      assert.equal(await panel.frame.locator('svg.drawn').count(), 1);
      await panel.button('Change per day').click();
      await panel.frame.getByText('+1.3 a day').first().waitFor();
      await panel.button('Logarithmic').click();
      await panel.frame.locator('button[aria-pressed=true]', { hasText: 'Logarithmic' }).waitFor();
      await eventually(async () => {
        assert.equal((await panel.marks()).length, 3);
      });
    });
  });

  describe('who spoke with whom', () => {
    const DUARTE = /^Inês Duarte, \d talks/u;
    const SANJUAN = /^Marta Sanjuán, \d talks/u;
    const focused = (): Locator => panel.frame.locator('svg.drawn [role=button]:focus');

    /** The middle of a mark, in pixels of the window. */
    const placeOf = async (name: RegExp): Promise<Point> => {
      const box = await panel.mark(name).boundingBox();
      assert.ok(box !== null);
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };

    before(() => panel.open('Dossier: Show Who Spoke with Whom', 'Who Spoke with Whom'));

    it('leads from a pair to its reports', async () => {
      await panel.mark(/Inês Duarte and Marta Sanjuán|Marta Sanjuán and Inês Duarte/u).press('Enter');
      await eventually(async () => {
        const details = await panel.frame.locator('.details').innerText();
        for (const file of ['monday.txt', 'wednesday.txt', 'thursday.txt']) assert.ok(details.includes(file), details);
      });
    });

    it('stays where the keyboard is when it is drawn anew', async () => {
      await panel.mark(DUARTE).press('Enter');
      await panel.frame.locator('.details h2', { hasText: /^Inês Duarte$/u }).waitFor();
      await eventually(async () => {
        assert.match((await focused().getAttribute('aria-label', { timeout: 5000 })) ?? '', /^Inês Duarte, /u);
      });
      await focused().press('Enter');
      await panel.frame.locator('.details').waitFor({ state: 'hidden' });
    });

    it('zooms by wheel, button and key, and shows all again', async () => {
      const { page } = opened();
      const apart = async (): Promise<number> => {
        const [a, b] = [await placeOf(DUARTE), await placeOf(SANJUAN)];
        return Math.hypot(a.x - b.x, a.y - b.y);
      };
      const all = await apart();
      const becomes = (holds: (now: number) => boolean): Promise<void> =>
        eventually(async () => {
          const now = await apart();
          assert.ok(holds(now), `${all} became ${now}`);
        });
      const { x, y } = await placeOf(DUARTE);
      await page.mouse.move(x, y);
      await page.mouse.wheel(0, -400);
      await becomes((now) => now > all * 1.2);
      await panel.button('Show all parties').click();
      await becomes((now) => Math.abs(now - all) < 1);
      await panel.button('Zoom out').click();
      await becomes((now) => now < all * 0.9);
      await panel.mark(DUARTE).press('+');
      await becomes((now) => Math.abs(now - all) < 1);
    });

    it('lets a node be dragged or pushed by keys, alone, and the picture by the space between', async () => {
      const { page } = opened();
      const [before, other] = [await placeOf(DUARTE), await placeOf(SANJUAN)];
      await drag(page, before, { x: 60, y: 45 });
      await eventually(async () => {
        assertAt(await placeOf(DUARTE), { x: before.x + 60, y: before.y + 45 });
        assertAt(await placeOf(SANJUAN), other);
      });
      await panel.mark(DUARTE).press('Shift+ArrowUp');
      await eventually(async () => {
        const { y } = await placeOf(DUARTE);
        assert.ok(y < before.y + 40 && y > before.y);
        assertAt(await placeOf(SANJUAN), other);
      });
      const picture = await panel.frame.locator('svg.drawn').boundingBox();
      assert.ok(picture !== null);
      await drag(page, { x: picture.x + 20, y: picture.y + picture.height - 20 }, { x: 30, y: -50 });
      await eventually(async () => {
        assertAt(await placeOf(SANJUAN), { x: other.x + 30, y: other.y - 50 });
      });
      await panel.frame.locator('svg.drawn').press('ArrowRight');
      await eventually(async () => {
        assert.ok((await placeOf(SANJUAN)).x < other.x + 20);
      });
    });

    it('is as it was left after a reload of the window', async () => {
      const { workbench } = opened();
      const [one, other] = [await placeOf(DUARTE), await placeOf(SANJUAN)];
      // Changes are kept a moment later.
      await new Promise((resolve) => setTimeout(resolve, 500));
      await workbench.command('Developer: Reload Window');
      await panel.frame.locator('svg.drawn').waitFor({ state: 'detached' });
      await workbench.ready();
      await eventually(async () => {
        assertAt(await placeOf(DUARTE), one);
        assertAt(await placeOf(SANJUAN), other);
      });
    });

    it('has countries too', async () => {
      await panel.select('Parties', 'country');
      await panel.mark(/^Spain, 3 talks/u).waitFor();
    });
  });

  describe('the comparison of sources', () => {
    before(() => panel.open('Dossier: Compare Sources', 'Compare Sources'));

    it('has what each source says side by side', async () => {
      await panel.select('Source 1', 'monday.txt');
      await eventually(async () => {
        await panel.select('Source 2', 'wednesday.txt');
        const rows = await panel.rows();
        assert.ok(
          rows.some((r) => /30.*\| 34/u.test(r)),
          rows.join('\n'),
        );
        assert.ok(
          rows.some((r) => /shall find out.*\| .*will find out/u.test(r)),
          rows.join('\n'),
        );
      });
    });

    it('shows what one has and the others leave out', async () => {
      await panel.button('In one only').click();
      await eventually(async () => {
        const rows = await panel.rows();
        const cells = rows.filter((r) => r.includes(' | '));
        assert.ok(cells.length > 0 && cells.every((r) => r.includes('not in this source')), rows.join('\n'));
      });
    });
  });

  describe('all of them', () => {
    it('ask for nothing that the content security policy refuses', () => {
      assert.deepEqual(refused, []);
    });
  });
});
