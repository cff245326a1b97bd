import type { Steps } from '../../core/steps';
import type { Table } from '../../core/queries/table';
import type { DossierView } from '../../core/queries/view';
import type { PanelName, PanelTypes } from '../../webview/protocol';

/** What a panel shows: a question to the dossier that gives plain data. */
export interface PanelQuery<N extends PanelName> {
  readonly name: N;
  readonly title: string;
  /** Options from what a command was given, or from what a page kept: older or broken parts become defaults. */
  options(kept: unknown): PanelTypes[N]['options'];
  data(view: DossierView, options: PanelTypes[N]['options']): PanelTypes[N]['data'];
  /** In steps, for it has a row for everything. */
  table(view: DossierView, options: PanelTypes[N]['options']): Steps<Table>;
}

/** A table that is made in one step. */
export function inOneStep<O>(
  make: (view: DossierView, options: O) => Table,
): (view: DossierView, options: O) => Steps<Table> {
  return function* (view, options) {
    yield;
    return make(view, options);
  };
}
