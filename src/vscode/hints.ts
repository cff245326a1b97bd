import * as vscode from 'vscode';
import { type Hint, type HintKind, hints } from '../core/queries/hints';
import { definitionAt } from '../core/queries/definition';
import { spanOf } from '../core/queries/at';
import type { Target } from '../core/queries/card';
import { cardOf } from '../core/queries/hover';
import { ask, type Asked } from './ask';
import type { Dossiers } from './dossiers';
import { COMMANDS, INTERNAL_COMMANDS, LANGUAGE, SECTION, SETTINGS } from './ids';
import { cardMarkdown, type FollowLink } from './markdown';

const SETTING: Readonly<Record<HintKind, string>> = {
  date: SETTINGS.hintDates,
  referent: SETTINGS.hintReferents,
  difference: SETTINGS.hintDifferences,
};
const KINDS = Object.keys(SETTING) as HintKind[];

/** A hint that can tell more when it is pointed at. */
class SourceHint extends vscode.InlayHint {
  readonly asked: Asked;
  readonly hint: Hint;

  constructor(position: vscode.Position, asked: Asked, hint: Hint) {
    super(position, [new vscode.InlayHintLabelPart(hint.label)]);
    this.asked = asked;
    this.hint = hint;
    this.paddingLeft = true;
  }
}

/** Inlay hints, each kind with its setting; a command shows all for as long as the window lives. */
export function registerHints(dossiers: Dossiers): vscode.Disposable {
  return vscode.Disposable.from(new SourceHints(dossiers));
}

class SourceHints implements vscode.InlayHintsProvider<SourceHint>, vscode.Disposable {
  readonly #dossiers: Dossiers;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #owned: vscode.Disposable;
  #all = false;

  readonly onDidChangeInlayHints = this.#changed.event;

  constructor(dossiers: Dossiers) {
    this.#dossiers = dossiers;
    const again = (): void => {
      this.#changed.fire();
    };
    this.#owned = vscode.Disposable.from(
      this.#changed,
      dossiers.onDidChange(again),
      dossiers.onDidChangeList(again),
      vscode.workspace.onDidChangeConfiguration((e) => {
        if (e.affectsConfiguration(SECTION)) again();
      }),
      vscode.commands.registerCommand(COMMANDS.toggleHints, () => {
        this.#all = !this.#all;
        again();
      }),
      vscode.languages.registerInlayHintsProvider(LANGUAGE, this),
    );
  }

  dispose(): void {
    this.#owned.dispose();
  }

  async provideInlayHints(
    document: vscode.TextDocument,
    range: vscode.Range,
    token: vscode.CancellationToken,
  ): Promise<SourceHint[] | undefined> {
    const kinds = this.#kinds(document);
    const asked = kinds.size === 0 ? undefined : await ask(this.#dossiers, document, token, 'source');
    if (asked === undefined) return undefined;
    const within = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    return hints(asked.view, asked.path, within, kinds).map(
      (hint) => new SourceHint(document.positionAt(hint.at), asked, hint),
    );
  }

  /** The card of what the hint is about, and a link to where that is defined. */
  resolveInlayHint(item: SourceHint): SourceHint {
    const { view, path, dossier } = item.asked;
    const card = cardOf(view, path, item.hint.subject);
    const part = new vscode.InlayHintLabelPart(item.hint.label);
    if (card !== null) part.tooltip = cardMarkdown(card, dossier.root, false);
    const target = this.#target(item);
    if (target !== undefined) {
      const args: FollowLink = [dossier.root.toString(), target];
      part.command = {
        title: vscode.l10n.t('Go to Definition'),
        command: INTERNAL_COMMANDS.followLink,
        arguments: [...args],
      };
    }
    item.label = [part];
    return item;
  }

  #target({ asked: { view, path }, hint: { subject } }: SourceHint): Target | undefined {
    const target = definitionAt(view, path, spanOf(subject).start)?.targets[0];
    if (target?.to === 'place') return { to: 'place', place: target.place };
    return target;
  }

  #kinds(document: vscode.TextDocument): ReadonlySet<HintKind> {
    const settings = vscode.workspace.getConfiguration(SECTION, document);
    return new Set(KINDS.filter((k) => this.#all || settings.get(SETTING[k]) === true));
  }
}
