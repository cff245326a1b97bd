import * as vscode from 'vscode';
import type { Dossiers } from './dossiers';
import { LANGUAGE } from './ids';

/** Gives sources the language of their own. A language that somebody chose for a file stays, and other text files stay as they are. */
export function registerLanguage(dossiers: Dossiers): vscode.Disposable {
  const assign = (document: vscode.TextDocument): void => {
    const wanted = dossiers.sourceAt(document) === undefined ? 'plaintext' : LANGUAGE;
    const changeable = document.languageId === 'plaintext' || document.languageId === LANGUAGE;
    if (changeable && document.languageId !== wanted && !document.isClosed) {
      void vscode.languages.setTextDocumentLanguage(document, wanted);
    }
  };
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument((document) => {
      // A source reopened by a window that starts keeps its language until it is known which folders are dossiers.
      void dossiers.searched().then(() => {
        assign(document);
      });
    }),
    dossiers.onDidChangeList(() => {
      vscode.workspace.textDocuments.forEach(assign);
    }),
  );
}
