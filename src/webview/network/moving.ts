/** Zooming and moving a picture, and moving its nodes: by mouse, touch and keys (d3-zoom, d3-drag). */
import { drag, type D3DragEvent } from 'd3-drag';
import { pointer, select } from 'd3-selection';
import { zoom, ZoomTransform, type D3ZoomEvent } from 'd3-zoom';
import type { Point, Size, View } from './layout';

const SMALLEST = 0.1;
const LARGEST = 8;
const STEP = 1.4;
/** Of keys, in pixels on screen. */
const STRIDE = 40;
const NUDGE = 12;
/** A hand that shakes while it clicks moves nothing. */
const CLICK_DISTANCE = 4;
/** A place as near to the edge as this is hardly in sight, for its name is not. */
const EDGE: Size = { width: 90, height: 40 };

export interface Movable {
  readonly svg: SVGSVGElement;
  readonly nodes: readonly SVGElement[];
  readonly size: Size;
  /** Where a node stands, in the coordinates of the layout. */
  at(node: number): Point;
  put(node: number, point: Point): void;
  /** The view is another one now, by the reader's hand. */
  seen(view: View): void;
}

export interface Moving {
  readonly zoomBy: (factor: number) => void;
}

/** Shows the view and listens; `seen` is not called for the first view. */
export function makeMovable(picture: Movable, first: View): Moving {
  const { svg, nodes, size } = picture;
  const root = select(svg);
  let view = first;
  const behavior = zoom<SVGSVGElement, unknown>()
    .extent([
      [0, 0],
      [size.width, size.height],
    ])
    .scaleExtent([Math.min(SMALLEST, first.k), Math.max(LARGEST, first.k)])
    .clickDistance(CLICK_DISTANCE);
  const apply = (transform: ZoomTransform): void => {
    root.call((selection) => {
      behavior.transform(selection, transform);
    });
  };
  const zoomBy = (factor: number): void => {
    root.call((selection) => {
      behavior.scaleBy(selection, factor);
    });
  };
  const panBy = (x: number, y: number): void => {
    apply(new ZoomTransform(view.k, view.x + x, view.y + y));
  };
  apply(new ZoomTransform(first.k, first.x, first.y));
  behavior.on('zoom', (event: D3ZoomEvent<SVGSVGElement, unknown>) => {
    view = event.transform;
    picture.seen(view);
  });
  // A double click on a node is two clicks on it.
  root.call(behavior).on('dblclick.zoom', null);
  for (const [i, element] of nodes.entries()) {
    dragged(picture, element, i, () => view);
    element.addEventListener('focus', () => {
      // A click is where the hand is already.
      if (!element.matches(':focus-visible')) return;
      const [dx, dy] = intoSight(picture.at(i), view, size);
      panBy(dx, dy);
    });
  }
  svg.addEventListener('keydown', (event) => {
    const node = nodes.findIndex((n) => n === event.target);
    const [x, y] = ARROWS.get(event.key) ?? [0, 0];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') zoomBy(STEP);
    else if (event.key === '-') zoomBy(1 / STEP);
    else if (x === 0 && y === 0) return;
    else if (event.target === svg) panBy(-x * STRIDE, -y * STRIDE);
    else if (node >= 0 && event.shiftKey) {
      const at = picture.at(node);
      picture.put(node, { x: at.x + (x * NUDGE) / view.k, y: at.y + (y * NUDGE) / view.k });
    } else return;
    event.preventDefault();
  });
  return { zoomBy };
}

const ARROWS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
]);

/** A node follows the pointer, from where it was taken, and stays where it is let go. */
function dragged(picture: Movable, element: SVGElement, node: number, view: () => View): void {
  let from: Point = { x: 0, y: 0 };
  const pointed = (event: D3DragEvent<SVGElement, unknown, unknown>): Point => {
    const [x, y] = pointer(event, picture.svg);
    return { x: (x - view().x) / view().k, y: (y - view().y) / view().k };
  };
  select(element).call(
    drag<SVGElement, unknown>()
      .clickDistance(CLICK_DISTANCE)
      .on('start', (event: D3DragEvent<SVGElement, unknown, unknown>) => {
        const [at, hand] = [picture.at(node), pointed(event)];
        from = { x: at.x - hand.x, y: at.y - hand.y };
      })
      .on('drag', (event: D3DragEvent<SVGElement, unknown, unknown>) => {
        const hand = pointed(event);
        picture.put(node, { x: from.x + hand.x, y: from.y + hand.y });
      }),
  );
}

/** How far the picture must move so that a place is in sight; zeros where it is. */
function intoSight(point: Point, view: View, size: Size): readonly [number, number] {
  const off = (at: number, end: number, edge: number): number =>
    Math.min(Math.max(at, edge), Math.max(edge, end - edge)) - at;
  return [
    off(point.x * view.k + view.x, size.width, EDGE.width),
    off(point.y * view.k + view.y, size.height, EDGE.height),
  ];
}
