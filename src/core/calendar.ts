/** Calendar arithmetic on day numbers: days since 1970-01-01 in the proleptic Gregorian calendar. No clock, no time zone. */

export interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

const MS = 86_400_000;

/** Day number of a date; a month or day out of range rolls over, as in `Date.UTC`. */
export function dayNumber(year: number, month: number, day: number): number {
  // `Date.UTC` reads the years 0 to 99 as 1900 to 1999, hence the shift by 400 years (146097 days).
  return year < 100 ? Date.UTC(year + 400, month - 1, day) / MS - 146_097 : Date.UTC(year, month - 1, day) / MS;
}

export function calendarDay(day: number): CalendarDay {
  const date = new Date(day * MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
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
