import type { Token } from '../../annotations';
import { WordClass } from '../../lexicon/grammar';
import { gazetteer } from '../../lexicon/places';
import type { Referent } from './discourse';
import { clearBest } from './discourse';
import { complementEnd, openingOf } from './descriptions';
import { describes } from './offices';
import { sayerOf } from './former-holders';
import { oneOfTwo } from './one-of-two';
import { clauseSubject, lastNamed, toldBy } from './pronouns';
import type { State } from './state';
import { personNouns } from './words';
import { indexAt } from '../../items';
import { descriptionWords } from './description-words';

const { restrictive: RESTRICTIVE, identified: IDENTIFIED } = descriptionWords;

/** A noun says less than a pronoun: the second candidate must stay this far behind. */
const CLEAR = 0.75;
/** And somebody of whom something else has been said is never present enough. */
const LEAST = 0.32;
/** What somebody known by another trade or office loses. */
const OTHERWISE_KNOWN = 0.45;
/** An age or a nationality goes with everybody. */
const LEAST_NEUTRAL = 0.3;

/** What a noun for a person does where it stands. */
type NounReading =
  | { readonly type: 'none' }
  /** Said of a person: `striker Ana Lund`, `Lund, a retired judge`, `Lund is a judge`. */
  | { readonly type: 'attribute'; readonly entity: number; readonly noun: string }
  /** Said of a person who is named behind it, and does there what the noun does: `The victim, identified as Lund, had moved`. */
  | { readonly type: 'identified'; readonly entity: number; readonly noun: string; readonly first: number }
  /** Somebody unnamed. */
  | { readonly type: 'unnamed'; readonly first: number }
  /** A reference to somebody named. */
  | { readonly type: 'reference'; readonly first: number; readonly last: number; readonly entity: number };

/** Reads the noun for a person at `token`: `the striker`, `a resident`, `the 52-year-old`. */
export function readNoun(state: State, token: number): NounReading {
  const { tokens } = state.read;
  const noun = tokens[token]?.lower ?? '';
  if (noun === 'former' || noun === 'latter') return readOneOfTwo(state, token);
  const age = noun === 'old';
  const opening = openingOf(state, age ? token - 4 : token);
  const next = tokens[token + 1];
  const sentence = tokens[token]?.sentence;
  const follows = next?.sentence === sentence ? next : undefined;
  const named = state.nameAt[token + 1] ?? -1;
  if (follows !== undefined && named >= 0) {
    const entity = state.personOf[named] ?? -1;
    return entity >= 0 ? { type: 'attribute', entity, noun } : { type: 'none' };
  }
  const known = identified(state, token);
  if (known !== undefined) return { type: 'identified', entity: known, noun, first: opening.first };
  const said = ofNeighbour(state, opening.first, token, opening.predicate);
  if (said !== undefined) return { type: 'attribute', entity: said, noun };
  // `the guard post`, `the 52-year-old president`: a modifier of the next word.
  const children = childrenOf(state, token);
  if (children > 0 && opening.kind === 'definite') {
    const entity = referent(state, token, opening.first, noun, true);
    if (entity !== undefined) return { type: 'reference', first: opening.first, last: children, entity };
  }
  const entry = personNouns().get(noun);
  if ((entry?.national ?? null) !== null ? !isSubject(state, follows) : !endsPhrase(state, follows))
    return { type: 'none' };
  const relatives = entry?.bystander === true && tokens[opening.first - 1]?.lower === 'whose';
  if (relatives) return { type: 'unnamed', first: opening.first };
  if (opening.kind === 'bare' || (opening.kind === 'indefinite' && opening.predicate)) return { type: 'none' };
  if (opening.kind === 'definite' && (age || entry?.epithet === true || isSaid(state, opening.first, noun))) {
    const entity = referent(state, token, opening.first, noun, age) ?? sayer(state, opening.first, token + 1, noun);
    if (entity !== undefined && (age || !RESTRICTIVE.holds(follows)))
      return { type: 'reference', first: opening.first, last: token + 1, entity };
  }
  return entry?.bystander === true ? { type: 'unnamed', first: opening.first } : { type: 'none' };
}

function readOneOfTwo(state: State, token: number): NounReading {
  const { tokens } = state.read;
  const next = tokens[token + 1];
  const follows = next?.sentence === tokens[token]?.sentence ? next : undefined;
  if (tokens[token - 1]?.lower !== 'the' || !endsPhrase(state, follows)) return { type: 'none' };
  const entity = oneOfTwo(state, token);
  return entity === undefined ? { type: 'none' } : { type: 'reference', first: token - 1, last: token + 1, entity };
}

/** Whether the noun has been said of somebody: `the victim` where `the victim, identified as X` went before. */
function isSaid(state: State, first: number, noun: string): boolean {
  return state.discourse.before(first, SAID_REACH, MOST_SAID).some((r) => state.people[r.entity]?.attributes.has(noun));
}

/** The person named in `the victim, identified by police as X`, or undefined. */
function identified(state: State, token: number): number | undefined {
  const { tokens } = state.read;
  const from = tokens[token + 1]?.text === ',' ? token + 2 : token + 1;
  if (!IDENTIFIED.holds(tokens[from])) return undefined;
  for (let k = from + 1; k < from + IDENTIFIED_REACH; k++) {
    if (tokens[k]?.sentence !== tokens[token]?.sentence) return undefined;
    if (tokens[k]?.lower !== 'as') continue;
    const entity = Math.max(personAt(state, k + 1), personAt(state, k + 2));
    return entity >= 0 ? entity : undefined;
  }
  return undefined;
}

/** Most tokens between `identified` and `as`. */
const IDENTIFIED_REACH = 7;
/** How far back what has been said of somebody holds, in sentences and in mentions. */
const SAID_REACH = 25;
const MOST_SAID = 120;

/** Whether the word behind a noun shows that its phrase is over. */
function endsPhrase(state: State, next: Token | undefined): boolean {
  if (next === undefined || next.kind === 'punctuation') return next?.text !== '-';
  return next.form.classes !== 0 || state.phrases.isVerb(next) || (next.case === 'none' && next.lower.endsWith('s'));
}

/** Behind `the father of three`, which is said of somebody named; -1 for anything else. */
function childrenOf(state: State, token: number): number {
  const { tokens } = state.read;
  if (!/^(?:father|mother|dad|mom|mum|grandfather|grandmother|parent)$/u.test(tokens[token]?.lower ?? '')) return -1;
  const number = tokens[token + 2];
  const counts =
    number?.kind === 'number' || /^(?:one|two|three|four|five|six|seven|eight|nine|ten)$/u.test(number?.lower ?? '');
  const next = tokens[token + 3];
  if (tokens[token + 1]?.lower !== 'of' || !counts) return -1;
  return next?.kind === 'word' && !endsPhrase(state, next) ? -1 : token + 3;
}

/** `the Swede said`, `the Swede, who`: the word behind an adjective of nationality shows that it is a noun; no verb without an ending. */
function isSubject(state: State, next: Token | undefined): boolean {
  if (next === undefined || next.text === ',' || next.text === '.') return true;
  const bits = next.form.classes;
  return (
    next.case === 'none' &&
    ((bits & (WordClass.be | WordClass.have | WordClass.modal)) !== 0 ||
      (state.phrases.isVerb(next) && !state.phrases.isVerbForm(`${next.lower}s`)))
  );
}

/** The person of whom an apposition or a predicate speaks: `Lund, a judge`, `Lund is a judge`. */
function ofNeighbour(state: State, first: number, token: number, predicate: boolean): number | undefined {
  const { tokens } = state.read;
  const sentence = tokens[token]?.sentence;
  const before = tokens[first - 1];
  if (before === undefined || before.sentence !== sentence) return undefined;
  if (before.text === ',') {
    const entity = personAt(state, first - 2);
    if (entity >= 0) return entity;
  }
  const end = complementEnd(state, token + 1);
  if (tokens[end]?.text === ',' && tokens[end + 1]?.sentence === sentence) {
    const entity = Math.max(personAt(state, end + 1), personAt(state, end + 2));
    if (entity >= 0) return entity;
  }
  if (!predicate) return undefined;
  const subject = clauseSubject(state, first);
  return subject !== undefined && subject >= 0 ? subject : undefined;
}

/** The person whose name covers a token, or -1. */
function personAt(state: State, token: number): number {
  return indexAt(state.personOf, state.nameAt[token]);
}

/** The years of `the 52-year-old`, whose `old` stands at `token`; null for anything else. */
export function yearsOld(tokens: readonly Token[], token: number): number | null {
  const years = tokens[token]?.lower === 'old' ? Number(tokens[token - 4]?.text) : NaN;
  return Number.isNaN(years) ? null : years;
}

/** Whom `the striker` means: the person of whom it has been said, else the most present one of whom nothing else has. */
function referent(state: State, token: number, first: number, noun: string, age: boolean): number | undefined {
  const sentence = state.read.tokens[token]?.sentence ?? 0;
  const subject = clauseSubject(state, first);
  const entry = personNouns().get(noun);
  const country = entry?.national ?? nationality(state, first, token);
  const said = new Set<number>();
  const years = yearsOld(state.read.tokens, token);
  for (const r of state.discourse.before(first, SAID_REACH, MOST_SAID)) {
    const person = state.people[r.entity];
    if (person === undefined || r.entity === subject) continue;
    if (years === null ? person.attributes.has(noun) : person.age === years) said.add(r.entity);
  }
  if (said.size === 1) return [...said][0];
  if (said.size > 1) return undefined;
  const gender = entry?.gender ?? null;
  const excluded = new Set(subject === undefined ? [] : [subject]);
  for (const entity of toldBy(state, token)) excluded.add(entity);
  const opens = state.read.sentences[sentence]?.first === first;
  const last = opens ? lastWithoutSubject(state, first) : undefined;
  const neutral = age || (entry?.national ?? null) !== null;
  const bonus = (r: Referent): number => {
    const person = state.people[r.entity];
    if (person === undefined) return 0;
    if (years !== null && person.age !== null) return -2;
    if (country !== null && person.country !== null) return person.country === country ? 0.5 : -2;
    // `… the office of President X. The 36-year-old …`
    if (age && r.entity === last) return 0.35;
    if (neutral || person.offices.some((o) => describes(noun, o.title) > 0)) return 0;
    // What is known to be a coach or a minister is hardly called a striker.
    return person.offices.length > 0 || person.attributes.size > 0 ? -OTHERWISE_KNOWN : 0;
  };
  const candidates = state.discourse
    .candidates({ token: first, sentence, gender, quoted: state.scan.quoted[token] === 1, excluded, bonus })
    .filter((c) => c.entity >= 0);
  const [best, second] = candidates;
  return (second?.score ?? 0) > CLEAR * (best?.score ?? 0)
    ? undefined
    : clearBest(candidates, neutral ? LEAST_NEUTRAL : LEAST);
}

/** Who was named last in the sentence before, where nobody is its subject. */
function lastWithoutSubject(state: State, first: number): number | undefined {
  const sentence = (state.read.tokens[first]?.sentence ?? 0) - 1;
  const subject = state.discourse
    .before(first, 1)
    .some((r) => r.sentence === sentence && r.role === 'subject' && !r.quoted);
  return subject ? undefined : lastNamed(state, first);
}

/** Who said what stands before, where the noun does not speak against it. */
function sayer(state: State, first: number, last: number, noun: string): number | undefined {
  const entity = sayerOf(state, first, last);
  const person = state.people[entity ?? -1];
  const { gender = null, national = null } = personNouns().get(noun) ?? {};
  if (person === undefined || (gender ?? person.gender ?? gender) !== (person.gender ?? gender)) return undefined;
  return (national ?? person.country) === (person.country ?? national) || person.offices.length > 0
    ? entity
    : undefined;
}

/** The country of the adjective of nationality in front of a noun: `the Dutch veteran`. */
export function nationalityBefore(state: State, noun: number): string | null {
  return nationality(state, state.phrases.first(noun), noun);
}

/** The country of an adjective of nationality in a noun phrase, or null. */
function nationality(state: State, first: number, noun: number): string | null {
  const { nationalities } = gazetteer();
  for (let i = first; i < noun; i++) {
    const token = state.read.tokens[i];
    const country = token?.case === 'none' ? null : (nationalities.of(token) ?? null);
    if (country !== null) return country;
  }
  return null;
}
