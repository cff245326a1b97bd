/** Cards: what a hover says, as plain data. How it looks is the editor's business. */
import type { SourceSpan } from '../model';
import type { Span } from '../text';
import type { SeriesValue } from './figures';

/** A piece of a line. `text` is never markup: whoever renders it escapes it. */
export type Inline =
  | string
  | { readonly text: string; readonly style: 'strong' | 'emphasis' | 'code' }
  | { readonly text: string; readonly link: Target; readonly tooltip?: string };

/** Where a link leads. */
export type Target =
  | { readonly to: 'place'; readonly place: SourceSpan }
  /** Several places, to be shown side by side. */
  | { readonly to: 'places'; readonly places: readonly SourceSpan[] }
  /** An entry of the knowledge file. */
  | { readonly to: 'knowledge'; readonly span: Span }
  /** A source as a whole. */
  | { readonly to: 'source'; readonly path: string }
  | { readonly to: 'web'; readonly url: string };

export type Line = readonly Inline[];

export type Block =
  | { readonly type: 'line'; readonly line: Line }
  | { readonly type: 'list'; readonly heading: string; readonly items: readonly Line[] }
  | { readonly type: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly Line[])[] }
  /** A picture of a series; `words` say the same to those who cannot see it. */
  | {
      readonly type: 'picture';
      readonly words: string;
      readonly values: readonly SeriesValue[];
      readonly own: SeriesValue;
    };

export interface Card {
  /** The words in the source that it is about. */
  readonly span: Span;
  /** ISO 3166-1 alpha-2, for a flag before the title, or null. */
  readonly country: string | null;
  readonly title: string;
  /** What stands beside the title: `Pakistani foreign minister`. */
  readonly subtitle: Line;
  readonly blocks: readonly Block[];
  /** The rule that found it, for those who ask. */
  readonly why: string | null;
}

export const strong = (text: string): Inline => ({ text, style: 'strong' });
export const emphasis = (text: string): Inline => ({ text, style: 'emphasis' });
export const line = (...items: readonly Inline[]): Block => ({ type: 'line', line: items });

export function placeLink(text: string, { path, start, end }: SourceSpan, tooltip?: string): Inline {
  const link: Target = { to: 'place', place: { path, start, end } };
  return tooltip === undefined ? { text, link } : { text, link, tooltip };
}

export function placesLink(text: string, places: readonly SourceSpan[]): Inline {
  return { text, link: { to: 'places', places: places.map(({ path, start, end }) => ({ path, start, end })) } };
}

/**
 * A translated phrase whose placeholders (`{0}`) stand for pieces of a line.
 * @param template as `l10n.t` gives it without arguments
 * @param style of the words between the pieces; plain where it is not given
 */
export function phrase(template: string, pieces: readonly Line[], style?: (text: string) => Inline): Line {
  return template.split(/\{(\d)\}/u).flatMap((part, i): Line => {
    if (i % 2 === 1) return pieces[Number(part)] ?? [];
    return part === '' ? [] : [style === undefined ? part : style(part)];
  });
}

/** A line's words without its links and styles. */
export function plainText(items: Line): string {
  return items.map((i) => (typeof i === 'string' ? i : i.text)).join('');
}

/** Puts a separator between the parts that are there. */
export function joined(parts: readonly Line[], separator: string): Line {
  return parts.filter((p) => p.length > 0).flatMap((p, i) => (i === 0 ? p : [separator, ...p]));
}
