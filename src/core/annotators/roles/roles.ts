import type { NameMention, RolePhrase } from '../../annotations';
import { officeTable } from '../../lexicon/offices';
import { gazetteer } from '../../lexicon/places';
import { speechTable } from '../../lexicon/speech';
import type { ReadText } from '../input';
import { type Field, fieldOf } from './fields';
import { holdersOf } from './holders';
import { countryBehind, ownerOf } from './owner';
import { findOfficePhrases, normalTitle, type OfficePhrase } from './phrases';
import type { Owner, RoleReading } from './reading';
import { type FoundRole, shareHolders } from './shared';
import { itemAt } from '../../items';
import { roleWords } from './role-words';

const { adjectives: ADJECTIVES, services: SERVICES, formerly: FORMERLY, perfect: PERFECT } = roleWords;

/**
 * Finds words for offices and roles, and the people they are said of: titles before a name, appositions, predicates, and
 * descriptions that stand alone (`people` empty). A description's span begins at its article or adjective of nationality; a
 * possessor before it is left out.
 * @returns sorted by start, not overlapping
 */
export function findRoles(read: ReadText, names: readonly NameMention[]): readonly RolePhrase[] {
  const reading = prepare(read, names);
  const found: FoundRole[] = [];
  const phrases = findOfficePhrases(read.tokens, reading.offices);
  for (const [n, words] of phrases.entries()) {
    if (isInsideName(reading, words)) continue;
    const owner = ownerOf(reading, words);
    const phrase = asCounterpart(reading, words, owner);
    if (phrase === null) continue;
    const owned = owner.last > phrase.last && (owner.organization >= 0 || owner.country !== null);
    const field = owned ? null : fieldOf(reading, phrase, phrases[n + 1]);
    const people = holdersOf(reading, phrase, owner, field);
    if (people.length === 0 && !standsAlone(reading, phrase)) continue;
    const role = roleOf(reading, phrase, owner, field, people);
    const before = found.at(-1);
    const next = { role, phrase, owner, end: Math.max(role.last, field?.last ?? 0) };
    if (role.start >= (before?.role.end ?? 0)) found.push(next);
    else if (people.length > 0 && before?.role.people.length === 0) found[found.length - 1] = next;
  }
  return shareHolders(reading, found);
}

function prepare(read: ReadText, names: readonly NameMention[]): RoleReading {
  const nameAt = new Int32Array(read.tokens.length).fill(-1);
  for (const [index, name] of names.entries()) nameAt.fill(index, name.first, name.last);
  const places = gazetteer();
  const keys = read.tokens.map((token) => token.form.key);
  return { tokens: read.tokens, names, nameAt, keys, offices: officeTable(), places };
}

function isInsideName(read: RoleReading, phrase: OfficePhrase): boolean {
  for (let k = phrase.head; k < phrase.headLast; k++) if ((read.nameAt[k] ?? -1) >= 0) return true;
  return false;
}

/** `his Turkish colleague`, `her Greek host`: a counterpart; other colleagues hold no office: null. */
function asCounterpart({ offices }: RoleReading, phrase: OfficePhrase, owner: Owner): OfficePhrase | null {
  if (!offices.likewise.has(phrase.title)) return phrase.office.title === 'colleague' ? null : phrase;
  const owned = owner.determiner === 'pronoun' || owner.determiner === 'possessive';
  if (!owned || owner.country === null || phrase.office.plural) return phrase.title === 'host' ? phrase : null;
  return { ...phrase, title: 'counterpart', office: { ...phrase.office, relational: true } };
}

/** Whether an office without a holder is worth keeping: an abbreviated rank alone is not. */
function standsAlone(read: RoleReading, phrase: OfficePhrase): boolean {
  if (phrase.office.abbreviated) return false;
  if (!ADJECTIVES.has(phrase.title)) return true;
  // `a major driver`, `the host star`
  const next = read.tokens[phrase.last];
  if (next?.kind !== 'word' || next.case !== 'none' || next.lower === "'s") return true;
  return next.form.classes !== 0 || speechTable().verbs.holds(next);
}

function roleOf(
  read: RoleReading,
  phrase: OfficePhrase,
  owner: Owner,
  field: Field | null,
  people: number[],
): RolePhrase {
  const { tokens } = read;
  const first = owner.first;
  let last = phrase.last;
  if (people.length === 0 || !startsAfter(read, people, phrase)) last = Math.max(owner.last, phrase.last);
  if (field?.named === true && people.length > 0) last = field.last;
  return {
    start: tokens[first]?.start ?? 0,
    end: tokens[last - 1]?.end ?? 0,
    first,
    last,
    title: titleOf(read, phrase, owner, field),
    status: statusOf(read, phrase, owner),
    country: regionsCountry(read, phrase, owner, people) ?? owner.country ?? countryOfHolder(read, people),
    organization: owner.organization < 0 ? null : owner.organization,
    people,
    plural: phrase.office.plural,
    relational: phrase.office.relational,
  };
}

/** `Israeli Army chief`: an army chief, although the army's name has taken the word. */
function titleOf(read: RoleReading, phrase: OfficePhrase, owner: Owner, field: Field | null): string {
  if (field?.words) return normalTitle([phrase.title, read.tokens[phrase.last]?.lower, ...field.words].join(' '));
  const name = itemAt(read.names, read.nameAt[phrase.first - 1]);
  const word = read.tokens[phrase.first - 1]?.lower ?? '';
  if (owner.organization < 0 || name === undefined || name !== read.names[owner.organization]) return phrase.title;
  return SERVICES.has(word) ? `${word} ${phrase.title}` : phrase.title;
}

/** `X, then the head of Y`, `former Chilean president X`, `X, who served as minister`, `X, president from 1982 to 1988`. */
function statusOf(read: RoleReading, phrase: OfficePhrase, owner: Owner): OfficePhrase['status'] {
  if (phrase.status !== 'current') return phrase.status;
  if (owner.status !== null) return owner.status;
  const { tokens } = read;
  const before = tokens[owner.outer - 1]?.lower ?? '';
  if (FORMERLY.has(before)) return 'former';
  const served = before === 'as' && tokens[owner.outer - 2]?.lower === 'served';
  if (served && !PERFECT.holds(tokens[owner.outer - 3])) return 'former';
  return isTerm(tokens, owner.last) ? 'former' : 'current';
}

/** `from 1982 to 1988`, `between 2001 and 2004`, `until 2010`. */
function isTerm(tokens: RoleReading['tokens'], at: number): boolean {
  const opener = tokens[at]?.lower;
  const year = (i: number): boolean => tokens[i]?.kind === 'number' && tokens[i].text.length === 4;
  if (opener === 'until') return year(at + 1);
  return (opener === 'from' || opener === 'between') && year(at + 1) && year(at + 3);
}

function countryOfHolder(read: RoleReading, people: readonly number[]): string | null {
  const name = itemAt(read.names, people[0]);
  return name === undefined || people.length > 1 ? null : countryBehind(read, name);
}

/** `Governor X of Georgia`: the country of a part of it that is called like another country, or null. */
function regionsCountry(read: RoleReading, phrase: OfficePhrase, owner: Owner, people: number[]): string | null {
  const { tokens, offices } = read;
  const regional = offices.regional.offices.has(phrase.title) || offices.regional.offices.has(phrase.office.title);
  if (!regional && phrase.title !== 'representative') return null;
  const { countries } = offices.regional;
  const name = itemAt(read.names, people[0]);
  const behind = name === undefined || people.length > 1 || tokens[name.last]?.lower !== 'of' ? -1 : name.last + 1;
  const country = countries.of(tokens[behind]) ?? null;
  if (country !== null || phrase.title === 'representative') return country;
  for (let k = owner.outer; k < owner.last; k++) {
    const found = tokens[k]?.case === 'none' ? undefined : countries.of(tokens[k]);
    if (found !== undefined) return found;
  }
  return null;
}

/** A title directly before its name ends there. */
function startsAfter(read: RoleReading, people: readonly number[], phrase: OfficePhrase): boolean {
  return itemAt(read.names, people[0])?.first === phrase.last;
}
