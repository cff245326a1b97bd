/** Labels beside points without covering points or each other. Lengths are CSS pixels. */

export interface LabelPoint {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export interface PlacedLabel {
  readonly dx: number;
  readonly dy: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const LETTER = 6;
const HEIGHT = 13;
const POINT = 8;
const AWAY = 11;

/** For each point where its label goes, or null where there is no room. Each tries right, left, above, below. */
export function placeLabels(points: readonly LabelPoint[], right: number): readonly (PlacedLabel | null)[] {
  const taken: Box[] = points.map(({ x, y }) => ({
    left: x - POINT,
    right: x + POINT,
    top: y - POINT,
    bottom: y + POINT,
  }));
  return points.map((point, own) => {
    for (const candidate of CANDIDATES) {
      const box = boxOf(point, candidate);
      const free = taken.every((t, i) => i === own || !overlap(t, box));
      if (!free || box.right > right || box.left < 0) continue;
      taken.push(box);
      return candidate;
    }
    return null;
  });
}

const CANDIDATES: readonly PlacedLabel[] = [
  { dx: AWAY, dy: 0, anchor: 'start' },
  { dx: -AWAY, dy: 0, anchor: 'end' },
  { dx: 0, dy: -AWAY - 5, anchor: 'middle' },
  { dx: 0, dy: AWAY + 5, anchor: 'middle' },
  { dx: AWAY, dy: HEIGHT, anchor: 'start' },
  { dx: AWAY, dy: -HEIGHT, anchor: 'start' },
];

function boxOf({ x, y, text }: LabelPoint, { dx, dy, anchor }: PlacedLabel): Box {
  const width = text.length * LETTER;
  const left = x + dx - { start: 0, middle: width / 2, end: width }[anchor];
  return { left, right: left + width, top: y + dy - HEIGHT / 2, bottom: y + dy + HEIGHT / 2 };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
