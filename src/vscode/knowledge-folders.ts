/** Finding folders that hold a knowledge file: those are dossiers. Reads none of them. */
import * as vscode from 'vscode';
import { isWithin } from './convert';
import { KNOWLEDGE_FILE } from './ids';
import { exists, isNeverSearched, isSourceName } from './source-files';

const EVERYWHERE = `**/${KNOWLEDGE_FILE}`;
const NOWHERE = '**/{node_modules,.git}/**';

/** All such folders of the workspace. */
export async function foldersWithKnowledge(): Promise<readonly vscode.Uri[]> {
  const nested = await vscode.workspace.findFiles(EVERYWHERE, NOWHERE);
  return [...nested.map((uri) => vscode.Uri.joinPath(uri, '..')), ...(await rootsWithKnowledge())];
}

/** Whether there is one, at the cost of a glance where it is a folder of the workspace itself. */
export async function anyWithKnowledge(): Promise<boolean> {
  return (
    (await rootsWithKnowledge()).length > 0 || (await vscode.workspace.findFiles(EVERYWHERE, NOWHERE, 1)).length > 0
  );
}

/** The nearest folder around a source that holds one or is known already; undefined for what is no source of the workspace. */
export async function knowledgeAround(
  { uri }: vscode.TextDocument,
  known: (folder: vscode.Uri) => boolean = () => false,
): Promise<vscode.Uri | undefined> {
  const workspace = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  if (workspace === undefined || !isSourceName(uri.path) || isNeverSearched(uri)) return undefined;
  for (const folder of ancestors(uri)) {
    if (!isWithin(workspace, folder)) return undefined;
    if (known(folder) || (await exists(vscode.Uri.joinPath(folder, KNOWLEDGE_FILE)))) return folder;
  }
  return undefined;
}

/** The folders that a file lies in, the nearest first. */
export function* ancestors(uri: vscode.Uri): Iterable<vscode.Uri> {
  let path = uri.path;
  for (let slash = path.lastIndexOf('/'); slash >= 0; slash = path.lastIndexOf('/')) {
    path = path.slice(0, slash);
    yield uri.with({ path: path === '' ? '/' : path, query: '', fragment: '' });
  }
}

/** A file system without search still tells what is at the root. */
async function rootsWithKnowledge(): Promise<readonly vscode.Uri[]> {
  const roots = (vscode.workspace.workspaceFolders ?? []).map((f) => f.uri);
  const held = await Promise.all(roots.map((root) => exists(vscode.Uri.joinPath(root, KNOWLEDGE_FILE))));
  return roots.filter((_, i) => held[i]);
}
