import assert from 'node:assert/strict';
import { NO_TOTALS, objections, totalsOf } from './report.js';

describe('the totals of a run of mocha', () => {
  it('are read off what it printed', () => {
    assert.deepEqual(totalsOf('  a\n    ✔ b\n\n  12 passing (3s)\n  1 pending\n  2 failing\n\n  1) a\n'), {
      tests: 15,
      passed: 12,
      failed: 2,
      pending: 1,
    });
  });

  it('are not made up where a run broke off', () => {
    assert.equal(totalsOf('  a\n    ✔ 3 passing cars\nError: no host\n'), undefined);
  });

  it('are objected to when nothing ran or something was left out', () => {
    assert.deepEqual(objections({ ...NO_TOTALS, tests: 2, passed: 2 }), []);
    assert.equal(objections(NO_TOTALS).length, 1);
    assert.equal(objections({ ...NO_TOTALS, tests: 2, passed: 1, pending: 1 }).length, 1);
  });
});
