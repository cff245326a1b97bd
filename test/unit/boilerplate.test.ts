import { findBoilerplate } from '../../src/core/annotators/boilerplate';
import { findStructure } from '../../src/core/annotators/sentences';
import { tokenize } from '../../src/core/annotators/tokens';
import { abbreviationTable } from '../../src/core/lexicon/lexicon';
import { testCases } from './cases';

testCases('boilerplate', (text) => {
  const { words, stopless } = abbreviationTable();
  const structure = findStructure(text, tokenize(text, words), stopless);
  return findBoilerplate(text, structure).boilerplate.map((b) => text.slice(b.start, b.end));
});
