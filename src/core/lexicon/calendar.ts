/** The words of the calendar. Immutable; built once for a process, when first used. */
import type { DateUnit } from '../annotations';
import calendar from './calendar.yaml';
import { WordSet, WordTable } from './word-table';

export interface Holiday {
  /** Lower-case tokens; possessive `'s` is a token of its own. */
  readonly words: readonly string[];
  readonly month: number;
  readonly day: number;
}

export interface CalendarWords {
  readonly months: WordTable<number>;
  /** Days of the month in words. */
  readonly ordinals: WordTable<number>;
  readonly ambiguousMonths: WordSet;
  readonly weekdays: WordTable<number>;
  readonly shortWeekdays: WordTable<number>;
  readonly beforeWeekdayName: WordSet;
  readonly afterWeekdayName: WordSet;
  readonly partsOfDay: WordSet;
  readonly dayWords: WordTable<number>;
  readonly units: WordTable<{ readonly unit: DateUnit; readonly count: number }>;
  readonly approximate: WordSet;
  readonly vagueQuantities: WordSet;
  readonly seasons: WordSet;
  readonly datePrepositions: WordSet;
  readonly yearPrepositions: WordSet;
  readonly counted: WordSet;
  /** Nouns of what has a fixed day. */
  readonly scheduled: WordSet;
  /** Verbs that say no more than that something came about. */
  readonly occurring: WordSet;
  readonly money: WordSet;
  /** By their first word, longest first. */
  readonly holidays: WordTable<readonly Holiday[]>;
  readonly futureAuxiliaries: WordSet;
  readonly futureWords: WordSet;
  readonly futureGovernors: WordSet;
  readonly futureControl: WordSet;
  readonly timetable: WordSet;
  readonly timetablePlain: WordSet;
  readonly past: WordSet;
  readonly notPast: WordSet;
}

type FutureWords = 'auxiliaries' | 'words' | 'governors' | 'control' | 'timetable' | 'timetable_plain';

interface CalendarTable {
  readonly months: Readonly<Record<string, number>>;
  readonly ordinals: Readonly<Record<string, number>>;
  readonly ambiguous_months: readonly string[];
  readonly weekdays: Readonly<Record<string, number>>;
  readonly short_weekdays: Readonly<Record<string, number>>;
  readonly weekday_names: { readonly before: readonly string[]; readonly after: readonly string[] };
  readonly parts_of_day: readonly string[];
  readonly day_words: Readonly<Record<string, number>>;
  readonly units: Readonly<Record<string, readonly [DateUnit, number]>>;
  readonly approximate: readonly string[];
  readonly vague_quantities: readonly string[];
  readonly seasons: readonly string[];
  readonly date_prepositions: readonly string[];
  readonly year_prepositions: readonly string[];
  readonly counted: readonly string[];
  readonly scheduled: readonly string[];
  readonly occurring: readonly string[];
  readonly money: readonly string[];
  readonly holidays: readonly Holiday[];
  readonly future: Readonly<Record<FutureWords, readonly string[]>>;
  readonly past: readonly string[];
  readonly not_past: readonly string[];
}

let built: CalendarWords | undefined;

export function calendarWords(): CalendarWords {
  return (built ??= build(calendar as CalendarTable));
}

function build(table: CalendarTable): CalendarWords {
  return {
    months: new WordTable(withStops(table.months)),
    ordinals: new WordTable(new Map(Object.entries(table.ordinals))),
    ambiguousMonths: new WordSet(table.ambiguous_months),
    weekdays: new WordTable(new Map(Object.entries(table.weekdays))),
    shortWeekdays: new WordTable(withStops(table.short_weekdays)),
    beforeWeekdayName: new WordSet(table.weekday_names.before),
    afterWeekdayName: new WordSet(table.weekday_names.after),
    partsOfDay: new WordSet(table.parts_of_day),
    dayWords: new WordTable(new Map(Object.entries(table.day_words))),
    units: new WordTable(new Map(Object.entries(table.units).map(([word, [unit, count]]) => [word, { unit, count }]))),
    approximate: new WordSet(table.approximate),
    vagueQuantities: new WordSet(table.vague_quantities),
    seasons: new WordSet(table.seasons),
    datePrepositions: new WordSet(table.date_prepositions),
    yearPrepositions: new WordSet(table.year_prepositions),
    counted: new WordSet(table.counted),
    scheduled: new WordSet(table.scheduled),
    occurring: new WordSet(table.occurring),
    money: new WordSet(table.money),
    holidays: new WordTable(byFirstWord(table.holidays)),
    futureAuxiliaries: new WordSet(table.future.auxiliaries),
    futureWords: new WordSet(table.future.words),
    futureGovernors: new WordSet(table.future.governors),
    futureControl: new WordSet(table.future.control),
    timetablePlain: new WordSet(table.future.timetable_plain),
    timetable: new WordSet(table.future.timetable),
    past: new WordSet(table.past),
    notPast: new WordSet(table.not_past),
  };
}

/** Every word also with a full stop (`oct` and `oct.`). */
function withStops(words: Readonly<Record<string, number>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(words).flatMap(([word, n]): [string, number][] => [
      [word, n],
      [`${word}.`, n],
    ]),
  );
}

function byFirstWord(holidays: readonly Holiday[]): ReadonlyMap<string, readonly Holiday[]> {
  const map = new Map<string, Holiday[]>();
  for (const holiday of holidays) {
    const words = holiday.words.flatMap((w) => (w.endsWith("'s") ? [w.slice(0, -2), "'s"] : [w]));
    const first = words[0] ?? '';
    const list = map.get(first) ?? [];
    list.push({ ...holiday, words });
    map.set(first, list);
  }
  for (const list of map.values()) list.sort((a, b) => b.words.length - a.words.length);
  return map;
}
