import { evidenceWords } from '../../lexicon/name-evidence';
import { isCapitalised, isElided, particlesEnd } from './capitals';
import { joinedEnd } from './joins';
import { longestMatch } from './lookup';
import type { Survey } from './survey';
import { WordSet } from '../../lexicon/word-table';

/** A run of capitalised tokens with what joins them. Tokens `first` to `last`, `last` exclusive. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** The runs of one sentence, in order. */
export function runsOf(survey: Survey, first: number, last: number): Run[] {
  const runs: Run[] = [];
  let i = first;
  while (i < last) {
    if (!startsRun(survey, i, last)) {
      i = addressEnd(survey, i, last);
      continue;
    }
    const end = runEnd(survey, i, last);
    runs.push({ first: i, last: end });
    i = end;
  }
  return runs;
}

const ADDRESSES = new WordSet(['http', 'https', 'www']);

/** Behind the address of a web page that begins at `i`, else behind the token. */
function addressEnd({ tokens }: Survey, i: number, last: number): number {
  let k = i + 1;
  if (!ADDRESSES.holds(tokens[i]) || !/^[:.]$/u.test(tokens[k]?.text ?? '')) return k;
  while (k < last && tokens[k]?.spaced === false) k++;
  return k;
}

function startsRun(survey: Survey, i: number, last: number): boolean {
  const token = survey.tokens[i];
  // `www.Name.org`, `@Name`, `#Name`
  if (token?.spaced === false && WRITTEN_TO.holds(survey.tokens[i - 1])) return false;
  if (isCapitalised(survey, i)) return true;
  if (token?.kind !== 'word') return false;
  // `al-Nouri`, `van der Linden`, `d'Ávila`: a name may begin with a particle.
  if (isElided(token)) return true;
  if (!survey.tables.words.strongParticles.holds(token) || NEVER_FIRST.holds(token)) return false;
  return particlesEnd(survey, i, last) > 0;
}

const WRITTEN_TO = new WordSet(['.', '@', '#', '_']);

/** Particles that are words of other languages, too: they only join. */
const NEVER_FIRST = evidenceWords('particles never first');

function runEnd(survey: Survey, first: number, last: number): number {
  const { tokens } = survey;
  let end =
    isCapitalised(survey, first) || /'/u.test(tokens[first]?.lower ?? '')
      ? first + 1
      : particlesEnd(survey, first, last) + 1;
  const limit = Math.min(last, first + LONGEST_RUN);
  end = Math.max(end, tableEnd(survey, first, limit));
  while (end < limit) {
    const next = joinedEnd(survey, first, end, limit);
    if (next <= end) return end;
    end = Math.max(next, tableEnd(survey, next - 1, limit));
  }
  return end;
}

/** No name is longer; keeps the time linear in text that is all capitals. */
const LONGEST_RUN = 40;

/** How far a listed name that begins at `i` reaches: `United States of America`. */
function tableEnd(survey: Survey, i: number, last: number): number {
  const { tokens, keys, tables } = survey;
  const place = longestMatch(tokens, keys, i, tables.places.longest, tables.places.places)?.last ?? 0;
  const body = longestMatch(tokens, keys, i, tables.words.longestBody, tables.words.bodies)?.last ?? 0;
  const end = Math.max(place, body);
  return end <= last ? end : 0;
}
