import assert from 'node:assert/strict';
import { cardAt } from '../../../src/core/queries/hover';
import { testCases } from '../cases';
import { ferryAffair } from './ferry';
import { cardLines } from './print';

/** A case is `path: words`: the card at the first place where the words stand. */
testCases('cards', (text) => {
  const view = ferryAffair();
  const [path = '', words = ''] = text.split(': ');
  const start = view.text(path).indexOf(words);
  assert.ok(start >= 0, `${path} does not hold ${words}`);
  const card = cardAt(view, path, start + 1);
  return card === null ? ['no card'] : cardLines(card);
});
