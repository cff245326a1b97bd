/** Who says what in a sentence: speech verbs with their subjects and what they govern. Serves quotations and figures. */
import type { Sentence } from '../../annotations';
import { AUXILIARY, WordClass } from '../../lexicon/grammar';
import { countedTable } from '../../lexicon/counted';
import { phraseAt } from '../../lexicon/phrases';
import { Role, triggerAt } from '../../lexicon/measures';
import { type SpeechVerb, speechTable } from '../../lexicon/speech';
import type { Reading, TokenRange } from '../reading';
import { QUOTE_MARKS, sourcePhrase } from './source-phrases';
import { type Subject, nounPhraseEndingAt } from '../phrases-before';
import { clauseSubject, subjectAfter, subjectBefore } from '../subjects';
import { WordSet } from '../../lexicon/word-table';
import { itemAt } from '../../items';

export interface Statement {
  /** Token of the verb or of the preposition (`according`). */
  readonly at: number;
  readonly verb: SpeechVerb | null;
  readonly subject: Subject | null;
  /** What is said; empty where the verb only stands beside a direct quotation. */
  readonly content: TokenRange;
  readonly order: 'before' | 'after' | 'according';
}

/** Statements of a sentence that are read, and how many tokens around a verb: what is no prose must not cost more than linear time. */
const MOST = 60;
const REACH = 120;

const { modal, preposition, determiner, possessive, be, relative, conjunction, subjectPronoun } = WordClass;

/**
 * The statements of a sentence, in order.
 * @param quoted for each token 1 where it stands inside a direct quotation: nothing there speaks for the source
 */
export function findStatements(r: Reading, sentence: Sentence, quoted: Uint8Array): Statement[] {
  const { verbs } = speechTable();
  const found: Statement[] = [];
  for (let k = sentence.first; k < sentence.last && found.length < MOST; k++) {
    if (quoted[k] === 1) continue;
    const token = r.tokens[k];
    if (token === undefined || token.kind !== 'word') continue;
    const source = sourcePhrase(r, k, sentence);
    if (source !== null) {
      found.push(source);
      k = Math.max(k, (source.subject?.last ?? k) - 1);
      continue;
    }
    const verb = verbs.of(token);
    const passive = verb === undefined ? null : passiveStatement(r, k, verb, sentence);
    if (passive !== null) found.push(passive);
    if (passive !== null || verb === undefined || r.mentionAt[k] !== -1 || !mayBeVerb(r, k, verb, sentence)) continue;
    const statement = readStatement(r, k, verb, sentence, quoted, found);
    if (statement !== null) found.push(statement);
  }
  return found;
}

/** `was described by the ministry as`. */
function passiveStatement(r: Reading, k: number, verb: SpeechVerb, sentence: Sentence): Statement | null {
  if (r.tokens[k + 1]?.lower !== 'by' || verb.gerund || verb.base || ((r.classes[k - 1] ?? 0) & be) === 0) return null;
  const subject = subjectAfter(r, k + 1, sentence.last);
  if (subject === null) return null;
  return { at: k, verb, subject, content: { first: subject.last, last: sentence.last }, order: 'before' };
}

/** Sets nouns, passives and infinitives apart from verbs that someone is the subject of. */
function mayBeVerb(r: Reading, k: number, verb: SpeechVerb, sentence: Sentence): boolean {
  const bits = r.classes[k - 1] ?? 0;
  const before = k === sentence.first ? undefined : r.tokens[k - 1];
  if (before === undefined) return false;
  if ((bits & (determiner | possessive)) !== 0) return false;
  if (before.lower === "'s" || before.text === '-') return false;
  if (verb.base && before.lower === 'to') return false;
  // `charged with murder`, `accused of`: passive without its auxiliary.
  const next = r.tokens[k + 1]?.lower;
  // `floods in the southern state of Guerrero`
  if (verb.noun && verb.base && next === 'of') return false;
  if (next === 'with' || (verb.lemma === 'accuse' && next === 'of')) return false;
  if (verb.lemma === 'claim' && claimsLives(r, k, sentence)) return false;
  // `people confirmed dead`, `reported missing`.
  if (verb.lemma !== 'say' && triggerAt(r.tokens, k + 1, Role.state) !== null) return false;
  if ((bits & preposition) !== 0 && !verb.gerund && r.dateAt[k - 1] === -1) return false;
  if (!verb.gerund && (bits & be) !== 0 && !verb.base) return false;
  return true;
}

/** `has claimed more than 3,000 lives`, `claimed the lives of`. */
function claimsLives(r: Reading, verb: number, sentence: Sentence): boolean {
  for (let k = verb + 1; k < Math.min(sentence.last, verb + 9); k++) {
    const word = r.tokens[k]?.lower;
    if (word === 'lives' || word === 'life') return true;
    if (((r.classes[k] ?? 0) & AUXILIARY) !== 0 || r.tokens[k]?.text === ',') return false;
  }
  return false;
}

function readStatement(
  r: Reading,
  k: number,
  verb: SpeechVerb,
  sentence: Sentence,
  quoted: Uint8Array,
  earlier: readonly Statement[],
): Statement | null {
  const from = startAfterQuotation(k, sentence, quoted);
  const before = r.tokens[k - 1];
  const afterMark = before !== undefined && (QUOTE_MARKS.has(before.text) || quoted[k - 1] === 1);
  const inverted =
    verb.inverting && !verb.base && (afterMark || before?.text === ',') ? subjectAfter(r, k, sentence.last) : null;
  if (inverted !== null && !verb.gerund && (afterMark || isTrailing(r, inverted, sentence)))
    return { at: k, verb, subject: inverted, content: { first: sentence.first, last: k - 1 }, order: 'after' };

  const subject = verb.gerund ? sharedSubject(r, k, sentence, earlier) : finiteSubject(r, k, verb, from);
  if (subject === null) return null;
  const clauseEnd = endOfClause(r, k, sentence.last);
  const tail = endOfAttribution(r, afterObject(r, k, verb), clauseEnd);
  const opener = r.tokens[subject.first - 1];
  const closesSentence =
    tail >= (clauseEnd < sentence.last ? clauseEnd : sentence.last - 1) &&
    !verb.gerund &&
    subject.first - sentence.first > 1;
  const parenthetical =
    closesSentence && opener !== undefined && (opener.text === ',' || quoted[subject.first - 1] === 1);
  if (parenthetical)
    return { at: k, verb, subject, content: { first: sentence.first, last: subject.first - 1 }, order: 'after' };
  // `The strike, officials said, killed nine.`
  if (
    opener?.text === ',' &&
    r.tokens[tail]?.text === ',' &&
    tail - k < 6 &&
    subject.first > sentence.first + 1 &&
    tail < sentence.last - 2
  )
    return { at: k, verb, subject, content: { first: sentence.first, last: sentence.last }, order: 'after' };
  return {
    at: k,
    verb,
    subject,
    content: { first: contentStart(r, k + 1, sentence.last), last: sentence.last },
    order: 'before',
  };
}

/** The subject before a finite verb; null where the word is a noun: `a deep regret`, `his recent remarks about …`. */
function finiteSubject(r: Reading, k: number, verb: SpeechVerb, from: number): Subject | null {
  const at = REFLEXIVE.holds(r.tokens[k - 1]) ? k - 1 : k;
  const subject = subjectBefore(r, at, from);
  if (subject === null || subject.pronoun || subject.mention !== null || subject.last !== at) return subject;
  const opens = ((r.classes[subject.first] ?? 0) & (determiner | possessive)) !== 0;
  if (verb.base && opens && !holdsPlural(r, subject)) return null;
  // `explosive charges to test`, `mass rallies call for`: a noun and its attribute.
  if (verb.noun && (verb.third || verb.base) && !opens && !holdsVoice(r, subject)) return null;
  if (verb.third && verb.noun && opens && ((r.classes[k + 1] ?? 0) & preposition) !== 0) return null;
  // `said places such as …`: the word before is a verb itself.
  const last = speechTable().verbs.of(r.tokens[k - 1]);
  return last !== undefined && subject.first === k - 1 && !last.third && !last.base ? null : subject;
}

function holdsVoice(r: Reading, phrase: TokenRange): boolean {
  const { voices } = speechTable();
  for (let k = phrase.first; k < phrase.last; k++) {
    const token = r.tokens[k];
    if (token === undefined) continue;
    if (voices.holds(token) || r.mentionAt[k] !== -1 || phraseAt(countedTable().people, r.tokens, k) !== null)
      return true;
    if (/(?:ers|ors|ists|ians)$/.test(token.lower)) return true;
  }
  return false;
}

function holdsPlural(r: Reading, phrase: TokenRange): boolean {
  for (let k = phrase.first; k < phrase.last; k++) {
    const word = r.tokens[k]?.lower ?? '';
    if ((word.length > 3 && word.endsWith('s')) || word === 'police' || word === 'people') return true;
  }
  return false;
}

const REFLEXIVE = new WordSet(['himself', 'herself', 'itself', 'themselves', 'myself', 'ourselves']);

/** `saying`, `adding`: says whoever the sentence or the statement before is about. */
function sharedSubject(r: Reading, k: number, sentence: Sentence, earlier: readonly Statement[]): Subject | null {
  const own = subjectOfAbsolute(r, k, sentence);
  if (own !== null) return own;
  const said = earlier.filter((s) => s.subject !== null && s.order !== 'according');
  const last = said.findLast((s) => s.order === 'before' && typeof s.subject?.mention === 'number') ?? said.at(-1);
  if (last !== undefined) return last.subject;
  const before = r.tokens[k - 1];
  const opens = before?.text === ',' || before?.lower === 'and' || before?.lower === 'while' || before?.lower === 'by';
  if (!opens && !speechTable().nouns.holds(before)) return null;
  const subject = clauseSubject(r, Math.max(sentence.first, k - REACH), k);
  // Somebody says it, but nobody who is known: an empty range.
  return subject ?? (opens ? { first: k, last: k, mention: null, pronoun: false } : null);
}

/** `with its spokesman Matthew Miller thanking`: the gerund has a subject of its own right before it. */
function subjectOfAbsolute(r: Reading, k: number, sentence: Sentence): Subject | null {
  const opened = withBefore(r, k, sentence);
  if (opened >= 0) return nounPhraseEndingAt(r, k - 1, opened + 1);
  const mention = itemAt(r.mentions, r.mentionAt[k - 1]);
  if (mention?.kind !== 'person' || mention.form === 'pronoun' || k - 1 <= sentence.first) return null;
  return nounPhraseEndingAt(r, k - 1, sentence.first);
}

/** The `with` of `with the health ministry saying`: only words of a noun phrase stand between; -1 for none. */
function withBefore(r: Reading, gerund: number, sentence: Sentence): number {
  for (let k = gerund - 1; k >= Math.max(sentence.first, gerund - 8); k--) {
    const token = r.tokens[k];
    if (token === undefined || token.kind === 'punctuation') return -1;
    if (token.lower === 'with') return k < gerund - 1 ? k : -1;
    if (((r.classes[k] ?? 0) & (AUXILIARY | relative | conjunction)) !== 0) return -1;
  }
  return -1;
}

function startAfterQuotation(k: number, sentence: Sentence, quoted: Uint8Array): number {
  const first = Math.max(sentence.first, k - REACH);
  for (let j = k - 1; j >= first; j--) if (quoted[j] === 1) return j + 1;
  return first;
}

/** Whether an inverted subject ends its sentence or is followed by an apposition: `…, said Jan Vos, its director.` */
function isTrailing(r: Reading, subject: Subject, sentence: Sentence): boolean {
  const next = r.tokens[subject.last];
  if (subject.last >= sentence.last - 1 || next === undefined) return true;
  return (
    next.text === ',' ||
    next.text === '.' ||
    next.lower === 'in' ||
    next.lower === 'on' ||
    (r.dateAt[subject.last] ?? -1) >= 0
  );
}

/** A semicolon ends what a sentence's first statement can govern. */
function endOfClause(r: Reading, from: number, last: number): number {
  for (let k = from; k < Math.min(last, from + REACH); k++) if (r.tokens[k]?.text === ';') return k;
  return last;
}

/** Behind the one who is told: `residents told Reuters`. */
function afterObject(r: Reading, k: number, verb: SpeechVerb): number {
  if (verb.lemma !== 'tell') return k + 1;
  let end = k + 1;
  while (end < k + 6 && (r.mentionAt[end] !== -1 || speechTable().hearers.holds(r.tokens[end]))) end++;
  return end;
}

/** Past `on Sunday`, `late on Wednesday`, `in a statement`, `her in Paris`: the first token that belongs to what is said. */
function endOfAttribution(r: Reading, start: number, last: number): number {
  let k = start;
  while (k < last) {
    const token = r.tokens[k];
    if (token === undefined) break;
    const bits = r.classes[k] ?? 0;
    if ((r.dateAt[k] ?? -1) >= 0 || token.lower === 'late' || token.lower === 'early' || token.lower === 'earlier') {
      k++;
    } else if ((bits & preposition) !== 0 && token.lower !== 'that') {
      const end = prepositionalEnd(r, k, last);
      if (end === k) break;
      k = end;
    } else break;
  }
  return k;
}

function prepositionalEnd(r: Reading, k: number, last: number): number {
  let end = k + 1;
  while (end < last && end < k + 12) {
    const bits = r.classes[end] ?? 0;
    const token = r.tokens[end];
    if (token === undefined || token.kind === 'punctuation') break;
    if (token.kind === 'number' && (r.dateAt[end] ?? -1) < 0) return k;
    if ((bits & (AUXILIARY | relative | conjunction | modal)) !== 0) break;
    end++;
  }
  return end;
}

/** Behind `that`, where one follows before a verb could: `told reporters in Bern that`. */
function contentStart(r: Reading, start: number, last: number): number {
  for (let k = start; k < Math.min(last, start + 14); k++) {
    const token = r.tokens[k];
    if (token?.lower === 'that') return k + 1;
    if (((r.classes[k] ?? 0) & (AUXILIARY | subjectPronoun)) !== 0) break;
  }
  return start;
}
