/** Where nodes stand: d3-force's simulation, run to its end. It has no chance in it: the same network looks the same again. */
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import type { Network } from '../../core/queries/network';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** From where nodes stand to where they are seen: `x * k + dx`. */
export interface View {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

interface Body extends SimulationNodeDatum {
  readonly radius: number;
}

const TICKS = 300;
/** Room for names at the edges. */
const MARGIN: Size = { width: 90, height: 34 };
/** A pair is no pair of poles. */
const LARGEST_FIT = 2.2;

/**
 * Places around the origin, for a picture of about this aspect.
 * @param radius of each node, with room for its label
 */
export function layOut(
  { nodes, edges }: Pick<Network, 'nodes' | 'edges'>,
  aspect: number,
  radius: (node: number) => number,
): readonly Point[] {
  const bodies = nodes.map((_, i): Body => ({ radius: radius(i) }));
  const links = edges.map((e): SimulationLinkDatum<Body> & { weight: number } => ({
    source: e.a,
    target: e.b,
    weight: e.weight,
  }));
  forceSimulation(bodies)
    .force(
      'link',
      forceLink<Body, (typeof links)[number]>(links)
        .distance(110)
        .strength((l) => Math.min(1, 0.3 + l.weight / 10)),
    )
    .force('charge', forceManyBody().strength(-260))
    .force('collide', forceCollide<Body>((b) => b.radius).strength(0.9))
    .force('x', forceX<Body>(0).strength(0.06 / aspect))
    .force('y', forceY<Body>(0).strength(0.06 * aspect))
    .stop()
    .tick(TICKS);
  return bodies.map(({ x = 0, y = 0 }) => ({ x, y }));
}

/** The view that shows all of these places. */
export function viewOfAll(points: readonly Point[], size: Size): View {
  const [left, right] = extent(points.map((p) => p.x));
  const [top, bottom] = extent(points.map((p) => p.y));
  const wide = Math.max(1, size.width - 2 * MARGIN.width) / Math.max(right - left, 1);
  const high = Math.max(1, size.height - 2 * MARGIN.height) / Math.max(bottom - top, 1);
  const k = Math.min(LARGEST_FIT, wide, high);
  return { k, x: size.width / 2 - (k * (left + right)) / 2, y: size.height / 2 - (k * (top + bottom)) / 2 };
}

function extent(values: readonly number[]): readonly [number, number] {
  return values.length === 0 ? [0, 0] : [Math.min(...values), Math.max(...values)];
}
