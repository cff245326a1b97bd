import * as vscode from 'vscode';
import { definitionAt, type DefinitionTarget } from '../core/queries/definition';
import { LineTable } from '../core/text';
import { ask, type Asked, rangeOf } from './ask';
import { toRange, toRangeIn, toUri } from './convert';
import type { Dossiers } from './dossiers';
import { LANGUAGE } from './ids';

/** Go to Definition: the entry in the knowledge file, or the mention that tells most. */
export function registerDefinition(dossiers: Dossiers): vscode.Disposable {
  return vscode.languages.registerDefinitionProvider(LANGUAGE, {
    provideDefinition: async (document, position, token) => {
      const asked = await ask(dossiers, document, token, 'source');
      if (asked === undefined) return undefined;
      const found = definitionAt(asked.view, asked.path, document.offsetAt(position));
      if (found === null) return undefined;
      const originSelectionRange = toRange(document, found.origin);
      return found.targets.map((target): vscode.LocationLink => ({ ...toLink(asked, target), originSelectionRange }));
    },
  });
}

function toLink({ dossier, view }: Asked, target: DefinitionTarget): vscode.LocationLink {
  if (target.to === 'place') {
    const { place, around } = target;
    return {
      targetUri: toUri(dossier.root, place.path),
      targetRange: rangeOf(view, place.path, around),
      targetSelectionRange: rangeOf(view, place.path, place),
    };
  }
  const { uri, text } = dossier.knowledge;
  const lines = new LineTable(text);
  const { start, end } = target.span;
  const words = target.name ?? '';
  const at = text.indexOf(words, start);
  const selected = at < 0 || at >= end ? { start, end: start } : { start: at, end: at + words.length };
  return {
    targetUri: uri,
    targetRange: toRangeIn(lines, target.span),
    targetSelectionRange: toRangeIn(lines, selected),
  };
}
