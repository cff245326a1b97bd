/** The side bar: view containers of the activity bar, their views, the rows of their trees. */
import type { Locator } from 'playwright-core';
import { eventually, literal } from './waiting.js';
import type { Workbench } from './workbench.js';

type Label = string | RegExp;

export class SideBar {
  constructor(private readonly workbench: Workbench) {}

  private get page(): Workbench['page'] {
    return this.workbench.page;
  }

  get element(): Locator {
    return this.page.locator('.part.sidebar');
  }

  /** Shows a view container by its title in the activity bar ("Explorer", "Dossier"). */
  async show(container: string): Promise<void> {
    const action = this.page
      .locator('.part.activitybar .action-item')
      .filter({ has: this.page.locator(`[aria-label^="${container}"]`) })
      .first();
    await eventually(async () => {
      if ((await action.getAttribute('aria-selected')) === 'true' || (await this.isShown(container))) return;
      await action.click();
      if (!(await this.isShown(container))) throw new Error(`The side bar does not show ${container}.`);
    });
    // The tooltip of the icon would lie over the first rows.
    await this.page.mouse.move(700, 2);
    await this.page.locator('.context-view .hover-contents').waitFor({ state: 'hidden' });
  }

  private async isShown(container: string): Promise<boolean> {
    const title = this.element.locator('.composite.title');
    return (await title.isVisible()) && (await title.innerText()).toLowerCase().includes(container.toLowerCase());
  }

  /** A view (pane) of the shown container, by its title; it is unfolded. */
  async view(title: string): Promise<Tree> {
    const name = new RegExp(`^\\s*${literal(title)}`, 'i');
    const pane = this.element
      .locator('.pane')
      .filter({ has: this.page.locator('.pane-header', { hasText: name }) })
      .first();
    const header = pane.locator('.pane-header').first();
    await header.waitFor();
    if ((await header.getAttribute('aria-expanded')) === 'false') await header.click();
    return new Tree(this.workbench, pane, title);
  }
}

/** A tree view. Its rows are virtual: those out of sight are scrolled to. */
export class Tree {
  constructor(
    private readonly workbench: Workbench,
    readonly pane: Locator,
    private readonly title: string,
  ) {}

  private get rows(): Locator {
    // Not the rows that stick to the top: those stand for rows out of sight.
    return this.pane.locator('.monaco-list-rows .monaco-list-row');
  }

  /** Labels and descriptions of the rows on screen, from top to bottom, once there are any; indented two blanks a level. */
  async read(): Promise<string[]> {
    await this.rows.first().waitFor();
    const found = await this.rows.evaluateAll((rows) =>
      rows
        .map((row) => ({
          top: row.getBoundingClientRect().top,
          level: Number(row.getAttribute('aria-level') ?? 1),
          words: [...row.querySelectorAll('.label-name, .label-description')].map((part) => part.textContent),
        }))
        .sort((a, b) => a.top - b.top),
    );
    return found.map(({ level, words }) => '  '.repeat(level - 1) + words.join(' ').replace(/\s+/g, ' ').trim());
  }

  /** The first row whose label begins so, scrolled into view. */
  async row(label: Label): Promise<Locator> {
    const whole = typeof label === 'string' ? new RegExp(`^\\s*${literal(label)}`) : label;
    const row = this.rows
      .filter({ has: this.workbench.page.locator('.monaco-icon-label', { hasText: whole }) })
      .first();
    await eventually(async () => {
      if ((await row.count()) > 0) return;
      await this.scrollOn();
      throw new Error(`${this.title} has no row "${String(label)}".`);
    });
    await row.scrollIntoViewIfNeeded();
    return row;
  }

  /** Unfolds rows one below the other: `expand('Iran', 'Foreign minister')`. */
  async expand(...labels: readonly Label[]): Promise<void> {
    for (const label of labels) {
      await eventually(async () => {
        const row = await this.row(label);
        if ((await row.getAttribute('aria-expanded')) === 'true') return;
        await row.locator('.monaco-tl-twistie').click();
        throw new Error(`${String(label)} stays folded.`);
      });
    }
  }

  /** Clicks a row: opens what it stands for. */
  async click(label: Label): Promise<void> {
    await (await this.row(label)).locator('.monaco-icon-label').first().click();
  }

  /** Opens the context menu of a row; see `workbench.menu` and `workbench.chooseInMenu`. */
  async contextMenu(label: Label): Promise<void> {
    const menu = this.workbench.page.locator('.monaco-menu .action-label:not(.separator)').first();
    await eventually(async () => {
      if (!(await menu.isVisible())) await (await this.row(label)).click({ button: 'right' });
      await menu.waitFor({ timeout: 5000 });
    });
  }

  /** Clicks a button that a row shows at its end, by its tooltip. */
  async rowAction(label: Label, tooltip: string): Promise<void> {
    const row = await this.row(label);
    await row.hover();
    await row.locator(`.action-label[aria-label^="${tooltip}"]`).click();
  }

  /** Clicks a button of the view's title, by its tooltip ("Collapse All"). */
  async action(tooltip: string): Promise<void> {
    await this.pane.locator('.pane-header').hover();
    await this.pane.locator(`.pane-header .action-label[aria-label^="${tooltip}"]`).first().click();
  }

  /** What a screen reader says of a row. */
  async ariaLabel(label: Label): Promise<string> {
    return (await (await this.row(label)).getAttribute('aria-label')) ?? '';
  }

  /** What the view says when it is empty. */
  async welcome(): Promise<string> {
    const content = this.pane.locator('.welcome-view-content');
    await content.waitFor();
    return content.innerText();
  }

  /** The message above the tree. */
  async message(): Promise<string> {
    const content = this.pane.locator('.message');
    await content.first().waitFor();
    return content.first().innerText();
  }

  /** One page down by the keyboard, and back to the first row from the last one. */
  private async scrollOn(): Promise<void> {
    const list = this.pane.locator('.monaco-list').first();
    if (!(await list.isVisible())) return;
    await list.focus();
    const before = await list.getAttribute('aria-activedescendant');
    await list.press('PageDown');
    if (before === (await list.getAttribute('aria-activedescendant'))) await list.press('Home');
  }
}
