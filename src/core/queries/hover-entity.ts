/** Cards for people, organizations and places, and for the descriptions and pronouns that refer to them. */
import type { Entity, EventRecord, Mention, Quotation, SourceSpan } from '../model';
import {
  type Block,
  type Card,
  emphasis,
  type Inline,
  joined,
  type Line,
  line,
  placeLink,
  placesLink,
  strong,
} from './card';
import { type HeldOffice, officesOn } from './offices';
import type { DossierView, Located } from './view';
import { capitalized, count, countryName, eventKind, excerpt, fileName, formatDate, officeName } from './wording';

/** Cards are short: this much of each list, the rest behind one link. */
const LIST_LENGTH = 3;
const SPELLINGS = 5;

/** The card of a mention. For a description or pronoun it says first whom it refers to. */
export function entityCard(view: DossierView, path: string, mention: Mention): Card | null {
  const entity = view.entity(mention.entity);
  if (entity === undefined) return null;
  const offices = entity.kind === 'person' ? officesOn(view, entity, path, view.published(path)) : [];
  return {
    span: mention,
    country: entity.country,
    title: entity.name,
    subtitle: entity.kind === 'person' ? officeLine(view, path, offices) : kindLine(entity),
    blocks: [
      ...reference(view, path, mention),
      summary(view, entity, mention),
      ...eventList(view, entity, path),
      ...quotationList(view, entity, path),
      ...otherOffices(view, offices),
    ],
    why: mention.why ?? null,
  };
}

function kindLine(entity: Entity): Line {
  const kind = entity.kind;
  if (entity.country === null) return [kind];
  const country = countryName(entity.country);
  return country === entity.name ? ['country'] : [`${kind} · ${country}`];
}

/** `Iranian acting foreign minister since 20 May 2024 (dossier.yaml)`. */
function officeLine(view: DossierView, path: string, offices: readonly HeldOffice[]): Line {
  const held = offices.find((o) => o.standing === 'held');
  if (held === undefined) return [];
  return [strong(officeName(held.office)), ...tenure(held), ...onWhoseWord(view, held, path)];
}

function tenure({ office }: HeldOffice): Line {
  const { from, to } = office;
  if (from !== null && to !== null) return [` from ${formatDate(from)} to ${formatDate(to)}`];
  if (from !== null) return [` since ${formatDate(from)}`];
  return to === null ? [] : [` until ${formatDate(to)}`];
}

function onWhoseWord(view: DossierView, { word }: HeldOffice, path?: string): Line {
  const parts: Line[] = [];
  if (word.knowledge !== null) parts.push([{ text: 'dossier.yaml', link: { to: 'knowledge', span: word.knowledge } }]);
  const here = word.sources.find((s) => s.path === path);
  const [first] = here === undefined ? word.sources : [here];
  if (first !== undefined) {
    const others = new Set(word.sources.map((s) => s.path)).size - 1;
    const where = first.path === path ? 'this source' : fileName(first.path);
    parts.push([placeLink(where, first, excerptAt(view, first))]);
    if (others > 0) parts.push([placesLink(count(others, 'other source'), word.sources)]);
  }
  return parts.length === 0 ? [] : [', ', emphasis('according to '), ...joined(parts, ', ')];
}

/** For a pronoun or description, whom it refers to: the card's title says it, this line says by which name before it. */
function reference(view: DossierView, path: string, mention: Mention): readonly Block[] {
  if (mention.form === 'name') return [];
  const before = view
    .mentionsOf(mention.entity)
    .filter((m) => m.path === path && m.item.form === 'name' && m.item.start < mention.start)
    .at(-1);
  const words: Inline[] = [`“${mention.text}” `, emphasis(`(${mention.form})`)];
  if (before === undefined) return [line(...words, ' refers to this ', view.entity(mention.entity)?.kind ?? 'entity')];
  return [line(...words, ' refers to ', placeLink(before.item.text, { path, ...before.item }))];
}

/** `also Dar · 4 mentions in 1 source · Wikidata`. */
function summary(view: DossierView, entity: Entity, mention: Mention): Block {
  const mentions = view.mentionsOf(entity.id);
  const sources = new Set(mentions.map((m) => m.path)).size;
  const places = mentions.map((m) => ({ path: m.path, start: m.item.start, end: m.item.end }));
  const parts: Line[] = [[placesLink(`${count(places.length, 'mention')} in ${count(sources, 'source')}`, places)]];
  const others = entity.variants.filter((v) => v !== entity.name && v !== mention.text);
  if (others.length > 0) {
    const more = others.length > SPELLINGS ? ` and ${others.length - SPELLINGS} more` : '';
    parts.push([emphasis('also '), others.slice(0, SPELLINGS).join(', '), more]);
  }
  const { people, organizations, places: known } = view.knowledge;
  const entry = [...people, ...organizations, ...known].find((k) => k.id === entity.id);
  const item = entity.wikidata ?? entry?.wikidata ?? null;
  if (item !== null) {
    const url = `https://www.wikidata.org/wiki/${encodeURIComponent(item)}`;
    parts.push([{ text: 'Wikidata', link: { to: 'web', url }, tooltip: url }]);
  }
  if (entry !== undefined) parts.push([{ text: 'dossier.yaml', link: { to: 'knowledge', span: entry.at } }]);
  return line(...joined(parts, ' · '));
}

function otherOffices(view: DossierView, offices: readonly HeldOffice[]): readonly Block[] {
  const current = offices.find((o) => o.standing === 'held');
  const others = offices.filter((o) => o !== current).slice(0, LIST_LENGTH);
  if (others.length === 0) return [];
  const when = (o: HeldOffice): string =>
    o.standing === 'past' ? 'before' : o.standing === 'future' ? 'later' : 'also';
  const items = others.map((o): Line => [
    `${capitalized(when(o))}: ${officeName(o.office)}`,
    ...tenure(o),
    ...onWhoseWord(view, o),
  ]);
  return [{ type: 'list', heading: 'Other offices', items }];
}

/** What the entity did or had done to it, newest first, each with a link to its place; here where this source reports it. */
function eventList(view: DossierView, entity: Entity, path: string): readonly Block[] {
  if (entity.kind === 'place') return [];
  const events = newestFirst(view.eventsOf(entity.id));
  if (events.length === 0) return [];
  const items = events.slice(0, LIST_LENGTH).map((event): Line => {
    const reports = view.reportsOf(event.id);
    const report = reports.find((r) => r.path === path) ?? reports[0];
    const label = event.label === '' ? capitalized(eventKind(event)) : event.label;
    const link =
      report === undefined
        ? label
        : placeLink(label, { path: report.path, ...report.item.trigger }, excerpt(view.text(report.path), report.item));
    return event.date === null ? [link] : [`${formatDate(event.date)}: `, link];
  });
  return [
    {
      type: 'list',
      heading: 'Events',
      items: withRest(
        items,
        events.flatMap((e) => e.mentions),
        events.length,
      ),
    },
  ];
}

function newestFirst(events: readonly EventRecord[]): readonly EventRecord[] {
  const dated = events.filter((e) => e.date !== null).reverse();
  return [...dated, ...events.filter((e) => e.date === null)];
}

function quotationList(view: DossierView, entity: Entity, path: string): readonly Block[] {
  const quotes = view.quotesOf(entity.id);
  if (quotes.length === 0) return [];
  const weight = (q: Located<Quotation>): number => (q.path === path ? 0 : 2) + (q.item.form === 'direct' ? 0 : 1);
  const items = [...quotes]
    .sort((a, b) => weight(a) - weight(b))
    .slice(0, LIST_LENGTH)
    .map((q): Line => {
      const place = { path: q.path, start: q.item.start, end: q.item.end };
      return [placeLink(excerptAt(view, place), place, fileName(q.path))];
    });
  const places = quotes.map((q) => ({ path: q.path, start: q.item.start, end: q.item.end }));
  return [{ type: 'list', heading: 'Said', items: withRest(items, places, quotes.length) }];
}

function withRest(items: readonly Line[], places: readonly SourceSpan[], total: number): readonly Line[] {
  const rest = total - items.length;
  return rest > 0 ? [...items, [placesLink(`${rest} more`, places)]] : items;
}

function excerptAt(view: DossierView, place: SourceSpan): string {
  return excerpt(view.text(place.path), place);
}
