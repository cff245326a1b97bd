/** The page of who spoke with whom. */
import * as l10n from '../core/l10n';
import type { Network, NetworkEdge, Talk } from '../core/queries/network';
import { talkCount } from '../core/queries/counts';
import { button, element, select, toggle } from './dom';
import { legend } from './legend';
import { plainArrangement, readArrangement } from './network/arrangement';
import { layOut, type Point, type Size, type View, viewOfAll } from './network/layout';
import { makeMovable, type Moving } from './network/moving';
import { NODE_LOOKS, type NetworkPicture, networkPicture, radiusOf } from './network/picture';
import { type Painter, Shell } from './shell';

const LOWEST = 320;
const LEGEND = 40;
const STEP = 1.4;
/** Around a node, for its name. */
const ROOM = 26;

interface Layout {
  readonly of: Network;
  readonly points: readonly Point[];
}

class NetworkPainter implements Painter<'network'> {
  readonly savesPicture = true;
  #selected: string | null = null;
  #layout: Layout | undefined;
  /** What the reader zoomed or moved to; undefined as long as all is shown. */
  #view: View | undefined;
  /** Where the reader put nodes, by their ids. */
  #put = new Map<string, Point>();
  #restored = false;
  #moving: Moving | undefined;

  status({ nodes, edges, omitted, options }: Network): string {
    const talks = new Set(edges.flatMap((e) => e.talks.map((t) => t.event))).size;
    const parties =
      options.by === 'country' ? l10n.t('{0} countries', nodes.length) : l10n.t('{0} parties', nodes.length);
    const parts = [parties, talkCount(talks)];
    if (omitted > 0) parts.push(l10n.t('{0} with fewer talks are in the table', omitted));
    return parts.join(' · ');
  }

  empty({ nodes }: Network): string | null {
    return nodes.length > 0 ? null : l10n.t('The sources report no call, visit or meeting of parties that they name.');
  }

  controls(shell: Shell<'network'>, { options }: Network): readonly Node[] {
    return [
      select(
        l10n.t('Parties'),
        [
          { value: 'person', label: l10n.t('People and bodies') },
          { value: 'country', label: l10n.t('Countries') },
        ],
        options.by,
        (by) => {
          this.#selected = null;
          this.#view = undefined;
          this.#put.clear();
          this.#keep(shell);
          shell.hideDetails();
          shell.ask({ ...options, by: by === 'country' ? 'country' : 'person' });
        },
      ),
      toggle(l10n.t('Planned ones too'), options.planned, (planned) => {
        shell.ask({ ...options, planned });
      }),
      element(
        'span',
        { class: 'group', role: 'group', 'aria-label': l10n.t('Zoom') },
        this.#zoom('−', l10n.t('Zoom out'), 1 / STEP),
        this.#zoom('+', l10n.t('Zoom in'), STEP),
        button(
          l10n.t('All'),
          () => {
            this.#showAll(shell);
          },
          { title: l10n.t('Show all parties'), 'aria-label': l10n.t('Show all parties') },
        ),
      ),
    ];
  }

  #zoom(label: string, title: string, factor: number): HTMLButtonElement {
    const zoomBy = (): void => this.#moving?.zoomBy(factor);
    return button(label, zoomBy, { title, 'aria-label': title, class: 'icon' });
  }

  #showAll(shell: Shell<'network'>): void {
    this.#view = undefined;
    this.#keep(shell);
    shell.redraw();
  }

  #keep(shell: Shell<'network'>): void {
    shell.keep(plainArrangement({ view: this.#view, put: this.#put }));
  }

  /** Takes up how the picture was left before a reload of the window. */
  #restore(shell: Shell<'network'>): void {
    if (this.#restored) return;
    this.#restored = true;
    const { view, put } = readArrangement(shell.kept);
    this.#view = view;
    this.#put = new Map(put);
  }

  /** Where everything stands before the reader moves it; laid out once for the same data. */
  #pointsOf(data: Network, size: Size): readonly Point[] {
    if (this.#layout?.of !== data) {
      const room = (i: number): number => ROOM + (data.nodes[i] === undefined ? 0 : radiusOf(data.nodes[i]));
      this.#layout = { of: data, points: layOut(data, size.width / size.height, room) };
    }
    return this.#layout.points;
  }

  draw(shell: Shell<'network'>, data: Network, width: number): void {
    this.#restore(shell);
    const selected = data.nodes.findIndex((n) => n.id === this.#selected);
    const size = { width, height: Math.max(LOWEST, shell.picture.clientHeight - LEGEND) };
    const kinds = new Set(data.nodes.map((n) => n.kind));
    const names = { person: l10n.t('Person'), organization: l10n.t('Body'), country: l10n.t('Country') };
    const drawn = networkPicture(data, size, selected < 0 ? null : selected, {
      node: (i) => {
        const node = data.nodes[i];
        this.#selected = node === undefined || node.id === this.#selected ? null : node.id;
        if (this.#selected === null) shell.hideDetails();
        else
          showTalks(
            shell,
            data,
            data.edges.filter((e) => e.a === i || e.b === i),
            node?.label ?? '',
          );
        shell.redraw();
      },
      edge: (edge) => {
        const title = [edge.a, edge.b].map((i) => data.nodes[i]?.label ?? '').join(' – ');
        showTalks(shell, data, [edge], title);
      },
    });
    const looks = (['person', 'organization', 'country'] as const).filter((k) => kinds.has(k));
    shell.picture.append(legend(looks.map((k) => ({ name: names[k], ...NODE_LOOKS[k] }))), drawn.svg);
    this.#letMove(shell, drawn, data, size);
  }

  /** Arranges the picture as it was left, and follows the reader's hand. */
  #letMove(shell: Shell<'network'>, { svg, nodes, arrange }: NetworkPicture, data: Network, size: Size): void {
    const points = this.#pointsOf(data, size);
    const at = (i: number): Point => this.#put.get(data.nodes[i]?.id ?? '') ?? points[i] ?? { x: 0, y: 0 };
    const all = data.nodes.map((_, i) => at(i));
    const first = this.#view ?? viewOfAll(all, size);
    const show = ({ k, x, y }: View): void => {
      arrange((i) => ({ x: at(i).x * k + x, y: at(i).y * k + y }));
    };
    const put = (i: number, point: Point): void => {
      const node = data.nodes[i];
      if (node !== undefined) this.#put.set(node.id, point);
      // Others stay where they are, also where this one is at the edge of all.
      show((this.#view ??= first));
      this.#keep(shell);
    };
    const seen = (view: View): void => {
      this.#view = view;
      show(view);
      this.#keep(shell);
    };
    this.#moving = makeMovable({ svg, nodes, size, at, put, seen }, first);
    svg.addEventListener('keydown', (event) => {
      if (event.key === '0') this.#showAll(shell);
    });
    show(first);
  }
}

/** The talks of some pairs with their reports; of one talk, whoever spoke. */
function showTalks(shell: Shell<'network'>, data: Network, edges: readonly NetworkEdge[], title: string): void {
  const talks = new Map(edges.flatMap((e) => e.talks).map((t): [string, Talk] => [t.event, t]));
  const partners = edges.length > 1 ? edges.flatMap((e) => [e.a, e.b]).map((i) => data.nodes[i]?.label ?? '') : [];
  const kinds = [...talks.values()].map((t) =>
    [t.kind, t.when, t.planned ? l10n.t('planned') : ''].filter(Boolean).join(', '),
  );
  const others = [...new Set(partners)].filter((p) => p !== title);
  shell.showDetails({
    title,
    facts: [
      talkCount(talks.size),
      others.length === 0 ? '' : l10n.t('with {0}', others.join(', ')),
      [...new Set(kinds)].slice(0, 6).join('; '),
    ],
    references: [...talks.values()].flatMap((t) => t.reports),
  });
}

new Shell<'network'>(new NetworkPainter());
