/** How providers ask: only about sources, and never with an answer that comes too late. */
import * as vscode from 'vscode';
import type { SourceSpan } from '../core/model';
import type { DossierView } from '../core/queries/view';
import type { Span } from '../core/text';
import { toRangeIn, toUri } from './convert';
import type { Dossier } from './dossier';
import type { Dossiers, SourcePlace } from './dossiers';

/** A source and the linked state that a question about it is answered from. */
export interface Asked extends SourcePlace {
  readonly view: DossierView;
}

/**
 * The state of a source's dossier. `source`: with that source as it is now, while others may still be read; `folder`: with all
 * sources. Undefined for what is no source, when the question was called off, or when the text changed in the meantime.
 */
export async function ask(
  dossiers: Dossiers,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
  scope: 'source' | 'folder',
): Promise<Asked | undefined> {
  const place = dossiers.sourceAt(document);
  if (place === undefined) return undefined;
  const { version } = document;
  if (scope === 'folder' && (await unlessCancelled(place.dossier.view(), token)) === undefined) return undefined;
  const view = await unlessCancelled(place.dossier.view(place.path), token);
  return view === undefined || token.isCancellationRequested || document.version !== version
    ? undefined
    : { ...place, view };
}

/** Resolves to undefined as soon as the token is cancelled: the work goes on, nobody waits for it. */
export async function unlessCancelled<T>(work: Promise<T>, token: vscode.CancellationToken): Promise<T | undefined> {
  if (token.isCancellationRequested) return undefined;
  let watching: vscode.Disposable | undefined;
  const cancelled = new Promise<undefined>((resolve) => {
    watching = token.onCancellationRequested(() => {
      resolve(undefined);
    });
  });
  try {
    return await Promise.race([work, cancelled]);
  } finally {
    watching?.dispose();
  }
}

/** The places of a view's sources as VS Code has them. */
export function locations({ root }: Dossier, view: DossierView, places: readonly SourceSpan[]): vscode.Location[] {
  return places.map((p) => new vscode.Location(toUri(root, p.path), rangeOf(view, p.path, p)));
}

/** The range of a span in one of a view's sources, open or not. */
export function rangeOf(view: DossierView, path: string, span: Span): vscode.Range {
  return toRangeIn(view.lines(path), span);
}
