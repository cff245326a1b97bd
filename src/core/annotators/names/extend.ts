import type { EntityKind } from '../../annotations';
import type { Decided } from './decide';
import type { Segment } from './evidence';
import { opensSentence } from './openers';
import type { Survey } from './survey';

/** Common nouns that belong to a name before them: `Nairobi health ministry`, `Tomas Reyes hospital`. */
const NAMED_AFTER: ReadonlyMap<string, EntityKind> = new Map<string, EntityKind>([
  ['hospital', 'organization'],
  ['university', 'organization'],
  ['clinic', 'organization'],
  ['institute', 'organization'],
  ['foundation', 'organization'],
  ['museum', 'organization'],
  ['bridge', 'place'],
  ['airport', 'place'],
  ['stadium', 'place'],
  ['prison', 'place'],
  ['mosque', 'place'],
  ['square', 'place'],
]);

/** Takes in a common noun that follows a name and makes one body or place of both; all else is returned as it is. */
export function withCommonHead(survey: Survey, one: Decided): Decided {
  const { segment, kind } = one;
  // `Amber plc`
  if (survey.tokens[segment.last]?.text === 'plc' && kind !== 'place')
    return { kind: 'organization', segment: { ...segment, last: segment.last + 1, gender: null } };
  if (kind === 'place') return withMinistry(survey, one);
  if (kind !== 'person' && !segment.reasons.includes('given name') && !isUnknown(segment)) return one;
  if (
    (segment.words < 2 && segment.last - segment.first < 2) ||
    segment.reasons.includes('title') ||
    segment.reasons.includes('honorific')
  )
    return one;
  const head = NAMED_AFTER.get(survey.tokens[segment.last]?.lower ?? '');
  return head === undefined ? one : { kind: head, segment: { ...segment, last: segment.last + 1, gender: null } };
}

/** Takes in the particles before a family name that the text has with them: `de Souza` after `Ana de Souza`. */
export function withParticles(survey: Survey, familyNames: ReadonlySet<string>, one: Decided): Decided {
  if (one.kind !== 'person') return one;
  const { tokens, keys, tables } = survey;
  let { first, key } = one.segment;
  for (let k = first - 1; k >= first - 2 && tokens[k]?.sentence === tokens[first]?.sentence; k--) {
    if (!tables.words.particles.holds(tokens[k])) break;
    key = `${keys[k] ?? ''} ${key}`;
    if (familyNames.has(key)) first = k;
  }
  return first === one.segment.first ? one : { ...one, segment: { ...one.segment, first } };
}

/**
 * Takes in the article of bodies that bear it: `The Herald`, where the text capitalises it inside a sentence; there, and at the start
 * of its sentences.
 */
export function withArticles(survey: Survey, all: readonly Decided[]): Decided[] {
  const bearers = new Set<string>();
  for (const { kind, segment } of all)
    if (kind === 'organization' && hasArticle(survey, segment) && !opensSentence(survey, segment.first - 1))
      bearers.add(segment.key);
  return all.map((one) =>
    one.kind === 'organization' && bearers.has(one.segment.key) && hasArticle(survey, one.segment)
      ? { ...one, segment: { ...one.segment, first: one.segment.first - 1 } }
      : one,
  );
}

function hasArticle({ tokens }: Survey, { first, known }: Segment): boolean {
  const article = tokens[first - 1];
  return known === null && article?.text === 'The' && article.sentence === tokens[first]?.sentence;
}

/** A body for what stands around it alone. */
function isUnknown({ reasons }: Segment): boolean {
  return reasons.every((reason) => reason === 'tagger' || reason === 'apposition');
}

function withMinistry(survey: Survey, one: Decided): Decided {
  const { tokens, tables } = survey;
  const { segment } = one;
  for (let k = segment.last; k < segment.last + 4; k++) {
    const token = tokens[k];
    if (token === undefined || token.kind !== 'word' || token.case !== 'none') return one;
    if (token.lower === 'ministry') return { kind: 'organization', segment: { ...segment, last: k + 1 } };
    if (!tables.offices.modifiers.holds(token)) return one;
  }
  return one;
}
