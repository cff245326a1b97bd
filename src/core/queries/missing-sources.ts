import * as l10n from '../l10n';
import type { Knowledge } from '../knowledge';
import type { Problem } from '../model';
import { severityOf } from '../problems';

/**
 * `knowledge-no-such-source`: entries of the knowledge file for sources that are not there. Their path is null: they count in the
 * knowledge file.
 * @param exists whether there is a source of a path, as the knowledge file has it
 */
export function missingSources(knowledge: Knowledge, exists: (path: string) => boolean): readonly Problem[] {
  const code = 'knowledge-no-such-source';
  return [...knowledge.sources].flatMap(([path, { at }]) =>
    exists(path)
      ? []
      : [
          {
            code,
            severity: severityOf(code),
            message: l10n.t('There is no source `{0}` here.', path),
            path: null,
            start: at.start,
            end: at.start + path.length,
          },
        ],
  );
}
