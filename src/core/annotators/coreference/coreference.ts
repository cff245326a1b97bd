import type { Gender, LocalEntity, LocalMention, NameMention, RolePhrase } from '../../annotations';
import type { ReadText } from '../input';
import { groupBodies } from './bodies';
import { findCountries, findFirstCountries } from './countries';
import { appositive, type Opening, openingOf, resolveDescription } from './descriptions';
import { canBe, sayerOf, spokenOf } from './former-holders';
import { ageBehind, isOfRelative, leads, spousesGender } from './name-context';
import { nationalityBefore, readNoun, yearsOld } from './epithets';
import { gendersOfNames, learnGenders } from './genders';
import { homeCountry } from './home';
import { give, giveAidesTheirBody, giveStatedOffices, holdersOf, inferCounterparts } from './holding';
import { headOfTitle } from './offices';
import { giveSharedOffices } from './shared-offices';
import { inherit } from './succession';
import { subjectAhead } from './cataphora';
import { groupPeople } from './people';
import { resolvePronoun } from './pronouns';
import { finish } from './result';
import { State } from './state';
import { officeTable, personNouns } from './words';
import { indexAt } from '../../items';

/**
 * Gathers the names of one source into entities and resolves descriptions and pronouns to them.
 *
 * One pass in the order of the text, after a salience model (Lappin and Leass 1994) over a shallow reading of clauses; pronouns
 * inside quotations are resolved at the end of their paragraph, when the speaker is known. Near-linear in the text's length.
 */
export function resolveCoreference(
  read: ReadText,
  names: readonly NameMention[],
  roles: readonly RolePhrase[],
): { entities: readonly LocalEntity[]; mentions: readonly LocalMention[] } {
  const { genders, certain } = gendersOfNames(read, names, roles);
  const people = groupPeople(read, names, genders);
  const bodies = groupBodies(read.text, read.tokens, names);
  const state = new State(read, names, roles, people, bodies, certain);
  state.home = homeCountry(state);
  learnGenders(state);
  giveStatedOffices(state);
  giveSharedOffices(state);
  findFirstCountries(state);
  new Walk(state).run();
  inferCounterparts(state);
  giveAidesTheirBody(state);
  findCountries(state);
  return finish(state);
}

type Item =
  | { readonly type: 'name' | 'role' | 'noun'; readonly token: number; readonly index: number }
  | { readonly type: 'pronoun'; readonly token: number; readonly index: -1 };

class Walk {
  /** Pronouns inside quotations of the paragraph at hand. */
  #waiting: number[] = [];
  /** `For his part,`: the pronoun that waits for the subject behind it. */
  #ahead: number | null = null;
  /** How many referents there were when the paragraph began. */
  #known = 0;

  constructor(private readonly state: State) {}

  run(): void {
    const { tokens, sentences, paragraphs } = this.state.read;
    let paragraph = -1;
    for (const item of items(this.state)) {
      const next = sentences[tokens[item.token]?.sentence ?? 0]?.paragraph ?? 0;
      if (next !== paragraph) {
        this.#endParagraph();
        paragraph = next;
      }
      const kind = paragraphs[paragraph]?.kind;
      if (kind === 'boilerplate') continue;
      if (item.type === 'name') this.#name(item.index);
      else if (item.type === 'role') this.#role(item.index, kind === 'headline');
      else if (kind === 'headline') continue;
      else if (item.type === 'noun') this.#noun(item.token);
      else if (this.state.scan.quoted[item.token] === 1) this.#waiting.push(item.token);
      else this.#pronoun(item.token, null);
    }
    this.#endParagraph();
  }

  #name(index: number): void {
    const { state } = this;
    const name = state.names[index];
    const entity = state.personOf[index] ?? -1;
    if (name === undefined || entity < 0) return;
    if (leads(state, name.last)) state.people[entity]?.attributes.add('head');
    const person = state.people[entity];
    if (person !== undefined) {
      person.age ??= ageBehind(state, name.last);
      person.gender ??= spousesGender(state, name.last);
    }
    const first = state.phrases.firstOfName(index, name);
    inherit(state, entity, first);
    this.#add(entity, first, name.last, false, null, isOfRelative(state, name.first));
  }

  #pronoun(token: number, speaker: number | null): void {
    const { state } = this;
    const { tokens } = state.read;
    const pronoun = state.scan.pronouns.get(token);
    if (pronoun === undefined) return;
    if (tokens[token - 1]?.lower === 'for' && tokens[token + 1]?.lower === 'part') {
      this.#ahead = token;
      return;
    }
    const entity = subjectAhead(state, token, pronoun) ?? resolvePronoun(state, token, pronoun, speaker);
    if (entity === undefined) return;
    state.pronounAt.set(token, entity);
    if (pronoun.case === 'object') inherit(state, entity, token);
    if (entity >= 0) state.mention(token, token + 1, 'pronoun', entity, `pronoun, ${pronoun.case}`);
    this.#add(entity, token, token + 1, true);
  }

  #role(index: number, headline: boolean): void {
    const { state } = this;
    const role = state.roles[index];
    if (role === undefined) return;
    if (role.people.length > 0) {
      if (role.relational) give(state, index, role, holdersOf(state, role));
      return;
    }
    const joined = state.read.tokens[role.last];
    if (joined?.text === '-' && !joined.spaced) return;
    if (role.plural || headline || state.nameAt[role.last] !== -1) return;
    // `the 46th president of X elect`, `the Prosecutor General's Office`: not that one.
    if (joined?.lower === 'elect' || (joined?.lower === "'s" && state.read.tokens[role.last + 1]?.text === 'Office'))
      return;
    const opening = openingOf(state, role.first);
    const holder = opening.predicate ? undefined : appositive(state, role, opening);
    if (holder !== undefined) {
      give(state, index, role, new Set([holder]));
      return;
    }
    const resolved = resolveDescription(state, index, opening);
    if (resolved !== undefined) {
      state.people[resolved.entity]?.roles.add(index);
      state.mention(opening.first, role.last, 'description', resolved.entity, resolved.rule);
      this.#add(resolved.entity, opening.first, role.last, false);
    } else if (personNouns().get(role.title)?.epithet === true && this.#noun(role.last - 1)) {
      return;
    } else if (this.#spokenOf(index, role, opening)) {
      return;
    } else if (!opening.predicate && opening.kind !== 'bare') {
      const { gendered } = officeTable();
      const gender = gendered.get(role.title) ?? gendered.get(headOfTitle(role.title)) ?? null;
      this.#add(state.unnamed(), opening.first, role.last, false, gender);
    }
  }

  /** Whether `The former premier` opens a sentence about the one of whom the paragraph speaks. */
  #spokenOf(index: number, role: RolePhrase, opening: Opening): boolean {
    const { state } = this;
    const sayer = opening.kind === 'definite' ? sayerOf(state, opening.first, role.last) : undefined;
    const said = sayer !== undefined && canBe(state, sayer, role) ? sayer : undefined;
    const entity = said ?? spokenOf(state, role, opening);
    if (entity === undefined) return false;
    this.#noteNationality(entity, role.status === 'former' ? null : role.country);
    state.people[entity]?.roles.add(index);
    state.mention(opening.first, role.last, 'description', entity, 'an office told of the one spoken of');
    this.#add(entity, opening.first, role.last, false);
    return true;
  }

  /** Whether the noun was a reference to somebody, or said of somebody. */
  #noun(token: number): boolean {
    const { state } = this;
    const reading = readNoun(state, token);
    if (reading.type === 'attribute') {
      const person = state.people[reading.entity];
      if (reading.noun !== 'old') person?.attributes.add(reading.noun);
      else if (person !== undefined) person.age ??= yearsOld(state.read.tokens, token);
      this.#noteNationality(
        reading.entity,
        personNouns().get(reading.noun)?.national ?? nationalityBefore(state, token),
      );
      return true;
    }
    if (reading.type === 'identified') {
      state.people[reading.entity]?.attributes.add(reading.noun);
      this.#add(reading.entity, reading.first, token + 1, false);
      return true;
    }
    if (reading.type === 'unnamed') {
      const gender = personNouns().get(state.read.tokens[token]?.lower ?? '')?.gender ?? null;
      this.#add(state.unnamed(), reading.first, token + 1, false, gender);
    } else if (reading.type === 'reference') {
      state.mention(reading.first, reading.last, 'description', reading.entity, 'description by what was said before');
      this.#noteNationality(reading.entity, personNouns().get(state.read.tokens[token]?.lower ?? '')?.national ?? null);
      this.#add(reading.entity, reading.first, reading.last, false);
      return true;
    }
    return false;
  }

  /** `The Irishwoman`: what country she is of, although she may serve another or none. */
  #noteNationality(entity: number, country: string | null): void {
    const person = this.state.people[entity];
    if (person !== undefined) person.nationality ??= country;
  }

  #add(
    entity: number,
    first: number,
    last: number,
    pronoun: boolean,
    gender: Gender | null = null,
    aside = false,
  ): void {
    const { state } = this;
    const { clause, quoted, pronouns } = state.scan;
    const sentence = state.read.tokens[first]?.sentence ?? 0;
    const own = pronouns.get(first);
    const role =
      pronoun && own !== undefined
        ? own.case === 'possessive'
          ? 'possessor'
          : own.case
        : state.phrases.role(first, last);
    state.discourse.add({
      entity,
      gender: own?.gender ?? gender,
      first,
      last,
      sentence,
      clause: clause[first] ?? 0,
      role,
      quoted: quoted[first] === 1,
      pronoun,
      aside,
      joined: !pronoun && this.#isJoined(first, last),
    });
    if (this.#ahead !== null && role === 'subject' && entity >= 0) {
      if (state.read.tokens[this.#ahead]?.sentence === sentence)
        state.mention(this.#ahead, this.#ahead + 1, 'pronoun', entity, 'pronoun, of the subject behind it');
      this.#ahead = null;
    }
  }

  /** Whether `and` stands between the phrase and another name or title next to it. */
  #isJoined(first: number, last: number): boolean {
    const { state } = this;
    const { tokens } = state.read;
    if (tokens[first - 1]?.lower === 'and' && isPerson(state, first - 2)) return true;
    if (tokens[last]?.lower !== 'and') return false;
    return isPerson(state, last + 1) || state.roleAt[last + 1] === 1 || state.roleAt[last + 2] === 1;
  }

  /** Resolves the pronouns inside quotations, now that it is known who speaks. */
  #endParagraph(): void {
    const { state } = this;
    const { tokens } = state.read;
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#ahead = null;
    for (const token of waiting) this.#pronoun(token, this.#speaker(tokens[token]?.sentence ?? 0));
    if (waiting.length > 0) state.discourse.sort(this.#known);
    this.#known = state.discourse.size;
  }

  /** The subject outside the quotation in its sentence, else in the nearest sentence of the paragraph that has one. */
  #speaker(sentence: number): number | null {
    const { sentences } = this.state.read;
    const paragraph = sentences[sentence]?.paragraph;
    for (const other of [sentence, sentence - 1, sentence + 1, sentence - 2, sentence + 2]) {
      if (sentences[other]?.paragraph !== paragraph) continue;
      const found = this.state.discourse.subjectOutside(other, this.#known);
      if (found !== null) return found;
    }
    return null;
  }
}

function isPerson(state: State, token: number): boolean {
  return indexAt(state.personOf, state.nameAt[token]) >= 0;
}

/** Everything that coreference looks at, in the order of the text; roles before the names behind them. */
function items(state: State): Item[] {
  const list: Item[] = [];
  const taken = new Uint8Array(state.read.tokens.length);
  for (const [index, name] of state.names.entries()) {
    taken.fill(1, name.first, name.last);
    if (name.kind === 'person') list.push({ type: 'name', token: name.first, index });
  }
  for (const [index, role] of state.roles.entries()) {
    taken.fill(1, role.first, role.last);
    list.push({ type: 'role', token: role.first, index });
  }
  for (const token of state.scan.pronouns.keys())
    if (taken[token] === 0) list.push({ type: 'pronoun', token, index: -1 });
  for (const token of state.scan.nouns) if (taken[token] === 0) list.push({ type: 'noun', token, index: token });
  return list.sort((a, b) => a.token - b.token);
}
