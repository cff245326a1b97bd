import type { SourceDocument } from '../model';
import type { TreeNode } from './tree';
import type { DossierView } from './view';
import { count, formatDate } from './wording';

export interface SourceCounts {
  readonly officials: number;
  readonly events: number;
  readonly figures: number;
}

/** What a source holds: people named or referred to, events reported, figures. Each counts once. */
export function sourceCounts(document: SourceDocument): SourceCounts {
  return {
    officials: new Set(document.mentions.filter((m) => m.kind === 'person').map((m) => m.entity)).size,
    events: new Set(document.events.map((e) => e.event)).size,
    figures: document.figures.length,
  };
}

const BASIS_WORDS = { configured: 'set in dossier.yaml', stated: 'stated', inferred: 'inferred' } as const;

/** Sources with date and counts, newest first, undated ones last. */
export function sourcesTree(view: DossierView): readonly TreeNode[] {
  const documents = [...view.extraction.documents].sort(
    (a, b) => (b.date?.value ?? '').localeCompare(a.date?.value ?? '') || a.path.localeCompare(b.path),
  );
  return documents.map((document): TreeNode => {
    const counts = sourceCounts(document);
    const parts = [
      count(counts.officials, 'person', 'people'),
      count(counts.events, 'event'),
      count(counts.figures, 'figure'),
    ];
    const date = document.date;
    const when = date === null ? 'undated' : `${formatDate(date.value)} (${BASIS_WORDS[date.basis]})`;
    return {
      id: `source/${document.path}`,
      label: document.path,
      description: [date === null ? 'undated' : formatDate(date.value), ...parts].join(' · '),
      tooltip: [document.path, when, parts.join(', ')].join('\n'),
      spoken: [document.path, when, ...parts].join(', '),
      icon: 'source',
      source: document.path,
      place: { path: document.path, start: 0, end: 0 },
      subject: `source:${document.path}`,
    };
  });
}
