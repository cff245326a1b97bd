/** `Lund resigned. The former teacher …`: an office of which the text has not told whose it was. */
import type { RolePhrase } from '../../annotations';
import type { Opening } from './descriptions';
import { headOfTitle, plainTitle, sameOffice } from './offices';
import type { State } from './state';
import { officeTable } from './words';
import { descriptionWords } from './description-words';

const { nationals: ANYBODYS } = descriptionWords;

/**
 * The one subject of the sentence before in the paragraph, where a sentence begins with a former office that nobody named is known
 * to have held, or with a nationality and `diplomat`. Not who holds that very office now, nor a servant of another country.
 */
export function spokenOf(state: State, role: RolePhrase, opening: Opening): number | undefined {
  const { tokens, sentences } = state.read;
  const untold = role.status === 'former' || (role.country !== null && ANYBODYS.has(role.title));
  if (!untold && (role.country === null || role.plural)) return undefined;
  const sentence = tokens[opening.first]?.sentence ?? 0;
  const own = sentences[sentence];
  if (opening.kind !== 'definite' || own?.first !== opening.first) return undefined;
  if (sentences[sentence - 1]?.paragraph !== own.paragraph) return undefined;
  const next = tokens[role.last]?.lower;
  if (next === 'who' || next === 'that' || next === "'s") return undefined;
  if ((state.holders.get(role.title) ?? []).some((entity) => wasIn(state, entity, role))) return undefined;
  const subjects = new Set<number>();
  for (const referent of state.discourse.before(opening.first, 1))
    if (referent.role === 'subject' && !referent.quoted && referent.sentence === sentence - 1)
      subjects.add(referent.entity);
  if (!untold) return onlyOne(state, role, opening.first);
  const [entity = -1] = subjects;
  return subjects.size === 1 && canBe(state, entity, role) ? entity : undefined;
}

/**
 * Whom a description behind a quotation means: `Lund resigned. "Enough," the engineer said`: the subject of the sentence before the
 * quotation, which ends the paragraph before where the quotation opens its own.
 * @param first the description's first token; `last`, exclusive, its last
 */
export function sayerOf(state: State, first: number, last: number): number | undefined {
  const { tokens, sentences, paragraphs } = state.read;
  const { quoted } = state.scan;
  const inverted = state.phrases.isSpeech(tokens[first - 1]);
  if (quoted[first] === 1 || (!inverted && !state.phrases.isSpeech(tokens[last]))) return undefined;
  // The closing mark does not count as quoted.
  let k = inverted ? first - 3 : first - 2;
  if (quoted[k] !== 1) return undefined;
  while (k > 0 && quoted[k - 1] === 1) k--;
  const sentence = tokens[k - 1]?.sentence ?? -1;
  const paragraph = sentences[sentence]?.paragraph ?? -1;
  if (k === 0 || sentence === tokens[k]?.sentence || paragraphs[paragraph]?.kind !== 'text') return undefined;
  const said = state.discourse.before(k, 1).filter((r) => r.sentence === sentence && !r.quoted && r.role === 'subject');
  const entity = said.at(-1)?.entity ?? -1;
  return entity >= 0 ? entity : undefined;
}

/** `… across from Lund. The Danish minister …`: the only one whom the sentence before names, of whom nothing else has been told. */
function onlyOne(state: State, role: RolePhrase, first: number): number | undefined {
  const sentence = state.read.tokens[first]?.sentence ?? 0;
  const named = new Set<number>();
  for (const referent of state.discourse.before(first, 1))
    if (referent.sentence === sentence - 1) named.add(referent.entity);
  const [entity = -1] = named;
  const person = state.people[entity];
  if (named.size !== 1 || person === undefined || person.offices.length > 0 || person.attributes.size > 0)
    return undefined;
  if ((state.holders.get(plainTitle(role.title)) ?? []).length > 0) return undefined;
  return (person.country ?? role.country) === role.country && canBe(state, entity, role) ? entity : undefined;
}

function wasIn(state: State, entity: number, role: RolePhrase): boolean {
  return state.people[entity]?.offices.some((o) => o.status === 'former' && sameOffice(o.title, role.title)) === true;
}

export function canBe(state: State, entity: number, role: RolePhrase): boolean {
  const person = state.people[entity];
  if (person?.offices.some((o) => sameOffice(o.title, role.title)) !== false) return false;
  const { gendered } = officeTable();
  const gender = gendered.get(role.title) ?? gendered.get(headOfTitle(role.title)) ?? null;
  if (gender !== null && person.gender !== null && gender !== person.gender) return false;
  return role.country === null || person.country === null || person.country === role.country;
}
