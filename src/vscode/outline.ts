import * as vscode from 'vscode';
import { outline, type OutlineNode } from '../core/queries/outline';
import { ask } from './ask';
import { toRange } from './convert';
import type { Dossiers } from './dossiers';
import { LANGUAGE } from './ids';

const KINDS: Readonly<Record<OutlineNode['kind'], vscode.SymbolKind>> = {
  headline: vscode.SymbolKind.File,
  dateline: vscode.SymbolKind.File,
  paragraph: vscode.SymbolKind.Module,
  event: vscode.SymbolKind.Event,
  figure: vscode.SymbolKind.Number,
  quotation: vscode.SymbolKind.String,
};

/** The outline of a source, and with it its breadcrumbs. */
export function registerOutline(dossiers: Dossiers): vscode.Disposable {
  return vscode.languages.registerDocumentSymbolProvider(
    LANGUAGE,
    {
      provideDocumentSymbols: async (document, token) => {
        const asked = await ask(dossiers, document, token, 'source');
        return asked && outline(asked.view, asked.path).map((node) => toSymbol(document, node));
      },
    },
    { label: 'Dossier' },
  );
}

function toSymbol(document: vscode.TextDocument, node: OutlineNode): vscode.DocumentSymbol {
  const range = toRange(document, node.span);
  const selection = toRange(document, node.selection);
  const symbol = new vscode.DocumentSymbol(node.name, node.detail, KINDS[node.kind], range, selection);
  symbol.children = node.children.map((child) => toSymbol(document, child));
  return symbol;
}
