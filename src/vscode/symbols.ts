import * as vscode from 'vscode';
import { type FoundSymbol, SymbolIndex } from '../core/queries/symbols';
import type { DossierView } from '../core/queries/view';
import { rangeOf, unlessCancelled } from './ask';
import { toUri } from './convert';
import type { Dossier } from './dossier';
import type { Dossiers } from './dossiers';
import { finishInSlices } from './time';

const KINDS: Readonly<Record<FoundSymbol['kind'], vscode.SymbolKind>> = {
  person: vscode.SymbolKind.Class,
  organization: vscode.SymbolKind.Interface,
  place: vscode.SymbolKind.Enum,
  event: vscode.SymbolKind.Event,
  figure: vscode.SymbolKind.Number,
};

/** Go to Symbol in Workspace: people, organizations, places, events and figures of all dossiers by any spelling. */
export function registerSymbols(dossiers: Dossiers): vscode.Disposable {
  return vscode.languages.registerWorkspaceSymbolProvider(new Symbols(dossiers));
}

class Symbols implements vscode.WorkspaceSymbolProvider {
  readonly #dossiers: Dossiers;
  /** Of the last state of each dossier, for as long as that state lives. */
  readonly #indices = new WeakMap<DossierView, Promise<SymbolIndex>>();

  constructor(dossiers: Dossiers) {
    this.#dossiers = dossiers;
  }

  async provideWorkspaceSymbols(query: string, token: vscode.CancellationToken): Promise<vscode.SymbolInformation[]> {
    const found: vscode.SymbolInformation[] = [];
    for (const dossier of this.#dossiers.list) {
      const view = await unlessCancelled(dossier.view(), token);
      const index = view && (await unlessCancelled(this.#index(view), token));
      if (view === undefined || index === undefined) return [];
      found.push(...index.find(query).map((s) => toSymbol(dossier, view, s)));
    }
    return found;
  }

  #index(view: DossierView): Promise<SymbolIndex> {
    const known = this.#indices.get(view);
    if (known !== undefined) return known;
    const index = finishInSlices(SymbolIndex.inSteps(view));
    this.#indices.set(view, index);
    return index;
  }
}

function toSymbol(
  { root }: Dossier,
  view: DossierView,
  { kind, name, detail, place }: FoundSymbol,
): vscode.SymbolInformation {
  const location = new vscode.Location(toUri(root, place.path), rangeOf(view, place.path, place));
  return new vscode.SymbolInformation(name, KINDS[kind], detail, location);
}
