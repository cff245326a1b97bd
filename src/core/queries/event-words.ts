/** What events and their kinds are called. */
import * as l10n from '../l10n';
import type { EventMention, EventRecord, EventType } from '../model';
import { capitalized } from './wording';

/** The kind of an event in words: `consultation (phone)`. */
export function eventKind({ type, mode }: Pick<EventRecord, 'type' | 'mode'>): string {
  const words = typeWords(type);
  return mode === null ? words : l10n.t('{0} ({1})', words, l10n.term(mode.replaceAll('-', ' ')));
}

/** An event on one line, `Phone call: Ana Ruiz Delgado – John Mbeki`: what it is in the display language, names as they are. */
export function eventLabel(event: Pick<EventRecord, 'label' | 'type' | 'mode'>): string {
  const { label } = event;
  if (label === '') return capitalized(eventKind(event));
  const colon = label.indexOf(': ');
  const what = colon < 0 ? label : label.slice(0, colon);
  const words = l10n.term(what);
  if (words === what) return label;
  return colon < 0 ? words : l10n.t('{0}: {1}', words, label.slice(colon + 2));
}

/** What is said of an event that did not simply take place, or null. */
export function statusNote(status: EventMention['status']): string | null {
  switch (status) {
    case 'actual':
      return null;
    case 'planned':
      return l10n.t('planned');
    case 'hypothetical':
      return l10n.t('not said to have happened');
    case 'negated':
      return l10n.t('said not to have happened');
  }
}

/** The status in one word, for a column of them. */
export function statusWord(status: EventMention['status']): string {
  switch (status) {
    case 'actual':
      return l10n.t('actual');
    case 'planned':
      return l10n.t('planned');
    case 'hypothetical':
      return l10n.t('hypothetical');
    case 'negated':
      return l10n.t('negated');
  }
}

function typeWords(type: EventType): string {
  switch (type) {
    case 'AGREE':
      return l10n.t('agreement');
    case 'CONSULT':
      return l10n.t('consultation');
    case 'SUPPORT':
      return l10n.t('support');
    case 'CONCEDE':
      return l10n.t('concession');
    case 'COOPERATE':
      return l10n.t('cooperation');
    case 'AID':
      return l10n.t('aid');
    case 'RETREAT':
      return l10n.t('retreat');
    case 'REQUEST':
      return l10n.t('appeal');
    case 'ACCUSE':
      return l10n.t('accusation');
    case 'REJECT':
      return l10n.t('rejection');
    case 'THREATEN':
      return l10n.t('threat');
    case 'PROTEST':
      return l10n.t('protest');
    case 'SANCTION':
      return l10n.t('sanction');
    case 'MOBILIZE':
      return l10n.t('mobilization');
    case 'COERCE':
      return l10n.t('coercion');
    case 'ASSAULT':
      return l10n.t('attack');
    case 'ACCIDENT':
      return l10n.t('accident');
    case 'CEREMONY':
      return l10n.t('ceremony');
    case 'APPOINTMENT':
      return l10n.t('appointment');
    case 'STATEMENT':
      return l10n.t('statement');
  }
}
