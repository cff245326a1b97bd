import assert from 'node:assert/strict';
import fc from 'fast-check';
import { finish, flatMapInSteps, mapInSteps, sortInSteps } from '../../../src/core/steps';

describe('work in steps', () => {
  const items = fc.array(fc.record({ key: fc.nat(40), mark: fc.nat() }), { maxLength: 3000, size: 'max' });

  it('sorts as at once, what is equal in its order', () => {
    const byKey = (a: { key: number }, b: { key: number }): number => a.key - b.key;
    fc.assert(
      fc.property(items, (list) => {
        assert.deepEqual(finish(sortInSteps(list, byKey)), list.toSorted(byKey));
      }),
      { numRuns: 30 },
    );
  });

  it('maps as at once, whatever the size of a step', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 50 }), (list, size) => {
        const both = ({ key, mark }: { key: number; mark: number }, i: number): number[] => (key > 20 ? [mark, i] : []);
        assert.deepEqual(finish(mapInSteps(list, size, both)), list.map(both));
        assert.deepEqual(finish(flatMapInSteps(list, size, both)), list.flatMap(both));
      }),
      { numRuns: 30 },
    );
  });
});
