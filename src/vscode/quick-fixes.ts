import * as vscode from 'vscode';
import type { Problem } from '../core/model';
import { allInferredDatesFix, asksForDate, type Fix, fixesOf, inferredDateFix } from '../core/queries/fixes';
import type { DossierView } from '../core/queries/view';
import { LineTable } from '../core/text';
import { toRangeIn } from './convert';
import { problemsIn } from './diagnostics';
import type { Dossier } from './dossier';
import type { Dossiers, SourcePlace } from './dossiers';
import { COMMANDS, LANGUAGE } from './ids';

/** All of a source's dossier at once; editors run it as a fix of all on saving where people set that. */
const ALL_DATES = vscode.CodeActionKind.SourceFixAll.append('dossier');

/** Quick fixes write into the knowledge file: ordinary edits that can be undone, comments stay, the file is made where there is none. */
export function registerQuickFixes(dossiers: Dossiers): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions: async (document, range, context) => {
      const place = dossiers.sourceAt(document);
      if (place === undefined) return [];
      const view = await place.dossier.view(place.path);
      const text = await knowledgeText(place.dossier);
      const all = context.only !== undefined && ALL_DATES.contains(context.only) ? undefined : context.only;
      const fixAll =
        context.only === undefined ? [] : actionOf(place.dossier, text, allInferredDatesFix(view), ALL_DATES);
      if (all !== undefined && !all.contains(vscode.CodeActionKind.QuickFix)) return fixAll;
      return [...fixAll, ...quickFixes(place, view, text, document.uri, range, context.diagnostics)];
    },
  };
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider({ language: LANGUAGE }, provider, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, ALL_DATES],
    }),
    vscode.commands.registerCommand(COMMANDS.acceptInferredDates, async () => {
      await acceptInferredDates(dossiers);
    }),
  );
}

function quickFixes(
  { dossier, path }: SourcePlace,
  view: DossierView,
  text: string | undefined,
  uri: vscode.Uri,
  range: vscode.Range,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const actions: vscode.CodeAction[] = [];
  const problems = problemsIn(dossier, path);
  let undated: vscode.Diagnostic | undefined;
  for (const diagnostic of diagnostics) {
    const problem = problems.find((p) => isShownAs(p, diagnostic));
    if (problem === undefined) continue;
    if (asksForDate(problem)) undated ??= diagnostic;
    for (const fix of fixesOf(view, problem)) {
      for (const action of actionOf(dossier, text, fix, vscode.CodeActionKind.QuickFix)) {
        action.diagnostics = [diagnostic];
        actions.push(action);
      }
    }
  }
  if (undated !== undefined) actions.push(askForDate(uri, undated));
  if (range.start.line === 0) {
    const inferred = actionOf(dossier, text, inferredDateFix(view, path), vscode.CodeActionKind.QuickFix);
    if (inferred.length > 0)
      actions.push(...inferred, ...actionOf(dossier, text, allInferredDatesFix(view), vscode.CodeActionKind.QuickFix));
  }
  return actions;
}

function isShownAs(problem: Problem, { code, message }: vscode.Diagnostic): boolean {
  const value = typeof code === 'object' ? code.value : code;
  return problem.code === value && problem.message === message;
}

function askForDate(uri: vscode.Uri, diagnostic: vscode.Diagnostic): vscode.CodeAction {
  const title = vscode.l10n.t('Set the date of this source…');
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command: COMMANDS.setSourceDate, title, arguments: [uri] };
  action.diagnostics = [diagnostic];
  action.isPreferred = true;
  return action;
}

/** The action of a fix; none where there is none, or where the knowledge file is broken at that place. */
function actionOf(
  dossier: Dossier,
  text: string | undefined,
  fix: Fix | null,
  kind: vscode.CodeActionKind,
): vscode.CodeAction[] {
  const edit = fix === null ? null : editOf(dossier, text, fix);
  if (fix === null || edit === null) return [];
  const action = new vscode.CodeAction(fix.title, kind);
  action.edit = edit;
  action.isPreferred = fix.preferred;
  return [action];
}

function editOf(dossier: Dossier, text: string | undefined, fix: Fix): vscode.WorkspaceEdit | null {
  const change = fix.apply(text ?? '');
  if (change === null) return null;
  const edit = new vscode.WorkspaceEdit();
  const { uri } = dossier.knowledge;
  if (text === undefined) edit.createFile(uri, { contents: new TextEncoder().encode(change.newText) });
  else edit.replace(uri, toRangeIn(new LineTable(text), change), change.newText);
  return edit;
}

async function acceptInferredDates(dossiers: Dossiers): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const here = document === undefined ? undefined : dossiers.sourceAt(document)?.dossier;
  const chosen = here === undefined ? dossiers.list : [here];
  const edits: vscode.WorkspaceEdit[] = [];
  for (const dossier of chosen) {
    const fix = allInferredDatesFix(await dossier.view());
    const edit = fix === null ? null : editOf(dossier, await knowledgeText(dossier), fix);
    if (edit !== null) edits.push(edit);
  }
  // As for a rename, VS Code saves the file behind the edit, unless the reader has told it not to.
  for (const edit of edits) await vscode.workspace.applyEdit(edit, { isRefactoring: true });
  if (edits.length === 0) void vscode.window.showInformationMessage(vscode.l10n.t('No source has an inferred date.'));
}

async function knowledgeText(dossier: Dossier): Promise<string | undefined> {
  try {
    return (await vscode.workspace.openTextDocument(dossier.knowledge.uri)).getText();
  } catch {
    return undefined;
  }
}
