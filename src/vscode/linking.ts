import type * as vscode from 'vscode';
import type { SourceAnnotations } from '../core/annotations';
import type { Corpus, Linked } from '../core/corpus';
import type { Knowledge } from '../core/knowledge';
import type { Extraction } from '../core/model';
import { DossierView } from '../core/queries/view';
import { finishInSlices, pause, Slices, whileWanted } from './time';

/** Typing pauses of this length bring lists, lenses and problems up to date. */
export const QUIET_MS = 150;

const EMPTY: Extraction = { schemaVersion: 1, documents: [], entities: [], events: [], series: [], problems: [] };

interface Preview {
  readonly annotations: ReadonlyMap<string, SourceAnnotations>;
  readonly knowledge: Knowledge;
  readonly view: Promise<DossierView>;
}

/** What the texts of a corpus say together: linked anew in slices once things are quiet, revised for one source in between. */
export class Linking implements vscode.Disposable {
  readonly #corpus: Corpus;
  #view: DossierView | undefined;
  /** The last answer given while sources were being read, and what it is made from. */
  #previewed: Preview | undefined;
  #stale = true;
  #running: Promise<void> | undefined;
  /** When a source changed last, by the clock of `performance`. */
  #changedAt = -Infinity;
  #disposed = false;

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
  }

  /** The last state, which may be older than the texts. */
  get view(): DossierView | undefined {
    return this.#view;
  }

  /** True when something changed since it was linked last. */
  get stale(): boolean {
    return this.#stale;
  }

  /** A source changed: what follows from it waits until nobody types. */
  sourceChanged(): void {
    this.#stale = true;
    this.#changedAt = performance.now();
  }

  knowledgeChanged(): void {
    this.#stale = true;
  }

  /** A state in which everything is linked as it is now. */
  async linked(): Promise<DossierView> {
    while ((this.#running !== undefined || this.#stale || this.#view === undefined) && !this.#disposed)
      await this.link();
    return this.#view ?? new DossierView(EMPTY, new Map(), this.#corpus.knowledge);
  }

  /** Links everything once things are quiet. A change that comes meanwhile ends it: whoever types goes first. */
  link(): Promise<void> {
    return (this.#running ??= this.#linkInSlices().finally(() => {
      this.#running = undefined;
    }));
  }

  /** True when the last state holds this source as it is now. */
  isCurrent(path: string): boolean {
    return this.#view !== undefined && this.#view.annotations(path) === this.#corpus.annotations(path);
  }

  /** This source as it is now among the others as they were linked last; undefined where nothing was linked yet. */
  revised(path: string): DossierView | undefined {
    const revised = this.#corpus.revised(path);
    return revised === undefined ? undefined : this.#show(revised, path);
  }

  /** These sources linked with each other, for as long as not all are read; once for all who ask for the same. */
  preview(paths: Iterable<string>): Promise<DossierView> {
    const annotations = new Map<string, SourceAnnotations>();
    for (const path of [...new Set(paths)].sort()) {
      const own = this.#corpus.annotations(path);
      if (own !== undefined) annotations.set(path, own);
    }
    const last = this.#previewed;
    const { knowledge } = this.#corpus;
    const same =
      last?.knowledge === knowledge && [...annotations].every(([path, own]) => last.annotations.get(path) === own);
    if (same) return last.view;
    const view = finishInSlices(this.#corpus.linkOnlyInSteps([...annotations.keys()])).then(
      (extraction) => new DossierView(extraction, annotations, knowledge),
    );
    this.#previewed = { annotations, knowledge, view };
    return view;
  }

  dispose(): void {
    this.#disposed = true;
  }

  async #linkInSlices(): Promise<void> {
    for (let rest = this.#unquiet(); rest > 0; rest = this.#unquiet()) await pause(rest);
    const slices = new Slices();
    this.#stale = false;
    const { knowledge } = this.#corpus;
    const steps = this.#corpus.linkInSteps();
    for (let step = steps.next(); !this.#disposed; step = steps.next()) {
      if (knowledge !== this.#corpus.knowledge) return;
      if (step.done === true) return this.#prepare(this.#show(step.value), slices);
      await slices.turn();
      if (this.#staleAgain()) return;
    }
  }

  /** Makes the look-ups of a new state, so that the first question about it need not. */
  async #prepare(view: DossierView, slices: Slices): Promise<void> {
    await whileWanted(view.prepareInSteps(), () => !this.#disposed && this.#view === view, slices);
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
}
