import type { Paragraph } from '../annotations';
import type { Span } from '../text';
import type { Structure } from './sentences';

/** Marks paragraphs and lines that are no part of the report. */
export function findBoilerplate(
  _text: string,
  structure: Structure,
): { paragraphs: readonly Paragraph[]; boilerplate: readonly Span[] } {
  return { paragraphs: structure.paragraphs, boilerplate: [] };
}
