import * as l10n from '../l10n';
import { setSourceDate, type TextEdit } from '../knowledge-edit';
import type { DocumentDate } from '../model';
import { formatDate, formatDay } from './wording';

export interface DateOffer {
  /** ISO day. */
  readonly value: string;
  readonly label: string;
  readonly detail: string;
}

/** The days that a source's date can be set to without typing one: the best day, and the ends of the range that the evidence leaves. */
export function dateOffers(date: DocumentDate | null): readonly DateOffer[] {
  if (date === null) return [];
  const offers = [{ value: date.value, label: formatDay(date.value), detail: basisWords(date.basis) }];
  if (date.earliest !== date.value)
    offers.push({ value: date.earliest, label: formatDay(date.earliest), detail: l10n.t('the earliest possible') });
  if (date.latest !== date.value)
    offers.push({ value: date.latest, label: formatDay(date.latest), detail: l10n.t('the latest possible') });
  return offers;
}

function basisWords(basis: DocumentDate['basis']): string {
  switch (basis) {
    case 'configured':
      return l10n.t('set now');
    case 'stated':
      return l10n.t('stated in the text');
    case 'inferred':
      return l10n.t('the best day, given the clues');
  }
}

/** Whether a person's words are an ISO day that exists. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/**
 * The edit of the knowledge file that dates a source; null where the file is broken at that place.
 * @param path relative to the knowledge file's folder
 * @param day ISO
 */
export function sourceDateEdit(knowledge: string, path: string, day: string): TextEdit | null {
  return setSourceDate(knowledge, path, day);
}

/** What is said when it is done. */
export function dateSetMessage(path: string, day: string): string {
  return l10n.t('{0} is dated {1} now.', path, formatDate(day));
}
