/** Where what stands at a place is defined. */
import type { DateMention, Entity, Mention, SourceSpan } from '../model';
import { lastStartingAtOrBefore, type Span } from '../text';
import { type Subject, spanOf, subjectsAt } from './at';
import { seriesValues } from './figures';
import { byPublication, eventPlace } from './order';
import type { DossierView, Located } from './view';

export type DefinitionTarget =
  /** An entry of the knowledge file, and the name that it displays. */
  | { readonly to: 'knowledge'; readonly span: Span; readonly name: string | null }
  /** Words in a source, and the sentence around them. */
  | { readonly to: 'place'; readonly place: SourceSpan; readonly around: Span };

export interface Definition {
  /** The words that were asked about. */
  readonly origin: Span;
  readonly targets: readonly DefinitionTarget[];
}

/** An office counts as stated with a name when it stands so near to it, in code units. */
const BESIDE = 60;

/**
 * Where the narrowest thing at an offset that has a definition is defined: people, organizations and places in the knowledge file or
 * else at their fullest first mention, a quotation as its speaker, an event at its first report, a figure at the first of its series,
 * a date with a part left open at what dates its source.
 */
export function definitionAt(view: DossierView, path: string, offset: number): Definition | null {
  for (const subject of subjectsAt(view, path, offset)) {
    const targets = targetsOf(view, path, subject);
    if (targets.length > 0) return { origin: spanOf(subject), targets };
  }
  return null;
}

function targetsOf(view: DossierView, path: string, subject: Subject): readonly DefinitionTarget[] {
  switch (subject.type) {
    case 'mention':
      return entityTargets(view, subject.item.entity);
    case 'quotation':
      return subject.item.speaker === null ? [] : entityTargets(view, subject.item.speaker);
    case 'event':
      return targetsAt(view, eventPlace(view, subject.item.event));
    case 'figure': {
      const series = subject.item.series === null ? undefined : view.series(subject.item.series);
      const [first] = series === undefined ? [] : seriesValues(view, series);
      return targetsAt(view, first?.place ?? null);
    }
    case 'date':
      return dateTargets(view, path, subject.item);
  }
}

function entityTargets(view: DossierView, id: string): readonly DefinitionTarget[] {
  const entity = view.entity(id);
  if (entity === undefined) return [];
  const entry = knowledgeEntry(view, entity);
  if (entry !== null) return [{ to: 'knowledge', span: entry, name: entity.name }];
  return targetsAt(view, fullestMention(view, entity));
}

/** The entity's entry in the knowledge file, or null. */
export function knowledgeEntry(view: DossierView, entity: Pick<Entity, 'id' | 'kind'>): Span | null {
  const { people, organizations, places } = view.knowledge;
  const own = { person: people, organization: organizations, place: places }[entity.kind];
  return own.find((k) => k.id === entity.id)?.at ?? null;
}

/**
 * The mention that tells most: a name with an office beside it before one without, then the name of most words, then the source
 * that was published first. Null where there is no mention.
 */
export function fullestMention(view: DossierView, entity: Entity): SourceSpan | null {
  const mentions = view.mentionsOf(entity.id);
  const names = mentions.filter((m) => m.item.form === 'name');
  const stated = new Map<string, Span[]>();
  for (const place of entity.offices.flatMap((o) => o.evidence)) {
    const known = stated.get(place.path);
    if (known === undefined) stated.set(place.path, [place]);
    else known.push(place);
  }
  const order = byPublication(view);
  let best: { readonly mention: Located<Mention>; readonly telling: number } | null = null;
  for (const mention of names.length > 0 ? names : mentions) {
    const office = (stated.get(mention.path) ?? []).some((s) => isBeside(view.text(mention.path), s, mention.item));
    const telling = (office ? 100 : 0) + wordsIn(mention.item.text);
    if (best === null || telling > best.telling || (telling === best.telling && order(mention, best.mention) < 0))
      best = { mention, telling };
  }
  return best === null ? null : placeOf(best.mention);
}

function wordsIn(text: string): number {
  let words = 1;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === 32) words++;
  return words;
}

function isBeside(text: string, a: Span, b: Span): boolean {
  const [left, right] = a.start <= b.start ? [a, b] : [b, a];
  const gap = right.start - left.end;
  return gap <= BESIDE && (gap <= 0 || !/[.\n]/u.test(text.slice(left.end, right.start)));
}

/** What dates the source, where the date is read from that day; the knowledge file goes before clues in the text. */
function dateTargets(view: DossierView, path: string, date: DateMention): readonly DefinitionTarget[] {
  if (date.certain) return [];
  const published = view.document(path)?.date ?? null;
  if (published?.basis === 'configured') {
    const entry = view.knowledge.sources.get(path);
    if (entry !== undefined) return [{ to: 'knowledge', span: entry.at, name: null }];
  }
  const clues = (published?.evidence ?? []).filter((e) => e.start !== date.start);
  return clues.map((e) => placeTarget(view, { path, ...spanIn(e) }));
}

function targetsAt(view: DossierView, place: SourceSpan | null): readonly DefinitionTarget[] {
  return place === null ? [] : [placeTarget(view, place)];
}

function placeTarget(view: DossierView, place: SourceSpan): DefinitionTarget {
  return { to: 'place', place, around: sentenceAround(view, place) };
}

/** The sentence that holds a place, or the place itself where there is none. */
export function sentenceAround(view: DossierView, place: SourceSpan): Span {
  const sentences = view.annotations(place.path)?.sentences ?? [];
  const sentence = sentences[lastStartingAtOrBefore(sentences, place.start)];
  if (sentence === undefined || sentence.end < place.end) return spanIn(place);
  return spanIn(sentence);
}

export function placeOf({ path, item }: Located<Span>): SourceSpan {
  return { path, ...spanIn(item) };
}

function spanIn({ start, end }: Span): Span {
  return { start, end };
}
