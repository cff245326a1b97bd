/** Calendar arithmetic on day numbers: days since 1970-01-01 in the proleptic Gregorian calendar. No clock, no time zone. */

export interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** Days of 400 years, after which the calendar repeats itself. */
const ERA = 146_097;
/** Days from 1 March of the year 0 to 1970-01-01. */
const EPOCH = 719_468;

/**
 * Day number of a date; a month or day out of range rolls over, as in `Date.UTC`. Years are counted from March, so that leap days come
 * last (Howard Hinnant, chrono-Compatible Low-Level Date Algorithms): dates are weighed by the million, too many for `Date` objects.
 */
export function dayNumber(year: number, month: number, day: number): number {
  const months = Math.floor(year) * 12 + Math.trunc(month) - 3;
  const y = Math.floor(months / 12);
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (months - y * 12) + 2) / 5) + Math.trunc(day) - 1;
  return era * ERA + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - EPOCH;
}

export function calendarDay(day: number): CalendarDay {
  const since = Math.floor(day) + EPOCH;
  const era = Math.floor(since / ERA);
  const ofEra = since - era * ERA;
  const y = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / (ERA - 1))) / 365,
  );
  const ofYear = ofEra - (365 * y + Math.floor(y / 4) - Math.floor(y / 100));
  const m = Math.floor((5 * ofYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return { year: y + era * 400 + (month < 3 ? 1 : 0), month, day: ofYear - Math.floor((153 * m + 2) / 5) + 1 };
}

/** ISO 8601: Monday 1 to Sunday 7. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function daysInMonth(year: number, month: number): number {
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}

/** Whether there is such a day: not 31 June, not 29 February 2023. With `year` null, 29 February is a day. */
export function isDay(year: number | null, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year ?? 2000, month);
}

/** `2023-10-07` */
export function isoDay(day: number): string {
  const { year, month, day: d } = calendarDay(day);
  return `${isoMonth(year, month)}-${pad(d)}`;
}

/** `2023-10` */
export function isoMonth(year: number, month: number): string {
  return `${isoYear(year)}-${pad(month)}`;
}

/** `2023`, `0987` */
export function isoYear(year: number): string {
  return String(year).padStart(4, '0');
}

function pad(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}

/** Adds months, keeping the day where the month has it, else its last day. */
export function addMonths(day: number, months: number): number {
  const date = calendarDay(day);
  const index = date.year * 12 + date.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return dayNumber(year, month, Math.min(date.day, daysInMonth(year, month)));
}

/** Days from `first` to `last`, both inclusive. */
export interface DayRange {
  readonly first: number;
  readonly last: number;
}

/** The days that an ISO 8601 date, reduced date (`2023-11`, `2023`) or interval (`2023-10-07/2023-10-08`) covers, or null. */
export function isoRange(iso: string): DayRange | null {
  const slash = iso.indexOf('/');
  if (slash >= 0) {
    const from = isoRange(iso.slice(0, slash));
    const to = isoRange(iso.slice(slash + 1));
    return from === null || to === null ? null : { first: from.first, last: to.last };
  }
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(iso);
  if (parts === null) return null;
  const year = Number(parts[1]);
  if (parts[2] === undefined) return { first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31) };
  const month = Number(parts[2]);
  if (month < 1 || month > 12) return null;
  if (parts[3] === undefined) return { first: dayNumber(year, month, 1), last: dayNumber(year, month + 1, 0) };
  const day = Number(parts[3]);
  if (!isDay(year, month, day)) return null;
  const at = dayNumber(year, month, day);
  return { first: at, last: at };
}
