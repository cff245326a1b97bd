import { finish, inSteps, type Steps } from '../steps';
import type { SourceDocument } from '../model';

/** Something in a source, with the source's path. */
export interface Located<T> {
  readonly path: string;
  readonly item: T;
}

/** So many sources are read in a step. */
const STEP = 32;

/** Things in sources by a key, source by source. Immutable; an edit of one source gives a new one that shares the rest. */
export class PlaceIndex<T> {
  private constructor(
    private readonly read: (document: SourceDocument) => readonly (readonly [key: string, item: T])[],
    private readonly byKey: ReadonlyMap<string, readonly Located<T>[]>,
    /** What edits have put in the place of that. */
    private readonly edited: ReadonlyMap<string, readonly Located<T>[]> = new Map(),
  ) {}

  /** @param read the things of a document, each with its key, in order */
  static of<T>(
    documents: readonly SourceDocument[],
    read: (document: SourceDocument) => readonly (readonly [key: string, item: T])[],
  ): PlaceIndex<T> {
    return finish(PlaceIndex.inSteps(documents, read));
  }

  /** The same in steps. */
  static *inSteps<T>(
    documents: readonly SourceDocument[],
    read: (document: SourceDocument) => readonly (readonly [key: string, item: T])[],
  ): Steps<PlaceIndex<T>> {
    const byKey = new Map<string, Located<T>[]>();
    yield* inSteps(documents, STEP, (document) => {
      for (const [key, item] of read(document)) push(byKey, key, document, item);
    });
    return new PlaceIndex(read, byKey);
  }

  get(key: string): readonly Located<T>[] {
    return this.edited.get(key) ?? this.byKey.get(key) ?? [];
  }

  /** With `now` in place of `before`, another version of the same source. Costs what the two hold, and what edits changed before. */
  revised(before: SourceDocument, now: SourceDocument): PlaceIndex<T> {
    const { path } = now;
    const own = new Map<string, Located<T>[]>(this.read(before).map(([key]) => [key, []]));
    for (const [key, item] of this.read(now)) push(own, key, now, item);
    const edited = new Map(this.edited);
    for (const [key, items] of own) {
      const others = this.get(key);
      edited.set(key, [...others.filter((o) => o.path < path), ...items, ...others.filter((o) => o.path > path)]);
    }
    return new PlaceIndex(this.read, this.byKey, edited);
  }
}

function push<T>(map: Map<string, Located<T>[]>, key: string, { path }: SourceDocument, item: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [{ path, item }]);
  else list.push({ path, item });
}
