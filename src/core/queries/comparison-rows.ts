/** The rows of a comparison, subject by subject. */
import * as l10n from '../l10n';
import type { Figure, Mention, Quotation } from '../model';
import { fold } from '../text';
import type { ComparisonItem, ComparisonRow } from './comparison';
import { eventKind, eventLabel, statusWord } from './event-words';
import { attributionOf, conflicts } from './figures';
import { groupBy } from './group';
import { reference } from './table';
import { placeSubject } from './tree';
import type { DossierView, Located } from './view';
import { boundedValue, capitalized, countedWords, countryName, excerpt, formatDate, seriesLabel } from './wording';

const LONGEST_QUOTATION = 240;
const LONGEST_SENTENCE = 150;
/** Two quotations of a speaker that share this part of the shorter one's words are the same, worded differently. */
const SAME_QUOTATION = 0.6;
const MOST_ITEMS = 6;

/** One row for each event that one of the sources reports: the words that name it there. */
export function eventRows(view: DossierView, paths: readonly string[]): readonly ComparisonRow[] {
  const reports = paths.flatMap((path) => (view.document(path)?.events ?? []).map((item) => ({ path, item })));
  return [...groupBy(reports, (r) => r.item.event)].map(([id, list]) => {
    const event = view.event(id);
    const [first] = list;
    const label =
      event !== undefined ? eventLabel(event) : first === undefined ? '' : capitalized(eventKind(first.item));
    return toRow(label, formatDate(event?.date ?? ''), paths, list, ({ path, item }) => ({
      words: item.trigger.text.replace(/\s+/gu, ' '),
      note: [
        item.status === 'actual' ? '' : statusWord(item.status),
        item.date === null || item.date === event?.date ? '' : formatDate(item.date),
      ]
        .filter((n) => n !== '')
        .join(', '),
      reference: {
        ...reference(view, { path, start: item.trigger.start, end: item.trigger.end }),
        words: excerpt(view.text(path), item, LONGEST_SENTENCE),
      },
    }));
  });
}

/** One row for each series, and for each figure that belongs to none. */
export function figureRows(view: DossierView, paths: readonly string[]): readonly ComparisonRow[] {
  const inConflict = conflicts(view);
  const figures = paths.flatMap((path) => (view.document(path)?.figures ?? []).map((item) => ({ path, item })));
  const key = ({ path, item }: Located<Figure>): string =>
    item.series ?? placeSubject('figure', { path, start: item.start });
  return [...groupBy(figures, key)].map(([, list]) => {
    const [first] = list;
    const series = view.series(first?.item.series ?? '');
    const label = series !== undefined ? seriesLabel(series) : first === undefined ? '' : figureLabel(view, first.item);
    const row = toRow(capitalized(label), '', paths, list, ({ path, item }) => ({
      words: boundedValue(item),
      note: [attributionOf(item) ?? '', item.asOf === null ? '' : formatDate(item.asOf)]
        .filter((n) => n !== '')
        .join(', '),
      reference: reference(view, { path, start: item.start, end: item.end }),
    }));
    const subjects = list.map(({ path, item }) => placeSubject('figure', { path, start: item.start }));
    return { ...row, conflict: subjects.filter((s) => inConflict.has(s)).length > 1 };
  });
}

function figureLabel(view: DossierView, figure: Figure): string {
  const { measure, place } = figure;
  const where = place === null ? null : (view.entity(place)?.name ?? null);
  return [measure === null ? null : l10n.term(measure), countedWords(figure), where]
    .filter((p) => p !== null && p !== '')
    .join(' · ');
}

/** One row for each quotation, the same one in other words beside it. */
export function quotationRows(view: DossierView, paths: readonly string[]): readonly ComparisonRow[] {
  const quotes = paths.flatMap((path) => (view.document(path)?.quotes ?? []).map((item) => ({ path, item })));
  return [...groupBy(quotes, (q) => q.item.speaker)].flatMap(([speaker, list]) => {
    const name = speaker === null ? '' : (view.entity(speaker)?.name ?? speaker);
    return sameQuotations(list).map((same) =>
      toRow(name, '', paths, same, ({ path, item }) => ({
        words: excerpt(view.text(path), item, LONGEST_QUOTATION),
        note: item.form === 'indirect' ? l10n.t('indirect') : '',
        reference: reference(view, { path, start: item.start, end: item.end }),
      })),
    );
  });
}

/** Quotations of one speaker, those of different sources that share most words together. */
function sameQuotations(quotes: readonly Located<Quotation>[]): readonly (readonly Located<Quotation>[])[] {
  const groups: { readonly words: ReadonlySet<string>; readonly list: Located<Quotation>[] }[] = [];
  for (const quote of quotes) {
    const words = new Set(fold(quote.item.text).split(' '));
    const group = groups.find(
      (g) => g.list.every((q) => q.path !== quote.path) && shared(g.words, words) >= SAME_QUOTATION,
    );
    if (group === undefined) groups.push({ words, list: [quote] });
    else group.list.push(quote);
  }
  return groups.map((g) => g.list);
}

/** The part of the smaller set that the other one holds. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let common = 0;
  for (const word of small) if (large.has(word)) common++;
  return common / Math.max(1, small.size);
}

/** One row for each person or body: names and descriptions that a source uses, with how often. */
export function nameRows(view: DossierView, paths: readonly string[]): readonly ComparisonRow[] {
  const mentions = paths.flatMap((path) =>
    (view.document(path)?.mentions ?? [])
      .filter((m) => m.kind !== 'place' && m.form !== 'pronoun')
      .map((item) => ({ path, item })),
  );
  return [...groupBy(mentions, (m) => m.item.entity)].map(([id, list]) => {
    const entity = view.entity(id);
    const note = countryName(entity?.country ?? '');
    const wordings = [...groupBy(list, (m) => `${m.path}\n${m.item.text.toLowerCase()}`).values()];
    const counted = wordings.flatMap((same): readonly (Located<Mention> & { readonly count: number })[] => {
      const [first] = same;
      return first === undefined ? [] : [{ ...first, count: same.length }];
    });
    counted.sort((a, b) => b.count - a.count);
    return toRow(entity?.name ?? id, note, paths, counted, ({ path, item, count }) => ({
      words: item.text.replace(/\s+/gu, ' '),
      note: count === 1 ? '' : `${count}×`,
      reference: reference(view, { path, start: item.start, end: item.end }),
    }));
  });
}

function toRow<T extends { readonly path: string }>(
  label: string,
  note: string,
  paths: readonly string[],
  list: readonly T[],
  toItem: (one: T) => ComparisonItem,
): ComparisonRow {
  const cells = paths.map((path) =>
    list
      .filter((one) => one.path === path)
      .slice(0, MOST_ITEMS)
      .map(toItem),
  );
  return { label, note, cells, sources: cells.filter((c) => c.length > 0).length, conflict: false };
}
