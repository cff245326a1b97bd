import * as vscode from 'vscode';
import type { Problem } from '../core/model';
import { groupBy } from '../core/queries/group';
import { LineTable } from '../core/text';
import { toDiagnostic, toUri } from './convert';
import type { Dossier } from './dossier';
import type { Dossiers } from './dossiers';

/** Shows what could not be read or does not fit together in the Problems panel, at its place. */
export function registerDiagnostics(dossiers: Dossiers): vscode.Disposable {
  const collections = new Map<Dossier, vscode.DiagnosticCollection>();
  const publish = (dossier: Dossier): void => {
    let collection = collections.get(dossier);
    if (collection === undefined)
      collections.set(dossier, (collection = vscode.languages.createDiagnosticCollection('dossier')));
    replace(collection, diagnosticsOf(dossier));
  };
  const forget = (): void => {
    for (const [dossier, collection] of collections) {
      if (dossiers.list.includes(dossier)) continue;
      collection.dispose();
      collections.delete(dossier);
    }
  };
  return vscode.Disposable.from(dossiers.onDidChange(publish), dossiers.onDidChangeList(forget), {
    dispose: () => {
      for (const collection of collections.values()) collection.dispose();
    },
  });
}

/** Sets what there is now and takes away what is no longer; files that stay are not cleared in between, so nothing flickers. */
function replace(collection: vscode.DiagnosticCollection, now: ReadonlyMap<string, vscode.Diagnostic[]>): void {
  const gone: vscode.Uri[] = [];
  collection.forEach((uri) => {
    if (!now.has(uri.toString())) gone.push(uri);
  });
  collection.set([
    ...gone.map((uri): [vscode.Uri, undefined] => [uri, undefined]),
    ...[...now].map(([uri, list]): [vscode.Uri, vscode.Diagnostic[]] => [vscode.Uri.parse(uri), list]),
  ]);
}

function diagnosticsOf(dossier: Dossier): ReadonlyMap<string, vscode.Diagnostic[]> {
  const view = dossier.lastView;
  const problems: readonly Problem[] = [...dossier.fileProblems, ...(view?.extraction.problems ?? [])];
  const diagnostics = new Map<string, vscode.Diagnostic[]>();
  for (const [path, list] of groupBy(problems, (p) => p.path)) {
    const uri = path === null ? dossier.knowledge.uri : toUri(dossier.root, path);
    const lines = new LineTable(path === null ? dossier.knowledge.text : (view?.text(path) ?? ''));
    diagnostics.set(
      uri.toString(),
      list.map((p) => toDiagnostic(p, lines)),
    );
  }
  return diagnostics;
}
