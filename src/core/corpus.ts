import { annotate } from './annotate';
import type { SourceAnnotations } from './annotations';
import { type Knowledge, NO_KNOWLEDGE } from './knowledge';
import { link } from './link/link';
import type { Extraction } from './model';

interface Source {
  readonly text: string;
  /** Of the current knowledge; made when first asked for. */
  annotations: SourceAnnotations | undefined;
}

/**
 * A folder of sources by path. Each version of a text is annotated once; linking is done anew when something has changed and the
 * result is asked for. Owns its caches and nothing else.
 */
export class Corpus {
  readonly #sources = new Map<string, Source>();
  #knowledge: Knowledge = NO_KNOWLEDGE;
  #linked: Extraction | undefined;

  get knowledge(): Knowledge {
    return this.#knowledge;
  }

  /** Paths with forward slashes, sorted. */
  get paths(): readonly string[] {
    return [...this.#sources.keys()].sort();
  }

  /** Makes all annotations anew on next use. */
  setKnowledge(knowledge: Knowledge): void {
    this.#knowledge = knowledge;
    for (const source of this.#sources.values()) source.annotations = undefined;
    this.#linked = undefined;
  }

  has(path: string): boolean {
    return this.#sources.has(path);
  }

  /** Adds a source or replaces its text; the same text again costs nothing. Returns whether anything changed. */
  set(path: string, text: string): boolean {
    if (this.#sources.get(path)?.text === text) return false;
    this.#sources.set(path, { text, annotations: undefined });
    this.#linked = undefined;
    return true;
  }

  delete(path: string): void {
    if (this.#sources.delete(path)) this.#linked = undefined;
  }

  /** The annotations of one source, made now if need be; undefined for an unknown path. */
  annotations(path: string): SourceAnnotations | undefined {
    const source = this.#sources.get(path);
    if (source === undefined) return undefined;
    return (source.annotations ??= annotate(source.text, this.#knowledge));
  }

  /** Everything linked, in the contract's shape; annotates what is not annotated yet. */
  get extraction(): Extraction {
    return (this.#linked ??= this.extractionOf(this.paths));
  }

  /** These sources linked with each other only: an early answer while others are still being read. */
  extractionOf(paths: readonly string[]): Extraction {
    const sources = paths.flatMap((path) => {
      const annotations = this.annotations(path);
      return annotations === undefined
        ? []
        : [{ path, configured: this.#knowledge.sources.get(path)?.date ?? null, annotations }];
    });
    return link(sources, this.#knowledge);
  }
}
