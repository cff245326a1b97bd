/** Finds who speaks: by the statement before or behind a quotation, or carried over from the sentences before it. */
import type { Sentence } from '../../annotations';
import { type Subject, clauseSubject, subjectAfter, subjectBefore } from '../subjects';
import { speechTable } from '../../lexicon/speech';
import type { Reading } from '../reading';
import type { QuotedRun } from './marks';
import type { Statement } from './statements';

export interface Attribution {
  /** Index into `entities`. */
  readonly speaker: number | null;
  readonly rule: string;
}

/** Where the attribution search stands in its paragraph. */
export interface Before {
  /** The attribution of the quotation before this one in the paragraph. */
  readonly previous: Attribution | null;
  /** The last quotation's of the paragraph before, where nothing but quotations and attributions stood in it. */
  readonly carried: Attribution | null;
}

/** How far back a quotation looks in its sentence, in tokens. */
const FURTHEST = 300;

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
  if (tail !== null && starts) return resolved(r, tail, before, 'quote-said-by');
  const own = statements(at);
  const head = headStatement(r, own, run);
  if (head !== null && head.subject !== null) return resolved(r, head.subject, before, 'says-quote');
  if (tail !== null) return resolved(r, tail, before, 'quote-said-by');
  const source = own.find((s) => s.order !== 'before' && s.subject !== null);
  if (source !== undefined && source.subject !== null) return resolved(r, source.subject, before, 'quote-according-to');
  if (starts) return carriedOver(r, run, sentence, statements, before);
  const last = r.tokens[run.open - 1];
  const mark = last?.text;
  if (last !== undefined && speechTable().verbs.has(last.lower))
    return { speaker: null, rule: 'quote-of-nobody-known' };
  if (mark === ':' || (mark === ',' && r.tokens[run.open + 1]?.case === 'initial')) {
    const subject = clauseSubject(r, Math.max(sentence.first, run.open - FURTHEST), run.open);
    if (subject !== null) return resolved(r, subject, before, 'subject-then-quote');
    if (mark === ':') return carriedOver(r, run, sentence, statements, before);
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
    found = s;
  }
  return found;
}

function namesSomebody({ subject }: Statement): boolean {
  return subject !== null && subject.mention !== null;
}

function isPlace(r: Reading, statement: Statement): boolean {
  const mention = r.mentions[statement.subject?.mention ?? -1];
  return mention?.kind === 'place';
}

/** `"…," said X`, `"…," X said`, `"…?" the 52-year-old added`: the subject, or null. */
function tailStatement(r: Reading, run: QuotedRun): Subject | null {
  if (run.unclosed) return null;
  const last = r.tokens[run.close - 1]?.text ?? '';
  const inner = last === ']' ? (r.tokens[run.close - 2]?.text ?? '') : last;
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
  const opening = verbs.get(r.tokens[first]?.lower ?? '');
  if (opening !== undefined && r.mentionAt[first] === -1) {
    if (opening.gerund || !opening.inverting) return null;
    return subjectAfter(r, first, sentence.last);
  }
  for (let k = first + 1; k < Math.min(sentence.last, first + 40); k++) {
    const token = r.tokens[k];
    if (token === undefined) break;
    if (token.text === '"' || token.text === '“' || token.text === ':') break;
    const verb = verbs.get(token.lower);
    if (verb === undefined || verb.gerund || r.mentionAt[k] !== -1) continue;
    const subject = subjectBefore(r, k, first);
    if (subject === null || subject.first > first + 2) continue;
    return alone && sentence.last - k > 8 ? null : subject;
  }
  return null;
}

/** A quotation that is a sentence of its own: the speaker of the one before, or whom the sentence before is about. */
function carriedOver(
  r: Reading,
  run: QuotedRun,
  sentence: Sentence,
  statements: (sentence: number) => readonly Statement[],
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
    if (before.previous !== null) return { ...before.previous, rule: 'speaker-carried-on' };
    return { speaker: null, rule: 'quote-without-speaker' };
  }
  const next = at + 1 < paragraph.last ? statements(at + 1)[0] : undefined;
  if (next !== undefined && next.subject !== null && namesSomebody(next) && next.order === 'before')
    return resolved(r, next.subject, before, 'speaker-of-sentence-behind');
  if (before.carried !== null) return { ...before.carried, rule: 'speaker-carried-over-paragraph' };
  return { speaker: null, rule: 'quote-without-speaker' };
}

function resolved(r: Reading, subject: Subject, before: Before, rule: string): Attribution {
  const mention = subject.mention === null ? undefined : r.mentions[subject.mention];
  if (mention !== undefined) return { speaker: mention.entity, rule };
  const speaker = subject.pronoun ? (before.previous?.speaker ?? before.carried?.speaker ?? null) : null;
  return { speaker, rule };
}
