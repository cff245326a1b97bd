/** Finding and reading sources through VS Code's file systems: local, remote, virtual, in a browser. */
import * as vscode from 'vscode';
import { decodeSource } from '../core/decode';
import type { Problem } from '../core/model';
import { KNOWLEDGE_FILE } from './ids';

/** Above this, a file is no report; annotating it would make everything else wait. In bytes, or UTF-16 code units of an open text. */
export const LARGEST_SOURCE = 2_000_000;
const MAX_FILES = 50_000;

/** `missing`: there is no such file, which is no problem of a file that just went. */
export type SourceContent =
  | { readonly text: string; readonly problem: null }
  | { readonly text: null; readonly problem: Problem; readonly missing: boolean };

/** All `*.txt` below a folder, without hidden folders, packages and folders that are dossiers of their own. */
export async function walkSources(root: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  let level = [root];
  while (level.length > 0 && found.length < MAX_FILES) {
    const next: vscode.Uri[] = [];
    for (const { folder, entries } of await Promise.all(level.map(readFolder))) {
      if (folder !== root && entries.some(([name]) => name === KNOWLEDGE_FILE)) continue;
      for (const [name, type] of entries) {
        if (type === vscode.FileType.Directory) {
          if (!name.startsWith('.') && name !== 'node_modules') next.push(vscode.Uri.joinPath(folder, name));
        } else if (type & vscode.FileType.File && isSourceName(name)) found.push(vscode.Uri.joinPath(folder, name));
      }
    }
    level = next;
  }
  return found.slice(0, MAX_FILES);
}

export function isSourceName(path: string): boolean {
  return path.toLowerCase().endsWith('.txt');
}

/** Whether an address lies where nobody looks for dossiers. */
export function isNeverSearched({ path }: vscode.Uri): boolean {
  return path.includes('/node_modules/') || path.includes('/.git/');
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

async function readFolder(folder: vscode.Uri): Promise<{ folder: vscode.Uri; entries: [string, vscode.FileType][] }> {
  try {
    return { folder, entries: await vscode.workspace.fs.readDirectory(folder) };
  } catch {
    // A folder that went away or may not be read holds no sources.
    return { folder, entries: [] };
  }
}

/** Reads a source strictly as UTF-8. Never throws: what is wrong comes back as a problem. */
export async function readSource(uri: vscode.Uri, path: string): Promise<SourceContent> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > LARGEST_SOURCE) return { text: null, problem: tooLarge(path, size), missing: false };
    const decoded = decodeSource(await vscode.workspace.fs.readFile(uri));
    if (decoded.ok) return { text: decoded.text, problem: null };
    return { text: null, problem: problemOf(path, decoded.code, 'error', decoded.message), missing: false };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const problem = problemOf(path, 'unreadable', 'error', vscode.l10n.t('This source cannot be read: {0}', reason));
    return { text: null, problem, missing: error instanceof vscode.FileSystemError && error.code === 'FileNotFound' };
  }
}

/** @param size in bytes or code units: the message rounds to megabytes */
export function tooLarge(path: string, size: number): Problem {
  const megabytes = (n: number): string => `${(n / 1_000_000).toFixed(1)} MB`;
  const message = vscode.l10n.t(
    'This source is too large to be annotated: {0}, where at most {1} are read.',
    megabytes(size),
    megabytes(LARGEST_SOURCE),
  );
  return problemOf(path, 'source-too-large', 'warning', message);
}

function problemOf(path: string, code: string, severity: Problem['severity'], message: string): Problem {
  return { code, severity, message, path, start: null, end: null };
}

/** The open document of a file, if there is one. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const address = uri.toString();
  return vscode.workspace.textDocuments.find((d) => !d.isClosed && d.uri.toString() === address);
}
