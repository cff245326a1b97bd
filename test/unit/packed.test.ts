import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pack } from '../../build/pack';
import { END_OF_BLOCK, PackedTable, SHARED_MARKS } from '../../src/core/lexicon/packed';

const MARKS = new Set(SHARED_MARKS + END_OF_BLOCK);

const key = fc
  .oneof(fc.string({ minLength: 1, maxLength: 8 }), fc.stringMatching(/^[abéł ]{1,40}$/u))
  .filter((k) => !Array.from(k).some((c) => MARKS.has(c)));

describe('packed tables', () => {
  it('hold what was packed, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.nat(300))), fc.array(fc.string()), (entries, others) => {
        const table = new Map(entries);
        const { packed, values } = pack(table);
        const read = new PackedTable(packed, values);
        for (const k of [...table.keys(), ...others, ...others.map((o) => `${o}=`), '']) {
          assert.equal(read.get(k), table.get(k));
          assert.equal(read.has(k), table.has(k));
        }
      }),
    );
  });

  it('refuse keys that cannot be told from what stands between them', () => {
    for (const bad of ['', ...Array.from(MARKS).map((mark) => `a${mark}b`)])
      assert.throws(() => pack(new Map([[bad, 1]])), /cannot be packed/);
  });
});
