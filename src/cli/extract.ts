import type { Extraction } from '../core/model';

export const FORMATS = ['json', 'jsonl'] as const;
export type Format = (typeof FORMATS)[number];

/**
 * The contract as text. `json`: one object. `jsonl`: one line for each document, entity, event, series and problem, each an object
 * with one key that names its kind (`{"document": {…}}`), after a first line `{"schemaVersion": 1}`.
 * @param explain keeps the `why` of each annotation
 */
export function* format(extraction: Extraction, as: Format, explain: boolean): Iterable<string> {
  const replacer = explain ? undefined : withoutWhy;
  if (as === 'json') {
    yield JSON.stringify(extraction, replacer, 2) + '\n';
    return;
  }
  const line = (value: unknown): string => JSON.stringify(value, replacer) + '\n';
  yield line({ schemaVersion: extraction.schemaVersion });
  for (const document of extraction.documents) yield line({ document });
  for (const entity of extraction.entities) yield line({ entity });
  for (const event of extraction.events) yield line({ event });
  for (const series of extraction.series) yield line({ series });
  for (const problem of extraction.problems) yield line({ problem });
}

/** Evidence of a date keeps its sentences: they are part of the contract. */
function withoutWhy(this: unknown, key: string, value: unknown): unknown {
  const annotation =
    typeof this === 'object' &&
    this !== null &&
    ('form' in this || 'bound' in this || 'trigger' in this || 'certain' in this);
  return key === 'why' && annotation ? undefined : value;
}
