/** The outline of a source. */
import type { SourceAnnotations } from '../annotations';
import type { EventMention, Figure, Quotation, SourceDocument } from '../model';
import { overlaps, type Span } from '../text';
import { eventKind, eventLabel } from './event-words';
import { attributionOf } from './figures';
import type { DossierView } from './view';
import { capitalized, excerpt, figureName, formatDate } from './wording';

export interface OutlineNode {
  readonly kind: 'headline' | 'dateline' | 'paragraph' | 'event' | 'figure' | 'quotation';
  readonly name: string;
  readonly detail: string;
  /** All that belongs to it; holds `selection`. */
  readonly span: Span;
  /** The words to go to. */
  readonly selection: Span;
  readonly children: readonly OutlineNode[];
}

/** Names of paragraphs are cut to this, in characters. */
const NAME_LENGTH = 60;

/**
 * Headlines, or the date line of a source without one, and paragraphs with their events, figures and quotations, in the order of
 * the text. What is no part of the report is left out.
 */
export function outline(view: DossierView, path: string): readonly OutlineNode[] {
  const document = view.document(path);
  const annotations = view.annotations(path);
  if (document === undefined || annotations === undefined) return [];
  const { text, paragraphs } = annotations;
  const dateline = paragraphs.some((p) => p.kind === 'headline') ? null : datelineOf(annotations);
  const inside = partsByParagraph(view, document, annotations);
  const nodes = paragraphs.flatMap((paragraph, i): readonly OutlineNode[] => {
    if (paragraph.kind === 'boilerplate') return [];
    const starts = dateline !== null && overlaps(paragraph, dateline);
    const span = starts ? { start: afterDateline(text, dateline.end, paragraph.end), end: paragraph.end } : paragraph;
    const headline = paragraph.kind === 'headline';
    if (span.start >= span.end) return [];
    const node: OutlineNode = {
      kind: headline ? 'headline' : 'paragraph',
      name: excerpt(text, span, headline ? 2 * NAME_LENGTH : NAME_LENGTH),
      detail: '',
      span: { start: span.start, end: span.end },
      selection: { start: span.start, end: span.end },
      children: inside.get(i) ?? [],
    };
    return [node];
  });
  return dateline === null ? nodes : [datelineNode(view, path, text, dateline), ...nodes];
}

/** From the start of the paragraph to the end of the date that a dateline or a header states. */
function datelineOf({ stated, paragraphs }: SourceAnnotations): Span | null {
  const date = stated.find((s) => s.place !== 'text');
  const paragraph = paragraphs.find((p) => date !== undefined && p.start <= date.start && date.end <= p.end);
  return date === undefined || paragraph === undefined ? null : { start: paragraph.start, end: date.end };
}

/** Where the report begins behind a dateline: after dashes, brackets, names of agencies have their own words. */
function afterDateline(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && /[\s\p{Pd}):.,]/u.test(text.charAt(at))) at++;
  return at;
}

function datelineNode(view: DossierView, path: string, text: string, span: Span): OutlineNode {
  const day = view.published(path);
  const detail = day === null ? '' : formatDate(day);
  return { kind: 'dateline', name: excerpt(text, span, NAME_LENGTH), detail, span, selection: span, children: [] };
}

function partsByParagraph(
  view: DossierView,
  document: SourceDocument,
  { text, paragraphs }: SourceAnnotations,
): ReadonlyMap<number, readonly OutlineNode[]> {
  const parts = [
    ...document.events.map((e) => eventNode(view, e)),
    ...document.figures.map(figureNode),
    ...document.quotes.map((q) => quotationNode(view, text, q)),
  ].sort((a, b) => a.selection.start - b.selection.start || b.selection.end - a.selection.end);
  const byParagraph = new Map<number, OutlineNode[]>();
  let paragraph = 0;
  for (const part of parts) {
    while ((paragraphs[paragraph]?.end ?? Infinity) <= part.selection.start) paragraph++;
    const within = paragraphs[paragraph];
    if (within === undefined) break;
    const list = byParagraph.get(paragraph) ?? [];
    list.push(clipped(part, within));
    byParagraph.set(paragraph, list);
  }
  return byParagraph;
}

/** An editor finds the path to the cursor by what lies inside what. */
function clipped(node: OutlineNode, within: Span): OutlineNode {
  const clip = ({ start, end }: Span): Span => ({
    start: Math.max(start, within.start),
    end: Math.min(end, within.end),
  });
  return { ...node, span: clip(node.span), selection: clip(node.selection) };
}

function eventNode(view: DossierView, event: EventMention): OutlineNode {
  const record = view.event(event.event);
  return {
    kind: 'event',
    name: record === undefined || record.label === '' ? capitalized(eventKind(event)) : eventLabel(record),
    detail: event.date === null ? '' : formatDate(event.date, 'short'),
    // The words alone: sentences of several events would hold each other.
    span: event.trigger,
    selection: event.trigger,
    children: [],
  };
}

function figureNode(figure: Figure): OutlineNode {
  const name = figureName(figure);
  const { start, end } = figure;
  const span = { start, end };
  return { kind: 'figure', name, detail: attributionOf(figure) ?? '', span, selection: span, children: [] };
}

function quotationNode(view: DossierView, text: string, quotation: Quotation): OutlineNode {
  const { start, end, speaker } = quotation;
  return {
    kind: 'quotation',
    name: excerpt(text, quotation, NAME_LENGTH),
    detail: speaker === null ? '' : (view.entity(speaker)?.name ?? ''),
    span: { start, end },
    selection: { start, end },
    children: [],
  };
}
