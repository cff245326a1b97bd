import * as vscode from 'vscode';
import { EVENT_TYPES } from '../../core/model';
import { timeline, TIMELINE_DEFAULTS, timelineTable } from '../../core/queries/timeline';
import type { Days } from '../../core/queries/timeline-range';
import { fieldsOf, oneOf, strings } from './options';
import type { PanelQuery } from './query';

export const timelinePanel: PanelQuery<'timeline'> = {
  name: 'timeline',
  get title() {
    return vscode.l10n.t('Timeline');
  },
  options(kept) {
    const { lanes, people, countries, types, range } = fieldsOf(kept);
    return {
      lanes: oneOf(lanes, ['country', 'person'], TIMELINE_DEFAULTS.lanes),
      people: strings(people),
      countries: strings(countries),
      types: EVENT_TYPES.filter((t) => strings(types).includes(t)),
      range: range === 'all' ? range : readDays(range),
    };
  },
  data: timeline,
  table: timelineTable,
};

function readDays(value: unknown): Days | null {
  const { first, last } = fieldsOf(value);
  if (typeof first !== 'number' || typeof last !== 'number') return null;
  return Number.isFinite(first) && Number.isFinite(last) && first <= last ? { first, last } : null;
}
