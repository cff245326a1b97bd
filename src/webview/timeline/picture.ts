/** The timeline as Observable Plot draws it. */
import * as l10n from '../../core/l10n';
import { axisX, dot, gridX, link, type Markish, rect, ruleX, text } from '@observablehq/plot';
import type { Lane } from '../../core/queries/timeline-lanes';
import type { Timeline, TimelineMark } from '../../core/queries/timeline';
import type { Days } from '../../core/queries/timeline-range';
import { eventCount, sourceCount } from '../../core/queries/counts';
import { shortened } from '../dom';
import { actable, draw, marksOf } from '../drawing';
import { FAMILY_LOOKS } from '../families';
import { timeTicks } from '../time-axis';
import { type Area, layOut, layOutBins, type Layout, type Placed } from './layout';

export interface TimelineActions {
  /** Marks under one symbol. */
  select(marks: readonly TimelineMark[]): void;
  zoomTo(range: Days): void;
}

const LANE_LABEL = 150;
const AXIS = 34;
/** Room for the words of a tick. */
const TICK = 90;
const DAY_MS = 86_400_000;
const BACKGROUND = 'var(--vscode-editor-background)';
const FOREGROUND = 'var(--vscode-editor-foreground)';
const GRID = 'var(--vscode-charts-lines)';

/** @param range the days to show, which may be others than those that the data was made for */
export function timelinePicture(data: Timeline, range: Days, width: number, actions: TimelineActions): SVGSVGElement {
  const area: Area = { left: Math.min(LANE_LABEL, width / 4), right: width - 16, top: AXIS };
  const count = data.lanes.length;
  const marks = data.marks.filter((m) => m.last >= range.first && m.first <= range.last);
  const bins = data.bins.filter((b) => b.last >= range.first && b.first <= range.last);
  const many = data.bins.length > 0;
  const layout = many ? layOutBins(bins, count, range, area) : layOut(marks.map(labeled), count, range, area);
  const drawn = draw(
    {
      width,
      height: layout.height + 8,
      margin: 0,
      x: {
        type: 'utc',
        domain: [new Date(range.first * DAY_MS), new Date((range.last + 1) * DAY_MS)],
        range: [area.left, area.right],
      },
      y: { type: 'identity' },
      symbol: { type: 'identity' },
      r: { type: 'identity' },
      marks: [
        ...lanesMarks(data.lanes, layout, area, range, width),
        ...(many
          ? binMarks(
              bins.map((b) => b.count),
              layout,
              toTime(range, area),
            )
          : eventMarks(marks, layout, toTime(range, area))),
      ],
    },
    l10n.t('Timeline of {0}', eventCount(data.dated - data.outside)),
  );
  const elements = marksOf(drawn, 'mark');
  actable(
    layout.items.flatMap((item, i) => {
      const element = elements[i];
      if (element === undefined) return [];
      const act = (): void => {
        const bin = many ? bins[item.marks[0] ?? -1] : undefined;
        if (bin !== undefined) actions.zoomTo({ first: bin.first, last: bin.last });
        else actions.select(item.marks.flatMap((m) => marks[m] ?? []));
      };
      const lane = laneName(data.lanes[item.lane]);
      const label = many
        ? l10n.t('{0}, {1}; zooms in', lane, eventCount(bins[item.marks[0] ?? -1]?.count ?? 0))
        : spoken(
            item.marks.flatMap((m) => marks[m] ?? []),
            lane,
          );
      return [{ element, label, act }];
    }),
  );
  for (const [i, item] of layout.items.entries()) {
    const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
    title.textContent = item.marks.map((m) => tooltip(marks[m], bins[m]?.count, many)).join('\n');
    elements[i]?.append(title);
  }
  return drawn;
}

export function laneName(lane: Lane | undefined): string {
  if (lane?.stands === 'others') return l10n.t('Others');
  if (lane?.stands === 'none') return l10n.t('No one named');
  return lane?.label ?? '';
}

function labeled(mark: TimelineMark): TimelineMark {
  return mark.sources > 1 ? { ...mark, label: `${mark.label} (${mark.sources})` } : mark;
}

function tooltip(mark: TimelineMark | undefined, count: number | undefined, many: boolean): string {
  if (many) return eventCount(count ?? 0);
  if (mark === undefined) return '';
  return `${mark.label}\n${mark.when} · ${mark.kind} · ${sourceCount(mark.sources)}`;
}

function spoken(marks: readonly TimelineMark[], lane: string): string {
  const [first] = marks;
  if (first === undefined) return lane;
  if (marks.length > 1) return l10n.t('{0}: {1} events from {2} on', lane, marks.length, first.when);
  return `${lane}: ${first.label}, ${first.when}, ${first.kind}, ${sourceCount(first.sources)}`;
}

type ToTime = (x: number) => Date;

/** Layout is in pixels, Plot's axis in time: the inverse of the scale. */
function toTime(range: Days, area: Area): ToTime {
  const days = range.last - range.first + 1;
  return (x) => new Date((range.first + ((x - area.left) / (area.right - area.left)) * days) * DAY_MS);
}

function lanesMarks(lanes: readonly Lane[], layout: Layout, area: Area, range: Days, width: number): PlotMark[] {
  const at = toTime(range, area);
  const bands = layout.lanes.map((lane, i) => ({ ...lane, name: laneName(lanes[i]), odd: i % 2 === 1 }));
  const odd = bands.filter((b) => b.odd);
  const letters = Math.floor((area.left - 16) / 6.5);
  const span = [range.first * DAY_MS, (range.last + 1) * DAY_MS] as const;
  const dayTicks = timeTicks(span, Math.max(2, Math.round((area.right - area.left) / TICK)), true);
  return [
    rect(odd, { x1: () => at(0), x2: () => at(width), y1: 'top', y2: 'bottom', fill: FOREGROUND, fillOpacity: 0.05 }),
    gridX({ stroke: GRID, strokeOpacity: 0.35, insetTop: AXIS, ticks: dayTicks.ticks }),
    axisX({
      anchor: 'top',
      label: null,
      color: FOREGROUND,
      insetTop: AXIS,
      tickSize: 4,
      fontSize: 12,
      dy: 2,
      ...dayTicks,
    }),
    ruleX([at(area.left)], { stroke: GRID, insetTop: AXIS }),
    text(bands, {
      x: () => at(8),
      y: (b: (typeof bands)[number]) => (b.top + b.bottom) / 2,
      text: (b: (typeof bands)[number]) => shortened(b.name, letters),
      textAnchor: 'start',
      fill: FOREGROUND,
      fontSize: 12,
      fontWeight: 'bold',
    }),
  ];
}

type PlotMark = Markish;

function eventMarks(marks: readonly TimelineMark[], layout: Layout, at: ToTime): PlotMark[] {
  const items = [...layout.items];
  const first = (item: Placed): TimelineMark | undefined => marks[item.marks[0] ?? -1];
  const look = (item: Placed): (typeof FAMILY_LOOKS)['other'] => FAMILY_LOOKS[first(item)?.family ?? 'other'];
  const happened = (item: Placed): boolean => first(item)?.status === 'actual';
  const spans = items.filter((i) => i.x2 - i.x1 > 4);
  const crowds = items.filter((i) => i.marks.length > 1);
  const middle = (i: Placed): Date => at((i.x1 + i.x2) / 2);
  return [
    link(spans, {
      x1: (i: Placed) => at(i.x1),
      x2: (i: Placed) => at(i.x2),
      y1: 'y',
      y2: 'y',
      stroke: (i: Placed) => look(i).color,
      strokeWidth: 8,
      strokeOpacity: 0.35,
      strokeLinecap: 'round',
    }),
    dot(items, {
      className: 'mark',
      x: middle,
      y: 'y',
      r: (i: Placed) => (i.marks.length > 1 ? 9 : 4 + Math.min(2, (first(i)?.sources ?? 1) - 1)),
      sort: null,
      symbol: (i: Placed) => (i.marks.length > 1 ? 'circle' : look(i).symbol),
      fill: (i: Placed) => (i.marks.length > 1 || !happened(i) ? BACKGROUND : look(i).color),
      stroke: (i: Placed) => (i.marks.length > 1 ? FOREGROUND : look(i).color),
      strokeWidth: 1.5,
    }),
    text(crowds, {
      x: middle,
      y: 'y',
      text: (i: Placed) => String(i.marks.length),
      fill: FOREGROUND,
      fontSize: 10,
      pointerEvents: 'none',
    }),
    ...(['left', 'right'] as const).map((side) =>
      text(
        items.filter((i) => i.label !== '' && i.side === side),
        {
          x: (i: Placed) => at(side === 'right' ? i.x2 : i.x1),
          y: 'y',
          dx: side === 'right' ? 10 : -10,
          text: 'label',
          textAnchor: side === 'right' ? 'start' : 'end',
          fill: FOREGROUND,
          stroke: BACKGROUND,
          strokeWidth: 3,
          fontSize: 12,
          pointerEvents: 'none',
        },
      ),
    ),
  ];
}

function binMarks(counts: readonly number[], layout: Layout, at: ToTime): PlotMark[] {
  const most = Math.max(1, ...counts);
  const items = [...layout.items];
  const count = (i: Placed): number => counts[i.marks[0] ?? -1] ?? 0;
  const radius = (i: Placed): number => 4 + 11 * Math.sqrt(count(i) / most);
  return [
    dot(items, {
      className: 'mark',
      x: (i: Placed) => at(i.x1),
      y: 'y',
      r: radius,
      sort: null,
      fill: 'var(--vscode-charts-blue)',
      fillOpacity: 0.35,
      stroke: 'var(--vscode-charts-blue)',
    }),
    text(
      items.filter((i) => radius(i) >= 8),
      {
        x: (i: Placed) => at(i.x1),
        y: 'y',
        text: (i: Placed) => String(count(i)),
        fill: FOREGROUND,
        fontSize: 10,
        pointerEvents: 'none',
      },
    ),
  ];
}
