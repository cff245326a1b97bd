import { CHART_DEFAULTS, charts, chartsTable } from '../../../src/core/queries/charts';
import { comparison, comparisonTable, type ComparisonOptions } from '../../../src/core/queries/comparison';
import { network, networkTable } from '../../../src/core/queries/network';
import { toCsv } from '../../../src/core/queries/table';
import { timeline, TIMELINE_DEFAULTS, timelineTable, type TimelineOptions } from '../../../src/core/queries/timeline';
import { finish } from '../../../src/core/steps';
import { testCases } from '../cases';
import { ferryAffair } from './ferry';

/** A case is a JSON object of options, and `table` behind it for the data as CSV. */
testCases('panel-timeline', (text) => {
  const [options, table] = read<TimelineOptions>(text);
  const view = ferryAffair();
  if (table) return csv(toCsv(finish(timelineTable(view, { ...TIMELINE_DEFAULTS, ...options }))));
  const data = timeline(view, { ...TIMELINE_DEFAULTS, ...options });
  return [
    `range ${days(data.range)}`,
    `${data.dated} dated, ${data.outside} outside, ${data.undated} undated`,
    ...data.lanes.map((l, i) => `lane ${i} ${l.label === '' ? l.stands : l.label}: ${l.count}`),
    ...data.marks.map(
      (m) =>
        `mark ${days(m)} in ${m.lanes.join('+')}: ${m.label} | ${m.when} | ${m.family} | ${m.sources} | ${m.reports.map((r) => `${r.source}: ${r.words}`).join(' | ')}`,
    ),
    `choices ${[...data.choices.countries, ...data.choices.people, ...data.choices.types].map((c) => `${c.label} ${c.count}`).join(', ')}`,
  ];
});

/** A case is a JSON object of options, as above. */
testCases('panel-figures', (text) => {
  const [options, table] = read<typeof CHART_DEFAULTS>(text);
  const view = ferryAffair();
  if (table) return csv(toCsv(chartsTable(view, { ...CHART_DEFAULTS, ...options })));
  const data = charts(view, { ...CHART_DEFAULTS, ...options });
  return [
    `choices ${data.choices.map((c) => `${c.label} ${c.count}`).join(', ')}`,
    ...data.charts.flatMap((c) => [
      `chart ${c.label}, ${c.unit}, ${c.undated} undated`,
      ...c.points.map(
        (p) =>
          `  ${days(p)} ${p.words} (${p.low ?? 'open'} to ${p.high ?? 'open'}) by ${c.groups[p.group] ?? '?'} ×${p.references.length}`,
      ),
      ...c.rates.map((r) => `  ${days(r)} ${r.words}`),
    ]),
  ];
});

testCases('panel-network', (text) => {
  const [options, table] = read<{ by: 'person' | 'country'; planned: boolean }>(text);
  const view = ferryAffair();
  const all = { by: 'person' as const, planned: false, ...options };
  if (table) return csv(toCsv(networkTable(view, all)));
  const { nodes, edges } = network(view, all);
  return [
    ...nodes.map((n) => `${n.kind} ${n.label}: ${n.weight}`),
    ...edges.flatMap((e) => [
      `${nodes[e.a]?.label ?? '?'} – ${nodes[e.b]?.label ?? '?'}: ${e.weight}`,
      ...e.talks.map(
        (t) => `  ${t.kind}, ${t.when}, ${t.sources} sources: ${t.reports.map((r) => r.words).join(' | ')}`,
      ),
    ]),
  ];
});

testCases('panel-comparison', (text) => {
  const [options, table] = read<ComparisonOptions>(text);
  const view = ferryAffair();
  const all = { paths: [], show: 'all' as const, ...options };
  if (table) return csv(toCsv(comparisonTable(view, all)));
  const data = comparison(view, all);
  return [
    `sources ${data.sources.map((s) => s.label).join(' | ')}`,
    ...data.sections.flatMap((s) => [
      s.kind,
      ...s.rows.map(
        (r) =>
          `  ${r.label}${r.note === '' ? '' : ` (${r.note})`}: ${r.cells.map((c) => c.map((i) => (i.note === '' ? i.words : `${i.words} [${i.note}]`)).join('; ') || '–').join(' | ')}`,
      ),
    ]),
  ];
});

function read<T>(text: string): readonly [options: Partial<T>, table: boolean] {
  return [JSON.parse(text.replace(/ table$/u, '')) as Partial<T>, text.endsWith(' table')];
}

function csv(text: string): readonly string[] {
  return text.trimEnd().split('\r\n');
}

/** Day numbers as days. */
function days(range: { readonly first: number; readonly last: number } | null): string {
  const day = (n: number): string => new Date(n * 86_400_000).toISOString().slice(0, 10);
  return range === null ? 'none' : `${day(range.first)}/${day(range.last)}`;
}
