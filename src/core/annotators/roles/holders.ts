import type { Token } from '../../annotations';
import { speechTable } from '../../lexicon/speech';
import type { Field } from './fields';
import { demonymEndingAt, type Owner, type RoleReading } from './reading';
import type { OfficePhrase } from './phrases';
import { itemAt } from '../../items';
import { roleWords } from './role-words';

const {
  be: BE,
  called: CALLED,
  appoint: APPOINT,
  adverbs: ADVERBS,
  'clause-words': CLAUSE_WORDS,
  'phrase-words': PHRASE_WORDS,
  representing: REPRESENTING,
} = roleWords;

const QUOTES = new Set(['"', '“', '‘', '”', '’']);

/** The people that an office is said of, as indices into the names; empty for a description. */
export function holdersOf(read: RoleReading, phrase: OfficePhrase, owner: Owner, field: Field | null): number[] {
  if (phrase.office.relational) return relationalHolder(read, phrase, owner);
  const titled = titledNames(read, phrase, phrase.last);
  if (titled.length > 0) return titled;
  // `former Vice President of the United States X`, `speaker of the parliament X`
  const behind = field?.named === true ? field.last : owner.last;
  const owned = behind > phrase.last ? titledNames(read, phrase, behind) : [];
  if (owned.length > 0) return owned;
  // `X, the mayor's mother`: X is no mayor.
  if (read.tokens[owner.last]?.lower === "'s" && (read.nameAt[owner.last - 1] ?? -1) < 0) return [];
  const before = nameBeforeComma(read, owner);
  const after = nameAfterComma(read, owner);
  // `X, the Y of Z, …` rather than `the Y of Z, X,` where names stand on both sides, but for `met X, the Y, Z, said`.
  if (before >= 0 && (after < 0 || (owner.determiner !== 'pronoun' && !opensClause(read, after))))
    return withCoordinated(read, before, phrase, -1);
  if (after >= 0 && startsDescription(owner, phrase)) return withCoordinated(read, after, phrase, 1);
  const named = predicateSubject(read, owner);
  if (named >= 0) return [named];
  const told = predicateName(read, owner);
  return told >= 0 ? [told] : [];
}

function startsDescription(owner: Owner, phrase: OfficePhrase): boolean {
  return owner.determiner !== 'none' || phrase.status !== 'current' || phrase.capitalised;
}

function relationalHolder(read: RoleReading, phrase: OfficePhrase, owner: Owner): number[] {
  const titled = titledNames(read, phrase, phrase.last);
  if (titled.length > 0) return titled;
  const after = nameAfterComma(read, owner);
  return after >= 0 ? withCoordinated(read, after, phrase, 1) : [];
}

/** `President Dr X`, `Presidents A and B`. */
function titledNames(read: RoleReading, phrase: OfficePhrase, from: number): number[] {
  const { tokens, nameAt, names, offices } = read;
  let k = pastAbbreviation(read, from);
  const sentence = tokens[phrase.head]?.sentence;
  for (let steps = 0; steps < 5; steps++) {
    const token = tokens[k];
    if (token === undefined || token.sentence !== sentence) return [];
    const index = nameAt[k] ?? -1;
    if (index >= 0) {
      if (names[index]?.kind !== 'person' || names[index].first !== k) return [];
      return phrase.office.plural ? coordinated(read, index, 1) : [index];
    }
    const honorific = offices.honorifics.holds(token) || offices.honorifics.has(token.lower.replace('.', ''));
    const rank = token.case !== 'none' && offices.heads.holds(token);
    const rankModifier = token.case !== 'none' && offices.modifiers.holds(token);
    if (!honorific && !rank && !rankModifier && !QUOTES.has(token.text) && token.text !== '-') return [];
    if (token.case === 'none' && !QUOTES.has(token.text) && token.text !== '-') return [];
    k++;
  }
  return [];
}

/** Behind the initials of a title in front of its holder: `Member of Parliament (MP) X`. */
function pastAbbreviation({ tokens }: RoleReading, from: number): number {
  const short = tokens[from]?.text === '(' && tokens[from + 2]?.text === ')' && tokens[from + 1]?.case === 'all';
  return short ? from + 3 : from;
}

function withCoordinated(read: RoleReading, index: number, phrase: OfficePhrase, direction: 1 | -1): number[] {
  return phrase.office.plural ? coordinated(read, index, direction) : [index];
}

/** The people joined to one by `and` or a comma. */
function coordinated(read: RoleReading, index: number, direction: 1 | -1): number[] {
  const { names, tokens } = read;
  const found = [index];
  let current = index;
  for (;;) {
    const here = names[current];
    const next = names[current + direction];
    if (here === undefined || next?.kind !== 'person') return found;
    const [left, right] = direction === 1 ? [here, next] : [next, here];
    if (right.first - left.last > 2) return found;
    for (let k = left.last; k < right.first; k++)
      if (tokens[k]?.lower !== 'and' && tokens[k]?.text !== ',') return found;
    if (direction === 1) found.push(current + direction);
    else found.unshift(current + direction);
    current += direction;
  }
}

/** `X, the Y`: the person whose name ends before the comma before the phrase. */
function nameBeforeComma(read: RoleReading, owner: Owner): number {
  const { tokens, nameAt, names } = read;
  let k = owner.outer - 1;
  const sentence = tokens[owner.first]?.sentence;
  // `X, 67, the Y`
  if (tokens[k]?.text === ',' && tokens[k - 1]?.kind === 'number' && tokens[k - 2]?.text === ',') k -= 2;
  if (ADVERBS.holds(tokens[k])) k--;
  const mark = tokens[k]?.text;
  if (mark !== ',' && mark !== '–' && mark !== '—' && mark !== '(' && mark !== '--') return -1;
  const index = nameAt[k - 1] ?? -1;
  const name = names[index];
  if (name?.kind !== 'person' || tokens[name.first]?.sentence !== sentence) return -1;
  return index;
}

/** `Its operations chief, X,`: the person whose name begins behind the comma behind the phrase. */
function nameAfterComma(read: RoleReading, owner: Owner): number {
  const { tokens, nameAt, names, offices } = read;
  let k = appositionMark(read, owner.last);
  const mark = tokens[k]?.text;
  if (mark !== ',' && mark !== ':' && mark !== '–' && mark !== '—') return -1;
  k++;
  // `the interior minister, retired general X`
  for (let steps = 0; steps < 4; steps++, k++) {
    const token = tokens[k];
    if (token === undefined || token.sentence !== tokens[owner.first]?.sentence) return -1;
    const index = nameAt[k] ?? -1;
    if (index >= 0)
      return names[index]?.kind === 'person' && names[index].first === k ? closesApposition(read, index) : -1;
    const title =
      offices.honorifics.holds(token) ||
      offices.heads.holds(token) ||
      offices.modifiers.holds(token) ||
      offices.status.holds(token);
    if (!title && token.text !== '-' && !isNationality(read, k)) return -1;
  }
  return -1;
}

/** `his predecessor, the Norwegian X`: a word of nationality before a name, or its article. */
function isNationality(read: RoleReading, k: number): boolean {
  const at = read.tokens[k]?.lower === 'the' ? k + 1 : k;
  return (read.nameAt[at + 1] ?? -1) >= 0 && demonymEndingAt(read, at) !== null;
}

/** The comma that ends `of the UN mission in South Sudan`; `last` itself where a verb or clause comes first. */
function appositionMark(read: RoleReading, last: number): number {
  const { tokens, nameAt, names } = read;
  // `the president's spokesman, X`: X is not the president.
  if (tokens[last]?.lower === "'s" && (nameAt[last - 1] ?? -1) < 0) return last;
  let representing = false;
  for (let k = last; k < last + 10; k++) {
    const token = tokens[k];
    if (token === undefined || token.sentence !== tokens[last - 1]?.sentence) return last;
    if (k === last && REPRESENTING.holds(token)) {
      representing = true;
      continue;
    }
    // `the head of the Seychelles' navy, X`
    if (k === last && isApostrophe(token)) continue;
    if (token.kind === 'punctuation' && token.text !== '-') return token.text === ',' ? k : last;
    if (itemAt(names, nameAt[k])?.kind === 'person') return last;
    if (k === last && !PHRASE_WORDS.holds(token) && (nameAt[last - 1] ?? -1) < 0) return last;
    if (token.form.classes !== 0 && !PHRASE_WORDS.holds(token)) return last;
    if (!representing && VERB_ENDING.test(token.lower) && nameAt[k] === -1) return last;
  }
  return last;
}

function isApostrophe(token: Token): boolean {
  return (token.text === "'" || token.text === '’') && !token.spaced;
}

/** Whether a name between commas is the subject of the verb behind the second one. */
function opensClause(read: RoleReading, index: number): boolean {
  const { tokens, names } = read;
  const last = names[index]?.last ?? 0;
  return tokens[last]?.text === ',' && speechTable().verbs.holds(tokens[last + 1]);
}

const VERB_ENDING = /(?:ed|said|says|told|was|is|has|had|will|met|left|won|took|made|gave|spoke)$/u;

/** In `the minister, X said`, X is another; in `the minister, X, said` or `the minister, X.` it is not. */
function closesApposition(read: RoleReading, index: number): number {
  const name = read.names[index];
  const next = read.tokens[name?.last ?? 0];
  if (next === undefined || next.kind === 'punctuation') return index;
  if (next.sentence !== read.tokens[name?.first ?? 0]?.sentence) return index;
  return next.lower === 'and' || next.lower === 'who' || next.lower === "'s" ? index : -1;
}

/** `whose spokesman is X`, `the council's head is X`: the person whose name alone follows. */
function predicateName({ tokens, nameAt, names }: RoleReading, owner: Owner): number {
  if (tokens[owner.last]?.lower !== 'is' || owner.determiner === 'none' || owner.determiner === 'indefinite') return -1;
  const index = nameAt[owner.last + 1] ?? -1;
  const name = names[index];
  if (name?.kind !== 'person' || name.first !== owner.last + 1) return -1;
  return tokens[name.last] === undefined || /^[,.;]$/u.test(tokens[name.last]?.text ?? '') ? index : -1;
}

/** `X is the Y`, `named X as Y`, `X, who served as Y`. */
function predicateSubject(read: RoleReading, owner: Owner): number {
  const { tokens, nameAt, names } = read;
  const sentence = tokens[owner.first]?.sentence;
  let k = owner.outer - 1;
  // `X, who is also the minister`
  if (ADVERBS.holds(tokens[k]) && BE.holds(tokens[k - 1])) k--;
  const link = tokens[k];
  if (link === undefined || link.sentence !== sentence) return -1;
  const direct = nameAt[k] ?? -1;
  // `appointed X minister`
  if (direct >= 0 && names[direct]?.kind === 'person' && APPOINT.holds(tokens[names[direct].first - 1])) return direct;
  if (!BE.holds(link) && !CALLED.holds(link)) return -1;
  const as = link.lower === 'as';
  let appointed = !as;
  for (let steps = 0; steps < 9; steps++) {
    k--;
    const token = tokens[k];
    if (token === undefined || token.sentence !== sentence) return -1;
    const index = nameAt[k] ?? -1;
    if (index >= 0) {
      const name = names[index];
      if (name?.kind !== 'person') {
        k = name?.first ?? k;
        continue;
      }
      if (!appointed) appointed = APPOINT.holds(tokens[name.first - 1]);
      return appointed && tokens[name.last]?.lower !== "'s" ? index : -1;
    }
    if (APPOINT.holds(token)) appointed = true;
    else if (CLAUSE_WORDS.holds(token) || token.text === ';' || token.text === '"' || token.text === '”') return -1;
  }
  return -1;
}
