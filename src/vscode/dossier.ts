import * as vscode from 'vscode';
import type { SourceAnnotations } from '../core/annotations';
import { Corpus } from '../core/corpus';
import type { Problem } from '../core/model';
import type { DossierView } from '../core/queries/view';
import { Annotating } from './annotating';
import { isWithin, toPath, toUri } from './convert';
import { KnowledgeFile } from './knowledge-file';
import { Linking, QUIET_MS } from './linking';
import { Sources } from './sources';
import { Debounced, pause, Slices } from './time';

const READ_AT_ONCE = 16;
/** A question about one source waits so long for the others, which in a small folder is enough for all; in a larger one it does not. */
const PATIENCE_MS = 40;
const FEW_SOURCES = 12;

/** A read of the folder that is under way. */
export interface Reading {
  readonly total: number;
  readonly done: number;
  readonly finished: Promise<void>;
  cancel(): void;
}

/**
 * One folder of sources: keeps the corpus in step with files, open documents and the knowledge file.
 *
 * Nothing is read before the first question. Open documents count as they are typed, other files as they are saved.
 */
export class Dossier implements vscode.Disposable {
  readonly root: vscode.Uri;
  readonly knowledge: KnowledgeFile;
  readonly #corpus = new Corpus();
  readonly #sources: Sources;
  readonly #annotating = new Annotating(this.#corpus);
  readonly #linking = new Linking(this.#corpus);
  readonly #list: () => Promise<readonly vscode.Uri[]>;
  readonly #changed = new vscode.EventEmitter<this>();
  readonly #readingChanged = new vscode.EventEmitter<this>();
  readonly #relink = new Debounced(QUIET_MS, () => {
    void this.#settle();
  });
  readonly #abort = new AbortController();
  #reading: (Reading & { done: number }) | undefined;
  #started: Promise<void> | undefined;
  #knowledgeRead: Promise<void> | undefined;
  /** The first reading of the knowledge file, where that has not waited for a question. */
  #prepared: Promise<void> | undefined;
  /** True when the folder was read once, or as much of it as the reader wanted. */
  #whole = false;
  /** Resolves when there turn out to be more sources than a question waits for. */
  #foundManyNow = (): void => undefined;
  readonly #foundMany = new Promise<void>((resolve) => (this.#foundManyNow = resolve));
  #reannotating: Promise<void> | undefined;
  #complete = false;

  /** Sources, knowledge or what follows from them changed; `view()` gives the new state. */
  readonly onDidChange: vscode.Event<this> = this.#changed.event;
  readonly onDidChangeReading: vscode.Event<this> = this.#readingChanged.event;

  /**
   * @param list finds the sources of this folder
   * @param owns whether a file below it belongs to this dossier, not to one within it
   */
  constructor(root: vscode.Uri, list: () => Promise<readonly vscode.Uri[]>, owns: (uri: vscode.Uri) => boolean) {
    this.root = root;
    this.#list = list;
    this.#sources = new Sources(root, this.#corpus, owns, () => {
      this.#linking.sourceChanged();
      this.#relinkSoon();
    });
    this.knowledge = new KnowledgeFile(root);
    this.knowledge.onDidChange(() => {
      this.#takeKnowledge();
    });
  }

  /** What people call it: the folder's name, or its path in the workspace. */
  get title(): string {
    const folder = vscode.workspace.getWorkspaceFolder(this.root);
    const path = folder === undefined ? undefined : toPath(folder.uri, this.root);
    return path ?? folder?.name ?? this.root.path.slice(this.root.path.lastIndexOf('/') + 1);
  }

  get reading(): Reading | undefined {
    return this.#reading;
  }

  /** True as soon as somebody asked about a source. */
  get started(): boolean {
    return this.#started !== undefined;
  }

  /** True when a reader stopped the reading before its end. */
  get stopped(): boolean {
    return this.#whole && this.#reading === undefined && !this.#complete;
  }

  /** True when `view` rests on all sources: not while they are being read for the first time or anew, nor when that was stopped. */
  get complete(): boolean {
    return this.#whole && this.#complete;
  }

  /** Why a source is left out, or undefined where it is not. */
  unread(path: string): Problem | undefined {
    return this.#sources.unread.get(path);
  }

  /** Problems of files and of the knowledge file (whose path is null), without those that the view's extraction holds. */
  get fileProblems(): readonly Problem[] {
    return [...this.#sources.unread.values(), ...this.knowledge.problems];
  }

  /** The last linked state, without waiting for anything. */
  get lastView(): DossierView | undefined {
    return this.#linking.view;
  }

  /**
   * The linked state of all sources; waits until all are read.
   * With a path: a state in which that source is as it is now, without waiting for others to be linked with it. While others are
   * still being read it holds the open sources only.
   */
  async view(path?: string): Promise<DossierView> {
    if (path === undefined) await this.#begin();
    else {
      await this.#know(path);
      if (!this.#whole) {
        // Wanted whatever comes first; it can be read while others are being found.
        void this.#annotating.now(path);
        await Promise.race([this.#begin(), this.#foundMany, pause(PATIENCE_MS)]);
      }
    }
    await this.#reannotating;
    if (path === undefined) return this.#linking.linked();
    const { view } = this.#linking;
    if (view !== undefined && (this.#sources.unread.has(path) || this.#linking.isCurrent(path))) return view;
    if (!this.#whole) return this.#preview([path, ...this.#openPaths()]);
    return this.#linking.revised(path) ?? this.#linking.linked();
  }

  /** Reads the knowledge file, but no source: the first question waits for one thing less. */
  prepare(): void {
    if (!this.started) this.#prepared ??= this.knowledge.read();
  }

  /** One source read on its own, as it is now; undefined where it is left out. */
  async annotations(path: string): Promise<SourceAnnotations | undefined> {
    await this.#know(path);
    await this.#annotating.now(path);
    return this.#corpus.annotations(path);
  }

  /** Takes a document's text as it stands in the editor. */
  setDocument(document: vscode.TextDocument): void {
    const path = toPath(this.root, document.uri);
    // Nobody told of this file; it may not be the only one.
    if (path !== undefined && this.complete && !this.#sources.knows(path)) void this.look();
    this.#sources.setDocument(document);
  }

  /** A file came or changed on disk. */
  async fileChanged(uri: vscode.Uri): Promise<void> {
    if (this.started) await this.#sources.read(uri);
  }

  /** A file or folder went. */
  async fileDeleted(uri: vscode.Uri): Promise<void> {
    await this.#sources.check((known) => isWithin(uri, known));
  }

  /**
   * Looks for files that came or went without anybody telling.
   * @param anew folders whose files are read even where they are known: others may have taken their place
   */
  async look(anew: readonly vscode.Uri[] = []): Promise<void> {
    // What nobody asked about yet is read with the first question; what somebody stopped stays so.
    await this.#started;
    if (!this.complete || this.#disposed()) return;
    await this.knowledge.read();
    const files = await this.#list();
    const listed = new Set(files.map(String));
    await this.#sources.check((known) => !listed.has(known.toString()));
    const isNew = (uri: vscode.Uri): boolean =>
      !this.#sources.knows(toPath(this.root, uri) ?? '') || anew.some((folder) => isWithin(folder, uri));
    await this.#readFiles(files.filter(isNew), this.#abort.signal);
  }

  /** Reads the folder anew. */
  async refresh(): Promise<void> {
    const before = this.#started;
    this.#reading?.cancel();
    await before;
    // Unless another one has begun it meanwhile.
    if (this.#started === before) this.#started = undefined;
    await this.#begin();
  }

  dispose(): void {
    this.#abort.abort();
    this.#reading?.cancel();
    const { knowledge } = this;
    for (const owned of [knowledge, this.#sources, this.#linking, this.#relink, this.#changed, this.#readingChanged])
      owned.dispose();
  }

  /** Starts reading, once. Resolves when all is read and linked. */
  #begin(): Promise<void> {
    return (this.#started ??= this.#start());
  }

  /** Resolves when the knowledge file and this source have been read; the rest may still be under way. */
  async #know(path: string): Promise<void> {
    void this.#begin();
    await this.#knowledgeRead;
    if (!this.#sources.knows(path)) await this.#sources.read(toUri(this.root, path));
  }

  #preview(paths: readonly string[]): Promise<DossierView> {
    return this.#annotating.urgently(async () => {
      for (const path of paths) await this.#annotating.now(path);
      return this.#linking.preview(paths);
    });
  }

  async #start(): Promise<void> {
    this.#whole = false;
    this.#knowledgeRead = this.#prepared ?? this.knowledge.read();
    this.#prepared = undefined;
    await this.#knowledgeRead;
    // Known before they are listed, for what comes meanwhile is not among the listed ones.
    const known = new Set(this.#sources.paths);
    const files = await this.#list();
    this.#sources.keepOnly(files, known);
    if (files.length > FEW_SOURCES) this.#foundManyNow();
    await this.#readAll(files);
    await this.#settle();
  }

  async #readAll(files: readonly vscode.Uri[]): Promise<void> {
    const stop = new AbortController();
    let finish = (): void => undefined;
    const reading = {
      total: files.length,
      done: 0,
      finished: new Promise<void>((resolve) => (finish = resolve)),
      cancel: () => {
        stop.abort();
      },
    };
    this.#reading = reading;
    this.#readingChanged.fire(this);
    await this.#readFiles(files, stop.signal, () => reading.done++);
    this.#complete = !stop.signal.aborted;
    this.#reading = undefined;
    this.#whole = true;
    finish();
    if (!this.#abort.signal.aborted) this.#readingChanged.fire(this);
  }

  /** Reads and annotates files, some at once. */
  async #readFiles(files: readonly vscode.Uri[], stop: AbortSignal, done = (): unknown => undefined): Promise<void> {
    const slices = new Slices();
    for (let i = 0; i < files.length && !stop.aborted; i += READ_AT_ONCE) {
      const paths = await Promise.all(files.slice(i, i + READ_AT_ONCE).map((uri) => this.#sources.read(uri)));
      for (const path of paths) {
        if (path !== undefined) await this.#annotating.later(path, slices);
        done();
        await slices.turn();
      }
    }
  }

  #relinkSoon(): void {
    if (this.#reading === undefined) this.#relink.trigger();
  }

  #takeKnowledge(): void {
    if (this.knowledge.knowledge !== this.#corpus.knowledge) {
      this.#corpus.setKnowledge(this.knowledge.knowledge);
      this.#linking.knowledgeChanged();
      this.#reannotating = this.#annotating.all(this.#abort.signal);
    }
    this.#relinkSoon();
  }

  async #settle(): Promise<void> {
    await this.#reannotating;
    // Before the folder is read there is nothing to link, but the knowledge file may have problems to show.
    while (this.#linking.stale && this.#whole && !this.#disposed()) await this.#linking.link();
    if (!this.#disposed()) this.#changed.fire(this);
  }

  #disposed(): boolean {
    return this.#abort.signal.aborted;
  }

  #openPaths(): readonly string[] {
    return vscode.workspace.textDocuments.flatMap((d) => toPath(this.root, d.uri) ?? []);
  }
}
