/** Days with a name: holidays of a fixed date, dated events of the knowledge file, and `the 14th`. */
import type { Token } from '../../annotations';
import type { Knowledge } from '../../knowledge';
import { directionOf } from './direction';
import { type DateMatch, type DateScan, dayOfMonth } from './scan';
import { tokenize } from '../tokens';
import { ORDINAL_SUFFIXES } from '../../lexicon/numbers';
import { WordSet } from '../../lexicon/word-table';

/** Names of the knowledge file's events as lower-case tokens, by their first one, longest first. */
export type EventNames = ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly event: string }[]>;

export function eventNames(knowledge: Knowledge): EventNames {
  const names = new Map<string, { words: readonly string[]; event: string }[]>();
  for (const event of knowledge.events)
    for (const name of [event.name, ...event.aliases]) {
      const words = tokenize(name, new Set()).map((t) => t.lower);
      const first = words[0];
      if (first === undefined) continue;
      const list = names.get(first);
      if (list === undefined) names.set(first, [{ words, event: event.id }]);
      else list.push({ words, event: event.id });
    }
  for (const list of names.values()) list.sort((a, b) => b.words.length - a.words.length);
  return names;
}

export function readEventName(scan: DateScan, i: number, names: EventNames): DateMatch | null {
  const { tokens } = scan;
  const found = names.get(tokens[i]?.lower ?? '')?.find(({ words }) => startsWith(tokens, i, words));
  if (found === undefined) return null;
  return {
    first: i,
    last: i + found.words.length,
    expression: { type: 'event', event: found.event },
    rule: 'event-name',
  };
}

/** `Christmas Eve`, `New Year's Day` at its first word. */
export function readHoliday(scan: DateScan, i: number): DateMatch | null {
  const { tokens, words } = scan;
  const holidays = words.holidays.of(tokens[i]);
  if (holidays === undefined || tokens[i]?.case === 'none') return null;
  const found = holidays.find((h) => startsWith(tokens, i, h.words));
  if (found === undefined) return null;
  const last = i + found.words.length;
  const direction = directionOf(scan, i, last);
  const { month, day } = found;
  return { first: i, last, expression: { type: 'day', year: null, month, day, direction }, rule: 'holiday' };
}

function startsWith(tokens: readonly Token[], i: number, words: readonly string[]): boolean {
  for (let k = 0; k < words.length; k++) if (tokens[i + k]?.lower !== words[k]) return false;
  return true;
}

/** `on the 14th` at its digits, where no noun follows (`the 14th meeting`). */
export function readOrdinalDay(scan: DateScan, i: number): DateMatch | null {
  const { tokens } = scan;
  const day = dayOfMonth(tokens[i]);
  const suffix = tokens[i + 1];
  if (day === 0 || suffix === undefined || suffix.spaced || !ORDINAL_SUFFIXES.holds(suffix)) return null;
  if (tokens[i - 1]?.lower !== 'the' || !DAY_PREPOSITIONS.holds(tokens[i - 2])) return null;
  const next = tokens[i + 2];
  if (next !== undefined && next.kind !== 'punctuation' && !BEHIND_DAY.holds(next)) return null;
  const direction = directionOf(scan, i, i + 2);
  return { first: i, last: i + 2, expression: { type: 'day-of-month', day, direction }, rule: 'ordinal-day' };
}

const DAY_PREPOSITIONS = new WordSet(['on', 'since', 'until', 'by', 'from', 'before', 'after', 'night', 'morning']);
const BEHIND_DAY = new WordSet([
  'and',
  'but',
  'to',
  'in',
  'at',
  'for',
  'with',
  'when',
  'that',
  'it',
  'he',
  'she',
  'they',
  'after',
]);
