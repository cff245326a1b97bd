import type { LocalQuotation } from '../annotations';
import type { ReadReferences } from './input';

/** Finds direct and indirect quotations and their speakers. */
export function findQuotes(_read: ReadReferences): readonly LocalQuotation[] {
  return [];
}
