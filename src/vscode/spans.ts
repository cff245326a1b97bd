import * as vscode from 'vscode';
import type { SourceAnnotations } from '../core/annotations';
import { type Fold, folds, selectionSpans } from '../core/queries/spans';
import { LineTable } from '../core/text';
import { toRange } from './convert';
import type { Dossiers } from './dossiers';
import { LANGUAGE } from './ids';

const KINDS: Readonly<Record<Fold['kind'], vscode.FoldingRangeKind | undefined>> = {
  boilerplate: vscode.FoldingRangeKind.Comment,
  section: vscode.FoldingRangeKind.Region,
  paragraph: undefined,
};

/** Expand Selection, and folding: both from the source alone. */
export function registerSpans(dossiers: Dossiers): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    dossiers.onDidChangeList(() => {
      changed.fire();
    }),
    vscode.languages.registerSelectionRangeProvider(LANGUAGE, {
      provideSelectionRanges: async (document, positions, token) => {
        const annotations = await annotationsOf(dossiers, document, token);
        return annotations && positions.map((p) => selectionAt(document, annotations, p));
      },
    }),
    vscode.languages.registerFoldingRangeProvider(LANGUAGE, {
      onDidChangeFoldingRanges: changed.event,
      provideFoldingRanges: async (document, _context, token) => {
        const annotations = await annotationsOf(dossiers, document, token);
        if (annotations === undefined) return undefined;
        const all = folds(annotations, new LineTable(annotations.text));
        return all.map(({ first, last, kind }) => new vscode.FoldingRange(first, last, KINDS[kind]));
      },
    }),
  );
}

async function annotationsOf(
  dossiers: Dossiers,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
): Promise<SourceAnnotations | undefined> {
  const place = dossiers.sourceAt(document);
  if (place === undefined) return undefined;
  const { version } = document;
  const annotations = await place.dossier.annotations(place.path);
  return token.isCancellationRequested || document.version !== version ? undefined : annotations;
}

function selectionAt(
  document: vscode.TextDocument,
  annotations: SourceAnnotations,
  position: vscode.Position,
): vscode.SelectionRange {
  const spans = selectionSpans(annotations, document.offsetAt(position));
  const all = spans.map((s) => toRange(document, s)).reverse();
  const [outermost = new vscode.Range(position, position), ...inner] = all;
  return inner.reduce(
    (parent, range) => new vscode.SelectionRange(range, parent),
    new vscode.SelectionRange(outermost),
  );
}
