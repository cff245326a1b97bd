import type { Gender, Token } from '../../annotations';
import { WordClass } from '../../lexicon/grammar';
import { officeTable } from '../../lexicon/offices';
import type { Query, Referent } from './discourse';
import { clearBest } from './discourse';
import type { Person, State } from './state';
import { type Pronoun, personNouns, referenceWords } from './words';
import { indexAt } from '../../items';
import { descriptionWords } from './description-words';

const { successors: SUCCESSION, undergone: UNDERGONE, granting: GRANTING } = descriptionWords;

/** Below this nobody is present enough. */
const LEAST = 0.22;
/** Where nobody else is in question, this will do. */
const LEAST_ALONE = 0.1;
/** From here on somebody is so present that a pronoun of the other gender corrects the gender guessed from a given name. */
const OBVIOUS = 0.7;
/** `urged Haas in a letter to help her`: how far the object may stand before `to`. */
const CONTROL_REACH = 7;
/** Somebody quoted most likely speaks of whom the quotation names, or whom the report is about. */
const NAMED_IN_QUOTATION = 0.6;
const TOPIC = 0.5;
/** How far back the beginning of a clause may lie, in tokens. */
const CLAUSE_REACH = 60;

/**
 * Resolves a pronoun for one person, or leaves it: nothing rather than a guess when two fit equally.
 * @param speaker the one who says the quotation in which it stands, or null outside
 * @returns the person, below 0 for somebody unnamed, or undefined
 */
export function resolvePronoun(
  state: State,
  token: number,
  pronoun: Pronoun,
  speaker: number | null,
): number | undefined {
  const { tokens } = state.read;
  const sentence = tokens[token]?.sentence ?? 0;
  const subject = clauseSubject(state, token);
  const excluded = new Set<number>();
  if (speaker !== null) excluded.add(speaker);
  // `X is his lawyer`
  if (pronoun.case === 'possessive' && subject !== undefined && isPredicate(state, token)) excluded.add(subject);
  for (const entity of toldBy(state, token)) excluded.add(entity);
  const named = pronoun.case === 'possessive' ? namedInFront(state, token) : undefined;
  if (named !== undefined) excluded.add(named);
  if (pronoun.case === 'object' && subject !== undefined && !isByAccount(state, token)) {
    excluded.add(subject);
    // `A and B had known him`
    for (const { entity, joined, clause } of state.discourse.before(token, 0, 8))
      if (joined && clause === state.scan.clause[token]) excluded.add(entity);
  }
  if (speaker === null) for (const entity of quotedAbout(state, token)) excluded.add(entity);
  const accusation = pronoun.case === 'subject' ? accusedBefore(state, token) : null;
  const succession = referenceWords().succession.holds(tokens[token - 1]);
  const heir = heirOf(state, token);
  if (heir !== undefined) {
    excluded.add(heir);
    for (const { entity } of state.discourse.before(token, 0, 8)) if (entity < 0) excluded.add(entity);
  }

  const succeeded =
    pronoun.case === 'possessive' && SUCCESSION.holds(tokens[token + 1]) ? lastNamed(state, token) : undefined;
  const topic = speaker === null ? null : topicOf(state, speaker, pronoun.gender);

  const paragraph = state.read.sentences[sentence]?.paragraph;
  const isQuotedHere = (referent: Referent): boolean =>
    referent.entity >= 0 &&
    referent.quoted &&
    !referent.pronoun &&
    state.read.sentences[referent.sentence]?.paragraph === paragraph;
  const undergoes = pronoun.case === 'possessive' && isUndergone(tokens, token);
  const bonus = (referent: Referent): number => {
    let extra = 0;
    if (pronoun.case === 'possessive') {
      if (referent.entity === subject && referent.sentence === sentence) extra += undergoes ? -0.6 : 0.6;
      if (joined(state, referent, token)) extra += 0.5;
    }
    if (pronoun.case === 'object' && referent.role === 'object') extra += referent.sentence === sentence ? 0.45 : 0.1;
    if (accusation !== null && referent.sentence === sentence - 1 && referent.first > accusation) extra += 0.6;
    // `X dismissed the army chief, General Y. His successor …`
    if (referent.entity === succeeded) extra += 0.6;
    if (referent.sentence === sentence && isTopicHere(state, referent, token)) extra += 0.9;
    if (succession && referent.role === 'subject' && referent.sentence === sentence) extra -= 0.5;
    if (speaker !== null && isQuotedHere(referent)) extra += NAMED_IN_QUOTATION;
    else if (speaker !== null && referent.entity === topic) extra += TOPIC;
    return extra;
  };
  const quoted = state.scan.quoted[token] === 1;
  const query = { token, sentence, gender: pronoun.gender, quoted, excluded, bonus };
  const candidates = state.discourse.candidates(query);
  const best = clearBest(candidates, candidates.length === 1 ? LEAST_ALONE : LEAST);
  if (!candidates.some((c) => c.entity >= 0) && (candidates[0]?.score ?? 0) < 0.5 * OBVIOUS) {
    const obvious = misgendered(state, query, pronoun);
    if (obvious !== undefined) return obvious;
  }
  if (best === undefined) return undefined;
  const person = state.people[best];
  const [first, second] = candidates;
  if (person !== undefined && first !== undefined && (second === undefined || second.score < 0.6 * first.score))
    setGender(person, pronoun.gender);
  return best;
}

/** `X accepted her resignation`, whose possessive stands at `token`: not that of X. */
export function isUndergone(tokens: readonly Token[], token: number): boolean {
  return UNDERGONE.holds(tokens[token + 1]) && GRANTING.holds(tokens[token - 1]);
}

/** `X is his lawyer`, `X was her predecessor`: an office or a noun for people stands behind the pronoun. */
function isPredicate({ read: { tokens } }: State, token: number): boolean {
  if (((tokens[token - 1]?.form.classes ?? 0) & WordClass.be) === 0) return false;
  const { heads, modifiers } = officeTable();
  const next = tokens[token + 1];
  return heads.holds(next) || modifiers.holds(next) || personNouns().get(next?.lower ?? '') !== undefined;
}

/** `He left, according to a friend of him`: not bound by the subject. */
function isByAccount({ read: { tokens } }: State, token: number): boolean {
  for (let k = token - 1; k > token - 9 && k > 0; k--) if (tokens[k]?.lower === 'according') return true;
  return false;
}

/** `According to X, he …`: those by whose account a sentence goes are not whom it is about. */
export function toldBy(state: State, token: number): number[] {
  const { tokens, sentences } = state.read;
  const sentence = tokens[token]?.sentence ?? 0;
  const first = sentences[sentence]?.first ?? token;
  if (tokens[first]?.lower !== 'according' || token - first > 30) return [];
  let comma = token - 1;
  while (comma > first && tokens[comma]?.text !== ',') comma--;
  if (comma === first) return [];
  return state.discourse
    .before(comma, 0)
    .filter((r) => r.entity >= 0 && !r.pronoun)
    .map((r) => r.entity);
}

/** `X, his adviser,`: the one who serves, never the one who is served. */
function namedInFront(state: State, token: number): number | undefined {
  const { tokens } = state.read;
  const entity = tokens[token - 1]?.text === ',' ? indexAt(state.personOf, state.nameAt[token - 2]) : -1;
  if (entity < 0) return undefined;
  const { heads, modifiers } = officeTable();
  const next = tokens[token + 1];
  const noun = heads.holds(next) || modifiers.holds(next) || personNouns().get(next?.lower ?? '') !== undefined;
  return noun ? entity : undefined;
}

/** `As for X, he …`; `… of X, who told lawmakers that his …`: not the subject of the sentence, but of what is said here. */
function isTopicHere({ read: { tokens, sentences }, phrases }: State, referent: Referent, token: number): boolean {
  const { first, last } = referent;
  if (referent.pronoun || token - last > 24) return false;
  const opens = sentences[referent.sentence]?.first ?? 0;
  if (tokens[opens]?.lower === 'as' && tokens[opens + 1]?.lower === 'for' && first - opens < 8) return true;
  const who = tokens[last]?.text === ',' ? last + 1 : last;
  if (tokens[who]?.lower !== 'who' || !phrases.isSpeech(tokens[who + 1])) return false;
  for (let k = who + 2; k < token; k++) if (tokens[k]?.text === ',' || tokens[k]?.text === ';') return false;
  return true;
}

/** The person said to replace whomever a phrase that begins at `first` means, or undefined. */
export function heirOf(state: State, first: number): number | undefined {
  const { tokens } = state.read;
  if (!referenceWords().succession.holds(tokens[first - 1])) return undefined;
  const subject = clauseSubject(state, first);
  if (subject !== undefined && subject >= 0) return subject;
  const sentence = tokens[first]?.sentence;
  return state.discourse.before(first, 0).find((r) => r.sentence === sentence && !r.pronoun && r.entity >= 0)?.entity;
}

/** Who was named last in the sentence before; somebody named beside what it says is passed over. */
export function lastNamed(state: State, token: number): number | undefined {
  const sentence = state.read.tokens[token]?.sentence ?? 0;
  return state.discourse
    .before(token, 1)
    .find((r) => r.entity >= 0 && !r.pronoun && !r.aside && r.sentence === sentence - 1)?.entity;
}

/** Whom the report is about, for a pronoun of a gender that the speaker says. */
function topicOf({ topic, people }: State, speaker: number, gender: Gender): number | null {
  if (topic === null || topic === speaker) return null;
  return (people[topic]?.gender ?? gender) === gender ? topic : null;
}

/**
 * When nobody fits, the one who is obviously meant: a given name may belong to either gender, or not be the first word of the
 * name. Corrects the gender, unless a title or an honorific told it.
 */
function misgendered(state: State, query: Omit<Query, 'gender'>, pronoun: Pronoun): number | undefined {
  const [first, second] = state.discourse
    .candidates({ ...query, gender: null })
    .filter(({ entity }) => state.people[entity]?.certainGender !== true);
  if (first === undefined || first.score < OBVIOUS || (second?.score ?? 0) > 0.75 * first.score) return undefined;
  const person = state.people[first.entity];
  if (person === undefined) return undefined;
  person.gender = pronoun.gender;
  person.certainGender = true;
  return first.entity;
}

function setGender(person: Person, gender: Gender): void {
  person.gender ??= gender;
  person.certainGender = true;
}

/** `and his wife`: whoever stands right before. */
function joined(state: State, referent: Referent, token: number): boolean {
  return referent.last === token - 1 && state.read.tokens[token - 1]?.lower === 'and';
}

/** The subject of the clause in which a token stands: for `who`, the one spoken of; for `to help her`, the one who is to help. */
export function clauseSubject(state: State, token: number): number | undefined {
  const { tokens } = state.read;
  const { clause } = state.scan;
  const current = clause[token];
  let opener = token;
  while (opener > 0 && token - opener < CLAUSE_REACH && clause[opener - 1] === current) opener--;
  let infinitive = -1;
  for (let i = token - 1; i > opener; i--) if (isInfinitive(tokens[i], tokens[i + 1])) infinitive = i;
  const relative = /^wh(?:o|om|ose|ich)$/u.test(tokens[opener]?.lower ?? '');
  // `with Lund succeeding her`
  const participle = tokens[token - 1]?.lower.endsWith('ing') === true ? token - 1 : -1;
  let subject: number | undefined;
  for (const referent of state.discourse.before(token, 1, 12)) {
    if (referent.sentence !== tokens[token]?.sentence) break;
    if (referent.last === participle) return referent.entity;
    if (referent.role === 'object' && referent.last <= infinitive && infinitive - referent.last < CONTROL_REACH)
      return referent.entity;
    if (relative && referent.last <= opener && opener - referent.last <= 1) return referent.entity;
    if (referent.clause === current && referent.role === 'subject' && referent.last <= token) subject = referent.entity;
  }
  return subject;
}

/** `to help`, not `to the`. */
function isInfinitive(to: Token | undefined, next: Token | undefined): boolean {
  return to?.lower === 'to' && next?.case === 'none' && next.kind === 'word' && next.form.classes === 0;
}

/** For `he said` beside a quotation: whoever is named in the quotation is not its speaker. */
function quotedAbout(state: State, token: number): Set<number> {
  const { quoted } = state.scan;
  const about = new Set<number>();
  const sentence = state.read.tokens[token]?.sentence;
  const { phrases } = state;
  const speaks = phrases.isSpeech(state.read.tokens[token + 1]) || phrases.isSpeech(state.read.tokens[token - 1]);
  if (!speaks) return about;
  for (const referent of state.discourse.before(token, 0, 12))
    if (referent.sentence === sentence && quoted[referent.first] === 1 && !referent.pronoun) about.add(referent.entity);
  return about;
}

/** `X accused Y of … He denied it`: the token of the accusation in the sentence before, or null. */
function accusedBefore(state: State, token: number): number | null {
  const { tokens, sentences } = state.read;
  const { accusation, denial } = referenceWords();
  const sentence = tokens[token]?.sentence ?? 0;
  const own = sentences[sentence];
  const before = sentences[sentence - 1];
  if (own === undefined || before === undefined || token > own.first + 1) return null;
  let denies = false;
  for (let i = token + 1; i <= token + 3; i++) denies ||= denial.holds(tokens[i]);
  if (!denies) return null;
  for (let i = before.first; i < before.last; i++) if (accusation.holds(tokens[i])) return i;
  return null;
}
