/** Tasks `person`, `organization`, `place`: exact spans of names. Also aligns the entities for all other tasks. */
import type { Mention } from '../../../src/core/model';
import type { Span } from '../../../src/core/text';
import type { Kind } from '../gold';
import { occurrences } from '../locate';
import type { ScoredSource, Scoring } from '../source';

const POSSESSIVE = /(?:'s|’s|')$/;
const TITLES =
  /^(?:(?:the|late|president|prime|minister|foreign|acting|interim|dr|mr|mrs|ms|sen|gen|general|king|crown|prince|sheikh|secretary|ambassador|deputy|vice)\.?\s+)+/i;

/** The span of a name without its possessive and, for a person, without titles before it. */
function bareName(text: string, mention: Mention): Span {
  let { start, end } = mention;
  end -= POSSESSIVE.exec(text.slice(start, end))?.[0].length ?? 0;
  const titles = mention.kind === 'person' ? TITLES.exec(text.slice(start, end))?.[0].length : undefined;
  if (titles !== undefined && titles < end - start) start += titles;
  return { start, end };
}

export function scoreNames({ gold, text, document }: ScoredSource, { tally, alignment, people }: Scoring): void {
  const expected = occurrences(text, gold.entities);
  const kinds: readonly Kind[] = ['person', 'organization', 'place'];
  for (const kind of kinds) {
    const names = document.mentions
      .filter((m) => m.kind === kind && m.form === 'name')
      .map((mention) => ({ ...bareName(text, mention), entity: mention.entity }));
    const used = new Set<Span>();
    for (const o of expected) {
      if (o.kind !== kind) continue;
      const name = names.find((n) => !used.has(n) && n.start === o.start && n.end === o.end);
      tally.count(kind, name !== undefined);
      if (name === undefined) {
        tally.note(gold.source, kind, `missed ${JSON.stringify(text.slice(o.start, o.end))} @ ${o.start}`);
        continue;
      }
      used.add(name);
      alignment.vote(name.entity, o.id);
      if (kind === 'person') {
        people.gold.set(`${gold.source}:${o.start}`, o.id);
        people.system.set(`${gold.source}:${o.start}`, name.entity);
      }
    }
    for (const n of names) {
      if (used.has(n)) continue;
      tally.extra(kind);
      tally.note(gold.source, kind, `extra ${JSON.stringify(text.slice(n.start, n.end))} @ ${n.start}`);
    }
  }
}
