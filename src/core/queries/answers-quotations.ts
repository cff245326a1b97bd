import type { Quotation } from '../model';
import { type AnswerFilter, holds, inSource, within } from './answers-filter';
import { type AskedFolder, cite, type Citation } from './answers-place';
import type { Found } from './answers';
import { officeOn } from './offices';
import type { DossierView, Located } from './view';
import { countryName, officeName } from './wording';

export interface QuotationAnswer {
  /** Null where the text names none. */
  readonly speaker: string | null;
  readonly country: string | null;
  /** The office held on the day of the source, as far as is known. */
  readonly office: string | null;
  /** `direct` where the words stand in quotation marks, `indirect` where the source words them. */
  readonly form: Quotation['form'];
  readonly citation: Citation;
}

/** What people are quoted with, by the day of the source, undated ones last. */
export function quotations(folder: AskedFolder, filter: AnswerFilter): readonly Found<QuotationAnswer>[] {
  const { view } = folder;
  const found = view.extraction.documents
    .filter((d) => inSource(filter, folder.prefix + d.path) && within(filter, d.date?.value ?? null))
    .flatMap((d) => d.quotes.map((item): Located<Quotation> => ({ path: d.path, item })))
    .filter(({ item }) => matches(view, item, filter));
  const day = ({ path }: Located<Quotation>): string => view.published(path) ?? '9';
  return found
    .sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0))
    .map((quote) => ({ make: () => quotationAnswer(folder, quote) }));
}

function matches(view: DossierView, quote: Quotation, filter: AnswerFilter): boolean {
  const speaker = quote.speaker === null ? undefined : view.entity(quote.speaker);
  if (filter.country !== null && speaker?.country !== filter.country) return false;
  if (!holds(filter.name, speaker?.name ?? '', ...(speaker?.variants ?? []))) return false;
  return holds(filter.text, quote.text);
}

function quotationAnswer(folder: AskedFolder, { path, item }: Located<Quotation>): QuotationAnswer {
  const { view } = folder;
  const speaker = item.speaker === null ? undefined : view.entity(item.speaker);
  const held = speaker?.kind === 'person' ? officeOn(view, speaker, path, view.published(path)) : undefined;
  return {
    speaker: speaker?.name ?? null,
    country: speaker === undefined || speaker.country === null ? null : countryName(speaker.country),
    office: held === undefined ? null : officeName(held.office),
    form: item.form,
    citation: cite(folder, { path, start: item.start, end: item.end }),
  };
}
