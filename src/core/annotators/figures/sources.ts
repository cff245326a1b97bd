/** Finds who gives a figure. */
import type { LocalQuotation, Sentence } from '../../annotations';
import type { Span } from '../../text';
import { type Reading, type TokenRange, spanOf } from '../reading';
import { type Statement, findStatements } from '../quotes/statements';
import { countedTable } from '../../lexicon/counted';
import { Role, measureTable, triggerAt } from '../../lexicon/measures';
import { numberWords, readNumber } from '../../lexicon/numbers';
import { phraseAt } from '../../lexicon/phrases';
import { speechTable } from '../../lexicon/speech';
import { type Subject } from '../phrases-before';
import { clauseSubject, subjectAfter } from '../subjects';
import type { Counted } from './phrases';
import { itemAt } from '../../items';

export interface Source {
  /** The words that name it; for a pronoun the last name of the one it stands for. */
  readonly span: Span;
  /** Index into `entities`, or null. */
  readonly entity: number | null;
  /** Tokens of the attribution in the figure's own sentence, or null. */
  readonly at: TokenRange | null;
  readonly statement: Statement | null;
}

/** Reads the statements around figures; sentences are read once. */
export class SourceReader {
  readonly #r: Reading;
  readonly #quotes: readonly LocalQuotation[];
  readonly #quoted: Uint8Array;
  readonly #statements = new Map<number, readonly Statement[]>();

  constructor(r: Reading, quotes: readonly LocalQuotation[]) {
    this.#r = r;
    this.#quotes = quotes.filter((q) => q.form === 'direct');
    this.#quoted = new Uint8Array(r.tokens.length);
    let t = 0;
    for (const quote of this.#quotes) {
      while (t < r.tokens.length && (r.tokens[t]?.start ?? 0) < quote.start) t++;
      for (; t < r.tokens.length && (r.tokens[t]?.start ?? 0) < quote.end; t++) this.#quoted[t] = 1;
    }
  }

  /** Who says this figure, or null where it stands in the text's own words. */
  sourceOf(figure: Counted, index: number): Source | null {
    const quote = this.#quoted[figure.first] === 1 ? this.#quoteAt(figure) : undefined;
    if (quote !== undefined && quote.speaker !== null) {
      const name = this.#nameOf(quote.speaker, quote.end + 200) ?? { start: quote.start, end: quote.end };
      return { span: name, entity: quote.speaker, at: null, statement: null };
    }
    const unnamed = quote === undefined ? null : this.#unnamedSpeaker(quote, index);
    if (unnamed !== null) return unnamed;
    const given = this.#givenBehind(figure);
    if (given !== null) return given;
    const statement = this.#governing(figure, index);
    return statement === null ? null : this.#toSource(statement);
  }

  /** Who says a quotation, of no entity: `a doctor` before `he said`. */
  #unnamedSpeaker(quote: LocalQuotation, index: number): Source | null {
    const near = this.statements(index).find(
      (s) => (this.#r.tokens[s.at]?.start ?? 0) >= quote.end && s.subject !== null,
    );
    const statement = near ?? this.statements(index).findLast((s) => (this.#r.tokens[s.at]?.end ?? 0) <= quote.start);
    const subject = statement?.subject ?? null;
    if (statement === undefined || subject === null || subject.first === subject.last) return null;
    const place = { entity: null, at: { first: subject.first, last: subject.last }, statement };
    if (!subject.pronoun) return { span: spanOf(this.#r, withAcronym(this.#r, subject)), ...place };
    const before = this.#opening(index - 1);
    return before === null ? null : { span: before, ...place };
  }

  /** The noun phrase that opens a sentence, its paragraph's: `A security source in Tillia`, `The operator`. */
  #opening(index: number): Span | null {
    const sentence = this.#r.sentences[index];
    if (sentence === undefined || sentence.paragraph !== this.#r.sentences[index + 1]?.paragraph) return null;
    const phrase = subjectAfter(this.#r, sentence.first - 1, sentence.last);
    return phrase === null || phrase.pronoun ? null : this.#spanOfVoice(phrase);
  }

  /** A phrase up to its last word for somebody who speaks; null without one: a shallow reading may have taken its verb in. */
  #spanOfVoice({ first, last }: TokenRange): Span | null {
    let end = last;
    while (end > first && this.#r.tokens[end - 1]?.case === 'none' && !isVoiceAt(this.#r, end - 1)) end--;
    return end === first ? null : spanOf(this.#r, { first, last: end });
  }

  /** `11 Tajiks, a number that Dushanbe released only on Sunday`. */
  #givenBehind({ last }: Counted): Source | null {
    const { tokens } = this.#r;
    if (tokens[last]?.text !== ',' || tokens[last + 1]?.lower !== 'a') return null;
    if (!measureTable().totals.has(tokens[last + 2]?.lower ?? '')) return null;
    const subject = subjectAfter(this.#r, tokens[last + 3]?.lower === 'that' ? last + 3 : last + 2, last + 12);
    if (subject === null || subject.pronoun || !isVoice(this.#r, subject)) return null;
    const entity = itemAt(this.#r.mentions, subject.mention)?.entity ?? null;
    return { span: spanOf(this.#r, subject), entity, at: subject, statement: null };
  }

  statements(index: number): readonly Statement[] {
    let found = this.#statements.get(index);
    const sentence: Sentence | undefined = this.#r.sentences[index];
    if (found === undefined) {
      found = sentence === undefined ? [] : findStatements(this.#r, sentence, this.#quoted);
      this.#statements.set(index, found);
    }
    return found;
  }

  #quoteAt(figure: Counted): LocalQuotation | undefined {
    const start = this.#r.tokens[figure.first]?.start ?? 0;
    let low = 0;
    let high = this.#quotes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#quotes[middle]?.start ?? Infinity) <= start) low = middle + 1;
      else high = middle;
    }
    return this.#quotes[low - 1];
  }

  /** The innermost statement before the figure that says it, else one behind. */
  #governing(figure: Counted, index: number): Statement | null {
    const all = this.statements(index).filter((s) => {
      if (
        s.subject === null ||
        s.subject.first === s.subject.last ||
        (s.subject.first < figure.last && figure.first < s.subject.last)
      )
        return false;
      if (s.verb?.manner === true && !s.verb.statement) return false;
      if (s.order === 'before' && tellsNoCount(this.#r, s)) return false;
      if (s.at >= figure.first && s.at < figure.last) return false;
      if (!speaks(s) && !isVoice(this.#r, s.subject)) return false;
      return s.content.first <= figure.first && figure.last <= s.content.last;
    });
    const before = all.findLast((s) => s.order === 'before' && s.at < figure.first && this.#reaches(s, figure));
    // `He recalled that, by the agency's count, 46 …`: the source beside the figure is nearer than the one who speaks.
    const beside = all.findLast((s) => s.order === 'according' && s.at < figure.first);
    if (before !== undefined && beside !== undefined && beside.at > before.at) return beside;
    return before ?? all.find((s) => s.order !== 'before' || s.verb?.gerund === true) ?? null;
  }

  /** Verbs that only count (`confirmed 64 deaths`) reach their object, verbs of speech the whole clause. */
  #reaches(statement: Statement, figure: Counted): boolean {
    if (statement.verb === null || statement.verb.statement) return true;
    return figure.first - statement.at < 20;
  }

  #toSource(statement: Statement): Source | null {
    const { subject } = statement;
    if (subject === null) return null;
    const own = spanOf(this.#r, withAcronym(this.#r, subject));
    const mention = subject.mention === null ? undefined : this.#r.mentions[subject.mention];
    const place = {
      at: { first: Math.min(subject.first, statement.at), last: Math.max(subject.last, statement.at + 1) },
      statement,
    };
    if (mention === undefined) {
      const before = subject.pronoun ? this.#subjectBefore(statement) : null;
      if (subject.pronoun && before === null) return null;
      return { span: before?.span ?? own, entity: before?.entity ?? null, ...place };
    }
    const named = mention.form === 'name' ? own : (this.#nameOf(mention.entity, mention.start) ?? own);
    return { span: named, entity: mention.entity, ...place };
  }

  /** A pronoun that nothing resolves: the one who spoke in the sentence before. */
  #subjectBefore(statement: Statement): Source | null {
    const index = this.#r.tokens[statement.at]?.sentence ?? 0;
    const own = this.statements(index).findLast((s) => s.at < statement.at && s.subject?.pronoun === false);
    if (own !== undefined) return this.#toSource(own);
    // `The operator gave a lower figure: 24 dead, it said.`
    const opening = this.#ownOpening(statement, index);
    if (opening !== null) return opening;
    const same = this.#r.sentences[index - 1]?.paragraph === this.#r.sentences[index]?.paragraph;
    if (index === 0 || !same) return null;
    const last = this.statements(index - 1).findLast((s) => s.subject !== null && !s.subject.pronoun);
    if (last !== undefined) return this.#toSource(last);
    const sentence = this.#r.sentences[index - 1];
    const subject = sentence === undefined ? null : clauseSubject(this.#r, sentence.first, sentence.last);
    const mention = itemAt(this.#r.mentions, subject?.mention);
    if (subject === null || mention?.form !== 'name') return null;
    return { span: spanOf(this.#r, subject), entity: mention.entity, at: null, statement };
  }

  /** The noun phrase that opens the statement's own sentence, where a colon follows it. */
  #ownOpening(statement: Statement, index: number): Source | null {
    const sentence = this.#r.sentences[index];
    if (sentence === undefined) return null;
    let colon = sentence.first;
    while (colon < statement.at && this.#r.tokens[colon]?.text !== ':') colon++;
    if (colon === statement.at) return null;
    const phrase = subjectAfter(this.#r, sentence.first - 1, colon);
    const span = phrase === null || phrase.pronoun ? null : this.#spanOfVoice(phrase);
    if (span === null) return null;
    const entity = itemAt(this.#r.mentions, phrase?.mention)?.entity ?? null;
    return { span, entity, at: null, statement };
  }

  /** The last name of an entity that begins before `offset`. */
  #nameOf(entity: number, offset: number): Span | null {
    const { mentions } = this.#r;
    let low = 0;
    let high = mentions.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((mentions[middle]?.start ?? Infinity) < offset) low = middle + 1;
      else high = middle;
    }
    for (let i = low - 1; i >= Math.max(0, low - LOOK_BACK); i--) {
      const mention = mentions[i];
      if (mention?.entity === entity && mention.form === 'name') return { start: mention.start, end: mention.end };
    }
    return null;
  }
}

/** `agreed to exchange 880 prisoners`, `divers found seven bodies`: acts, not accounts. */
function tellsNoCount(r: Reading, { at, verb }: Statement): boolean {
  if (verb?.lemma === 'find') return !isThat(r, at + 1);
  let k = at + 1;
  while ((r.dateAt[k] ?? -1) !== -1 || (r.dateAt[k + 1] ?? -1) !== -1) k++;
  if (r.tokens[k]?.lower !== 'to') return false;
  const next = r.tokens[k + 1];
  return next?.kind === 'word' && next.case === 'none' && next.form.classes === 0 && !startsNumber(r, k + 1);
}

function startsNumber(r: Reading, k: number): boolean {
  return readNumber(r.tokens, k) !== null || numberWords().indefinite.has(r.tokens[k]?.lower ?? '');
}

function isThat(r: Reading, k: number): boolean {
  return r.tokens[k]?.lower === 'that';
}

/** Whose verb or preposition leaves no doubt that somebody speaks, whatever noun stands there: `the civil defence said`. */
function speaks({ verb, order }: Statement): boolean {
  return verb === null ? order === 'according' : speechTable().spoken.has(verb.lemma);
}

/** Whether a subject can give figures: somebody named, a pronoun, people, or a body; not `the violence`, nor `33 bodies found`. */
function isVoice(r: Reading, subject: Subject): boolean {
  if (subject.mention !== null || subject.pronoun) return true;
  for (let k = subject.first; k < subject.last; k++) {
    if (triggerAt(r.tokens, k, Role.noun)?.value.measure.name === 'killed') return false;
    if (isVoiceAt(r, k)) return true;
  }
  return false;
}

/** Whether a word is one for people or bodies, or part of a name of theirs. */
function isVoiceAt(r: Reading, k: number): boolean {
  const { people, peoples } = countedTable();
  const token = r.tokens[k];
  const word = token?.lower ?? '';
  if (speechTable().voices.has(word) || peoples.has(word)) return true;
  if (token?.kind === 'word' && phraseAt(people, r.tokens, k) !== null) return true;
  const mention = itemAt(r.mentions, r.mentionAt[k]);
  if (mention?.form === 'name' && mention.kind !== 'place') return true;
  return /(?:ers|ors|ists|ians)$/.test(word) && word.length > 5;
}

/** `the National Directorate (NADIR)`: the acronym belongs to the name. */
function withAcronym(r: Reading, range: TokenRange): TokenRange {
  const { last } = range;
  return r.tokens[last]?.text === '(' && r.tokens[last + 2]?.text === ')'
    ? { first: range.first, last: last + 3 }
    : range;
}

/** How many mentions back a name is looked for: far enough for a report, and keeps the search linear in a book. */
const LOOK_BACK = 400;
