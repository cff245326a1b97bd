/** One series of figures as Observable Plot draws it, and its change per day. */
import * as l10n from '../../core/l10n';
import { ticks } from 'd3-array';
import {
  arrow,
  axisX,
  axisY,
  dot,
  gridX,
  gridY,
  line,
  link,
  type Markish,
  rect,
  ruleY,
  text,
} from '@observablehq/plot';
import type { Chart, ChartOptions, ChartPoint } from '../../core/queries/charts';
import type { ChartRate } from '../../core/queries/charts-rate';
import type { Days } from '../../core/queries/timeline-range';
import { valueCount } from '../../core/queries/counts';
import { actable, draw, marksOf } from '../drawing';
import { type TimeTicks, timeTicks } from '../time-axis';
import { placeLabels } from './labels';
import { groupLook } from './looks';

const DAY_MS = 86_400_000;
const BACKGROUND = 'var(--vscode-editor-background)';
const FOREGROUND = 'var(--vscode-editor-foreground)';
const GRID = 'var(--vscode-charts-lines)';
const WARNING = 'var(--vscode-errorForeground)';
const MARGINS = { marginLeft: 72, marginRight: 40, marginTop: 24, marginBottom: 34 };
/** More labels than this would cover each other. */
const MOST_LABELS = 14;

/** The ring around a value in conflict takes room. */
const CLEAR_OF_RING = 1.5;
/** The part of the height of the axis by which an open bound reaches on. */
const OPEN = 0.12;

export function chartPicture(
  chart: Chart,
  options: ChartOptions,
  size: { readonly width: number; readonly height: number },
  select: (point: ChartPoint) => void,
): SVGSVGElement {
  const log = options.scale === 'log';
  const points = log ? chart.points.filter((p) => p.value > 0) : [...chart.points];
  const [low, high] = valueRange(points, log);
  const open = (value: number, direction: 1 | -1): number =>
    log ? value * (high / low) ** (OPEN * direction) : value + (high - low) * OPEN * direction;
  const lines = chart.groups
    .map((_, g) => ({ g, own: points.filter((p) => p.group === g) }))
    .filter((l) => l.own.length > 1);
  const days = timeDomain(points);
  const look = (p: ChartPoint): ReturnType<typeof groupLook> => groupLook(p.group);
  const dayTicks = ticksOf(days, size.width);
  // Within a decade, a logarithmic axis has too few powers of ten.
  const valueTicks = !log || high / low < 10 ? ticks(low, high, 5) : 5;
  const marks: Markish[] = [
    gridX({ stroke: GRID, strokeOpacity: 0.25, ticks: dayTicks.ticks }),
    gridY({ stroke: GRID, strokeOpacity: 0.25, ticks: valueTicks }),
    axisX({ label: null, color: FOREGROUND, fontSize: 12, ...dayTicks }),
    axisY({
      label: chart.unit,
      color: FOREGROUND,
      fontSize: 12,
      ticks: valueTicks,
      tickFormat: compact(high - low),
    }),
    ...lines.map(({ g, own }) =>
      line(own, { x: middle, y: 'value', stroke: groupLook(g).color, strokeWidth: 1.5, strokeOpacity: 0.6 }),
    ),
    link(
      points.filter((p) => p.last > p.first),
      {
        x1: (p: ChartPoint) => time(p.first),
        x2: (p: ChartPoint) => time(p.last + 1),
        y: 'value',
        stroke: (p: ChartPoint) => look(p).color,
        strokeWidth: 6,
        strokeOpacity: 0.3,
        strokeLinecap: 'round',
      },
    ),
    link(
      points.filter((p) => p.low !== null && p.high !== null && p.high > p.low),
      {
        x: middle,
        y1: 'low',
        y2: 'high',
        stroke: (p: ChartPoint) => look(p).color,
        strokeWidth: 2,
      },
    ),
    ...([1, -1] as const).map((direction) =>
      arrow(
        points.filter((p) => (direction === 1 ? p.high : p.low) === null),
        {
          x: middle,
          y1: 'value',
          y2: (p: ChartPoint) => open(p.value, direction),
          stroke: (p: ChartPoint) => look(p).color,
          strokeWidth: 2,
          headLength: 7,
        },
      ),
    ),
    dot(
      points.filter((p) => p.conflict),
      { x: middle, y: 'value', r: 11, stroke: WARNING, strokeWidth: 2, strokeDasharray: '3,2' },
    ),
    text(
      points.filter((p) => p.conflict),
      { x: middle, y: 'value', dx: -20, text: () => '≠', fill: WARNING, fontSize: 15, fontWeight: 'bold' },
    ),
    dot(points, {
      className: 'mark',
      x: middle,
      y: 'value',
      r: 5.5,
      sort: null,
      symbol: (p: ChartPoint) => look(p).symbol,
      fill: (p: ChartPoint) => look(p).color,
      stroke: BACKGROUND,
    }),
    ...(points.length > MOST_LABELS ? [] : valueLabels(points, scaleOf(days, [low, high], log, size), size.width)),
  ];
  const drawn = draw(
    {
      ...size,
      ...MARGINS,
      x: { type: 'utc', domain: days },
      y: { type: options.scale, domain: [low, high] },
      symbol: { type: 'identity' },
      marks,
    },
    `${chart.label}: ${valueCount(points.length)}`,
  );
  const elements = marksOf(drawn, 'mark');
  actable(
    points.flatMap((point, i) => {
      const element = elements[i];
      if (element === undefined) return [];
      const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
      const label = [
        point.words,
        point.when,
        chart.groups[point.group] ?? '',
        point.conflict ? l10n.t('in conflict') : '',
      ];
      title.textContent = label.filter((l) => l !== '').join(' · ');
      element.append(title);
      return [
        {
          element,
          label: label.filter((l) => l !== '').join(', '),
          act: () => {
            select(point);
          },
        },
      ];
    }),
  );
  return drawn;
}

/** The change per day as bars from each point to the next. */
export function ratePicture(chart: Chart, width: number): SVGSVGElement {
  const rates = [...chart.rates];
  const days = timeDomain(chart.points);
  return draw(
    {
      width,
      height: 130,
      ...MARGINS,
      x: { type: 'utc', domain: days },
      y: { nice: true },
      marks: [
        gridY({ stroke: GRID, strokeOpacity: 0.25, ticks: 3 }),
        axisX({
          label: null,
          color: FOREGROUND,
          fontSize: 12,
          ...ticksOf(days, width),
        }),
        axisY({ label: l10n.t('{0} a day', chart.unit), color: FOREGROUND, fontSize: 12, ticks: 3 }),
        rect(rates, {
          x1: (r: ChartRate) => time(r.first + 0.5),
          x2: (r: ChartRate) => time(r.last + 0.5),
          y1: 0,
          y2: 'perDay',
          fill: (r: ChartRate) => groupLook(r.group).color,
          fillOpacity: 0.35,
          stroke: (r: ChartRate) => groupLook(r.group).color,
        }),
        ruleY([0], { stroke: FOREGROUND }),
        ...(rates.length > MOST_LABELS
          ? []
          : [
              text(rates, {
                x: (r: ChartRate) => time((r.first + r.last + 1) / 2),
                y: 'perDay',
                dy: -8,
                text: 'words',
                fill: FOREGROUND,
                stroke: BACKGROUND,
                strokeWidth: 3,
                fontSize: 11,
              }),
            ]),
      ],
    },
    l10n.t('Change per day: {0}', chart.rates.map((r) => r.words).join(', ')),
  );
}

/** The words of each value, where there is room for them. */
function valueLabels(points: readonly ChartPoint[], scale: Scale, right: number): Markish[] {
  const places = placeLabels(
    points.map((p) => ({ ...scale(p), text: p.words })),
    right,
  );
  return points.flatMap((point, i): Markish[] => {
    const place = places[i];
    if (place === undefined || place === null) return [];
    const { dy, anchor } = place;
    const dx = point.conflict ? place.dx * CLEAR_OF_RING : place.dx;
    const words = { x: middle, y: 'value', text: 'words', fill: FOREGROUND, stroke: BACKGROUND, strokeWidth: 3 };
    return [text([point], { ...words, dx, dy, textAnchor: anchor, fontSize: 11, pointerEvents: 'none' })];
  });
}

type Scale = (point: ChartPoint) => { readonly x: number; readonly y: number };

/** Where Plot will put a point, in pixels. */
function scaleOf(
  [from, to]: readonly [Date, Date],
  [low, high]: readonly [number, number],
  log: boolean,
  size: { readonly width: number; readonly height: number },
): Scale {
  const part = (value: number): number =>
    log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  const width = size.width - MARGINS.marginLeft - MARGINS.marginRight;
  const height = size.height - MARGINS.marginTop - MARGINS.marginBottom;
  return (point) => ({
    x: MARGINS.marginLeft + ((middle(point).getTime() - from.getTime()) / (to.getTime() - from.getTime())) * width,
    y: MARGINS.marginTop + (1 - part(point.value)) * height,
  });
}

const time = (day: number): Date => new Date(day * DAY_MS);
const middle = (p: Days): Date => time((p.first + p.last + 1) / 2);

function timeDomain(points: readonly Days[]): [Date, Date] {
  const first = Math.min(...points.map((p) => p.first));
  const last = Math.max(...points.map((p) => p.last + 1));
  const room = Math.max(1, (last - first) * 0.06);
  return [time(first - room), time(last + room * 2)];
}

function ticksOf([first, last]: readonly [Date, Date], width: number): TimeTicks {
  return timeTicks([first.getTime(), last.getTime()], Math.max(2, Math.round(width / 110)), false);
}

/** From the lowest to the highest value with room for whiskers; positive on a logarithmic axis. */
function valueRange(points: readonly ChartPoint[], log: boolean): [number, number] {
  const low = Math.min(...points.map((p) => p.low ?? p.value));
  const high = Math.max(...points.map((p) => p.high ?? p.value));
  if (log) return [low / 1.5, high * 1.5];
  const room = high > low ? (high - low) * 0.25 : Math.max(1, Math.abs(high) * 0.1);
  return [low >= 0 ? Math.max(0, low - room) : low - room, high + room];
}

/** Ticks in full where they differ by little, else `36k`. */
function compact(span: number): (value: number) => string {
  const full = new Intl.NumberFormat(l10n.language(), { maximumFractionDigits: 2 });
  const short = new Intl.NumberFormat(l10n.language(), { notation: 'compact', maximumFractionDigits: 1 });
  return (value) => (Math.abs(value) >= 100_000 && span > 10_000 ? short : full).format(value);
}
