/** How days are worded for readers. */

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

/**
 * `2024-06-02` → `2 June 2024`, `2024-06` → `June 2024`, `2024` → `2024`, an interval as its ends. Anything else as it is.
 * @param length of the month's name: `short` cuts it to three letters
 */
export function formatDate(iso: string, length: 'long' | 'short' = 'long'): string {
  const slash = iso.indexOf('/');
  if (slash >= 0) return `${formatDate(iso.slice(0, slash), length)} – ${formatDate(iso.slice(slash + 1), length)}`;
  const [year = '', month, day] = iso.split('-');
  const full = month === undefined ? undefined : MONTHS[Number(month) - 1];
  const name = length === 'short' ? full?.slice(0, 3) : full;
  if (name === undefined) return iso;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}
