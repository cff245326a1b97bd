import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addMonths, calendarDay, dayNumber, isoDay, isoRange, weekdayOf } from '../../src/core/calendar';

describe('calendar', () => {
  it('knows weekdays before and after 1970', () => {
    assert.equal(weekdayOf(dayNumber(1969, 7, 20)), 7);
    assert.equal(weekdayOf(dayNumber(2000, 2, 29)), 2);
  });

  it('goes from day numbers to dates and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 80_000 }), (day) => {
        const { year, month, day: d } = calendarDay(day);
        assert.equal(dayNumber(year, month, d), day);
        assert.deepEqual(isoRange(isoDay(day)), { first: day, last: day });
      }),
    );
  });

  it('counts as Date does, with months and days out of range', () => {
    const years = fc.integer({ min: 100, max: 9999 });
    fc.assert(
      fc.property(years, fc.integer({ min: -30, max: 40 }), fc.integer({ min: -400, max: 400 }), (y, month, day) => {
        const date = new Date(Date.UTC(y, month - 1, day));
        const number = dayNumber(y, month, day);
        assert.equal(number, date.getTime() / 86_400_000);
        const now = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        assert.deepEqual(calendarDay(number), now);
      }),
    );
  });

  it('keeps to the end of shorter months', () => {
    assert.equal(isoDay(addMonths(dayNumber(2023, 10, 31), 4)), '2024-02-29');
    assert.equal(isoDay(addMonths(dayNumber(2024, 1, 30), -11)), '2023-02-28');
  });

  it('reads reduced dates and intervals, and nothing else', () => {
    assert.deepEqual(isoRange('2024-02'), { first: dayNumber(2024, 2, 1), last: dayNumber(2024, 2, 29) });
    assert.deepEqual(isoRange('2023/2024-01'), { first: dayNumber(2023, 1, 1), last: dayNumber(2024, 1, 31) });
    for (const wrong of ['2023-02-29', '2023-13', 'May', '', '/']) assert.equal(isoRange(wrong), null);
  });
});
