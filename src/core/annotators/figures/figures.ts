import type { LocalFigure, LocalQuotation } from '../../annotations';
import type { ReadReferences } from '../input';

/** Finds figures and what they count. */
export function findFigures(_read: ReadReferences, _quotes: readonly LocalQuotation[]): readonly LocalFigure[] {
  return [];
}
