import * as vscode from 'vscode';
import type { SourceSpan } from '../core/model';
import { type FigureLens, figureLenses, type SourceLenses, sourceLenses } from '../core/queries/lenses';
import type { DossierView } from '../core/queries/view';
import { toRange } from './convert';
import type { Dossiers, SourcePlace } from './dossiers';
import { COMMANDS, INTERNAL_COMMANDS, LANGUAGE, SECTION, SETTINGS, VIEWS } from './ids';
import type { Places } from './links';

/** Lenses above paragraphs that say how figures stand to other sources, and one line at the top of a source. */
export function registerLenses(dossiers: Dossiers, places: Places): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const again = (): void => {
    changed.fire();
  };
  return vscode.Disposable.from(
    changed,
    dossiers.onDidChange(again),
    dossiers.onDidChangeList(again),
    vscode.workspace.onDidChangeConfiguration((e) => {
      if (e.affectsConfiguration(SECTION)) again();
    }),
    vscode.commands.registerCommand(INTERNAL_COMMANDS.peek, async (root: string, at: SourceSpan, all: SourceSpan[]) => {
      const dossier = dossiers.list.find((d) => d.root.toString() === root);
      if (dossier !== undefined) await places.peek(dossier, await places.location(dossier, at), all);
    }),
    vscode.languages.registerCodeLensProvider(LANGUAGE, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: (document, token) => lensesOf(dossiers, document, token),
    }),
  );
}

async function lensesOf(
  dossiers: Dossiers,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
): Promise<vscode.CodeLens[] | undefined> {
  const place = dossiers.sourceAt(document);
  if (place === undefined) return undefined;
  const { version } = document;
  const view = await place.dossier.view(place.path);
  if (token.isCancellationRequested || document.version !== version) return undefined;
  const settings = vscode.workspace.getConfiguration(SECTION, document);
  const top = settings.get(SETTINGS.lensSource) === false ? null : sourceLenses(view, place.path);
  const figures = settings.get(SETTINGS.lensFigures) === false ? [] : figureLenses(view, place.path);
  // That no other source has a figure is known only when all have been read.
  const known = place.dossier.complete ? figures : figures.filter((l) => l.standing !== 'only');
  return [...(top === null ? [] : topLenses(place, top)), ...known.map((l) => figureLens(document, place, l, view))];
}

function figureLens(
  document: vscode.TextDocument,
  { dossier, path }: SourcePlace,
  lens: FigureLens,
  view: DossierView,
): vscode.CodeLens {
  const at: SourceSpan = { path, start: lens.figure.start, end: lens.figure.end };
  // A lens loses a plain space behind an icon.
  const icon = lens.standing === 'conflict' || lens.standing === 'lower' ? '$(warning)\u00a0' : '';
  const title = `${icon}${lens.title}`;
  // Lines with lenses begin where the paragraph does, not where the figure is: the text may wrap.
  return new vscode.CodeLens(
    toRange(document, { start: lens.at.start, end: Math.min(lens.at.end, view.text(path).length) }),
    {
      title,
      tooltip: lens.tooltip,
      command: INTERNAL_COMMANDS.peek,
      arguments: [dossier.root.toString(), at, lens.places],
    },
  );
}

function topLenses({ dossier, path }: SourcePlace, { date, counts }: SourceLenses): readonly vscode.CodeLens[] {
  const range = new vscode.Range(0, 0, 0, 0);
  const uri = vscode.Uri.joinPath(dossier.root, ...path.split('/'));
  const [first] = date.evidence;
  const root = dossier.root.toString();
  const offers = date.basis === 'inferred' || date.basis === null;
  const show = { command: INTERNAL_COMMANDS.peek, arguments: [root, first, date.evidence] };
  const open = { command: INTERNAL_COMMANDS.followLink, arguments: [root, { to: 'source', path }] };
  const action = offers ? { command: COMMANDS.setSourceDate, arguments: [uri] } : first === undefined ? open : show;
  return [
    new vscode.CodeLens(range, { ...action, title: `$(calendar)\u00a0${date.title}`, tooltip: date.tooltip }),
    new vscode.CodeLens(range, {
      title: counts,
      command: `${VIEWS.sources}.focus`,
      tooltip: vscode.l10n.t('Show the sources'),
    }),
  ];
}
