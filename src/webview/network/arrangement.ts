/** How the reader arranged the network, as the page keeps it over a reload of the window. */
import type { Point, View } from './layout';

export interface Arrangement {
  /** What the reader zoomed or moved to; undefined as long as all is shown. */
  readonly view: View | undefined;
  /** Where the reader put nodes, by their ids. */
  readonly put: ReadonlyMap<string, Point>;
}

/** Plain data for `readArrangement`. */
export function plainArrangement({ view, put }: Arrangement): unknown {
  return { view, put: [...put] };
}

/** Reads what a page kept, perhaps in an older version: what does not fit is left out. */
export function readArrangement(kept: unknown): Arrangement {
  const { view, put } = fieldsOf(kept);
  const { k, x, y } = fieldsOf(view);
  const places = Array.isArray(put) ? put.flatMap(readPlace) : [];
  return {
    view: isLength(k) && k > 0 && isLength(x) && isLength(y) ? { k, x, y } : undefined,
    put: new Map(places),
  };
}

function readPlace(kept: unknown): (readonly [string, Point])[] {
  if (!Array.isArray(kept)) return [];
  const [id, point] = kept as unknown[];
  const { x, y } = fieldsOf(point);
  return typeof id === 'string' && isLength(x) && isLength(y) ? [[id, { x, y }]] : [];
}

function fieldsOf(kept: unknown): Readonly<Record<string, unknown>> {
  return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {};
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
