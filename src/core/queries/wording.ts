/** How days, counts, titles and excerpts are worded for readers. */
import countries from '#countries';
import { formatDate } from '../day-words';
import type { EventRecord, EventType, Figure, Office } from '../model';
import type { Span } from '../text';

export { formatDate };

const DAY_MS = 86_400_000;

/** The day with its weekday, `Sunday, 2 June 2024`; a reduced date or interval as `formatDate` has it. */
export function formatDay(iso: string): string {
  const time = dayNumber(iso);
  if (time === null) return formatDate(iso);
  const weekday = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
  return `${weekday[(((time + 4) % 7) + 7) % 7] ?? ''}, ${formatDate(iso)}`;
}

/** Days since 1970-01-01 of an ISO day; null for anything less exact. */
function dayNumber(iso: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) ? null : Math.round(time / DAY_MS);
}

/** `1 source`, `3 sources`. */
export function count(n: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(n)} ${n === 1 ? singular : plural}`;
}

/** `12500` → `12,500`; decimals stay. */
export function formatNumber(value: number): string {
  return (numbers ??= new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 })).format(value);
}

/** Making one takes longer than formatting a thousand numbers. */
let numbers: Intl.NumberFormat | undefined;

const BOUND_WORDS: Readonly<Record<Figure['bound'], string>> = {
  exact: '',
  about: 'about ',
  'at-least': 'at least ',
  'more-than': 'more than ',
  nearly: 'nearly ',
  'at-most': 'at most ',
  'less-than': 'less than ',
};

/** A figure's value with its bound: `at least 12,500`. */
export function boundedValue(figure: Pick<Figure, 'value' | 'bound'>): string {
  return BOUND_WORDS[figure.bound] + formatNumber(figure.value);
}

const COUNTRIES: ReadonlyMap<string, (typeof countries)[number]> = new Map(countries.map((c) => [c.code, c]));

/** The common English name of a country, or its code where that is unknown. */
export function countryName(code: string): string {
  return COUNTRIES.get(code)?.name ?? code;
}

function demonym(code: string): string {
  return COUNTRIES.get(code)?.demonyms[0] ?? countryName(code);
}

/** An office as people say it: `acting foreign minister of Iran` is worded `Iranian acting foreign minister`. */
export function officeName(office: Pick<Office, 'title' | 'country'>): string {
  return office.country === null ? office.title : `${demonym(office.country)} ${office.title}`;
}

const TYPE_WORDS: Readonly<Record<EventType, string>> = {
  AGREE: 'agreement',
  CONSULT: 'consultation',
  SUPPORT: 'support',
  CONCEDE: 'concession',
  COOPERATE: 'cooperation',
  AID: 'aid',
  RETREAT: 'retreat',
  REQUEST: 'appeal',
  ACCUSE: 'accusation',
  REJECT: 'rejection',
  THREATEN: 'threat',
  PROTEST: 'protest',
  SANCTION: 'sanction',
  MOBILIZE: 'mobilization',
  COERCE: 'coercion',
  ASSAULT: 'attack',
  ACCIDENT: 'accident',
  CEREMONY: 'ceremony',
  APPOINTMENT: 'appointment',
  STATEMENT: 'statement',
};

/** The kind of an event in words: `consultation (phone)`. */
export function eventKind(event: Pick<EventRecord, 'type' | 'mode'>): string {
  const words = TYPE_WORDS[event.type];
  return event.mode === null ? words : `${words} (${event.mode.replaceAll('-', ' ')})`;
}

/** `Xyz` for `xyz`; the rest of the words as they are. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The words of a span on one line, cut at a word's end where longer than `limit` characters. */
export function excerpt(text: string, span: Span, limit = 110): string {
  const words = text
    .slice(span.start, Math.min(span.end, span.start + limit * 2))
    .replace(/\s+/gu, ' ')
    .trim();
  if (words.length <= limit && span.end <= span.start + limit * 2) return words;
  const cut = words.slice(0, limit);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > limit / 2 ? space : limit).trimEnd()} …`;
}

/** A path's last part. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
