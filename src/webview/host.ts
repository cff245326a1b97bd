/** The page's end of the protocol. */
import { useTranslation } from '../core/l10n';
import type { PanelName, PanelState, ToHost, ToPage } from './protocol';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

export interface Host<N extends PanelName> {
  send(message: ToHost<N>): void;
  /** What the page kept for itself before a reload of the window; undefined where it was opened anew. */
  readonly kept: unknown;
  /** Kept over a reload of the window. */
  keep(state: PanelState<N>): void;
}

/** Connects to the extension host; `receive` gets its messages. */
export function connect<N extends PanelName>(strings: string, receive: (message: ToPage<N>) => void): Host<N> {
  const phrases = strings === '' ? undefined : (JSON.parse(strings) as Readonly<Record<string, string>>);
  useTranslation(document.documentElement.lang, phrases);
  const api = acquireVsCodeApi();
  window.addEventListener('message', (event: MessageEvent<ToPage<N>>) => {
    receive(event.data);
  });
  const before = api.getState() as Partial<PanelState<N>> | null | undefined;
  return {
    kept: before?.page,
    send: (message) => {
      api.postMessage(message);
    },
    keep: (state) => {
      api.setState(state);
    },
  };
}
