/** Who holds which office. */
import type { LocalOffice, RolePhrase } from '../../annotations';
import type { BodyCluster } from './bodies';
import { openingOf } from './descriptions';
import { headOfTitle } from './offices';
import type { Person, State } from './state';

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
  const country = state.countryOf(role);
  const body = role.organization === null ? -1 : (state.bodyOf[role.organization] ?? -1);
  const organization = body < 0 || isCountry(state.bodies[body], role.country) ? null : body;
  for (const entity of entities) {
    state.people[entity]?.attributes.add(headOfTitle(role.title));
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
    const held = officeHeld(state.people[owner]);
    const person = state.people[entity];
    if (held === undefined || person === undefined || person.offices.some((o) => o.role === role)) continue;
    const phrase = state.roles[role];
    if (phrase !== undefined && hasTitleBehind(state, phrase, person)) continue;
    const country = state.roles[role]?.country ?? null;
    state.giveOffice(entity, { role, title: held.title, status: 'current', country, organization: null });
  }
}

/** The office of somebody by which a counterpart is called: rather that of the foreign minister than that of the deputy premier. */
function officeHeld(person: Person | undefined): LocalOffice | undefined {
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

const AIDES = new Set('spokesman spokeswoman spokesperson deputy representative envoy adviser advisor aide'.split(' '));

function isCountry(body: BodyCluster | undefined, country: string | null): boolean {
  return body?.kind === 'place' && body.country !== null && body.country === country;
}
