/** Numbers of things in words: one of them is no plural. */
import * as l10n from '@vscode/l10n';

export function eventCount(n: number): string {
  return n === 1 ? l10n.t('1 event') : l10n.t('{0} events', n);
}

export function sourceCount(n: number): string {
  return n === 1 ? l10n.t('1 source') : l10n.t('{0} sources', n);
}

export function talkCount(n: number): string {
  return n === 1 ? l10n.t('1 talk') : l10n.t('{0} talks', n);
}

export function valueCount(n: number): string {
  return n === 1 ? l10n.t('1 value') : l10n.t('{0} values', n);
}
