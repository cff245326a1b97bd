import type { LocalOffice, RolePhrase, SourceAnnotations } from '../../annotations';
import { plainTitle, sameOffice } from '../../annotators/coreference/offices';
import { isoRange } from '../../calendar';
import type { KnownOffice, KnownPerson } from '../../knowledge';
import type { Entity } from '../../model';
import { officeTable } from '../../lexicon/offices';
import { soleOfficeTitles } from '../../lexicon/sole-offices';
import type { ProblemPlace } from '../../problems';
import type { ResolvedDate } from '../resolve-dates';
import { inSteps, sortInSteps, type Steps } from '../../steps';
import type { LinkedSources } from './linked';

/** A source says of a person that they hold, or held, an office. */
export interface Statement {
  readonly source: number;
  readonly person: Entity;
  readonly known: KnownPerson | null;
  readonly office: LocalOffice;
  readonly status: LocalOffice['status'];
  /** The words name the state or body; it is not gathered from elsewhere. */
  readonly outright: boolean;
  /** The sentence speaks of a day long before that of the source. */
  readonly ofThePast: boolean;
  /** ISO 3166-1 alpha-2 of the state whose office it is, or null. */
  readonly country: string | null;
  readonly place: ProblemPlace;
  /** Day numbers between which the source was published. */
  readonly first: number;
  readonly last: number;
  /** ISO, the best single day. */
  readonly day: string;
}

/** So many sources are looked at in a step. */
const STEP = 8;

/** The statements of all dated sources, each office of a person once for each source, in the order of the sources' days. */
export function* statementsOf({ sources, entities, published, dates, knowledge }: LinkedSources): Steps<Statement[]> {
  const byId = new Map(entities.entities.map((e) => [e.id, e]));
  const known = new Map(knowledge.people.map((p) => [p.name, p]));
  const statements: Statement[] = [];
  yield* inSteps(sources, STEP, ({ annotations, path }, s) => {
    const date = published[s] ?? null;
    const [first, last] = [isoRange(date?.earliest ?? '')?.first, isoRange(date?.latest ?? '')?.last];
    if (date === null || first === undefined || last === undefined) return;
    const seen = new Set<string>();
    const past = sentencesOfThePast(annotations, dates[s] ?? [], first);
    for (const [index, local] of annotations.entities.entries()) {
      const person = local.kind === 'person' ? byId.get(entities.ids[s]?.[index] ?? '') : undefined;
      if (person === undefined) continue;
      for (const office of local.offices) {
        const role = annotations.roles[office.role];
        if (role === undefined) continue;
        const status = statusOf(annotations, role, office);
        const key = `${person.id} ${status} ${office.title}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const place = { path, start: role.start, end: role.end };
        const country = office.country ?? (office.organization === null ? person.country : null);
        statements.push({
          status,
          outright: role.country !== null || role.organization !== null,
          ofThePast: past.has(annotations.tokens[role.first]?.sentence ?? -1),
          source: s,
          person,
          known: known.get(person.name) ?? null,
          office,
          country,
          place,
          first,
          last,
          day: date.value,
        });
      }
    }
  });
  return yield* sortInSteps(statements, (a, b) => a.last - b.last || a.source - b.source);
}

/** What happened longer ago than this happened under others, in days. */
const LONG_AGO = 60;

/** Sentences that name a day long before that of the source: `the foreign minister, whom she met in 2019`. */
function sentencesOfThePast(
  { dates, tokens }: SourceAnnotations,
  values: readonly ResolvedDate[],
  published: number,
): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [i, date] of dates.entries()) {
    const range = isoRange(values[i]?.value ?? '');
    if (range !== null && published - range.last > LONG_AGO) found.add(tokens[date.first]?.sentence ?? -1);
  }
  return found;
}

/** `late` and `former` may stand before the country: `the late Chadian president`. */
function statusOf({ tokens }: SourceAnnotations, role: RolePhrase, office: LocalOffice): LocalOffice['status'] {
  if (role.status !== 'current') return role.status;
  return officeTable().status.get(tokens[role.first - 1]?.lower ?? '') ?? office.status;
}

/** The known offices that a statement can mean: same words or other words for them, of a country that fits. */
export function meantOffices(known: KnownPerson, { office, country }: Statement): readonly KnownOffice[] {
  return known.offices.filter(
    (o) =>
      sameOffice(bareTitle(o.title), office.title) &&
      (o.country === null || country === null || o.country === country) &&
      (o.organization === null || office.organization !== null || office.country === null),
  );
}

export function bareTitle(title: string): string {
  return title.replace(/^acting /u, '');
}

/** The name of an office that one person of a state holds at a time, or null for any other. */
export function soleOffice(title: string): string | null {
  const plain = plainTitle(bareTitle(title));
  const titles = soleOfficeTitles();
  if (titles.has(plain)) return plain;
  for (const one of titles) if (sameOffice(one, plain)) return one;
  return null;
}

/** Day numbers of a tenure; open ends are infinite. */
export function tenureOf(office: KnownOffice): { readonly first: number; readonly last: number } {
  return {
    first: (office.from === null ? null : isoRange(office.from))?.first ?? -Infinity,
    last: (office.to === null ? null : isoRange(office.to))?.last ?? Infinity,
  };
}
