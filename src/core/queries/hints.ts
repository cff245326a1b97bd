/** Short words between those of a source: the day that a date means, whom a pronoun means, how a figure moved on. */
import type { DateExpression } from '../annotations';
import type { DateMention, Figure, Mention } from '../model';
import { lastStartingAtOrBefore, overlaps, type Span } from '../text';
import type { Subject } from './at';
import { seriesValues } from './figures';
import { compare, differenceWords } from './standing';
import type { DossierView } from './view';
import { formatDate } from './wording';

export type HintKind = 'date' | 'referent' | 'difference';

export interface Hint {
  readonly kind: HintKind;
  /** Stands behind this offset. */
  readonly at: number;
  readonly label: string;
  /** What it is about: its card is the hint's tooltip. */
  readonly subject: Subject;
}

/** The hints of some kinds that belong within a span of a source, in the order of the text. */
export function hints(view: DossierView, path: string, within: Span, kinds: ReadonlySet<HintKind>): readonly Hint[] {
  const document = view.document(path);
  if (document === undefined) return [];
  const here = <T extends Span>(items: readonly T[]): readonly T[] => items.filter((i) => overlaps(i, within));
  const found = [
    ...(kinds.has('date') ? dateHints(view, path, here(document.dates)) : []),
    ...(kinds.has('referent') ? referentHints(view, path, here(document.mentions)) : []),
    ...(kinds.has('difference') ? here(document.figures).flatMap((f) => differenceHint(view, path, f)) : []),
  ];
  return found.sort((a, b) => a.at - b.at);
}

function dateHints(view: DossierView, path: string, dates: readonly DateMention[]): readonly Hint[] {
  const expressions = new Map((view.annotations(path)?.dates ?? []).map((d) => [d.start, d]));
  return dates
    .filter((d) => !d.certain)
    .map((item): Hint => {
      const local = expressions.get(item.start);
      const open = local === undefined ? item.value : openPart(local.expression, item.value);
      const label = `${local?.approximate === true ? '≈ ' : ''}${formatDate(open, 'short')}`;
      return { kind: 'date', at: item.end, label, subject: { type: 'date', item } };
    });
}

/** What the words leave open: of `3 May` the year alone. */
function openPart(expression: DateExpression, value: string): string {
  const year = (expression.type === 'day' || expression.type === 'month') && expression.year === null;
  return year ? value.slice(0, 4) : value;
}

/** People and bodies only, and not where the words before in the same sentence mean the same one. */
function referentHints(view: DossierView, path: string, mentions: readonly Mention[]): readonly Hint[] {
  const sentences = view.annotations(path)?.sentences ?? [];
  let last = '';
  return mentions.flatMap((item): Hint[] => {
    const entity = view.entity(item.entity);
    if (item.kind === 'place' || entity === undefined) return [];
    const key = `${lastStartingAtOrBefore(sentences, item.start)} ${item.entity}`;
    const told = key === last;
    last = key;
    if (item.form === 'name' || told) return [];
    return [{ kind: 'referent', at: item.end, label: entity.name, subject: { type: 'mention', item } }];
  });
}

/** Against the value before it in its series. */
function differenceHint(view: DossierView, path: string, item: Figure): readonly Hint[] {
  const series = item.series === null ? undefined : view.series(item.series);
  if (series === undefined) return [];
  const values = seriesValues(view, series);
  const index = values.findIndex((v) => v.place.path === path && v.place.start === item.start);
  const [before, own] = [values[index - 1], values[index]];
  if (before === undefined || own === undefined) return [];
  const label = differenceWords(compare(before, own, series.cumulative));
  return [{ kind: 'difference', at: item.end, label, subject: { type: 'figure', item } }];
}
