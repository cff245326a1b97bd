/** The page of figures over time. */
import * as l10n from '../core/l10n';
import type { Chart, Charts } from '../core/queries/charts';
import { element, select, shortened, toggle } from './dom';
import { chartPicture, ratePicture } from './figures/picture';
import { groupLook } from './figures/looks';
import { legend } from './legend';
import { type Painter, Shell } from './shell';

const HEIGHT = 300;
const MOST_IN_LEGEND = 14;

class FiguresPainter implements Painter<'figures'> {
  readonly savesPicture = true;

  status({ charts, choices }: Charts): string {
    const parts = [l10n.t('{0} of {1} series', charts.length, choices.length)];
    const conflicts = choices.filter((c) => c.conflict).length;
    if (conflicts > 0) parts.push(l10n.t('{0} with figures in conflict (≠)', conflicts));
    return parts.join(' · ');
  }

  empty({ choices }: Charts): string | null {
    return choices.length > 0
      ? null
      : l10n.t('No figure of one source counts the same as one of another source or day.');
  }

  controls(shell: Shell<'figures'>, { options, choices }: Charts): readonly Node[] {
    const series = choices.map((c) => ({
      value: c.id,
      label: `${c.conflict ? '≠ ' : ''}${shortened(c.label, 60)} (${c.count})`,
    }));
    const known = choices.some((c) => c.id === options.series);
    return [
      select(
        l10n.t('Series'),
        [{ value: '', label: l10n.t('Most important series') }, ...series],
        known ? (options.series ?? '') : '',
        (id) => {
          shell.ask({ ...options, series: id === '' ? null : id });
        },
      ),
      select(
        l10n.t('Colors and shapes'),
        [
          { value: 'attribution', label: l10n.t('By who says so') },
          { value: 'source', label: l10n.t('By source') },
        ],
        options.by,
        (by) => {
          shell.ask({ ...options, by: by === 'source' ? 'source' : 'attribution' });
        },
      ),
      toggle(l10n.t('Logarithmic'), options.scale === 'log', (pressed) => {
        shell.ask({ ...options, scale: pressed ? 'log' : 'linear' });
      }),
      toggle(l10n.t('Change per day'), options.rate, (rate) => {
        shell.ask({ ...options, rate });
      }),
    ];
  }

  draw(shell: Shell<'figures'>, data: Charts, width: number): void {
    for (const chart of data.charts) shell.picture.append(this.#chart(shell, data, chart, width));
  }

  #chart(shell: Shell<'figures'>, { options }: Charts, chart: Chart, width: number): HTMLElement {
    const nobody = options.by === 'source' ? '' : l10n.t('No one named');
    const used = chart.groups.map((name, g) => ({
      name: name === '' ? nobody : shortened(name, 40),
      ...groupLook(g),
      g,
    }));
    const shown = used.filter(({ g }) => chart.points.some((p) => p.group === g));
    const notes: string[] = [];
    if (chart.undated > 0) notes.push(l10n.t('Without a date, in the table: {0}.', chart.undated));
    if (chart.omitted > 0) notes.push(l10n.t('More points, in the table: {0}.', chart.omitted));
    if (shown.length > MOST_IN_LEGEND) notes.push(l10n.t('More origins: {0}.', shown.length - MOST_IN_LEGEND));
    const select = (point: Chart['points'][number]): void => {
      shell.showDetails({
        title: `${point.words} ${chart.unit}`,
        facts: [
          chart.label,
          point.when,
          (chart.groups[point.group] ?? '') || nobody,
          point.conflict ? l10n.t('in conflict') : '',
        ],
        references: point.references,
      });
      const [first] = point.references;
      if (first !== undefined) shell.open(first.place);
    };
    const drawn =
      chart.points.length === 0
        ? [element('p', { class: 'empty' }, l10n.t('None of these values has a date.'))]
        : [
            legend(shown.slice(0, MOST_IN_LEGEND)),
            chartPicture(chart, options, { width, height: HEIGHT }, select),
            ...(options.rate && chart.rates.length > 0 ? [ratePicture(chart, width)] : []),
          ];
    const title = element('h2', {}, chart.label);
    return element('section', { class: 'chart' }, title, ...drawn, element('p', { class: 'note' }, notes.join(' ')));
  }
}

new Shell<'figures'>(new FiguresPainter());
