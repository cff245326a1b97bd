/** What patterns cannot say: days that exist, codes of real countries. */
import countries from '#countries';
import * as l10n from '../l10n';

const CODES: ReadonlySet<string> = new Set(countries.map((c) => c.code));

/** Whether a text has a format; undefined for a format that is not ours. */
export function hasFormat(format: string, text: string): boolean | undefined {
  switch (format) {
    case 'iso-day':
      return text.length === 10 && isIsoDate(text);
    case 'iso-date':
      return isIsoDate(text);
    case 'iso-interval': {
      const parts = text.split('/');
      const [from = '', to] = parts;
      return parts.length <= 2 && parts.every(isIsoDate) && (to === undefined || to >= from);
    }
    case 'country-code':
      return CODES.has(text);
    default:
      return undefined;
  }
}

/** What a person may have meant: the code of a country that was named. */
export function hintsFor(format: string | undefined, text: string): readonly string[] {
  if (format !== 'country-code') return [];
  const wanted = text.toLowerCase();
  const named = countries.find((c) => c.name.toLowerCase() === wanted || c.code.toLowerCase() === wanted);
  return named === undefined ? [] : [l10n.t('Write `{0}` for {1}.', named.code, named.name)];
}

/** Whether `text` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD` and a day that exists. */
function isIsoDate(text: string): boolean {
  if (!/^\d{4}(-\d{2}){0,2}$/.test(text)) return false;
  const full = text + '-01-01'.slice(text.length - 4);
  const date = new Date(`${full}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(full);
}
