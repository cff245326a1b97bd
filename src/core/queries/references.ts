/** Every place that is about the same. */
import type { Mention, SourceSpan } from '../model';
import type { Span } from '../text';
import { type Subject, spanOf, subjectsAt } from './at';
import { knowledgeEntry, placeOf } from './definition';
import { byPublication } from './order';
import type { DossierView, Located } from './view';

/** Which mentions count: names only, names and descriptions, or pronouns as well. */
export type MentionForms = 'names' | 'descriptions' | 'all';

export interface References {
  /** The words that were asked about. */
  readonly origin: Span;
  /** The entry in the knowledge file, where there is one. */
  readonly knowledge: Span | null;
  readonly places: readonly SourceSpan[];
}

const FORMS: Readonly<Record<Mention['form'], number>> = { name: 0, description: 1, pronoun: 2 };
const LAST_FORM: Readonly<Record<MentionForms, number>> = { names: 0, descriptions: 1, all: 2 };

/**
 * All places in the folder that are about the narrowest thing at an offset. Of an entity its names first, then descriptions, then
 * pronouns, each in the order in which sources were published; of an event its reports; of a figure the values of its series; of
 * a quotation all of its speaker; of a date all that mean the same day.
 */
export function referencesAt(view: DossierView, path: string, offset: number, forms: MentionForms): References | null {
  for (const subject of subjectsAt(view, path, offset)) {
    const places = placesOf(view, subject, forms);
    if (places.length === 0) continue;
    const entity = subject.type === 'mention' ? view.entity(subject.item.entity) : undefined;
    return { origin: spanOf(subject), knowledge: entity === undefined ? null : knowledgeEntry(view, entity), places };
  }
  return null;
}

function placesOf(view: DossierView, subject: Subject, forms: MentionForms): readonly SourceSpan[] {
  const order = byPublication(view);
  const sorted = (found: readonly Located<Span>[]): readonly SourceSpan[] => [...found].sort(order).map(placeOf);
  switch (subject.type) {
    case 'mention':
      return view
        .mentionsOf(subject.item.entity)
        .filter((m) => FORMS[m.item.form] <= LAST_FORM[forms])
        .sort((a, b) => FORMS[a.item.form] - FORMS[b.item.form] || order(a, b))
        .map(placeOf);
    case 'event':
      return sorted(view.reportsOf(subject.item.event).map(({ path, item }) => ({ path, item: item.trigger })));
    case 'figure': {
      const series = subject.item.series === null ? undefined : view.series(subject.item.series);
      return sorted((series?.values ?? []).map((v) => ({ path: v.path, item: v })));
    }
    case 'quotation':
      return subject.item.speaker === null ? [] : sorted(view.quotesOf(subject.item.speaker));
    case 'date':
      return sorted(
        view.extraction.documents.flatMap(({ path, dates }) =>
          dates.filter((d) => d.value === subject.item.value).map((item) => ({ path, item })),
        ),
      );
  }
}

export interface Highlight extends Span {
  /** True for names and for all that has no name; false for descriptions and pronouns. */
  readonly named: boolean;
}

/** The places in one source that are about the narrowest thing at an offset. A quotation as a whole is no such thing. */
export function highlightsAt(view: DossierView, path: string, offset: number): readonly Highlight[] {
  const document = view.document(path);
  const subject = subjectsAt(view, path, offset)[0];
  if (document === undefined || subject === undefined) return [];
  const named = ({ start, end }: Span): Highlight => ({ start, end, named: true });
  switch (subject.type) {
    case 'mention':
      return document.mentions
        .filter((m) => m.entity === subject.item.entity)
        .map(({ start, end, form }) => ({ start, end, named: form === 'name' }));
    case 'event':
      return document.events.filter((e) => e.event === subject.item.event).map((e) => named(e.trigger));
    case 'figure': {
      const { series, start } = subject.item;
      return document.figures.filter((f) => f.start === start || (series !== null && f.series === series)).map(named);
    }
    case 'date':
      return document.dates.filter((d) => d.value === subject.item.value).map(named);
    case 'quotation':
      return [];
  }
}

/** A report of an event: the words that name it, and the sentence that tells it. */
export interface Report {
  readonly place: SourceSpan;
  readonly around: Span;
}

/**
 * All reports of the event at an offset, in the order in which sources were published: of the one whose trigger stands there, else
 * of the one told by the shortest sentence there. With what the origin is; null where no event is told.
 */
export function reportsAt(
  view: DossierView,
  path: string,
  offset: number,
): { readonly origin: Span; readonly reports: readonly Report[] } | null {
  const events = view.document(path)?.events ?? [];
  const told = events.filter((e) => e.start <= offset && offset <= e.end);
  const rank = (e: (typeof told)[number]): number =>
    e.trigger.start <= offset && offset <= e.trigger.end ? 0 : e.end - e.start;
  const [event] = told.sort((a, b) => rank(a) - rank(b));
  if (event === undefined) return null;
  const reports = [...view.reportsOf(event.event)].sort(byPublication(view)).map(({ path: source, item }): Report => ({
    place: { path: source, start: item.trigger.start, end: item.trigger.end },
    around: { start: item.start, end: item.end },
  }));
  return { origin: { start: event.trigger.start, end: event.trigger.end }, reports };
}
