/** Whether a gold file fits its text and itself. */
import { type Gold, GoldError } from './gold';
import { contexts, locate, occurrences } from './locate';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const ISO = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;

function wrongContexts(gold: Gold, text: string): readonly string[] {
  return contexts(gold).flatMap((context) => {
    try {
      locate(text, context);
      return [];
    } catch (error) {
      if (error instanceof GoldError) return [error.message];
      throw error;
    }
  });
}

function wrongIds(gold: Gold): readonly string[] {
  const ids = new Set(gold.entities.map((e) => e.id));
  const used = [
    ...gold.events.flatMap((e) => e.who),
    ...gold.figures.flatMap((f) => f.place ?? []),
    ...gold.quotes.flatMap((q) => q.speaker ?? []),
  ];
  return [
    ...(ids.size < gold.entities.length ? ['An id stands for two entities'] : []),
    ...used.filter((id) => !ids.has(id)).map((id) => `No entity has the id ${id}`),
  ];
}

function unseenNames(gold: Gold, text: string): readonly string[] {
  const seen = new Set(occurrences(text, gold.entities).map((o) => text.slice(o.start, o.end)));
  return gold.entities.flatMap((e) => e.names.filter((n) => !seen.has(n)).map((n) => `The text never has ${n}`));
}

/** Dates that are no ISO dates, or whose weekday is not the one that the text names. */
function wrongDates(gold: Gold): readonly string[] {
  return gold.dates.flatMap(({ at, value }) => {
    if (!ISO.test(value)) return [`${value} is no date`];
    const span = at.slice(at.indexOf('[['), at.indexOf(']]')).toLowerCase();
    const named = WEEKDAYS.findIndex((day) => span.includes(day));
    const fits = named < 0 || (value.length === 10 && new Date(`${value}T00:00Z`).getUTCDay() === named);
    return fits ? [] : [`${value} is not the weekday of ${at}`];
  });
}

/** What is wrong with a gold file, in words; empty where all is well. */
export function faults(gold: Gold, text: string): readonly string[] {
  return [...wrongContexts(gold, text), ...wrongIds(gold), ...unseenNames(gold, text), ...wrongDates(gold)];
}
