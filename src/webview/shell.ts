/** What all pages have: controls, a line of status, the picture or its table, details of what is selected, export. */
import * as l10n from '../core/l10n';
import type { SourceSpan } from '../core/model';
import type { Reference, Table } from '../core/queries/table';
import { button, element, quotation, toggle } from './dom';
import { toPng, toSvg } from './export';
import { connect, type Host } from './host';
import type { PanelName, PanelTypes, ToPage } from './protocol';
import { tableElement } from './table';

/** How long a change of the picture waits to be kept. */
const KEEP_MS = 200;

export interface Details {
  readonly title: string;
  readonly facts: readonly string[];
  readonly references: readonly Reference[];
  /** How many references there are in all. */
  readonly total?: number;
}

export interface Painter<N extends PanelName> {
  /** Draws into the emptied picture, at its width. */
  draw(shell: Shell<N>, data: PanelTypes[N]['data'], width: number): void;
  /** The page's own controls, made anew with new data. */
  controls(shell: Shell<N>, data: PanelTypes[N]['data']): readonly Node[];
  /** What the line of status says. */
  status(data: PanelTypes[N]['data']): string;
  /** Said in place of the picture; null where there is one. */
  empty(data: PanelTypes[N]['data']): string | null;
  /** Whether there is a picture that can be saved; a page that is a table has none. */
  readonly savesPicture: boolean;
}

export class Shell<N extends PanelName> {
  readonly picture = element('div', { class: 'picture' });
  readonly #controls = element('div', { class: 'controls', role: 'toolbar' });
  readonly #status = element('p', { class: 'status', role: 'status' });
  readonly #details = element('section', { class: 'details', hidden: true });
  readonly #painter: Painter<N>;
  readonly #host: Host<N>;
  #message: Extract<ToPage<N>, { type: 'data' }> | undefined;
  #showsTable = false;
  /** What the painter keeps, and whether it is about to be kept. */
  #kept: unknown;
  #keeping: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;
  #width = 0;

  constructor(painter: Painter<N>) {
    this.#painter = painter;
    const page = document.getElementById('page');
    if (page === null) throw new Error('The page has no element #page.');
    this.#host = connect<N>(page.dataset['strings'] ?? '', (message) => {
      this.#receive(message);
    });
    this.#kept = this.#host.kept;
    this.#controls.setAttribute('aria-label', l10n.t('Picture'));
    page.append(this.#controls, this.#status, this.picture, this.#details);
    this.#details.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.hideDetails();
    });
    new ResizeObserver(() => {
      if (this.picture.clientWidth !== this.#width) this.redraw();
    }).observe(this.picture);
    // VS Code changes these with the color theme, and styles with the size of the font.
    new MutationObserver(() => {
      this.redraw();
    }).observe(document.body, { attributes: true, attributeFilter: ['class'] });
    this.#host.send({ type: 'ready' });
  }

  get options(): PanelTypes[N]['options'] | undefined {
    return this.#message?.state.options;
  }

  /** Asks for other data; what is on screen stays until it comes. */
  ask(options: PanelTypes[N]['options']): void {
    this.#host.send({ type: 'ask', options, table: this.#showsTable });
  }

  open(place: SourceSpan): void {
    this.#host.send({ type: 'open', place });
  }

  /** What the painter kept last, also before a reload of the window; undefined where that is nothing. */
  get kept(): unknown {
    return this.#kept;
  }

  /** Keeps plain data over a reload of the window; a reader's hand may do this many times a second. */
  keep(kept: unknown): void {
    this.#kept = kept;
    this.#keeping ??= setTimeout(() => {
      this.#keep();
    }, KEEP_MS);
  }

  #keep(): void {
    clearTimeout(this.#keeping);
    this.#keeping = undefined;
    if (this.#message !== undefined) this.#host.keep({ ...this.#message.state, page: this.#kept });
  }

  /** Draws the picture again before the next frame. */
  redraw(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      this.#paint();
    });
  }

  showDetails({ title, facts, references, total = references.length }: Details): void {
    const more = total - references.length;
    this.#details.replaceChildren(
      element(
        'header',
        {},
        element('h2', {}, title),
        button(
          '×',
          () => {
            this.hideDetails();
          },
          { class: 'icon', 'aria-label': l10n.t('Close') },
        ),
      ),
      element('p', { class: 'facts' }, facts.filter((f) => f !== '').join(' · ')),
      element('ul', {}, ...references.map((r) => element('li', {}, this.link(r)))),
      ...(more > 0 ? [element('p', { class: 'more' }, l10n.t('And {0} more; the table has them all.', more))] : []),
    );
    this.#details.hidden = false;
  }

  hideDetails(): void {
    this.#details.hidden = true;
  }

  /** A link to a place: its source and words. */
  link(reference: Reference, words = true): HTMLButtonElement {
    const made = button(
      '',
      () => {
        this.open(reference.place);
      },
      { class: 'link', title: reference.words },
    );
    made.append(element('span', { class: 'source' }, reference.source));
    if (words) made.append(quotation(reference.words));
    return made;
  }

  #receive(message: ToPage<N>): void {
    if (message.type === 'export') {
      void this.#save(message.format);
      return;
    }
    this.#message = message;
    this.#keep();
    this.#paintControls();
    this.redraw();
  }

  #paintControls(): void {
    const data = this.#message?.data;
    if (data === undefined) return;
    const focused = [...this.#controls.querySelectorAll('button, select')].indexOf(
      document.activeElement ?? document.body,
    );
    const views = toggle(l10n.t('Table'), this.#showsTable, (pressed) => {
      this.#showsTable = pressed;
      this.hideDetails();
      if (this.options !== undefined) this.ask(this.options);
    });
    const save = (format: 'svg' | 'png'): HTMLButtonElement =>
      button(format.toUpperCase(), () => void this.#save(format), {
        title: format === 'svg' ? l10n.t('Save as SVG') : l10n.t('Save as PNG'),
        disabled: this.#showsTable || this.#painter.empty(data) !== null,
      });
    const csv = button(
      'CSV',
      () => {
        this.#host.send({ type: 'saveTable' });
      },
      { title: l10n.t('Save the data as CSV') },
    );
    const saves = this.#painter.savesPicture ? [save('svg'), save('png'), csv] : [csv];
    this.#controls.replaceChildren(
      ...this.#painter.controls(this, data),
      element('span', { class: 'space' }),
      ...(this.#painter.savesPicture ? [views] : []),
      element('span', { class: 'group', role: 'group', 'aria-label': l10n.t('Save') }, ...saves),
    );
    const again = [...this.#controls.querySelectorAll<HTMLElement>('button, select')][focused];
    again?.focus();
  }

  #paint(): void {
    const message = this.#message;
    if (message === undefined) return;
    this.#status.textContent = this.#painter.status(message.data);
    const empty = this.#painter.empty(message.data);
    const { scrollTop } = this.picture;
    const focused = this.picture.contains(document.activeElement) ? document.activeElement : null;
    this.picture.replaceChildren();
    this.#width = this.picture.clientWidth;
    if (this.#showsTable && message.table !== null) this.#paintTable(message.table);
    else if (empty !== null) this.picture.append(element('p', { class: 'empty' }, empty));
    else if (this.#width > 0) this.#painter.draw(this, message.data, this.#width);
    this.picture.scrollTop = scrollTop;
    this.#focusAgain(focused?.getAttribute('aria-label'));
  }

  /** Whoever goes through the marks by keyboard stays where they are when the picture is drawn anew. */
  #focusAgain(label: string | null | undefined): void {
    if (!label) return;
    const same = [...this.picture.querySelectorAll<SVGElement>('[role]')].find(
      (mark) => mark.getAttribute('aria-label') === label,
    );
    same?.focus({ preventScroll: true });
  }

  #paintTable(table: Table): void {
    this.picture.append(tableElement(table, (reference) => this.link(reference)));
  }

  async #save(format: 'svg' | 'png'): Promise<void> {
    if (this.picture.querySelector('svg.drawn') === null) return;
    const content = format === 'svg' ? toSvg(this.picture) : await toPng(this.picture);
    this.#host.send({ type: 'save', format, content });
  }
}
