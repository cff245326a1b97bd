/** How the days below a picture are worded. */
import { formatDate } from '../core/day-words';
import { isEnglish } from '../core/l10n';

/** Options of an axis of days that word its ticks in the display language; none for English, which Plot speaks itself. */
export function dayTicks(): { readonly tickFormat?: (tick: Date) => string } {
  return isEnglish() ? {} : { tickFormat: tickWords };
}

/** The year where one begins, the month where one begins, else the day; nothing for hours. */
function tickWords(tick: Date): string {
  const [day = '', time = ''] = tick.toISOString().split('T');
  if (!time.startsWith('00:00')) return '';
  const whole = day.endsWith('-01-01') ? day.slice(0, -6) : day.endsWith('-01') ? day.slice(0, -3) : day;
  return formatDate(whole, 'short');
}
