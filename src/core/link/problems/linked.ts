import type { Knowledge } from '../../knowledge';
import type { DocumentDate } from '../../model';
import type { Span } from '../../text';
import type { LinkedEntities } from '../entities';
import type { ResolvedDate } from '../resolve-dates';
import type { LinkSource } from '../source';

/** What checks are given: all sources, linked; each list has one item for each source. */
export interface LinkedSources {
  readonly sources: readonly LinkSource[];
  readonly entities: LinkedEntities;
  readonly published: readonly (DocumentDate | null)[];
  readonly dates: readonly (readonly ResolvedDate[])[];
  readonly knowledge: Knowledge;
}

/** The words of a span in quotation marks, on one line, cut where they are many. */
export function quoted({ annotations }: LinkSource, { start, end }: Span, most = 90): string {
  const words = annotations.text
    .slice(start, end)
    .replace(/\s+/gu, ' ')
    .replace(/^["“]|["”]$/gu, '');
  if (words.length <= most) return `“${words}”`;
  const space = words.lastIndexOf(' ', most);
  return `“${words.slice(0, space > 0 ? space : most)} …”`;
}

export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
