/** Clues from things whose day is known: `the helicopter crash last month`, `nearly eight months into the war`. */
import * as l10n from '../../l10n';
import type { SourceAnnotations } from '../../annotations';
import { calendarDay, type DayRange, isoDay, isoRange } from '../../calendar';
import type { Knowledge } from '../../knowledge';
import { type Clue, IMPOSSIBLE, ODD, UNLIKELY } from './clue';
import type { DatedMention, Happening } from './happenings';
import { publishedWhen } from './published-when';

/** Kinds of which a folder has many: a match of such says little. */
const COMMON = new Set([
  'attack',
  'talks',
  'agreement',
  'death',
  'clash',
  'detention',
  'release',
  'launch',
  'protest',
  'summit',
  'ruling',
  'election',
  'appointment',
]);

/**
 * @param known what is known of the knowledge file, of this source and of sources about the same people and bodies
 * @param index of the source
 */
export function anchorClues(mentions: readonly DatedMention[], known: readonly Happening[], index: number): Clue[] {
  const own = mentions.flatMap((m) => identified(m, known));
  const all = [...known, ...own];
  const clues: Clue[] = [];
  /** How often a happening has been a clue: each time more says less. */
  const used = new Map<Happening, number>();
  for (const mention of mentions) {
    const found = all.filter((h) => matches(mention, h, index));
    const meant = mention.fromStart ? earliest(found) : found;
    const ranges = meant.map((h) => publishedFor(mention, h.range)).filter((r) => r !== null);
    const best = meant.find((h) => publishedFor(mention, h.range) !== null);
    if (best === undefined || ranges.length > MOST_READINGS) continue;
    const times = (used.get(best) ?? 0) + 1;
    used.set(best, times);
    clues.push(anchorClue(mention, ranges, best, { index, times }));
  }
  return clues;
}

/** A mention that may mean so many things says nothing. */
const MOST_READINGS = 8;

function earliest(happenings: readonly Happening[]): readonly Happening[] {
  const first = happenings.reduce<Happening | null>(
    (a, b) => (a === null || b.range.first < a.range.first ? b : a),
    null,
  );
  return first === null ? [] : [first];
}

function matches(mention: DatedMention, happening: Happening, index: number): boolean {
  if (sameDay(mention, happening.range)) return true;
  const own = happening.source === index;
  // A date with its year is no news about itself; `talks today` are not those of a day that the source gives with its year.
  const { expression } = mention.date;
  if (own && (expression.type !== 'relative' || expression.amount === 0)) return false;
  if (own && mention.index >= 0 && !mention.kinds.some((k) => !COMMON.has(k) && happening.kinds.includes(k)))
    return false;
  // Of a common kind (an attack, a death) one of the two must be next to its date.
  return mention.allKinds.some(
    (kind) =>
      happening.allKinds.includes(kind) &&
      (!COMMON.has(kind) || mention.kinds.includes(kind) || happening.kinds.includes(kind)),
  );
}

/** `Oct. 7` and something known of an October 7: such a coincidence needs no common kind. */
function sameDay(mention: DatedMention, range: DayRange): boolean {
  const { expression } = mention.date;
  if (expression.type !== 'day' || expression.year !== null || range.first !== range.last) return false;
  const at = calendarDay(range.first);
  return at.month === expression.month && at.day === expression.day;
}

/** A day without a year that falls on a known day is that day: then what else stands beside it happened on it as well. */
function identified(mention: DatedMention, known: readonly Happening[]): Happening[] {
  const found = known.find((h) => sameDay(mention, h.range));
  return found === undefined
    ? []
    : [{ ...found, kinds: mention.kinds, allKinds: mention.allKinds, name: mention.word }];
}

function publishedFor(mention: DatedMention, range: DayRange): DayRange | null {
  const { after } = mention;
  if (after === null) {
    const days = publishedWhen(mention.date, range);
    if (days === null || mention.side === 0) return days;
    // `nearly eight months` are less than eight, `more than` are more: one half of the days around the round number.
    const middle = (days.first + days.last) / 2;
    return mention.side < 0
      ? { first: days.first, last: Math.floor(middle) }
      : { first: Math.ceil(middle), last: days.last };
  }
  const day = { first: range.first + after.days, last: range.last + after.days };
  return after.date === null ? { first: day.first, last: day.last + 6 } : publishedWhen(after.date, day);
}

/** Days off a round number that make `nearly` and `more than` it one less likely, as a logarithm. */
const NEARLY = 20;

function anchorClue(
  mention: DatedMention,
  ranges: readonly DayRange[],
  happening: Happening,
  { index, times }: { readonly index: number; readonly times: number },
): Clue {
  const specific = mention.allKinds.some((k) => !COMMON.has(k) && happening.allKinds.includes(k));
  const cost = (specific ? UNLIKELY : ODD) / times;
  const score = (day: number): number => {
    let least = Infinity;
    for (const { first, last } of ranges) {
      // `nearly eight months`: the nearer to eight the likelier.
      if (day >= first && day <= last)
        return mention.side === 0 ? 0 : -(mention.side < 0 ? last - day : day - first) / NEARLY;
      least = Math.min(least, day < first ? first - day : day - last);
    }
    return -Math.min(cost, (1.5 + least / 2) / times);
  };
  const { source, name } = happening;
  const days = dayText(happening.range);
  const why =
    source < 0
      ? l10n.t('The knowledge file gives {0} for “{1}”.', days, name)
      : source === index
        ? l10n.t('The source itself gives {0} for “{1}”.', days, name)
        : l10n.t('Another source gives {0} for “{1}”.', days, name);
  const first = Math.min(...ranges.map((r) => r.first));
  const last = Math.max(...ranges.map((r) => r.last));
  return {
    start: mention.start,
    end: mention.end,
    score,
    why,
    range: { first, last },
  };
}

function dayText({ first, last }: DayRange): string {
  return first === last ? isoDay(first) : l10n.t('{0} to {1}', isoDay(first), isoDay(last));
}

/** Known events that the source names, or whose day it gives: it was published after them, as a rule soon after the latest. */
export function eventClues(source: SourceAnnotations, mentions: readonly DatedMention[], knowledge: Knowledge): Clue[] {
  let latest: { readonly start: number; readonly end: number; readonly range: DayRange; readonly name: string } | null =
    null;
  for (const event of knowledge.events) {
    const range = isoRange(event.date);
    if (range === null || (latest !== null && range.first <= latest.range.first)) continue;
    const named =
      source.dates.find((d) => d.expression.type === 'event' && d.expression.event === event.id) ??
      mentions.find((m) => sameDay(m, range));
    if (named !== undefined) latest = { start: named.start, end: named.end, range, name: event.name };
  }
  if (latest === null) return [];
  const { range, name } = latest;
  const score = (day: number): number =>
    day < range.first ? -IMPOSSIBLE : -0.6 * Math.log(1 + Math.max(0, day - range.last) / 14);
  return [
    {
      start: latest.start,
      end: latest.end,
      score,
      why: l10n.t('It speaks of the {0} ({1}) as past.', name, dayText(range)),
      range: { first: range.first, last: Infinity },
    },
  ];
}
