/** How figures, titles, countries and excerpts are worded for readers. */
import countries from '#countries';
import { formatDate, formatDay } from '../day-words';
import * as l10n from '../l10n';
import type { Entity, Figure, FigureSeries, Mention, Office } from '../model';
import type { Span } from '../text';

export { formatDate, formatDay };

/** A figure's value with its bound: `at least 12,500`. */
export function boundedValue({ value, bound }: Pick<Figure, 'value' | 'bound'>): string {
  const number = l10n.formatNumber(value);
  switch (bound) {
    case 'exact':
      return number;
    case 'about':
      return l10n.t('about {0}', number);
    case 'at-least':
      return l10n.t('at least {0}', number);
    case 'more-than':
      return l10n.t('more than {0}', number);
    case 'nearly':
      return l10n.t('nearly {0}', number);
    case 'at-most':
      return l10n.t('at most {0}', number);
    case 'less-than':
      return l10n.t('less than {0}', number);
  }
}

/** A figure with what it counts: `at least 12,500 civilians killed`. Words of the source stay as they are. */
export function figureName(figure: Figure): string {
  const [value, counted] = [boundedValue(figure), countedWords(figure)];
  if (figure.measure === null) return `${value} ${counted}`.trim();
  return l10n.t('{0} {1} {2}', value, counted, l10n.term(figure.measure));
}

/** What a figure or a series counts: the group that the text names, else the unit. */
export function countedWords({ of, unit }: Pick<Figure, 'of' | 'unit'>): string {
  return of ?? l10n.term(unit);
}

/** What a series counts, of whom and where: `killed · civilians · Lima`. */
export function seriesLabel(series: Pick<FigureSeries, 'label' | 'measure' | 'of' | 'unit'>): string {
  const { label, measure, of, unit } = series;
  const plain = `${measure} · ${of ?? unit}`;
  if (!label.startsWith(plain)) return label;
  return `${l10n.term(measure)} · ${countedWords(series)}${label.slice(plain.length)}`;
}

const COUNTRIES: ReadonlyMap<string, (typeof countries)[number]> = new Map(countries.map((c) => [c.code, c]));

/** The common name of a country, or its code where that is unknown. */
export function countryName(code: string): string {
  const known = COUNTRIES.get(code);
  if (known === undefined) return code;
  return l10n.isEnglish() ? known.name : (regions().of(code) ?? known.name);
}

let made: { readonly language: string; readonly names: Intl.DisplayNames } | undefined;

function regions(): Intl.DisplayNames {
  const language = l10n.language();
  if (made?.language !== language) made = { language, names: new Intl.DisplayNames(language, { type: 'region' }) };
  return made.names;
}

function demonym(code: string): string {
  return COUNTRIES.get(code)?.demonyms[0] ?? countryName(code);
}

/**
 * An office as people say it: `acting foreign minister of Iran` is worded `Iranian acting foreign minister`. In other languages the
 * title stays as the sources have it, and the country stands beside it: no table can inflect what it is not in.
 */
export function officeName({ title, country }: Pick<Office, 'title' | 'country'>): string {
  if (country === null) return title;
  return l10n.isEnglish() ? `${demonym(country)} ${title}` : l10n.t('{0} ({1})', title, countryName(country));
}

export function kindName(kind: Entity['kind']): string {
  switch (kind) {
    case 'person':
      return l10n.t('person');
    case 'organization':
      return l10n.t('organization');
    case 'place':
      return l10n.t('place');
  }
}

export function formName(form: Mention['form']): string {
  switch (form) {
    case 'name':
      return l10n.t('name');
    case 'description':
      return l10n.t('description');
    case 'pronoun':
      return l10n.t('pronoun');
  }
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
