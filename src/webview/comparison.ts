/** The page that compares sources. */
import * as l10n from '../core/l10n';
import type {
  Comparison,
  ComparisonItem,
  ComparisonOptions,
  ComparisonRow,
  ComparisonSection,
} from '../core/queries/comparison';
import { button, element, quotation, select, shortened, toggle } from './dom';
import { type Painter, Shell } from './shell';

const FEWEST = 2;

class ComparisonPainter implements Painter<'comparison'> {
  readonly savesPicture = false;

  status({ sections, sources }: Comparison): string {
    const rows = sections.flatMap((s) => s.rows);
    if (rows.length === 0) return '';
    const several = rows.filter((r) => r.sources > 1).length;
    return [
      l10n.t('{0} sources', sources.length),
      l10n.t('{0} in several of them', several),
      l10n.t('{0} in one only', rows.length - several),
    ].join(' · ');
  }

  empty({ sources, sections }: Comparison): string | null {
    if (sources.length < FEWEST) return l10n.t('The folder holds fewer than two sources.');
    return sections.some((s) => s.rows.length > 0) ? null : l10n.t('These sources have nothing of the kind.');
  }

  controls(shell: Shell<'comparison'>, { options, choices }: Comparison): readonly Node[] {
    const rest = choices.filter((c) => !options.paths.includes(c.path));
    const add = select(
      l10n.t('Add a source'),
      [
        { value: '', label: l10n.t('Add a source …') },
        ...rest.map((c) => ({ value: c.path, label: shortened(c.label, 60) })),
      ],
      '',
      (path) => {
        if (path !== '') shell.ask({ ...options, paths: [...options.paths, path] });
      },
    );
    const show = (value: ComparisonOptions['show'], label: string): HTMLElement =>
      toggle(label, options.show === value, () => {
        shell.ask({ ...options, show: value });
      });
    return [
      add,
      element(
        'span',
        { class: 'group', role: 'group', 'aria-label': l10n.t('Rows') },
        show('all', l10n.t('All')),
        show('several', l10n.t('In several')),
        show('one', l10n.t('In one only')),
      ),
    ];
  }

  draw(shell: Shell<'comparison'>, data: Comparison): void {
    const width = 100 / (data.sources.length + 0.7);
    const columns = [0.7, ...data.sources.map(() => 1)].map((part) => element('col', { width: `${part * width}%` }));
    const head = data.sources.map((source, i) =>
      element('th', { scope: 'col' }, ...header(shell, data, source.path, i)),
    );
    const table = element(
      'table',
      { class: 'comparison' },
      element('colgroup', {}, ...columns),
      element('thead', {}, element('tr', {}, element('td'), ...head)),
    );
    for (const section of data.sections)
      if (section.rows.length > 0) table.append(sectionElement(shell, section, data));
    shell.picture.append(element('div', { class: 'table' }, table));
  }
}

/** A list to put another source in the column, and a button that takes the column away. */
function header(shell: Shell<'comparison'>, data: Comparison, path: string, column: number): readonly Node[] {
  const { options, choices } = data;
  const free = choices.filter((c) => c.path === path || !options.paths.includes(c.path));
  const list = select(
    l10n.t('Source {0}', column + 1),
    free.map((c) => ({ value: c.path, label: shortened(c.label, 60) })),
    path,
    (chosen) => {
      shell.ask({ ...options, paths: options.paths.map((p, i) => (i === column ? chosen : p)) });
    },
  );
  const open = button(l10n.t('Open'), () => {
    shell.open({ path, start: 0, end: 0 });
  });
  const gone = button(
    '×',
    () => {
      shell.ask({ ...options, paths: options.paths.filter((_, i) => i !== column) });
    },
    { class: 'icon', 'aria-label': l10n.t('Take this source away'), title: l10n.t('Take this source away') },
  );
  return [element('span', { class: 'column' }, list, open, options.paths.length > FEWEST ? gone : null)];
}

function sectionElement(shell: Shell<'comparison'>, section: ComparisonSection, { sources }: Comparison): HTMLElement {
  const title = {
    events: l10n.t('Events'),
    figures: l10n.t('Figures'),
    quotations: l10n.t('Quotations'),
    names: l10n.t('People and bodies'),
  };
  const heading = element('th', { scope: 'colgroup', colspan: sources.length + 1 }, title[section.kind]);
  const body = element('tbody', {}, element('tr', { class: 'section' }, heading));
  for (const row of section.rows) body.append(rowElement(shell, row));
  if (section.omitted > 0) {
    const more = l10n.t('More rows, in the CSV file: {0}.', section.omitted);
    body.append(element('tr', {}, element('td', { class: 'note', colspan: sources.length + 1 }, more)));
  }
  return body;
}

function rowElement(shell: Shell<'comparison'>, row: ComparisonRow): HTMLElement {
  const conflict = row.conflict ? element('strong', { class: 'conflict' }, `≠ ${l10n.t('in conflict')}`) : null;
  const label = row.label === '' ? l10n.t('No one named') : row.label;
  const notes = row.note === '' ? null : element('span', { class: 'facts' }, row.note);
  const cells = row.cells.map((items) =>
    items.length === 0
      ? element('td', { class: 'missing' }, l10n.t('not in this source'))
      : element('td', {}, element('ul', {}, ...items.map((i) => element('li', {}, ...itemNodes(shell, i))))),
  );
  return element('tr', {}, element('th', { scope: 'row' }, label, notes, conflict), ...cells);
}

function itemNodes(shell: Shell<'comparison'>, { words, note, reference }: ComparisonItem): readonly Node[] {
  const link = button(
    words,
    () => {
      shell.open(reference.place);
    },
    { class: 'link', title: reference.words },
  );
  const sentence = reference.words === words ? [] : [quotation(reference.words)];
  return [link, ...(note === '' ? [] : [element('span', { class: 'facts' }, note)]), ...sentence];
}

new Shell<'comparison'>(new ComparisonPainter());
