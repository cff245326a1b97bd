import * as l10n from '../l10n';
import type { FigureSeries } from '../model';
import { inSources, valueCount } from './counts';
import { attributionOf, conflicts, seriesNames, seriesValues, type SeriesValue } from './figures';
import { compare, differenceWords } from './standing';
import { placeSubject, type TreeNode } from './tree';
import type { DossierView } from './view';
import { boundedValue, capitalized, fileName, formatDate, seriesLabel } from './wording';

/** Series of figures that several sources or days have, those in conflict first; below each its values, oldest first. */
export function figuresTree(view: DossierView): readonly TreeNode[] {
  const inConflict = conflicts(view);
  const names = seriesNames(view);
  const nodes = view.extraction.series.map((series) => {
    const name = names.get(series.id) ?? capitalized(seriesLabel(series));
    return { node: seriesNode(view, series, name, inConflict), series };
  });
  const conflicted = (s: FigureSeries): number =>
    s.values.some((v) => inConflict.has(placeSubject('figure', v))) ? 0 : 1;
  return nodes
    .sort(
      (a, b) =>
        conflicted(a.series) - conflicted(b.series) ||
        b.series.values.length - a.series.values.length ||
        a.node.label.localeCompare(b.node.label, l10n.language()),
    )
    .map((n) => n.node);
}

function seriesNode(view: DossierView, series: FigureSeries, label: string, inConflict: ReadonlySet<string>): TreeNode {
  const values = seriesValues(view, series);
  const range = [values[0], values.at(-1)].filter((v) => v !== undefined).map((v) => boundedValue(v.figure));
  const number = values.filter((v) => inConflict.has(placeSubject('figure', v.place))).length;
  const conflict = number > 0 ? l10n.t('in conflict') : '';
  const where = inSources(valueCount(values.length), new Set(values.map((v) => v.place.path)).size);
  return {
    id: `series/${series.id}`,
    label,
    description: [conflict, [...new Set(range)].join(' → ')].filter(Boolean).join(' · '),
    tooltip: [label, where, conflict].filter(Boolean).join('\n'),
    spoken: [label, conflict, where].filter(Boolean).join(', '),
    icon: number > 0 ? 'conflict' : 'series',
    subject: `series:${series.id}`,
    children: () => values.map((v, i) => valueNode(series, v, values[i - 1], inConflict)),
  };
}

function valueNode(
  series: FigureSeries,
  value: SeriesValue,
  previous: SeriesValue | undefined,
  inConflict: ReadonlySet<string>,
): TreeNode {
  const subject = placeSubject('figure', value.place);
  const conflict = inConflict.has(subject);
  const when = value.asOf === null ? l10n.t('undated') : formatDate(value.asOf);
  const who = attributionOf(value.figure);
  const step = previous === undefined ? '' : differenceWords(compare(previous, value, series.cumulative));
  const words = boundedValue(value.figure);
  const source = fileName(value.place.path);
  const parts = [conflict ? l10n.t('in conflict') : '', when, step, who ?? '', source].filter(Boolean);
  return {
    id: `series/${series.id}/${value.place.start}/${value.place.path}`,
    label: words,
    description: parts.join(' · '),
    tooltip: [value.figure.text, ...parts].join('\n'),
    spoken: [words, ...parts].join(', '),
    icon: conflict ? 'conflict' : 'value',
    place: value.place,
    subject,
  };
}
