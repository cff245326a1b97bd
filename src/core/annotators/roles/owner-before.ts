/** Whose an office is by the words in front of it: `Peru's acting`, `the Frelimo`, `its`, `former Chilean`. */
import type { NameMention, Token } from '../../annotations';
import { nameWords } from '../../lexicon/name-words';
import { isJoiningHyphen } from './heads';
import { demonymEndingAt, isLocal, type Owner, type RoleReading } from './reading';
import type { OfficePhrase } from './phrases';
import { roleWords } from './role-words';

const {
  definite: DEFINITE,
  indefinite: INDEFINITE,
  pronouns: PRONOUNS,
  past: PAST,
  'country-nouns': COUNTRY_NOUNS,
  'body-nouns': BODY_NOUNS,
} = roleWords;

type Left = Pick<Owner, 'first' | 'outer' | 'country' | 'organization' | 'determiner' | 'status'>;

const MOST_STEPS = 10;
/** Adjectives of no table that may stand between: `Slovakia's popular outspoken premier`. */
const MOST_UNKNOWN = 2;

/** Walks left from an office, at most ten tokens, to the determiner or possessor in front. */
export function ownerBefore(read: RoleReading, phrase: OfficePhrase): Left {
  return new LeftWalk(read, phrase).run();
}

class LeftWalk {
  #first: number;
  #country: string | null = null;
  #organization = -1;
  #determiner: Owner['determiner'] = 'none';
  #status: Owner['status'] = null;
  #unknown = 0;
  #participle = false;
  #k: number;

  constructor(
    private readonly read: RoleReading,
    private readonly phrase: OfficePhrase,
  ) {
    this.#first = phrase.first;
    this.#k = phrase.first - 1;
  }

  run(): Left {
    const { tokens } = this.read;
    const sentence = tokens[this.phrase.head]?.sentence;
    for (let steps = 0; steps < MOST_STEPS && this.#k >= 0; steps++) {
      const token = tokens[this.#k];
      if (token === undefined || token.sentence !== sentence) break;
      if (isJoiningHyphen(tokens, this.#k)) {
        this.#k--;
        continue;
      }
      const reached = this.#opener(token) ?? this.#name(token);
      if (reached === 'stop') break;
      if (reached === 'passed') continue;
      if (reached !== undefined) return reached;
      if (!this.#nationality() && !this.#modifier(token)) break;
    }
    return this.#left({});
  }

  #left(more: Partial<Left>): Left {
    return {
      first: this.#first,
      outer: more.first ?? this.#first,
      country: this.#country,
      organization: this.#organization,
      determiner: this.#determiner,
      status: this.#status,
      ...more,
    };
  }

  /** An article or a possessive pronoun. */
  #opener(token: Token): Left | undefined {
    const k = this.#k;
    if (token.kind === 'word' && DEFINITE.holds(token)) return this.#left({ first: k, determiner: 'definite' });
    if (token.kind === 'word' && INDEFINITE.holds(token)) return this.#left({ first: k, determiner: 'indefinite' });
    if (!PRONOUNS.holds(token)) return undefined;
    if (token.lower === 'its' && this.#organization < 0 && this.#country === null) {
      const body = nearestBody(this.read, k);
      const name = this.read.names[body];
      this.#country = name?.country ?? null;
      if (name?.kind !== 'place' || isLocal(this.read, name)) this.#organization = body;
    }
    return this.#left({ outer: k, determiner: 'pronoun' });
  }

  /** A name, with or without its possessive mark, or the mark of a noun: `the bloc's`. */
  #name(token: Token): Left | 'passed' | 'stop' | undefined {
    const { tokens, names, nameAt } = this.read;
    const k = this.#k;
    const possessive = token.lower === "'s" || token.text === "'" || token.text === '’';
    const index = nameAt[possessive ? k - 1 : k] ?? -1;
    const name = names[index];
    if (name === undefined || (possessive && this.#isNoun(name))) return possessive ? this.#ownedByNoun() : undefined;
    // `the UN-recognised prime minister`
    if (!possessive && isJoiningHyphen(tokens, name.last)) {
      this.#k = name.first - 1;
      return 'passed';
    }
    // `The House impeached President X`
    if (this.#participle && !possessive) return 'stop';
    if (name.kind === 'person')
      return this.#left(possessive ? { outer: name.first, determiner: 'possessive' } : { outer: this.#first });
    const owns = name.kind === 'organization' || name.country === null || isLocal(this.read, name);
    if (owns && this.#organization < 0) this.#organization = index;
    this.#country ??= name.country;
    if (possessive) {
      const outer = tokens[name.first - 1]?.lower === 'the' ? name.first - 1 : name.first;
      return this.#left({ outer, determiner: 'possessive' });
    }
    this.#passTo(name.first);
    return 'passed';
  }

  /** `The Centre's director`: a noun for the body named before, although some place is called so. */
  #isNoun(name: NameMention): boolean {
    const { tokens } = this.read;
    if (name.kind !== 'place' || name.last - name.first > 1 || tokens[name.first - 1]?.lower !== 'the') return false;
    return nameWords().classNounsOfBodies.has(tokens[name.first]?.lower ?? '');
  }

  #passTo(first: number): void {
    this.#first = first;
    this.#determiner = 'bare';
    this.#k = first - 1;
  }

  /** `the bloc's`, `the country's`: the owner is what the noun refers to, the last body or country named before. */
  #ownedByNoun(): Left {
    const { read } = this;
    const mark = this.#k;
    const left = this.#left({ outer: nounFirst(read, mark), determiner: 'possessive' });
    const noun = read.tokens[mark - 1];
    const capital = noun?.case === 'initial' && read.tokens[mark - 2]?.lower === 'the';
    if (noun === undefined || (noun.case !== 'none' && !capital) || left.country !== null || left.organization >= 0)
      return left;
    const { classNounsOfBodies, classNounsOfPlaces } = nameWords();
    if (COUNTRY_NOUNS.holds(noun))
      return { ...left, country: read.names[nearest(read, mark, isPlace)]?.country ?? null };
    const owner = classNounsOfPlaces.has(noun.lower)
      ? nearest(read, mark, (name) => isPlace(name) && isLocal(read, name))
      : classNounsOfBodies.has(noun.lower) || BODY_NOUNS.holds(noun)
        ? nearest(read, mark, (name) => isBody(name) && (!capital || holdsWord(read, name, noun.lower)))
        : -1;
    return { ...left, organization: owner, country: read.names[owner]?.country ?? null };
  }

  #nationality(): boolean {
    const nationality = demonymEndingAt(this.read, this.#k);
    if (nationality === null) return false;
    this.#country ??= nationality.country;
    this.#passTo(nationality.first);
    return true;
  }

  /** A modifier of status, or an adjective that passes where a determiner or possessor follows. */
  #modifier(token: Token): boolean {
    const { offices, tokens } = this.read;
    if (token.kind !== 'word') return false;
    const status = offices.status.of(token);
    const opens = tokens[this.#k - 1]?.sentence !== token.sentence;
    if (token.case !== 'none' && (status === undefined || (!opens && !this.phrase.capitalised))) return false;
    if (status !== undefined && status !== 'current') {
      this.#status ??= status;
      if (this.#determiner === 'bare') this.#first = this.#k;
    } else if (!offices.ordinary.holds(token) && !offices.modifiers.holds(token)) {
      // `The chamber met Senator X`
      if (token.form.classes !== 0 || PAST.holds(token) || ++this.#unknown > MOST_UNKNOWN) return false;
      if (token.lower.endsWith('ed')) this.#participle = true;
    }
    this.#k--;
    return true;
  }
}

/** Where `the ruling party` begins before its possessive mark. */
function nounFirst(read: RoleReading, mark: number): number {
  for (let k = mark - 1; k >= Math.max(0, mark - 6); k--) {
    const token = read.tokens[k];
    if (token?.kind !== 'word') return k + 1;
    if (DEFINITE.holds(token) || PRONOUNS.holds(token) || INDEFINITE.holds(token)) return k;
  }
  return mark;
}

/** What `its` refers to as the owner of an office: the last body, else the last place, of this sentence, else of the one before. */
function nearestBody(read: RoleReading, before: number): number {
  const sentence = read.tokens[before]?.sentence ?? 0;
  const subject = openingBody(read, before);
  if (subject >= 0) return subject;
  const body = nearest(read, before, isBody);
  const place = nearest(read, before, isPlace);
  const inSentence = (index: number): boolean => read.tokens[read.names[index]?.first ?? 0]?.sentence === sentence;
  if (body >= 0 && place >= 0 && !inSentence(body) && inSentence(place)) return place;
  return body >= 0 ? body : place;
}

/** The body or place that the sentence opens with as its subject, behind a dateline: `South Sudan recalled …, and its envoy …`; -1 for none. */
function openingBody({ tokens, names, nameAt }: RoleReading, before: number): number {
  const sentence = tokens[before]?.sentence;
  let first = before;
  while (first > 0 && before - first < 60 && tokens[first - 1]?.sentence === sentence) first--;
  for (let k = first; k < Math.min(before, first + DATELINE); k++)
    if (DASHES.has(tokens[k]?.text ?? '') && tokens[k]?.spaced === true) first = k + 1;
  const from = tokens[first]?.lower === 'the' ? first + 1 : first;
  const index = nameAt[from] ?? -1;
  const name = names[index];
  if (name === undefined || name.kind === 'person' || name.last >= before) return -1;
  const next = tokens[name.last];
  return next?.kind === 'word' && next.lower !== "'s" && next.case === 'none' ? index : -1;
}

const DATELINE = 16;
const DASHES = new Set(['-', '--', '–', '—']);

/** The last name that fits before a token, in its sentence or the one before; at most 120 tokens back. */
function nearest(read: RoleReading, before: number, fits: (name: NameMention) => boolean): number {
  const { tokens, names, nameAt } = read;
  const sentence = tokens[before]?.sentence ?? 0;
  for (let k = before - 1; k >= Math.max(0, before - 120) && (tokens[k]?.sentence ?? 0) >= sentence - 1; k--) {
    const index = nameAt[k] ?? -1;
    const name = names[index];
    if (name !== undefined && fits(name)) return index;
  }
  return -1;
}

function holdsWord({ tokens }: RoleReading, name: NameMention, word: string): boolean {
  for (let k = name.first; k < name.last; k++) if (tokens[k]?.lower === word) return true;
  return false;
}

function isBody(name: NameMention): boolean {
  return name.kind === 'organization';
}

function isPlace(name: NameMention): boolean {
  return name.kind === 'place';
}
