/** Whom a noun phrase means. */
import type { Chunk } from './word-classes';
import type { RoleReader } from './role-reader';
import { isEpithet, standsForSomebody } from './unnamed';

/** Whom the noun phrase that begins with a chunk means; `the two leaders` with no mention means those of the last event. */
export function entitiesOf(reader: RoleReader, at: number): readonly number[] {
  const { chunks, referents } = reader;
  const chunk = chunks[at];
  if (chunk?.kind !== 'noun') return [];
  const next = chunks[at + 1];
  // `U.S. Secretary of State X`: the name stands in the phrase behind `of`.
  if (
    next?.kind === 'noun' &&
    next.preposition === 'of' &&
    !reader.names(at, 'person') &&
    reader.names(at + 1, 'person') &&
    endsInTitle(reader, chunk)
  )
    return referents.of(next);
  const members = membersOf(reader, at + 1);
  if (members.length > 0) return members;
  const found = ownEntities(reader, at);
  if (found.length > 0) return found;
  // `the government of X`, `leaders of X and Y`, `its counterpart in X`: a phrase that names nobody itself.
  for (
    let k = at + 1;
    chunks[k]?.kind === 'noun' && (PARTS.has(chunks[k]?.preposition ?? '') || isLoyalTo(reader, k));
    k++
  ) {
    const inner = ownEntities(reader, k);
    if (inner.length === 0) continue;
    const second =
      chunks[k + 1]?.kind === 'and' && chunks[k + 2]?.kind === 'noun' && chunks[k + 2]?.preposition === null;
    return second ? [...inner, ...ownEntities(reader, k + 2)] : inner;
  }
  const leader = leaderOf(reader, at);
  return leader.length > 0 ? leader : ofInstitution(reader, chunk);
}

/** `a delegation led by X`: who leads those that the phrase does not name. */
function leaderOf(reader: RoleReader, at: number): readonly number[] {
  const { chunks, tokens } = reader;
  const verb = chunks[at + 1];
  if (verb?.kind !== 'verb' || verb.voice !== 'passive' || chunks[at + 2]?.preposition !== 'by') return [];
  return /^(?:led|headed|chaired)$/.test(tokens[verb.main]?.lower ?? '') ? ownEntities(reader, at + 2) : [];
}

/** `countries including X and Y`: those named from chunk `at` on. */
function membersOf(reader: RoleReader, at: number): readonly number[] {
  const { chunks } = reader;
  if (chunks[at]?.kind !== 'noun' || chunks[at].preposition !== 'including') return [];
  const found = [...ownEntities(reader, at)];
  for (let k = at + 1; /^(?:and|comma)$/.test(chunks[k]?.kind ?? ''); k += 2) {
    if (chunks[k + 1]?.kind === 'and') k++;
    const next = chunks[k + 1];
    if (next?.kind !== 'noun' || next.preposition !== null) break;
    found.push(...ownEntities(reader, k + 1));
  }
  return found;
}

/** Before the one that a phrase without a name stands for: `the government of X`. */
const PARTS: ReadonlySet<string> = new Set(['of', 'from', 'in', 'between']);

/** `forces loyal to X`. */
function isLoyalTo({ chunks, tokens }: RoleReader, at: number): boolean {
  return chunks[at]?.preposition === 'to' && tokens[(chunks[at - 1]?.last ?? 0) - 1]?.lower === 'loyal';
}

/** The country of `the army`, `riot police`. */
function ofInstitution({ referents }: RoleReader, chunk: Chunk): readonly number[] {
  const country = referents.institution(chunk);
  return country === null ? [] : [country];
}

function endsInTitle({ tokens }: RoleReader, chunk: Chunk): boolean {
  return tokens[chunk.last - 1]?.case === 'initial';
}

/** Whom a noun chunk means by its own words. */
export function ownEntities(reader: RoleReader, at: number): readonly number[] {
  const chunk = reader.chunks[at];
  if (chunk?.kind !== 'noun') return [];
  const found = reader.referents.of(chunk);
  if (found.length > 0) return found;
  if (standsForBoth(reader, chunk)) {
    const both = bothOf(reader, chunk);
    return both.length > 0 || reader.tokens[chunk.first]?.lower !== 'they' ? both : bodyBefore(reader, at);
  }
  if (standsForThree(reader, chunk)) return reader.referents.lastPeople(chunk.first, 3);
  if (standsForBody(reader, chunk)) return bodyBefore(reader, at);
  return isEpithet(reader.tokens, chunk) ? reader.referents.topicBefore(chunk.first) : [];
}

/** Those of the last event with two; else, for people, the last two named. */
function bothOf(reader: RoleReader, chunk: Chunk): readonly number[] {
  const { recent, referents, tokens } = reader;
  if (ofCountries(reader, chunk)) return referents.arePeople(recent) ? [] : recent;
  if (recent.length > 0 || !/^(?:two|pair|both|men|leaders|ministers)$/.test(tokens[chunk.last - 1]?.lower ?? ''))
    return recent;
  return referents.lastPeople(chunk.first, 2);
}

function standsForBoth({ tokens, lexicon }: RoleReader, chunk: Chunk): boolean {
  const first = tokens[chunk.first]?.lower;
  if (chunk.last === chunk.first + 1) return first === 'they' || first === 'both';
  if (first === 'their') return standsForSomebody(tokens, chunk) || lexicon.nouns.holds(tokens[chunk.last - 1]);
  if (first !== 'the' && first !== 'both') return false;
  return lexicon.both.some((words) => {
    if (words.length !== chunk.last - chunk.first) return false;
    return words.every((w, k) => tokens[chunk.first + k]?.lower === w);
  });
}

/** `the three`, `all three men`. */
function standsForThree({ tokens }: RoleReader, { first, last }: Chunk): boolean {
  if (!/^(?:the|all)$/.test(tokens[first]?.lower ?? '') || tokens[first + 1]?.lower !== 'three') return false;
  return (
    last === first + 2 ||
    (last === first + 3 && /^(?:leaders|ministers|presidents|men|women)$/.test(tokens[first + 2]?.lower ?? ''))
  );
}

/** `the two governments` are no people. */
function ofCountries({ tokens }: RoleReader, chunk: Chunk): boolean {
  return /^(?:governments|countries|nations|capitals|neighbors|neighbours|states)$/.test(
    tokens[chunk.last - 1]?.lower ?? '',
  );
}

/** `it`, `its guards`, without a mention of its own. */
function standsForBody({ tokens, referents }: RoleReader, chunk: Chunk): boolean {
  const first = tokens[chunk.first]?.lower;
  return (first === 'it' || first === 'its') && referents.mentionAt(chunk.first) < 0;
}

/** The body or country that was the nearest subject before: `X said it would …`. */
function bodyBefore(reader: RoleReader, at: number): readonly number[] {
  const { chunks, referents } = reader;
  for (let k = at - 1; k >= 0; k--) {
    const chunk = chunks[k];
    if (chunk?.kind !== 'noun' || chunk.preposition !== null || chunks[k - 1]?.kind === 'verb') continue;
    const { bodies, places } = referents.within(chunk.first, chunk.last, false);
    if (bodies.length > 0) return bodies;
    if (places.length > 0 && !isPerson(reader, chunk)) return places;
    const institution = ofInstitution(reader, chunk);
    if (institution.length > 0) return institution;
  }
  return [];
}

/** `a former Ruritanian senator`: somebody of a country, not the country. */
function isPerson({ tokens, referents }: RoleReader, chunk: Chunk): boolean {
  const head = tokens[chunk.last - 1];
  return referents.mentionAt(chunk.last - 1) < 0 && head?.case === 'none' && standsForSomebody(tokens, chunk);
}
