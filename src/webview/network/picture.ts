/** The network as Observable Plot draws it; where its marks stand changes as the reader zooms and moves them. */
import * as l10n from '../../core/l10n';
import { dot, link, type Markish, text } from '@observablehq/plot';
import type { Network, NetworkEdge, NetworkNode } from '../../core/queries/network';
import { talkCount } from '../../core/queries/counts';
import { shortened } from '../dom';
import { actable, draw, marksOf } from '../drawing';
import type { Look } from '../families';
import { isAbove, readable } from './labels';
import type { Point, Size } from './layout';

export interface NetworkActions {
  node(node: number): void;
  edge(edge: NetworkEdge): void;
}

export interface NetworkPicture {
  readonly svg: SVGSVGElement;
  /** The marks of nodes, by index. */
  readonly nodes: readonly SVGElement[];
  /** Puts everything where its nodes are now. */
  readonly arrange: (at: (node: number) => Point) => void;
}

const BACKGROUND = 'var(--vscode-editor-background)';
const FOREGROUND = 'var(--vscode-editor-foreground)';
const LONGEST_NAME = 28;

export const NODE_LOOKS: Readonly<Record<NetworkNode['kind'], Look>> = {
  person: { symbol: 'circle', color: 'var(--vscode-charts-blue)' },
  organization: { symbol: 'square', color: 'var(--vscode-charts-purple)' },
  country: { symbol: 'circle', color: 'var(--vscode-charts-green)' },
};

export const radiusOf = (node: NetworkNode): number => 5 + Math.min(13, 2.2 * Math.sqrt(node.weight));
const widthOf = (edge: NetworkEdge): number => 1 + Math.min(9, 1.4 * Math.sqrt(edge.weight));

/** @param selected index of the node whose talks stand out, or null */
export function networkPicture(
  data: Network,
  size: Size,
  selected: number | null,
  actions: NetworkActions,
): NetworkPicture {
  const nodes = [...data.nodes];
  // In the order in which they are drawn.
  const edges = [...data.edges.filter((e) => !e.planned), ...data.edges.filter((e) => e.planned)];
  const touches = (e: NetworkEdge): boolean => selected === null || e.a === selected || e.b === selected;
  const weighty = edges.filter((e) => e.weight > 1 && touches(e));
  const svg = draw(
    {
      ...size,
      margin: 0,
      axis: null,
      x: { type: 'identity' },
      y: { type: 'identity' },
      symbol: { type: 'identity' },
      r: { type: 'identity' },
      opacity: { type: 'identity' },
      marks: [...edgeMarks(edges, touches), weightMark(weighty), ...nodeMarks(nodes, edges, selected)],
    },
    l10n.t(
      'Network of {0} parties and {1} pairs. Arrow keys move the picture, plus and minus zoom, 0 shows all.',
      nodes.length,
      edges.length,
    ),
  );
  svg.classList.add('movable');
  svg.setAttribute('tabindex', '0');
  const found = {
    nodes: marksOf(svg, 'mark'),
    names: marksOf(svg, 'name'),
    lines: [...marksOf(svg, 'edge-actual'), ...marksOf(svg, 'edge-planned')],
    weights: marksOf(svg, 'edge-weight'),
  };
  makeActable(found, nodes, edges, actions);
  const neighbors = nodes.map((): number[] => []);
  for (const { a, b } of edges) {
    neighbors[a]?.push(b);
    neighbors[b]?.push(a);
  }
  const arrange = (at: (node: number) => Point): void => {
    const names = nodes.map((node, i) => {
      const { x, y } = at(i);
      const always = i === selected || found.nodes[i] === document.activeElement;
      const label = shortened(node.label, LONGEST_NAME);
      const away = radiusOf(node) + 10;
      const ways = (neighbors[i] ?? []).map(at).map((to) => ({ x: to.x - x, y: to.y - y }));
      return { x, y: isAbove(label, ways, away) ? y - away : y + away, text: label, always };
    });
    const shown = readable(names);
    for (const [i] of nodes.entries()) {
      put(found.nodes[i], at(i));
      put(found.names[i], names[i] ?? at(i));
      found.names[i]?.setAttribute('visibility', shown[i] === true ? 'visible' : 'hidden');
    }
    for (const [i, e] of edges.entries()) {
      const [from, to] = [at(e.a), at(e.b)];
      found.lines[i]?.setAttribute('d', `M${from.x},${from.y}L${to.x},${to.y}`);
    }
    for (const [i, e] of weighty.entries()) {
      const [from, to] = [at(e.a), at(e.b)];
      put(found.weights[i], { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
    }
  };
  return { svg, nodes: found.nodes, arrange };
}

function put(element: SVGElement | undefined, { x, y }: Point): void {
  element?.setAttribute('transform', `translate(${x},${y})`);
}

/** All marks are made at the origin. */
const ORIGIN = { x: 0, y: 0 };

function edgeMarks(edges: readonly NetworkEdge[], touches: (edge: NetworkEdge) => boolean): Markish[] {
  return [false, true].map((planned) =>
    link(
      edges.filter((e) => e.planned === planned),
      {
        className: planned ? 'edge-planned' : 'edge-actual',
        x1: () => 0,
        y1: () => 0,
        x2: () => 0,
        y2: () => 0,
        stroke: FOREGROUND,
        strokeWidth: widthOf,
        strokeOpacity: (e: NetworkEdge) => (touches(e) ? 0.45 : 0.1),
        strokeLinecap: 'round',
        ...(planned ? { strokeDasharray: '4,5' } : {}),
      },
    ),
  );
}

function weightMark(edges: readonly NetworkEdge[]): Markish {
  return text([...edges], {
    className: 'edge-weight',
    x: () => ORIGIN.x,
    y: () => ORIGIN.y,
    text: (e: NetworkEdge) => String(e.weight),
    fill: FOREGROUND,
    stroke: BACKGROUND,
    strokeWidth: 4,
    fontSize: 11,
    pointerEvents: 'none',
  });
}

function nodeMarks(nodes: readonly NetworkNode[], edges: readonly NetworkEdge[], selected: number | null): Markish[] {
  const near = new Set(edges.flatMap((e) => (e.a === selected || e.b === selected ? [e.a, e.b] : [])));
  const items = nodes.map((node, i) => ({
    ...node,
    ...ORIGIN,
    opacity: selected === null || near.has(i) || i === selected ? 1 : 0.3,
    outline: i === selected ? FOREGROUND : BACKGROUND,
  }));
  type Item = (typeof items)[number];
  return [
    dot(items, {
      className: 'mark',
      x: 'x',
      y: 'y',
      r: radiusOf,
      sort: null,
      symbol: (item: Item) => NODE_LOOKS[item.kind].symbol,
      fill: (item: Item) => NODE_LOOKS[item.kind].color,
      fillOpacity: 'opacity',
      stroke: 'outline',
      strokeWidth: 2,
    }),
    text(items, {
      className: 'name',
      x: 'x',
      y: 'y',
      text: (item: Item) => shortened(item.label, LONGEST_NAME),
      fill: FOREGROUND,
      fillOpacity: 'opacity',
      stroke: BACKGROUND,
      strokeWidth: 3,
      fontSize: 12,
      pointerEvents: 'none',
    }),
  ];
}

function makeActable(
  found: { readonly nodes: readonly SVGElement[]; readonly lines: readonly SVGElement[] },
  nodes: readonly NetworkNode[],
  edges: readonly NetworkEdge[],
  actions: NetworkActions,
): void {
  const name = (i: number): string => nodes[i]?.label ?? '';
  const marks = [
    ...found.nodes.map((element, i) => ({
      element,
      label: `${name(i)}, ${talkCount(nodes[i]?.weight ?? 0)}`,
      act: () => {
        actions.node(i);
      },
    })),
    ...found.lines.flatMap((element, i) => {
      const edge = edges[i];
      if (edge === undefined) return [];
      const label = `${l10n.t('{0} and {1}', name(edge.a), name(edge.b))}, ${talkCount(edge.weight)}`;
      const act = (): void => {
        actions.edge(edge);
      };
      return [{ element, label, act }];
    }),
  ];
  actable(marks);
  for (const { element, label } of marks) {
    const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
    title.textContent = label;
    element.append(title);
  }
}
