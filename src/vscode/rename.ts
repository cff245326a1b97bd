import * as vscode from 'vscode';
import { renameableAt, renameEdits } from '../core/queries/rename';
import { LineTable } from '../core/text';
import { ask } from './ask';
import { toRange, toRangeIn } from './convert';
import type { Dossiers } from './dossiers';
import { KNOWLEDGE_FILE, LANGUAGE } from './ids';
import { openDocument } from './source-files';

/** Rename Symbol: changes the name that is displayed for a person or an organization, in the knowledge file alone. */
export function registerRename(dossiers: Dossiers): vscode.Disposable {
  return vscode.languages.registerRenameProvider(LANGUAGE, {
    prepareRename: async (document, position, token) => {
      const asked = await ask(dossiers, document, token, 'source');
      if (asked === undefined) return undefined;
      const found = renameableAt(asked.view, asked.path, document.offsetAt(position));
      if (found === null) throw new Error(nothingHere());
      return { range: toRange(document, found.span), placeholder: WHERE + found.entity.name };
    },
    provideRenameEdits: async (document, position, newName, token) => {
      const asked = await ask(dossiers, document, token, 'folder');
      if (asked === undefined) return undefined;
      const { dossier, view, path } = asked;
      const found = renameableAt(view, path, document.offsetAt(position));
      const name = nameIn(newName);
      if (found === null || name === '') throw new Error(nothingHere());
      return editOf(dossier.knowledge.uri, await knowledgeText(dossier.knowledge.uri), (text) =>
        name === found.entity.name ? [] : renameEdits(text, view, found.entity, name),
      );
    },
  });
}

function nothingHere(): string {
  return vscode.l10n.t('Only people and organizations have a name that can be changed, in {0}.', KNOWLEDGE_FILE);
}

/** Before the name in the input box, which has no other room to say where the name is written. */
const WHERE = `${KNOWLEDGE_FILE}: `;

function nameIn(input: string): string {
  const words = input.trim().replace(/\s+/gu, ' ');
  return words.startsWith(WHERE.trim()) ? words.slice(WHERE.length).trim() : words;
}

/** The text of the knowledge file as it is in its editor or else on disk; undefined where there is no file. */
async function knowledgeText(uri: vscode.Uri): Promise<string | undefined> {
  const open = openDocument(uri);
  if (open !== undefined) return open.getText();
  try {
    return (await vscode.workspace.openTextDocument(uri)).getText();
  } catch {
    return undefined;
  }
}

function editOf(
  uri: vscode.Uri,
  text: string | undefined,
  change: (text: string) => ReturnType<typeof renameEdits>,
): vscode.WorkspaceEdit {
  const edits = change(text ?? '');
  if (edits === null) throw new Error(vscode.l10n.t('{0} has errors; nothing can be written into it.', KNOWLEDGE_FILE));
  const result = new vscode.WorkspaceEdit();
  const lines = new LineTable(text ?? '');
  if (text === undefined) {
    const contents = edits.map((e) => e.newText).join('');
    result.createFile(uri, { contents: new TextEncoder().encode(contents) });
  } else for (const edit of edits) result.replace(uri, toRangeIn(lines, edit), edit.newText);
  return result;
}
