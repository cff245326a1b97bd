import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { useAffair } from './affair';
import { closeAll, eventually, showSource, until } from './support';

/** Commands, and the types of the web views that they open. */
const PANELS = [
  ['dossier.showTimeline', 'dossier.timeline'],
  ['dossier.showFigures', 'dossier.figuresOverTime'],
  ['dossier.showNetwork', 'dossier.network'],
  ['dossier.compareSources', 'dossier.comparison'],
] as const;

describe('panels', () => {
  useAffair();
  afterEach(closeAll);

  const open = (): readonly string[] =>
    vscode.window.tabGroups.all
      .flatMap((g) => g.tabs)
      .flatMap((t) => (t.input instanceof vscode.TabInputWebview ? [t.input.viewType] : []));

  for (const [command, type] of PANELS) {
    it(`are opened once by ${command}`, async () => {
      await showSource('strike/monday.txt');
      await vscode.commands.executeCommand(command);
      await eventually(() => open().some((t) => t.endsWith(type)));
      await vscode.commands.executeCommand(command);
      await showSource('strike/wednesday.txt');
      await until(() => {
        assert.equal(open().filter((t) => t.endsWith(type)).length, 1);
      });
    });
  }
});
