import * as vscode from 'vscode';
import { type Call, type CallDirection, callsOf, partiesAt, type Party } from '../core/queries/calls';
import type { DossierView } from '../core/queries/view';
import { ask, rangeOf, unlessCancelled } from './ask';
import { toUri } from './convert';
import type { Dossier } from './dossier';
import type { Dossiers } from './dossiers';
import { LANGUAGE } from './ids';

const KINDS: Readonly<Record<Party['kind'], vscode.SymbolKind>> = {
  person: vscode.SymbolKind.Class,
  organization: vscode.SymbolKind.Interface,
  place: vscode.SymbolKind.Enum,
};

/** An item knows whom it stands for. */
class PartyItem extends vscode.CallHierarchyItem {
  readonly dossier: Dossier;
  readonly entity: string;

  constructor(dossier: Dossier, view: DossierView, { entity, kind, name, detail, place, around }: Party) {
    const uri = toUri(dossier.root, place.path);
    super(KINDS[kind], name, detail, uri, rangeOf(view, place.path, around), rangeOf(view, place.path, place));
    this.dossier = dossier;
    this.entity = entity;
  }
}

/** Call hierarchy: who consulted whom. */
export function registerCalls(dossiers: Dossiers): vscode.Disposable {
  return vscode.languages.registerCallHierarchyProvider(LANGUAGE, {
    prepareCallHierarchy: async (document, position, token) => {
      const asked = await ask(dossiers, document, token, 'folder');
      if (asked === undefined) return undefined;
      const { dossier, view } = asked;
      return partiesAt(view, asked.path, document.offsetAt(position)).map((p) => new PartyItem(dossier, view, p));
    },
    provideCallHierarchyIncomingCalls: (item, token) =>
      calls(item, 'incoming', token, (from, ranges) => new vscode.CallHierarchyIncomingCall(from, ranges)),
    provideCallHierarchyOutgoingCalls: (item, token) =>
      calls(item, 'outgoing', token, (to, ranges) => {
        // VS Code looks for these in the caller's document; where another source reports the call, the item itself leads there.
        const here = to.uri.toString() === item.uri.toString();
        return new vscode.CallHierarchyOutgoingCall(to, here ? ranges : []);
      }),
  });
}

async function calls<T>(
  item: vscode.CallHierarchyItem,
  direction: CallDirection,
  token: vscode.CancellationToken,
  make: (party: PartyItem, sites: vscode.Range[]) => T,
): Promise<T[] | undefined> {
  if (!(item instanceof PartyItem)) return undefined;
  const view = await unlessCancelled(item.dossier.view(), token);
  if (view === undefined) return undefined;
  const toCall = ({ party, sites }: Call): T =>
    make(
      new PartyItem(item.dossier, view, party),
      sites.map((s) => rangeOf(view, party.place.path, s)),
    );
  return callsOf(view, item.entity, direction).map(toCall);
}
