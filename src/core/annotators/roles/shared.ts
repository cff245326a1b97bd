/** Offices joined by `and` that one person holds: `economy minister and deputy premier X`, `X, founder and head of Y`. */
import type { RolePhrase } from '../../annotations';
import type { Owner, RoleReading } from './reading';
import type { OfficePhrase } from './phrases';
import { itemAt } from '../../items';

/** A role with what it was read from. */
export interface FoundRole {
  readonly role: RolePhrase;
  readonly phrase: OfficePhrase;
  readonly owner: Owner;
  /** Behind the words that say what the office is for. */
  readonly end: number;
}

/** Gives the holders of one office to the other that is joined to it: backwards to a title in front, forwards in an apposition. */
export function shareHolders(read: RoleReading, found: readonly FoundRole[]): RolePhrase[] {
  const roles = found.map((f) => f.role);
  for (let n = found.length - 2; n >= 0; n--) {
    const [a, b] = [found[n], found[n + 1]];
    const [one, other] = [roles[n], roles[n + 1]];
    if (a === undefined || b === undefined || one === undefined || other === undefined) continue;
    if (!areJoined(read, a, b) || one.people.length > 0 || !standsBehind(read, b.end, other)) continue;
    // `the president and Foreign Minister X`: two people.
    if (b.owner.determiner !== 'none' || (a.owner.determiner !== 'none' && b.phrase.capitalised)) continue;
    roles[n] = { ...one, people: other.people };
    roles[n + 1] = { ...other, country: other.country ?? one.country };
  }
  for (let n = 0; n + 1 < found.length; n++) {
    const [a, b] = [found[n], found[n + 1]];
    const [one, other] = [roles[n], roles[n + 1]];
    if (a === undefined || b === undefined || one === undefined || other === undefined) continue;
    if (!areJoined(read, a, b) || other.people.length > 0) continue;
    // `X, founder and head of Y` or `Peru's deputy premier and foreign minister, X`.
    if (!standsBefore(read, a.owner.outer, one) && !standsBehind(read, b.end, one)) continue;
    if (b.owner.determiner === 'none' || b.owner.determiner === 'indefinite' || b.owner.determiner === 'bare')
      roles[n + 1] = { ...other, people: one.people, country: other.country ?? ownCountry(a, b) };
  }
  return roles;
}

/** `and` alone stands between, and both are singular. */
function areJoined({ tokens }: RoleReading, a: FoundRole, b: FoundRole): boolean {
  if (a.role.plural || b.role.plural || a.role.relational || b.role.relational) return false;
  const and = tokens[a.end];
  // `X, a prosecutor turned deputy`
  const joins = and?.lower === 'and' || and?.text === '&' || and?.lower === 'turned';
  return joins && b.owner.outer === a.end + 1;
}

function standsBehind({ names }: RoleReading, end: number, role: RolePhrase): boolean {
  const name = itemAt(names, role.people[0]);
  return role.people.length === 1 && name !== undefined && name.first >= role.last && name.first - end < 6;
}

function standsBefore({ names }: RoleReading, outer: number, role: RolePhrase): boolean {
  const name = itemAt(names, role.people[0]);
  return role.people.length === 1 && name !== undefined && name.last <= outer;
}

/** The second office has the first one's country unless it belongs to a body of its own. */
function ownCountry(a: FoundRole, b: FoundRole): string | null {
  return b.role.organization === null ? a.role.country : null;
}
