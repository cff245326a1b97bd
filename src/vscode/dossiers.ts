import * as vscode from 'vscode';
import { toPath } from './convert';
import { Dossier } from './dossier';
import { CONTEXT_KEYS, KNOWLEDGE_FILE, SECTION, SETTINGS } from './ids';
import { isSourceName, walkSources } from './source-files';
import { Debounced } from './time';

const SEARCH_QUIET_MS = 100;

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
  readonly #changed = new vscode.EventEmitter<Dossier>();
  readonly #listChanged = new vscode.EventEmitter<void>();
  readonly #readingChanged = new vscode.EventEmitter<Dossier>();
  readonly #search = new Debounced(SEARCH_QUIET_MS, () => {
    void this.search();
  });
  readonly #owned: vscode.Disposable;
  #searching: Promise<void> = Promise.resolve();
  /** Which folders are dossiers, and by what. */
  #claims = '[]';

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
    const take = (document: vscode.TextDocument): void => {
      this.#take(document);
    };
    this.#owned = vscode.Disposable.from(
      this.#search,
      this.#changed,
      this.#listChanged,
      this.#readingChanged,
      knowledgeFiles,
      knowledgeFiles.onDidCreate(searchAgain),
      knowledgeFiles.onDidDelete(searchAgain),
      workspace.onDidChangeWorkspaceFolders(searchAgain),
      workspace.onDidChangeConfiguration((e) => {
        if (e.affectsConfiguration(`${SECTION}.${SETTINGS.sources}`)) searchAgain();
      }),
      workspace.onDidOpenTextDocument(take),
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
      const dossier = this.#dossiers.get(folder)?.dossier;
      const path = dossier === undefined ? undefined : toPath(dossier.root, document.uri);
      if (dossier === undefined || path === undefined) continue;
      const isSource = (this.#hasKnowledge(dossier) && isSourceName(path)) || matchesSetting(document);
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

  #hasKnowledge(dossier: Dossier): boolean {
    return this.#withKnowledge.has(key(dossier.root));
  }

  async #find(): Promise<void> {
    const found = new Map<string, vscode.Uri>();
    const folders = await foldersWithKnowledge();
    for (const folder of folders) found.set(key(folder), folder);
    this.#withKnowledge = new Set(found.keys());
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
    // What is a source may change without a folder coming or going: by a new glob, or by a knowledge file in a folder with globs.
    const claims = JSON.stringify([...found].map(([id, root]) => [id, this.#withKnowledge.has(id), sourceGlobs(root)]));
    if (claims !== this.#claims) {
      this.#claims = claims;
      await this.#settleOwners();
    }
    await vscode.commands.executeCommand('setContext', CONTEXT_KEYS.active, this.#dossiers.size > 0);
    await vscode.commands.executeCommand('setContext', CONTEXT_KEYS.searched, true);
  }

  /** Sources may belong to other dossiers now: open documents are handed out anew, dossiers that were read are read again. */
  async #settleOwners(): Promise<void> {
    this.#listChanged.fire();
    for (const document of vscode.workspace.textDocuments) this.#take(document);
    await Promise.all(this.list.filter((d) => d.started).map((d) => d.refresh()));
  }

  #open(root: vscode.Uri): { dossier: Dossier; owned: vscode.Disposable } {
    const dossier = new Dossier(root, () => this.#sourcesOf(root));
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
        dossier.fileDeleted(uri);
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
    const files = this.#withKnowledge.has(key(root)) ? await walkSources(root) : [];
    const more = await Promise.all(
      sourceGlobs(root).map((g) => vscode.workspace.findFiles(new vscode.RelativePattern(root, g))),
    );
    const all = new Map([...files, ...more.flat()].map((uri) => [key(uri), uri]));
    return [...all.values()].filter((uri) => this.#ownerOf(uri)?.root.toString() === root.toString());
  }

  #ownerOf(uri: vscode.Uri): Dossier | undefined {
    for (const folder of ancestors(uri)) {
      const found = this.#dossiers.get(folder);
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
    if (isSourceName(uri.path) && this.#hasKnowledge(owner)) await owner.fileChanged(uri);
    else if ((await this.#sourcesOf(owner.root)).some((s) => key(s) === key(uri))) await owner.fileChanged(uri);
  }
}

function key(uri: vscode.Uri): string {
  return uri.toString();
}

/** The addresses of the folders that a file lies in, the nearest first. */
function* ancestors(uri: vscode.Uri): Iterable<string> {
  let path = uri.path;
  for (let slash = path.lastIndexOf('/'); slash >= 0; slash = path.lastIndexOf('/')) {
    path = path.slice(0, slash);
    yield key(uri.with({ path: path === '' ? '/' : path, query: '', fragment: '' }));
  }
}

async function foldersWithKnowledge(): Promise<readonly vscode.Uri[]> {
  const nested = await vscode.workspace.findFiles(`**/${KNOWLEDGE_FILE}`, '**/{node_modules,.git}/**');
  const folders = nested.map((uri) => vscode.Uri.joinPath(uri, '..'));
  // A file system without search still tells what is at the root.
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    try {
      await vscode.workspace.fs.stat(vscode.Uri.joinPath(uri, KNOWLEDGE_FILE));
      folders.push(uri);
    } catch {
      // No knowledge file here.
    }
  }
  return folders;
}

/** The setting's globs for a workspace folder; they count from that folder. */
function sourceGlobs(folder: vscode.Uri): readonly string[] {
  if (!vscode.workspace.workspaceFolders?.some((f) => key(f.uri) === key(folder))) return [];
  const value: unknown = vscode.workspace.getConfiguration(SECTION, folder).get(SETTINGS.sources);
  return Array.isArray(value) ? value.filter((g): g is string => typeof g === 'string' && g !== '') : [];
}

function matchesSetting(document: vscode.TextDocument): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  if (folder === undefined) return false;
  return sourceGlobs(folder.uri).some(
    (glob) => vscode.languages.match({ pattern: new vscode.RelativePattern(folder, glob) }, document) > 0,
  );
}
