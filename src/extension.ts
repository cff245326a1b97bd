import * as vscode from 'vscode';
import { useTranslation } from './core/l10n';
import { registerCalls } from './vscode/calls';
import { registerCursorCommands } from './vscode/cursor';
import { registerDefinition } from './vscode/definition';
import { registerDiagnostics } from './vscode/diagnostics';
import { Dossiers } from './vscode/dossiers';
import { registerHints } from './vscode/hints';
import { registerHover } from './vscode/hover';
import { registerKnowledgeLanguage } from './vscode/knowledge-language';
import { registerLanguage } from './vscode/language';
import { registerLanguageModelTools } from './vscode/language-model-tools';
import { registerLenses } from './vscode/lenses';
import { Places } from './vscode/links';
import { registerOutline } from './vscode/outline';
import { Panel } from './vscode/panel';
import { registerPanels } from './vscode/panels/panels';
import { registerProblemHelp } from './vscode/problem-help';
import { registerProgress } from './vscode/progress';
import { registerQuickFixes } from './vscode/quick-fixes';
import { registerReferences } from './vscode/references';
import { registerRename } from './vscode/rename';
import { registerSemanticTokens } from './vscode/semantic-tokens';
import { registerSourceDate } from './vscode/source-date';
import { registerSpans } from './vscode/spans';
import { registerStart } from './vscode/start';
import { registerSymbols } from './vscode/symbols';

/** Registers everything and reads nothing: sources are read when they are first asked about. */
export function activate(context: vscode.ExtensionContext): void {
  useTranslation(vscode.env.language, vscode.l10n.bundle);
  const dossiers = new Dossiers();
  const places = new Places(dossiers);
  const panel = new Panel(dossiers, places);
  context.subscriptions.push(
    dossiers,
    places,
    registerLanguage(dossiers),
    registerHover(dossiers),
    registerDefinition(dossiers),
    registerReferences(dossiers),
    registerOutline(dossiers),
    registerSymbols(dossiers),
    registerCalls(dossiers),
    registerHints(dossiers),
    registerSpans(dossiers),
    registerRename(dossiers),
    registerSemanticTokens(dossiers),
    registerLenses(dossiers, places),
    registerDiagnostics(dossiers),
    registerQuickFixes(dossiers),
    registerProblemHelp(context.extensionUri),
    registerKnowledgeLanguage(),
    panel,
    registerCursorCommands(dossiers, panel),
    registerPanels(dossiers, places, context.extensionUri),
    registerProgress(dossiers),
    registerSourceDate(dossiers),
    registerStart(dossiers),
    registerLanguageModelTools(dossiers),
  );
  void dossiers.search();
}
