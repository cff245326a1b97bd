/** The table that says the same as a picture. */
import * as l10n from '../core/l10n';
import type { Reference, Table, TableRow } from '../core/queries/table';
import { button, element } from './dom';

const ROWS_AT_ONCE = 300;
/** Days and numbers are at most this long. */
const LONGEST_NUMBER = 17;

/** Whether a cell holds a day or a number, which stay on one line. */
function staysWhole(text: string): boolean {
  return text.length <= LONGEST_NUMBER && /\d/u.test(text);
}

/** Rows come in portions: a button at the end shows more. */
export function tableElement(table: Table, link: (reference: Reference) => Node): HTMLElement {
  const body = element('tbody');
  const more = button('', () => {
    add();
  });
  let shown = 0;
  const add = (): void => {
    const rows = table.rows.slice(shown, shown + ROWS_AT_ONCE);
    body.append(...rows.map((row) => rowElement(row, link)));
    shown += rows.length;
    const left = table.rows.length - shown;
    more.textContent = l10n.t('Show more ({0} left)', left);
    more.hidden = left <= 0;
  };
  add();
  const head = [...table.columns, l10n.t('Places')].map((c) => element('th', { scope: 'col' }, c));
  return element(
    'div',
    { class: 'table' },
    element('table', {}, element('thead', {}, element('tr', {}, ...head)), body),
    more,
  );
}

function rowElement(row: TableRow, link: (reference: Reference) => Node): HTMLElement {
  const cells = row.cells.map((c) => element('td', { class: staysWhole(c) ? 'whole' : null }, c));
  const links = row.references.map((r) => element('li', {}, link(r)));
  return element('tr', {}, ...cells, element('td', {}, element('ul', {}, ...links)));
}
