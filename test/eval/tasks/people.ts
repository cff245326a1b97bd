/** Tasks `country`, `role` and `coreference`. */
import type { Mention } from '../../../src/core/model';
import { overlaps } from '../../../src/core/text';
import { locate } from '../locate';
import { baseName, type ScoredSource, type Scoring } from '../source';

/** Titles that name the same office, in one wording. */
function normalRole(role: string): string {
  return role
    .toLowerCase()
    .replace(/\b(interim|caretaker)\b/g, 'acting')
    .replace(
      /\b(?:top diplomat|minister of foreign affairs|minister for foreign affairs|external affairs minister|foreign secretary)\b/g,
      'foreign minister',
    )
    .replace(/\bpremier\b/g, 'prime minister')
    .replace(/^the /, '')
    .trim();
}

/** A person's country, and the office as this source states it. */
export function scoreOffices({ gold }: ScoredSource, { tally, alignment }: Scoring): void {
  for (const person of gold.people) {
    const found = alignment.entitiesOf(person.id);
    if (person.country !== undefined) {
      const right = found.some((e) => e.country === person.country);
      tally.count('country', right);
      const got = found.map((e) => e.country).join();
      if (!right) tally.note(gold.source, 'country', `${person.id} ${person.country}, got ${got}`);
    }
    if (person.role !== undefined) {
      const titles = found
        .flatMap((e) => e.offices)
        .filter((o) => o.evidence.some((v) => baseName(v.path) === gold.source))
        .map((o) => normalRole(o.title));
      const right = titles.includes(normalRole(person.role));
      tally.count('role', right);
      if (!right) tally.note(gold.source, 'role', `${person.id} ${person.role}, got ${titles.join(' | ')}`);
    }
  }
}

/** Pronouns and descriptions of people: one for one with the extraction's, overlap is enough. */
export function scoreCoreference({ gold, text, document }: ScoredSource, { tally, alignment }: Scoring): void {
  const task = 'coreference';
  const references = document.mentions.filter((m) => m.kind === 'person' && m.form !== 'name');
  const used = new Set<Mention>();
  for (const person of gold.people)
    for (const context of person.refs) {
      const span = locate(text, context);
      const mention = references.find((m) => !used.has(m) && overlaps(m, span));
      if (mention !== undefined) used.add(mention);
      const referent = mention === undefined ? undefined : alignment.goldOf(mention.entity);
      const right = referent === person.id;
      tally.count(task, right);
      if (mention !== undefined && !right) tally.extra(task);
      const got = mention === undefined ? 'none' : (referent ?? mention.entity);
      if (!right) tally.note(gold.source, task, `${JSON.stringify(span.text)} ${person.id}, got ${got}`);
    }
  for (const m of references) {
    if (used.has(m)) continue;
    tally.extra(task);
    tally.note(gold.source, task, `extra ${JSON.stringify(m.text)} ${m.entity} @ ${m.start}`);
  }
}
