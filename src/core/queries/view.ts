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
import { type Located, PlaceIndex } from './place-index';

export type { Located } from './place-index';

export class DossierView {
  readonly extraction: Extraction;
  readonly knowledge: Knowledge;
  readonly #annotations: ReadonlyMap<string, SourceAnnotations>;
  #documents: ReadonlyMap<string, SourceDocument> | undefined;
  #entities: ReadonlyMap<string, Entity> | undefined;
  #events: ReadonlyMap<string, EventRecord> | undefined;
  #series: ReadonlyMap<string, FigureSeries> | undefined;
  #mentions: PlaceIndex<Mention> | undefined;
  #quotes: PlaceIndex<Quotation> | undefined;
  #reports: PlaceIndex<EventMention> | undefined;
  readonly #figures = new Map<string, ReadonlyMap<number, Figure>>();
  #participations: ReadonlyMap<string, readonly EventRecord[]> | undefined;
  #ranks: ReadonlyMap<string, number> | undefined;
  readonly #lines = new Map<string, LineTable>();

  /** @param annotations those that the extraction was made from, by path */
  constructor(extraction: Extraction, annotations: ReadonlyMap<string, SourceAnnotations>, knowledge: Knowledge) {
    this.extraction = extraction;
    this.knowledge = knowledge;
    this.#annotations = annotations;
  }

  /** The view of an extraction that differs from this one's by an edit of one source (`Corpus.revised`): keeps what look-ups it can. */
  revised(extraction: Extraction, annotations: ReadonlyMap<string, SourceAnnotations>, path: string): DossierView {
    const view = new DossierView(extraction, annotations, this.knowledge);
    const before = this.document(path);
    const now = view.document(path);
    if (before === undefined || now === undefined) return view;
    view.#mentions = this.#mentions?.revised(before, now);
    view.#quotes = this.#quotes?.revised(before, now);
    view.#reports = this.#reports?.revised(before, now);
    return view;
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

  /** The place of a source among all by the day of publication, undated ones last, then by path. */
  rank(path: string): number {
    if (this.#ranks === undefined) {
      const days = this.extraction.documents.map((d) => ({ path: d.path, day: d.date?.value ?? '9' }));
      days.sort((a, b) => compare(a.day, b.day) || compare(a.path, b.path));
      this.#ranks = new Map(days.map((d, i) => [d.path, i]));
    }
    return this.#ranks.get(path) ?? this.#ranks.size;
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
    this.#mentions ??= PlaceIndex.of(this.extraction.documents, (d) => d.mentions.map((m) => [m.entity, m]));
    return this.#mentions.get(entity);
  }

  /** All quotations of a speaker, source by source. */
  quotesOf(speaker: string): readonly Located<Quotation>[] {
    this.#quotes ??= PlaceIndex.of(this.extraction.documents, (d) =>
      d.quotes.flatMap((q): [string, Quotation][] => (q.speaker === null ? [] : [[q.speaker, q]])),
    );
    return this.#quotes.get(speaker);
  }

  /** All reports of an event, source by source. */
  reportsOf(event: string): readonly Located<EventMention>[] {
    this.#reports ??= PlaceIndex.of(this.extraction.documents, (d) => d.events.map((e) => [e.event, e]));
    return this.#reports.get(event);
  }

  /** The figure that starts at an offset of a source, as the values of a series name it. */
  figureAt(path: string, start: number): Figure | undefined {
    let figures = this.#figures.get(path);
    if (figures === undefined) {
      figures = new Map(this.document(path)?.figures.map((f) => [f.start, f]));
      this.#figures.set(path, figures);
    }
    return figures.get(start);
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
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
