import * as vscode from 'vscode';
import { cardAt } from '../core/queries/hover';
import { toRange } from './convert';
import type { Dossiers } from './dossiers';
import { CONTEXT_KEYS, LANGUAGE, SECTION, SETTINGS } from './ids';
import { cardMarkdown, escape } from './markdown';

/** Shows what is known about the words under the pointer. */
export function registerHover(dossiers: Dossiers): vscode.Disposable {
  return vscode.languages.registerHoverProvider(LANGUAGE, new CardHover(dossiers));
}

class CardHover implements vscode.HoverProvider {
  readonly #dossiers: Dossiers;
  #shown = false;

  constructor(dossiers: Dossiers) {
    this.#dossiers = dossiers;
  }

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    const place = this.#dossiers.sourceAt(document);
    if (place === undefined) return undefined;
    const { version } = document;
    const view = await place.dossier.view(place.path);
    if (token.isCancellationRequested || document.version !== version) return undefined;
    const problem = place.dossier.unread(place.path);
    if (problem !== undefined) return new vscode.Hover(new vscode.MarkdownString(escape(problem.message)));
    const card = cardAt(view, place.path, document.offsetAt(position));
    if (card === null) return undefined;
    if (!this.#shown) void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.cardShown, true);
    this.#shown = true;
    const explain = vscode.workspace.getConfiguration(SECTION, document).get(SETTINGS.explain) === true;
    return new vscode.Hover(cardMarkdown(card, place.dossier.root, explain), toRange(document, card.span));
  }
}
