import type { SourceDocument } from '../model';

/** Something in a source, with the source's path. */
export interface Located<T> {
  readonly path: string;
  readonly item: T;
}

/** Things in sources by a key, source by source. Immutable; an edit of one source gives a new one that shares the rest. */
export class PlaceIndex<T> {
  private constructor(
    private readonly read: (document: SourceDocument) => readonly (readonly [key: string, item: T])[],
    private readonly byKey: ReadonlyMap<string, readonly Located<T>[]>,
  ) {}

  /** @param read the things of a document, each with its key, in order */
  static of<T>(
    documents: readonly SourceDocument[],
    read: (document: SourceDocument) => readonly (readonly [key: string, item: T])[],
  ): PlaceIndex<T> {
    const byKey = new Map<string, Located<T>[]>();
    for (const document of documents) for (const [key, item] of read(document)) push(byKey, key, document, item);
    return new PlaceIndex(read, byKey);
  }

  get(key: string): readonly Located<T>[] {
    return this.byKey.get(key) ?? [];
  }

  /** With `now` in place of `before`, another version of the same source. Costs what the two hold, and a copy of the table of keys. */
  revised(before: SourceDocument, now: SourceDocument): PlaceIndex<T> {
    const { path } = now;
    const own = new Map<string, Located<T>[]>(this.read(before).map(([key]) => [key, []]));
    for (const [key, item] of this.read(now)) push(own, key, now, item);
    const byKey = new Map(this.byKey);
    for (const [key, items] of own) {
      const others = this.get(key);
      byKey.set(key, [...others.filter((o) => o.path < path), ...items, ...others.filter((o) => o.path > path)]);
    }
    return new PlaceIndex(this.read, byKey);
  }
}

function push<T>(map: Map<string, Located<T>[]>, key: string, { path }: SourceDocument, item: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [{ path, item }]);
  else list.push({ path, item });
}
