import type { LocalDate, Token } from '../../annotations';
import { type CalendarWords, calendarWords } from '../../lexicon/calendar';
import type { ReadText } from '../input';
import { readDayAhead, readMonthDate, readNextDay } from './absolute';
import { readNumericDate } from './digits';
import { type EventNames, eventNames, readEventName, readHoliday, readOrdinalDay } from './named';
import { earlierPeriod, readHalf, readQuarter } from './quarters';
import { readDayWord, readPartOfDay, readSeason, readWeekend } from './relative';
import type { DateMatch, DateScan } from './scan';
import { readUnit } from './units';
import { readWeekday } from './weekdays';
import { WordTable } from '../../lexicon/word-table';
import { readShortDecade, readYear } from './years';

type Reader = (scan: DateScan, i: number) => DateMatch | null;

/**
 * Finds date expressions, sorted, none overlapping. One pass over the tokens: a word that can be the head of an expression (a month,
 * a weekday, `ago`'s unit, a number) is looked up in a table and its reader looks at the words around it.
 *
 * Spans take in what belongs to the date (`last Oct. 7`, `Sunday evening`, `early May`, `some eight months ago`), not prepositions,
 * and not `early`, `late` or `earlier` before a weekday.
 */
export function findDates(read: ReadText): readonly LocalDate[] {
  const { tokens, sentences, knowledge } = read;
  const words = calendarWords();
  const names = eventNames(knowledge);
  const found: LocalDate[] = [];
  const scan = { tokens, sentences, words, found, floor: 0 };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    const match = token.kind === 'number' ? readNumberDate(scan, i) : readWordDate(scan, i, token, names);
    if (match === null || match.first < scan.floor) continue;
    found.push({
      start: tokens[match.first]?.start ?? 0,
      end: tokens[match.last - 1]?.end ?? 0,
      first: match.first,
      last: match.last,
      expression: match.expression,
      approximate: match.approximate ?? false,
      rule: match.rule,
    });
    scan.floor = match.last;
    i = Math.max(i, match.last - 1);
  }
  return found;
}

function readNumberDate(scan: DateScan, i: number): DateMatch | null {
  for (const read of NUMBER_READERS) {
    const match = read(scan, i);
    if (match !== null) return match;
  }
  return null;
}

const NUMBER_READERS: readonly Reader[] = [
  readNumericDate,
  readYear,
  readOrdinalDay,
  readDayAhead,
  readNextDay,
  readShortDecade,
];

function readWordDate(scan: DateScan, i: number, token: Token, names: EventNames): DateMatch | null {
  const heads = readersByHead().of(token);
  if (heads !== undefined)
    for (const read of heads) {
      const match = read(scan, i);
      if (match !== null) return match;
    }
  return names.size > 0 && names.has(token.lower) ? readEventName(scan, i, names) : null;
}

let built: WordTable<readonly Reader[]> | undefined;

function readersByHead(): WordTable<readonly Reader[]> {
  return (built ??= buildReaders(calendarWords()));
}

function buildReaders(words: CalendarWords): WordTable<readonly Reader[]> {
  const readers = new Map<string, Reader[]>();
  const add = (heads: Iterable<string>, reader: Reader): void => {
    for (const head of heads) {
      const list = readers.get(head);
      if (list === undefined) readers.set(head, [reader]);
      else list.push(reader);
    }
  };
  add(words.holidays.keys(), readHoliday);
  add(words.weekdays.keys(), readWeekday);
  add(words.shortWeekdays.keys(), readWeekday);
  add(words.months.keys(), readMonthDate);
  add(words.dayWords.keys(), readDayWord);
  add(words.partsOfDay, readPartOfDay);
  add(words.units.keys(), readUnit);
  add(['weekend'], readWeekend);
  add(words.seasons, readSeason);
  add(['quarter'], readQuarter);
  add(['period', 'results', 'profit', 'loss', 'figure', 'level'], earlierPeriod);
  add(['half'], readHalf);
  return new WordTable(readers);
}
