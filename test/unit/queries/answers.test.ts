import assert from 'node:assert/strict';
import { type Answer, answer, type AnswerResult, QUESTIONS, type Question } from '../../../src/core/queries/answers';
import type { Citation } from '../../../src/core/queries/answers-place';
import { testCases } from '../cases';
import { ferryAffair } from './ferry';
import { markedView } from './many';

const asked = { view: ferryAffair(), prefix: 'ferry/' };

function isQuestion(word: string): word is Question {
  return QUESTIONS.some((q) => q === word);
}

/** A case is `QUESTION INPUT`, with the input as JSON: what was found, one line for a result, and one for each of its places. */
testCases('answers', (text) => {
  const [, question = '', input = ''] = /^(\w+) (.*)$/su.exec(text) ?? [];
  if (!isQuestion(question)) throw new Error(`There is no question ${question}.`);
  const answered = answer([asked], question, JSON.parse(input));
  if ('error' in answered) return [`error: ${answered.error}`];
  const { found, cutOff, note, results } = answered.answer;
  return [`${found} found`, ...[cutOff, note].filter((l) => l !== undefined), ...results.flatMap(resultLines)];
});

function resultLines(result: AnswerResult): readonly string[] {
  const facts = Object.entries(result).filter(([key]) => !['citation', 'citations', 'offices'].includes(key));
  const offices = 'offices' in result ? result.offices : [];
  return [
    facts.map(([key, value]) => `${key}=${JSON.stringify(value)}`).join(' '),
    ...offices.map(({ citations, ...office }) => `  office ${JSON.stringify(office)} in ${citations.length} places`),
    ...citationsOf(result).map((c) => `  ${c.path}:${c.line}:${c.column}-${c.endLine}:${c.endColumn} ${c.quote}`),
  ];
}

function citationsOf(result: AnswerResult): readonly Citation[] {
  return 'citation' in result ? [result.citation] : result.citations;
}

function found(question: Question, input: object, folders = [asked]): Answer {
  const answered = answer(folders, question, input);
  if ('error' in answered) throw new Error(answered.error);
  return answered.answer;
}

describe('answers', () => {
  it('cite words that stand exactly there', () => {
    for (const question of QUESTIONS) {
      const places = found(question, {}).results.flatMap(citationsOf);
      assert.ok(places.length > 0, question);
      for (const { path, start, end, quote, line, column } of places) {
        const text = asked.view.text(path.slice(asked.prefix.length));
        assert.equal(text.slice(start, end), quote);
        const atLine = text.split('\n')[line - 1] ?? '';
        assert.ok(atLine.slice(column - 1).startsWith(quote.split('\n')[0] ?? ''), quote);
      }
    }
  });

  it('give everything once over several questions', () => {
    for (const question of QUESTIONS) {
      const whole = found(question, {});
      const parts = Array.from({ length: whole.found }, (_, skip) => found(question, { skip, limit: 1 }).results);
      assert.deepEqual(parts.flat(), whole.results);
    }
  });

  it('cut long passages and many places, and say so', () => {
    const { view, mentions, words } = markedView();
    const [person] = found('officials', {}, [{ view, prefix: '' }]).results;
    assert.ok(person !== undefined && 'citations' in person);
    assert.equal(person.citations.length, 5);
    assert.equal(person.citationsInAll, mentions);
    // One of each source before a second of any.
    assert.equal(new Set(person.citations.map((c) => c.path)).size, 2);
    const [quote] = found('quotations', {}, [{ view, prefix: '' }]).results;
    assert.ok(quote !== undefined && 'citation' in quote);
    assert.ok(quote.citation.quoteCut && words.startsWith(quote.citation.quote));
    assert.equal(quote.citation.end - quote.citation.start, words.length);
  });

  it('of no folder say that there are no sources', () => {
    assert.deepEqual(found('events', {}, []), { found: 0, note: 'There are no sources here.', results: [] });
  });
});
