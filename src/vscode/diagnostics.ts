import * as vscode from 'vscode';
import type { Problem } from '../core/model';
import { groupBy } from '../core/queries/group';
import { missingSources } from '../core/queries/missing-sources';
import { LineTable } from '../core/text';
import { toDiagnostic, toRangeIn, toUri } from './convert';
import type { Dossier } from './dossier';
import type { Dossiers } from './dossiers';
import { INTERNAL_COMMANDS, SECTION, SETTINGS } from './ids';
import { severitiesIn } from './severities';

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
  return vscode.Disposable.from(
    dossiers.onDidChange(publish),
    dossiers.onDidChangeList(forget),
    vscode.workspace.onDidChangeConfiguration((e) => {
      if (e.affectsConfiguration(`${SECTION}.${SETTINGS.problemSeverity}`))
        for (const dossier of collections.keys()) publish(dossier);
    }),
    {
      dispose: () => {
        for (const collection of collections.values()) collection.dispose();
      },
    },
  );
}

/** All problems of a dossier, by the address of their file. */
export function problemsOf(dossier: Dossier): ReadonlyMap<string, readonly Problem[]> {
  const view = dossier.lastView;
  const whole = view !== undefined && dossier.reading === undefined && !dossier.stopped;
  const exists = (path: string): boolean => view?.document(path) !== undefined || dossier.unread(path) !== undefined;
  const problems: readonly Problem[] = [
    ...dossier.fileProblems,
    ...(whole ? missingSources(dossier.knowledge.knowledge, exists) : []),
    ...(view?.extraction.problems ?? []),
  ];
  const byPath = groupBy(problems, (p) => p.path);
  return new Map([...byPath].map(([path, list]) => [uriOf(dossier, path).toString(), list]));
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
  const severity = severitiesIn(dossier.root);
  const tables = new Map<string | null, LineTable>();
  const linesOf = (path: string | null): LineTable => {
    let lines = tables.get(path);
    const text = (): string => (path === null ? dossier.knowledge.text : (dossier.lastView?.text(path) ?? ''));
    if (lines === undefined) tables.set(path, (lines = new LineTable(text())));
    return lines;
  };
  const toOurs = (problem: Problem): vscode.Diagnostic[] => {
    const grave = severity(problem);
    if (grave === undefined) return [];
    const diagnostic = toDiagnostic(problem, linesOf(problem.path));
    diagnostic.severity = grave;
    diagnostic.code = { value: problem.code, target: documentation(problem.code) };
    diagnostic.relatedInformation = (problem.related ?? []).map((place) => {
      const range = toRangeIn(linesOf(place.path), place);
      return new vscode.DiagnosticRelatedInformation(
        new vscode.Location(toUri(dossier.root, place.path), range),
        place.message,
      );
    });
    return [diagnostic];
  };
  return new Map([...problemsOf(dossier)].map(([uri, list]) => [uri, list.flatMap(toOurs)]));
}

function uriOf(dossier: Dossier, path: string | null): vscode.Uri {
  return path === null ? dossier.knowledge.uri : toUri(dossier.root, path);
}

/** The link behind a code: it opens the README where that explains it. */
function documentation(code: string): vscode.Uri {
  return vscode.Uri.parse(`command:${INTERNAL_COMMANDS.explainProblem}?${encodeURIComponent(JSON.stringify([code]))}`);
}
