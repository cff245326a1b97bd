import * as vscode from 'vscode';
import type { PanelName, PanelState, PanelTypes } from '../../webview/protocol';
import type { Dossier } from '../dossier';
import type { Dossiers } from '../dossiers';
import { PANEL_COMMANDS, PANELS } from '../ids';
import type { Places } from '../links';
import { comparisonPanel } from './comparison';
import { figuresPanel } from './figures';
import { networkPanel } from './network';
import { OpenPanel } from './open-panel';
import type { PanelQuery } from './query';
import { timelinePanel } from './timeline';

const QUERIES: { readonly [N in PanelName]: PanelQuery<N> } = {
  timeline: timelinePanel,
  figures: figuresPanel,
  network: networkPanel,
  comparison: comparisonPanel,
};

/** The pictures: a command and a restorer for each. Nothing of a picture is loaded before one is opened. */
export function registerPanels(dossiers: Dossiers, places: Places, extension: vscode.Uri): vscode.Disposable {
  const open = new Set<OpenPanel>();
  const show = <N extends PanelName>(name: N, web: vscode.WebviewPanel, state: PanelState<N>): void => {
    const panel: OpenPanel<N> = new OpenPanel(web, QUERIES[name], state, { dossiers, places, extension });
    open.add(panel);
    web.onDidDispose(() => open.delete(panel));
  };
  /** Shows the picture of this dossier that is open, if one is. */
  const again = (name: PanelName, dossier: Dossier): boolean => {
    const found = [...open].find((p) => p.shows(name, dossier));
    found?.reveal();
    return found !== undefined;
  };
  /** The dossier of the picture that has the focus. */
  const focused = (): Dossier | undefined => [...open].find((p) => p.active)?.dossier;
  const names = Object.keys(PANELS) as PanelName[];
  return vscode.Disposable.from(
    ...names.flatMap((name) => registerPanel(name, QUERIES[name], dossiers, { show, again, focused })),
    {
      dispose: () => {
        for (const panel of open) panel.dispose();
      },
    },
  );
}

interface OpenPanels {
  readonly show: <N extends PanelName>(name: N, web: vscode.WebviewPanel, state: PanelState<N>) => void;
  readonly again: (name: PanelName, dossier: Dossier) => boolean;
  readonly focused: () => Dossier | undefined;
}

function registerPanel<N extends PanelName>(
  name: N,
  query: PanelQuery<N>,
  dossiers: Dossiers,
  { show, again, focused }: OpenPanels,
): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand(PANEL_COMMANDS[name], async (options?: Partial<PanelTypes[N]['options']>) => {
      const dossier = focused() ?? (await chooseDossier(dossiers));
      if (dossier === undefined) return;
      if (options === undefined && again(name, dossier)) return;
      const web = vscode.window.createWebviewPanel(PANELS[name], query.title, vscode.ViewColumn.Active);
      show(name, web, { dossier: dossier.root.toString(), options: query.options(options) });
    }),
    vscode.window.registerWebviewPanelSerializer(PANELS[name], {
      deserializeWebviewPanel: async (web: vscode.WebviewPanel, kept: unknown) => {
        await dossiers.searched();
        const state = kept as Partial<PanelState<N>> | undefined;
        const dossier = dossiers.list.find((d) => d.root.toString() === state?.dossier) ?? dossiers.list[0];
        if (dossier === undefined) web.dispose();
        else show(name, web, { dossier: dossier.root.toString(), options: query.options(state?.options) });
      },
    }),
  ];
}

/** The dossier of the active editor's source, the only one there is, or the one that the reader picks. */
async function chooseDossier(dossiers: Dossiers): Promise<Dossier | undefined> {
  await dossiers.searched();
  const editor = vscode.window.activeTextEditor;
  const here = editor === undefined ? undefined : dossiers.sourceAt(editor.document)?.dossier;
  if (here !== undefined || dossiers.list.length <= 1) return here ?? dossiers.list[0];
  const items = dossiers.list.map((dossier) => ({ label: vscode.workspace.asRelativePath(dossier.root), dossier }));
  const title = vscode.l10n.t('Which dossier?');
  return (await vscode.window.showQuickPick(items, { title }))?.dossier;
}
