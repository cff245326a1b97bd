/** The country that a report is from or about. */
import { gazetteer } from '../../lexicon/places';
import { countryClues } from './country-clues';
import type { State } from './state';

/** A country must have this share of all mentions of countries to be the one that a report is about. */
const CLEAR_SHARE = 0.6;
/** How often the text names each country, and how often any. */
function countCountries(state: State): { readonly counts: ReadonlyMap<string, number>; readonly all: number } {
  const counts = new Map<string, number>();
  let all = 0;
  const count = (country: string | null): void => {
    if (country === null) return;
    counts.set(country, (counts.get(country) ?? 0) + 1);
    all++;
  };
  for (const name of state.names) if (name.kind === 'place') count(name.country);
  for (const role of state.roles) if (role.organization === null) count(role.country);
  return { counts, all };
}

/** The country that a report is from or about, or null: the dateline's, unless the text speaks of another one nearly always. */
export function homeCountry(state: State): string | null {
  const { counts, all } = countCountries(state);
  const [leading, share = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [null, 0];
  const dateline = datelineCountry(state);
  if (dateline !== null && ((counts.get(dateline) ?? 0) > 0.2 * all || share < CLEAR_SHARE * all)) return dateline;
  return share >= CLEAR_SHARE * all ? leading : null;
}

/** `By Our Reporters, Abuja`, `Harare Bureau`: the country of a place in a line before the first paragraph of text, but for headlines. */
export function bylineCountry(state: State): string | null {
  const { tokens, sentences, paragraphs } = state.read;
  const { places } = gazetteer();
  const { desks } = countryClues();
  for (const name of state.names.slice(0, 12)) {
    const token = tokens[name.first];
    const paragraph = paragraphs[sentences[token?.sentence ?? 0]?.paragraph ?? -1];
    if (paragraph === undefined || paragraph.kind === 'headline') continue;
    if (
      paragraph.kind === 'text' &&
      (sentences[paragraph.first]?.last ?? 0) - (sentences[paragraph.first]?.first ?? 0) > 8
    )
      return null;
    const before = tokens[name.first - 1]?.lower ?? '';
    const desk = desks.holds(tokens[name.first + 1]);
    if (!desk && before !== ',' && before !== 'in' && before !== 'and') continue;
    const town = places.get(token?.lower ?? '')?.country ?? (name.kind === 'place' ? name.country : null);
    if (town !== null) return town;
  }
  return null;
}

/** The country of the first place in capitals at the beginning of a paragraph near the top, or null. */
function datelineCountry(state: State): string | null {
  return datelineCountries(state)[0] ?? null;
}

/** As `datelineCountry`; two where the report comes from two countries: `SUVA/HONIARA`. */
export function datelineCountries(state: State): readonly string[] {
  const { tokens, sentences, paragraphs } = state.read;
  for (const name of state.names.slice(0, 12)) {
    const token = tokens[name.first];
    const paragraph = paragraphs[sentences[token?.sentence ?? 0]?.paragraph ?? -1];
    if (name.kind !== 'place' || name.country === null || paragraph?.kind !== 'text') continue;
    const opens = name.first === sentences[paragraph.first]?.first;
    const mark = [':', '—', '–', '-', '--', ',', '('].includes(tokens[name.last]?.text ?? '');
    if (!opens || (token?.case !== 'all' && !mark)) continue;
    const behind = tokens[name.last]?.text === '/' ? state.names[state.nameAt[name.last + 1] ?? -1] : undefined;
    const other = behind?.kind === 'place' ? behind.country : null;
    return other === null || other === name.country ? [name.country] : [name.country, other];
  }
  return [];
}
