/** Who has been spoken of so far, and how present each is at a place in the text. */
import type { Gender, Paragraph, Sentence, Token } from '../../annotations';
import type { GrammaticalRole } from './noun-phrases';

export interface Referent {
  /** Index of a person, or below 0 for somebody unnamed. */
  readonly entity: number;
  readonly gender: Gender | null;
  /** Tokens of the whole noun phrase, `last` exclusive. */
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
  readonly clause: number;
  readonly role: GrammaticalRole;
  readonly quoted: boolean;
  readonly pronoun: boolean;
  /** One of several named together: `A and B`. */
  readonly joined: boolean;
  /** Named beside what the sentence says: `X, whose brother Y was hurt, fled`. */
  readonly aside: boolean;
}

export interface Candidate {
  readonly entity: number;
  readonly score: number;
}

/** How far back a pronoun looks, in sentences. */
const REACH = 4;
/** And in mentions. */
const MOST_REFERENTS = 40;
/** A second candidate this close to the best, and the two fit equally. */
const TIE = 0.97;

/**
 * Weights after the salience factors of Lappin and Leass (1994): subjects before objects before the rest, halved with each
 * sentence; the previous sentence hardly loses against the same one, since news restarts its subject with `He`.
 */
const ROLE_WEIGHT: Readonly<Record<GrammaticalRole, number>> = {
  subject: 1,
  object: 0.6,
  possessor: 0.8,
  oblique: 0.45,
};
const DECAY = [1.15, 0.78, 0.42, 0.2, 0.1];
/** What another paragraph before keeps of it. */
const PARAGRAPH = 0.7;
/** Weight of whatever a relative clause goes on about: `a gift to X, whose party leads`. */
const ELABORATED = 0.75;
/** Weight of whatever a phrase in front of the sentence names: `Of X there is no news`. */
const FRONTED = 0.9;
/** The share that being spoken of in other sentences too adds. */
const TOPIC = 0.3;
const QUOTED = 0.7;
const ASIDE = 0.6;
const HEADLINE = 0.4;
/** `he` means neither of `A and B` as a rule. */
const JOINED = 0.75;
/** Somebody whom the text does not name is less likely spoken of in another sentence. */
const UNNAMED = 0.5;
/** Nothing tells the gender. */
const UNTOLD = 0.85;

export interface Query {
  readonly token: number;
  readonly sentence: number;
  readonly gender: Gender | null;
  /** Whether the reference stands inside a quotation. */
  readonly quoted: boolean;
  /** Entities that it cannot mean. */
  readonly excluded: ReadonlySet<number>;
  /** Extra weight for an entity by its referent, 0 for none. */
  readonly bonus: (referent: Referent) => number;
}

export class Discourse {
  readonly #referents: Referent[] = [];

  constructor(
    private readonly tokens: readonly Token[],
    private readonly sentences: readonly Sentence[],
    private readonly paragraphs: readonly Paragraph[],
    private readonly genderOf: (entity: number) => Gender | null,
  ) {}

  add(referent: Referent): void {
    this.#referents.push(referent);
  }

  /** Puts in order what was added late: pronouns inside quotations. */
  sort(from: number): void {
    const tail = this.#referents.splice(from).sort((a, b) => a.first - b.first);
    this.#referents.push(...tail);
  }

  /** The last subject of a sentence that stands outside quotations, among the referents from index `from` on. */
  subjectOutside(sentence: number, from: number): number | null {
    for (let i = this.#referents.length - 1; i >= from; i--) {
      const referent = this.#referents[i];
      if (referent?.sentence === sentence && referent.role === 'subject' && !referent.quoted) return referent.entity;
    }
    return null;
  }

  get size(): number {
    return this.#referents.length;
  }

  /** The referents that begin before a token, the nearest first, as far back as a reference looks. */
  before(token: number, reach = REACH, most = MOST_REFERENTS): Referent[] {
    const sentence = this.tokens[token]?.sentence ?? 0;
    const found: Referent[] = [];
    for (let i = this.#referents.length - 1; i >= 0 && found.length < most; i--) {
      const referent = this.#referents[i];
      if (referent === undefined || sentence - referent.sentence > reach) break;
      if (referent.first < token) found.push(referent);
    }
    return found;
  }

  /** Everybody whom a reference may mean, the most present first. */
  candidates(query: Query): Candidate[] {
    const perSentence = new Map<number, Map<number, number>>();
    const paragraph = this.sentences[query.sentence]?.paragraph;
    for (const referent of this.before(query.token)) {
      const { entity } = referent;
      if (query.excluded.has(entity)) continue;
      const gender = entity < 0 ? referent.gender : this.genderOf(entity);
      if (query.gender !== null && gender !== null && gender !== query.gender) continue;
      let weight = this.#salience(referent) * (DECAY[query.sentence - referent.sentence] ?? 0);
      if (this.sentences[referent.sentence]?.paragraph !== paragraph) weight *= PARAGRAPH;
      if (entity < 0 && referent.sentence !== query.sentence) weight *= UNNAMED;
      if (referent.quoted && !query.quoted) weight *= QUOTED;
      if (this.#inHeadline(referent)) weight *= HEADLINE;
      if (referent.joined && referent.sentence !== query.sentence) weight *= JOINED;
      if (referent.aside && referent.sentence !== query.sentence) weight *= ASIDE;
      if (query.gender !== null && gender === null) weight *= UNTOLD;
      weight += query.bonus(referent);
      const best = perSentence.get(entity) ?? new Map<number, number>();
      perSentence.set(entity, best);
      if (weight > (best.get(referent.sentence) ?? 0)) best.set(referent.sentence, weight);
    }
    return [...perSentence]
      .map(([entity, weights]) => ({ entity, score: total(weights.values()) }))
      .sort((a, b) => b.score - a.score);
  }

  /** What a mention counts for by its place in its sentence. */
  #salience({ first, last, role, sentence, pronoun }: Referent): number {
    const weight = ROLE_WEIGHT[role];
    if (role === 'oblique' && first - 1 === this.sentences[sentence]?.first) return FRONTED;
    if (pronoun || weight >= ELABORATED) return weight;
    const behind = this.tokens[last]?.text === ',' ? this.tokens[last + 1] : this.tokens[last];
    const elaborated = behind?.sentence === sentence && (behind.lower === 'who' || behind.lower === 'whose');
    return elaborated ? ELABORATED : weight;
  }

  #inHeadline(referent: Referent): boolean {
    const paragraph = this.paragraphs[this.sentences[referent.sentence]?.paragraph ?? -1];
    return paragraph?.kind === 'headline';
  }
}

/** The most that one sentence gives, and a share of what the others do. */
function total(weights: Iterable<number>): number {
  let most = 0;
  let sum = 0;
  for (const weight of weights) {
    most = Math.max(most, weight);
    sum += weight;
  }
  return most + TOPIC * (sum - most);
}

/** The best candidate, or undefined where there is none or two fit equally. */
export function clearBest(candidates: readonly Candidate[], least: number): number | undefined {
  const [best, second] = candidates;
  if (best === undefined || best.score < least) return undefined;
  return second !== undefined && second.score > best.score * TIE ? undefined : best.entity;
}
