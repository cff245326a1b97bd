import type { Knowledge } from '../../knowledge';
import type { Problem } from '../../model';
import type { LinkSource } from '../source';

type Told = Pick<Problem, 'code' | 'path' | 'start' | 'end' | 'related'>;

/** The differences that the knowledge file accepts, held against problems. */
export class Accepted {
  readonly #byCode = new Map<string, Knowledge['accepted'][number][]>();
  readonly #texts: ReadonlyMap<string, string>;

  constructor(knowledge: Knowledge, sources: readonly LinkSource[]) {
    for (const entry of knowledge.accepted) {
      const list = this.#byCode.get(entry.code);
      if (list === undefined) this.#byCode.set(entry.code, [entry]);
      else list.push(entry);
    }
    this.#texts = new Map(this.#byCode.size === 0 ? [] : sources.map((s) => [s.path, s.annotations.text]));
  }

  /** Whether a problem need not be told: an entry names its place, or the other one of the two that differ. */
  covers({ code, path, start, end, related = [] }: Told): boolean {
    const own = { path: path ?? '', start: start ?? 0, end: end ?? 0 };
    return (this.#byCode.get(code) ?? []).some(({ source, text, other }) => {
      if (this.#stands(own, source, text)) return other === null || related.some((r) => r.path === other);
      return (other === null || own.path === other) && related.some((r) => this.#stands(r, source, text));
    });
  }

  #stands(
    place: { readonly path: string; readonly start: number; readonly end: number },
    source: string,
    text: string | null,
  ): boolean {
    if (place.path !== source) return false;
    return text === null || oneLine(this.#texts.get(source)?.slice(place.start, place.end) ?? '') === oneLine(text);
  }
}

/** Words as an entry has them: white space made single. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
