/** Whose an office is. */
import type { NameMention } from '../../annotations';
import { ownerBefore } from './owner-before';
import type { OfficePhrase } from './phrases';
import { demonymEndingAt, isLocal, type Owner, type RoleReading } from './reading';
import { itemAt } from '../../items';
import { roleWords } from './role-words';

const { 'owned-by': OWNED_BY, foreign: FOREIGN, stops: STOPS, movements: MOVEMENTS } = roleWords;

/** Looks left and right from an office: `Peru's acting`, `the Frelimo`, `of the Organization of X`. At most a dozen tokens. */
export function ownerOf(read: RoleReading, phrase: OfficePhrase): Owner {
  const left = ownerBefore(read, phrase);
  const right = ownerAfter(read, phrase);
  // `Africa director of the Red Cross`: where somebody works, not for whom.
  const bare = left.determiner === 'bare' && read.names[left.organization]?.kind === 'place';
  const works = bare && read.names[right.organization]?.kind === 'organization';
  return {
    first: left.first,
    last: right.last,
    outer: left.outer,
    country: left.country ?? right.country,
    status: left.status,
    organization: left.organization >= 0 && !works ? left.organization : right.organization,
    determiner: left.determiner,
  };
}

type Right = Pick<Owner, 'last' | 'country' | 'organization'>;

/** `of the Organization of X`, `in the Polish parliament`, `to Peru`. */
function ownerAfter(read: RoleReading, phrase: OfficePhrase): Right {
  const { tokens, names, nameAt, offices } = read;
  const none: Right = { last: phrase.last, country: null, organization: -1 };
  const preposition = tokens[phrase.last];
  if (preposition === undefined || !OWNED_BY.holds(preposition)) return none;
  // `ambassador to X`: X is not whom they serve.
  const abroad = preposition.lower === 'in' && offices.abroad.has(phrase.office.title);
  const foreign = abroad || FOREIGN.holds(preposition);
  let country: string | null = null;
  let k = phrase.last + 1;
  for (let steps = 0; steps < MOST_STEPS; steps++, k++) {
    const token = tokens[k];
    const over = token === undefined || token.sentence !== preposition.sentence || token.kind !== 'word';
    // `of the electoral board,`: no name, but words up to a comma.
    if (over && (token?.text !== ',' || k === phrase.last + 1)) return none;
    if (over) return { last: k, country: foreign ? null : country, organization: -1 };
    const index = nameAt[k] ?? -1;
    const name = names[index];
    if (name !== undefined) {
      // `the head of X's office`: X leads to the country by way of X's own office.
      if (name.kind === 'person') return none;
      if (foreign) return { last: name.last, country: null, organization: -1 };
      if (isPartOfBody(read, name)) return none;
      const owns = name.kind !== 'place' || name.country === null || isLocal(read, name);
      return { last: name.last, country: country ?? name.country, organization: owns ? index : -1 };
    }
    const nationality = demonymEndingAt(read, k);
    if (nationality !== null) country = nationality.country;
    else if (STOPS.holds(token))
      return country === null ? none : { last: k, country: foreign ? null : country, organization: -1 };
  }
  return none;
}

const MOST_STEPS = 6;

/** `of the Unity party`: no place, whatever bears the same name. */
function isPartOfBody({ tokens }: RoleReading, name: NameMention): boolean {
  return name.kind === 'place' && tokens[name.first - 1]?.lower === 'the' && MOVEMENTS.holds(tokens[name.last]);
}

/** `Prime Minister X of the Slovak Republic`, `Senator Y of Alaska`: the country behind the holder's name, or null. */
export function countryBehind(read: RoleReading, name: NameMention): string | null {
  const { tokens, names, nameAt } = read;
  if (tokens[name.last]?.lower !== 'of') return null;
  const from = tokens[name.last + 1]?.lower === 'the' ? name.last + 2 : name.last + 1;
  const place = itemAt(names, nameAt[from]);
  if (place !== undefined && place.kind !== 'person' && place.country !== null && !isPartOfBody(read, place))
    return tokens[place.last]?.lower === "'s" ? null : place.country;
  return demonymEndingAt(read, from)?.country ?? null;
}
