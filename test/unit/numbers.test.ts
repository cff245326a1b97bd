import { tokenize } from '../../src/core/annotators/tokens';
import { readNumber, readOrdinal } from '../../src/core/lexicon/numbers';
import assert from 'node:assert/strict';
import { testCases } from './cases';

testCases('numbers', (text) =>
  text.split('\n').map((line) => {
    const tokens = tokenize(line, new Set());
    const read = readNumber(tokens, 0);
    if (read === null) return `${line} → nothing`;
    return `${line.slice(0, tokens[read.last - 1]?.end)} → ${read.value} (${read.form})`;
  }),
);

describe('ordinals', () => {
  for (const [text, value] of [
    ['14th', 14],
    ['twenty-first', 21],
    ['third', 3],
    ['14 people', null],
  ] as const)
    it(text, () => {
      assert.equal(readOrdinal(tokenize(text, new Set()), 0)?.value ?? null, value);
    });
});
