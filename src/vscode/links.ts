import * as vscode from 'vscode';
import type { SourceSpan } from '../core/model';
import type { Target } from '../core/queries/card';
import { groupBy } from '../core/queries/group';
import { LineTable } from '../core/text';
import { toRangeIn, toUri } from './convert';
import type { Dossier } from './dossier';
import type { Dossiers } from './dossiers';
import { COLORS, INTERNAL_COMMANDS } from './ids';
import type { FollowLink } from './markdown';

const HIGHLIGHT_MS = 1500;

/** Opens places in texts: behind links of cards, lenses and trees. */
export class Places implements vscode.Disposable {
  readonly #dossiers: Dossiers;
  readonly #highlight = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor(COLORS.placeHighlight),
    borderRadius: '2px',
  });
  readonly #owned: vscode.Disposable;
  #fading: ReturnType<typeof setTimeout> | undefined;

  constructor(dossiers: Dossiers) {
    this.#dossiers = dossiers;
    this.#owned = vscode.Disposable.from(
      this.#highlight,
      vscode.commands.registerCommand(INTERNAL_COMMANDS.followLink, (...args: FollowLink) => this.#follow(...args)),
    );
  }

  /** Opens a place, selects it and lights it up for a moment. */
  async open(dossier: Dossier, place: SourceSpan, options: vscode.TextDocumentShowOptions = {}): Promise<void> {
    const { uri, range } = await this.location(dossier, place);
    const editor = await vscode.window.showTextDocument(uri, { ...options, selection: range });
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    editor.setDecorations(this.#highlight, [range]);
    clearTimeout(this.#fading);
    this.#fading = setTimeout(() => {
      editor.setDecorations(this.#highlight, []);
    }, HIGHLIGHT_MS);
  }

  /** Shows places in a peek at the position of a document. */
  async peek(dossier: Dossier, at: vscode.Location, places: readonly SourceSpan[]): Promise<void> {
    const locations: vscode.Location[] = [];
    for (const [path, list] of groupBy(places, (p) => p.path)) {
      const lines = new LineTable((await dossier.view(path)).text(path));
      const uri = toUri(dossier.root, path);
      locations.push(...list.map((p) => new vscode.Location(uri, toRangeIn(lines, p))));
    }
    await vscode.commands.executeCommand('editor.action.peekLocations', at.uri, at.range.start, locations, 'peek');
  }

  async location(dossier: Dossier, place: SourceSpan): Promise<vscode.Location> {
    const lines = new LineTable((await dossier.view(place.path)).text(place.path));
    return new vscode.Location(toUri(dossier.root, place.path), toRangeIn(lines, place));
  }

  dispose(): void {
    clearTimeout(this.#fading);
    this.#owned.dispose();
  }

  async #follow(root: string, target: Target): Promise<void> {
    const dossier = this.#dossiers.list.find((d) => d.root.toString() === root);
    if (dossier === undefined) return;
    switch (target.to) {
      case 'place':
        return this.open(dossier, target.place);
      case 'places': {
        const editor = vscode.window.activeTextEditor;
        const [first] = target.places;
        if (first === undefined) return;
        const at =
          editor !== undefined && this.#dossiers.sourceAt(editor.document) !== undefined
            ? new vscode.Location(editor.document.uri, editor.selection.active)
            : await this.location(dossier, first);
        return this.peek(dossier, at, target.places);
      }
      case 'knowledge': {
        const selection = toRangeIn(new LineTable(dossier.knowledge.text), target.span);
        await vscode.window.showTextDocument(dossier.knowledge.uri, { selection });
        return;
      }
      case 'source':
        return this.open(dossier, { path: target.path, start: 0, end: 0 });
      case 'web':
        await vscode.env.openExternal(vscode.Uri.parse(target.url, true));
    }
  }
}
