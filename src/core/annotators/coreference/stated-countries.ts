/** Countries that the words beside a name tell. */
import { WordClass } from '../../lexicon/grammar';
import { gazetteer } from '../../lexicon/places';
import { placeKey } from './bodies';
import { countryClues } from './country-clues';
import type { Person, State } from './state';
import { itemAt } from '../../items';

/** `Keita of Mali`: the country behind a name; none where it is only the beginning of another's name. */
export function countryNamedBehind(state: State, person: Person): string | null {
  const { tokens } = state.read;
  for (const index of person.cluster.mentions.slice(0, MOST_LOOKED_AT)) {
    const name = state.names[index];
    if (name === undefined || tokens[name.last]?.lower !== 'of') continue;
    const from = tokens[name.last + 1]?.lower === 'the' ? name.last + 2 : name.last + 1;
    const place = itemAt(state.names, state.nameAt[from]);
    if (place?.kind !== 'place' || place.country === null || place.first !== from) continue;
    const next = tokens[place.last];
    const over = next === undefined || (next.case === 'none' && next.lower !== "'s" && next.text !== '-');
    const { places } = gazetteer();
    if (over && place.last === from + 1 && places.get(tokens[from]?.form.key ?? '')?.kind === 'country')
      return place.country;
    if (over && place.last > from + 1 && placeKey(state.read.text.slice(place.start, place.end)).startsWith('='))
      return place.country;
  }
  return null;
}

/** `X, speaking for Sudan's health ministry`: the country for whose government somebody speaks. */
export function clientsCountry(state: State, person: Person): string | null {
  const { tokens } = state.read;
  const { demonyms } = gazetteer();
  for (const index of person.cluster.mentions.slice(0, MOST_LOOKED_AT)) {
    const at = state.names[index]?.last ?? 0;
    const speaks = tokens[at]?.text === ',' && tokens[at + 1]?.lower === 'speaking';
    if (!speaks || (tokens[at + 2]?.lower !== 'for' && tokens[at + 2]?.lower !== 'on')) continue;
    let country: string | null = null;
    for (let k = at + 3; k < at + 12 && tokens[k]?.text !== ','; k++) {
      const name = itemAt(state.names, state.nameAt[k]);
      if (name?.kind === 'person') break;
      country ??= name?.country ?? demonyms.of(tokens[k]) ?? null;
      if (name?.kind === 'organization' && country !== null) return country;
      if (country !== null && countryClues()['spoken-for'].holds(tokens[k])) return country;
    }
  }
  return null;
}

/** `Venezuela's Vladimir Padrino López`. */
export function possessorsCountry(state: State, person: Person): string | null {
  for (const index of person.cluster.mentions) {
    const name = state.names[index];
    if (name === undefined) continue;
    const first = state.phrases.first(name.first);
    for (let i = name.first - 1; i >= first; i--) {
      if (state.read.tokens[i]?.lower !== "'s" && state.read.tokens[i]?.lower !== "'") continue;
      const owner = state.nameAt[i - 1] ?? -1;
      const country = state.names[owner]?.country ?? itemAt(state.bodies, state.bodyOf[owner])?.country ?? null;
      if (country !== null) return country;
    }
  }
  return null;
}

/** `Georgian officials, including X and Y`: the adjective before the nouns of which somebody is an example. */
export function listsCountry(state: State, person: Person): string | null {
  const { examples } = countryClues();
  const { tokens } = state.read;
  const { demonyms } = gazetteer();
  for (const index of person.cluster.mentions.slice(0, MOST_LOOKED_AT)) {
    const name = state.names[index];
    if (name === undefined) continue;
    let k = name.first - 1;
    const sentence = tokens[name.first]?.sentence;
    const end = Math.max(0, name.first - LIST_REACH);
    while (k >= end && tokens[k]?.sentence === sentence && !examples.holds(tokens[k])) k--;
    if (!examples.holds(tokens[k]) || tokens[k]?.sentence !== sentence) continue;
    for (let i = k - 1; i >= k - LIST_NOUNS; i--) {
      const token = tokens[i];
      if (token === undefined || token.sentence !== sentence || (token.text === ',' && i < k - 1)) break;
      if (state.phrases.isVerb(token) || (token.form.classes & WordClass.be) !== 0) break;
      const country = token.case === 'none' || (state.nameAt[i] ?? -1) >= 0 ? null : (demonyms.of(token) ?? null);
      if (country !== null) return country;
    }
  }
  return null;
}

const LIST_REACH = 40;
const LIST_NOUNS = 7;
const MOST_LOOKED_AT = 3;
