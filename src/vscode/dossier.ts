import * as vscode from 'vscode';
import type { SourceAnnotations } from '../core/annotations';
import { Corpus, type Linked } from '../core/corpus';
import type { Extraction, Problem } from '../core/model';
import { DossierView } from '../core/queries/view';
import { toPath, toUri } from './convert';
import { KnowledgeFile } from './knowledge-file';
import { LARGEST_SOURCE, openDocument, readSource, tooLarge } from './source-files';
import { Debounced, pause, Slices } from './time';

/** Typing pauses of this length bring lists, lenses and problems up to date. */
const QUIET_MS = 150;
const READ_AT_ONCE = 16;
/** A question about one source waits so long for the others, which in a small folder is enough for all. */
const PATIENCE_MS = 60;

const EMPTY: Extraction = { schemaVersion: 1, documents: [], entities: [], events: [], series: [], problems: [] };

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
  readonly #list: () => Promise<readonly vscode.Uri[]>;
  readonly #changed = new vscode.EventEmitter<this>();
  readonly #readingChanged = new vscode.EventEmitter<this>();
  readonly #relink = new Debounced(QUIET_MS, () => {
    void this.#settle();
  });
  readonly #unread = new Map<string, Problem>();
  readonly #abort = new AbortController();
  #view: DossierView | undefined;
  /** The last answer given while sources were being read. */
  #previewed: DossierView | undefined;
  #stale = true;
  #linking: Promise<void> | undefined;
  /** When a source changed last, by the clock of `performance`. */
  #changedAt = -Infinity;
  #reading: (Reading & { done: number }) | undefined;
  #started: Promise<void> | undefined;
  #knowledgeRead: Promise<void> | undefined;
  /** True when the folder was read once, or as much of it as the reader wanted. */
  #whole = false;
  #reannotating: Promise<void> | undefined;
  #complete = false;

  /** Sources, knowledge or what follows from them changed; `view()` gives the new state. */
  readonly onDidChange: vscode.Event<this> = this.#changed.event;
  readonly onDidChangeReading: vscode.Event<this> = this.#readingChanged.event;

  /** @param list finds the sources of this folder */
  constructor(root: vscode.Uri, list: () => Promise<readonly vscode.Uri[]>) {
    this.root = root;
    this.#list = list;
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
    return this.#unread.get(path);
  }

  /** Problems of files and of the knowledge file (whose path is null), without those that the view's extraction holds. */
  get fileProblems(): readonly Problem[] {
    return [...this.#unread.values(), ...this.knowledge.problems];
  }

  /** The last linked state, without waiting for anything. */
  get lastView(): DossierView | undefined {
    return this.#view;
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
      if (!this.#whole) await Promise.race([this.#begin(), pause(PATIENCE_MS)]);
    }
    await this.#reannotating;
    if (path === undefined) return this.#linked();
    if (this.#view !== undefined && this.#current(this.#view, path)) return this.#view;
    if (!this.#whole) return this.#preview(path);
    const revised = this.#corpus.revised(path);
    return revised === undefined ? this.#linked() : this.#show(revised, path);
  }

  /** One source read on its own, as it is now; undefined where it is left out. */
  async annotations(path: string): Promise<SourceAnnotations | undefined> {
    await this.#know(path);
    return this.#corpus.annotations(path);
  }

  /** Takes a document's text as it stands in the editor. */
  setDocument(document: vscode.TextDocument): void {
    const path = toPath(this.root, document.uri);
    if (path === undefined) return;
    const text = document.getText();
    if (text.length > LARGEST_SOURCE) this.#leaveOut(tooLarge(path, text.length), path);
    else if (!this.#misread(document, path)) this.#set(path, text);
  }

  /** The editor shows what is not UTF-8 with replacement characters; that counts once it is reopened rightly, or edited. */
  #misread(document: vscode.TextDocument, path: string): boolean {
    return this.#unread.get(path)?.code === 'not-utf8' && document.encoding === 'utf8' && !document.isDirty;
  }

  /** A file came or changed on disk. */
  async fileChanged(uri: vscode.Uri): Promise<void> {
    if (this.#started === undefined) return;
    await this.#readFile(uri);
  }

  /** A file or folder went. */
  fileDeleted(uri: vscode.Uri): void {
    const gone = toPath(this.root, uri);
    if (gone === undefined) return;
    for (const path of [...this.#corpus.paths, ...this.#unread.keys()]) {
      if (path !== gone && !path.startsWith(`${gone}/`)) continue;
      this.#corpus.delete(path);
      this.#unread.delete(path);
      this.#touch();
    }
  }

  /** Reads the folder anew. */
  async refresh(): Promise<void> {
    this.#reading?.cancel();
    await this.#started;
    this.#started = undefined;
    await this.#begin();
  }

  dispose(): void {
    this.#abort.abort();
    this.#reading?.cancel();
    for (const owned of [this.knowledge, this.#relink, this.#changed, this.#readingChanged]) owned.dispose();
  }

  /** Starts reading, once. Resolves when all is read and linked. */
  #begin(): Promise<void> {
    return (this.#started ??= this.#start());
  }

  /** Resolves when the knowledge file and this source have been read; the rest may still be under way. */
  async #know(path: string): Promise<void> {
    void this.#begin();
    await this.#knowledgeRead;
    if (!this.#knows(path)) await this.#readFile(toUri(this.root, path));
  }

  async #start(): Promise<void> {
    this.#whole = false;
    this.#knowledgeRead = this.knowledge.read();
    await this.#knowledgeRead;
    const files = await this.#list();
    const present = new Set(files.map((uri) => toPath(this.root, uri)));
    for (const path of [...this.#corpus.paths, ...this.#unread.keys()]) {
      if (!present.has(path)) this.fileDeleted(toUri(this.root, path));
    }
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
    const slices = new Slices();
    for (let i = 0; i < files.length && !stop.signal.aborted; i += READ_AT_ONCE) {
      const paths = await Promise.all(files.slice(i, i + READ_AT_ONCE).map((uri) => this.#readFile(uri)));
      for (const path of paths) {
        if (path !== undefined) this.#corpus.annotations(path);
        reading.done++;
        await slices.turn();
      }
    }
    this.#complete = !stop.signal.aborted;
    this.#reading = undefined;
    this.#whole = true;
    finish();
    if (!this.#abort.signal.aborted) this.#readingChanged.fire(this);
  }

  /** Reads one file; returns its path where it gives a text to annotate. What an editor holds goes before what is on disk. */
  async #readFile(uri: vscode.Uri): Promise<string | undefined> {
    const path = toPath(this.root, uri);
    if (path === undefined) return undefined;
    const content = await readSource(uri, path);
    if (this.#abort.signal.aborted) return undefined;
    const open = openDocument(uri);
    if (open?.isDirty) this.setDocument(open);
    else if (content.problem !== null) {
      if (content.missing) this.fileDeleted(uri);
      else this.#leaveOut(content.problem, path);
      if (open !== undefined) this.setDocument(open);
    } else this.#set(path, open?.getText() ?? content.text);
    return this.#corpus.has(path) ? path : undefined;
  }

  #set(path: string, text: string): void {
    const wasUnread = this.#unread.delete(path);
    if (this.#corpus.set(path, text) || wasUnread) this.#touch();
  }

  #leaveOut(problem: Problem, path: string): void {
    this.#corpus.delete(path);
    this.#unread.set(path, problem);
    this.#touch();
  }

  #touch(): void {
    this.#stale = true;
    this.#changedAt = performance.now();
    if (this.#reading === undefined) this.#relink.trigger();
  }

  #knows(path: string): boolean {
    return this.#unread.has(path) || this.#corpus.has(path);
  }

  #current(view: DossierView, path: string): boolean {
    return this.#unread.has(path) || view.annotations(path) === this.#corpus.annotations(path);
  }

  #takeKnowledge(): void {
    if (this.knowledge.knowledge !== this.#corpus.knowledge) {
      this.#corpus.setKnowledge(this.knowledge.knowledge);
      this.#stale = true;
      this.#reannotating = this.#annotateAll();
    }
    if (this.#reading === undefined) this.#relink.trigger();
  }

  async #annotateAll(): Promise<void> {
    const slices = new Slices();
    for (const path of this.#corpus.paths) {
      if (this.#abort.signal.aborted) return;
      this.#corpus.annotations(path);
      await slices.turn();
    }
  }

  async #settle(): Promise<void> {
    await this.#reannotating;
    // Before the folder is read there is nothing to link, but the knowledge file may have problems to show.
    while (this.#stale && this.#whole && !this.#disposed()) await this.#link();
    if (!this.#disposed()) this.#changed.fire(this);
  }

  #disposed(): boolean {
    return this.#abort.signal.aborted;
  }

  /** A state in which everything is linked as it is now. */
  async #linked(): Promise<DossierView> {
    while ((this.#linking !== undefined || this.#stale || this.#view === undefined) && !this.#disposed())
      await this.#link();
    return this.#view ?? new DossierView(EMPTY, new Map(), this.#corpus.knowledge);
  }

  /** Links everything once things are quiet, in slices. A change that comes meanwhile ends it: whoever types goes first. */
  #link(): Promise<void> {
    return (this.#linking ??= this.#linkInSlices().finally(() => {
      this.#linking = undefined;
    }));
  }

  async #linkInSlices(): Promise<void> {
    for (let rest = this.#unquiet(); rest > 0; rest = this.#unquiet()) await pause(rest);
    const slices = new Slices();
    this.#stale = false;
    const { knowledge } = this.#corpus;
    const steps = this.#corpus.linkInSteps();
    for (let step = steps.next(); !this.#abort.signal.aborted; step = steps.next()) {
      if (knowledge !== this.#corpus.knowledge) return;
      if (step.done === true) {
        this.#show(step.value);
        return;
      }
      await slices.turn();
      if (this.#staleAgain()) return;
    }
  }

  /** How long until nothing has changed for a while, in ms. While a folder is being read nobody waits for that. */
  #unquiet(): number {
    return this.#view === undefined ? 0 : this.#changedAt + QUIET_MS - performance.now();
  }

  #staleAgain(): boolean {
    return this.#stale && this.#view !== undefined;
  }

  /** @param edited the one source in which it differs from what is shown, if that is known */
  #show({ extraction, annotations }: Linked, edited?: string): DossierView {
    if (this.#view?.extraction === extraction) return this.#view;
    const revised = edited === undefined ? undefined : this.#view?.revised(extraction, annotations, edited);
    return (this.#view = revised ?? new DossierView(extraction, annotations, this.#corpus.knowledge));
  }

  /** The open sources linked with each other, for as long as not all are read. */
  #preview(path: string): DossierView {
    const open = vscode.workspace.textDocuments.map((d) => toPath(this.root, d.uri));
    const annotations = new Map<string, SourceAnnotations>();
    for (const p of [...new Set([path, ...open])].filter((p) => p !== undefined).sort()) {
      const own = this.#corpus.annotations(p);
      if (own !== undefined) annotations.set(p, own);
    }
    const same =
      this.#previewed?.knowledge === this.#corpus.knowledge &&
      [...annotations].every(([p, a]) => this.#previewed?.annotations(p) === a);
    if (same && this.#previewed !== undefined) return this.#previewed;
    const extraction = this.#corpus.extractionOf([...annotations.keys()]);
    this.#previewed = new DossierView(extraction, annotations, this.#corpus.knowledge);
    return this.#previewed;
  }
}
