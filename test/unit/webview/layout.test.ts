import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { placeLabels } from '../../../src/webview/figures/labels';
import { groupLook } from '../../../src/webview/figures/looks';
import { plainArrangement, readArrangement } from '../../../src/webview/network/arrangement';
import { isAbove, readable } from '../../../src/webview/network/labels';
import { layOut as layOutNetwork, viewOfAll } from '../../../src/webview/network/layout';
import { layOut } from '../../../src/webview/timeline/layout';
import { moved, zoomed } from '../../../src/webview/timeline/zoom';

const AREA = { left: 100, right: 900, top: 30 };
const RANGE = { first: 0, last: 99 };

describe('the layout of the timeline', () => {
  const marks = fc.array(
    fc.record({
      first: fc.integer({ min: 0, max: 99 }),
      length: fc.integer({ min: 0, max: 20 }),
      label: fc.string({ maxLength: 60 }),
      lanes: fc.constantFrom([0], [1], [0, 1]),
    }),
    { maxLength: 80 },
  );

  it('shows every mark once in each of its lanes, inside of the lane and the area', () => {
    fc.assert(
      fc.property(marks, (list) => {
        const all = list.map((m) => ({ ...m, last: m.first + m.length }));
        const { items, lanes, height } = layOut(all, 2, RANGE, AREA);
        const shown = items.flatMap((i) => i.marks.map((m) => `${i.lane} ${m}`)).sort();
        assert.deepEqual(shown, all.flatMap((m, i) => m.lanes.map((l) => `${l} ${i}`)).sort());
        for (const { lane, x1, x2, y } of items) {
          assert.ok(x1 >= AREA.left && x2 <= AREA.right);
          assert.ok(y > (lanes[lane]?.top ?? Infinity) && y < (lanes[lane]?.bottom ?? 0));
        }
        assert.ok(height <= AREA.top + 2 * 200);
      }),
    );
  });

  it('keeps marks of one row apart', () => {
    fc.assert(
      fc.property(marks, (list) => {
        const { items } = layOut(
          list.map((m) => ({ ...m, last: m.first + m.length })),
          2,
          RANGE,
          AREA,
        );
        for (const a of items) {
          for (const b of items) if (a !== b && a.y === b.y) assert.ok(a.x2 < b.x1 || b.x2 < a.x1);
        }
      }),
    );
  });

  it('puts the label of a late mark on its left', () => {
    const { items } = layOut(
      [{ first: 97, last: 97, label: 'Signing of the harbor treaty', lanes: [0] }],
      1,
      RANGE,
      AREA,
    );
    assert.deepEqual(
      items.map((i) => i.side),
      ['left'],
    );
  });
});

describe('zooming', () => {
  it('keeps the day under the pointer', () => {
    assert.deepEqual(zoomed({ first: 0, last: 99 }, 0.5, 0), { first: 0, last: 49 });
    assert.deepEqual(zoomed({ first: 0, last: 99 }, 0.5, 1), { first: 50, last: 99 });
  });

  it('ends at a few days, and moves by at least one', () => {
    assert.deepEqual(zoomed({ first: 10, last: 12 }, 0.5), { first: 10, last: 12 });
    assert.deepEqual(moved({ first: 10, last: 12 }, -0.1), { first: 9, last: 11 });
  });
});

describe('labels of values', () => {
  it('go to the other side where the first is taken, and away where there is no room', () => {
    const [first, second] = placeLabels(
      [
        { x: 100, y: 50, text: 'at least 300' },
        { x: 112, y: 50, text: '310' },
      ],
      400,
    );
    assert.equal(first?.anchor, 'end');
    assert.equal(second?.anchor, 'start');
    assert.deepEqual(placeLabels([{ x: 3, y: 5, text: 'more than 20,000,000' }], 40), [null]);
  });
});

describe('looks of origins', () => {
  it('are pairs of a color and a shape that do not come again soon', () => {
    const pairs = Array.from({ length: 49 }, (_, i) => `${groupLook(i).symbol} ${groupLook(i).color}`);
    assert.equal(new Set(pairs).size, 49);
  });
});

describe('the layout of the network', () => {
  const nodes = Array.from({ length: 12 }, (_, i) => ({
    id: String(i),
    label: `N${i}`,
    kind: 'person' as const,
    weight: 1,
  }));
  const edges = nodes
    .slice(1)
    .map((_, i) => ({ a: Math.floor(i / 2), b: i + 1, weight: 1, planned: false, talks: [] }));
  const size = { width: 800, height: 500 };

  it('is the same for the same network, with nodes apart', () => {
    const points = layOutNetwork({ nodes, edges }, 1.6, () => 25);
    assert.deepEqual(
      points,
      layOutNetwork({ nodes, edges }, 1.6, () => 25),
    );
    for (const [i, a] of points.entries())
      for (const b of points.slice(i + 1)) assert.ok(Math.hypot(a.x - b.x, a.y - b.y) > 20);
  });

  it('is seen as a whole, in any panel', () => {
    const points = layOutNetwork({ nodes, edges }, 1.6, () => 25);
    for (const { width, height } of [size, { width: 300, height: 900 }, { width: 190, height: 80 }]) {
      const view = viewOfAll(points, { width, height });
      for (const { x, y } of points) {
        assert.ok(x * view.k + view.x >= 0 && x * view.k + view.x <= width);
        assert.ok(y * view.k + view.y >= 0 && y * view.k + view.y <= height);
      }
    }
    assert.deepEqual(viewOfAll([{ x: 7, y: 9 }], size), { k: 2.2, x: 400 - 7 * 2.2, y: 250 - 9 * 2.2 });
  });
});

describe('names in the network', () => {
  const label = (x: number, y: number, always = false) => ({ x, y, text: 'Foreign Minister', always });

  it('are left out where they would cover earlier ones, never the one in focus', () => {
    assert.deepEqual(readable([label(100, 50), label(150, 55), label(150, 80), label(300, 50)]), [
      true,
      false,
      true,
      true,
    ]);
    assert.deepEqual(readable([label(100, 50), label(150, 55, true)]), [false, true]);
  });

  it('stand where fewer lines run through them', () => {
    const [down, up, flat] = [
      { x: 40, y: 90 },
      { x: -10, y: -80 },
      { x: 200, y: 20 },
    ] as const;
    const above = (...ways: readonly { x: number; y: number }[]): boolean => isAbove('Ana Ruiz', ways, 15);
    assert.deepEqual(
      [above(), above(flat), above(up), above(down), above(down, up)],
      [false, false, false, true, false],
    );
  });
});

describe('the arrangement of the network', () => {
  it('is read as it was kept', () => {
    const length = fc.double({ noNaN: true, noDefaultInfinity: true });
    const plain = { noNullPrototype: true };
    const point = fc.record({ x: length, y: length }, plain);
    const zoom = fc.double({ min: 0.1, max: 8, noNaN: true });
    const view = fc.option(fc.record({ k: zoom, x: length, y: length }, plain), { nil: undefined });
    fc.assert(
      fc.property(view, fc.array(fc.tuple(fc.string(), point)), (seen, put) => {
        const arrangement = { view: seen, put: new Map(put) };
        const kept: unknown = structuredClone(plainArrangement(arrangement));
        assert.deepEqual(readArrangement(kept), arrangement);
      }),
    );
  });

  it('is none where something else was kept', () => {
    fc.assert(
      fc.property(fc.anything(), (kept) => {
        const { view, put } = readArrangement(kept);
        assert.ok(view === undefined || [view.k, view.x, view.y].every(Number.isFinite));
        assert.ok([...put.values()].every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)));
      }),
    );
    assert.deepEqual(readArrangement({ view: { k: 0, x: 1, y: 1 }, put: [['a', { x: 1 }], 'b', [1, {}]] }), {
      view: undefined,
      put: new Map(),
    });
  });
});
