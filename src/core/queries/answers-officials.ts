import type { Entity, Mention } from '../model';
import { type AnswerFilter, holds, inSource, within } from './answers-filter';
import { type AskedFolder, citeAll, type Citations } from './answers-place';
import type { Found } from './answers';
import { officesOn } from './offices';
import type { Located } from './view';
import { countryName } from './wording';

export interface OfficialAnswer extends Citations {
  readonly name: string;
  /** Other spellings and short forms in the sources. */
  readonly alsoCalled: readonly string[];
  readonly country: string | null;
  readonly offices: readonly OfficeAnswer[];
  /** Places that mean this person, by name, description or pronoun. */
  readonly mentions: number;
  readonly sources: number;
}

interface OfficeAnswer extends Citations {
  readonly title: string;
  readonly country: string | null;
  readonly organization: string | null;
  /** ISO dates where known. */
  readonly from: string | null;
  readonly to: string | null;
  /** True where dossier.yaml says so. */
  readonly inKnowledgeFile: boolean;
}

/** People whom the sources name, the most mentioned first. `text` looks in their offices; days are those of the sources. */
export function officials(folder: AskedFolder, filter: AnswerFilter): readonly Found<OfficialAnswer>[] {
  const { view } = folder;
  const found = view.extraction.entities
    .filter((e) => e.kind === 'person')
    .filter((e) => filter.country === null || e.country === filter.country)
    .filter((e) => holds(filter.name, e.name, ...e.variants))
    .filter((e) => filter.text === null || e.offices.some((o) => holds(filter.text, o.title, o.organization ?? '')))
    .map((person) => ({
      person,
      mentions: view
        .mentionsOf(person.id)
        .filter((m) => inSource(filter, folder.prefix + m.path) && within(filter, view.published(m.path))),
    }))
    .filter(({ mentions }) => mentions.length > 0);
  return found
    .sort((a, b) => b.mentions.length - a.mentions.length || (a.person.name < b.person.name ? -1 : 1))
    .map(({ person, mentions }) => ({ make: () => official(folder, person, mentions) }));
}

function official(folder: AskedFolder, person: Entity, mentions: readonly Located<Mention>[]): OfficialAnswer {
  const { view } = folder;
  const offices = officesOn(view, person, null, null).map(({ office, word }): OfficeAnswer => ({
    title: office.title,
    country: office.country === null ? null : countryName(office.country),
    organization: office.organization,
    from: office.from,
    to: office.to,
    inKnowledgeFile: word.knowledge !== null,
    ...citeAll(folder, office.evidence),
  }));
  const named = mentions.filter((m) => m.item.form === 'name');
  const places = (named.length > 0 ? named : mentions).map(({ path, item }) => ({
    path,
    start: item.start,
    end: item.end,
  }));
  return {
    name: person.name,
    alsoCalled: person.variants.filter((v) => v !== person.name),
    country: person.country === null ? null : countryName(person.country),
    offices,
    mentions: mentions.length,
    sources: new Set(mentions.map((m) => m.path)).size,
    ...citeAll(folder, places),
  };
}
