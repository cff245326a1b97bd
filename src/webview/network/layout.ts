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

interface Body extends SimulationNodeDatum {
  readonly radius: number;
}

const TICKS = 300;
const MARGIN_X = 90;
const MARGIN_Y = 34;

/** @param radius of each node, with room for its label */
export function layOut(
  { nodes, edges }: Pick<Network, 'nodes' | 'edges'>,
  size: { readonly width: number; readonly height: number },
  radius: (node: number) => number,
): readonly Point[] {
  const bodies = nodes.map((_, i): Body => ({ radius: radius(i) }));
  const links = edges.map((e): SimulationLinkDatum<Body> & { weight: number } => ({
    source: e.a,
    target: e.b,
    weight: e.weight,
  }));
  const aspect = size.width / size.height;
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
  return fitted(bodies, size);
}

/** Moved and scaled into the picture; never enlarged beyond what the forces want by much, so that a pair is no pair of poles. */
function fitted(bodies: readonly Body[], { width, height }: { width: number; height: number }): readonly Point[] {
  const xs = bodies.map((b) => b.x ?? 0);
  const ys = bodies.map((b) => b.y ?? 0);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const scale = (span: number, room: number): number => Math.min(1.6, room / Math.max(span, 1));
  const sx = scale(right - left, width - 2 * MARGIN_X);
  const sy = scale(bottom - top, height - 2 * MARGIN_Y);
  return bodies.map((_, i) => ({
    x: width / 2 + ((xs[i] ?? 0) - (left + right) / 2) * sx,
    y: height / 2 + ((ys[i] ?? 0) - (top + bottom) / 2) * sy,
  }));
}
