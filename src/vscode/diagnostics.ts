import * as vscode from 'vscode';
import { inSteps, type Steps } from '../core/steps';
import type { Problem } from '../core/model';
import { groupBy } from '../core/queries/group';
import { missingSources } from '../core/queries/missing-sources';
import { LineTable } from '../core/text';
import { toDiagnostic, toRangeIn, toUri } from './convert';
import type { Dossier } from './dossier';
import type { Dossiers } from './dossiers';
import { INTERNAL_COMMANDS, SECTION, SETTINGS } from './ids';
import { severitiesIn } from './severities';
import { whileWanted } from './time';

/** Shows what could not be read or does not fit together in the Problems panel, at its place. */
export function registerDiagnostics(dossiers: Dossiers): vscode.Disposable {
  const shown = new Map<Dossier, ShownProblems>();
  const publish = (dossier: Dossier): void => {
    let problems = shown.get(dossier);
    if (problems === undefined) shown.set(dossier, (problems = new ShownProblems(dossier)));
    problems.show();
  };
  const forget = (): void => {
    for (const [dossier, problems] of shown) {
      if (dossiers.list.includes(dossier)) continue;
      problems.dispose();
      shown.delete(dossier);
    }
  };
  return vscode.Disposable.from(
    dossiers.onDidChange(publish),
    dossiers.onDidChangeList(forget),
    vscode.workspace.onDidChangeConfiguration((e) => {
      if (e.affectsConfiguration(`${SECTION}.${SETTINGS.problemSeverity}`))
        for (const problems of shown.values()) problems.show();
    }),
    {
      dispose: () => {
        for (const problems of shown.values()) problems.dispose();
      },
    },
  );
}

/** The problems of one source. */
export function problemsIn(dossier: Dossier, path: string): readonly Problem[] {
  return problemsOf(dossier).filter((p) => p.path === path);
}

function problemsOf(dossier: Dossier): readonly Problem[] {
  const view = dossier.lastView;
  const whole = view !== undefined && dossier.reading === undefined && !dossier.stopped;
  const exists = (path: string): boolean => view?.document(path) !== undefined || dossier.unread(path) !== undefined;
  return [
    ...dossier.fileProblems,
    ...(whole ? missingSources(dossier.knowledge.knowledge, exists) : []),
    ...(view?.extraction.problems ?? []),
  ];
}

/** So many files are looked at in a step. */
const STEP = 4;

/**
 * What the Problems panel has of one dossier. Files are set in slices, and only those whose problems are others than before: a folder
 * may have thousands, and an edit changes few. Nothing is cleared in between, so nothing flickers.
 */
class ShownProblems implements vscode.Disposable {
  readonly #dossier: Dossier;
  readonly #collection = vscode.languages.createDiagnosticCollection('dossier');
  /** What the diagnostics of a source were made from, by its path; null for the knowledge file. */
  readonly #made = new Map<string | null, string>();
  /** Counts the states to show: a newer one ends the showing of those before it. */
  #asked = 0;

  constructor(dossier: Dossier) {
    this.#dossier = dossier;
  }

  show(): void {
    const asked = ++this.#asked;
    void whileWanted(this.#steps(), () => asked === this.#asked);
  }

  dispose(): void {
    this.#asked++;
    this.#collection.dispose();
  }

  *#steps(): Steps<void> {
    const now = groupBy(problemsOf(this.#dossier), (p) => p.path);
    yield;
    const gone = [...this.#made.keys()].filter((path) => !now.has(path));
    yield* inSteps(gone, STEP, (path) => {
      this.#set(path, undefined, undefined);
    });
    const toOurs = converter(this.#dossier);
    yield* inSteps(now, STEP, ([path, problems]) => {
      const diagnostics = problems.flatMap(toOurs);
      const made = JSON.stringify(diagnostics);
      if (this.#made.get(path) !== made) this.#set(path, diagnostics, made);
    });
  }

  #set(path: string | null, diagnostics: vscode.Diagnostic[] | undefined, made: string | undefined): void {
    this.#collection.set(uriOf(this.#dossier, path), diagnostics);
    if (made === undefined) this.#made.delete(path);
    else this.#made.set(path, made);
  }
}

/** Makes what the editor shows of problems; none of those that the settings leave out. */
function converter(dossier: Dossier): (problem: Problem) => vscode.Diagnostic[] {
  const severity = severitiesIn(dossier.root);
  const knowledge = new LineTable(dossier.knowledge.text);
  const nothing = new LineTable('');
  const linesOf = (path: string | null): LineTable =>
    path === null ? knowledge : (dossier.lastView?.lines(path) ?? nothing);
  return (problem) => {
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
}

function uriOf(dossier: Dossier, path: string | null): vscode.Uri {
  return path === null ? dossier.knowledge.uri : toUri(dossier.root, path);
}

/** The link behind a code: it opens the README where that explains it. */
function documentation(code: string): vscode.Uri {
  return vscode.Uri.parse(`command:${INTERNAL_COMMANDS.explainProblem}?${encodeURIComponent(JSON.stringify([code]))}`);
}
