import type { SourceDocument } from '../model';
import type { Span } from '../text';
import { eventIcon } from './events-tree';
import { inContext } from './context';
import { groupBy } from './group';
import type { IconKind, TreeNode } from './tree';
import type { DossierView } from './view';
import { count, excerpt, formatDate } from './wording';

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
      children: () => contentNodes(view, document),
    };
  });
}

/** What was found in a source, by kind; kinds that it has none of are left out. */
function contentNodes(view: DossierView, document: SourceDocument): readonly TreeNode[] {
  const { path } = document;
  const people = document.mentions.filter((m) => m.kind === 'person');
  const firsts = [...groupBy(people, (m) => m.entity)].flatMap(([id, [first]]) =>
    first === undefined ? [] : [{ id, first }],
  );
  const group = (icon: IconKind, label: string, children: readonly TreeNode[]): readonly TreeNode[] =>
    children.length === 0 ? [] : [{ id: `source/${path}/${icon}`, label, icon, children: () => children }];
  const leaf = (icon: IconKind, label: string, place: Span, description = ''): TreeNode => ({
    id: `source/${path}/${icon}/${place.start}`,
    label,
    description,
    icon,
    place: { path, start: place.start, end: place.end },
  });
  const words = (span: Span): string => excerpt(view.text(path), span);
  return [
    ...group(
      'person',
      count(firsts.length, 'person', 'people'),
      firsts.map(({ id, first }) => leaf('person', view.entity(id)?.name ?? first.text, first)),
    ),
    ...group(
      'statement',
      count(new Set(document.events.map((e) => e.event)).size, 'event'),
      document.events.map((e) => ({
        ...leaf(eventIcon(e.type), e.trigger.text, e.trigger, e.date === null ? '' : formatDate(e.date)),
        ...inContext(view.text(path), e.trigger),
      })),
    ),
    ...group(
      'value',
      count(document.figures.length, 'figure'),
      document.figures.map((f) => leaf('value', f.text.replace(/\s+/gu, ' '), f, f.measure ?? '')),
    ),
    ...group(
      'mention',
      count(document.quotes.length, 'quotation'),
      document.quotes.map((q) => leaf('mention', words(q), q, q.speaker === null ? '' : view.entity(q.speaker)?.name)),
    ),
  ];
}
