/** Series of figures as points over time, by who says so. */
import * as l10n from '../l10n';
import { isoRange } from '../calendar';
import type { Figure, FigureSeries } from '../model';
import { type ChartRate, ratesOf } from './charts-rate';
import { attributionOf, conflicts, originOf, seriesNames, seriesValues, type SeriesValue } from './figures';
import { groupBy } from './group';
import { type Reference, reference, type Table } from './table';
import type { Days } from './timeline-range';
import { placeSubject } from './tree';
import type { DossierView } from './view';
import { boundedValue, fileName, formatDate, seriesLabel } from './wording';

export interface ChartOptions {
  /** Id of a series; null for the most important ones. */
  readonly series: string | null;
  /** What has one color and shape: everybody whom the texts name as the origin, or every source. */
  readonly by: 'attribution' | 'source';
  readonly scale: 'linear' | 'log';
  /** Whether to show the change per day. */
  readonly rate: boolean;
}

/** One value of one day and origin; several reports of it are one point. */
export interface ChartPoint extends Days {
  readonly value: number;
  /** What the bound leaves possible; null where it is open. */
  readonly low: number | null;
  readonly high: number | null;
  /** `at least 12,500` */
  readonly words: string;
  /** Index into the groups. */
  readonly group: number;
  /** Whether it cannot hold together with another value. */
  readonly conflict: boolean;
  readonly when: string;
  readonly references: readonly Reference[];
}

export interface Chart {
  readonly series: string;
  readonly label: string;
  readonly unit: string;
  readonly cumulative: boolean;
  /** Names of origins or sources; an empty one stands for figures that nobody is named for. */
  readonly groups: readonly string[];
  /** Oldest first. */
  readonly points: readonly ChartPoint[];
  readonly rates: readonly ChartRate[];
  /** Values without a date, and points left out of a picture that would hold too many. */
  readonly undated: number;
  readonly omitted: number;
}

export interface Charts {
  readonly options: ChartOptions;
  readonly charts: readonly Chart[];
  /** All series: those in conflict first, then the largest. */
  readonly choices: readonly {
    readonly id: string;
    readonly label: string;
    readonly count: number;
    readonly conflict: boolean;
  }[];
}

export const CHART_DEFAULTS: ChartOptions = { series: null, by: 'attribution', scale: 'linear', rate: false };

const MOST_CHARTS = 8;
const MOST_POINTS = 300;
const MOST_REFERENCES = 12;

export function charts(view: DossierView, options: ChartOptions): Charts {
  const inConflict = conflicts(view);
  const sorted = byImportance(view, inConflict);
  const names = seriesNames(view);
  const choices = sorted.map((s) => ({
    id: s.id,
    label: names.get(s.id) ?? seriesLabel(s),
    count: s.values.length,
    conflict: hasConflict(s, inConflict),
  }));
  const chosen = sorted.filter((s) => s.id === options.series);
  const shown = chosen.length > 0 ? chosen : sorted.slice(0, MOST_CHARTS);
  return {
    options,
    choices,
    charts: shown.map((s) => toChart(view, s, names.get(s.id) ?? seriesLabel(s), options.by, inConflict)),
  };
}

/** Every value of the series chosen, or of all. */
export function chartsTable(view: DossierView, options: ChartOptions): Table {
  const inConflict = conflicts(view);
  const sorted = byImportance(view, inConflict);
  const names = seriesNames(view);
  const chosen = sorted.filter((s) => s.id === options.series);
  const rows = (chosen.length > 0 ? chosen : sorted).flatMap((series) =>
    seriesValues(view, series).map(({ figure, asOf, place }) => ({
      cells: [
        names.get(series.id) ?? seriesLabel(series),
        asOf === null ? '' : formatDate(asOf),
        asOf ?? '',
        boundedValue(figure),
        String(figure.value),
        boundWord(figure.bound),
        l10n.term(series.unit),
        attributionOf(figure) ?? '',
        inConflict.has(placeSubject('figure', place)) ? l10n.t('in conflict') : '',
      ],
      references: [reference(view, place)],
    })),
  );
  const columns = [
    l10n.t('Series'),
    l10n.t('Date'),
    'ISO 8601',
    l10n.t('Figure'),
    l10n.t('Value'),
    l10n.t('Bound'),
    l10n.t('Unit'),
    l10n.t('Who says so'),
    l10n.t('Conflict'),
  ];
  return { columns, rows };
}

function boundWord(bound: Figure['bound']): string {
  switch (bound) {
    case 'exact':
      return l10n.t('exact');
    case 'about':
      return l10n.t('about');
    case 'at-least':
      return l10n.t('at least');
    case 'more-than':
      return l10n.t('more than');
    case 'nearly':
      return l10n.t('nearly');
    case 'at-most':
      return l10n.t('at most');
    case 'less-than':
      return l10n.t('less than');
  }
}

function byImportance(view: DossierView, inConflict: ReadonlySet<string>): readonly FigureSeries[] {
  const rank = (s: FigureSeries): number => (hasConflict(s, inConflict) ? 0 : 1);
  return [...view.extraction.series].sort(
    (a, b) => rank(a) - rank(b) || b.values.length - a.values.length || a.label.localeCompare(b.label, l10n.language()),
  );
}

function hasConflict(series: FigureSeries, inConflict: ReadonlySet<string>): boolean {
  return series.values.some((v) => inConflict.has(placeSubject('figure', v)));
}

function toChart(
  view: DossierView,
  series: FigureSeries,
  label: string,
  by: ChartOptions['by'],
  inConflict: ReadonlySet<string>,
): Chart {
  const values = seriesValues(view, series);
  const origins = new Map(values.map((v) => [v, by === 'source' ? fileName(v.place.path) : originOf(view, v)]));
  const name = (v: SeriesValue): string => origins.get(v) ?? '';
  const groups = [...groupBy(values, name)].sort((a, b) => b[1].length - a[1].length).map(([key]) => key);
  const same = groupBy(values, (v) => `${name(v)}|${v.asOf ?? ''}|${v.figure.value}|${v.figure.bound}`);
  const points = [...same.values()].flatMap((list): ChartPoint[] => {
    const [first] = list;
    if (first === undefined) return [];
    const days = first.asOf === null ? null : isoRange(first.asOf);
    if (days === null) return [];
    return [
      {
        ...days,
        ...reach(first.figure),
        value: first.figure.value,
        words: boundedValue(first.figure),
        group: groups.indexOf(name(first)),
        conflict: list.some((v) => inConflict.has(placeSubject('figure', v.place))),
        when: formatDate(first.asOf ?? ''),
        references: list.slice(0, MOST_REFERENCES).map((v) => reference(view, v.place)),
      },
    ];
  });
  const drawn = thinned(points);
  return {
    series: series.id,
    label,
    unit: l10n.term(series.unit),
    cumulative: series.cumulative,
    groups,
    points: drawn,
    rates: ratesOf(drawn),
    undated: values.filter((v) => v.asOf === null || isoRange(v.asOf) === null).length,
    omitted: points.length - drawn.length,
  };
}

/** The values that a bound leaves possible; `about` and `nearly` are taken as within a tenth. */
export function reach({ value, bound }: Pick<Figure, 'value' | 'bound'>): {
  readonly low: number | null;
  readonly high: number | null;
} {
  switch (bound) {
    case 'exact':
      return { low: value, high: value };
    case 'about':
      return { low: value * 0.9, high: value * 1.1 };
    case 'nearly':
      return { low: value * 0.9, high: value };
    case 'at-least':
    case 'more-than':
      return { low: value, high: null };
    case 'at-most':
    case 'less-than':
      return { low: null, high: value };
  }
}

/** Every so many-th point where there are too many; those in conflict stay. */
function thinned(points: readonly ChartPoint[]): readonly ChartPoint[] {
  if (points.length <= MOST_POINTS) return points;
  const every = Math.ceil(points.length / MOST_POINTS);
  return points.filter((p, i) => i % every === 0 || i === points.length - 1 || p.conflict);
}
