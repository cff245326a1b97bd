/** How kinds of events look: always a shape with a color. */
import * as l10n from '../core/l10n';
import type { EventFamily } from '../core/queries/event-family';

export interface Look {
  readonly symbol: 'circle' | 'square' | 'triangle' | 'diamond2' | 'star' | 'wye' | 'cross';
  readonly color: string;
}

export const FAMILY_LOOKS: Readonly<Record<EventFamily, Look>> = {
  'verbal-cooperation': { symbol: 'circle', color: 'var(--vscode-charts-blue)' },
  'material-cooperation': { symbol: 'square', color: 'var(--vscode-charts-green)' },
  'verbal-conflict': { symbol: 'triangle', color: 'var(--vscode-charts-yellow)' },
  'material-conflict': { symbol: 'diamond2', color: 'var(--vscode-charts-red)' },
  other: { symbol: 'star', color: 'var(--vscode-charts-purple)' },
};

export function familyName(family: EventFamily): string {
  switch (family) {
    case 'verbal-cooperation':
      return l10n.t('Talks and support');
    case 'material-cooperation':
      return l10n.t('Aid and cooperation');
    case 'verbal-conflict':
      return l10n.t('Demands and accusations');
    case 'material-conflict':
      return l10n.t('Force and coercion');
    case 'other':
      return l10n.t('Other');
  }
}
