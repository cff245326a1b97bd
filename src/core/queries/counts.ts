/** Numbers of things in words: one of them is no plural. */
import * as l10n from '../l10n';

export function personCount(n: number): string {
  return n === 1 ? l10n.t('1 person') : l10n.t('{0} people', l10n.formatNumber(n));
}

export function officialCount(n: number): string {
  return n === 1 ? l10n.t('1 official') : l10n.t('{0} officials', l10n.formatNumber(n));
}

export function eventCount(n: number): string {
  return n === 1 ? l10n.t('1 event') : l10n.t('{0} events', l10n.formatNumber(n));
}

export function figureCount(n: number): string {
  return n === 1 ? l10n.t('1 figure') : l10n.t('{0} figures', l10n.formatNumber(n));
}

export function quotationCount(n: number): string {
  return n === 1 ? l10n.t('1 quotation') : l10n.t('{0} quotations', l10n.formatNumber(n));
}

export function valueCount(n: number): string {
  return n === 1 ? l10n.t('1 value') : l10n.t('{0} values', l10n.formatNumber(n));
}

export function talkCount(n: number): string {
  return n === 1 ? l10n.t('1 talk') : l10n.t('{0} talks', l10n.formatNumber(n));
}

export function sourceCount(n: number): string {
  return n === 1 ? l10n.t('1 source') : l10n.t('{0} sources', l10n.formatNumber(n));
}

export function otherSourceCount(n: number): string {
  return n === 1 ? l10n.t('1 other source') : l10n.t('{0} other sources', l10n.formatNumber(n));
}

export function otherReportCount(n: number): string {
  return n === 1 ? l10n.t('1 other report') : l10n.t('{0} other reports', l10n.formatNumber(n));
}

export function mentionCount(n: number): string {
  return n === 1 ? l10n.t('1 mention') : l10n.t('{0} mentions', l10n.formatNumber(n));
}

/** `4 mentions in 1 source`: any count of things, in so many sources. */
export function inSources(things: string, sources: number): string {
  return l10n.t('{0} in {1}', things, sourceCount(sources));
}
