import * as vscode from 'vscode';
import type { SourceSpan } from '../../core/model';
import { type Table, toCsv } from '../../core/queries/table';
import type { DossierView } from '../../core/queries/view';
import type { PanelName, PanelState, PanelTypes, ToHost, ToPage } from '../../webview/protocol';
import type { Dossier } from '../dossier';
import type { Dossiers } from '../dossiers';
import type { Places } from '../links';
import { finishInSlices } from '../time';
import { pageHtml, pagesFolder } from './page';
import type { PanelQuery } from './query';
import { saveAs } from './save';

export interface PanelServices {
  readonly dossiers: Dossiers;
  readonly places: Places;
  readonly extension: vscode.Uri;
}

/** One open picture of one dossier: answers what its page asks, and answers anew when the dossier changes. */
export class OpenPanel<N extends PanelName = PanelName> implements vscode.Disposable {
  readonly #web: vscode.WebviewPanel;
  readonly #query: PanelQuery<N>;
  readonly #services: PanelServices;
  readonly #owned: vscode.Disposable;
  #state: PanelState<N>;
  #wantsTable = false;
  #stale = false;
  /** Counts the answers: one that is overtaken while its table is made is not given. */
  #asked = 0;
  /** The last table, and what it is of. */
  #table: { readonly view: DossierView; readonly options: string; readonly made: Table } | undefined;

  constructor(web: vscode.WebviewPanel, query: PanelQuery<N>, state: PanelState<N>, services: PanelServices) {
    this.#web = web;
    this.#query = query;
    this.#state = state;
    this.#services = services;
    const { dossiers, extension } = services;
    this.#owned = vscode.Disposable.from(
      web.onDidDispose(() => {
        this.#owned.dispose();
      }),
      web.onDidChangeViewState(() => {
        if (web.visible && this.#stale) void this.#answer();
      }),
      web.webview.onDidReceiveMessage((message: ToHost<N>) => this.#receive(message)),
      dossiers.onDidChange((changed) => {
        if (changed === this.dossier) this.#changed();
      }),
      dossiers.onDidChangeList(() => {
        this.#changed();
      }),
    );
    web.iconPath = vscode.Uri.joinPath(extension, 'media', 'source.svg');
    web.webview.options = { enableScripts: true, localResourceRoots: [pagesFolder(extension)] };
    web.webview.html = pageHtml(web.webview, extension, query.name, query.title);
  }

  dispose(): void {
    this.#web.dispose();
  }

  shows(name: PanelName, dossier: Dossier): boolean {
    return this.#query.name === name && this.dossier === dossier;
  }

  reveal(): void {
    this.#web.reveal();
  }

  get active(): boolean {
    return this.#web.active;
  }

  get dossier(): Dossier | undefined {
    return this.#services.dossiers.list.find((d) => d.root.toString() === this.#state.dossier);
  }

  /** A picture out of sight is brought up to date when it comes into sight. */
  #changed(): void {
    if (this.#web.visible) void this.#answer();
    else this.#stale = true;
  }

  async #receive(message: ToHost<N>): Promise<void> {
    switch (message.type) {
      case 'ready':
        return this.#answer();
      case 'ask':
        this.#state = { ...this.#state, options: this.#query.options(message.options) };
        this.#wantsTable = message.table;
        return this.#answer();
      case 'open':
        return this.#open(message.place);
      case 'save':
        return saveAs(this.#fileName(message.format), message.format, bytesOf(message.format, message.content));
      case 'saveTable':
        return this.#saveTable();
    }
  }

  async #answer(): Promise<void> {
    const dossier = this.dossier;
    if (dossier === undefined) return;
    this.#stale = false;
    const asked = ++this.#asked;
    const state = this.#state;
    const view = await dossier.view();
    const table = this.#wantsTable ? await this.#tableOf(view, state.options) : null;
    if (asked !== this.#asked) return;
    const data = this.#query.data(view, state.options);
    const message: ToPage<N> = { type: 'data', state, data, table };
    await this.#web.webview.postMessage(message);
  }

  /** Made once for the same data. */
  async #tableOf(view: DossierView, options: PanelTypes[N]['options']): Promise<Table> {
    const key = JSON.stringify(options);
    const known = this.#table;
    if (known?.view === view && known.options === key) return known.made;
    const made = await finishInSlices(this.#query.table(view, options));
    this.#table = { view, options: key, made };
    return made;
  }

  /** Beside the picture, where there is something beside it. */
  async #open(place: SourceSpan): Promise<void> {
    const dossier = this.dossier;
    if (dossier === undefined) return;
    const own = this.#web.viewColumn;
    const other = vscode.window.tabGroups.all.find((g) => g.viewColumn !== own)?.viewColumn;
    await this.#services.places.open(dossier, place, { viewColumn: other ?? vscode.ViewColumn.Beside });
  }

  async #saveTable(): Promise<void> {
    const view = await this.dossier?.view();
    if (view === undefined) return;
    // Spreadsheets take a file for UTF-8 by its byte-order mark.
    const csv = `\ufeff${toCsv(await this.#tableOf(view, this.#state.options))}`;
    await saveAs(this.#fileName('csv'), 'csv', new TextEncoder().encode(csv));
  }

  #fileName(extension: string): vscode.Uri | undefined {
    const root = this.dossier?.root;
    return root === undefined ? undefined : vscode.Uri.joinPath(root, `${this.#query.name}.${extension}`);
  }
}

function bytesOf(format: 'svg' | 'png', content: string): Uint8Array {
  if (format === 'svg') return new TextEncoder().encode(content);
  return Uint8Array.from(atob(content), (c) => c.charCodeAt(0));
}
