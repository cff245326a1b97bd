/** The page of who spoke with whom. */
import * as l10n from '@vscode/l10n';
import type { Network, NetworkEdge, Talk } from '../core/queries/network';
import { select, toggle } from './dom';
import { legend } from './legend';
import { NODE_LOOKS, networkPicture } from './network/picture';
import { type Painter, Shell } from './shell';

const LOWEST = 320;
const LEGEND = 40;

class NetworkPainter implements Painter<'network'> {
  readonly savesPicture = true;
  #selected: string | null = null;

  status({ nodes, edges, omitted, options }: Network): string {
    const talks = new Set(edges.flatMap((e) => e.talks.map((t) => t.event))).size;
    const parties =
      options.by === 'country' ? l10n.t('{0} countries', nodes.length) : l10n.t('{0} parties', nodes.length);
    const parts = [parties, l10n.t('{0} talks', talks)];
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
          shell.hideDetails();
          shell.ask({ ...options, by: by === 'country' ? 'country' : 'person' });
        },
      ),
      toggle(l10n.t('Planned ones too'), options.planned, (planned) => {
        shell.ask({ ...options, planned });
      }),
    ];
  }

  draw(shell: Shell<'network'>, data: Network, width: number): void {
    const selected = data.nodes.findIndex((n) => n.id === this.#selected);
    const crowd = Math.sqrt(data.nodes.length) * 110;
    const height = Math.max(LOWEST, shell.picture.clientHeight - LEGEND, Math.min(crowd, 1400));
    const kinds = new Set(data.nodes.map((n) => n.kind));
    const names = { person: l10n.t('Person'), organization: l10n.t('Body'), country: l10n.t('Country') };
    const drawn = networkPicture(data, { width, height }, selected < 0 ? null : selected, {
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
    shell.picture.append(legend(looks.map((k) => ({ name: names[k], ...NODE_LOOKS[k] }))), drawn);
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
      talks.size === 1 ? l10n.t('1 talk') : l10n.t('{0} talks', talks.size),
      others.length === 0 ? '' : l10n.t('with {0}', others.join(', ')),
      [...new Set(kinds)].slice(0, 6).join('; '),
    ],
    references: [...talks.values()].flatMap((t) => t.reports),
  });
}

new Shell<'network'>(new NetworkPainter());
