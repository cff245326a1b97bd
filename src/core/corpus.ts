import { annotate, annotateInSteps } from './annotate';
import type { SourceAnnotations } from './annotations';
import { type Knowledge, NO_KNOWLEDGE } from './knowledge';
import { linkInSteps } from './link/link';
import { revise } from './link/revise';
import type { LinkSource } from './link/source';
import { finish, type Steps } from './steps';
import type { Extraction } from './model';

interface Source {
  readonly text: string;
  /** Of the current knowledge; made when first asked for. */
  annotations: SourceAnnotations | undefined;
}

/** An extraction and what it was made from. */
export interface Linked {
  readonly extraction: Extraction;
  readonly annotations: ReadonlyMap<string, SourceAnnotations>;
}

/**
 * A folder of sources by path. Each version of a text is annotated once; linking is done anew when something has changed and the
 * result is asked for. Owns its caches and nothing else.
 */
export class Corpus {
  readonly #sources = new Map<string, Source>();
  #knowledge: Knowledge = NO_KNOWLEDGE;
  /** Whether `#last` is of everything as it is now. */
  #fresh = false;
  /** The last linked state, perhaps revised since. */
  #last: Linked | undefined;
  /** Counts the changes. */
  #version = 0;

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
    this.#last = undefined;
    this.#touch();
  }

  has(path: string): boolean {
    return this.#sources.has(path);
  }

  /** Adds a source or replaces its text; the same text again costs nothing. Returns whether anything changed. */
  set(path: string, text: string): boolean {
    if (this.#sources.get(path)?.text === text) return false;
    this.#sources.set(path, { text, annotations: undefined });
    this.#touch();
    return true;
  }

  delete(path: string): void {
    if (this.#sources.delete(path)) this.#touch();
  }

  #touch(): void {
    this.#fresh = false;
    this.#version++;
  }

  /** The annotations of one source, made now if need be; undefined for an unknown path. */
  annotations(path: string): SourceAnnotations | undefined {
    const source = this.#sources.get(path);
    if (source === undefined) return undefined;
    return (source.annotations ??= annotate(source.text, this.#knowledge));
  }

  /** Makes the annotations of one source, in steps. A change of its text meanwhile makes this void. */
  *annotateInSteps(path: string): Steps<void> {
    const source = this.#sources.get(path);
    if (source === undefined || source.annotations !== undefined) return;
    const knowledge = this.#knowledge;
    const made = yield* annotateInSteps(source.text, knowledge);
    if (knowledge === this.#knowledge) source.annotations ??= made;
  }

  /** Everything linked, in the contract's shape; annotates what is not annotated yet. */
  get extraction(): Extraction {
    return finish(this.linkInSteps()).extraction;
  }

  /**
   * Everything linked, in steps. Changes between two steps may not be in the result, which counts all the same: until everything
   * is linked again, `revised` tells what they change.
   */
  *linkInSteps(): Steps<Linked> {
    if (this.#fresh && this.#last !== undefined) return this.#last;
    const version = this.#version;
    const knowledge = this.#knowledge;
    const sources: LinkSource[] = [];
    for (const path of this.paths) {
      yield* this.annotateInSteps(path);
      if (knowledge === this.#knowledge) sources.push(...this.#linkSource(path));
      yield;
    }
    const extraction = yield* linkInSteps(sources, knowledge);
    const linked = { extraction, annotations: new Map(sources.map((s) => [s.path, s.annotations])) };
    if (knowledge === this.#knowledge) {
      this.#last = linked;
      this.#fresh = version === this.#version;
    }
    return linked;
  }

  /**
   * The last linked state with one source as it is now (see `revise`), at the cost of reading that source; undefined where there is
   * none, or where it did not hold the source.
   */
  revised(path: string): Linked | undefined {
    const before = this.#last?.annotations.get(path);
    const [source] = this.#linkSource(path);
    if (this.#last === undefined || before === undefined || source === undefined) return undefined;
    if (before !== source.annotations) {
      const extraction = revise(this.#last.extraction, before, source, this.#knowledge);
      const annotations = new Map(this.#last.annotations).set(path, source.annotations);
      this.#last = { extraction, annotations };
    }
    return this.#last;
  }

  /** These sources linked with each other only, in steps: an early answer while others are still being read. */
  linkOnlyInSteps(paths: readonly string[]): Steps<Extraction> {
    return linkInSteps(
      paths.flatMap((path) => this.#linkSource(path)),
      this.#knowledge,
    );
  }

  #linkSource(path: string): LinkSource[] {
    const annotations = this.annotations(path);
    if (annotations === undefined) return [];
    return [{ path, configured: this.#knowledge.sources.get(path)?.date ?? null, annotations }];
  }
}
