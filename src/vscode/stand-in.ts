import * as vscode from 'vscode';
import { FolderChanges } from './folder-changes';
import {
  clearFilterCommand,
  COMMANDS,
  filterCommand,
  KNOWLEDGE_FILE,
  LANGUAGE,
  PANEL_COMMANDS,
  PANELS,
  SECTION,
  SETTINGS,
  TOOLS,
  type ViewName,
  VIEWS,
} from './ids';
import { anyWithKnowledge, knowledgeAround } from './knowledge-folders';
import { sourceGlobs } from './source-globs';
import { pause } from './time';

/**
 * Stands in for the extension while nothing in the window asks for it: VS Code activates us wherever plain text is open. Commands,
 * views and tools are there and call the extension; so does whatever may be a dossier, a source or a knowledge file.
 */
export class StandIn implements vscode.Disposable {
  readonly #load: () => Promise<() => void>;
  readonly #owned: vscode.Disposable;
  #called: Promise<void> | undefined;
  #focused = vscode.window.state.focused;
  #isOver = false;

  /** @param load loads the extension and returns what activates it */
  constructor(load: () => Promise<() => void>) {
    this.#load = load;
    const call = (): void => {
      void this.#call();
    };
    const look = (): Promise<void> => this.#look();
    const consider = (document: vscode.TextDocument): void => {
      void this.#consider(document);
    };
    const knowledgeFiles = vscode.workspace.createFileSystemWatcher(`**/${KNOWLEDGE_FILE}`, false, true, true);
    this.#owned = vscode.Disposable.from(
      ...this.#commands(),
      ...this.#tools(),
      ...Object.values(VIEWS).map((view) =>
        // Asked for children when it is in sight.
        vscode.window.registerTreeDataProvider(view, {
          getChildren: () => {
            call();
            return [];
          },
          getTreeItem: () => new vscode.TreeItem(''),
        }),
      ),
      knowledgeFiles,
      knowledgeFiles.onDidCreate(call),
      new FolderChanges(look, () => undefined),
      vscode.workspace.onDidChangeWorkspaceFolders(() => void look()),
      vscode.workspace.onDidChangeConfiguration((e) => {
        if (e.affectsConfiguration(`${SECTION}.${SETTINGS.sources}`)) void look();
      }),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused && !this.#focused) void look();
        this.#focused = focused;
      }),
      vscode.workspace.onDidOpenTextDocument(consider),
    );
    vscode.workspace.textDocuments.forEach(consider);
    if (hasPanel()) call();
    else void look();
  }

  dispose(): void {
    this.#isOver = true;
    this.#owned.dispose();
  }

  /** Lets the extension take over, once; where it cannot be loaded, the next that asks tries again. */
  #call(): Promise<void> {
    return (this.#called ??= this.#handOver().catch((error: unknown) => {
      this.#called = undefined;
      throw error;
    }));
  }

  async #handOver(): Promise<void> {
    const activate = await this.#load();
    // Reading a program of megabytes keeps the host's thread busy long enough for once.
    await pause(0);
    if (this.#isOver) return;
    // It registers what stands in for it until now.
    this.dispose();
    activate();
  }

  async #look(): Promise<void> {
    const isNamed = vscode.workspace.workspaceFolders?.some(({ uri }) => sourceGlobs(uri).length > 0) === true;
    if (this.#called === undefined && (isNamed || (await anyWithKnowledge()))) await this.#call();
  }

  async #consider(document: vscode.TextDocument): Promise<void> {
    if (this.#called !== undefined) return;
    const isOurs = document.languageId === LANGUAGE || document.uri.path.endsWith(`/${KNOWLEDGE_FILE}`);
    if (isOurs || (await knowledgeAround(document)) !== undefined) await this.#call();
  }

  #commands(): vscode.Disposable[] {
    const views = Object.keys(VIEWS) as ViewName[];
    const ids = [
      ...Object.values(COMMANDS),
      ...Object.values(PANEL_COMMANDS),
      ...views.flatMap((view) => [filterCommand(view), clearFilterCommand(view)]),
    ];
    return [...new Set(ids)].map((id) =>
      vscode.commands.registerCommand(id, async (...given: unknown[]): Promise<unknown> => {
        await this.#call();
        return vscode.commands.executeCommand(id, ...given);
      }),
    );
  }

  #tools(): vscode.Disposable[] {
    return Object.values(TOOLS).map((name) =>
      vscode.lm.registerTool<object>(name, {
        invoke: async (options, token) => {
          await this.#call();
          return vscode.lm.invokeTool(name, options, token);
        },
      }),
    );
  }
}

/** Whether a picture was open when the window closed last: its page waits for us. */
function hasPanel(): boolean {
  const types = Object.values(PANELS);
  const isOurs = ({ input }: vscode.Tab): boolean =>
    input instanceof vscode.TabInputWebview && types.some((type) => input.viewType.endsWith(type));
  return vscode.window.tabGroups.all.some((group) => group.tabs.some(isOurs));
}
