/** Teams that are called by their town: `the Denver Larks`. */
import { evidenceSet } from '../../lexicon/name-evidence';
import type { Run } from './runs';
import type { Survey } from './survey';

/** Plurals that with a place before them are papers or events. */
const NO_TEAMS = evidenceSet('plurals that are no teams');

/** Where a team's name ends that begins with the place `first` to `end` behind `the`; -1 for none. */
export function teamEnd(survey: Survey, run: Run, first: number, end: number): number {
  const { tokens, keys, tables } = survey;
  const token = tokens[end];
  if (run.last !== end + 1 || token?.case !== 'initial' || !token.spaced) return -1;
  if (tokens[first - 1]?.lower !== 'the' || tables.places.demonyms.has(keys[end] ?? '')) return -1;
  if (tables.places.places.get(keys.slice(first, end).join(' '))?.kind === 'country') return -1;
  const key = keys[end] ?? '';
  if (!/[^sui]s$/u.test(key) || NO_TEAMS.has(key)) return -1;
  const singular = key.slice(0, -1);
  const { placeHeads, otherHeads } = tables.words;
  if (placeHeads.has(key) || placeHeads.has(singular) || otherHeads.has(key) || otherHeads.has(singular)) return -1;
  return tables.vocabulary.isWord(key) ? end + 1 : -1;
}
