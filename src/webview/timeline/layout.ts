/** Where marks stand: each lane as few rows high as keeps its marks and their labels apart. Lengths are CSS pixels. */
import type { Bin, Days } from '../../core/queries/timeline-range';

export interface LayoutMark extends Days {
  readonly label: string;
  readonly lanes: readonly number[];
}

/** One mark in one lane. Marks of one place that no row is left for are one item. */
export interface Placed {
  /** Indices into the marks. */
  readonly marks: readonly number[];
  readonly lane: number;
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  /** Empty where there is no room for labels. */
  readonly label: string;
  /** On which side of the mark the label stands. */
  readonly side: 'left' | 'right';
}

export interface PlacedLane {
  readonly top: number;
  readonly bottom: number;
}

export interface Layout {
  readonly items: readonly Placed[];
  readonly lanes: readonly PlacedLane[];
  readonly height: number;
}

export interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

const ROW = 20;
const PADDING = 5;
const MOST_LABELED_ROWS = 9;
const MOST_ROWS = 6;
const MARK = 7;
const LETTER = 6.3;
const LONGEST_LABEL = 44;

export function layOut(marks: readonly LayoutMark[], lanes: number, range: Days, area: Area): Layout {
  const items: Placed[] = [];
  const placed: PlacedLane[] = [];
  let top = area.top;
  for (let lane = 0; lane < lanes; lane++) {
    const own = marks.flatMap((mark, i) => (mark.lanes.includes(lane) ? [toItem(mark, i, lane, range, area)] : []));
    own.sort((a, b) => a.x1 - b.x1);
    const rows = inRows(own, MOST_LABELED_ROWS) ?? inRows(own.map(withoutLabel), MOST_ROWS) ?? crowded(own);
    for (const [row, list] of rows.entries())
      for (const item of list) items.push({ ...item, y: top + PADDING + ROW * (row + 0.5) });
    const bottom = top + 2 * PADDING + ROW * Math.max(1, rows.length);
    placed.push({ top, bottom });
    top = bottom;
  }
  return { items, lanes: placed, height: top };
}

/** The middle of a day on the line. */
export function xOf(day: number, range: Days, area: Area): number {
  const days = range.last - range.first + 1;
  return area.left + ((day + 0.5 - range.first) / days) * (area.right - area.left);
}

function toItem(mark: LayoutMark, index: number, lane: number, range: Days, area: Area): Placed {
  const x = (day: number): number => Math.min(Math.max(xOf(day, range, area), area.left + 2), area.right - 2);
  const [x1, x2] = [x(mark.first), x(mark.last)];
  const label = mark.label.length > LONGEST_LABEL ? `${mark.label.slice(0, LONGEST_LABEL - 1).trimEnd()}…` : mark.label;
  const side = x2 + MARK + label.length * LETTER > area.right ? 'left' : 'right';
  return { marks: [index], lane, x1, x2, y: 0, label, side };
}

function withoutLabel(item: Placed): Placed {
  return { ...item, label: '' };
}

/** Each item into the first row where it fits; null where that takes too many rows. */
function inRows(items: readonly Placed[], most: number): readonly (readonly Placed[])[] | null {
  const sorted = [...items].sort((a, b) => extent(a).from - extent(b).from);
  const rows: Placed[][] = [];
  const ends: number[] = [];
  for (const item of sorted) {
    const { from, to } = extent(item);
    let row = ends.findIndex((end) => end <= from);
    if (row < 0) row = rows.length;
    if (row >= most) return null;
    (rows[row] ??= []).push(item);
    ends[row] = to;
  }
  return rows;
}

function extent({ x1, x2, label, side }: Placed): { from: number; to: number } {
  const words = label === '' ? 0 : label.length * LETTER + 10;
  return { from: x1 - MARK - (side === 'left' ? words : 0), to: x2 + MARK + (side === 'right' ? words : 0) };
}

/** All in one row, those that would cover each other as one item. */
function crowded(items: readonly Placed[]): readonly (readonly Placed[])[] {
  const row: Placed[] = [];
  for (const item of items.map(withoutLabel)) {
    const middle = (item.x1 + item.x2) / 2;
    const before = row.at(-1);
    if (before !== undefined && before.x2 + 3 * MARK > middle)
      row[row.length - 1] = { ...before, marks: [...before.marks, ...item.marks] };
    else row.push({ ...item, x1: middle, x2: middle });
  }
  return [row];
}

/** Where bins stand: one row for each lane. */
export function layOutBins(bins: readonly Bin[], lanes: number, range: Days, area: Area): Layout {
  const height = ROW + 2 * PADDING + 8;
  const placed = Array.from({ length: lanes }, (_, i) => ({
    top: area.top + i * height,
    bottom: area.top + (i + 1) * height,
  }));
  const items = bins.map((bin, i): Placed => {
    const x = xOf((bin.first + bin.last) / 2, range, area);
    return {
      marks: [i],
      lane: bin.lane,
      x1: x,
      x2: x,
      y: area.top + (bin.lane + 0.5) * height,
      label: '',
      side: 'right',
    };
  });
  return { items, lanes: placed, height: area.top + lanes * height };
}
