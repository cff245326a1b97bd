/** Offices that are told of several countries at once: `the foreign ministers of Mali, Niger and Chad`. */
import type { RolePhrase } from '../../annotations';
import { WordClass } from '../../lexicon/grammar';
import { gazetteer } from '../../lexicon/places';
import { countryNamedBehind } from './stated-countries';
import type { State } from './state';
import { itemAt } from '../../items';

/** How many tokens such a list of countries may have. */
const LIST_REACH = 14;

/** Gives such an office to those of whom only the country is told: `Keita of Mali`. */
export function giveSharedOffices(state: State): void {
  const offices = new Map<string, number>();
  for (const [index, role] of state.roles.entries()) {
    if (!role.plural || role.people.length > 0 || role.status === 'former') continue;
    const countries = countriesOf(state, role);
    // Two offices of one country: the text does not tell which one is meant.
    if (countries.size > 1) for (const country of countries) offices.set(country, offices.has(country) ? -1 : index);
  }
  if (offices.size === 0) return;
  for (const [entity, person] of state.people.entries()) {
    if (person.offices.length > 0) continue;
    const country = countryNamedBehind(state, person);
    const role = country === null ? -1 : (offices.get(country) ?? -1);
    const title = state.roles[role]?.title;
    if (title !== undefined) state.giveOffice(entity, { role, title, status: 'current', country, organization: null });
  }
}

/** The countries behind a plural office (`of Mali, Niger and Chad`) or before it (`the Malian and Chadian …`). */
function countriesOf(state: State, role: RolePhrase): Set<string> {
  const { tokens } = state.read;
  const { demonyms } = gazetteer();
  const found = new Set<string>();
  const sentence = tokens[role.first]?.sentence;
  for (let k = role.first; k < role.last + LIST_REACH; k++) {
    const token = tokens[k];
    if (token === undefined || token.sentence !== sentence) break;
    const name = itemAt(state.names, state.nameAt[k]);
    const country = name?.country ?? (token.case === 'none' ? null : (demonyms.of(token) ?? null));
    if (country !== null && name?.kind !== 'person') found.add(country);
    else if (k < role.last || JOINING.has(token.lower)) continue;
    else if ((token.form.classes & WordClass.determiner) === 0) break;
  }
  if (role.first > 1 && tokens[role.first - 1]?.lower === 'and') {
    const country = demonyms.of(tokens[role.first - 2]) ?? null;
    if (country !== null) found.add(country);
  }
  return found;
}

const JOINING = new Set(['of', 'and', ',', "'s"]);
