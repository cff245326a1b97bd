import { eventsTree } from '../../../src/core/queries/events-tree';
import { figuresTree } from '../../../src/core/queries/figures-tree';
import { officialsTree } from '../../../src/core/queries/officials-tree';
import { sourcesTree } from '../../../src/core/queries/sources-tree';
import { filterTree, pathTo, type TreeNode } from '../../../src/core/queries/tree';
import type { DossierView } from '../../../src/core/queries/view';
import { testCases } from '../cases';
import { ferryAffair } from './ferry';
import { treeLines } from './print';

const TREES: Readonly<Record<string, (view: DossierView) => readonly TreeNode[]>> = {
  officials: officialsTree,
  'events newest first': (view) => eventsTree(view, true),
  'events oldest first': (view) => eventsTree(view, false),
  figures: figuresTree,
  sources: sourcesTree,
};

/** A case names a tree, and after `filter` or `reveal` what to look for. */
testCases('trees', (text) => {
  const [name = '', verb, argument = ''] = text.split(/ (filter|reveal) /u);
  const nodes = TREES[name]?.(ferryAffair()) ?? [];
  if (verb === 'filter') return treeLines(filterTree(nodes, argument));
  if (verb === 'reveal')
    return [
      pathTo(nodes, argument)
        .map((n) => n.label)
        .join(' > '),
    ];
  return treeLines(nodes);
});
