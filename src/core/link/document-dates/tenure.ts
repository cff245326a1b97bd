/** Clues from offices: who is called acting foreign minister was that on the day. */
import * as l10n from '../../l10n';
import type { SourceAnnotations } from '../../annotations';
import { type DayRange, isoRange } from '../../calendar';
import type { Knowledge, KnownOffice } from '../../knowledge';
import { type Clue, rangeClue, UNLIKELY } from './clue';

export function tenureClues(source: SourceAnnotations, knowledge: Knowledge): Clue[] {
  const clues: Clue[] = [];
  const seen = new Set<string>();
  for (const entity of source.entities) {
    const person = entity.known === null ? undefined : knowledge.people.find((p) => p.id === entity.known);
    if (person === undefined) continue;
    for (const index of entity.roles) {
      const role = source.roles[index];
      if (role === undefined || role.status === 'designate') continue;
      const title = role.status === 'acting' ? `acting ${role.title}` : role.title;
      const ranges = person.offices.filter((o) => o.title === title).map(tenure);
      if (ranges.length === 0 || seen.has(`${person.id} ${title} ${role.status}`)) continue;
      seen.add(`${person.id} ${title} ${role.status}`);
      const first = Math.min(...ranges.map((r) => r.first));
      const last = Math.max(...ranges.map((r) => r.last));
      if (role.status === 'former' || role.status === 'late') {
        const end = { first: last, last: Infinity };
        const why =
          role.status === 'former'
            ? l10n.t('{0} is called former {1}.', person.name, title)
            : l10n.t('{0} is called late {1}.', person.name, title);
        clues.push(rangeClue(role, end, UNLIKELY, why));
      } else {
        const why = l10n.t('{0} is called {1}, and held that office.', person.name, title);
        clues.push(rangeClue(role, { first, last }, UNLIKELY, why));
      }
    }
  }
  return clues;
}

function tenure(office: KnownOffice): DayRange {
  return {
    first: (office.from === null ? null : isoRange(office.from))?.first ?? -Infinity,
    last: (office.to === null ? null : isoRange(office.to))?.last ?? Infinity,
  };
}
