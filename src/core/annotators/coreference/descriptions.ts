import type { RolePhrase } from '../../annotations';
import { WordClass } from '../../lexicon/grammar';
import type { KnownPerson } from '../../knowledge';
import { clearBest } from './discourse';
import { describes, headOfTitle, isGeneral, isStateOffice, plainTitle, sameOffice } from './offices';
import { parsePersonName } from './person-names';
import { clauseSubject } from './pronouns';
import type { Person, State } from './state';
import { referenceWords } from './words';
import { indexAt, itemAt } from '../../items';
import { descriptionWords } from './description-words';
import { roleWords } from '../roles/role-words';

const { asking: ASKING, untelling: UNTELLING, incoming: NEW } = descriptionWords;

/** How far back a description looks, in sentences and in mentions. */
const REACH = 25;
const MOST_REFERENTS = 120;
/** Holders of one office, the last named, who are looked at wherever they stand. */
const MOST_HOLDERS = 30;
/** An office that no name goes with yet is looked for among people named this many sentences back. */
const UNTITLED_REACH = 8;

/** How a description is introduced, and where it begins. */
export interface Opening {
  /** First token of the noun phrase, a possessive pronoun left out. */
  readonly first: number;
  readonly kind: 'definite' | 'indefinite' | 'possessive' | 'owned' | 'bare';
  /** The person of a possessive (`his`, `Trump's`), or null. */
  readonly owner: number | null;
  /** `as the minister`, `is the minister`: said of somebody, no reference. */
  readonly predicate: boolean;
}

/** Reads what stands before the noun at token `from`. */
export function openingOf(state: State, from: number): Opening {
  const { tokens } = state.read;
  const words = referenceWords();
  const first = state.phrases.first(from);
  const token = tokens[first];
  const bits = token?.form.classes ?? 0;
  const before = first > 0 && tokens[first - 1]?.sentence === token?.sentence ? tokens[first - 1] : undefined;
  const predicate =
    before !== undefined &&
    (words.predicative.holds(before) || ((before.form.classes & WordClass.be) !== 0 && !isQuestion(state, first - 1)));
  if ((bits & WordClass.possessive) !== 0)
    return { first: first + 1, kind: 'owned', owner: state.pronounAt.get(first) ?? null, predicate };
  if (words.indefinite.holds(token)) return { first, kind: 'indefinite', owner: null, predicate };
  for (let i = first; i < from; i++) {
    const mark = tokens[i]?.lower;
    if (mark !== "'s" && mark !== "'") continue;
    const owner = indexAt(state.personOf, state.nameAt[i - 1]);
    return owner >= 0
      ? { first: i + 1, kind: 'owned', owner, predicate }
      : { first, kind: 'possessive', owner: null, predicate };
  }
  const determiner = (bits & WordClass.determiner) !== 0;
  const definite = roleWords.definite.holds(token);
  return { first, kind: definite ? 'definite' : determiner ? 'indefinite' : 'bare', owner: null, predicate };
}

/** `Where was the president?`, `Is the minister here?`: the verb stands before its subject. */
function isQuestion({ read: { tokens, sentences } }: State, be: number): boolean {
  const before = tokens[be - 1];
  const opens = be === sentences[tokens[be]?.sentence ?? 0]?.first || before?.kind === 'punctuation';
  return opens || ASKING.holds(before);
}

interface Resolved {
  readonly entity: number;
  readonly rule: string;
}

/** Finds whom a description by office means (`the Iranian top diplomat`, `his Pakistani counterpart`), or nobody. */
export function resolveDescription(state: State, index: number, opening: Opening): Resolved | undefined {
  const role = state.roles[index];
  if (role === undefined || role.plural || opening.predicate || opening.kind === 'indefinite') return undefined;
  if (role.relational) return resolveRelational(state, role, opening);
  const owner = opening.owner === null ? null : (state.people[opening.owner] ?? null);
  const country = state.countryOf(role) ?? owner?.country ?? null;
  if (opening.kind === 'bare' && country === null && role.organization === null) return undefined;
  if (opening.kind === 'owned' && country === null) return undefined;
  return (
    namedHolder(state, role, country, opening) ??
    untitledHolder(state, index, country, opening) ??
    knownHolder(state, role, country)
  );
}

/** Somebody of the text who has that office. */
function namedHolder(state: State, role: RolePhrase, country: string | null, opening: Opening): Resolved | undefined {
  const at = state.read.tokens[role.first]?.sentence ?? 0;
  const subject = clauseSubject(state, opening.first);
  const scores = new Map<number, number>();
  const weigh = (entity: number, salience: number): void => {
    if (entity < 0 || entity === subject || entity === opening.owner) return;
    const fit = officeFit(state, entity, role, country);
    if (fit > 0) scores.set(entity, Math.max(scores.get(entity) ?? 0, fit + salience));
  };
  for (const referent of state.discourse.before(opening.first, REACH, MOST_REFERENTS)) {
    const near = 0.4 / (1 + (at - referent.sentence) / 2);
    weigh(referent.entity, referent.role === 'subject' ? near * 1.3 : near);
  }
  for (const entity of (state.holders.get(plainTitle(role.title)) ?? []).slice(-MOST_HOLDERS)) {
    // Somebody named only later: `The governor of Louisiana … Governor X`.
    if (!scores.has(entity) && (isNamedBefore(state, entity, opening.first) || isTelling(role, opening)))
      weigh(entity, 0);
  }
  const ranked = [...scores].map(([entity, score]) => ({ entity, score })).sort((a, b) => b.score - a.score);
  const best = clearBest(ranked, 0.5);
  return best === undefined ? undefined : { entity: best, rule: 'description by office' };
}

function isNamedBefore(state: State, entity: number, token: number): boolean {
  return (itemAt(state.names, state.people[entity]?.cluster.mentions[0])?.first ?? Infinity) < token;
}

/** Whether a description tells enough to mean somebody who has not been named yet. */
function isTelling(role: RolePhrase, opening: Opening): boolean {
  const head = headOfTitle(role.title);
  if (role.status !== 'current' || !isStateOffice(role.title) || isGeneral(role.title) || UNTELLING.has(head))
    return false;
  if (opening.kind === 'owned') return opening.owner === null && role.country !== null;
  return opening.kind === 'definite' || opening.kind === 'possessive';
}

/** How well a person's offices fit a description; 0 where country, body, gender or time speaks against it. */
function officeFit(state: State, entity: number, role: RolePhrase, country: string | null): number {
  const person = state.people[entity];
  if (person === undefined) return 0;
  if (country !== null && person.country === null && (person.nationality ?? country) !== country) return 0;
  const body = role.organization === null ? -1 : (state.bodyOf[role.organization] ?? -1);
  let best = 0;
  for (const office of person.distinct.values()) {
    // `his deputy, X`: no member of parliament.
    if (office.title === 'deputy' && role.title !== 'deputy' && isOwned(state, office.role)) continue;
    let fit = describes(role.title, office.title);
    if (fit > 0 && office.status === 'designate' && isNew(state, role)) fit += 0.3;
    if (fit === 0 || (role.status === 'former') !== (office.status === 'former')) continue;
    const held = office.country ?? person.country ?? (isStateOffice(office.title) ? state.home : null);
    if (country !== null && held !== null) {
      if (country !== held) continue;
      fit += 0.5;
    } else if (country !== null) fit -= 0.1;
    if (body >= 0 && office.organization !== null) {
      if (body !== office.organization && country === null) continue;
      if (body === office.organization) fit += 0.5;
    }
    best = Math.max(best, fit);
  }
  // `X, who heads the council … the rebel leader`
  if (best === 0 && person.attributes.has('head') && (country === null || person.country === null))
    return 0.5 * describes(headOfTitle(role.title), 'head');
  return best;
}

/** `the new premier` */
function isNew({ read: { tokens }, phrases }: State, role: RolePhrase): boolean {
  for (let k = phrases.first(role.first); k < role.last; k++) if (NEW.holds(tokens[k])) return true;
  return false;
}

function isOwned(state: State, role: number): boolean {
  return openingOf(state, state.roles[role]?.first ?? 0).kind === 'owned';
}

/** `Iran's foreign minister` where one person without an office has been spoken of, of no other country: gives that one the office. */
function untitledHolder(state: State, index: number, country: string | null, opening: Opening): Resolved | undefined {
  const role = state.roles[index];
  if (role === undefined || country === null || role.status === 'former' || !isStateOffice(role.title))
    return undefined;
  if (opening.kind === 'bare' || opening.kind === 'owned' || isGeneral(role.title)) return undefined;
  const subject = clauseSubject(state, opening.first);
  const found = new Set<number>();
  for (const referent of state.discourse.before(opening.first, UNTITLED_REACH, 40)) {
    const person = state.people[referent.entity];
    if (person === undefined || referent.entity === subject || person.offices.length > 0) continue;
    if (person.attributes.size > 0 || (person.country !== null && person.country !== country)) continue;
    // Without a sign that it is an officeholder of that country, anybody might be meant.
    if (person.country === null && !state.counterparts.some((c) => c.owner === referent.entity)) continue;
    if (referent.role === 'subject') found.add(referent.entity);
  }
  if (found.size !== 1) return undefined;
  const [entity = -1] = found;
  state.giveOffice(entity, { role: index, title: role.title, status: role.status, country, organization: null });
  return { entity, rule: 'the one person that may hold the office' };
}

/** The one person of the knowledge file who holds, or held, that office, where the source names none. */
function knownHolder(state: State, role: RolePhrase, country: string | null): Resolved | undefined {
  if (country === null) return undefined;
  let found: KnownPerson | undefined;
  for (const person of state.read.knowledge.people) {
    if (
      !person.offices.some(
        (o) => (o.country ?? person.country) === country && sameOffice(role.title, o.title.replace(/^acting /u, '')),
      )
    )
      continue;
    if (found !== undefined) return undefined;
    found = person;
  }
  if (found === undefined) return undefined;
  const { id } = found;
  const named = state.people.findIndex((p) => p.cluster.known === id);
  const cluster = { name: parsePersonName(found.name), gender: found.gender, known: id, mentions: [] };
  return {
    entity: named >= 0 ? named : state.addPerson(cluster),
    rule: 'the holder of the office by the knowledge file',
  };
}

/** Most words between an office and the comma before its holder: `ambassador to the Philippines, X`. */
const COMPLEMENT = 6;

/** The person to whom an apposition gives the office, where the role itself names none: `its ambassador to Peru, X`, `X, its envoy,`. */
export function appositive(state: State, role: RolePhrase, opening: Opening): number | undefined {
  const { tokens } = state.read;
  const sentence = tokens[role.first]?.sentence;
  const personAt = (token: number): number | undefined => {
    const entity = tokens[token]?.sentence === sentence ? indexAt(state.personOf, state.nameAt[token]) : -1;
    return entity >= 0 ? entity : undefined;
  };
  const end = complementEnd(state, role.last);
  if (tokens[end]?.text === ',') {
    const behind = personAt(end + 1) ?? personAt(end + 2);
    const introduced = opening.kind !== 'bare' && opening.kind !== 'indefinite';
    if (
      behind !== undefined &&
      introduced &&
      state.nameAt[end + 1] === state.nameAt[end + (personAt(end + 1) === undefined ? 2 : 1)]
    )
      return behind;
  }
  const possessive = opening.kind === 'owned' ? state.phrases.first(role.first) : opening.first;
  const closes = tokens[end] === undefined || tokens[end].sentence !== sentence || /^[,.;)]$/u.test(tokens[end].text);
  return tokens[possessive - 1]?.text === ',' && closes ? personAt(possessive - 2) : undefined;
}

/** The token behind `to Peru`, `for the region`, where that stands before a comma; else `from`. */
export function complementEnd(state: State, from: number): number {
  const { tokens } = state.read;
  if (((tokens[from]?.form.classes ?? 0) & WordClass.preposition) === 0) return from;
  for (let i = from + 1; i <= from + COMPLEMENT; i++) {
    const token = tokens[i];
    if (token === undefined || token.kind === 'punctuation') return i;
    if (state.phrases.isVerb(token) && token.case === 'none') return from;
  }
  return from;
}

/** `his Pakistani counterpart`, `her predecessor`. */
function resolveRelational(state: State, role: RolePhrase, opening: Opening): Resolved | undefined {
  const owner = opening.owner === null ? undefined : state.people[opening.owner];
  if (owner === undefined) return undefined;
  const country = state.countryOf(role);
  const counterpart = role.title === 'counterpart';
  const found = new Set<number>();
  for (const referent of state.discourse.before(opening.first, REACH, MOST_REFERENTS)) {
    const person = state.people[referent.entity];
    if (person === undefined || person === owner) continue;
    const abroad = person.country !== null && person.country !== owner.country;
    const likewise = person.offices.length === 0 || haveOneOffice(person, owner);
    if (
      counterpart
        ? (country === null ? abroad : person.country === country) && likewise
        : isPredecessor(state, referent, role)
    )
      found.add(referent.entity);
  }
  if (found.size !== 1 && counterpart && found.size > 1) {
    const exact = [...found].filter((e) => (state.people[e]?.offices.length ?? 0) > 0);
    if (exact.length === 1) return { entity: exact[0] ?? -1, rule: 'counterpart' };
  }
  const [entity] = found;
  return entity === undefined || found.size > 1 ? undefined : { entity, rule: role.title };
}

function haveOneOffice(a: Person, b: Person): boolean {
  for (const one of a.distinct.values())
    for (const other of b.distinct.values()) if (sameOffice(one.title, other.title)) return true;
  return false;
}

/** Whether the words before a referent say that somebody succeeds or replaces it. */
function isPredecessor(state: State, referent: { readonly first: number }, role: RolePhrase): boolean {
  const { succession } = referenceWords();
  const before = state.read.tokens[referent.first - 1]?.lower ?? '';
  return role.title === 'predecessor' && succession.has(before);
}
