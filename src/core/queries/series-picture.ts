/** A small picture of a series for a card: points by day and value, as SVG. Plain, as a chart library would weigh down activation. */
import { isoRange } from '../calendar';
import { reach } from './charts';
import type { SeriesValue } from './figures';

/** Colors as CSS has them; pictures inside cards cannot ask for the theme's. */
export interface PictureColors {
  readonly line: string;
  readonly point: string;
  /** The figure that the card is about. */
  readonly own: string;
}

/** Legible on the cards' background in themes of each kind. */
export const PICTURE_COLORS: Readonly<
  Record<'light' | 'dark' | 'highContrastDark' | 'highContrastLight', PictureColors>
> = {
  light: { line: '#8a8a8a', point: '#1a5fb4', own: '#c01c28' },
  dark: { line: '#8a8a8a', point: '#62a0ea', own: '#ff7b63' },
  highContrastDark: { line: '#ffffff', point: '#ffffff', own: '#f9c74f' },
  highContrastLight: { line: '#000000', point: '#000000', own: '#b5200d' },
};

const WIDTH = 260;
const HEIGHT = 56;
const MARGIN = 8;
const OPEN = 10;
const FEWEST = 2;
const MOST = 60;

/**
 * The dated values of a series as an SVG of 260 × 56 pixels: a dot for each, a whisker where its bound leaves more possible, the
 * own one larger and as a diamond. Empty where fewer than two values have a day.
 * @param values in order of their days
 * @param own the one that the card is about
 */
export function seriesPicture(
  values: readonly SeriesValue[],
  own: SeriesValue | undefined,
  colors: PictureColors,
): string {
  const dated = values.flatMap((value) => {
    const days = value.asOf === null ? null : isoRange(value.asOf);
    return days === null ? [] : [{ value, day: (days.first + days.last) / 2, own: value === own }];
  });
  const every = Math.ceil(dated.length / MOST);
  const shown = dated.filter((d, i) => i % every === 0 || d.own);
  if (shown.length < FEWEST) return '';
  const x = scale(
    shown.map((s) => s.day),
    MARGIN,
    WIDTH - MARGIN,
  );
  const y = scale(
    shown.map((s) => s.value.figure.value),
    HEIGHT - MARGIN - OPEN / 2,
    MARGIN + OPEN / 2,
  );
  const marks = shown.map(({ value, day, own: isOwn }) => {
    const { low, high } = reach(value.figure);
    const [cx, cy] = [x(day), y(value.figure.value)];
    const ends = [
      high === null ? cy - OPEN : high > value.figure.value ? cy - OPEN / 2 : cy,
      low === null ? cy + OPEN : low < value.figure.value ? cy + OPEN / 2 : cy,
    ];
    const color = isOwn ? colors.own : colors.point;
    const whisker =
      ends[0] === ends[1]
        ? ''
        : `<path d="M${round(cx)} ${round(ends[0] ?? cy)}V${round(ends[1] ?? cy)}" stroke="${color}" stroke-width="1.5"/>`;
    const point = isOwn
      ? `<path d="M${round(cx)} ${round(cy - 5.5)}l5.5 5.5l-5.5 5.5l-5.5 -5.5z" fill="${color}"/>`
      : `<circle cx="${round(cx)}" cy="${round(cy)}" r="3" fill="${color}"/>`;
    return whisker + point;
  });
  const axis = `<path d="M${MARGIN} ${HEIGHT - 2}H${WIDTH - MARGIN}" stroke="${colors.line}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${axis}${marks.join('')}</svg>`;
}

/** An SVG as an address that an image in Markdown can have; safe inside of parentheses and quotes. */
export function svgAddress(svg: string): string {
  const encoded = encodeURIComponent(svg).replace(
    /[()'*!~]/gu,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `data:image/svg+xml,${encoded}`;
}

function scale(values: readonly number[], from: number, to: number): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return (value) => (high === low ? (from + to) / 2 : from + ((value - low) / (high - low)) * (to - from));
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
