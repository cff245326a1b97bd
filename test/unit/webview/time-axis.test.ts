import assert from 'node:assert/strict';
import { timeTicks } from '../../../src/webview/time-axis';

const span = (from: string, to: string): [number, number] => [Date.parse(from), Date.parse(to)];

const words = ([from, to]: [number, number], most: number, above = false): readonly string[] => {
  const { ticks, tickFormat } = timeTicks([from, to], most, above);
  assert.ok(typeof ticks !== 'number' && tickFormat !== undefined);
  return ticks.map((t) => `${t.toISOString().slice(11, 13)} ${tickFormat(t)}`);
};

describe('ticks of time', () => {
  it('divide no day, and stand where its marks stand', () => {
    assert.deepEqual(words(span('2031-09-04', '2031-09-07'), 12), ['12 4 Sep\n2031', '12 5 Sep', '12 6 Sep']);
  });

  it('leave days out where there is little room, and tell where a year begins', () => {
    assert.deepEqual(words(span('2030-12-28', '2031-01-06'), 3, true), [
      '12 2030\n28 Dec',
      '12 31 Dec',
      '12 2031\n3 Jan',
    ]);
  });

  it('are left to the plot where they are far apart', () => {
    assert.deepEqual(timeTicks(span('2030-01-01', '2031-01-01'), 10, false), { ticks: 10 });
  });
});
