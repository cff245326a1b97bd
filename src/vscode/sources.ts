import * as vscode from 'vscode';
import type { Corpus } from '../core/corpus';
import type { Problem } from '../core/model';
import { toPath, toUri } from './convert';
import { LARGEST_SOURCE, openDocument, readSource, tooLarge } from './source-files';

/** The texts of one folder's sources: open documents as they are typed, other files as they are saved. Puts them into a corpus. */
export class Sources implements vscode.Disposable {
  readonly #root: vscode.Uri;
  readonly #corpus: Corpus;
  readonly #owns: (uri: vscode.Uri) => boolean;
  readonly #changed: () => void;
  readonly #unread = new Map<string, Problem>();
  /** Reads under way: one at a time for each file, so that none ends with an older text than one begun before it. */
  readonly #reads = new Map<string, Promise<void>>();
  #disposed = false;

  /**
   * @param owns whether a file still belongs to this folder and not to a dossier within it
   * @param changed is called whenever a text came, changed or went
   */
  constructor(root: vscode.Uri, corpus: Corpus, owns: (uri: vscode.Uri) => boolean, changed: () => void) {
    this.#root = root;
    this.#corpus = corpus;
    this.#owns = owns;
    this.#changed = changed;
  }

  /** Why sources are left out, by path. */
  get unread(): ReadonlyMap<string, Problem> {
    return this.#unread;
  }

  /** The paths of all sources, left out or not. */
  get paths(): readonly string[] {
    return [...this.#corpus.paths, ...this.#unread.keys()];
  }

  knows(path: string): boolean {
    return this.#unread.has(path) || this.#corpus.has(path);
  }

  /** Takes a document's text as it stands in the editor. */
  setDocument(document: vscode.TextDocument): void {
    const path = toPath(this.#root, document.uri);
    if (path === undefined) return;
    const text = document.getText();
    if (text.length > LARGEST_SOURCE) this.#leaveOut(tooLarge(path, text.length), path);
    else if (!this.#misread(document, path)) this.#set(path, text);
  }

  /** Reads one file; returns its path where it gives a text to annotate. What an editor holds goes before what is on disk. */
  async read(uri: vscode.Uri): Promise<string | undefined> {
    const path = toPath(this.#root, uri);
    if (path === undefined) return undefined;
    const read = (): Promise<void> => this.#read(uri, path);
    const reading = this.#reads.get(path)?.then(read, read) ?? read();
    this.#reads.set(path, reading);
    try {
      await reading;
    } finally {
      if (this.#reads.get(path) === reading) this.#reads.delete(path);
    }
    return this.#corpus.has(path) ? path : undefined;
  }

  /** Forgets what no list of the folder's sources holds, except what came since `known` was asked for and is its own. */
  keepOnly(files: readonly vscode.Uri[], known: ReadonlySet<string>): void {
    const present = new Set(files.map((uri) => toPath(this.#root, uri)));
    for (const path of this.paths) {
      if (!present.has(path) && (known.has(path) || !this.#owns(toUri(this.#root, path)))) this.forget(path);
    }
  }

  /** Reads the known files of these addresses anew; those that are there no more are forgotten. */
  async check(concerned: (uri: vscode.Uri) => boolean): Promise<void> {
    const known = this.paths.map((path) => toUri(this.#root, path));
    await Promise.all(known.filter(concerned).map((uri) => this.read(uri)));
  }

  forget(path: string): void {
    if (!this.knows(path)) return;
    this.#corpus.delete(path);
    this.#unread.delete(path);
    this.#changed();
  }

  dispose(): void {
    this.#disposed = true;
  }

  async #read(uri: vscode.Uri, path: string): Promise<void> {
    const content = await readSource(uri, path);
    if (this.#disposed) return;
    const open = openDocument(uri);
    if (!this.#owns(uri)) this.forget(path);
    else if (open?.isDirty) this.setDocument(open);
    else if (content.problem === null) this.#set(path, open?.getText() ?? content.text);
    else if (content.missing) this.forget(path);
    else {
      this.#leaveOut(content.problem, path);
      if (open !== undefined) this.setDocument(open);
    }
  }

  /** The editor shows what is not UTF-8 with replacement characters; that counts once it is reopened rightly, or edited. */
  #misread(document: vscode.TextDocument, path: string): boolean {
    return this.#unread.get(path)?.code === 'not-utf8' && document.encoding === 'utf8' && !document.isDirty;
  }

  #set(path: string, text: string): void {
    const wasUnread = this.#unread.delete(path);
    if (this.#corpus.set(path, text) || wasUnread) this.#changed();
  }

  #leaveOut(problem: Problem, path: string): void {
    this.#corpus.delete(path);
    this.#unread.set(path, problem);
    this.#changed();
  }
}
