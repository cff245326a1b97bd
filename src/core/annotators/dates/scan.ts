import type { DateExpression, LocalDate, Sentence, Token } from '../../annotations';
import type { CalendarWords } from '../../lexicon/calendar';

/** A date expression found at tokens `first` to `last`, `last` exclusive. */
export interface DateMatch {
  readonly first: number;
  readonly last: number;
  readonly expression: DateExpression;
  readonly rule: string;
  /** The resolved value is not exact (`some eight months ago`). */
  readonly approximate?: boolean;
}

/** What the parsers of single expressions see. */
export interface DateScan {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly words: CalendarWords;
  /** Tokens before it belong to the date before; no expression may reach back beyond it. */
  readonly floor: number;
  /** The dates found so far. */
  readonly found: readonly LocalDate[];
}

/** `-` and its longer forms, as in `2019–2023`. */
export function isDash(token: Token | undefined): boolean {
  return token !== undefined && (token.text === '-' || token.text === '–' || token.text === '—' || token.text === '‑');
}

/** The day of the month that a token of digits gives, or 0. */
export function dayOfMonth(token: Token | undefined): number {
  if (token?.kind !== 'number' || token.text.length > 2) return 0;
  const day = Number(token.text);
  return day >= 1 && day <= 31 ? day : 0;
}

/** The year that a token of four digits gives, or 0. */
export function yearOf(token: Token | undefined): number {
  if (token?.kind !== 'number' || token.text.length !== 4) return 0;
  const year = Number(token.text);
  return year >= 1000 && year < 2200 ? year : 0;
}

/** Whether a token can be the name of a month or weekday: those take a capital. */
export function isCapitalized(token: Token | undefined): token is Token {
  return token?.kind === 'word' && (token.case === 'initial' || token.case === 'all');
}

/** `last`, `this` and `next` as years or other units from that of publication. */
export const STEPS: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
]);
