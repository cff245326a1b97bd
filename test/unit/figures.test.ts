import type { LocalFigure } from '../../src/core/annotations';
import { annotate } from '../../src/core/annotate';
import { NO_KNOWLEDGE } from '../../src/core/knowledge';
import type { Span } from '../../src/core/text';
import { testCases } from './cases';

/** One line for each figure: its text, value and bound, unit, measure with group, place, source, day; relation where not `total`. */
testCases('figures', (text) => {
  const { figures, entities, dates } = annotate(text, NO_KNOWLEDGE);
  const words = (span: Span | undefined | null): string => {
    return span === null || span === undefined ? '-' : text.slice(span.start, span.end).replace(/\s+/gu, ' ');
  };
  const value = (f: LocalFigure): string => `${f.bound} ${f.value}${f.upper === null ? '' : `–${f.upper}`}`;
  return figures.map((f) =>
    [
      words(f),
      value(f),
      f.unit,
      `${f.measure ?? '-'}${f.of === null ? '' : ` (${f.of})`}`,
      `in ${f.place === null ? '-' : (entities[f.place]?.name ?? '-')}`,
      `by ${words(f.attribution)}`,
      `on ${f.date === null ? '-' : words(dates[f.date])}`,
      ...(f.relation === 'total' ? [] : [f.relation]),
    ].join(' | '),
  );
});
