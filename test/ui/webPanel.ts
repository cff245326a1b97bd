/** The page of a panel: the web view that is in sight. */
import fs from 'node:fs';
import path from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { eventually } from './waiting.js';
import type { Workbench } from './workbench.js';

export class WebPanel {
  constructor(private readonly workbench: Workbench) {}

  /** The page; web views lie in frames of two levels. */
  get frame(): FrameLocator {
    return this.workbench.page
      .locator('iframe.webview.ready:visible')
      .last()
      .contentFrame()
      .locator('#active-frame')
      .contentFrame();
  }

  /** Opens a panel by its command and waits until something is drawn or listed. */
  async open(command: string, title: string): Promise<void> {
    await this.workbench.command(command);
    await this.workbench.tab(title).waitFor();
    await this.frame.locator('#page .picture > *').first().waitFor();
  }

  /** What a screen reader says of each mark, in the order of arrow keys. */
  async marks(): Promise<string[]> {
    const marks = this.frame.locator('svg.drawn [role=button]');
    await marks.first().waitFor();
    return marks.evaluateAll((list) => list.map((mark) => mark.getAttribute('aria-label') ?? ''));
  }

  /** The mark that is called so. */
  mark(name: string | RegExp): Locator {
    return this.frame.getByRole('button', { name }).and(this.frame.locator('svg.drawn *')).first();
  }

  button(name: string): Locator {
    return this.frame.locator('#page').getByRole('button', { name, exact: true });
  }

  async select(label: string, option: string): Promise<void> {
    await this.frame.getByLabel(label, { exact: true }).selectOption(option);
  }

  get status(): Locator {
    return this.frame.getByRole('status');
  }

  /** The rows of the table, cells with a bar between. */
  async rows(): Promise<string[]> {
    const rows = this.frame.locator('.table tbody tr');
    await rows.first().waitFor();
    return rows.evaluateAll((list) =>
      list.map((row) => [...row.children].map((cell) => cell.textContent.trim()).join(' | ')),
    );
  }

  /** Clicks a button that saves, confirms the suggested name, and gives what was written. */
  async save(label: string, name: string): Promise<Buffer> {
    const { page, folder } = this.workbench;
    const file = path.join(folder, name);
    await this.button(label).click();
    const input = page.locator('.quick-input-widget:not([inert]) input.input');
    await eventually(async () => {
      if (!(await input.inputValue()).endsWith(name)) throw new Error('The dialog does not suggest a name.');
    });
    await page.keyboard.press('Enter');
    let before = 0;
    return eventually(async () => {
      const content = fs.readFileSync(file);
      const whole = content.length > 0 && content.length === before;
      before = content.length;
      if (!whole) throw new Error(`${file} is still being written.`);
      return Promise.resolve(content);
    });
  }
}
