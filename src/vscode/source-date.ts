import * as vscode from 'vscode';
import { dateOffers, dateSetMessage, isDay, sourceDateEdit } from '../core/queries/source-date';
import { LineTable } from '../core/text';
import { toRangeIn } from './convert';
import type { Dossiers, SourcePlace } from './dossiers';
import { COMMANDS } from './ids';
import type { TreeRow } from './tree';

/** Writes the date of a source into the knowledge file: an ordinary edit that can be undone, comments stay. */
export function registerSourceDate(dossiers: Dossiers): vscode.Disposable {
  return vscode.commands.registerCommand(COMMANDS.setSourceDate, async (target?: vscode.Uri | TreeRow) => {
    const place = await sourceOf(dossiers, target);
    if (place === undefined) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a source of a dossier first.'));
      return;
    }
    const day = await chooseDay(place);
    if (day !== undefined) await write(place, day);
  });
}

async function sourceOf(dossiers: Dossiers, target?: vscode.Uri | TreeRow): Promise<SourcePlace | undefined> {
  if (target !== undefined && 'dossier' in target) {
    const path = target.node?.source;
    return path === undefined ? undefined : { dossier: target.dossier, path };
  }
  const uri = target ?? vscode.window.activeTextEditor?.document.uri;
  return uri === undefined ? undefined : dossiers.sourceAt(await vscode.workspace.openTextDocument(uri));
}

async function chooseDay({ dossier, path }: SourcePlace): Promise<string | undefined> {
  const view = await dossier.view(path);
  const offers = dateOffers(view.document(path)?.date ?? null);
  const another = { label: vscode.l10n.t('Another day…'), value: undefined };
  const items = [...offers.map((o) => ({ label: o.label, description: o.detail, value: o.value })), another];
  const title = vscode.l10n.t('Date of {0}, to be written into dossier.yaml', path);
  const choice = offers.length === 0 ? another : await vscode.window.showQuickPick(items, { title });
  if (choice === undefined || choice.value !== undefined) return choice?.value;
  return vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('The day of publication: YYYY-MM-DD'),
    validateInput: (text) => (isDay(text.trim()) ? undefined : vscode.l10n.t('A day such as 2024-05-31, please.')),
  });
}

async function write({ dossier, path }: SourcePlace, day: string): Promise<void> {
  const uri = dossier.knowledge.uri;
  const edit = new vscode.WorkspaceEdit();
  const text = await currentText(uri);
  const change = sourceDateEdit(text ?? '', path, day.trim());
  if (change === null) {
    const show = vscode.l10n.t('Show dossier.yaml');
    const message = vscode.l10n.t('dossier.yaml has errors; the date cannot be written into it.');
    if ((await vscode.window.showErrorMessage(message, show)) === show) await vscode.window.showTextDocument(uri);
    return;
  }
  if (text === undefined) edit.createFile(uri, { contents: new TextEncoder().encode(change.newText) });
  else edit.replace(uri, toRangeIn(new LineTable(text), change), change.newText);
  // As for a rename, VS Code saves the file behind the edit, unless the reader has told it not to.
  const done = await vscode.workspace.applyEdit(edit, { isRefactoring: true });
  if (done) vscode.window.setStatusBarMessage(dateSetMessage(path, day), 5000);
}

async function currentText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return (await vscode.workspace.openTextDocument(uri)).getText();
  } catch {
    return undefined;
  }
}
