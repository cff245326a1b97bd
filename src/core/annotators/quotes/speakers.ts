/** Finds who speaks: by the statement before or behind a quotation, or carried over from the sentences before it. */
import type { Sentence } from '../../annotations';
import { type Subject } from '../phrases-before';
import { clauseSubject, subjectAfter, subjectBefore } from '../subjects';
import { WordClass } from '../../lexicon/grammar';
import { type SpeechVerb, speechTable } from '../../lexicon/speech';
import { quotationWords } from './words';
import type { Reading } from '../reading';
import { type QuotedRun, endingOf, insideOf } from './marks';
import { type Attribution, type Before, FURTHEST, resolved } from './references';
import type { Statement } from './statements';
import { WordSet } from '../../lexicon/word-table';
import { itemAt } from '../../items';

const TERMINAL = new Set([',', '.', '?', '!', '…', '...', '—', '–', '--', ';']);

/** Who says a quotation, or null where nothing shows that anybody does. */
export function attribute(
  r: Reading,
  run: QuotedRun,
  quoted: Uint8Array,
  statements: (sentence: number) => readonly Statement[],
  before: Before,
): Attribution | null {
  const at = r.tokens[run.open]?.sentence ?? 0;
  const sentence = r.sentences[at];
  if (sentence === undefined) return null;
  const starts = startsSentence(r, run, sentence, quoted);
  const tail = tailStatement(r, run);
  const afterColon = r.tokens[run.open - 1]?.text === ':' && tail?.pronoun === false;
  if (tail !== null && (starts || afterColon)) return resolved(r, tail, before, 'quote-said-by');
  const own = statements(at);
  const head = headStatement(r, own, run);
  if (tail !== null && !introduces(r, head, run)) return resolved(r, tail, before, 'quote-said-by');
  if (head !== null && head.subject !== null) return resolved(r, head.subject, before, 'says-quote');
  if (tail !== null) return resolved(r, tail, before, 'quote-said-by');
  const source = own.find((s) => s.order !== 'before' && s.subject !== null);
  if (source !== undefined && source.subject !== null) return resolved(r, source.subject, before, 'quote-according-to');
  if (starts) return carriedOver(r, run, sentence, statements, quoted, before);
  const blamed = reasonGiver(r, run, sentence);
  if (blamed !== null) return resolved(r, blamed, before, 'reason-quoted');
  const last = r.tokens[run.open - 1];
  const mark = last?.text;
  if (last !== undefined && speechTable().verbs.holds(last)) return { speaker: null, rule: 'quote-of-nobody-known' };
  if (mark === ':' || (mark === ',' && r.tokens[insideOf(run).first]?.case === 'initial')) {
    const subject = clauseSubject(r, Math.max(sentence.first, run.open - FURTHEST), run.open);
    if (subject !== null) return resolved(r, subject, before, 'subject-then-quote');
    if (mark === ':') return carriedOver(r, run, sentence, statements, quoted, before);
  }
  return null;
}

/** `sacked her aide for "talking to the wrong people"`: the words are those of who acts. */
function reasonGiver(r: Reading, run: QuotedRun, sentence: Sentence): Subject | null {
  if (r.tokens[run.open - 1]?.lower !== 'for') return null;
  for (let k = run.open - 2; k > Math.max(sentence.first, run.open - FAR); k--) {
    if (!quotationWords().sanctions.holds(r.tokens[k])) continue;
    return ((r.classes[k - 1] ?? 0) & WordClass.be) === 0 ? subjectBefore(r, k, sentence.first) : null;
  }
  return null;
}

/** Whether nothing but other quotations stands before it in its sentence. */
function startsSentence(r: Reading, run: QuotedRun, sentence: Sentence, quoted: Uint8Array): boolean {
  for (let k = run.open - 1; k >= Math.max(sentence.first, run.open - FURTHEST); k--) {
    if (quoted[k] === 1) continue;
    const token = r.tokens[k];
    if (token === undefined || token.kind !== 'punctuation') return false;
  }
  return true;
}

/** The nearest statement before the quotation that it can be the content of. */
function headStatement(r: Reading, statements: readonly Statement[], run: QuotedRun): Statement | null {
  let found: Statement | null = null;
  for (const s of statements) {
    if (s.at >= run.open) break;
    if (s.order === 'according' || s.verb === null) continue;
    // `he said Iran had proposed an "extraordinary meeting"`: a person who reports a country's words is the one quoted.
    if (found !== null && isPlace(r, s) && !isPlace(r, found)) continue;
    if (found !== null && namesSomebody(found) && isOwnSide(r, s)) continue;
    found = s;
  }
  return found;
}

/**
 * Whether a statement leads up to the quotation: `told reporters in Bern: "…"`. Behind a comma only one that ends right there does:
 * not `They had counted 41 graves, "and more to come," she said`.
 */
function introduces(r: Reading, head: Statement | null, run: QuotedRun): boolean {
  if (head === null) return false;
  const reach = speechTable().spoken.has(head.verb?.lemma ?? '') ? FAR : 2;
  return r.tokens[run.open - 1]?.text !== ',' || run.open - head.at <= reach;
}

/** How far before its quotation a verb of speech may stand that only a comma parts from it, in tokens. */
const FAR = 12;

/** `said his side had proposed "…"`: those for whom somebody speaks. */
function isOwnSide(r: Reading, { subject }: Statement): boolean {
  if (subject === null || ((r.classes[subject.first] ?? 0) & WordClass.possessive) === 0) return false;
  return quotationWords().sides.has(r.tokens[subject.last - 1]?.lower ?? '');
}

function namesSomebody({ subject }: Statement): boolean {
  return subject !== null && subject.mention !== null;
}

function isPlace(r: Reading, statement: Statement): boolean {
  const mention = itemAt(r.mentions, statement.subject?.mention);
  return mention?.kind === 'place';
}

/** `"…," said X`, `"…," X said`, `"…?" the 52-year-old added`: the subject, or null. */
function tailStatement(r: Reading, run: QuotedRun): Subject | null {
  if (run.unclosed) return null;
  const inner = endingOf(r.tokens, run);
  let k = run.close + 1;
  const outer = r.tokens[k]?.text ?? '';
  if (outer === ',' || outer === '—' || outer === '–' || outer === '--') k++;
  else if (!TERMINAL.has(inner)) return null;
  const first = r.tokens[k];
  if (first === undefined || first.kind === 'punctuation') return null;
  const sentence = r.sentences[first.sentence];
  if (sentence === undefined) return null;
  const other = first.sentence !== r.tokens[run.close]?.sentence;
  // Behind a full stop only a question or exclamation goes on with its attribution in what looks like a new sentence.
  if (other && (inner === '.' || sentence.paragraph !== r.sentences[r.tokens[run.close]?.sentence ?? 0]?.paragraph))
    return null;
  return statementAt(r, k, sentence, other);
}

function statementAt(r: Reading, first: number, sentence: Sentence, alone: boolean): Subject | null {
  const { verbs } = speechTable();
  const opening = verbs.of(r.tokens[first]);
  if (opening !== undefined && r.mentionAt[first] === -1) {
    if (opening.gerund || !opening.inverting) return null;
    return subjectAfter(r, first, sentence.last);
  }
  if (SUBORDINATORS.holds(r.tokens[first])) return null;
  const named = personOpening(r, first);
  for (let k = first + 1; k < Math.min(sentence.last, first + 40); k++) {
    const token = r.tokens[k];
    if (token === undefined) break;
    if (token.text === '"' || token.text === '“' || token.text === ':') break;
    const verb = verbs.of(token);
    if (verb === undefined || verb.gerund || r.mentionAt[k] !== -1) continue;
    // `Harry Bond, 30, of Raleigh, who was among them, said`
    const inserted = named !== null && r.tokens[named.last]?.text === ',' && r.tokens[k - 1]?.text === ',';
    const subject = inserted ? named : subjectBefore(r, k, first);
    if (subject === null || subject.first > first + 2) continue;
    return alone && sentence.last - k > 8 && !(k === subject.last && mayTrail(r, k, verb)) ? null : subject;
  }
  if (alone) return null;
  // Where a comma leads on to a name and a past tense, the verb need not be known: `Hannity started`.
  if (named !== null && isPast(r, named.last)) return named;
  return isPast(r, first) && r.mentionAt[first] === -1 ? personAfter(r, first, sentence.last) : null;
}

/** `shouted "Shame!" as Judge X read out`: what follows is another clause. */
const SUBORDINATORS = new WordSet(['as', 'when', 'while', 'after', 'before', 'because', 'until', 'since', 'once']);

/** The person whose name stands at `first`, offices before it left out. */
function personOpening(r: Reading, first: number): Subject | null {
  const mention = r.mentionAt[first] ?? -1;
  if (r.mentions[mention]?.kind !== 'person' || r.mentions[mention].form !== 'name') return null;
  let last = first + 1;
  while (r.mentionAt[last] === mention) last++;
  return { first, last, mention, pronoun: false };
}

function personAfter(r: Reading, verb: number, to: number): Subject | null {
  const subject = subjectAfter(r, verb, to);
  return subject !== null && itemAt(r.mentions, subject.mention)?.kind === 'person' ? subject : null;
}

function isPast(r: Reading, k: number): boolean {
  const token = r.tokens[k];
  return token?.case === 'none' && token.lower.endsWith('ed') && token.lower.length > 4 && r.classes[k] === 0;
}

/** Whether a verb behind a question needs nothing more: `Clinton asks as …`, not `Clinton said the …`. */
function mayTrail(r: Reading, k: number, verb: SpeechVerb): boolean {
  const bits = r.classes[k + 1] ?? 0;
  const word = r.tokens[k + 1]?.lower;
  return (
    verb.inverting && word !== 'that' && ((bits & WordClass.preposition) !== 0 || word === 'as' || word === 'when')
  );
}

const NOTHING_BEFORE: Before = { previous: null, carried: null };

function holdsQuoted(quoted: Uint8Array, { first, last }: Sentence): boolean {
  for (let k = first; k < last; k++) if (quoted[k] === 1) return true;
  return false;
}

/** A quotation that is a sentence of its own: the speaker of the one before, or whom the sentence before is about. */
function carriedOver(
  r: Reading,
  run: QuotedRun,
  sentence: Sentence,
  statements: (sentence: number) => readonly Statement[],
  quoted: Uint8Array,
  before: Before,
): Attribution | null {
  const at = r.tokens[run.open]?.sentence ?? 0;
  const paragraph = r.paragraphs[sentence.paragraph];
  if (paragraph === undefined) return null;
  if (at > paragraph.first) {
    const last = r.sentences[at - 1];
    if (last === undefined) return null;
    const statement = statements(at - 1).findLast((s) => namesSomebody(s));
    const subject = statement?.subject ?? clauseSubject(r, last.first, last.last);
    if (subject !== null && before.previous === null) return resolved(r, subject, before, 'speaker-of-sentence-before');
    // `"…," she told radio. He denied it. "…"`
    const turn =
      subject !== null && !holdsQuoted(quoted, last)
        ? resolved(r, subject, NOTHING_BEFORE, 'speaker-of-sentence-before')
        : null;
    if (turn !== null && turn.speaker !== null && r.entities[turn.speaker]?.kind === 'person') return turn;
    if (before.previous !== null) return { ...before.previous, rule: 'speaker-carried-on' };
    return { speaker: null, rule: 'quote-without-speaker' };
  }
  const announced = announcedBy(r, paragraph.first - 1, statements);
  if (announced !== null) return resolved(r, announced, before, 'announced-before');
  const next = at + 1 < paragraph.last ? statements(at + 1)[0] : undefined;
  if (next !== undefined && next.subject !== null && namesSomebody(next) && next.order === 'before')
    return resolved(r, next.subject, before, 'speaker-of-sentence-behind');
  if (before.carried !== null) return { ...before.carried, rule: 'speaker-carried-over-paragraph' };
  const person = personBefore(r, paragraph.first, statements, 1);
  if (person !== null) return { speaker: person, rule: 'speaker-of-paragraph-before' };
  return { speaker: null, rule: 'quote-without-speaker' };
}

/**
 * The entity of the person whom the last of the sentences before `at` that has one is about, or null.
 * @param reach how many sentences are asked
 */
function personBefore(
  r: Reading,
  at: number,
  statements: (sentence: number) => readonly Statement[],
  reach: number,
): number | null {
  for (let index = at - 1; index >= Math.max(0, at - reach); index--) {
    const sentence = r.sentences[index];
    if (sentence === undefined || r.paragraphs[sentence.paragraph]?.kind !== 'text') return null;
    const said = statements(index).findLast((s) => isPerson(r, s.subject));
    const subject =
      said?.subject ?? clauseSubject(r, sentence.first, Math.min(sentence.last, sentence.first + FURTHEST));
    const mention = itemAt(r.mentions, subject?.mention);
    if (mention?.kind === 'person') return mention.entity;
  }
  return null;
}

function isPerson(r: Reading, subject: Subject | null): boolean {
  return itemAt(r.mentions, subject?.mention)?.kind === 'person';
}

/** The subject of the sentence that ends the paragraph before, where it ends in a colon: `The ministry said in a statement:`. */
function announcedBy(r: Reading, at: number, statements: (sentence: number) => readonly Statement[]): Subject | null {
  const sentence = r.sentences[at];
  if (sentence === undefined || r.tokens[sentence.last - 1]?.text !== ':') return null;
  const said = statements(at).findLast((s) => s.subject !== null);
  return said?.subject ?? clauseSubject(r, Math.max(sentence.first, sentence.last - FURTHEST), sentence.last);
}
