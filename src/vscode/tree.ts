import * as vscode from 'vscode';
import type { IconKind, TreeNode } from '../core/queries/tree';
import { filterTree, pathTo } from '../core/queries/tree';
import type { DossierView } from '../core/queries/view';
import type { Dossier } from './dossier';
import type { Dossiers } from './dossiers';
import { TREE_ITEMS } from './ids';
import { flagOf } from './markdown';

/** A node with the dossier it belongs to and the row above it. */
export interface TreeRow {
  readonly dossier: Dossier;
  /** Undefined for the row of the dossier itself, which is there where there are several. */
  readonly node: TreeNode | undefined;
  readonly parent: TreeRow | undefined;
}

export type TreeQuery = (view: DossierView) => readonly TreeNode[];

/** Shows the answer to a query as a tree: the one adaptor behind all views of the side panel. */
export class QueryTree implements vscode.TreeDataProvider<TreeRow>, vscode.Disposable {
  readonly #dossiers: Dossiers;
  readonly #query: TreeQuery;
  readonly #open: string;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #roots = new Map<Dossier, { readonly view: DossierView; readonly rows: readonly TreeRow[] }>();
  #filter = '';

  readonly onDidChangeTreeData = this.#changed.event;

  /** @param open the command that a click on a row with a place runs, with the row as its argument */
  constructor(dossiers: Dossiers, query: TreeQuery, open: string) {
    this.#dossiers = dossiers;
    this.#query = query;
    this.#open = open;
  }

  get filter(): string {
    return this.#filter;
  }

  set filter(filter: string) {
    this.#filter = filter;
    this.refresh();
  }

  refresh(): void {
    this.#roots.clear();
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
    this.#roots.clear();
  }

  async getChildren(row?: TreeRow): Promise<TreeRow[]> {
    if (row?.node !== undefined) return rowsOf(row.dossier, row.node.children?.() ?? [], row);
    if (row !== undefined) return [...(await this.#rows(row.dossier, row))];
    await this.#dossiers.searched();
    const list = this.#dossiers.list;
    const [only] = list;
    if (only === undefined) return [];
    if (list.length === 1) return [...(await this.#rows(only, undefined))];
    return list.map((dossier) => ({ dossier, node: undefined, parent: undefined }));
  }

  getParent(row: TreeRow): TreeRow | undefined {
    return row.parent;
  }

  getTreeItem({ dossier, node }: TreeRow): vscode.TreeItem {
    if (node === undefined) return dossierItem(dossier);
    const state = node.children === undefined ? 'None' : 'Collapsed';
    const flag = node.country === undefined ? '' : flagOf(node.country);
    const label = flag === '' ? node.label : `${flag} ${node.label}`;
    const highlights = node.highlight === undefined ? [] : [[...node.highlight] as [number, number]];
    const item = new vscode.TreeItem({ label, highlights }, vscode.TreeItemCollapsibleState[state]);
    item.id = `${dossier.root.toString()}#${node.id}`;
    if (node.description !== undefined) item.description = node.description;
    item.tooltip = node.tooltip ?? node.label;
    if (flag === '') item.iconPath = iconOf(node.icon);
    item.accessibilityInformation = { label: node.spoken ?? `${node.label} ${node.description ?? ''}`.trim() };
    if (node.source !== undefined) item.contextValue = TREE_ITEMS.source;
    else if (node.place !== undefined) item.contextValue = TREE_ITEMS.place;
    if (node.place !== undefined) {
      item.command = { command: this.#open, title: vscode.l10n.t('Open'), arguments: [{ dossier, node }] };
    }
    return item;
  }

  /** The row that stands for a subject, with the rows above it behind `parent`. */
  async find(dossier: Dossier, subject: string): Promise<TreeRow | undefined> {
    const several = this.#dossiers.list.length > 1;
    let row: TreeRow | undefined = several ? { dossier, node: undefined, parent: undefined } : undefined;
    const nodes = (await this.#rows(dossier, row)).flatMap((r) => r.node ?? []);
    for (const node of pathTo(nodes, subject)) row = { dossier, node, parent: row };
    return row?.node === undefined ? undefined : row;
  }

  /** Whether there is such a row, but the filter hides it. */
  async hides(dossier: Dossier, subject: string): Promise<boolean> {
    if (this.#filter === '' || (await this.find(dossier, subject)) !== undefined) return false;
    return pathTo(this.#query(await dossier.view()), subject).length > 0;
  }

  async #rows(dossier: Dossier, parent: TreeRow | undefined): Promise<readonly TreeRow[]> {
    const view = await dossier.view();
    const known = this.#roots.get(dossier);
    if (known?.view === view) return known.rows;
    const rows = rowsOf(dossier, filterTree(this.#query(view), this.#filter), parent);
    this.#roots.set(dossier, { view, rows });
    return rows;
  }
}

function rowsOf(dossier: Dossier, nodes: readonly TreeNode[], parent: TreeRow | undefined): TreeRow[] {
  return nodes.map((node) => ({ dossier, node, parent }));
}

function dossierItem(dossier: Dossier): vscode.TreeItem {
  const item = new vscode.TreeItem(dossier.root, vscode.TreeItemCollapsibleState.Expanded);
  item.label = dossier.title;
  item.id = dossier.root.toString();
  item.iconPath = vscode.ThemeIcon.Folder;
  return item;
}

const ICONS: Readonly<Record<IconKind, readonly [icon: string, color?: string]>> = {
  country: ['globe'],
  person: ['person', 'charts.blue'],
  organization: ['organization', 'charts.purple'],
  place: ['location', 'charts.green'],
  source: ['file-text'],
  mention: ['quote'],
  series: ['graph-line', 'charts.blue'],
  value: ['symbol-number'],
  conflict: ['warning', 'list.warningForeground'],
  participants: ['organization'],
  date: ['calendar'],
  consult: ['comment-discussion', 'charts.blue'],
  agree: ['check', 'charts.green'],
  aid: ['heart', 'charts.green'],
  request: ['megaphone', 'charts.yellow'],
  accuse: ['law', 'charts.yellow'],
  reject: ['circle-slash', 'charts.yellow'],
  threaten: ['alert', 'charts.yellow'],
  protest: ['broadcast', 'charts.yellow'],
  sanction: ['lock', 'charts.yellow'],
  military: ['shield', 'charts.red'],
  assault: ['flame', 'charts.red'],
  accident: ['zap', 'charts.red'],
  ceremony: ['star-empty', 'charts.purple'],
  appointment: ['person-add', 'charts.purple'],
  statement: ['comment', 'charts.blue'],
};

function iconOf(kind: IconKind): vscode.ThemeIcon {
  const [icon, color] = ICONS[kind];
  return new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
}
