/** Who takes over from whom: `X was named to replace Y`, `the council chose X to succeed him`. */
import { officeHeld } from './holding';
import { sameOffice } from './offices';
import { heirOf } from './pronouns';
import type { State } from './state';

/** Gives the office of the one whom a phrase means to the one who is said in front of it to take over. */
export function inherit(state: State, predecessor: number, first: number): void {
  const entity = heirOf(state, first) ?? -1;
  const heir = state.people[entity];
  const person = state.people[predecessor];
  const held = officeHeld(person) ?? person?.offices[0];
  if (heir === undefined || heir === person || held === undefined) return;
  if (heir.offices.some((o) => sameOffice(o.title, held.title))) return;
  const country = held.country ?? person?.country ?? null;
  state.giveOffice(entity, { ...held, status: 'designate', country });
}
