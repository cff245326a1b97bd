/** The report for a person: readable columns that fit the terminal. */
import cliui from 'cliui';
import type {
  DocumentDate,
  Entity,
  EventRecord,
  Extraction,
  Figure,
  Office,
  SourceDocument,
  SourceSpan,
} from '../core/model';
import type { SeriesValue } from '../core/queries/figures';
import { compare, differenceWords } from '../core/queries/standing';
import { LineTable } from '../core/text';
import { count, plain } from './output';

type Column = { readonly text: string; readonly width?: number; readonly padding?: [number, number, number, number] };

const DAY = 12;
const INDENT = 2;

export function* report(extraction: Extraction, texts: ReadonlyMap<string, string>, width: number): Iterable<string> {
  const folder = commonFolder(extraction.documents.map((d) => d.path));
  const places = new Places(texts, folder);
  yield* section(folder === '' ? 'Sources' : `Sources in ${folder}`, width, sourceRows(extraction, folder, width));
  yield* section('Officials', width, officialRows(extraction, width));
  yield* section('Events', width, eventRows(extraction, places, width));
  yield* section('Figures compared', width, seriesRows(extraction, places, width));
  const { problems } = extraction;
  const of = (severity: string): number => problems.filter((p) => p.severity === severity).length;
  const numbers = [count(of('error'), 'error'), count(of('warning'), 'warning'), count(of('information'), 'note')];
  yield `${numbers.join(', ')}. dossier check lists them.\n`;
}

/** The folder that all paths lie in, with its slash; empty where there is none. */
function commonFolder(paths: readonly string[]): string {
  const [first = '', ...rest] = paths;
  let end = first.lastIndexOf('/') + 1;
  while (end > 0 && !rest.every((p) => p.startsWith(first.slice(0, end)))) end = first.lastIndexOf('/', end - 2) + 1;
  return first.slice(0, end);
}

/** Turns offsets into `path:line`, with the path below the folder that all share. */
class Places {
  readonly #tables = new Map<string, LineTable>();
  constructor(
    private readonly texts: ReadonlyMap<string, string>,
    private readonly folder: string,
  ) {}

  at({ path, start }: SourceSpan): string {
    let table = this.#tables.get(path);
    if (table === undefined) this.#tables.set(path, (table = new LineTable(this.texts.get(path) ?? '')));
    return `${path.slice(this.folder.length)}:${table.positionAt(start).line + 1}`;
  }
}

function* section(title: string, width: number, rows: Iterable<readonly Column[]>): Iterable<string> {
  const ui = cliui({ width, wrap: true });
  let any = false;
  for (const row of rows) {
    any = true;
    ui.div(
      ...row.map((c) => ({
        ...c,
        text: plain(c.text),
        padding: c.padding ?? ([0, 1, 0, 0] as [number, number, number, number]),
      })),
    );
  }
  yield `${title}\n${'─'.repeat(Math.min(title.length, width))}\n${any ? ui.toString() : 'none'}\n\n`;
}

const indented = (by: number): [number, number, number, number] => [0, 1, 0, by];

function* sourceRows({ documents }: Extraction, folder: string, width: number): Iterable<readonly Column[]> {
  const counts = 33;
  const clues = 23;
  for (const document of documents) {
    const people = new Set(document.mentions.filter((m) => m.kind === 'person').map((m) => m.entity)).size;
    yield [
      { text: document.date?.value ?? 'undated', width: DAY },
      { text: basis(document.date), width: clues },
      { text: document.path.slice(folder.length), width: Math.max(20, width - DAY - clues - counts) },
      {
        text: [
          count(people, 'person', 'people'),
          count(document.events.length, 'event'),
          count(document.figures.filter((f) => f.measure !== null).length, 'figure'),
        ].join(', '),
        width: counts,
      },
    ];
  }
}

function basis(date: DocumentDate | null): string {
  if (date === null) return '';
  if (date.basis !== 'inferred') return date.basis;
  return `inferred from ${count(date.evidence.length, 'clue')}`;
}

function* officialRows({ entities, documents }: Extraction, width: number): Iterable<readonly Column[]> {
  const names = new Intl.DisplayNames(['en'], { type: 'region' });
  const officials = entities.filter((e) => e.kind === 'person' && e.offices.length > 0);
  const byCountry = new Map<string, Entity[]>();
  for (const official of officials) {
    const country = official.country === null ? 'Other' : (names.of(official.country) ?? official.country);
    byCountry.set(country, [...(byCountry.get(country) ?? []), official]);
  }
  const sources = sourcesOf(documents);
  for (const [country, people] of [...byCountry].sort(([a], [b]) => a.localeCompare(b, 'en'))) {
    yield [{ text: country, width }];
    for (const person of people) {
      const n = sources.get(person.id)?.size ?? 0;
      yield [
        { text: person.name, width: 32, padding: indented(INDENT) },
        { text: person.offices.map(officeText).join('; '), width: Math.max(20, width - 32 - 12) },
        { text: count(n, 'source'), width: 12 },
      ];
    }
  }
}

function officeText(office: Office): string {
  const of = office.organization === null ? '' : ` of ${office.organization}`;
  const when = office.from === null && office.to === null ? '' : ` (${office.from ?? ''}–${office.to ?? ''})`;
  return office.title + of + when;
}

function sourcesOf(documents: readonly SourceDocument[]): ReadonlyMap<Entity['id'], ReadonlySet<string>> {
  const sources = new Map<string, Set<string>>();
  for (const { path, mentions } of documents) {
    for (const { entity } of mentions) {
      const set = sources.get(entity) ?? new Set();
      sources.set(entity, set.add(path));
    }
  }
  return sources;
}

function* eventRows({ events }: Extraction, places: Places, width: number): Iterable<readonly Column[]> {
  for (const event of events) {
    const place = placesText(event, places);
    const label = event.names.length === 0 ? event.label : `${event.label} (${event.names.join(', ')})`;
    yield [
      { text: event.date ?? '', width: DAY + 10 },
      { text: label, width: Math.max(24, Math.floor((width - DAY - 10) * 0.6)) },
      { text: place, width: Math.max(16, Math.floor((width - DAY - 10) * 0.4)) },
    ];
  }
}

function placesText({ mentions }: EventRecord, places: Places): string {
  const [first] = mentions;
  if (first === undefined) return '';
  return mentions.length === 1 ? places.at(first) : `${places.at(first)} and ${mentions.length - 1} more`;
}

function* seriesRows({ series, documents }: Extraction, places: Places, width: number): Iterable<readonly Column[]> {
  const figures = new Map(documents.flatMap((d) => d.figures.map((f) => [key({ path: d.path, ...f }), f] as const)));
  for (const one of series) {
    yield [{ text: one.label, width }];
    let before: SeriesValue | undefined;
    for (const { asOf, ...place } of one.values) {
      const figure = figures.get(key(place));
      if (figure === undefined) continue;
      const value: SeriesValue = { place, figure, asOf };
      const difference = before === undefined ? '' : differenceWords(compare(before, value, one.cumulative));
      yield valueRow(value, difference, places, width);
      before = value;
    }
  }
}

function key({ path, start }: SourceSpan): string {
  return `${start} ${path}`;
}

function valueRow(
  { place, figure, asOf }: SeriesValue,
  difference: string,
  places: Places,
  width: number,
): readonly Column[] {
  const number = 22;
  const rest = Math.max(48, width - DAY - INDENT - number);
  return [
    { text: asOf ?? '', width: DAY + INDENT, padding: indented(INDENT) },
    { text: figureText(figure), width: number },
    { text: difference, width: Math.floor(rest * 0.32) },
    { text: figure.attribution?.text ?? '', width: Math.floor(rest * 0.28) },
    { text: places.at(place), width: Math.floor(rest * 0.4) },
  ];
}

function figureText(figure: Figure): string {
  const bound = figure.bound === 'exact' ? '' : `${figure.bound.replace('-', ' ')} `;
  const value = figure.value.toLocaleString('en');
  return bound + value + (figure.unit === 'percent' ? '%' : '');
}
