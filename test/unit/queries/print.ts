/** Cards, trees and lenses as lines that a person can read in a file of cases. */
import type { Block, Card, Inline, Line } from '../../../src/core/queries/card';
import type { TreeNode } from '../../../src/core/queries/tree';

export function cardLines(card: Card): readonly string[] {
  const head = [card.country ?? '–', card.title, words(card.subtitle)].filter((part) => part !== '').join(' | ');
  return [head, ...card.blocks.flatMap(blockLines)];
}

function blockLines(block: Block): readonly string[] {
  switch (block.type) {
    case 'line':
      return [words(block.line)];
    case 'list':
      return [`${block.heading}:`, ...block.items.map((i) => `- ${words(i)}`)];
    case 'picture':
      return [`(picture: ${block.words})`];
    case 'table':
      return [block.head, ...block.rows.map((r) => r.map(words))].map((cells) => `| ${cells.join(' | ')} |`);
  }
}

function words(line: Line): string {
  return line.map(word).join('');
}

function word(inline: Inline): string {
  if (typeof inline === 'string') return inline;
  if ('style' in inline) return inline.style === 'strong' ? `*${inline.text}*` : inline.text;
  const { link } = inline;
  switch (link.to) {
    case 'place':
      return `[${inline.text}](${link.place.path}:${link.place.start}-${link.place.end})`;
    case 'places':
      return `[${inline.text}](${link.places.map((p) => `${p.path}:${p.start}`).join(' ')})`;
    case 'knowledge':
      return `[${inline.text}](dossier.yaml:${link.span.start})`;
    case 'source':
      return `[${inline.text}](${link.path})`;
    case 'web':
      return `[${inline.text}](${link.url})`;
  }
}

export function treeLines(nodes: readonly TreeNode[], depth = 0): readonly string[] {
  return nodes.flatMap((node) => {
    const place = node.place === undefined ? '' : ` → ${node.place.path}:${node.place.start}-${node.place.end}`;
    const own = `${'  '.repeat(depth)}${node.icon} ${node.label} | ${node.description ?? ''}${place}`.trimEnd();
    return [own, ...treeLines(node.children?.() ?? [], depth + 1)];
  });
}
