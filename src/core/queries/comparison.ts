/** Sources side by side: what each says of the same events, figures, quotations and parties, and what only one of them says. */
import * as l10n from '../l10n';
import { commonSources } from './comparison-choice';
import { eventRows, figureRows, nameRows, quotationRows } from './comparison-rows';
import type { Reference, Table } from './table';
import type { DossierView } from './view';
import { fileName, formatDate } from './wording';

export interface ComparisonOptions {
  /** Two or more sources; fewer stand for those that have most in common. */
  readonly paths: readonly string[];
  /** What several of the sources have, what only one has, or both. */
  readonly show: 'all' | 'several' | 'one';
}

/** What one source says of a row's subject: the words, and what to know about them. */
export interface ComparisonItem {
  readonly words: string;
  readonly note: string;
  readonly reference: Reference;
}

export interface ComparisonRow {
  readonly label: string;
  readonly note: string;
  /** For each source; empty where it says nothing of it. */
  readonly cells: readonly (readonly ComparisonItem[])[];
  /** How many of the sources say something of it. */
  readonly sources: number;
  /** Whether what they say cannot hold together. */
  readonly conflict: boolean;
}

export interface ComparisonSection {
  readonly kind: 'events' | 'figures' | 'quotations' | 'names';
  /** Those that most sources have come first. */
  readonly rows: readonly ComparisonRow[];
  /** Rows left out of the picture, not of the table. */
  readonly omitted: number;
}

interface ComparedSource {
  readonly path: string;
  /** File name with the day of publication. */
  readonly label: string;
}

export interface Comparison {
  /** With the paths that are shown. */
  readonly options: ComparisonOptions;
  readonly sources: readonly ComparedSource[];
  readonly sections: readonly ComparisonSection[];
  readonly choices: readonly ComparedSource[];
}

export const COMPARISON_DEFAULTS: ComparisonOptions = { paths: [], show: 'all' };

const MOST_ROWS = 120;
const MOST_SOURCES = 6;

export function comparison(view: DossierView, options: ComparisonOptions): Comparison {
  const paths = pathsOf(view, options);
  const sections = sectionsOf(view, paths, options.show).map((section) => ({
    ...section,
    rows: section.rows.slice(0, MOST_ROWS),
    omitted: Math.max(0, section.rows.length - MOST_ROWS),
  }));
  return {
    options: { ...options, paths },
    sources: paths.map((p) => sourceOf(view, p)),
    sections: paths.length < 2 ? [] : sections,
    choices: view.extraction.documents.map((d) => sourceOf(view, d.path)),
  };
}

export function comparisonTable(view: DossierView, options: ComparisonOptions): Table {
  const paths = pathsOf(view, options);
  const rows = sectionsOf(view, paths, options.show).flatMap(({ kind, rows: list }) =>
    list.map((row) => ({
      cells: [
        sectionName(kind),
        row.label,
        row.note,
        ...row.cells.map((items) => items.map((i) => (i.note === '' ? i.words : `${i.words} (${i.note})`)).join('; ')),
        row.conflict ? l10n.t('in conflict') : '',
      ],
      references: row.cells.flatMap((items) => items.map((i) => i.reference)),
    })),
  );
  return { columns: [l10n.t('Section'), l10n.t('Subject'), l10n.t('Note'), ...paths, l10n.t('Conflict')], rows };
}

function sectionName(kind: ComparisonSection['kind']): string {
  switch (kind) {
    case 'events':
      return l10n.t('events');
    case 'figures':
      return l10n.t('figures');
    case 'quotations':
      return l10n.t('quotations');
    case 'names':
      return l10n.t('names');
  }
}

function pathsOf(view: DossierView, { paths }: ComparisonOptions): readonly string[] {
  const known = [...new Set(paths)].filter((p) => view.document(p) !== undefined).slice(0, MOST_SOURCES);
  return known.length >= 2 ? known : commonSources(view, known[0] ?? null);
}

function sectionsOf(
  view: DossierView,
  paths: readonly string[],
  show: ComparisonOptions['show'],
): readonly Omit<ComparisonSection, 'omitted'>[] {
  const wanted = (row: ComparisonRow): boolean => show === 'all' || row.sources > 1 === (show === 'several');
  const sorted = (rows: readonly ComparisonRow[]): readonly ComparisonRow[] =>
    rows.filter(wanted).sort((a, b) => Number(b.conflict) - Number(a.conflict) || b.sources - a.sources);
  return [
    { kind: 'events' as const, rows: sorted(eventRows(view, paths)) },
    { kind: 'figures' as const, rows: sorted(figureRows(view, paths)) },
    { kind: 'quotations' as const, rows: sorted(quotationRows(view, paths)) },
    { kind: 'names' as const, rows: sorted(nameRows(view, paths)) },
  ];
}

function sourceOf(view: DossierView, path: string): ComparedSource {
  const day = view.published(path);
  return { path, label: day === null ? fileName(path) : `${fileName(path)}, ${formatDate(day)}` };
}
