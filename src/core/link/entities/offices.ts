import type { LocalOffice } from '../../annotations';
import { oneOffice, plainTitle } from '../../annotators/coreference/offices';
import type { KnownOffice } from '../../knowledge';
import type { Office, SourceSpan } from '../../model';
import type { LinkSource } from '../source';
import type { EntityCluster } from './clusters';

interface Gathered {
  /** Title as written → how often. */
  readonly titles: Map<string, number>;
  readonly plain: string;
  country: string | null;
  organization: string | null;
  from: string | null;
  to: string | null;
  readonly evidence: SourceSpan[];
}

/**
 * The offices of a person over all sources: one for each title and country, with every place that says so as evidence. Different
 * words for one office (`premier`, `prime minister`) are one. The knowledge file adds the tenure, and offices of its own.
 */
export function mergeOffices(cluster: EntityCluster, sources: readonly LinkSource[]): Office[] {
  if (cluster.kind !== 'person') return [];
  const gathered: Gathered[] = [];
  for (const { source, entity } of cluster.members) {
    const linked = sources[source];
    if (linked === undefined) continue;
    const { annotations, path } = linked;
    for (const office of annotations.entities[entity]?.offices ?? []) {
      const role = annotations.roles[office.role];
      if (role === undefined) continue;
      const organization =
        office.organization === null ? null : (annotations.entities[office.organization]?.name ?? null);
      const country = office.country ?? (organization === null ? cluster.country : null);
      const into = find(gathered, titleOf(office), country, organization);
      const written = titleOf(office);
      into.titles.set(written, (into.titles.get(written) ?? 0) + 1);
      into.evidence.push({ path, start: role.start, end: role.end });
    }
  }
  const { knownThing } = cluster;
  if (knownThing !== null && 'offices' in knownThing)
    for (const office of knownThing.offices) addKnown(gathered, office, office.country ?? knownThing.country);
  return gathered.map(finish).sort((a, b) => b.evidence.length - a.evidence.length || compare(a.title, b.title));
}

function titleOf(office: LocalOffice): string {
  switch (office.status) {
    case 'acting':
      return `acting ${office.title}`;
    case 'designate':
      return `${office.title} designate`;
    case 'current':
    case 'former':
    case 'late':
      return office.title;
  }
}

/** The office to which one more statement belongs; a new one where there is none. */
function find(gathered: Gathered[], title: string, country: string | null, organization: string | null): Gathered {
  const plain = plainTitle(title);
  for (const office of gathered) {
    const known = [...office.titles.keys()];
    if (office.plain !== plain && !known.some((t) => oneOffice(t, title))) continue;
    if (country !== null && office.country !== null && country !== office.country) continue;
    if (organization !== null && office.organization !== null && organization !== office.organization) continue;
    office.country ??= country;
    office.organization ??= organization;
    return office;
  }
  const office: Gathered = { titles: new Map(), plain, country, organization, from: null, to: null, evidence: [] };
  gathered.push(office);
  return office;
}

function addKnown(gathered: Gathered[], known: KnownOffice, country: string | null): void {
  const office = find(gathered, known.title, country, known.organization);
  office.titles.set(known.title, Infinity);
  office.country = country;
  office.from = known.from;
  office.to = known.to;
}

function finish(office: Gathered): Office {
  const titles = [...office.titles].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
  const evidence = office.evidence.sort((a, b) => compare(a.path, b.path) || a.start - b.start);
  const { country, organization, from, to } = office;
  return { title: titles[0]?.[0] ?? '', country, organization, from, to, evidence };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
