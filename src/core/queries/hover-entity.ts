/** Cards for people, organizations and places, and for the descriptions and pronouns that refer to them. */
import * as l10n from '../l10n';
import type { Entity, EventRecord, Mention, Quotation, SourceSpan } from '../model';
import {
  type Block,
  type Card,
  emphasis,
  type Inline,
  joined,
  type Line,
  line,
  phrase,
  placeLink,
  placesLink,
  strong,
} from './card';
import { inSources, mentionCount, otherSourceCount } from './counts';
import { eventLabel } from './event-words';
import { type HeldOffice, officesOn } from './offices';
import type { DossierView, Located } from './view';
import { countryName, excerpt, fileName, formatDate, formName, kindName, officeName } from './wording';

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
  const kind = kindName(entity.kind);
  if (entity.country === null) return [kind];
  const country = countryName(entity.country);
  return country === entity.name ? [l10n.t('country')] : [`${kind} · ${country}`];
}

/** `Iranian acting foreign minister since 20 May 2024 (dossier.yaml)`. */
function officeLine(view: DossierView, path: string, offices: readonly HeldOffice[]): Line {
  const held = offices.find((o) => o.standing === 'held');
  if (held === undefined) return [];
  return [...withTenure(strong(officeName(held.office)), held), ...onWhoseWord(view, held, path)];
}

function withTenure(words: Inline, { office: { from, to } }: HeldOffice): Line {
  if (from !== null && to !== null)
    return phrase(l10n.t('{0} from {1} to {2}'), [[words], [formatDate(from)], [formatDate(to)]]);
  if (from !== null) return phrase(l10n.t('{0} since {1}'), [[words], [formatDate(from)]]);
  return to === null ? [words] : phrase(l10n.t('{0} until {1}'), [[words], [formatDate(to)]]);
}

function onWhoseWord(view: DossierView, { word }: HeldOffice, path?: string): Line {
  const parts: Line[] = [];
  if (word.knowledge !== null) parts.push([{ text: 'dossier.yaml', link: { to: 'knowledge', span: word.knowledge } }]);
  const here = word.sources.find((s) => s.path === path);
  const [first] = here === undefined ? word.sources : [here];
  if (first !== undefined) {
    const others = new Set(word.sources.map((s) => s.path)).size - 1;
    const where = first.path === path ? l10n.t('this source') : fileName(first.path);
    parts.push([placeLink(where, first, excerptAt(view, first))]);
    if (others > 0) parts.push([placesLink(otherSourceCount(others), word.sources)]);
  }
  const last = parts.pop();
  if (last === undefined) return [];
  const all = parts.length === 0 ? last : phrase(l10n.t('{0} and {1}'), [joined(parts, ', '), last]);
  return [', ', ...phrase(l10n.t('according to {0}'), [all], emphasis)];
}

/** For a pronoun or description, whom it refers to: the card's title says it, this line says by which name before it. */
function reference(view: DossierView, path: string, mention: Mention): readonly Block[] {
  if (mention.form === 'name') return [];
  const before = view
    .mentionsOf(mention.entity)
    .filter((m) => m.path === path && m.item.form === 'name' && m.item.start < mention.start)
    .at(-1);
  const words: readonly Line[] = [[mention.text], [emphasis(`(${formName(mention.form)})`)]];
  if (before === undefined) return [line(...phrase(refersToThis(mention.kind), words))];
  const link = placeLink(before.item.text, { path, ...before.item });
  return [line(...phrase(l10n.t('“{0}” {1} refers to {2}'), [...words, [link]]))];
}

function refersToThis(kind: Mention['kind']): string {
  switch (kind) {
    case 'person':
      return l10n.t('“{0}” {1} refers to this person');
    case 'organization':
      return l10n.t('“{0}” {1} refers to this organization');
    case 'place':
      return l10n.t('“{0}” {1} refers to this place');
  }
}

/** `also Dar · 4 mentions in 1 source · Wikidata`. */
function summary(view: DossierView, entity: Entity, mention: Mention): Block {
  const mentions = view.mentionsOf(entity.id);
  const sources = new Set(mentions.map((m) => m.path)).size;
  const places = mentions.map((m) => ({ path: m.path, start: m.item.start, end: m.item.end }));
  const parts: Line[] = [[placesLink(inSources(mentionCount(places.length), sources), places)]];
  const others = entity.variants.filter((v) => v !== entity.name && v !== mention.text);
  if (others.length > 0) {
    const first = others.slice(0, SPELLINGS).join(', ');
    const rest = others.length - SPELLINGS;
    const all = rest > 0 ? l10n.t('{0} and {1} more', first, rest) : first;
    parts.push(phrase(l10n.t('also {0}'), [[all]], emphasis));
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
  const items = others.map((o): Line => {
    const held = [...withTenure(officeName(o.office), o), ...onWhoseWord(view, o)];
    if (o.standing === 'past') return phrase(l10n.t('Before: {0}'), [held]);
    return o.standing === 'future' ? phrase(l10n.t('Later: {0}'), [held]) : phrase(l10n.t('Also: {0}'), [held]);
  });
  return [{ type: 'list', heading: l10n.t('Other offices'), items }];
}

/** What the entity did or had done to it, newest first, each with a link to its place; here where this source reports it. */
function eventList(view: DossierView, entity: Entity, path: string): readonly Block[] {
  if (entity.kind === 'place') return [];
  const events = newestFirst(view.eventsOf(entity.id));
  if (events.length === 0) return [];
  const items = events.slice(0, LIST_LENGTH).map((event): Line => {
    const reports = view.reportsOf(event.id);
    const report = reports.find((r) => r.path === path) ?? reports[0];
    const label = eventLabel(event);
    const link =
      report === undefined
        ? label
        : placeLink(label, { path: report.path, ...report.item.trigger }, excerpt(view.text(report.path), report.item));
    return event.date === null ? [link] : phrase(l10n.t('{0}: {1}'), [[formatDate(event.date)], [link]]);
  });
  return [
    {
      type: 'list',
      heading: l10n.t('Events'),
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
  return [{ type: 'list', heading: l10n.t('Said'), items: withRest(items, places, quotes.length) }];
}

function withRest(items: readonly Line[], places: readonly SourceSpan[], total: number): readonly Line[] {
  const rest = total - items.length;
  return rest > 0 ? [...items, [placesLink(l10n.t('{0} more', rest), places)]] : items;
}

function excerptAt(view: DossierView, place: SourceSpan): string {
  return excerpt(view.text(place.path), place);
}
