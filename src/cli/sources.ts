import type { SourceAnnotations } from '../core/annotations';
import { answer, type Answered, type Question } from '../core/queries/answers';
import { DossierView } from '../core/queries/view';
import { load, type Loaded } from './load';
import { count, progress } from './output';

/** Sources below paths, as they are on disk whenever somebody asks. */
export class SourcesOnDisk {
  readonly #paths: readonly string[];
  readonly #knowledge: string | undefined;
  #reading: Promise<Loaded | undefined> = Promise.resolve(undefined);
  #seen: { readonly extraction: unknown; readonly view: DossierView } | undefined;

  constructor(paths: readonly string[], knowledge: string | undefined) {
    this.#paths = paths;
    this.#knowledge = knowledge;
  }

  /** Reads what has changed, then answers. Questions asked at once are read for one after another. */
  async ask(question: Question, input: unknown): Promise<Answered> {
    const reading = this.#reading
      .catch(() => undefined)
      .then((before) => load(this.#paths, this.#knowledge, progress, before));
    this.#reading = reading;
    const { corpus, problems } = await reading;
    const errors = problems.filter((p) => p.severity === 'error');
    const first = errors[0];
    const note =
      first === undefined
        ? null
        : `${count(errors.length, 'problem')} of reading, the first: ${first.path ?? ''}: ${first.message}`;
    return answer([{ view: this.#view(corpus), prefix: '' }], question, input, note);
  }

  /** The same view for as long as nothing has changed. */
  #view(corpus: Loaded['corpus']): DossierView {
    const { extraction } = corpus;
    if (this.#seen?.extraction === extraction) return this.#seen.view;
    const annotations = new Map<string, SourceAnnotations>();
    for (const { path } of extraction.documents) {
      const own = corpus.annotations(path);
      if (own !== undefined) annotations.set(path, own);
    }
    const view = new DossierView(extraction, annotations, corpus.knowledge);
    this.#seen = { extraction, view };
    return view;
  }
}
