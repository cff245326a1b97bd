import type { NameMention, RolePhrase } from '../../annotations';
import { plainKey, wordKey } from '../../lexicon/lists';
import { nameWords } from '../../lexicon/name-words';
import { functionWords } from '../../lexicon/grammar';
import { officeTable } from '../../lexicon/offices';
import { gazetteer } from '../../lexicon/places';
import { speechTable } from '../../lexicon/speech';
import type { ReadText } from '../input';
import { holdersOf } from './holders';
import { ownerOf, type Owner, type RoleReading } from './owner';
import { findOfficePhrases, type OfficePhrase } from './phrases';

/**
 * Finds words for offices and roles, and the people they are said of: titles before a name, appositions, predicates, and
 * descriptions that stand alone (`people` empty). A description's span begins at its article or adjective of nationality; a
 * possessor before it is left out.
 * @returns sorted by start, not overlapping
 */
export function findRoles(read: ReadText, names: readonly NameMention[]): readonly RolePhrase[] {
  const reading = prepare(read, names);
  const roles: RolePhrase[] = [];
  for (const phrase of findOfficePhrases(read.tokens, reading.offices)) {
    if (isInsideName(reading, phrase)) continue;
    const owner = ownerOf(reading, phrase);
    const people = holdersOf(reading, phrase, owner);
    if (people.length === 0 && !standsAlone(reading, phrase)) continue;
    const role = roleOf(reading, phrase, owner, people);
    if (role.start >= (roles.at(-1)?.end ?? 0)) roles.push(role);
    else if (people.length > 0 && roles.at(-1)?.people.length === 0) roles[roles.length - 1] = role;
  }
  return roles;
}

function prepare(read: ReadText, names: readonly NameMention[]): RoleReading {
  const nameAt = new Int32Array(read.tokens.length).fill(-1);
  for (const [index, name] of names.entries()) nameAt.fill(index, name.first, name.last);
  const places = gazetteer();
  const { acronyms } = nameWords();
  const keys = read.tokens.map((token) => {
    if (token.case !== 'all') return token.kind === 'word' ? plainKey(token.lower) : token.text;
    const key = wordKey(token.text);
    return places.acronyms.has(key) || acronyms.has(key) ? key : plainKey(token.lower);
  });
  return { tokens: read.tokens, names, nameAt, keys, offices: officeTable(), places };
}

function isInsideName(read: RoleReading, phrase: OfficePhrase): boolean {
  for (let k = phrase.head; k < phrase.headLast; k++) if ((read.nameAt[k] ?? -1) >= 0) return true;
  return false;
}

/** Whether an office without a holder is worth keeping: an abbreviated rank alone is not. */
function standsAlone(read: RoleReading, phrase: OfficePhrase): boolean {
  if (phrase.office.abbreviated) return false;
  if (!ADJECTIVES.has(phrase.title)) return true;
  // `a major driver`, `the host star`
  const next = read.tokens[phrase.last];
  if (next?.kind !== 'word' || next.case !== 'none' || next.lower === "'s") return true;
  return functionWords().has(next.lower) || speechTable().verbs.has(next.lower);
}

/** Heads that are adjectives, or parts of a compound, when a noun follows. */
const ADJECTIVES = new Set([
  'general',
  'major',
  'principal',
  'star',
  'host',
  'head',
  'chair',
  'chief',
  'player',
  'partner',
  'executive',
  'member',
  'student',
  'doctor',
  'official',
  'deputy',
  'guard',
  'patient',
  'representative',
  'witness',
]);

function roleOf(read: RoleReading, phrase: OfficePhrase, owner: Owner, people: number[]): RolePhrase {
  const { tokens } = read;
  const first = owner.first;
  let last = people.length === 0 || startsAfter(read, people, phrase) ? phrase.last : owner.last;
  if (people.length === 0 && owner.last > phrase.last) last = owner.last;
  return {
    start: tokens[first]?.start ?? 0,
    end: tokens[last - 1]?.end ?? 0,
    first,
    last,
    title: titleOf(read, phrase, owner),
    status: statusOf(read, phrase, owner),
    country: owner.country,
    organization: owner.organization < 0 ? null : owner.organization,
    people,
    plural: phrase.office.plural,
    relational: phrase.office.relational,
  };
}

/** `Israeli Army chief`: an army chief, although the army's name has taken the word. */
function titleOf(read: RoleReading, phrase: OfficePhrase, owner: Owner): string {
  const name = read.names[read.nameAt[phrase.first - 1] ?? -1];
  const word = read.tokens[phrase.first - 1]?.lower ?? '';
  if (owner.organization < 0 || name === undefined || name !== read.names[owner.organization]) return phrase.title;
  return SERVICES.has(word) ? `${word} ${phrase.title}` : phrase.title;
}

const SERVICES = new Set(['army', 'navy', 'police', 'military', 'government', 'parliament', 'ministry']);

/** `X, then the head of Y`, `X, formerly its chief` */
function statusOf(read: RoleReading, phrase: OfficePhrase, owner: Owner): OfficePhrase['status'] {
  const before = read.tokens[owner.outer - 1]?.lower;
  const past = before === 'then' || before === 'formerly' || before === 'once' || before === 'previously';
  return past && phrase.status === 'current' ? 'former' : phrase.status;
}

/** A title directly before its name ends there. */
function startsAfter(read: RoleReading, people: readonly number[], phrase: OfficePhrase): boolean {
  return read.names[people[0] ?? -1]?.first === phrase.last;
}
