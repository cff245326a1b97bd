import * as vscode from 'vscode';
import type { Dossier, Reading } from './dossier';
import type { Dossiers } from './dossiers';
import { VIEWS } from './ids';

/** From this many sources on, reading shows how far it is and can be stopped. */
const MANY_SOURCES = 200;
const REPORT_MS = 100;

/** Shows that a folder is being read: a line in the views, and for many sources a notification with a button to stop. */
export function registerProgress(dossiers: Dossiers): vscode.Disposable {
  return dossiers.onDidChangeReading((dossier) => {
    const { reading } = dossier;
    if (reading === undefined) return;
    for (const viewId of Object.values(VIEWS)) {
      void vscode.window.withProgress({ location: { viewId } }, () => reading.finished);
    }
    if (reading.total >= MANY_SOURCES) void showProgress(dossier, reading);
  });
}

function showProgress(dossier: Dossier, reading: Reading): Thenable<void> {
  const title = vscode.l10n.t('Reading the sources of {0}', dossier.title);
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    token.onCancellationRequested(() => {
      reading.cancel();
    });
    let shown = 0;
    const timer = setInterval(() => {
      const message = `${reading.done} / ${reading.total}`;
      progress.report({ message, increment: ((reading.done - shown) / reading.total) * 100 });
      shown = reading.done;
    }, REPORT_MS);
    try {
      await reading.finished;
    } finally {
      clearInterval(timer);
    }
  });
}
