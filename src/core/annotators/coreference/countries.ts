import type { LocalOffice, RolePhrase } from '../../annotations';
import { functionWords, WordClass } from '../../lexicon/grammar';
import { nameWords } from '../../lexicon/name-words';
import { gazetteer } from '../../lexicon/places';
import { countryClues } from './country-clues';
import { openingOf } from './descriptions';

import { Guesses, seatsOf } from './guesses';
import { holdsLocal } from './local-offices';
import { clientsCountry, countryNamedBehind, listsCountry, possessorsCountry } from './stated-countries';
import type { Person, State } from './state';
import { officeTable } from './words';

/** How far back in a sentence a place or a person may stand, in names. */
const NAMES_BACK = 30;
/** And in tokens. */
const TOKENS_BACK = 80;

/**
 * Finds the country that each person serves where no role names it: the country of the one whose spokesman or minister it is, of
 * the place before the name (`Venezuela's Vladimir Padrino`, `In Cairo, Foreign Minister …`), of the officials of whom it is an
 * example; else for offices of a state the one for which most speaks.
 */
export function findCountries(state: State): void {
  findStatedCountries(state);
  for (const person of state.people) person.country ??= ownersCountry(state, person);
  // `the Kenyan, Constable X`: whoever serves serves most often at home.
  for (const person of state.people)
    if (person.country === null && person.nationality !== null && holdsLocal(state, person))
      person.country = person.nationality;
  for (const [index, person] of state.people.entries())
    if (holdsLocal(state, person)) person.country ??= abroad(state, index, placeBefore(state, index));
  for (const [index, person] of state.people.entries())
    person.country ??= abroad(state, index, governmentsCountry(state, person));
  const guesses = new Guesses(state);
  // Who serves a person takes that one's country, so those who serve none go first.
  for (const served of [false, true]) {
    for (const [index, person] of state.people.entries()) {
      if (served) person.country ??= ownersCountry(state, person);
      if (person.country !== null || !holdsLocal(state, person)) continue;
      // Of whom nobody knows whose country he serves, nobody knows whose aides do.
      if (served ? servesStranger(state, person) : hasOwner(state, person)) continue;
      person.country = guesses.guess(index, person);
      guesses.take(index, person);
    }
  }
}

/** A country, unless it is that of the one whose counterpart somebody is. */
function abroad(state: State, entity: number, country: string | null): string | null {
  if (country === null) return null;
  const own = state.counterparts.some((c) => c.entity === entity && state.people[c.owner]?.country === country);
  return own ? null : country;
}

/**
 * What can be told before pronouns and descriptions are resolved: countries that words beside a name or its office tell, and the
 * likeliest ones of those who hold an office of which a state has one.
 */
export function findFirstCountries(state: State): void {
  findStatedCountries(state);
  const guesses = new Guesses(state);
  for (const [index, person] of state.people.entries()) {
    if (person.country !== null || seatsOf(person).length === 0 || hasOwner(state, person)) continue;
    if (person.offices.some((office) => isOwned(state, office))) continue;
    person.country = placeBefore(state, index) ?? guesses.guess(index, person);
    guesses.take(index, person);
  }
}

/** `his foreign minister X`: whose, is not known yet. */
function isOwned(state: State, office: LocalOffice): boolean {
  const role = state.roles[office.role];
  return role !== undefined && openingOf(state, role.first).kind === 'owned';
}

function findStatedCountries(state: State): void {
  for (const person of state.people) {
    person.country ??= firstCountry(person.offices.filter((o) => o.status !== 'former'));
    person.country ??= firstCountry(person.offices);
  }
  for (const person of state.people)
    person.country ??=
      possessorsCountry(state, person) ??
      countryNamedBehind(state, person) ??
      clientsCountry(state, person) ??
      listsCountry(state, person);
}

/** The last country but home that the sentence, or the one before it in the paragraph, speaks of before a first mention. */
function governmentBefore(state: State, entity: number, home: string | null): string | null {
  const { tokens, sentences } = state.read;
  const name = state.names[state.people[entity]?.cluster.mentions[0] ?? -1];
  if (name === undefined) return null;
  const sentence = tokens[name.first]?.sentence ?? 0;
  const paragraph = sentences[sentence]?.paragraph;
  const same = sentences[sentence - 1]?.paragraph === paragraph;
  const from = sentences[same ? sentence - 1 : sentence]?.first ?? name.first;
  const { nationalities } = gazetteer();
  for (let i = name.first - 1; i >= from && i > name.first - TOKENS_BACK; i--) {
    const adjective = tokens[i]?.case === 'none' ? undefined : nationalities.of(tokens[i]);
    const country = adjective ?? countryAt(state, i);
    if (country !== null && country !== home) return country;
  }
  return null;
}

function firstCountry(offices: readonly LocalOffice[]): string | null {
  const stated = offices.find((o) => o.country !== null)?.country;
  if (stated !== undefined) return stated;
  const { only } = officeTable();
  for (const { title } of offices) if (only.has(title)) return only.get(title) ?? null;
  return null;
}

/** `Pashinyan's spokeswoman, X`, `His foreign minister, Y`: the country of the one they serve. */
function ownersCountry(state: State, person: Person): string | null {
  for (const office of person.offices) {
    const role = state.roles[office.role];
    if (role === undefined || role.title === 'counterpart') continue;
    const { owner, first } = openingOf(state, role.first);
    const served = owner ?? servedPerson(state, role);
    const country = served === null ? itsCountry(state, first) : (state.people[served]?.country ?? null);
    if (country !== null) return country;
  }
  return null;
}

/** Whether an office is that of somebody who serves a person of the text. */
function hasOwner(state: State, person: Person): boolean {
  return person.offices.some((office) => {
    const role = state.roles[office.role];
    return role !== undefined && (openingOf(state, role.first).owner ?? servedPerson(state, role)) !== null;
  });
}

/** Whether somebody serves an official whose country is not known, or who has none. */
function servesStranger(state: State, person: Person): boolean {
  return person.offices.some((office) => {
    const role = state.roles[office.role];
    const owner = role === undefined ? null : (openingOf(state, role.first).owner ?? servedPerson(state, role));
    const served = owner === null ? undefined : state.people[owner];
    return served !== undefined && served !== person && served.offices.length > 0 && served.country === null;
  });
}

/** `the spokesman of President X`, `an adviser to X`: the person whom the words behind the office name, or null. */
function servedPerson(state: State, role: RolePhrase): number | null {
  const { tokens } = state.read;
  const preposition = tokens[role.last];
  if (preposition === undefined || !/^(?:of|for|to)$/u.test(preposition.lower)) return null;
  for (let k = role.last + 1; k < role.last + 6; k++) {
    const token = tokens[k];
    if (token?.kind !== 'word' || token.sentence !== preposition.sentence) return null;
    const index = state.nameAt[k] ?? -1;
    if (index < 0) continue;
    const person = state.personOf[index] ?? -1;
    return person >= 0 ? person : null;
  }
  return null;
}

/** `Peru recalled its ambassador`, `Chad denied it. Its minister …`: the country before, in the sentence or opening the one before. */
function itsCountry(state: State, first: number): string | null {
  const { tokens, sentences } = state.read;
  if (!/^(?:its|their)$/u.test(tokens[first - 1]?.lower ?? '')) return null;
  const sentence = sentences[tokens[first]?.sentence ?? -1];
  const before = sentences[(tokens[first]?.sentence ?? 0) - 1];
  if (sentence === undefined) return null;
  for (let i = first - 2; i >= Math.max(sentence.first, first - 60); i--) {
    const country = countryAt(state, i);
    if (country !== null) return country;
  }
  if (before === undefined || before.paragraph !== sentence.paragraph) return null;
  for (let i = before.first; i < Math.min(before.last, before.first + 6); i++) {
    const country = countryAt(state, i);
    if (country !== null) return country;
  }
  return null;
}

function countryAt(state: State, token: number): string | null {
  const name = state.nameAt[token] ?? -1;
  const person = state.people[state.personOf[name] ?? -1];
  if (person !== undefined) return person.country;
  return state.names[name]?.country ?? state.bodies[state.bodyOf[name] ?? -1]?.country ?? null;
}

/** `Moscow said that X had …`: the government's; `the president named X …`: that of the one who appoints. */
function governmentsCountry(state: State, person: Person): string | null {
  const { tokens } = state.read;
  const { appointing, governments } = countryClues();
  for (const index of person.cluster.mentions) {
    const name = state.names[index];
    if (name === undefined) continue;
    const before = state.names[index - 1];
    const said = tokens[name.first - 1]?.lower === 'that' ? name.first - 2 : name.first - 1;
    if (
      before?.kind === 'place' &&
      before.country !== null &&
      before.last === said &&
      state.phrases.isSpeech(tokens[said])
    )
      return before.country;
    if (tokens[name.first - 1]?.lower === 'by' && governments.holds(tokens[name.first - 3]))
      return governmentBefore(state, state.personOf[index] ?? -1, null) ?? state.home;
    const verb = tokens[state.phrases.firstOfName(index, name) - 1];
    if (verb === undefined || !appointing.holds(verb)) continue;
    // `X, who replaced Y`: takes over from, does not appoint.
    const taking = tokens[state.phrases.firstOfName(index, name) - 2]?.lower;
    if (verb.lower === 'replaced' && (taking === 'who' || taking === 'he' || taking === 'she')) continue;
    for (
      let i = index - 1;
      i >= 0 && i > index - NAMES_BACK && tokens[state.names[i]?.first ?? 0]?.sentence === verb.sentence;
      i--
    ) {
      const country = state.people[state.personOf[i] ?? -1]?.country ?? null;
      if (country !== null) return country;
    }
    return state.home;
  }
  return null;
}

/** The country of the place in which the sentence begins (`In Guatemala City, …`) or that `where` speaks of, before a first mention. */
function placeBefore(state: State, entity: number): string | null {
  const { tokens, sentences } = state.read;
  const index = state.people[entity]?.cluster.mentions[0];
  const name = index === undefined ? undefined : state.names[index];
  if (index === undefined || name === undefined) return null;
  const sentence = tokens[name.first]?.sentence ?? 0;
  const opens = sentences[sentence]?.first ?? 0;
  const government = governmentSpeaking(state, sentence, name.first);
  if (government !== null) return government;
  const classes = functionWords();
  for (let i = index - 1; i >= 0 && i > index - NAMES_BACK; i--) {
    const place = state.names[i];
    if (place === undefined || place.first < opens) break;
    if (place.kind !== 'place' || place.country === null) continue;
    const before = tokens[place.first - 1]?.lower ?? '';
    // `The Centre's director`
    if (before === 'the' && nameWords().classNounsOfBodies.has(tokens[place.first]?.lower ?? '')) continue;
    // `In neighboring Chad`
    const fronted =
      tokens[place.first - 1]?.case === 'none' && place.first - 2 === opens ? place.first - 2 : place.first - 1;
    const locative = ((classes.get(tokens[fronted]?.lower ?? '') ?? 0) & WordClass.locative) !== 0;
    const where = name.first - place.last < 20 && hasWord(state, place.last, name.first, 'where');
    if ((locative && fronted === opens) || where) return place.country;
    // `Chad's parliament voted after President X …`, `Chad agreed, with its envoy X saying …`
    const possessive = tokens[place.last]?.lower === "'s";
    const beside = tokens[state.phrases.firstOfName(index, name) - 1]?.lower === 'with';
    if (place.first <= opens + 1 && (possessive || beside)) return place.country;
  }
  return null;
}

/** `Paris called it absurd. "…," Foreign Minister X said`: a government, before words of one who speaks for it. */
function governmentSpeaking(state: State, sentence: number, before: number): string | null {
  const { tokens, sentences } = state.read;
  const own = sentences[sentence];
  const last = sentences[sentence - 1];
  if (own === undefined || last?.paragraph !== own.paragraph || state.scan.quoted[own.first] !== 1) return null;
  const place = state.names[state.nameAt[last.first] ?? -1];
  if (place?.kind !== 'place' || place.country === null || before - place.last > TOKENS_BACK) return null;
  if (!state.phrases.isVerb(tokens[place.last])) return null;
  for (let k = place.last; k < before; k++) {
    const other = state.scan.quoted[k] === 1 ? null : countryAt(state, k);
    if (other !== null && other !== place.country) return null;
  }
  return place.country;
}

function hasWord(state: State, from: number, to: number, word: string): boolean {
  for (let i = from; i < to; i++) if (state.read.tokens[i]?.lower === word) return true;
  return false;
}
