import * as vscode from 'vscode';
import { CHART_DEFAULTS, charts, chartsTable } from '../../core/queries/charts';
import { fieldsOf, flag, oneOf } from './options';
import { inOneStep, type PanelQuery } from './query';

export const figuresPanel: PanelQuery<'figures'> = {
  name: 'figures',
  get title() {
    return vscode.l10n.t('Figures over Time');
  },
  options(kept) {
    const { series, by, scale, rate } = fieldsOf(kept);
    return {
      series: typeof series === 'string' ? series : CHART_DEFAULTS.series,
      by: oneOf(by, ['attribution', 'source'], CHART_DEFAULTS.by),
      scale: oneOf(scale, ['linear', 'log'], CHART_DEFAULTS.scale),
      rate: flag(rate, CHART_DEFAULTS.rate),
    };
  },
  data: charts,
  table: inOneStep(chartsTable),
};
