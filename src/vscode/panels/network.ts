import * as vscode from 'vscode';
import { network, NETWORK_DEFAULTS, networkTable } from '../../core/queries/network';
import { fieldsOf, flag, oneOf } from './options';
import { inOneStep, type PanelQuery } from './query';

export const networkPanel: PanelQuery<'network'> = {
  name: 'network',
  get title() {
    return vscode.l10n.t('Who Spoke with Whom');
  },
  options(kept) {
    const { by, planned } = fieldsOf(kept);
    return {
      by: oneOf(by, ['person', 'country'], NETWORK_DEFAULTS.by),
      planned: flag(planned, NETWORK_DEFAULTS.planned),
    };
  },
  data: network,
  table: inOneStep(networkTable),
};
