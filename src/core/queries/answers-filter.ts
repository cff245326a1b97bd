/** What a tool of a chat may ask for: input from outside, checked, and how things are held against it. */
import countries from '#countries';
import { type DayRange, isoRange } from '../calendar';
import { EVENT_TYPES } from '../model';
import { fold } from '../text';

/** Results of one answer, unless asked otherwise, and at most. */
const USUAL_RESULTS = 20;
const MOST_RESULTS = 100;
/** Longer words to look for are no filter. In characters. */
const LONGEST_INPUT = 200;

export const QUESTIONS = ['officials', 'events', 'figures', 'quotations'] as const;
export type Question = (typeof QUESTIONS)[number];

/** All that is given must hold. Words are folded (see `fold`). */
export interface AnswerFilter {
  /** Of a person, organization or place. */
  readonly name: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** Days since 1970-01-01; what has no date is left out where this is given. */
  readonly days: DayRange | null;
  /** Part of a path, in lower case. */
  readonly source: string | null;
  readonly text: string | null;
  /** One of `EVENT_TYPES`; events only. */
  readonly type: string | null;
  /** Results passed over, and results given. */
  readonly skip: number;
  readonly limit: number;
}

export type FilterInput = { readonly filter: AnswerFilter } | { readonly error: string };

const TEXTS = ['name', 'country', 'from', 'to', 'source', 'text'] as const;
const NUMBERS = { skip: [0, Number.MAX_SAFE_INTEGER], limit: [1, MOST_RESULTS] } as const;

/** The names of what a question may be given. */
export function inputsOf(question: Question): readonly string[] {
  return [...textsOf(question), ...Object.keys(NUMBERS)];
}

function textsOf(question: Question): readonly string[] {
  return question === 'events' ? [...TEXTS, 'type'] : TEXTS;
}

/** Checks an input; an error is one plain sentence for who asked. */
export function parseFilter(question: Question, input: unknown): FilterInput {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return { error: 'The input must be an object.' };
  const given = new Map<string, unknown>(
    Object.entries(input).filter(([, value]) => value !== undefined && value !== null),
  );
  const error = complaint(question, given);
  if (error !== null) return { error };
  const text = (key: string): string | null => {
    const value = given.get(key);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  const number = (key: string, usual: number): number => {
    const value = given.get(key);
    return typeof value === 'number' ? value : usual;
  };
  const country = text('country');
  const code = country === null ? null : countryCode(country);
  if (code === undefined)
    return { error: `No country is called "${country ?? ''}". Give its English name or its ISO 3166 code.` };
  const days = period(text('from'), text('to'));
  if (typeof days === 'string') return { error: days };
  const name = text('name');
  const words = text('text');
  return {
    filter: {
      name: name === null ? null : fold(name),
      country: code,
      days,
      source: text('source')?.toLowerCase() ?? null,
      text: words === null ? null : fold(words),
      type: text('type')?.toUpperCase() ?? null,
      skip: number('skip', 0),
      limit: number('limit', USUAL_RESULTS),
    },
  };
}

function complaint(question: Question, given: ReadonlyMap<string, unknown>): string | null {
  const texts = textsOf(question);
  for (const [key, value] of given) {
    if (texts.includes(key)) {
      if (typeof value !== 'string') return `"${key}" must be a string.`;
      if (value.length > LONGEST_INPUT) return `"${key}" is longer than ${LONGEST_INPUT} characters.`;
      if ((key === 'name' || key === 'text') && value.trim() !== '' && fold(value) === '')
        return `"${key}" holds no letter or digit.`;
    } else if (key === 'skip' || key === 'limit') {
      const [least, most] = NUMBERS[key];
      if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
        return key === 'skip'
          ? '"skip" must be a whole number of 0 or more.'
          : `"limit" must be a whole number from ${least} to ${most}.`;
    } else return `There is no "${key}" here. Known are ${inputsOf(question).join(', ')}.`;
  }
  const type = given.get('type');
  const types: readonly string[] = EVENT_TYPES;
  if (typeof type === 'string' && type.trim() !== '' && !types.includes(type.trim().toUpperCase()))
    return `There is no type "${type}". Types are ${types.join(', ')}.`;
  return null;
}

/** The code of a country given by code, name or demonym; undefined where none is meant. */
function countryCode(given: string): string | undefined {
  const words = fold(given).replace(/^the /u, '');
  const called = (names: readonly string[]): boolean => names.some((n) => fold(n).replace(/^the /u, '') === words);
  const code = given.toUpperCase();
  const row =
    countries.find((c) => c.code === code) ??
    countries.find((c) => called([c.name])) ??
    countries.find((c) => called([...c.names, ...c.demonyms]));
  return row?.code;
}

function period(from: string | null, to: string | null): DayRange | string | null {
  if (from === null && to === null) return null;
  const first = from === null ? -Infinity : isoRange(from)?.first;
  const last = to === null ? Infinity : isoRange(to)?.last;
  if (first === undefined || last === undefined)
    return `"${first === undefined ? 'from' : 'to'}" must be a day, month or year: 2024-05-31, 2024-05 or 2024.`;
  return first > last ? '"from" lies after "to".' : { first, last };
}

/** Whether a name holds the words asked for, from the start of a word on. Nothing asked for is held by all. */
export function holds(asked: string | null, ...texts: readonly string[]): boolean {
  return asked === null || texts.some((t) => ` ${fold(t)}`.includes(` ${asked}`));
}

/** Whether a date touches the days asked for. */
export function within({ days }: AnswerFilter, iso: string | null): boolean {
  if (days === null) return true;
  const range = iso === null ? null : isoRange(iso);
  return range !== null && range.first <= days.last && days.first <= range.last;
}

/** Whether a source is one of those asked for. */
export function inSource({ source }: AnswerFilter, path: string): boolean {
  return source === null || path.toLowerCase().includes(source);
}
