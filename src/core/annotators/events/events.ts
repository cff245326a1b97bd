import type { LocalEvent, LocalFigure, LocalQuotation } from '../../annotations';
import type { ReadReferences } from '../input';

/** Finds reports of events. */
export function findEvents(
  _read: ReadReferences,
  _quotes: readonly LocalQuotation[],
  _figures: readonly LocalFigure[],
): readonly LocalEvent[] {
  return [];
}
