/** Which offices tie their holder to one country. */
import type { LocalOffice } from '../../annotations';
import { bodyKey, bodyTable } from './bodies';
import { headOfTitle, isStateOffice } from './offices';
import type { Person, State } from './state';

export function holdsLocal(state: State, person: Person): boolean {
  return person.offices.some((o) => isLocal(state, o));
}

/** Whether an office is one of a state or of a place or body in it, not of an organization of several countries or a firm. */
function isLocal(state: State, office: LocalOffice): boolean {
  const body = office.organization === null ? undefined : state.bodies[office.organization];
  if (body?.kind === 'place') return true;
  if (body !== undefined && body.country === null) {
    const words = bodyKey(body.name).split(' ');
    if (words.some((word) => INTERNATIONAL.has(word))) return false;
    // A director may be anybody's, a party leader or minister hardly.
    const { institutions, small } = bodyTable();
    const ofState = words.some((word) => institutions.has(word) && !small.has(word));
    if (!ofState && ANYBODYS.has(headOfTitle(office.title))) return false;
  }
  return isStateOffice(office.title);
}

const INTERNATIONAL = new Set(
  'nations world international european african arab american organization organisation union global un who nato'.split(
    ' ',
  ),
);
const ANYBODYS = new Set(
  'director head chief coordinator officer representative spokesman spokeswoman spokesperson adviser'.split(' '),
);
