/** What queries read: one linked state of a dossier, with the look-ups that they share. Immutable; look-ups are made when first used. */
import type { SourceAnnotations } from '../annotations';
import type { Knowledge } from '../knowledge';
import type {
  Entity,
  EventMention,
  EventRecord,
  Extraction,
  Figure,
  FigureSeries,
  Mention,
  Quotation,
  SourceDocument,
} from '../model';
import { LineTable } from '../text';

/** Something in a source, with the source's path. */
export interface Located<T> {
  readonly path: string;
  readonly item: T;
}

export class DossierView {
  readonly extraction: Extraction;
  readonly knowledge: Knowledge;
  readonly #annotations: ReadonlyMap<string, SourceAnnotations>;
  #documents: ReadonlyMap<string, SourceDocument> | undefined;
  #entities: ReadonlyMap<string, Entity> | undefined;
  #events: ReadonlyMap<string, EventRecord> | undefined;
  #series: ReadonlyMap<string, FigureSeries> | undefined;
  #mentions: ReadonlyMap<string, readonly Located<Mention>[]> | undefined;
  #quotes: ReadonlyMap<string, readonly Located<Quotation>[]> | undefined;
  #reports: ReadonlyMap<string, readonly Located<EventMention>[]> | undefined;
  #figures: ReadonlyMap<string, Located<Figure>> | undefined;
  #participations: ReadonlyMap<string, readonly EventRecord[]> | undefined;
  readonly #lines = new Map<string, LineTable>();

  /** @param annotations those that the extraction was made from, by path */
  constructor(extraction: Extraction, annotations: ReadonlyMap<string, SourceAnnotations>, knowledge: Knowledge) {
    this.extraction = extraction;
    this.knowledge = knowledge;
    this.#annotations = annotations;
  }

  /** The text that the offsets count in; empty for an unknown path. */
  text(path: string): string {
    return this.#annotations.get(path)?.text ?? '';
  }

  /** The lines of that text. */
  lines(path: string): LineTable {
    const known = this.#lines.get(path);
    if (known !== undefined) return known;
    const lines = new LineTable(this.text(path));
    this.#lines.set(path, lines);
    return lines;
  }

  annotations(path: string): SourceAnnotations | undefined {
    return this.#annotations.get(path);
  }

  document(path: string): SourceDocument | undefined {
    this.#documents ??= new Map(this.extraction.documents.map((d) => [d.path, d]));
    return this.#documents.get(path);
  }

  /** The day of publication, ISO, or null. */
  published(path: string): string | null {
    return this.document(path)?.date?.value ?? null;
  }

  entity(id: string): Entity | undefined {
    this.#entities ??= new Map(this.extraction.entities.map((e) => [e.id, e]));
    return this.#entities.get(id);
  }

  event(id: string): EventRecord | undefined {
    this.#events ??= new Map(this.extraction.events.map((e) => [e.id, e]));
    return this.#events.get(id);
  }

  series(id: string): FigureSeries | undefined {
    this.#series ??= new Map(this.extraction.series.map((s) => [s.id, s]));
    return this.#series.get(id);
  }

  /** All mentions of an entity, source by source. */
  mentionsOf(entity: string): readonly Located<Mention>[] {
    this.#mentions ??= this.#group(
      (d) => d.mentions,
      (m) => [m.entity],
    );
    return this.#mentions.get(entity) ?? [];
  }

  /** All quotations of a speaker, source by source. */
  quotesOf(speaker: string): readonly Located<Quotation>[] {
    this.#quotes ??= this.#group(
      (d) => d.quotes,
      (q) => (q.speaker === null ? [] : [q.speaker]),
    );
    return this.#quotes.get(speaker) ?? [];
  }

  /** All reports of an event, source by source. */
  reportsOf(event: string): readonly Located<EventMention>[] {
    this.#reports ??= this.#group(
      (d) => d.events,
      (e) => [e.event],
    );
    return this.#reports.get(event) ?? [];
  }

  /** The figure that starts at an offset of a source, as the values of a series name it. */
  figureAt(path: string, start: number): Figure | undefined {
    this.#figures ??= new Map(
      this.extraction.documents.flatMap((d) =>
        d.figures.map((f): [string, Located<Figure>] => [`${f.start}:${d.path}`, { path: d.path, item: f }]),
      ),
    );
    return this.#figures.get(`${start}:${path}`)?.item;
  }

  /** The events that an entity takes part in, oldest first, undated ones last. */
  eventsOf(entity: string): readonly EventRecord[] {
    if (this.#participations === undefined) {
      const map = new Map<string, EventRecord[]>();
      for (const event of this.extraction.events) {
        for (const participant of new Set(event.participants)) push(map, participant, event);
      }
      this.#participations = map;
    }
    return this.#participations.get(entity) ?? [];
  }

  #group<T>(
    list: (document: SourceDocument) => readonly T[],
    keys: (item: T) => readonly string[],
  ): ReadonlyMap<string, readonly Located<T>[]> {
    const map = new Map<string, Located<T>[]>();
    for (const document of this.extraction.documents) {
      for (const item of list(document)) {
        for (const key of keys(item)) push(map, key, { path: document.path, item });
      }
    }
    return map;
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
