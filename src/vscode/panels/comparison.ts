import * as vscode from 'vscode';
import { comparison, COMPARISON_DEFAULTS, comparisonTable } from '../../core/queries/comparison';
import { fieldsOf, oneOf, strings } from './options';
import { inOneStep, type PanelQuery } from './query';

export const comparisonPanel: PanelQuery<'comparison'> = {
  name: 'comparison',
  get title() {
    return vscode.l10n.t('Compare Sources');
  },
  options(kept) {
    const { paths, show } = fieldsOf(kept);
    return { paths: strings(paths), show: oneOf(show, ['all', 'several', 'one'], COMPARISON_DEFAULTS.show) };
  },
  data: comparison,
  table: inOneStep(comparisonTable),
};
