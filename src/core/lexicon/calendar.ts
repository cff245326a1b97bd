/** The words of the calendar. Immutable; built once for a process, when first used. */
import type { DateUnit } from '../annotations';
import calendar from './calendar.yaml';

export interface Holiday {
  /** Lower-case tokens; possessive `'s` is a token of its own. */
  readonly words: readonly string[];
  readonly month: number;
  readonly day: number;
}

export interface CalendarWords {
  readonly months: ReadonlyMap<string, number>;
  readonly ambiguousMonths: ReadonlySet<string>;
  readonly weekdays: ReadonlyMap<string, number>;
  readonly shortWeekdays: ReadonlyMap<string, number>;
  readonly beforeWeekdayName: ReadonlySet<string>;
  readonly afterWeekdayName: ReadonlySet<string>;
  readonly partsOfDay: ReadonlySet<string>;
  readonly dayWords: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, { readonly unit: DateUnit; readonly count: number }>;
  readonly approximate: ReadonlySet<string>;
  readonly vagueQuantities: ReadonlySet<string>;
  readonly seasons: ReadonlySet<string>;
  readonly datePrepositions: ReadonlySet<string>;
  readonly yearPrepositions: ReadonlySet<string>;
  readonly counted: ReadonlySet<string>;
  /** By their first word, longest first. */
  readonly holidays: ReadonlyMap<string, readonly Holiday[]>;
  readonly futureAuxiliaries: ReadonlySet<string>;
  readonly futureWords: ReadonlySet<string>;
  readonly futureGovernors: ReadonlySet<string>;
  readonly futureControl: ReadonlySet<string>;
  readonly timetable: ReadonlySet<string>;
  readonly timetablePlain: ReadonlySet<string>;
  readonly past: ReadonlySet<string>;
  readonly notPast: ReadonlySet<string>;
}

type FutureWords = 'auxiliaries' | 'words' | 'governors' | 'control' | 'timetable' | 'timetable_plain';

interface CalendarTable {
  readonly months: Readonly<Record<string, number>>;
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
    months: withStops(table.months),
    ambiguousMonths: new Set(table.ambiguous_months),
    weekdays: new Map(Object.entries(table.weekdays)),
    shortWeekdays: withStops(table.short_weekdays),
    beforeWeekdayName: new Set(table.weekday_names.before),
    afterWeekdayName: new Set(table.weekday_names.after),
    partsOfDay: new Set(table.parts_of_day),
    dayWords: new Map(Object.entries(table.day_words)),
    units: new Map(Object.entries(table.units).map(([word, [unit, count]]) => [word, { unit, count }])),
    approximate: new Set(table.approximate),
    vagueQuantities: new Set(table.vague_quantities),
    seasons: new Set(table.seasons),
    datePrepositions: new Set(table.date_prepositions),
    yearPrepositions: new Set(table.year_prepositions),
    counted: new Set(table.counted),
    holidays: byFirstWord(table.holidays),
    futureAuxiliaries: new Set(table.future.auxiliaries),
    futureWords: new Set(table.future.words),
    futureGovernors: new Set(table.future.governors),
    futureControl: new Set(table.future.control),
    timetablePlain: new Set(table.future.timetable_plain),
    timetable: new Set(table.future.timetable),
    past: new Set(table.past),
    notPast: new Set(table.not_past),
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
