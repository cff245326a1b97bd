/** Trees of the side panel as plain data: each view is a question that returns nodes. */
import * as l10n from '../l10n';
import type { SourceSpan } from '../model';
import { fold } from '../text';

/** What an icon means; which one is drawn is the editor's business. */
export type IconKind =
  | 'country'
  | 'person'
  | 'organization'
  | 'place'
  | 'source'
  | 'mention'
  | 'series'
  | 'value'
  | 'conflict'
  | 'participants'
  | 'date'
  | 'consult'
  | 'agree'
  | 'aid'
  | 'request'
  | 'accuse'
  | 'reject'
  | 'threaten'
  | 'protest'
  | 'sanction'
  | 'military'
  | 'assault'
  | 'accident'
  | 'ceremony'
  | 'appointment'
  | 'statement';

export interface TreeNode {
  /** Unique in its tree and the same as long as it stands for the same thing. */
  readonly id: string;
  readonly label: string;
  /** The part of the label to make stand out, in code units. */
  readonly highlight?: readonly [start: number, end: number];
  /** What the filter looks at; label and description where it is not given. */
  readonly searched?: string;
  readonly description?: string;
  readonly tooltip?: string;
  readonly icon: IconKind;
  /** ISO 3166-1 alpha-2, where a flag belongs before the label. */
  readonly country?: string;
  /** What a screen reader says in place of label and description. */
  readonly spoken?: string;
  /** Where it leads. */
  readonly place?: SourceSpan;
  /** The source that it stands for. */
  readonly source?: string;
  /** What it stands for: `entity:ID`, `event:ID`, `figure:START:PATH`, `source:PATH`; the first node with it is revealed. */
  readonly subject?: string;
  /** Made when asked for; undefined for a leaf. */
  readonly children?: () => readonly TreeNode[];
}

/** The place of a mention or report as the subject of a node. */
export function placeSubject(type: string, place: { readonly path: string; readonly start: number }): string {
  return `${type}:${place.start}:${place.path}`;
}

/**
 * The nodes whose words hold every word of the filter, with what is above and below them; diacritics and case do not matter.
 * An empty filter leaves everything.
 */
export function filterTree(nodes: readonly TreeNode[], filter: string): readonly TreeNode[] {
  const words = fold(filter).split(' ').filter(Boolean);
  return words.length === 0 ? nodes : matching(nodes, words);
}

function matching(nodes: readonly TreeNode[], words: readonly string[]): readonly TreeNode[] {
  return nodes.flatMap((node): TreeNode[] => {
    const text = fold(node.searched ?? `${node.label} ${node.description ?? ''}`);
    if (words.every((w) => text.includes(w))) return [node];
    const children = matching(node.children?.() ?? [], words);
    if (children.length === 0) return [];
    const all = node.description;
    // A number of rows is no longer true when some are hidden.
    const counted =
      all !== undefined && /^\d+$/.test(all) ? { description: l10n.t('{0} of {1}', children.length, all) } : {};
    return [{ ...node, ...counted, children: () => children }];
  });
}

/** The path of nodes from the top to the first one that stands for the subject; empty where there is none. */
export function pathTo(nodes: readonly TreeNode[], subject: string): readonly TreeNode[] {
  for (const node of nodes) {
    if (node.subject === subject) return [node];
    const below = pathTo(node.children?.() ?? [], subject);
    if (below.length > 0) return [node, ...below];
  }
  return [];
}
