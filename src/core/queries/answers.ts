/**
 * Answers for chats and other programs: plain data with exact places, cut off where there is much, and saying so. Read-only. What is
 * said to the program is English, as are the descriptions of the tools.
 */
import { events, type EventAnswer } from './answers-events';
import { type AnswerFilter, parseFilter, type Question } from './answers-filter';
import { figures, type FigureAnswer } from './answers-figures';
import { officials, type OfficialAnswer } from './answers-officials';
import type { AskedFolder } from './answers-place';
import { quotations, type QuotationAnswer } from './answers-quotations';

export { QUESTIONS, type Question } from './answers-filter';
export type { AskedFolder } from './answers-place';

/** Something found; made only if it is given. */
export interface Found<T> {
  readonly make: () => T;
}

export type AnswerResult = OfficialAnswer | EventAnswer | FigureAnswer | QuotationAnswer;

export interface Answer {
  /** How many results there are in all. */
  readonly found: number;
  /** Only where not all are given: which are, and how to get more. */
  readonly cutOff?: string;
  /** What else who asked should know: nothing there to ask about, or sources that were not read. */
  readonly note?: string;
  readonly results: readonly AnswerResult[];
}

export type Answered = { readonly answer: Answer } | { readonly error: string };

const READERS: Readonly<
  Record<Question, (folder: AskedFolder, filter: AnswerFilter) => readonly Found<AnswerResult>[]>
> = { officials, events, figures, quotations };

/**
 * @param input as it came from outside; what is wrong with it becomes an error in words
 * @param note what the answer is to say of its own reading, for example of sources that could not be read
 */
export function answer(
  folders: readonly AskedFolder[],
  question: Question,
  input: unknown,
  note: string | null = null,
): Answered {
  const parsed = parseFilter(question, input);
  if ('error' in parsed) return parsed;
  const { filter } = parsed;
  const found = folders.flatMap((folder) => READERS[question](folder, filter));
  const given = found.slice(filter.skip, filter.skip + filter.limit);
  const cutOff = given.length === found.length ? undefined : cutOffWords(found.length, given.length, filter);
  const sources = folders.reduce((n, { view }) => n + view.extraction.documents.length, 0);
  const notes = [sources === 0 ? 'There are no sources here.' : null, note].filter((n) => n !== null).join(' ');
  return {
    answer: {
      found: found.length,
      ...(cutOff === undefined ? {} : { cutOff }),
      ...(notes === '' ? {} : { note: notes }),
      results: given.map((f) => f.make()),
    },
  };
}

function cutOffWords(found: number, given: number, { skip }: AnswerFilter): string {
  if (given === 0) return `There are no more than ${results(found)}; "skip" passes over all of them.`;
  const next = skip + given;
  const rest = next < found ? ` Ask again with "skip": ${next} for the next ones, or narrow the question.` : '';
  return `These are ${skip + 1} to ${next} of ${results(found)}.${rest}`;
}

function results(n: number): string {
  return n === 1 ? '1 result' : `${n.toLocaleString('en-US')} results`;
}
