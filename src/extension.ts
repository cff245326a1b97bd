import type * as vscode from 'vscode';
import { registerCursorCommands } from './vscode/cursor';
import { registerDiagnostics } from './vscode/diagnostics';
import { Dossiers } from './vscode/dossiers';
import { registerHover } from './vscode/hover';
import { registerLanguage } from './vscode/language';
import { Places } from './vscode/links';
import { registerLenses } from './vscode/lenses';
import { Panel } from './vscode/panel';
import { registerPanels } from './vscode/panels/panels';
import { registerProgress } from './vscode/progress';
import { registerSemanticTokens } from './vscode/semantic-tokens';
import { registerSourceDate } from './vscode/source-date';
import { registerStart } from './vscode/start';

/** Registers everything and reads nothing: sources are read when they are first asked about. */
export function activate(context: vscode.ExtensionContext): void {
  const dossiers = new Dossiers();
  const places = new Places(dossiers);
  const panel = new Panel(dossiers, places);
  context.subscriptions.push(
    dossiers,
    places,
    registerLanguage(dossiers),
    registerHover(dossiers),
    registerSemanticTokens(dossiers),
    registerLenses(dossiers, places),
    registerDiagnostics(dossiers),
    panel,
    registerCursorCommands(dossiers, panel),
    registerPanels(dossiers, places, context.extensionUri),
    registerProgress(dossiers),
    registerSourceDate(dossiers),
    registerStart(dossiers),
  );
  void dossiers.search();
}
