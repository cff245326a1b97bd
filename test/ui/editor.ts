/** The text editor that has the focus, or the first one: texts on screen, cards, lenses. */
import fs from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { eventually, literal } from './waiting.js';
import type { Workbench } from './workbench.js';

export interface Occurrence {
  /** Which occurrence of the text in the file, from 1. */
  readonly occurrence?: number;
  /** The file, relative to the folder; the one in the active tab unless told. */
  readonly file?: string;
}

export interface Expected extends Occurrence {
  /** What the card must say: it is looked at again until it does, for it says more once more sources are read. */
  readonly says?: RegExp | readonly RegExp[];
}

/** One try within a wait: long enough for a slow machine to answer, short enough to try again. */
const TRY_MS = 8000;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export class Editor {
  constructor(private readonly workbench: Workbench) {}

  private get page(): Workbench['page'] {
    return this.workbench.page;
  }

  /** The active editor group's code editor. */
  get element(): Locator {
    return this.page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
  }

  /**
   * Scrolls an occurrence of a text into view, with the cursor before it. Counts occurrences in the file on disk, so save
   * or go by line (`goTo`) after edits.
   */
  async reveal(text: string, { occurrence = 1, file }: Occurrence = {}): Promise<void> {
    const name = file ?? (await this.activeFile());
    const content = fs.readFileSync(path.join(this.workbench.folder, name), 'utf8');
    let offset = -1;
    for (let found = 0; found < occurrence; found++) {
      offset = content.indexOf(text, offset + 1);
      if (offset < 0) throw new Error(`${name} does not hold "${text}" ${occurrence} time(s).`);
    }
    const before = content.slice(0, offset).split('\n');
    await this.goTo(before.length, (before.at(-1) ?? '').length + 1);
  }

  /** Puts the cursor at a line and column, both from 1, and scrolls there. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.workbench.quickInput('Control+KeyG');
    await this.page.locator('.quick-input-widget input.input').fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await this.workbench.waitForStatus(new RegExp(`Ln ${line}, Col ${column}\\b`));
    // Keys pressed before the editor has the focus again would be lost.
    await this.page.locator('.editor-group-container.active .editor-instance .monaco-editor.focused').first().waitFor();
  }

  /** A point inside an occurrence of a text, which is scrolled into view first. In CSS pixels of the page. */
  async locate(text: string, at: Occurrence = {}): Promise<Point> {
    await this.reveal(text, at);
    return eventually(() => this.pointAtCursor(text));
  }

  /** Hovers a text and returns what its card says, once it says what is expected, or anything beside "Loading...". */
  async hover(text: string, { says = [], ...at }: Expected = {}): Promise<string> {
    await this.reveal(text, at);
    return eventually(async () => {
      await this.closeCard();
      // Anew each time: a lens that appears above moves the text.
      const point = await this.pointAtCursor(text);
      // From elsewhere and in steps, as a hand moves: a jump within the text would not count as a new hover.
      await this.page.mouse.move(point.x + 40, point.y + 200);
      await this.page.mouse.move(point.x, point.y, { steps: 4 });
      const card = await this.cardText(3000);
      for (const expected of [says].flat()) {
        if (!expected.test(card)) throw new Error(`The card over "${text}" does not say ${String(expected)}:\n${card}`);
      }
      return card;
    });
  }

  /** Clicks a link in the card over a text. */
  async clickInCard(text: string, link: string | RegExp): Promise<void> {
    await eventually(async () => {
      await this.hover(text);
      await this.card.locator('a', { hasText: link }).first().click({ timeout: TRY_MS });
    });
  }

  /** Presses a key until it shows something. */
  async press(key: string, shown: Locator): Promise<void> {
    await eventually(async () => {
      if (!(await shown.isVisible())) await this.page.keyboard.press(key);
      await shown.waitFor({ timeout: TRY_MS });
    });
  }

  private async pointAtCursor(text: string): Promise<Point> {
    const point = await this.element.evaluate(pointAtCursor, text.length);
    if (!point) throw new Error(`"${text}" is not on screen.`);
    return point;
  }

  /** The card on screen: links in it can be clicked. */
  get card(): Locator {
    return this.page.locator('.monaco-resizable-hover:visible .monaco-hover, .monaco-hover:visible').first();
  }

  /** The links of the card on screen, by what they read. */
  async cardLinks(): Promise<string[]> {
    return this.card.locator('a:visible').allInnerTexts();
  }

  /** Takes the card away, if there is one. */
  async closeCard(): Promise<void> {
    if (!(await this.card.isVisible())) return;
    await this.page.keyboard.press('Escape');
    await this.page.mouse.move(2, 2);
    await this.card.waitFor({ state: 'hidden' });
  }

  private async cardText(timeout: number): Promise<string> {
    await this.card.waitFor({ timeout });
    return eventually(async () => {
      const text = (await this.card.innerText()).replaceAll('\u00a0', ' ').trim();
      if (text === '' || /^Loading\.\.\.$/.test(text)) throw new Error('The card stays empty.');
      return text;
    }, timeout);
  }

  /** The titles of the lenses on screen, from top to bottom, once there are any. */
  async lenses(): Promise<string[]> {
    await this.lensLinks.first().waitFor();
    return this.lensLinks.allInnerTexts();
  }

  /** Clicks the lens with this title, or the first that matches, wherever in the file it is. */
  async clickLens(title: string | RegExp): Promise<void> {
    const whole = typeof title === 'string' ? new RegExp(`^\\s*${literal(title)}\\s*$`) : title;
    const lens = this.lensLinks.filter({ hasText: whole }).first();
    await this.closeCard();
    await this.scrollTo(lens, String(title));
    await lens.click();
  }

  /** Clicks a lens until that shows something: one that is just being replaced does nothing. */
  async clickLensFor(title: string | RegExp, shown: Locator): Promise<void> {
    await eventually(async () => {
      if (!(await shown.isVisible())) await this.clickLens(title);
      await shown.waitFor({ timeout: TRY_MS });
    });
  }

  /** Scrolls down from the top until something is in sight, and again, until it is there. */
  private async scrollTo(target: Locator, name: string): Promise<void> {
    await eventually(async () => {
      if (await this.isInSight(target)) return;
      while (await this.scroll(-2000));
      do {
        if (await this.isInSight(target)) return;
      } while (await this.scroll(250));
      throw new Error(`"${name}" is not in sight from top to bottom.`);
    });
  }

  /** Scrolls by some CSS pixels; whether that changed what is on screen. */
  private async scroll(pixels: number): Promise<boolean> {
    const before = await this.visibleText();
    await this.element.hover({ position: { x: 200, y: 200 } });
    await this.page.mouse.wheel(0, pixels);
    await this.page.waitForTimeout(150);
    return (await this.visibleText()) !== before;
  }

  private async isInSight(target: Locator): Promise<boolean> {
    const [inner, outer] = [
      (await target.count()) > 0 ? await target.boundingBox() : null,
      await this.element.boundingBox(),
    ];
    if (!inner || !outer) return false;
    return inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height;
  }

  private get lensLinks(): Locator {
    return this.element.locator('.codelens-decoration a');
  }

  /** Types at the cursor. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** The lines on screen as they read, wrapped ones in pieces. */
  async visibleText(): Promise<string> {
    const rows = await this.element
      .locator('.view-lines .view-line')
      .evaluateAll((lines) =>
        lines
          .map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent }))
          .sort((a, b) => a.top - b.top),
      );
    return rows.map((row) => row.text.replaceAll('\u00a0', ' ')).join('\n');
  }

  /** The list of an open peek. */
  get peekRows(): Locator {
    return this.page.locator('.zone-widget .peekview-widget .ref-tree .monaco-list-row');
  }

  /** The references or definitions that a peek shows: its title and the texts of its list. */
  async peek(): Promise<{ title: string; rows: string[] }> {
    const rows = this.peekRows;
    await rows.first().waitFor();
    const title = await this.page.locator('.zone-widget .peekview-widget .peekview-title').innerText();
    return { title, rows: (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim()) };
  }

  /** Runs the quick fix with this title at the cursor. */
  async quickFix(title: string | RegExp): Promise<void> {
    const row = this.page.locator('.action-widget .monaco-list-row').filter({ hasText: title }).first();
    await eventually(async () => {
      await this.page.keyboard.press('Control+Period');
      await row.waitFor({ timeout: 4000 });
    });
    await row.click();
  }

  /** The path of the active tab's file, relative to the folder. */
  private async activeFile(): Promise<string> {
    const tab = this.page.locator('.editor-group-container.active .tabs-container .tab.active').first();
    const name = await tab.getAttribute('data-resource-name');
    const files = fs.readdirSync(this.workbench.folder, { recursive: true, encoding: 'utf8' });
    const file = files.find((candidate) => path.basename(candidate) === name);
    if (!file) throw new Error(`The folder holds no file ${name ?? '(no tab is active)'}.`);
    return file;
  }
}

/**
 * Runs in the page: a point inside the text that begins at the cursor, at most `length` characters on. The cursor is an
 * element of its own at the right place whatever the wrapping, the lenses or the zoom.
 */
function pointAtCursor(editor: Element, length: number): { x: number; y: number } | undefined {
  const cursor = editor.querySelector('.cursors-layer .cursor');
  if (!cursor) return undefined;
  const box = cursor.getBoundingClientRect();
  const character = editor.querySelector('.view-line span span')?.getBoundingClientRect();
  const letters = editor.querySelector('.view-line span span')?.textContent.length ?? 0;
  const width = character && letters > 0 ? character.width / letters : box.height / 2;
  return { x: box.left + width * Math.min(length / 2, 3), y: box.top + box.height / 2 };
}
