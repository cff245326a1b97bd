import * as vscode from 'vscode';
import { warmUp } from '../core/warm-up';
import { isWithin, toPath } from './convert';
import { Dossier } from './dossier';
import { FolderChanges } from './folder-changes';
import { CONTEXT_KEYS, KNOWLEDGE_FILE, SECTION, SETTINGS } from './ids';
import { ancestors, foldersWithKnowledge, knowledgeAround } from './knowledge-folders';
import { matchesGlobs, namesItsSources, sourceGlobs } from './source-globs';
import { isSourceName, walkSources } from './source-files';
import { Debounced, finishInSlices } from './time';

const SEARCH_QUIET_MS = 100;
/** How long after a first dossier was found all is made ready for questions that needs no source. */
const WARM_UP_MS = 500;
/** Who comes back to the window sooner than this has hardly changed files elsewhere. */
const AWAY_MS = 5000;

/** A source and the dossier it belongs to. */
export interface SourcePlace {
  readonly dossier: Dossier;
  /** Below the dossier's folder, with forward slashes. */
  readonly path: string;
}

/**
 * All dossiers of the workspace: folders with a knowledge file, and workspace folders with sources by the setting.
 * Finds them, and passes on what happens to documents and files.
 */
export class Dossiers implements vscode.Disposable {
  readonly #dossiers = new Map<string, { readonly dossier: Dossier; readonly owned: vscode.Disposable }>();
  /** The folders of those that hold a knowledge file. */
  #withKnowledge: ReadonlySet<string> = new Set();
  /** Those of them in which every text file is a source. */
  #whole: ReadonlySet<string> = new Set();
  readonly #changed = new vscode.EventEmitter<Dossier>();
  readonly #listChanged = new vscode.EventEmitter<void>();
  readonly #readingChanged = new vscode.EventEmitter<Dossier>();
  readonly #search = new Debounced(SEARCH_QUIET_MS, () => {
    void this.search();
  });
  readonly #warmUp = new Debounced(WARM_UP_MS, () => {
    this.#warm = true;
    void this.#prepare();
  });
  #warm = false;
  readonly #owned: vscode.Disposable;
  #searching: Promise<void> = Promise.resolve();
  /** When everything was looked through last, by the clock of `performance`. */
  #lookedAt = performance.now();
  #focused = vscode.window.state.focused;
  /** Which folders are dossiers, and by what. */
  #claims = '';

  /** What a dossier says changed. */
  readonly onDidChange: vscode.Event<Dossier> = this.#changed.event;
  /** Dossiers came or went. */
  readonly onDidChangeList: vscode.Event<void> = this.#listChanged.event;
  readonly onDidChangeReading: vscode.Event<Dossier> = this.#readingChanged.event;

  constructor() {
    const { workspace } = vscode;
    const knowledgeFiles = workspace.createFileSystemWatcher(`**/${KNOWLEDGE_FILE}`);
    const searchAgain = (): void => {
      this.#search.trigger();
    };
    const folders = new FolderChanges(
      (came) => this.#look(came),
      (gone) => {
        // Of a folder that goes as a whole nobody tells which files were in it.
        if (this.list.some(({ root }) => isWithin(gone, root))) searchAgain();
      },
    );
    const take = (document: vscode.TextDocument): void => {
      this.#take(document);
    };
    this.#owned = vscode.Disposable.from(
      this.#search,
      this.#warmUp,
      this.#changed,
      this.#listChanged,
      this.#readingChanged,
      knowledgeFiles,
      knowledgeFiles.onDidCreate(searchAgain),
      knowledgeFiles.onDidDelete(searchAgain),
      folders,
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused && !this.#focused) this.#comeBack();
        this.#focused = focused;
      }),
      workspace.onDidChangeWorkspaceFolders(searchAgain),
      workspace.onDidChangeConfiguration((e) => {
        if (e.affectsConfiguration(`${SECTION}.${SETTINGS.sources}`)) searchAgain();
      }),
      workspace.onDidOpenTextDocument((document) => {
        take(document);
        void this.#lookAround(document);
      }),
      workspace.onDidChangeTextDocument((e) => {
        take(e.document);
      }),
      workspace.onDidCloseTextDocument((document) => {
        // Edits that were not saved are gone with the editor.
        this.#fileChanged(document.uri);
      }),
    );
  }

  get list(): readonly Dossier[] {
    return [...this.#dossiers.values()].map((d) => d.dossier);
  }

  /** The dossier that a source belongs to, or undefined for everything else. */
  sourceAt(document: vscode.TextDocument): SourcePlace | undefined {
    for (const folder of ancestors(document.uri)) {
      const dossier = this.#dossiers.get(key(folder))?.dossier;
      const path = dossier === undefined ? undefined : toPath(dossier.root, document.uri);
      if (dossier === undefined || path === undefined) continue;
      const isSource = (this.#isWhole(dossier) && isSourceName(path)) || matchesGlobs(document);
      return isSource ? { dossier, path } : undefined;
    }
    return undefined;
  }

  /** Resolves when no search for dossiers is under way. */
  async searched(): Promise<void> {
    await this.#searching;
  }

  /** Looks through the workspace for dossiers. Reads no source. */
  search(): Promise<void> {
    const find = (): Promise<void> => this.#find();
    // A search that failed, as when a remote file system goes away, must not keep the next one from trying.
    this.#searching = this.#searching.then(find, find);
    return this.#searching;
  }

  dispose(): void {
    this.#owned.dispose();
    for (const { dossier, owned } of this.#dossiers.values()) {
      owned.dispose();
      dossier.dispose();
    }
    this.#dossiers.clear();
  }

  async #prepare(): Promise<void> {
    for (const dossier of this.list) dossier.prepare();
    await finishInSlices(warmUp());
  }

  #isWhole(dossier: Dossier): boolean {
    return this.#whole.has(key(dossier.root));
  }

  async #find(): Promise<void> {
    const found = new Map<string, vscode.Uri>();
    const folders = await foldersWithKnowledge();
    for (const folder of folders) found.set(key(folder), folder);
    this.#withKnowledge = new Set(found.keys());
    this.#whole = new Set([...found].filter(([, folder]) => !namesItsSources(folder)).map(([id]) => id));
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
      if (sourceGlobs(uri).length > 0) found.set(key(uri), uri);
    }
    for (const [id, { dossier, owned }] of this.#dossiers) {
      if (found.has(id)) continue;
      this.#dossiers.delete(id);
      owned.dispose();
      dossier.dispose();
    }
    for (const [id, root] of found) if (!this.#dossiers.has(id)) this.#dossiers.set(id, this.#open(root));
    if (found.size > 0 && !this.#warm) this.#warmUp.trigger();
    // What is a source may change without a folder coming or going: by a new glob, or by a knowledge file in a folder with globs.
    const claim = ([id, root]: [string, vscode.Uri]): string =>
      JSON.stringify([id, this.#whole.has(id), sourceGlobs(root)]);
    const claims = [...found].map(claim).sort().join();
    if (claims !== this.#claims) {
      this.#claims = claims;
      await this.#settleOwners();
    }
    await vscode.commands.executeCommand('setContext', CONTEXT_KEYS.active, this.#dossiers.size > 0);
    await vscode.commands.executeCommand('setContext', CONTEXT_KEYS.searched, true);
  }

  /** Looks for dossiers and sources that nobody told of, everywhere or in folders that came. */
  async #look(came?: readonly vscode.Uri[]): Promise<void> {
    await this.search();
    const touched = (root: vscode.Uri): readonly vscode.Uri[] | undefined =>
      came?.filter((folder) => isWithin(folder, root) || isWithin(root, folder));
    const concerned = this.list.filter(({ root }) => touched(root)?.length !== 0);
    await Promise.all(concerned.map((dossier) => dossier.look(touched(dossier.root))));
  }

  /** Files may have changed without the editor hearing of it, as on network drives. */
  #comeBack(): void {
    if (performance.now() - this.#lookedAt < AWAY_MS) return;
    this.#lookedAt = performance.now();
    void this.#look();
  }

  /** A source that is opened may lie in a dossier that nobody told of. */
  async #lookAround(document: vscode.TextDocument): Promise<void> {
    await this.searched();
    const isKnown = (folder: vscode.Uri): boolean => this.#withKnowledge.has(key(folder));
    const found = await knowledgeAround(document, isKnown);
    if (found !== undefined && !isKnown(found)) return this.search();
  }

  /** Sources may belong to other dossiers now: open documents are handed out anew, dossiers that were read are read again. */
  async #settleOwners(): Promise<void> {
    this.#listChanged.fire();
    for (const document of vscode.workspace.textDocuments) this.#take(document);
    await Promise.all(this.list.filter((d) => d.started).map((d) => d.refresh()));
  }

  #open(root: vscode.Uri): { dossier: Dossier; owned: vscode.Disposable } {
    const dossier = new Dossier(
      root,
      () => this.#sourcesOf(root),
      (uri) => this.#ownerOf(uri)?.root.toString() === key(root),
    );
    const files = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(root, '**'));
    const owned = vscode.Disposable.from(
      files,
      files.onDidCreate((uri) => {
        this.#fileChanged(uri);
      }),
      files.onDidChange((uri) => {
        this.#fileChanged(uri);
      }),
      files.onDidDelete((uri) => {
        void dossier.fileDeleted(uri);
      }),
      dossier.onDidChange((d) => {
        this.#changed.fire(d);
      }),
      dossier.onDidChangeReading((d) => {
        this.#readingChanged.fire(d);
      }),
    );
    return { dossier, owned };
  }

  async #sourcesOf(root: vscode.Uri): Promise<readonly vscode.Uri[]> {
    const files = this.#whole.has(key(root)) ? await walkSources(root) : [];
    const more = await Promise.all(
      sourceGlobs(root).map((g) => vscode.workspace.findFiles(new vscode.RelativePattern(root, g))),
    );
    const all = new Map([...files, ...more.flat()].map((uri) => [key(uri), uri]));
    return [...all.values()].filter((uri) => this.#ownerOf(uri)?.root.toString() === root.toString());
  }

  #ownerOf(uri: vscode.Uri): Dossier | undefined {
    for (const folder of ancestors(uri)) {
      const found = this.#dossiers.get(key(folder));
      if (found !== undefined) return found.dossier;
    }
    return undefined;
  }

  #take(document: vscode.TextDocument): void {
    const owner = this.#ownerOf(document.uri);
    if (owner === undefined) return;
    if (key(owner.knowledge.uri) === key(document.uri)) owner.knowledge.set(document.getText());
    else if (this.sourceAt(document) !== undefined) owner.setDocument(document);
  }

  #fileChanged(uri: vscode.Uri): void {
    const owner = this.#ownerOf(uri);
    if (owner === undefined) return;
    if (key(owner.knowledge.uri) === key(uri)) void owner.knowledge.read();
    else if (isSourceName(uri.path) || sourceGlobs(owner.root).length > 0) void this.#sourceChanged(owner, uri);
  }

  async #sourceChanged(owner: Dossier, uri: vscode.Uri): Promise<void> {
    if (isSourceName(uri.path) && this.#isWhole(owner)) await owner.fileChanged(uri);
    else if ((await this.#sourcesOf(owner.root)).some((s) => key(s) === key(uri))) await owner.fileChanged(uri);
  }
}

function key(uri: vscode.Uri): string {
  return uri.toString();
}
