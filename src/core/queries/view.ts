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
import { type Positions, positionsOf } from '../positions';
import type { Steps } from '../steps';
import { LineTable } from '../text';
import { type Located, PlaceIndex } from './place-index';

export type { Located } from './place-index';

export class DossierView {
  readonly extraction: Extraction;
  readonly knowledge: Knowledge;
  readonly #annotations: ReadonlyMap<string, SourceAnnotations>;
  #documents: Positions | undefined;
  #entities: Positions | undefined;
  #events: Positions | undefined;
  #series: Positions | undefined;
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
    view.#documents = this.#documents;
    const now = view.document(path);
    if (before === undefined || now === undefined) return view;
    view.#mentions = this.#mentions?.revised(before, now);
    view.#quotes = this.#quotes?.revised(before, now);
    view.#reports = this.#reports?.revised(before, now);
    // The days of all sources stay.
    view.#ranks = this.#ranks;
    for (const [other, lines] of this.#lines) if (other !== path) view.#lines.set(other, lines);
    for (const [other, figures] of this.#figures) if (other !== path) view.#figures.set(other, figures);
    return view;
  }

  /** Makes the look-ups of all sources, which questions make at once where nobody has done this before. */
  *prepareInSteps(): Steps<void> {
    const { documents } = this.extraction;
    this.#mentions ??= yield* PlaceIndex.inSteps(documents, mentionsIn);
    this.#quotes ??= yield* PlaceIndex.inSteps(documents, quotesIn);
    this.#reports ??= yield* PlaceIndex.inSteps(documents, reportsIn);
    this.document('');
    this.entity('');
    yield;
    this.event('');
    this.series('');
    yield;
    this.rank('');
    yield;
    this.eventsOf('');
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
    const { documents } = this.extraction;
    this.#documents ??= new Map(documents.map((d, i) => [d.path, i]));
    return documents[this.#documents.get(path) ?? -1];
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
    const { entities } = this.extraction;
    this.#entities ??= positionsOf(entities);
    return entities[this.#entities.get(id) ?? -1];
  }

  event(id: string): EventRecord | undefined {
    const { events } = this.extraction;
    this.#events ??= positionsOf(events);
    return events[this.#events.get(id) ?? -1];
  }

  series(id: string): FigureSeries | undefined {
    const { series } = this.extraction;
    this.#series ??= positionsOf(series);
    return series[this.#series.get(id) ?? -1];
  }

  /** All mentions of an entity, source by source. */
  mentionsOf(entity: string): readonly Located<Mention>[] {
    this.#mentions ??= PlaceIndex.of(this.extraction.documents, mentionsIn);
    return this.#mentions.get(entity);
  }

  /** All quotations of a speaker, source by source. */
  quotesOf(speaker: string): readonly Located<Quotation>[] {
    this.#quotes ??= PlaceIndex.of(this.extraction.documents, quotesIn);
    return this.#quotes.get(speaker);
  }

  /** All reports of an event, source by source. */
  reportsOf(event: string): readonly Located<EventMention>[] {
    this.#reports ??= PlaceIndex.of(this.extraction.documents, reportsIn);
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

function mentionsIn({ mentions }: SourceDocument): [string, Mention][] {
  return mentions.map((m) => [m.entity, m]);
}

function quotesIn({ quotes }: SourceDocument): [string, Quotation][] {
  return quotes.flatMap((q): [string, Quotation][] => (q.speaker === null ? [] : [[q.speaker, q]]));
}

function reportsIn({ events }: SourceDocument): [string, EventMention][] {
  return events.map((e) => [e.event, e]);
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
