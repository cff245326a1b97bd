import { abbreviationTable } from '../../src/core/lexicon/lexicon';
import { findStructure } from '../../src/core/annotators/sentences';
import { tokenize } from '../../src/core/annotators/tokens';
import { testCases } from './cases';

/** One line for each sentence: its tokens between bars, `_` before those that nothing stands before. */
testCases('tokens', (text) => {
  const { words, stopless } = abbreviationTable();
  const { tokens, sentences, paragraphs } = findStructure(text, tokenize(text, words), stopless);
  return sentences.map((s) => {
    const list = tokens.slice(s.first, s.last).map((t) => (t.spaced ? t.text : `_${t.text}`));
    return `${s.paragraph} ${paragraphs[s.paragraph]?.kind}: ${list.join(' | ')}`;
  });
});
