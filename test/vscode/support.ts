/** What tests inside VS Code share: files in the opened folder, questions to providers, patience. */
import * as vscode from 'vscode';

/** Polling costs nothing once a thing has come true, so a slow and busy machine gets its time. */
const PATIENCE_MS = 60_000;
const POLL_MS = 50;

/** The opened folder: a fresh copy of the sample sources. */
export function root(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('No folder is open.');
  return folder.uri;
}

export function uriOf(path: string): vscode.Uri {
  return vscode.Uri.joinPath(root(), ...path.split('/'));
}

/** Polls until the question gives something, or throws what it threw last. */
export async function eventually<T>(ask: () => Promise<T | undefined | false> | T | undefined | false): Promise<T> {
  const until = Date.now() + PATIENCE_MS;
  let last: unknown = new Error('It did not come true.');
  do {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  } while (Date.now() < until);
  throw last;
}

/** Polls until the assertions hold; throws what failed last. For everything that comes about by itself, in its own time. */
export async function until(attempt: () => Promise<void> | void): Promise<void> {
  await eventually(async () => {
    await attempt();
    return true;
  });
}

export async function write(path: string, text: string | Uint8Array): Promise<void> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  await vscode.workspace.fs.writeFile(uriOf(path), bytes);
}

export async function remove(path: string): Promise<void> {
  await vscode.workspace.fs.delete(uriOf(path), { recursive: true, useTrash: false });
}

export async function show(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(uriOf(path), { preview: false });
}

/** Opens a source and waits until it is known to be one. */
export async function showSource(path: string): Promise<vscode.TextDocument> {
  const { document } = await show(path);
  return eventually(() => {
    const now = vscode.workspace.textDocuments.find((d) => d.uri.toString() === document.uri.toString());
    return now?.languageId === 'news-source' && now;
  });
}

/** Takes back what was not saved and closes all editors. */
export async function closeAll(): Promise<void> {
  await eventually(async () => {
    const dirty = vscode.workspace.textDocuments.find((d) => d.isDirty && !d.isUntitled);
    if (dirty === undefined) return true;
    await vscode.window.showTextDocument(dirty);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    return false;
  });
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Changes an open document. VS Code refuses that while the document changes for another reason. */
export async function edit(editor: vscode.TextEditor, change: (edit: vscode.TextEditorEdit) => void): Promise<void> {
  await eventually(async () => editor.edit(change));
}

/** The position inside the first occurrence of words, behind their first letter. */
export function positionOf(document: vscode.TextDocument, words: string): vscode.Position {
  const offset = document.getText().indexOf(words);
  if (offset < 0) throw new Error(`The document does not hold "${words}".`);
  return document.positionAt(offset + 1);
}

/** The Markdown of the cards over words; empty where there is none. */
export async function cardOver(document: vscode.TextDocument, words: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    positionOf(document, words),
  );
  return hovers
    .flatMap((h) => h.contents as vscode.MarkdownString[])
    .map((c) => c.value)
    .join('\n');
}

export async function lensesOf(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
  return vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 100);
}

function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : (code ?? ''));
}

/** `LINE CODE` of each of our problems in a file, sorted. */
export function problemsOf(path: string): string[] {
  return vscode.languages
    .getDiagnostics(uriOf(path))
    .filter((d) => d.source === 'dossier')
    .map((d) => `${d.range.start.line + 1} ${codeOf(d)}`)
    .sort();
}
