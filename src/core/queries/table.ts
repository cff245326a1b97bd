/** A picture's data as rows and columns: for readers who cannot see it or want to reckon with it. */
import * as l10n from '../l10n';
import type { EventMention, SourceSpan } from '../model';
import type { Span } from '../text';
import type { DossierView } from './view';
import { excerpt, fileName, formatDate } from './wording';

/** A place in a source with what a link to it says. */
export interface Reference {
  readonly place: SourceSpan;
  /** The file, with the day of the source where it is known. */
  readonly source: string;
  /** What stands there, on one line, cut where it is long. */
  readonly words: string;
}

export interface TableRow {
  /** As many as there are columns. */
  readonly cells: readonly string[];
  readonly references: readonly Reference[];
}

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/** A place as a link: `report.txt, 2 June 2024`. */
export function reference(view: DossierView, place: SourceSpan, limit = 160): Reference {
  return referenceAround(view, place, place, limit);
}

/** @param shown what of the source the link says */
function referenceAround(view: DossierView, { path, start, end }: SourceSpan, shown: Span, limit: number): Reference {
  const day = view.published(path);
  return {
    place: { path, start, end },
    source: day === null ? fileName(path) : `${fileName(path)}, ${formatDate(day)}`,
    words: excerpt(view.text(path), shown, limit),
  };
}

/** The reports of an event: links to the words that name it, with the sentence around them. */
export function reports(view: DossierView, event: string, limit = 160): readonly Reference[] {
  return view.reportsOf(event).map(({ path, item }) => referenceAround(view, { ...item.trigger, path }, item, limit));
}

/** How an event is told of by the report that says most: that it happened, else that it is planned, possible, or denied. */
export function firmest(reports: readonly Pick<EventMention, 'status'>[]): EventMention['status'] {
  const order: readonly EventMention['status'][] = ['actual', 'planned', 'hypothetical', 'negated'];
  return order.find((s) => reports.some((r) => r.status === s)) ?? 'actual';
}

/**
 * RFC 4180, with a last column of places (`path:start-end`). A cell that a spreadsheet would take for a formula gets an apostrophe:
 * texts and knowledge files are other people's.
 */
export function toCsv(table: Table): string {
  const lines = [
    [...table.columns, l10n.t('Places')],
    ...table.rows.map((row) => [
      ...row.cells,
      row.references.map(({ place }) => `${place.path}:${place.start}-${place.end}`).join(' '),
    ]),
  ];
  return lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(text: string): string {
  const plain = text.replace(/\s+/gu, ' ').trim();
  const safe = /^[=+@-]/u.test(plain) && !/^[+-]?[\d.,]+$/u.test(plain) ? `'${plain}` : plain;
  return /[",]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
