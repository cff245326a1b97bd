import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type BoundedFigure, canBothHold, compareFigures, intervalOf } from '../../src/core/link/compare';

const figure = (value: number, bound: BoundedFigure['bound'], asOf: string | null): BoundedFigure => ({
  value,
  bound,
  asOf,
});

const bounds = fc.constantFrom<BoundedFigure['bound']>(
  'exact',
  'about',
  'at-least',
  'more-than',
  'nearly',
  'at-most',
  'less-than',
);
const days = fc.constantFrom('2021-03-01', '2021-03-02', '2021-03-09', '2021-03', null);
const anyFigure: fc.Arbitrary<BoundedFigure> = fc
  .record({ value: fc.nat(50_000), more: fc.option(fc.nat(500)), bound: bounds, asOf: days })
  .map(({ value, more, bound, asOf }) => ({ value, upper: more === null ? null : value + more, bound, asOf }));

describe('compareFigures', () => {
  const rows: [string, BoundedFigure, BoundedFigure, boolean, string][] = [
    ['same', figure(87, 'exact', '2021-03-01'), figure(87, 'exact', '2021-03-04'), true, 'same 0 3'],
    [
      'at least 30 and 34',
      figure(30, 'at-least', '2021-03-01'),
      figure(34, 'exact', '2021-03-01'),
      true,
      'compatible 4 0',
    ],
    [
      '30 and 34 on one day',
      figure(30, 'exact', '2021-03-01'),
      figure(34, 'exact', '2021-03-01'),
      true,
      'conflict 4 0',
    ],
    [
      'a rounded number',
      figure(15_000, 'exact', '2021-03-01'),
      figure(15_207, 'exact', '2021-03-01'),
      true,
      'compatible 207 0',
    ],
    [
      'a toll that grows',
      figure(36_379, 'at-least', '2021-03-01'),
      figure(36_400, 'more-than', '2021-03-02'),
      true,
      'moved-on 21 1',
    ],
    ['a toll that falls', figure(412, 'exact', '2021-03-01'), figure(387, 'exact', '2021-03-03'), true, 'lower -25 2'],
    [
      'a count that may fall',
      figure(60, 'exact', '2021-03-01'),
      figure(12, 'exact', '2021-03-03'),
      false,
      'moved-on -48 2',
    ],
    [
      'at least, then fewer',
      figure(60, 'at-most', '2021-03-01'),
      figure(50, 'exact', '2021-03-03'),
      true,
      'compatible -10 2',
    ],
    ['a day unknown', figure(60, 'exact', null), figure(12, 'exact', '2021-03-03'), true, 'moved-on -48 null'],
  ];
  for (const [name, a, b, cumulative, expected] of rows) {
    it(name, () => {
      const { relation, difference, days: between } = compareFigures(a, b, cumulative);
      assert.equal(`${relation} ${difference} ${between}`, expected);
    });
  }

  it('gives one relation in either order, and opposite differences', () => {
    fc.assert(
      fc.property(anyFigure, anyFigure, fc.boolean(), (a, b, cumulative) => {
        const one = compareFigures(a, b, cumulative);
        const two = compareFigures(b, a, cumulative);
        assert.equal(one.relation, two.relation);
        assert.equal(one.difference + two.difference, 0);
        assert.equal(one.days === null, two.days === null);
        if (one.days !== null && two.days !== null) assert.equal(one.days + two.days, 0);
      }),
    );
  });

  it('finds a conflict only on one day, and only where no number fits both', () => {
    fc.assert(
      fc.property(anyFigure, anyFigure, fc.boolean(), (a, b, cumulative) => {
        const { relation, days: between } = compareFigures(a, b, cumulative);
        if (relation === 'conflict') assert.ok(between === 0 && !canBothHold(a, b));
        if (relation === 'lower') assert.ok(cumulative && between !== null && between !== 0);
      }),
    );
  });

  it('holds every figure compatible with itself', () => {
    fc.assert(
      fc.property(anyFigure, (a) => {
        const { low, high } = intervalOf(a);
        assert.ok(low <= high && canBothHold(a, a));
        assert.equal(compareFigures(a, a, true).relation, 'same');
      }),
    );
  });
});
