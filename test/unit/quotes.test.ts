import { annotate } from '../../src/core/annotate';
import { NO_KNOWLEDGE } from '../../src/core/knowledge';
import { testCases } from './cases';

/** One line for each quotation: its form, its text, who says it and by which rule. */
testCases('quotes', (text) => {
  const { quotes, entities } = annotate(text, NO_KNOWLEDGE);
  return quotes.map((q) => {
    const words = text.slice(q.start, q.end).replace(/\s+/gu, ' ');
    const speaker = q.speaker === null ? '?' : (entities[q.speaker]?.name ?? '?');
    return `${q.form} | ${words} | ${speaker} | ${q.rule}`;
  });
});
