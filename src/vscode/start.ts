import * as vscode from 'vscode';
import type { Dossiers } from './dossiers';
import { COMMANDS, KNOWLEDGE_FILE } from './ids';
import { exists } from './source-files';

const TEMPLATE = `# What the sources of this folder do not say. All of it is optional; the *.txt files below this folder are its sources.

# When a source was published, where its text does not say so:
# sources:
#   report.txt: { date: 2024-05-31, publisher: Example Agency }

# Who people are, by whatever names, and which offices they held when:
# people:
#   - name: Jane Example
#     aliases: [J. Example]
#     country: NZ
#     offices:
#       - { title: foreign minister, from: 2023-11-27 }

# Bodies with their acronyms and other spellings:
# organizations:
#   - { name: Example Relief Organization, acronym: ERO }

# Dated events that help to date a source which refers to them:
# events:
#   - { name: the Example summit, date: 2024-05-20 }
`;

/** Makes a folder a dossier by writing a small commented knowledge file. */
export function registerStart(dossiers: Dossiers): vscode.Disposable {
  return vscode.commands.registerCommand(COMMANDS.start, async (folder?: vscode.Uri) => {
    const root = folder ?? (await chooseFolder());
    if (root === undefined) return;
    const file = vscode.Uri.joinPath(root, KNOWLEDGE_FILE);
    if (!(await exists(file))) {
      try {
        await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(TEMPLATE));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        void vscode.window.showErrorMessage(vscode.l10n.t('{0} cannot be written: {1}', KNOWLEDGE_FILE, reason));
        return;
      }
    }
    await dossiers.search();
    await vscode.window.showTextDocument(file);
  });
}

async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) return (await vscode.window.showWorkspaceFolderPick())?.uri;
  const [only] = folders;
  if (only !== undefined) return only.uri;
  void vscode.window.showInformationMessage(vscode.l10n.t('Open a folder of text files first.'));
  return undefined;
}
