import * as l10n from '../l10n';
import type { DocumentDate, SourceDocument } from '../model';
import type { Span } from '../text';
import { eventCount, figureCount, personCount, quotationCount } from './counts';
import { eventIcon } from './events-tree';
import { inContext } from './context';
import { groupBy } from './group';
import type { IconKind, TreeNode } from './tree';
import type { DossierView } from './view';
import { excerpt, formatDate } from './wording';

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

function basisWords(basis: DocumentDate['basis']): string {
  switch (basis) {
    case 'configured':
      return l10n.t('set in dossier.yaml');
    case 'stated':
      return l10n.t('stated');
    case 'inferred':
      return l10n.t('inferred');
  }
}

/** Sources with date and counts, newest first, undated ones last. */
export function sourcesTree(view: DossierView): readonly TreeNode[] {
  const documents = [...view.extraction.documents].sort(
    (a, b) => (b.date?.value ?? '').localeCompare(a.date?.value ?? '') || a.path.localeCompare(b.path),
  );
  return documents.map((document): TreeNode => {
    const counts = sourceCounts(document);
    const parts = [personCount(counts.officials), eventCount(counts.events), figureCount(counts.figures)];
    const date = document.date;
    const day = date === null ? l10n.t('undated') : formatDate(date.value);
    const when = date === null ? day : `${day} (${basisWords(date.basis)})`;
    return {
      id: `source/${document.path}`,
      label: document.path,
      description: [day, ...parts].join(' · '),
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
      personCount(firsts.length),
      firsts.map(({ id, first }) => leaf('person', view.entity(id)?.name ?? first.text, first)),
    ),
    ...group(
      'statement',
      eventCount(new Set(document.events.map((e) => e.event)).size),
      document.events.map((e) => ({
        ...leaf(eventIcon(e.type), e.trigger.text, e.trigger, e.date === null ? '' : formatDate(e.date)),
        ...inContext(view.text(path), e.trigger),
      })),
    ),
    ...group(
      'value',
      figureCount(document.figures.length),
      document.figures.map((f) =>
        leaf('value', f.text.replace(/\s+/gu, ' '), f, f.measure === null ? '' : l10n.term(f.measure)),
      ),
    ),
    ...group(
      'mention',
      quotationCount(document.quotes.length),
      document.quotes.map((q) => leaf('mention', words(q), q, q.speaker === null ? '' : view.entity(q.speaker)?.name)),
    ),
  ];
}
