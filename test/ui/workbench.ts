/**
 * The VS Code workbench as a person meets it, for UI tests and for pictures.
 *
 *   describe('hover', () => {
 *     const opened = useWorkbench();                      // one window on a fresh copy of seeds/ for this `describe`
 *     it('says who it is', async () => {
 *       const { workbench, editor } = opened();
 *       await workbench.open('000_14ea37f3a3ded030.txt');
 *       const card = await editor.hover('Bagheri Kani', { occurrence: 2 });
 *       assert.match(card, /acting foreign minister/);
 *     });
 *   });
 *
 * Every method waits for what it needs, and for what it brings about, up to `PATIENCE_MS`; none sleeps for a fixed time.
 * `workbench.page` is the Playwright page, for what is missing here; `eventually` polls anything else.
 *
 *   workbench   open a file, run commands, quick pick, theme, status bar, notifications, Problems, picture
 *   editor      find a text on screen, put the cursor there, hover, CodeLens, type      (editor.ts)
 *   sideBar     view containers, views, trees                                           (sideBar.ts)
 *
 * `useWorkbench({ host: 'browser' })` runs the extension in the browser's extension host instead of the server's;
 * `{ settings: {…} }` adds user settings, `{ folder: … }` opens another folder. Functions given to `evaluate` run in the page
 * and see nothing of the test. A failed test leaves a picture in dist/test/ui/failures/.
 */
import path from 'node:path';
import fs from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { Editor } from './editor.js';
import { SideBar } from './sideBar.js';
import { eventually, literal, PATIENCE_MS } from './waiting.js';

export { eventually, PATIENCE_MS };

/** The input of the quick input that is open; one that is just closing is inert. */
const QUICK_INPUT = '.quick-input-widget:not([inert]) input.input';

/** The keys of VS Code's default keymap differ between macOS and the rest; the browser reports the machine it runs on. */
const COMMAND_KEY = process.platform === 'darwin' ? 'Meta' : 'Control';

export class Workbench {
  readonly editor: Editor;
  readonly sideBar: SideBar;

  /** @param folder absolute path of the opened folder: a copy that the test may change on disk */
  constructor(
    readonly page: Page,
    readonly folder: string,
  ) {
    this.editor = new Editor(this);
    this.sideBar = new SideBar(this);
  }

  /** Waits until the workbench and its explorer are there. */
  async ready(): Promise<this> {
    await this.page.locator('.monaco-workbench').waitFor();
    await this.page.locator('.explorer-viewlet .monaco-list-row').first().waitFor();
    return this;
  }

  /** Opens a file of the folder by quick open and waits until its text is on screen. */
  async open(name: string): Promise<void> {
    await this.quickInput(`${COMMAND_KEY}+KeyP`, name);
    // Not Enter: for a moment the first row is still that of the list before the words were typed.
    await this.quickInputRow(path.basename(name)).first().click();
    await this.quickInputGone();
    await this.tab(path.basename(name)).waitFor();
    await this.editor.element.locator('.view-line').first().waitFor();
  }

  /** The active editor's tab with this label. */
  tab(label: string): Locator {
    return this.page.locator('.tabs-container .tab.active').filter({ hasText: label });
  }

  /** Runs a command by its full title in the command palette ("View: Toggle Word Wrap"). */
  async command(title: string): Promise<void> {
    await this.quickInput('F1', `>${title}`);
    const row = this.quickInputRow(title).first();
    await row.waitFor();
    await row.click();
  }

  /** Picks the entry with this label in the list that is open or about to open. */
  async pick(label: string | RegExp): Promise<void> {
    const row = this.quickInputRow(label).first();
    await row.waitFor();
    await row.click();
    await row.waitFor({ state: 'hidden' });
  }

  /** Fills in the input box that is open or about to open, and confirms it. */
  async answer(text: string): Promise<void> {
    await this.typeQuickInput(text);
    await this.page.keyboard.press('Enter');
  }

  /** Labels of the entries in the open quick pick, once they stay the same. */
  async choices(): Promise<string[]> {
    const rows = this.page.locator('.quick-input-widget:not([inert]) .monaco-list-row');
    await rows.first().waitFor();
    let before: string[] = [];
    return eventually(async () => {
      const now = await rows.locator('.label-name').allInnerTexts();
      const settled = now.length > 0 && now.join('\n') === before.join('\n');
      before = now;
      if (!settled) throw new Error('The list keeps changing.');
      return now;
    });
  }

  /** Changes the colour theme by its label ("Dark Modern", "Light High Contrast"). */
  async theme(label: string): Promise<void> {
    await this.command('Preferences: Color Theme');
    await this.typeQuickInput(label);
    await this.pick(label);
  }

  /** Texts of the status bar's items. */
  async status(): Promise<string[]> {
    const texts = await this.page.locator('.statusbar-item:visible').allInnerTexts();
    return texts.map((text) => text.trim()).filter((text) => text !== '');
  }

  /** Waits until an item of the status bar reads so; the usual sign that the extension has taken a file on. */
  async waitForStatus(text: string | RegExp): Promise<void> {
    await this.page.locator('.statusbar-item').filter({ hasText: text }).first().waitFor();
  }

  /** Waits for a notification with this text. */
  async notification(text: string | RegExp): Promise<Locator> {
    const found = this.page.locator('.notification-list-item').filter({ hasText: text }).first();
    await found.waitFor();
    return found;
  }

  /** The rows of the Problems panel, which it opens, as they read there. An empty list when there are none. */
  async problems(): Promise<string[]> {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.command('View: Focus Problems');
    await panel.waitFor();
    const texts = await panel.locator('.monaco-list-row').allInnerTexts();
    return texts.map((text) => text.replace(/\s+/g, ' ').trim());
  }

  /** The labels of an open context menu, or of a drop-down. */
  async menu(): Promise<string[]> {
    const items = this.page.locator('.monaco-menu .action-label:not(.separator)');
    await items.first().waitFor();
    return items.allInnerTexts();
  }

  /** Clicks an entry of an open context menu. */
  async chooseInMenu(label: string | RegExp): Promise<void> {
    const entry = this.page.locator('.monaco-menu .action-item').filter({ hasText: label }).first();
    await entry.waitFor();
    await eventually(async () => {
      // VS Code takes a click right after the menu opens for the end of the one that opened it.
      if (await entry.isVisible()) await entry.click({ delay: 150, timeout: 5000 });
      await entry.waitFor({ state: 'hidden', timeout: 5000 });
    });
  }

  /** Saves a picture (PNG) of the window. */
  async picture(file: string): Promise<void> {
    fs.mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    await this.page.screenshot({ path: file });
  }

  /** Closes every editor without saving. */
  async closeEditors(): Promise<void> {
    for (;;) {
      const tabs = await this.page.locator('.tabs-container .tab').count();
      if (tabs === 0) return;
      await this.command('View: Revert and Close Editor');
      await eventually(async () => {
        if ((await this.page.locator('.tabs-container .tab').count()) >= tabs)
          throw new Error('The editor stays open.');
      });
    }
  }

  /** Opens the quick input with a key and fills it in; again if the key came too early to be heard, or a page took the focus away. */
  async quickInput(key: string, text = ''): Promise<void> {
    const input = this.page.locator(QUICK_INPUT);
    await eventually(async () => {
      if (!(await input.isVisible())) await this.page.keyboard.press(key);
      await input.waitFor({ timeout: 2000 });
      if (text !== '') await input.fill(text, { timeout: 2000 });
    });
  }

  /** Fills in the quick input that is open: all at once, so that no key comes before it listens. */
  async typeQuickInput(text: string): Promise<void> {
    const input = this.page.locator(QUICK_INPUT);
    await input.waitFor();
    await input.fill(text);
  }

  /** The entries of the quick input with this label. */
  quickInputRow(label: string | RegExp): Locator {
    const whole = typeof label === 'string' ? new RegExp(`^\\s*${literal(label)}`) : label;
    return this.page.locator('.quick-input-widget .monaco-list-row').filter({
      has: this.page.locator('.quick-input-list-label, .label-name').filter({ hasText: whole }),
    });
  }

  async quickInputGone(): Promise<void> {
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }
}
