/** Prepares figures for comparison: what they count, of whom, where, in what affair and for which day. */
import type { LocalFigure, SourceAnnotations } from '../../annotations';
import { isoDay, isoRange } from '../../calendar';
import { type Affair, affairWords } from '../../lexicon/affairs';
import { countedTable } from '../../lexicon/counted';
import { measureTable } from '../../lexicon/measures';
import { WordSet } from '../../lexicon/word-table';
import type { Entity } from '../../model';
import type { LinkedEntities } from '../entities';
import type { ResolvedDate } from '../resolve-dates';
import { inSteps, type Steps } from '../../steps';
import type { LinkSource } from '../source';

export interface Entry {
  readonly source: number;
  /** Index of its sentence. */
  readonly sentence: number;
  /** Index into the source's figures. */
  readonly index: number;
  readonly path: string;
  readonly figure: LocalFigure;
  readonly measure: string;
  /** `percent` or `count`. */
  readonly unit: 'percent' | 'count';
  /** The group that it is compared within: `people`, `children`, `Honduran forces`. */
  readonly group: string;
  /** The nationality that is counted where the place is not known to be its own: `Mexicans` in El Paso, `Kenyans` anywhere; else null. */
  readonly nation: string | null;
  /** `Entity.id`, or null. */
  readonly place: string | null;
  /** The place is a country as a whole. */
  readonly national: boolean;
  readonly country: string | null;
  /** All places that its source names: `Entity.id`s. */
  readonly named: ReadonlySet<string>;
  readonly affair: Affair | null;
  readonly asOf: string | null;
  /** Who says so: `Entity.id`, else the words, else null. */
  readonly voice: string | null;
  /** ISO 3166-1 alpha-2 of the one who says so, or null. */
  readonly side: string | null;
}

/** Groups that are told apart from people in general. */
const FORCES = new Set(['soldiers', 'guards', 'police', 'officers', 'peacekeepers']);
const APART = new Set([
  'militants',
  'children',
  'women',
  'journalists',
  'aid workers',
  'medics',
  'peacekeepers',
  'prisoners',
  'families',
  'civilians',
  'protesters',
  'migrants',
]);

/** The day for which a figure holds: its own date where that is one day, else the day of publication. */
export function asOfDay(figure: LocalFigure, dates: readonly ResolvedDate[], published: string | null): string | null {
  const value = figure.date === null ? null : (dates[figure.date]?.value ?? null);
  if (value === null) return published;
  const range = isoRange(value);
  if (range === null) return published;
  // A month or year is no day to compare by, unless it is past: the event's then.
  if (range.last - range.first > 3)
    return published !== null && value.length <= 7 && value < published ? value : published;
  const last = isoDay(range.last);
  return published !== null && last > published ? published : last;
}

export function* entriesOf(
  sources: readonly LinkSource[],
  entities: LinkedEntities,
  asOf: readonly (readonly (string | null)[])[],
): Steps<Entry[]> {
  const byId = new Map(entities.entities.map((e) => [e.id, e]));
  const entries: Entry[] = [];
  yield* inSteps(sources, 8, (source, s) => {
    const { annotations } = source;
    let main: { readonly of: Affair | null } | undefined;
    const named = placesOf(annotations, entities.ids[s] ?? []);
    for (const [index, figure] of annotations.figures.entries()) {
      if (figure.measure === null || measureTable().byName.get(figure.measure)?.compared !== true) continue;
      if (figure.relation === 'increment' || figure.relation === 'former') continue;
      const part = figure.relation === 'part';
      const place = figure.place === null ? null : (entities.ids[s]?.[figure.place] ?? null);
      const entity = place === null ? undefined : byId.get(place);
      const home = figure.of === null ? undefined : countedTable().demonymCountries.get(figure.of.toLowerCase());
      const foreign = home !== undefined && entity?.country !== null && entity?.country !== home;
      const nation = foreign && figure.unit !== 'percent' ? figure.of : null;
      const group = groupOf(figure, entity);
      if (part && !APART.has(group)) continue;
      entries.push({
        source: s,
        sentence: annotations.tokens[figure.first]?.sentence ?? 0,
        index,
        path: source.path,
        figure,
        measure: figure.measure,
        unit: figure.unit === 'percent' ? 'percent' : 'count',
        group,
        nation,
        place,
        national: entity !== undefined && isCountry(entity),
        country: entity?.country ?? (place === null ? (home ?? null) : null),
        named,
        affair: affairOf(annotations, figure) ?? (main ??= { of: mainAffair(annotations) }).of,
        asOf: asOf[s]?.[index] ?? null,
        side: figure.source === null ? null : (annotations.entities[figure.source]?.country ?? null),
        voice: voiceOf(annotations, figure, entities.ids[s] ?? []),
      });
    }
  });
  return entries;
}

function placesOf({ mentions }: SourceAnnotations, ids: readonly string[]): ReadonlySet<string> {
  const named = new Set<string>();
  for (const { kind, entity } of mentions) {
    const id = kind === 'place' ? ids[entity] : undefined;
    if (id !== undefined) named.add(id);
  }
  return named;
}

function voiceOf(annotations: SourceAnnotations, figure: LocalFigure, ids: readonly string[]): string | null {
  const id = figure.source === null ? undefined : ids[figure.source];
  if (id !== undefined) return id;
  const { attribution } = figure;
  return attribution === null ? null : annotations.text.slice(attribution.start, attribution.end).toLowerCase();
}

/** Nationalities are people, told apart by `nation`; soldiers and guards of one side are its forces. */
function groupOf(figure: LocalFigure, place: Entity | undefined): string {
  const { of } = figure;
  if (figure.unit === 'percent') return of ?? 'people';
  if (of === null) return figure.measure === 'destroyed' ? figure.unit : 'people';
  const { demonymCountries } = countedTable();
  const space = of.indexOf(' ');
  if (demonymCountries.has(of.toLowerCase())) return 'people';
  const side = space < 0 ? undefined : demonymCountries.get(of.slice(0, space).toLowerCase());
  const plain = side === undefined ? of : of.slice(space + 1);
  // Whoever flees is a refugee to some and a person to others.
  if (figure.measure === 'displaced' && plain === 'migrants') return 'people';
  const kind = FORCES.has(plain) ? 'forces' : APART.has(plain) ? plain : 'people';
  return side === undefined || (side === place?.country && kind === 'people') ? kind : `${side} ${kind}`;
}

function isCountry(entity: Entity): boolean {
  return (
    entity.country !== null &&
    (entity.id === entity.country.toLowerCase() || countedTable().countryNames.has(entity.name.toLowerCase()))
  );
}

/** Words before the `fire` of guns. */
const SHOT = new WordSet([
  'opened',
  'open',
  'opening',
  'opens',
  'under',
  'cease',
  'artillery',
  'rocket',
  'mortar',
  'tank',
  'sniper',
  'friendly',
  'small-arms',
  'exchanged',
  'returned',
]);

/** With a capital they are months and parts of names: `14 March`, `Bridge of Hope`. */
const NAMING = new WordSet([
  'march',
  'bridge',
  'building',
  'rally',
  'mine',
  'train',
  'plane',
  'bus',
  'boat',
  'dam',
  'crush',
  'campaign',
  'cases',
  'rocket',
  'rockets',
]);

/** How many sentences back the affair may be named. */
const SENTENCES_BACK = 3;

/** The affair that is named nearest before the figure in its sentence, else behind it, else in the sentences before. */
function affairOf(annotations: SourceAnnotations, figure: LocalFigure): Affair | null {
  const at = annotations.tokens[figure.first]?.sentence ?? 0;
  const own = annotations.sentences[at];
  if (own === undefined) return null;
  const here = nearest(annotations, figure.first - 1, own.first, -1) ?? nearest(annotations, figure.last, own.last, 1);
  if (here !== null) return here;
  for (let s = at - 1; s >= Math.max(0, at - SENTENCES_BACK); s--) {
    const sentence = annotations.sentences[s];
    const found = sentence === undefined ? null : nearest(annotations, sentence.last - 1, sentence.first, -1);
    if (found !== null) return found;
  }
  return null;
}

/** What the text names first: in its first sentence, else within what a reader takes for its lead. */
function mainAffair(annotations: SourceAnnotations): Affair | null {
  const last = annotations.sentences[Math.min(LEAD, annotations.sentences.length) - 1];
  return last === undefined ? null : nearest(annotations, 0, last.last, 1);
}

/** Sentences of a text's lead. */
const LEAD = 8;

function nearest({ tokens }: SourceAnnotations, from: number, to: number, step: 1 | -1): Affair | null {
  const words = affairWords();
  for (let k = from; step < 0 ? k >= to : k < to; k += step) {
    const affair = words.get(tokens[k]?.lower ?? '');
    if (affair === undefined || (affair.name === 'fire' && SHOT.holds(tokens[k - 1]))) continue;
    if (tokens[k]?.case === 'none' || !NAMING.holds(tokens[k])) return affair;
  }
  return null;
}
