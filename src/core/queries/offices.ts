/** Who held which office when, and on whose word. */
import type { Entity, Office, SourceSpan } from '../model';
import type { Span } from '../text';
import type { DossierView } from './view';

/** On whose word a person holds an office. */
interface Word {
  /** The person's entry in the knowledge file, where that says so. */
  readonly knowledge: Span | null;
  /** Where sources say so. */
  readonly sources: readonly SourceSpan[];
}

export interface HeldOffice {
  readonly office: Office;
  readonly word: Word;
  /** `held` on that day as far as is known; `past`: ended before; `future`: began later. */
  readonly standing: 'held' | 'past' | 'future';
}

/**
 * A person's offices as a source sees them, those held on its day first. An office with dates is held against that day; one without
 * holds for the days of the sources that state it. Of several held ones that which the source itself states comes first, then those
 * with dates or in the knowledge file, then by the nearness of the sources that state them.
 * @param path the source, or null for none in particular
 * @param day its day, ISO, or null where that is not known: then dates decide nothing
 */
export function officesOn(
  view: DossierView,
  person: Entity,
  path: string | null,
  day: string | null,
): readonly HeldOffice[] {
  const known = view.knowledge.people.find((p) => p.id === person.id);
  const held = person.offices.map((office): HeldOffice => {
    const vouched = known?.offices.some(
      (k) => k.title === office.title && k.from === office.from && k.to === office.to,
    );
    const knowledge = vouched === true ? (known?.at ?? null) : null;
    return { office, word: { knowledge, sources: office.evidence }, standing: standing(office, day) };
  });
  const rank = (h: HeldOffice): number => (h.standing === 'held' ? 0 : h.standing === 'past' ? 1 : 2);
  const distances = new Map(held.map((h) => [h, distance(view, h, path, day)]));
  return held.sort((a, b) => rank(a) - rank(b) || (distances.get(a) ?? 0) - (distances.get(b) ?? 0));
}

/** The office that a person holds on a day, or undefined. */
export function officeOn(
  view: DossierView,
  person: Entity,
  path: string | null,
  day: string | null,
): HeldOffice | undefined {
  return officesOn(view, person, path, day).find((h) => h.standing === 'held');
}

/** Reduced dates (`2024`, `2024-05`) compare by their first days at the start and their last days at the end. */
function standing(office: Office, day: string | null): HeldOffice['standing'] {
  if (/^(former|late|ex)\b/.test(office.title)) return 'past';
  if (day === null) return 'held';
  if (office.from !== null && day < office.from) return 'future';
  if (office.to !== null && day.slice(0, office.to.length) > office.to) return 'past';
  return 'held';
}

/** How far in days the word for an office lies from the day: −1 for the source's own, 0 where dates or the knowledge file vouch. */
function distance(view: DossierView, { office, word }: HeldOffice, path: string | null, day: string | null): number {
  if (word.sources.some((s) => s.path === path)) return -1;
  if (word.knowledge !== null || office.from !== null) return 0;
  if (day === null) return 1;
  const days = word.sources.map((s) => view.published(s.path)).filter((d) => d !== null);
  const numbers = days.map((d) => Math.abs(Date.parse(d) - Date.parse(day)) / 86_400_000 + 1);
  return numbers.length === 0 ? Infinity : Math.min(...numbers);
}
