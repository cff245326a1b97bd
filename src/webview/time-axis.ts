/** How the days along a picture are divided and worded. */
import { formatDate } from '../core/day-words';
import { isEnglish, language } from '../core/l10n';

const DAY_MS = 86_400_000;
/** Beyond so many days between ticks, half a day does not show. */
const LONGEST_STEP = 7;

/** Options of Plot's axes and grids of time. */
export interface TimeTicks {
  /** Where ticks stand, or about how many there are. */
  readonly ticks: number | readonly Date[];
  readonly tickFormat?: (tick: Date) => string;
}

/**
 * Ticks of a span of time. What stands in a picture are whole days, drawn at their middle: near to each other, ticks stand there too,
 * and none divides a day. Farther ones are chosen and, in English, worded by Plot.
 * @param domain in milliseconds
 * @param most about how many ticks there is room for
 * @param above whether words stand above the picture: the year then goes first
 */
export function timeTicks(domain: readonly [number, number], most: number, above: boolean): TimeTicks {
  const [from, to] = [domain[0] / DAY_MS, domain[1] / DAY_MS];
  const step = Math.ceil((to - from) / most);
  if (step > LONGEST_STEP) return isEnglish() ? { ticks: most } : { ticks: most, tickFormat: tickWords };
  const ticks: Date[] = [];
  for (let day = Math.ceil(from - 0.5); day + 0.5 <= to; day += step) ticks.push(new Date((day + 0.5) * DAY_MS));
  return {
    ticks,
    tickFormat: (tick) => {
      const year = tick.getUTCFullYear();
      if (tick.getTime() !== ticks.find((t) => t.getUTCFullYear() === year)?.getTime()) return dayWords(tick);
      return above ? `${year}\n${dayWords(tick)}` : `${dayWords(tick)}\n${year}`;
    },
  };
}

/** A day without its year. */
function dayWords(tick: Date): string {
  const words = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return isEnglish()
    ? formatDate(tick.toISOString().slice(0, 10), 'short').replace(/ \d+$/u, '')
    : new Intl.DateTimeFormat(language(), words).format(tick);
}

/** The year where one begins, the month where one begins, else the day; nothing for hours. */
function tickWords(tick: Date): string {
  const [day = '', time = ''] = tick.toISOString().split('T');
  if (!time.startsWith('00:00')) return '';
  const whole = day.endsWith('-01-01') ? day.slice(0, -6) : day.endsWith('-01') ? day.slice(0, -3) : day;
  return formatDate(whole, 'short');
}
