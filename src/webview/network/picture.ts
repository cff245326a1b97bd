/** The network as Observable Plot draws it. */
import * as l10n from '@vscode/l10n';
import { dot, link, text } from '@observablehq/plot';
import type { Network, NetworkEdge, NetworkNode } from '../../core/queries/network';
import { shortened } from '../dom';
import { actable, draw, marksOf } from '../drawing';
import type { Look } from '../families';
import { layOut } from './layout';

export interface NetworkActions {
  node(node: number): void;
  edge(edge: NetworkEdge): void;
}

const BACKGROUND = 'var(--vscode-editor-background)';
const FOREGROUND = 'var(--vscode-editor-foreground)';

export const NODE_LOOKS: Readonly<Record<NetworkNode['kind'], Look>> = {
  person: { symbol: 'circle', color: 'var(--vscode-charts-blue)' },
  organization: { symbol: 'square', color: 'var(--vscode-charts-purple)' },
  country: { symbol: 'circle', color: 'var(--vscode-charts-green)' },
};

const radiusOf = (node: NetworkNode): number => 5 + Math.min(13, 2.2 * Math.sqrt(node.weight));
const widthOf = (edge: NetworkEdge): number => 1 + Math.min(9, 1.4 * Math.sqrt(edge.weight));

/** @param selected index of the node whose talks stand out, or null */
export function networkPicture(
  data: Network,
  size: { readonly width: number; readonly height: number },
  selected: number | null,
  actions: NetworkActions,
): SVGSVGElement {
  const nodes = [...data.nodes];
  const edges = [...data.edges];
  const points = layOut(data, size, (i) => 26 + radiusOf(nodes[i] ?? { id: '', label: '', kind: 'person', weight: 1 }));
  const at = (i: number): { x: number; y: number } => points[i] ?? { x: 0, y: 0 };
  const near = new Set(
    selected === null ? [] : edges.flatMap((e) => (e.a === selected || e.b === selected ? [e.a, e.b] : [])),
  );
  const strong = (e: NetworkEdge): boolean => selected === null || e.a === selected || e.b === selected;
  const indices = nodes.map((_, i) => i);
  const node = (i: number): NetworkNode => nodes[i] ?? { id: '', label: '', kind: 'person', weight: 0 };
  const opacity = (i: number): number => (selected === null || near.has(i) || i === selected ? 1 : 0.3);
  const ends = {
    x1: (e: NetworkEdge) => at(e.a).x,
    y1: (e: NetworkEdge) => at(e.a).y,
    x2: (e: NetworkEdge) => at(e.b).x,
    y2: (e: NetworkEdge) => at(e.b).y,
  };
  const edgeMarks = [false, true].map((planned) =>
    link(
      edges.filter((e) => e.planned === planned),
      {
        className: planned ? 'edge-planned' : 'edge-actual',
        ...ends,
        stroke: FOREGROUND,
        strokeWidth: widthOf,
        strokeOpacity: (e: NetworkEdge) => (strong(e) ? 0.45 : 0.1),
        strokeLinecap: 'round',
        ...(planned ? { strokeDasharray: '4,5' } : {}),
      },
    ),
  );
  const drawn = draw(
    {
      ...size,
      margin: 0,
      axis: null,
      x: { type: 'identity' },
      y: { type: 'identity' },
      symbol: { type: 'identity' },
      r: { type: 'identity' },
      opacity: { type: 'identity' },
      marks: [
        ...edgeMarks,
        text(
          edges.filter((e) => e.weight > 1 && strong(e)),
          {
            x: (e: NetworkEdge) => (at(e.a).x + at(e.b).x) / 2,
            y: (e: NetworkEdge) => (at(e.a).y + at(e.b).y) / 2,
            text: (e: NetworkEdge) => String(e.weight),
            fill: FOREGROUND,
            stroke: BACKGROUND,
            strokeWidth: 4,
            fontSize: 11,
            pointerEvents: 'none',
          },
        ),
        dot(indices, {
          className: 'mark',
          x: (i: number) => at(i).x,
          y: (i: number) => at(i).y,
          r: (i: number) => radiusOf(node(i)),
          sort: null,
          symbol: (i: number) => NODE_LOOKS[node(i).kind].symbol,
          fill: (i: number) => NODE_LOOKS[node(i).kind].color,
          fillOpacity: opacity,
          stroke: (i: number) => (i === selected ? FOREGROUND : BACKGROUND),
          strokeWidth: 2,
        }),
        text(indices, {
          x: (i: number) => at(i).x,
          y: (i: number) => at(i).y + radiusOf(node(i)) + 10,
          text: (i: number) => shortened(node(i).label, 28),
          fill: FOREGROUND,
          fillOpacity: opacity,
          stroke: BACKGROUND,
          strokeWidth: 3,
          fontSize: 12,
          pointerEvents: 'none',
        }),
      ],
    },
    l10n.t('Network of {0} parties and {1} pairs', nodes.length, edges.length),
  );
  const ordered = [...edges.filter((e) => !e.planned), ...edges.filter((e) => e.planned)];
  const lines = [...marksOf(drawn, 'edge-actual'), ...marksOf(drawn, 'edge-planned')];
  actable([
    ...marksOf(drawn, 'mark').map((element, i) => ({
      element,
      label: l10n.t('{0}, {1} talks', node(i).label, node(i).weight),
      act: () => {
        actions.node(i);
      },
    })),
    ...lines.flatMap((element, i) => {
      const edge = ordered[i];
      if (edge === undefined) return [];
      const label = l10n.t('{0} and {1}, {2} talks', node(edge.a).label, node(edge.b).label, edge.weight);
      return [
        {
          element,
          label,
          act: () => {
            actions.edge(edge);
          },
        },
      ];
    }),
  ]);
  for (const element of drawn.querySelectorAll('[role=button]')) {
    const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
    title.textContent = element.getAttribute('aria-label');
    element.append(title);
  }
  return drawn;
}
