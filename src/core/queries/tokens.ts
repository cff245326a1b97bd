/** What to color in a source beyond its grammar. */
import type { SourceAnnotations } from '../annotations';
import type { Span } from '../text';

export interface SemanticToken extends Span {
  readonly type: 'person' | 'organization' | 'place' | 'figure' | 'date';
  /** True for a description or pronoun. */
  readonly reference: boolean;
}

/**
 * The colored spans of a source read on its own, sorted, none overlapping: names and references of people before figures and
 * dates that contain them. Of a name within another the outer one counts.
 */
export function semanticTokens(annotations: SourceAnnotations): readonly SemanticToken[] {
  const mentions = annotations.mentions
    .filter((m) => m.form === 'name' || m.kind === 'person')
    .map((m): SemanticToken => ({ start: m.start, end: m.end, type: m.kind, reference: m.form !== 'name' }));
  const others = [
    // Words that only name a dated event are no date to the eye.
    ...annotations.dates
      .filter((d) => d.expression.type !== 'event' && d.expression.type !== 'vague')
      .map((d): SemanticToken => ({ start: d.start, end: d.end, type: 'date', reference: false })),
    ...annotations.figures.map((f): SemanticToken => ({
      start: f.start,
      end: f.end,
      type: 'figure',
      reference: false,
    })),
  ];
  const taken = flat(mentions.sort(byStart));
  return flat([...taken, ...without(others.sort(byStart), taken)].sort(byStart));
}

const byStart = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;

/** Of sorted spans that overlap, the first counts. */
function flat(sorted: readonly SemanticToken[]): SemanticToken[] {
  const kept: SemanticToken[] = [];
  for (const token of sorted) if (token.start >= (kept.at(-1)?.end ?? 0) && token.end > token.start) kept.push(token);
  return kept;
}

/** What is left of sorted spans around other sorted spans, which do not overlap each other. One pass. */
function without(tokens: readonly SemanticToken[], taken: readonly SemanticToken[]): SemanticToken[] {
  const rest: SemanticToken[] = [];
  let first = 0;
  for (const token of tokens) {
    while ((taken[first]?.end ?? Infinity) <= token.start) first++;
    let from = token.start;
    for (let i = first; (taken[i]?.start ?? Infinity) < token.end; i++) {
      const hole = taken[i];
      if (hole === undefined) break;
      if (hole.start > from) rest.push({ ...token, start: from, end: hole.start });
      from = Math.max(from, hole.end);
    }
    if (from < token.end) rest.push({ ...token, start: from });
  }
  return rest;
}
