/** The setting that names sources by glob patterns; they count from a workspace folder. */
import * as vscode from 'vscode';
import { SECTION, SETTINGS } from './ids';

/** The patterns for a workspace folder; none for other folders. */
export function sourceGlobs(folder: vscode.Uri): readonly string[] {
  const address = folder.toString();
  if (!vscode.workspace.workspaceFolders?.some((f) => f.uri.toString() === address)) return [];
  const value: unknown = vscode.workspace.getConfiguration(SECTION, folder).get(SETTINGS.sources);
  return Array.isArray(value) ? value.filter((g): g is string => typeof g === 'string' && g !== '') : [];
}

/** Whether the settings of the workspace or the folder itself name its sources: then these are all that it has. */
export function namesItsSources(folder: vscode.Uri): boolean {
  const said = vscode.workspace.getConfiguration(SECTION, folder).inspect(SETTINGS.sources);
  const own: unknown = said?.workspaceFolderValue ?? said?.workspaceValue;
  return Array.isArray(own) && own.length > 0 && sourceGlobs(folder).length > 0;
}

/** Whether a document is a source by the patterns of its workspace folder. */
export function matchesGlobs(document: vscode.TextDocument): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  if (folder === undefined) return false;
  return sourceGlobs(folder.uri).some(
    (glob) => vscode.languages.match({ pattern: new vscode.RelativePattern(folder, glob) }, document) > 0,
  );
}
