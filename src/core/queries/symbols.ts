/** People, organizations, places, events and figures of a folder, to be found by any of their spellings. */
import * as l10n from '../l10n';
import type { Entity, EventRecord, Figure, SourceSpan } from '../model';
import { finish, inSteps, mapInSteps, sortInSteps, type Steps } from '../steps';
import { fold } from '../text';
import { fullestMention } from './definition';
import { eventLabel } from './event-words';
import { officeOn } from './offices';
import { eventPlace } from './order';
import type { DossierView } from './view';
import { boundedValue, countedWords, countryName, formatDate, officeName, seriesLabel } from './wording';

export interface FoundSymbol {
  readonly kind: Entity['kind'] | 'event' | 'figure';
  /** Holds the letters that were typed, so that an editor which looks for them in it again finds them. */
  readonly name: string;
  readonly detail: string;
  readonly place: SourceSpan;
}

interface Entry {
  readonly kind: FoundSymbol['kind'];
  readonly name: string;
  /** As written; the name first. */
  readonly spellings: readonly string[];
  /** The same, folded. */
  readonly folded: readonly string[];
  /** How much the sources make of it. */
  readonly weight: number;
  readonly detail: () => string;
  readonly place: () => SourceSpan | null;
}

/** So many entries are made in a step. */
const STEP = 64;
const MOST = 200;
const MOST_UNASKED = 50;

/** What of one linked state can be found: made once, then asked often. */
export class SymbolIndex {
  readonly #entries: readonly Entry[];

  private constructor(entries: readonly Entry[]) {
    this.#entries = entries;
  }

  static of(view: DossierView): SymbolIndex {
    return finish(SymbolIndex.inSteps(view));
  }

  /** The same in steps: a thousand sources hold more than an editor may be kept waiting for. */
  static *inSteps(view: DossierView): Steps<SymbolIndex> {
    const { entities, events } = view.extraction;
    const entries = yield* mapInSteps(entities, STEP, (e) => entityEntry(view, e));
    for (const entry of yield* mapInSteps(events, STEP, (e) => eventEntry(view, e))) entries.push(entry);
    for (const entry of yield* figureEntries(view)) entries.push(entry);
    return new SymbolIndex(yield* sortInSteps(entries, (a, b) => b.weight - a.weight));
  }

  /**
   * Those of which one spelling holds every word of the query; case, diacritics and apostrophes do not matter. Whole spellings and
   * beginnings come first, then what is mentioned most. An empty query gives the most mentioned.
   */
  find(query: string): readonly FoundSymbol[] {
    const words = fold(query).split(' ').filter(Boolean);
    if (words.length === 0) {
      const most = this.#entries.slice(0, MOST_UNASKED);
      return most.flatMap((entry) => toSymbol(entry, entry.name));
    }
    const found = this.#entries.flatMap((entry) => match(entry, words) ?? []);
    found.sort((a, b) => a.rank - b.rank || b.entry.weight - a.entry.weight);
    return found.slice(0, MOST).flatMap(({ entry, spelling }) => toSymbol(entry, labelled(entry, spelling, query)));
  }
}

interface Match {
  readonly entry: Entry;
  /** Index of the spelling that matches best. */
  readonly spelling: number;
  readonly rank: number;
}

function match(entry: Entry, words: readonly string[]): Match | null {
  const whole = words.join(' ');
  let best: Match | null = null;
  for (const [spelling, folded] of entry.folded.entries()) {
    if (!words.every((w) => folded.includes(w))) continue;
    const rank = folded === whole ? 0 : folded.startsWith(whole) ? 1 : ` ${folded}`.includes(` ${whole}`) ? 2 : 3;
    if (best === null || rank < best.rank) best = { entry, spelling, rank };
  }
  return best;
}

/** The name; with the spelling that was meant behind it, without its diacritics if need be, where the name lacks what was typed. */
function labelled(entry: Entry, spelling: number, query: string): string {
  const { name } = entry;
  if (holdsInOrder(name, query)) return name;
  const written = entry.spellings[spelling] ?? name;
  const forms = [written, written.normalize('NFKD').replace(/[\p{M}'’‘ʼ`]/gu, ''), fold(written)];
  return `${name} (${forms.find((f) => holdsInOrder(f, query)) ?? query.trim()})`;
}

function holdsInOrder(text: string, letters: string): boolean {
  const lower = text.toLowerCase();
  let at = 0;
  for (const letter of letters.toLowerCase()) {
    if (/\s/u.test(letter)) continue;
    at = lower.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function toSymbol(entry: Entry, name: string): readonly FoundSymbol[] {
  const place = entry.place();
  return place === null ? [] : [{ kind: entry.kind, name, detail: entry.detail(), place }];
}

function newEntry(entry: Omit<Entry, 'folded'>): Entry {
  const { detail, place } = entry;
  return { ...entry, folded: entry.spellings.map(fold), detail: once(detail), place: once(place) };
}

/** Makes a value when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function entityEntry(view: DossierView, entity: Entity): Entry {
  return newEntry({
    kind: entity.kind,
    name: entity.name,
    spellings: [...new Set([entity.name, ...entity.variants])],
    weight: view.mentionsOf(entity.id).length,
    detail: () => entityDetail(view, entity),
    place: () => fullestMention(view, entity),
  });
}

/** `Iranian acting foreign minister`, or the country. */
export function entityDetail(view: DossierView, entity: Entity): string {
  const office = entity.kind === 'person' ? officeOn(view, entity, null, null)?.office : undefined;
  if (office !== undefined) return officeName(office);
  return entity.country === null ? '' : countryName(entity.country);
}

function eventEntry(view: DossierView, event: EventRecord): Entry {
  const name = eventLabel(event);
  return newEntry({
    kind: 'event',
    name,
    spellings: [name, ...event.names],
    weight: event.mentions.length,
    detail: () => (event.date === null ? '' : formatDate(event.date)),
    place: () => eventPlace(view, event.id),
  });
}

/** One for each value of each series, and for figures without one. */
function* figureEntries(view: DossierView): Steps<readonly Entry[]> {
  const byValue = new Map<string, { readonly figure: Figure; readonly places: SourceSpan[] }>();
  yield* inSteps(view.extraction.documents, STEP, ({ path, figures }) => {
    for (const figure of figures) {
      const key = `${figure.series ?? path} ${figure.bound} ${figure.value} ${figure.unit}`;
      const place = { path, start: figure.start, end: figure.end };
      const known = byValue.get(key);
      if (known === undefined) byValue.set(key, { figure, places: [place] });
      else known.places.push(place);
    }
  });
  return yield* mapInSteps([...byValue.values()], STEP, ({ figure, places }) => {
    const series = figure.series === null ? undefined : view.series(figure.series);
    const measure = figure.measure === null ? '' : l10n.term(figure.measure);
    const what = series === undefined ? `${countedWords(figure)} ${measure}`.trim() : seriesLabel(series);
    const name = `${boundedValue(figure)} · ${what}`;
    return newEntry({
      kind: 'figure',
      name,
      // `12500` finds `12,500` as well.
      spellings: [name, `${figure.value} ${what}`, figure.text],
      weight: places.length,
      detail: () => (figure.asOf === null ? '' : formatDate(figure.asOf)),
      place: () => places[0] ?? null,
    });
  });
}
