import * as vscode from 'vscode';
import { semanticTokens } from '../core/queries/tokens';
import { toRange } from './convert';
import type { Dossiers } from './dossiers';
import { LANGUAGE, TOKEN_MODIFIERS, TOKEN_TYPES } from './ids';

const LEGEND = new vscode.SemanticTokensLegend([...TOKEN_TYPES], [...TOKEN_MODIFIERS]);

/** Colors people, organizations, places, figures and dates, from the source alone. */
export function registerSemanticTokens(dossiers: Dossiers): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const again = (): void => {
    changed.fire();
  };
  return vscode.Disposable.from(
    changed,
    dossiers.onDidChange(again),
    dossiers.onDidChangeList(again),
    vscode.languages.registerDocumentSemanticTokensProvider(
      LANGUAGE,
      {
        onDidChangeSemanticTokens: changed.event,
        provideDocumentSemanticTokens: (document, token) => tokensOf(dossiers, document, token),
      },
      LEGEND,
    ),
  );
}

async function tokensOf(
  dossiers: Dossiers,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
): Promise<vscode.SemanticTokens | undefined> {
  const place = dossiers.sourceAt(document);
  if (place === undefined) return undefined;
  const { version } = document;
  const annotations = await place.dossier.annotations(place.path);
  if (token.isCancellationRequested || document.version !== version) return undefined;
  const builder = new vscode.SemanticTokensBuilder(LEGEND);
  if (annotations === undefined) return builder.build();
  for (const item of semanticTokens(annotations)) {
    const modifiers = item.reference ? ['reference'] : [];
    for (const range of lines(document, toRange(document, item))) builder.push(range, item.type, modifiers);
  }
  return builder.build();
}

/** A token may not go over the end of a line. */
function lines(document: vscode.TextDocument, range: vscode.Range): readonly vscode.Range[] {
  const parts: vscode.Range[] = [];
  for (let line = range.start.line; line <= range.end.line; line++) {
    const part = document.lineAt(line).range.intersection(range);
    if (part !== undefined && !part.isEmpty) parts.push(part);
  }
  return parts;
}
