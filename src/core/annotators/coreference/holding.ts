/** Who holds which office. */
import type { LocalOffice, RolePhrase } from '../../annotations';
import { gazetteer } from '../../lexicon/places';
import type { BodyCluster } from './bodies';
import { openingOf } from './descriptions';
import { headOfTitle, isStateOffice } from './offices';
import type { Person, State } from './state';
import { descriptionWords } from './description-words';

const { aides: AIDES } = descriptionWords;

/** Notes every office that the text gives to somebody by name, wherever: a description may stand before the name. */
export function giveStatedOffices(state: State): void {
  for (const [index, role] of state.roles.entries())
    if (role.people.length > 0 && !role.relational) give(state, index, role, holdersOf(state, role));
}

/** The people whom a role names. */
export function holdersOf(state: State, role: RolePhrase): Set<number> {
  return new Set(role.people.map((name) => state.personOf[name] ?? -1).filter((entity) => entity >= 0));
}

/** An office that the text gives to named people; a counterpart's is read off the one whose counterpart it is. */
export function give(state: State, index: number, role: RolePhrase, entities: ReadonlySet<number>): void {
  const shared = state.countryOf(role);
  const two = respectiveCountries(state, role);
  const body = role.organization === null ? -1 : (state.bodyOf[role.organization] ?? -1);
  const organization = body < 0 || isCountry(state.bodies[body], role.country) ? null : body;
  for (const entity of entities) {
    state.people[entity]?.attributes.add(headOfTitle(role.title));
    const country = two?.[state.personOf[role.people[0] ?? -1] === entity ? 0 : 1] ?? shared;
    if (!role.relational) {
      state.giveOffice(entity, { role: index, title: role.title, status: role.status, country, organization });
      continue;
    }
    const { owner } = openingOf(state, role.first);
    if (owner !== null && owner >= 0 && role.title === 'counterpart')
      state.counterparts.push({ owner, entity, role: index });
    const held = owner === null ? undefined : officeHeld(state.people[owner]);
    const person = state.people[entity];
    if (role.title === 'counterpart' && person !== undefined && hasTitleBehind(state, role, person))
      person.country ??= country;
    else if (held !== undefined && role.title === 'counterpart')
      state.giveOffice(entity, { role: index, title: held.title, status: 'current', country, organization: null });
    else if (held !== undefined && owner !== null) {
      const status = role.title === 'predecessor' ? 'former' : 'designate';
      const served = country ?? held.country ?? state.people[owner]?.country ?? null;
      state.giveOffice(entity, {
        role: index,
        title: held.title,
        status,
        country: served,
        organization: held.organization,
      });
    } else if (person !== undefined) {
      person.country ??= country;
      person.roles.add(index);
    }
  }
}

/** The countries of two who are named in one order with them: `the presidents of Kenya and Uganda, X and Y`; null for others. */
function respectiveCountries(state: State, role: RolePhrase): readonly [string, string] | null {
  if (!role.plural || role.people.length !== 2 || role.country === null) return null;
  const other = partner(state, role);
  if (other === null || other === role.country) return null;
  return joinedBehind(state, role) ? [role.country, other] : [other, role.country];
}

/** The second country of `the presidents of Kenya and Uganda`, the first of `the Kenyan and Ugandan presidents`, or null. */
function partner(state: State, role: RolePhrase): string | null {
  const { tokens } = state.read;
  if (joinedBehind(state, role))
    return countryAt(state, tokens[role.last + 1]?.lower === 'the' ? role.last + 2 : role.last + 1);
  const first = tokens[role.first]?.lower === 'the' ? role.first + 1 : role.first;
  const joint = tokens[first]?.lower === 'and' ? first : first - 1;
  return tokens[joint]?.lower === 'and'
    ? countryAt(state, tokens[joint - 1]?.lower === "'s" ? joint - 2 : joint - 1)
    : null;
}

function joinedBehind({ read: { tokens } }: State, role: RolePhrase): boolean {
  return tokens[role.last]?.lower === 'and';
}

function countryAt(state: State, token: number): string | null {
  const name = state.names[state.nameAt[token] ?? -1];
  if (name !== undefined) return name.kind === 'place' ? name.country : null;
  const word = state.read.tokens[token];
  return word?.case === 'none' ? null : (gazetteer().nationalities.of(word) ?? null);
}

/** `his American counterpart, Commerce Secretary X`: the text tells the office itself. */
function hasTitleBehind(state: State, role: RolePhrase, person: Person): boolean {
  return person.offices.some((office) => {
    const first = state.roles[office.role]?.first ?? -1;
    return first >= role.last && first - role.last < TITLE_REACH && !RANK.test(office.title);
  });
}

const TITLE_REACH = 4;
const RANK = /^(?:general|colonel|lieutenant|major|marshal|admiral|captain|prince|princess|sheikh)$/u;

/** Counterparts of people whose office only a later sentence tells. */
export function inferCounterparts(state: State): void {
  for (const { owner, entity, role } of state.counterparts) {
    const held = officeHeld(state.people[owner]) ?? officeOfTwo(state, owner, role);
    const person = state.people[entity];
    if (held === undefined || person === undefined || person.offices.some((o) => o.role === role)) continue;
    const phrase = state.roles[role];
    if (phrase !== undefined && hasTitleBehind(state, phrase, person)) continue;
    const country = state.roles[role]?.country ?? null;
    state.giveOffice(entity, { role, title: held.title, status: 'current', country, organization: null });
  }
}

/** `The foreign ministers of Peru and Chile met. X told his Chilean counterpart …`: the office of X, which it is given. */
function officeOfTwo(state: State, entity: number, counterpart: number): LocalOffice | undefined {
  const abroad = state.roles[counterpart]?.country ?? null;
  for (let index = counterpart - 1; index >= Math.max(0, counterpart - ROLES_BACK); index--) {
    const role = state.roles[index];
    if (role === undefined || !role.plural || role.people.length > 0 || role.country === null || abroad === null)
      continue;
    const countries = [role.country, partner(state, role)];
    const country = countries[0] === abroad ? countries[1] : countries[1] === abroad ? countries[0] : null;
    if (country === null || country === undefined || !isStateOffice(role.title)) continue;
    const office = { role: index, title: role.title, status: role.status, country, organization: null };
    state.giveOffice(entity, office);
    return office;
  }
  return undefined;
}

/** How far back the plural office may stand, in roles. */
const ROLES_BACK = 40;

/** The office of somebody by which a counterpart is called: rather that of the foreign minister than that of the deputy premier. */
export function officeHeld(person: Person | undefined): LocalOffice | undefined {
  const held = person?.offices.filter((o) => o.status !== 'former');
  return held?.find((o) => !BESIDE.test(o.title)) ?? held?.[0];
}

const BESIDE =
  /^(?:(?:deputy|vice) (?:prime minister|premier|president|chancellor)|deputy|general|colonel|lieutenant|major|marshal|admiral)$/u;

/**
 * Notes whom aides of officials of a body serve: `Guterres … His spokesman, X` speaks for the United Nations. The country of such
 * an aide is not guessed.
 */
export function giveAidesTheirBody(state: State): void {
  for (const person of state.people) {
    for (const [at, office] of person.offices.entries()) {
      const role = state.roles[office.role];
      if (role === undefined || office.organization !== null || role.relational) continue;
      if (!AIDES.has(headOfTitle(office.title))) continue;
      const { owner } = openingOf(state, role.first);
      const organization = owner === null ? null : (officeHeld(state.people[owner])?.organization ?? null);
      if (organization !== null && state.bodies[organization]?.kind === 'organization')
        person.offices[at] = { ...office, organization };
    }
  }
}

function isCountry(body: BodyCluster | undefined, country: string | null): boolean {
  return body?.kind === 'place' && body.country !== null && body.country === country;
}
