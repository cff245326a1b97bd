/** What stands above the lines of a source: short words with a tooltip and where they lead. */
import * as l10n from '../l10n';
import type { LocalFigure } from '../annotations';
import { measureTable } from '../lexicon/measures';
import type { DocumentDate, Figure, SourceSpan } from '../model';
import { lastStartingAtOrBefore, type Span } from '../text';
import { eventCount, figureCount, officialCount } from './counts';
import { seriesValues } from './figures';
import { sourceCounts } from './sources-tree';
import { type Standing, standingOf, standingWords, type StandingKind } from './standing';
import type { DossierView } from './view';
import { boundedValue, fileName, formatDate, seriesLabel } from './wording';

export interface FigureLens {
  /** The paragraph that it stands above. */
  readonly at: Span;
  readonly figure: Figure;
  readonly standing: StandingKind;
  readonly title: string;
  readonly tooltip: string;
  /** All values of the series, this one first. */
  readonly places: readonly SourceSpan[];
}

/** One lens for each comparable figure of a source, above the paragraph that holds it. */
export function figureLenses(view: DossierView, path: string): readonly FigureLens[] {
  const document = view.document(path);
  const annotations = view.annotations(path);
  if (document === undefined || annotations === undefined) return [];
  const { paragraphs } = annotations;
  const local = new Map(annotations.figures.map((f) => [f.start, f]));
  return document.figures.flatMap((figure): FigureLens[] => {
    const at = paragraphs[lastStartingAtOrBefore(paragraphs, figure.start)] ?? figure;
    const series = figure.series === null ? undefined : view.series(figure.series);
    if (series === undefined) return isComparable(local.get(figure.start)) ? [onlySource(path, figure, at)] : [];
    const values = seriesValues(view, series);
    const own = values.find((v) => v.place.path === path && v.place.start === figure.start);
    if (own === undefined) return [];
    const standing = standingOf(series, values, own);
    const others = values.filter((v) => v !== own);
    return [
      {
        at,
        figure,
        standing: standing.kind,
        title: figureTitle(figure, series.measure, standing),
        tooltip: [
          `“${figure.text}” — ${seriesLabel(series)}`,
          ...others.map((v) => {
            const when = v.asOf === null ? l10n.t('undated') : formatDate(v.asOf);
            return l10n.t('{0}: {1} ({2})', when, boundedValue(v.figure), fileName(v.place.path));
          }),
        ].join('\n'),
        places: [own.place, ...others.map((v) => v.place)],
      },
    ];
  });
}

/** Whether another source could count the same: a whole count of a measure that is compared, neither a step nor a share of one. */
function isComparable(figure: LocalFigure | undefined): boolean {
  if (figure === undefined || figure.measure === null || figure.relation !== 'total') return false;
  return measureTable().byName.get(figure.measure)?.compared === true;
}

function onlySource(path: string, figure: Figure, at: Span): FigureLens {
  return {
    at,
    figure,
    standing: 'only',
    title: figureTitle(figure, figure.measure ?? figure.unit, { kind: 'only', against: null }),
    tooltip: l10n.t('“{0}” — no other source counts the same.', figure.text),
    places: [{ path, start: figure.start, end: figure.end }],
  };
}

function figureTitle(figure: Figure, counted: string, standing: Standing): string {
  return l10n.t('{0} {1}: {2}', boundedValue(figure), l10n.term(counted), standingWords(standing));
}

export interface SourceLenses {
  readonly date: {
    readonly title: string;
    readonly tooltip: string;
    readonly basis: DocumentDate['basis'] | null;
    readonly evidence: readonly SourceSpan[];
  };
  readonly counts: string;
}

/** What stands at the top of a source: its date and on what it rests, and what was found in it. */
export function sourceLenses(view: DossierView, path: string): SourceLenses | null {
  const document = view.document(path);
  if (document === undefined) return null;
  const { officials, events, figures } = sourceCounts(document);
  const counts = [officialCount(officials), eventCount(events), figureCount(figures)].join(' · ');
  return { date: dateLens(path, document.date), counts };
}

function dateLens(path: string, date: DocumentDate | null): SourceLenses['date'] {
  if (date === null)
    return {
      title: l10n.t('Undated'),
      tooltip: l10n.t('Click to set the date of this source.'),
      basis: null,
      evidence: [],
    };
  const evidence = date.evidence.map(({ start, end }) => ({ path, start, end }));
  return { title: dateTitle(date), tooltip: dateTooltip(date), basis: date.basis, evidence };
}

function dateTitle(date: DocumentDate): string {
  const day = formatDate(date.value);
  if (date.basis === 'configured') return l10n.t('{0} · set in dossier.yaml', day);
  if (date.basis === 'stated') return l10n.t('{0} · stated in the text', day);
  const clues = date.evidence.length;
  return clues === 1 ? l10n.t('{0} · inferred from 1 clue', day) : l10n.t('{0} · inferred from {1} clues', day, clues);
}

function dateTooltip(date: DocumentDate): string {
  const range =
    date.earliest === date.latest
      ? []
      : [l10n.t('Between {0} and {1}.', formatDate(date.earliest), formatDate(date.latest))];
  const clues = date.evidence.map((e) => l10n.t('“{0}”: {1}', e.text, e.why));
  const offer = date.basis === 'inferred' ? [l10n.t('Click to write it into dossier.yaml.')] : [];
  return [...range, ...clues, ...offer].join('\n');
}
