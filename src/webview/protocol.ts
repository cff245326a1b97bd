/** What panels (pages in web views) and the extension host say to each other. Types only. */
import type { SourceSpan } from '../core/model';
import type { ChartOptions, Charts } from '../core/queries/charts';
import type { Comparison, ComparisonOptions } from '../core/queries/comparison';
import type { Network, NetworkOptions } from '../core/queries/network';
import type { Table } from '../core/queries/table';
import type { Timeline, TimelineOptions } from '../core/queries/timeline';

/** Each panel: what its page asks with, and the plain data that it draws. */
export interface PanelTypes {
  timeline: { readonly options: TimelineOptions; readonly data: Timeline };
  figures: { readonly options: ChartOptions; readonly data: Charts };
  network: { readonly options: NetworkOptions; readonly data: Network };
  comparison: { readonly options: ComparisonOptions; readonly data: Comparison };
}

export type PanelName = keyof PanelTypes;

/** What a page keeps with `setState`, so that it comes back after a reload of the window. */
export interface PanelState<N extends PanelName = PanelName> {
  /** The dossier's folder, as a URI. */
  readonly dossier: string;
  readonly options: PanelTypes[N]['options'];
  /** What the page keeps for itself: how its picture was left. */
  readonly page?: unknown;
}

/** From the extension host to the page. */
export type ToPage<N extends PanelName = PanelName> =
  | {
      readonly type: 'data';
      readonly state: PanelState<N>;
      readonly data: PanelTypes[N]['data'];
      /** The same as a table; null unless the page shows it. */
      readonly table: Table | null;
    }
  /** A command of the editor's title asks for the picture. */
  | { readonly type: 'export'; readonly format: 'svg' | 'png' };

/** From the page to the extension host. */
export type ToHost<N extends PanelName = PanelName> =
  /** The page listens; `strings` are wanted in the reader's language. */
  | { readonly type: 'ready' }
  /** Data for other options. */
  | { readonly type: 'ask'; readonly options: PanelTypes[N]['options']; readonly table: boolean }
  | { readonly type: 'open'; readonly place: SourceSpan }
  /** Saves a picture: SVG as text, PNG as base64. */
  | { readonly type: 'save'; readonly format: 'svg' | 'png'; readonly content: string }
  /** Saves the data of the current options. */
  | { readonly type: 'saveTable' };
