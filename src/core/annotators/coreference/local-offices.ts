/** Which offices tie their holder to one country. */
import type { LocalOffice } from '../../annotations';
import { bodyKey, bodyTable } from './bodies';
import { countryClues } from './country-clues';
import { headOfTitle, isStateOffice } from './offices';
import { serves } from './service';
import type { Person, State } from './state';

/** Whether somebody serves one country: in an office of it, or as the words around the name tell. */
export function holdsLocal(state: State, person: Person): boolean {
  if (person.offices.length === 0) return serves(state, person);
  return (
    person.offices.some((o) => isLocal(state, o)) ||
    (!person.offices.some((o) => o.organization !== null) && serves(state, person))
  );
}

/** Whether an office is one of a state or of a place or body in it, not of an organization of several countries or a firm. */
function isLocal(state: State, office: LocalOffice): boolean {
  const clues = countryClues();
  const body = office.organization === null ? undefined : state.bodies[office.organization];
  if (body?.kind === 'place') return true;
  if (body !== undefined && body.country === null) {
    const words = bodyKey(body.name).split(' ');
    if (words.some((word) => clues.international.has(word))) return false;
    // A director may be anybody's, a party leader or minister hardly.
    const { institutions, small } = bodyTable();
    const ofState = words.some((word) => institutions.has(word) && !small.has(word));
    const party = clues.parties.has(words.at(-1) ?? '');
    if (!ofState && !party && clues.anybodys.has(headOfTitle(office.title))) return false;
  }
  return isStateOffice(office.title);
}
