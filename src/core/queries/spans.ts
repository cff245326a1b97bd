/** Spans around a place, and parts of a source that can be folded away: read off the source alone. */
import type { Paragraph, SourceAnnotations } from '../annotations';
import { contains, lastStartingAtOrBefore, type LineTable, type Span } from '../text';

const OPENING_MARK = /^[“"„«‘']/u;
const CLOSING_MARK = /[”"»’']$/u;

/**
 * Ever larger spans around an offset, each within the next: the word, the name or figure, the words of a quotation, with its marks,
 * the sentence, the paragraph, the text.
 */
export function selectionSpans(annotations: SourceAnnotations, offset: number): readonly Span[] {
  const { text, tokens, sentences, paragraphs } = annotations;
  const at = (list: readonly Span[]): readonly Span[] => {
    const found = list[lastStartingAtOrBefore(list, offset)];
    return found !== undefined && offset <= found.end ? [found] : [];
  };
  const here = (list: readonly Span[]): readonly Span[] => list.filter((s) => s.start <= offset && offset <= s.end);
  const candidates = [
    ...at(tokens),
    ...here(annotations.mentions),
    ...here(annotations.roles),
    ...here(annotations.figures),
    ...here(annotations.dates),
    ...here(annotations.quotes).flatMap((q) => [withoutMarks(text, q), q]),
    ...at(sentences),
    ...at(paragraphs),
    { start: 0, end: text.length },
  ];
  const width = (s: Span): number => s.end - s.start;
  const spans: Span[] = [];
  // A quotation may begin in one sentence and end in another; of two that only overlap the smaller counts.
  for (const { start, end } of candidates.sort((a, b) => width(a) - width(b))) {
    const inner = spans.at(-1);
    const around = start <= offset && offset <= end && end > start;
    if (around && (inner === undefined || (contains({ start, end }, inner) && end - start > width(inner))))
      spans.push({ start, end });
  }
  return spans;
}

function withoutMarks(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return { start: OPENING_MARK.test(words) ? start + 1 : start, end: CLOSING_MARK.test(words) ? end - 1 : end };
}

/** Lines, counted from 0, both inclusive. */
export interface Fold {
  readonly first: number;
  readonly last: number;
  /** `boilerplate`: no part of the report; `section`: a headline with what stands below it; `paragraph`: one of several lines. */
  readonly kind: 'boilerplate' | 'section' | 'paragraph';
}

/** What can be folded: runs of boilerplate, headlines with what is below them, paragraphs of several lines. */
export function folds({ paragraphs }: SourceAnnotations, lines: LineTable): readonly Fold[] {
  const fold = (kind: Fold['kind'], from: Paragraph, to: Paragraph): readonly Fold[] => {
    const first = lines.positionAt(from.start).line;
    const last = lines.positionAt(Math.max(to.start, to.end - 1)).line;
    return last > first ? [{ first, last, kind }] : [];
  };
  return [
    ...runs(paragraphs).flatMap(({ from, to, kind }) => fold(kind, from, to)),
    ...paragraphs.filter((p) => p.kind === 'text').flatMap((p) => fold('paragraph', p, p)),
  ].sort((a, b) => a.first - b.first || b.last - a.last);
}

interface Run {
  readonly kind: 'boilerplate' | 'section';
  readonly from: Paragraph;
  to: Paragraph;
}

/** Paragraphs that belong together: a headline with the text below it, boilerplate with more of it. */
function runs(paragraphs: readonly Paragraph[]): readonly Run[] {
  const found: Run[] = [];
  let open: Run | null = null;
  for (const paragraph of paragraphs) {
    const { kind } = paragraph;
    const continues = open !== null && (open.kind === 'section' ? kind === 'text' : kind === 'boilerplate');
    if (open !== null && continues) open.to = paragraph;
    else {
      open = kind === 'text' ? null : { kind: kind === 'headline' ? 'section' : kind, from: paragraph, to: paragraph };
      if (open !== null) found.push(open);
    }
  }
  return found;
}
