import { evidenceSet } from '../../lexicon/name-evidence';
import { functionWords } from '../../lexicon/grammar';
import { GIVEN } from '../../lexicon/vocabulary';
import type { Run } from './runs';
import { opensClause, type Survey } from './survey';

/** Whether a capital at `i` may be that of a sentence or clause. */
export function opensSentence(survey: Survey, i: number): boolean {
  const sentence = survey.sentences[survey.tokens[i]?.sentence ?? 0];
  const before = survey.tokens[i - 1];
  return (
    sentence?.first === i ||
    opensClause(before) ||
    (before?.text === '-' && before.spaced && survey.tokens[i]?.spaced === true)
  );
}

/**
 * Whether the word at `i`, which opens a sentence, is capitalised for that alone.
 * @param body the name of a body begins here
 * @param listed a table of bodies holds the word
 */
export function isOpener(survey: Survey, run: Run, i: number, body: boolean, listed: boolean): boolean {
  const { keys, tables } = survey;
  const token = survey.tokens[i];
  const key = keys[i] ?? '';
  if (token === undefined || token.case === 'all') return false;
  if (isFunctionWord(key)) return true;
  if (!tables.vocabulary.isWord(key) || opensFamilyName(survey, run, i)) return false;
  const lower = survey.lowerCase.has(key);
  if (listed && !lower) return false;
  if (body && !lower) return false;
  if (lower) return !(body && survey.capitalised.has(key));
  if (survey.capitalised.has(key)) return false;
  return !((tables.vocabulary.of(key) & GIVEN) !== 0 && i + 1 < run.last);
}

/** `Van der Brug said`, `Van Hoeven said`: a particle before another, or before a word of no table. */
function opensFamilyName({ tokens, keys, tables }: Survey, run: Run, i: number): boolean {
  const next = tokens[i + 1];
  if (i + 1 >= run.last || !tables.words.strongParticles.holds(tokens[i]) || next?.spaced !== true) return false;
  if (next.case === 'none') return tables.words.particles.holds(next);
  const key = keys[i + 1] ?? '';
  return !tables.vocabulary.isWord(key) && !tables.places.demonyms.has(key) && !tables.places.places.has(key);
}

function isFunctionWord(key: string): boolean {
  return functionWords().has(key) || OPENERS.has(key);
}

/** Words without content that the table of grammar does not hold. */
const OPENERS = evidenceSet('words that open sentences');

/** Articles, prepositions, conjunctions and pronouns: capitalised or not, never a name by themselves. */
export function isEmptyWord(key: string): boolean {
  return EMPTY.has(key);
}

const EMPTY = evidenceSet('empty words');
