/** How days are worded for readers: in the display language as its readers write them, in English day before month. */
import { isEnglish, language } from './l10n';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const DAY_MS = 86_400_000;
/** Of the day numbers, a Sunday. */
const A_SUNDAY = 3;

/**
 * `2024-06-02` → `2 June 2024`, `2024-06` → `June 2024`, `2024` → `2024`, an interval as its ends. Anything else as it is.
 * @param length of the month's name: `short` cuts it to three letters, or to what other languages cut it to
 */
export function formatDate(iso: string, length: 'long' | 'short' = 'long'): string {
  const slash = iso.indexOf('/');
  if (slash >= 0) return `${formatDate(iso.slice(0, slash), length)} – ${formatDate(iso.slice(slash + 1), length)}`;
  const [year = '', month, day] = iso.split('-');
  const full = month === undefined ? undefined : MONTHS[Number(month) - 1];
  if (full === undefined) return iso;
  if (!isEnglish()) {
    const time = Date.parse(`${day === undefined ? `${iso}-01` : iso}T00:00:00Z`);
    const shape = { year: 'numeric', month: length } as const;
    return Number.isNaN(time) ? iso : formatter(day === undefined ? shape : { ...shape, day: 'numeric' }).format(time);
  }
  const name = length === 'short' ? full.slice(0, 3) : full;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** The day with its weekday, `Sunday, 2 June 2024`; a reduced date or interval as `formatDate` has it. */
export function formatDay(iso: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : NaN;
  if (Number.isNaN(time)) return formatDate(iso);
  if (!isEnglish()) return formatter({ weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' }).format(time);
  return `${weekdayName(new Date(time).getUTCDay() || 7)}, ${formatDate(iso)}`;
}

/** `Monday` for 1, `Sunday` for 7. */
export function weekdayName(weekday: number): string {
  if (isEnglish()) return WEEKDAYS[weekday - 1] ?? '';
  return formatter({ weekday: 'long' }).format((A_SUNDAY + weekday) * DAY_MS);
}

/** By language and shape. Making one takes longer than formatting a thousand days. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Years are those of the sources: of the Gregorian calendar, whatever is usual where the language is spoken. */
function formatter(shape: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language()} ${JSON.stringify(shape)}`;
  let known = formatters.get(key);
  if (known === undefined)
    formatters.set(
      key,
      (known = new Intl.DateTimeFormat(language(), { ...shape, timeZone: 'UTC', calendar: 'gregory' })),
    );
  return known;
}
