import type * as vscode from 'vscode';
import { Dossiers } from './vscode/dossiers';
import { registerHover } from './vscode/hover';
import { registerLanguage } from './vscode/language';
import { Places } from './vscode/links';

/** Registers everything and reads nothing: sources are read when they are first asked about. */
export function activate(context: vscode.ExtensionContext): void {
  const dossiers = new Dossiers();
  const places = new Places(dossiers);
  context.subscriptions.push(dossiers, places, registerLanguage(dossiers), registerHover(dossiers));
  void dossiers.search();
}
