/** One person mentioned often in two sources, and quoted at length. */
import { NO_KNOWLEDGE } from '../../../src/core/knowledge';
import type { DossierView } from '../../../src/core/queries/view';
import { viewOf } from './markup';

const SENTENCES = 30;

export function markedView(): { view: DossierView; mentions: number; words: string } {
  const words = `“${'We shall go on. '.repeat(60).trim()}”`;
  const often = Array.from({ length: SENTENCES }, () => '[[Petra Novak|name novak]] spoke.').join('\n\n');
  const view = viewOf({
    knowledge: NO_KNOWLEDGE,
    entities: [
      { id: 'novak', kind: 'person', name: 'Petra Novak', variants: ['Petra Novak'], country: 'CZ', offices: [] },
    ],
    events: [],
    series: [],
    problems: [],
    sources: [
      { path: 'a.txt', date: null, marked: often },
      { path: 'b.txt', date: null, marked: `[[${words}|quote novak]] said [[Novak|name novak]].` },
    ],
  });
  return { view, mentions: SENTENCES + 1, words };
}
