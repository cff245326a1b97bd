/** Where a noun phrase for a person begins, and what it does in its clause: a shallow reading of tokens, no parser. */
import type { NameMention, RolePhrase, Sentence, Token } from '../../annotations';
import { WordClass } from '../../lexicon/grammar';
import { speechTable } from '../../lexicon/speech';
import { referenceWords } from './words';

export type GrammaticalRole = 'subject' | 'object' | 'oblique' | 'possessor';

/** What precedes a noun phrase at most: `the`, status, country, adjectives. */
const MOST_MODIFIERS = 7;
/** How far behind a name its verb may stand when an apposition comes between. */
const APPOSITION_REACH = 30;

const STOPS =
  WordClass.preposition | WordClass.conjunction | WordClass.be | WordClass.have | WordClass.modal | WordClass.relative;

export class NounPhrases {
  readonly #speech = speechTable().verbs;
  readonly #words = referenceWords();
  /** Index of a name → the first token of the title or apposition in front of it. */
  readonly #titles = new Map<number, number>();

  constructor(
    private readonly tokens: readonly Token[],
    private readonly sentences: readonly Sentence[],
    names: readonly NameMention[],
    roles: readonly RolePhrase[],
  ) {
    for (const role of roles) {
      for (const index of role.people) {
        const name = names[index];
        if (name === undefined || role.first >= name.first || name.first - role.last > 12) continue;
        if (role.plural) continue;
        this.#titles.set(index, Math.min(role.first, this.#titles.get(index) ?? Infinity));
      }
    }
  }

  /** The first token of the noun phrase that a name ends. */
  firstOfName(index: number, name: NameMention): number {
    return this.first(this.#titles.get(index) ?? name.first);
  }

  /** The first token of the noun phrase whose head or title begins at `from`: over adjectives to the determiner, if one stands there. */
  first(from: number): number {
    const sentence = this.tokens[from]?.sentence;
    // `said that the minister`: an article opens the phrase, whatever stands before it.
    if (this.tokens[from]?.lower === 'the') return from;
    let capital = from;
    let straight = true;
    for (let i = from - 1; i >= 0 && i >= from - MOST_MODIFIERS; i--) {
      const token = this.tokens[i];
      if (token === undefined || token.sentence !== sentence) break;
      if (token.text === '-') continue;
      const bits = token.form.classes;
      if ((bits & (WordClass.determiner | WordClass.possessive)) !== 0 && token.lower !== 'all') return i;
      const possessive = token.lower === "'s" || token.lower === "'";
      if (token.kind === 'punctuation' && !possessive) break;
      if (!possessive && ((bits & STOPS) !== 0 || (token.case === 'none' && this.isVerb(token)))) break;
      if (token.case === 'none' && !possessive) straight = false;
      if (straight) capital = i;
    }
    return capital;
  }

  isVerb(token: Token | undefined): boolean {
    if (token === undefined || token.kind !== 'word') return false;
    return (
      this.#words.verbs.holds(token) ||
      this.#speech.has(token.lower) ||
      (token.lower.length > 4 && token.lower.endsWith('ed'))
    );
  }

  /** Whether a word in lower case is a verb that the tables hold. */
  isVerbForm(word: string): boolean {
    return this.#words.verbs.has(word) || this.#speech.has(word);
  }

  isSpeech(token: Token | undefined): boolean {
    return token !== undefined && this.#speech.get(token.lower)?.gerund === false;
  }

  /** `first` and `last` (exclusive): the whole phrase. */
  role(first: number, last: number): GrammaticalRole {
    const next = this.tokens[last];
    const sentence = this.tokens[first]?.sentence ?? 0;
    if ((next?.lower === "'s" || next?.lower === "'") && !next.spaced) return 'possessor';
    const before = first > (this.sentences[sentence]?.first ?? 0) ? this.tokens[first - 1] : undefined;
    if (before === undefined) return 'subject';
    const bits = before.form.classes;
    if (before.kind === 'punctuation') return before.text === '(' || before.text === '/' ? 'oblique' : 'subject';
    const two = this.tokens[first - 2]?.lower;
    if ((before.lower === 'to' && two === 'according') || (before.lower === 'for' && two === 'as')) return 'subject';
    if ((bits & WordClass.preposition) !== 0)
      return this.#words.conjunctive.holds(before) && this.#hasVerb(last, sentence) ? 'subject' : 'oblique';
    if ((bits & (WordClass.relative | WordClass.conjunction)) !== 0) {
      if (before.lower !== 'and' && before.lower !== 'or' && before.lower !== '&') return 'subject';
      return this.#hasVerb(last, sentence) ? 'subject' : 'object';
    }
    // `In third was Ana Lund`, `The winner is Ana Lund`.
    if ((bits & WordClass.be) !== 0) return 'subject';
    if (this.isSpeech(before)) {
      const addressing = this.#words.addressing.holds(before);
      if (this.#hasVerb(last, sentence) || (!addressing && this.#endsClause(first - 2))) return 'subject';
      // `the ministry said X and Y met`: what is said begins.
      if (before.lower === 'said' && next?.lower === 'and') return 'subject';
      const closes = next === undefined || next.sentence !== sentence || next.kind === 'punctuation';
      return closes && before.lower === 'said' ? 'subject' : 'object';
    }
    return this.#looksFinite(next) && !this.isVerb(before) ? 'subject' : 'object';
  }

  #endsClause(at: number): boolean {
    const token = this.tokens[at];
    return token !== undefined && token.kind === 'punctuation';
  }

  /** Whether a verb follows, at once or behind an apposition between commas. */
  #hasVerb(last: number, sentence: number): boolean {
    const next = this.tokens[last];
    if (next === undefined || next.sentence !== sentence) return false;
    if (next.text !== ',' && next.text !== '(') return this.#looksFinite(next);
    const close = next.text === ',' ? ',' : ')';
    for (let i = last + 1; i < last + APPOSITION_REACH; i++) {
      const token = this.tokens[i];
      if (token === undefined || token.sentence !== sentence) return false;
      if (token.text === close) return this.#looksFinite(this.tokens[i + 1]);
    }
    return false;
  }

  #looksFinite(token: Token | undefined): boolean {
    if (token === undefined || token.case !== 'none' || token.kind !== 'word') return false;
    if (this.isVerb(token)) return true;
    const bits = token.form.classes;
    return bits === 0 && token.lower.length > 3 && token.lower.endsWith('s') && !token.lower.endsWith('ss');
  }
}
