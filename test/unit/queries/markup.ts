/**
 * Linked sources from texts with marks, so that tests of queries do not hang on what the annotators find:
 *
 *   [[Mele Tonga|name mele]]  [[her|pronoun mele]]  [[the minister|description mele]]
 *   [[Sunday|date 2024-03-10]]  [[“…”|quote mele]]  [[met|event talks]] (spans its paragraph's line)
 *   [[at least 30 people|figure dead 30 at-least 2024-03-11]] (series, or `-`; value; bound; day), inside of it [[police|by]]
 *
 * Marks may be nested.
 */
import type { SourceAnnotations } from '../../../src/core/annotations';
import type {
  DateMention,
  DocumentDate,
  Entity,
  EventMention,
  EventRecord,
  Extraction,
  Figure,
  FigureSeries,
  Mention,
  Problem,
  Quotation,
  SourceDocument,
} from '../../../src/core/model';
import { annotate } from '../../../src/core/annotate';
import { NO_KNOWLEDGE, type Knowledge } from '../../../src/core/knowledge';
import { DossierView } from '../../../src/core/queries/view';
import { textSpan, type TextSpan } from '../../../src/core/text';

export interface MarkedSource {
  readonly path: string;
  readonly date: DocumentDate | null;
  readonly marked: string;
}

export interface Affair {
  readonly sources: readonly MarkedSource[];
  readonly entities: readonly Entity[];
  readonly events: readonly Omit<EventRecord, 'mentions'>[];
  readonly series: readonly Omit<FigureSeries, 'values'>[];
  readonly problems: readonly Problem[];
  readonly knowledge: Knowledge;
}

interface Mark extends TextSpan {
  readonly kind: string;
  readonly args: readonly string[];
}

export function viewOf(affair: Affair): DossierView {
  const read = affair.sources.map((s) => ({ ...s, ...readMarks(s.marked) }));
  const documents = read.map(({ path, date, text, marks }) => toDocument(affair, path, date, text, marks));
  const annotations = new Map<string, SourceAnnotations>(read.map((r) => [r.path, annotate(r.text, NO_KNOWLEDGE)]));
  const events = affair.events.map((event): EventRecord => {
    const mentions = documents.flatMap((d) =>
      d.events.filter((e) => e.event === event.id).map((e) => ({ path: d.path, start: e.start, end: e.end })),
    );
    return { ...event, mentions };
  });
  const series = affair.series.map((one): FigureSeries => {
    const values = documents.flatMap((d) =>
      d.figures
        .filter((f) => f.series === one.id)
        .map((f) => ({ path: d.path, start: f.start, end: f.end, asOf: f.asOf })),
    );
    return { ...one, values };
  });
  const { entities, problems } = affair;
  const extraction: Extraction = { schemaVersion: 1, documents, entities, events, series, problems };
  return new DossierView(extraction, annotations, affair.knowledge);
}

function readMarks(marked: string): { text: string; marks: readonly Mark[] } {
  let text = '';
  const open: number[] = [];
  const spans: { start: number; end: number; kind: string; args: readonly string[] }[] = [];
  for (const [piece] of marked.matchAll(/\[\[|\|[^[\]|]*\]\]|[^[|]+|\[|\|/gu)) {
    if (piece === '[[') open.push(text.length);
    else if (piece.startsWith('|') && piece.endsWith(']]')) {
      const [kind = '', ...args] = piece.slice(1, -2).split(' ');
      spans.push({ start: open.pop() ?? 0, end: text.length, kind, args });
    } else text += piece;
  }
  const marks = spans.map(({ kind, args, ...span }) => ({ ...textSpan(text, span), kind, args }));
  return { text, marks: marks.sort((a, b) => a.start - b.start || b.end - a.end) };
}

function toDocument(
  affair: Affair,
  path: string,
  date: DocumentDate | null,
  text: string,
  marks: readonly Mark[],
): SourceDocument {
  const of = (...kinds: readonly string[]): readonly Mark[] => marks.filter((m) => kinds.includes(m.kind));
  const span = ({ start, end }: Mark): TextSpan => textSpan(text, { start, end });
  return {
    path,
    date,
    mentions: of('name', 'pronoun', 'description').map((m): Mention => {
      const entity = affair.entities.find((e) => e.id === m.args[0]);
      if (entity === undefined) throw new Error(`No entity ${m.args[0] ?? ''}`);
      return { ...span(m), kind: entity.kind, form: m.kind as Mention['form'], entity: entity.id, why: 'a-rule' };
    }),
    dates: of('date').map((m): DateMention => ({ ...span(m), value: m.args[0] ?? '', certain: /\d{4}/.test(m.text) })),
    figures: of('figure').map((m) => toFigure(affair, m, of('by').find((b) => b.start >= m.start) ?? null, span)),
    quotes: of('quote').map((m): Quotation => ({ ...span(m), form: 'direct', speaker: m.args[0] ?? null })),
    events: of('event').map((m): EventMention => {
      const record = affair.events.find((e) => e.id === m.args[0]);
      if (record === undefined) throw new Error(`No event ${m.args[0] ?? ''}`);
      const start = text.lastIndexOf('\n', m.start) + 1;
      const end = text.indexOf('\n', m.end);
      const [first, ...rest] = record.participants;
      return {
        ...textSpan(text, { start, end: end < 0 ? text.length : end }),
        trigger: span(m),
        type: record.type,
        mode: record.mode,
        actors: first === undefined ? [] : [first],
        recipients: rest,
        date: record.date,
        place: null,
        status: 'actual',
        event: record.id,
      };
    }),
    boilerplate: [],
  };
}

function toFigure(affair: Affair, mark: Mark, by: Mark | null, span: (mark: Mark) => TextSpan): Figure {
  const [id, value, bound, asOf] = mark.args;
  const series = affair.series.find((s) => s.id === id);
  return {
    ...span(mark),
    value: Number(value),
    bound: (bound ?? 'exact') as Figure['bound'],
    unit: series?.unit ?? 'people',
    measure: series?.measure ?? null,
    of: series?.of ?? null,
    place: series?.place ?? null,
    attribution: by === null ? null : span(by),
    asOf: asOf ?? null,
    series: series?.id ?? null,
  };
}
