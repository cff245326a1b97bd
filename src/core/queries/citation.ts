import * as l10n from '../l10n';
import type { SourceSpan } from '../model';
import { LineTable } from '../text';
import type { DossierView } from './view';
import { formatDate } from './wording';

/** Longer passages are cut: a citation is no copy of the source. In characters. */
const LONGEST = 600;

/**
 * A passage with where it stands, ready for a note: `“…” (Publisher, 2 June 2024, file.txt, line 9)`. A place without extent gives
 * the source alone.
 */
export function citation(view: DossierView, place: SourceSpan): string {
  const text = view.text(place.path);
  const words = text.slice(place.start, place.end).replace(/\s+/gu, ' ').trim();
  const passage = words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()} …` : words;
  const date = view.document(place.path)?.date ?? null;
  const on = date === null ? null : formatDate(date.value);
  const day = on !== null && date?.basis === 'inferred' ? l10n.t('about {0}', on) : on;
  const line = passage === '' ? null : l10n.t('line {0}', new LineTable(text).positionAt(place.start).line + 1);
  const where = [publisher(view, place.path), day, place.path, line].filter((part) => part !== null).join(', ');
  return passage === '' ? where : `“${passage.replace(/^["“](.*)["”]$/su, '$1')}” (${where})`;
}

function publisher(view: DossierView, path: string): string | null {
  return view.knowledge.sources.get(path)?.publisher ?? null;
}
