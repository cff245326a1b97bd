import * as vscode from 'vscode';
import { highlightsAt, type MentionForms, referencesAt, reportsAt } from '../core/queries/references';
import { LineTable } from '../core/text';
import { ask, locations, rangeOf } from './ask';
import { toRange, toRangeIn, toUri } from './convert';
import type { Dossiers } from './dossiers';
import { LANGUAGE, SECTION, SETTINGS } from './ids';

/** All places that are about the same: in the folder, in this source, and all reports of an event. */
export function registerReferences(dossiers: Dossiers): vscode.Disposable {
  const { languages } = vscode;
  return vscode.Disposable.from(
    languages.registerReferenceProvider(LANGUAGE, {
      provideReferences: (document, position, { includeDeclaration }, token) =>
        referencesOf(dossiers, document, position, includeDeclaration, token),
    }),
    languages.registerDocumentHighlightProvider(LANGUAGE, {
      provideDocumentHighlights: async (document, position, token) => {
        const asked = await ask(dossiers, document, token, 'source');
        if (asked === undefined) return undefined;
        const { Read, Write } = vscode.DocumentHighlightKind;
        return highlightsAt(asked.view, asked.path, document.offsetAt(position)).map(
          (h) => new vscode.DocumentHighlight(toRange(document, h), h.named ? Write : Read),
        );
      },
    }),
    languages.registerImplementationProvider(LANGUAGE, {
      provideImplementation: (document, position, token) => reportsOf(dossiers, document, position, token),
    }),
  );
}

async function referencesOf(
  dossiers: Dossiers,
  document: vscode.TextDocument,
  position: vscode.Position,
  includeDeclaration: boolean,
  token: vscode.CancellationToken,
): Promise<vscode.Location[] | undefined> {
  const asked = await ask(dossiers, document, token, 'folder');
  if (asked === undefined) return undefined;
  const { dossier, path, view } = asked;
  const found = referencesAt(view, path, document.offsetAt(position), formsFor(document));
  if (found === null) return undefined;
  const { uri, text } = dossier.knowledge;
  const entry =
    found.knowledge === null || !includeDeclaration
      ? []
      : [new vscode.Location(uri, toRangeIn(new LineTable(text), found.knowledge).start)];
  return [...entry, ...locations(dossier, view, found.places)];
}

function formsFor(document: vscode.TextDocument): MentionForms {
  const value: unknown = vscode.workspace.getConfiguration(SECTION, document).get(SETTINGS.references);
  return value === 'names' || value === 'descriptions' ? value : 'all';
}

async function reportsOf(
  dossiers: Dossiers,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<vscode.LocationLink[] | undefined> {
  const asked = await ask(dossiers, document, token, 'folder');
  if (asked === undefined) return undefined;
  const { dossier, path, view } = asked;
  const found = reportsAt(view, path, document.offsetAt(position));
  if (found === null) return undefined;
  const originSelectionRange = toRange(document, found.origin);
  return found.reports.map(({ place, around }) => ({
    originSelectionRange,
    targetUri: toUri(dossier.root, place.path),
    targetRange: rangeOf(view, place.path, around),
    targetSelectionRange: rangeOf(view, place.path, place),
  }));
}
