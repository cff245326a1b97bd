import { findDates } from '../../src/core/annotators/dates/dates';
import { findStructure } from '../../src/core/annotators/sentences';
import { tokenize } from '../../src/core/annotators/tokens';
import { NO_KNOWLEDGE } from '../../src/core/knowledge';
import { abbreviationTable } from '../../src/core/lexicon/lexicon';
import { resolveDates } from '../../src/core/link/resolve-dates';
import { testCases } from './cases';

/** The first line gives the day of publication: `published 2024-03-06`, or `published null`. */
function datesOf(input: string): string[] {
  const [head = '', ...lines] = input.split('\n');
  const published = head.replace('published ', '');
  const text = lines.join('\n');
  const { words, stopless } = abbreviationTable();
  const structure = findStructure(text, tokenize(text, words), stopless);
  const dates = findDates({ ...structure, text, knowledge: NO_KNOWLEDGE });
  const values = resolveDates(dates, published === 'null' ? null : published, NO_KNOWLEDGE);
  return dates.map((date, i) => {
    const { value, certain } = values[i] ?? { value: null, certain: false };
    return `${text.slice(date.start, date.end)} → ${value ?? 'nothing'}${certain ? ', certain' : ''} (${date.rule})`;
  });
}

testCases('dates', datesOf);
