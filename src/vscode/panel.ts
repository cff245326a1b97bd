import * as vscode from 'vscode';
import { citation } from '../core/queries/citation';
import { conflicts } from '../core/queries/figures';
import { eventsTree } from '../core/queries/events-tree';
import { figuresTree } from '../core/queries/figures-tree';
import { officialsTree } from '../core/queries/officials-tree';
import { sourcesTree } from '../core/queries/sources-tree';
import type { Dossiers } from './dossiers';
import { clearFilterCommand, COMMANDS, CONTEXT_KEYS, filterCommand, filteredKey, type ViewName, VIEWS } from './ids';
import type { Places } from './links';
import { QueryTree, type TreeRow } from './tree';

/** The four views of the side panel. */
export class Panel implements vscode.Disposable {
  readonly #dossiers: Dossiers;
  readonly #places: Places;
  readonly #trees: Readonly<Record<ViewName, QueryTree>>;
  readonly #views: Readonly<Record<ViewName, vscode.TreeView<TreeRow>>>;
  readonly #owned: vscode.Disposable[] = [];
  #newestFirst = true;

  constructor(dossiers: Dossiers, places: Places) {
    this.#dossiers = dossiers;
    this.#places = places;
    const tree = (query: ConstructorParameters<typeof QueryTree>[1]): QueryTree =>
      new QueryTree(dossiers, query, COMMANDS.openPlace);
    this.#trees = {
      officials: tree(officialsTree),
      events: tree((view) => eventsTree(view, this.#newestFirst)),
      figures: tree(figuresTree),
      sources: tree(sourcesTree),
    };
    const view = (name: ViewName): vscode.TreeView<TreeRow> =>
      vscode.window.createTreeView(VIEWS[name], {
        treeDataProvider: this.#trees[name],
        showCollapseAll: name !== 'sources',
      });
    this.#views = {
      officials: view('officials'),
      events: view('events'),
      figures: view('figures'),
      sources: view('sources'),
    };
    this.#owned.push(
      ...Object.values(this.#trees),
      ...Object.values(this.#views),
      ...this.#commands(),
      dossiers.onDidChange(() => {
        this.#refresh();
      }),
      dossiers.onDidChangeList(() => {
        this.#refresh();
      }),
      dossiers.onDidChangeReading(() => {
        this.#showStopped();
      }),
    );
    void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.eventsNewestFirst, true);
  }

  /** Shows the row that stands for a subject in one of the views, also past its filter; false where there is none. */
  async reveal(view: ViewName, dossier: TreeRow['dossier'], subject: string): Promise<boolean> {
    if (await this.#trees[view].hides(dossier, subject)) this.#filter(view, '');
    const row = await this.#trees[view].find(dossier, subject);
    if (row === undefined) return false;
    await this.#views[view].reveal(row, { select: true, focus: true, expand: true });
    return true;
  }

  dispose(): void {
    vscode.Disposable.from(...this.#owned).dispose();
  }

  #commands(): readonly vscode.Disposable[] {
    const { registerCommand } = vscode.commands;
    const names = Object.keys(VIEWS) as ViewName[];
    return [
      registerCommand(COMMANDS.openPlace, (row?: TreeRow) => this.#open(row, {})),
      registerCommand(COMMANDS.openPlaceToSide, (row?: TreeRow) =>
        this.#open(row, { viewColumn: vscode.ViewColumn.Beside }),
      ),
      registerCommand(COMMANDS.copyCitation, (row?: TreeRow) => this.#copy(row)),
      registerCommand(COMMANDS.refresh, () => Promise.all(this.#dossiers.list.map((d) => d.refresh()))),
      registerCommand(COMMANDS.sortEventsNewestFirst, () => {
        this.#sort(true);
      }),
      registerCommand(COMMANDS.sortEventsOldestFirst, () => {
        this.#sort(false);
      }),
      ...names.flatMap((name) => [
        registerCommand(filterCommand(name), () => {
          this.#askFilter(name);
        }),
        registerCommand(clearFilterCommand(name), () => {
          this.#filter(name, '');
        }),
      ]),
    ];
  }

  async #open(row: TreeRow | undefined, options: vscode.TextDocumentShowOptions): Promise<void> {
    const place = placeOf(row);
    if (row !== undefined && place !== undefined) await this.#places.open(row.dossier, place, options);
  }

  async #copy(row: TreeRow | undefined): Promise<void> {
    const place = placeOf(row);
    if (row === undefined || place === undefined) return;
    await vscode.env.clipboard.writeText(citation(await row.dossier.view(), place));
    vscode.window.setStatusBarMessage(vscode.l10n.t('Copied with citation.'), 3000);
  }

  #sort(newestFirst: boolean): void {
    this.#newestFirst = newestFirst;
    void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.eventsNewestFirst, newestFirst);
    this.#trees.events.refresh();
  }

  /** Filters as it is typed; Escape brings back what was there. */
  #askFilter(name: ViewName): void {
    const before = this.#trees[name].filter;
    const box = vscode.window.createInputBox();
    let accepted = false;
    box.value = before;
    box.placeholder = vscode.l10n.t('Words to look for; diacritics do not matter');
    box.onDidChangeValue((value) => {
      this.#filter(name, value);
    });
    box.onDidAccept(() => {
      accepted = true;
      box.hide();
    });
    box.onDidHide(() => {
      if (!accepted) this.#filter(name, before);
      box.dispose();
    });
    box.show();
  }

  #filter(name: ViewName, filter: string): void {
    const words = filter.trim();
    this.#trees[name].filter = words;
    this.#views[name].description = words === '' ? '' : `“${words}”`;
    void vscode.commands.executeCommand('setContext', filteredKey(name), words !== '');
  }

  /** Says so where reading was stopped before its end. */
  #showStopped(): void {
    const stopped = this.#dossiers.list.some((d) => d.stopped);
    const message = vscode.l10n.t('Reading was stopped: not all sources are here. Read the folder again for the rest.');
    for (const view of Object.values(this.#views)) view.message = stopped ? message : '';
  }

  #refresh(): void {
    for (const tree of Object.values(this.#trees)) tree.refresh();
    const number = this.#dossiers.list
      .flatMap((d) => d.lastView ?? [])
      .map((view) => conflicts(view).size)
      .reduce((a, b) => a + b, 0);
    const tooltip =
      number === 1 ? vscode.l10n.t('1 figure in conflict') : vscode.l10n.t('{0} figures in conflict', number);
    this.#views.figures.badge = number === 0 ? undefined : { value: number, tooltip };
  }
}

function placeOf(row: TreeRow | undefined): { path: string; start: number; end: number } | undefined {
  const node = row?.node;
  return node?.place ?? (node?.source === undefined ? undefined : { path: node.source, start: 0, end: 0 });
}
