import * as vscode from 'vscode';
import { INTERNAL_COMMANDS } from './ids';

/** Names that a README has in a checkout and in an installed extension. */
const FILES = ['README.md', 'readme.md'];

/** Opens the README at the heading of a problem's code. */
export function registerProblemHelp(extension: vscode.Uri): vscode.Disposable {
  return vscode.commands.registerCommand(INTERNAL_COMMANDS.explainProblem, async (code: string) => {
    for (const file of FILES) {
      const uri = vscode.Uri.joinPath(extension, file);
      try {
        await vscode.workspace.fs.stat(uri);
      } catch {
        continue;
      }
      await vscode.commands.executeCommand('markdown.showPreview', uri.with({ fragment: code }));
      return;
    }
  });
}
