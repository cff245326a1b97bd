import * as vscode from 'vscode';
import { type Subject, subjectsAt } from '../core/queries/at';
import { placeSubject } from '../core/queries/tree';
import type { DossierView } from '../core/queries/view';
import type { Dossiers } from './dossiers';
import { COMMANDS, type ViewName } from './ids';
import type { Panel } from './panel';

/** Commands for what stands under the cursor. */
export function registerCursorCommands(dossiers: Dossiers, panel: Panel): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(COMMANDS.reveal, () => reveal(dossiers, panel)),
    vscode.commands.registerCommand(COMMANDS.explain, () => explain(dossiers)),
  );
}

interface AtCursor {
  readonly view: DossierView;
  readonly path: string;
  readonly dossier: Parameters<Panel['reveal']>[1];
  readonly subjects: readonly Subject[];
}

async function atCursor(dossiers: Dossiers): Promise<AtCursor | undefined> {
  const editor = vscode.window.activeTextEditor;
  const place = editor === undefined ? undefined : dossiers.sourceAt(editor.document);
  if (editor === undefined || place === undefined) return undefined;
  const view = await place.dossier.view(place.path);
  const offset = editor.document.offsetAt(editor.selection.active);
  return { ...place, view, subjects: subjectsAt(view, place.path, offset) };
}

/** Shows the row of the side panel that stands for the words under the cursor, or else the row of the source. */
async function reveal(dossiers: Dossiers, panel: Panel): Promise<void> {
  const at = await atCursor(dossiers);
  if (at === undefined) return;
  for (const subject of at.subjects) {
    for (const [view, row] of rowsFor(at, subject)) if (await panel.reveal(view, at.dossier, row)) return;
  }
  await panel.reveal('sources', at.dossier, `source:${at.path}`);
}

function rowsFor({ path }: AtCursor, subject: Subject): readonly (readonly [ViewName, string])[] {
  switch (subject.type) {
    case 'mention':
      return [['officials', placeSubject('mention', { path, start: subject.item.start })]];
    case 'figure':
      return [['figures', placeSubject('figure', { path, start: subject.item.start })]];
    case 'event':
      return [
        ['events', placeSubject('report', { path, start: subject.item.trigger.start })],
        ['events', `event:${subject.item.event}`],
      ];
    case 'quotation':
      return subject.item.speaker === null ? [] : [['officials', `entity:${subject.item.speaker}`]];
    case 'date':
      return [['events', `day:${subject.item.value}`]];
  }
}

/** Says which rules found what stands under the cursor. */
async function explain(dossiers: Dossiers): Promise<void> {
  const at = await atCursor(dossiers);
  if (at === undefined) return;
  const items = at.subjects.map(({ type, item }) => ({
    label: item.text.replace(/\s+/gu, ' '),
    description: type,
    detail: vscode.l10n.t('Found by: {0}', item.why ?? '–'),
  }));
  const empty = vscode.l10n.t('Nothing was found under the cursor.');
  await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('What was found here, and by which rule'),
    placeHolder: items.length === 0 ? empty : '',
  });
}
