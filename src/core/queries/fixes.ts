/** What can be written into the knowledge file so that a problem is settled. */
import * as l10n from '../l10n';
import { sameOffice } from '../annotators/coreference/offices';
import {
  addAccepted,
  addDifferent,
  addOffice,
  addSpelling,
  applyEdits,
  minimalEdit,
  type NewText,
  setTenure,
} from '../knowledge-additions';
import { setSourceDate, setSourceDates, type TextEdit } from '../knowledge-edit';
import type { EntryList } from '../knowledge-entries';
import type { Entity, Problem, SourceSpan } from '../model';
import { formatDate } from './wording';
import type { DossierView } from './view';

/** A change of the knowledge file; `apply` takes its text (empty where there is none) and gives the edit, null where it is broken. */
export interface Fix {
  readonly title: string;
  /** The one that is right most often. */
  readonly preferred: boolean;
  readonly apply: (knowledge: string) => TextEdit | null;
}

/** The fixes of a problem, the likeliest first. Problems of the knowledge file itself have none. */
export function fixesOf(view: DossierView, problem: Problem): readonly Fix[] {
  switch (problem.code) {
    case 'name-spellings':
      return spellingFixes(view, problem);
    case 'name-ambiguous':
      return [...ambiguityFixes(view, problem), ...acceptance(view, problem)];
    case 'office-contradicted':
      return [...officeFixes(view, problem), ...acceptance(view, problem)];
    case 'figure-conflict':
    case 'figure-decrease':
    case 'figure-unattributed':
    case 'quotation-differs':
    case 'quotation-two-speakers':
    case 'date-mismatch':
      return acceptance(view, problem);
    default:
      return [];
  }
}

/** Problems that are settled by dating their source. */
export function asksForDate(problem: Problem): boolean {
  return problem.code === 'source-undated' || problem.code === 'date-unresolved';
}

/** Writes an inferred date down; null for a source whose date is not inferred. */
export function inferredDateFix(view: DossierView, path: string): Fix | null {
  const date = view.document(path)?.date;
  if (date?.basis !== 'inferred') return null;
  const title = l10n.t('Date this source {0}, as inferred', formatDate(date.value));
  return fix(title, (text) => applied(text, setSourceDate(text, path, date.value)));
}

/** Writes all inferred dates down; null where there are none. */
export function allInferredDatesFix(view: DossierView): Fix | null {
  const inferred = view.extraction.documents.flatMap(({ path, date }) =>
    date?.basis === 'inferred' ? [{ path, day: date.value }] : [],
  );
  if (inferred.length === 0) return null;
  const title = l10n.t('Accept all inferred dates ({0})', inferred.length);
  return fix(title, (text) => setSourceDates(text, inferred));
}

function fix(title: string, change: (text: string) => NewText, preferred = false): Fix {
  const apply = (text: string): TextEdit | null => {
    const after = change(text);
    return after === null ? null : minimalEdit(text, after);
  };
  return { title, preferred, apply };
}

function applied(text: string, edit: TextEdit | null): NewText {
  return applyEdits(text, edit === null ? null : [edit]);
}

function spellingFixes(view: DossierView, problem: Problem): Fix[] {
  const rare = entityAt(view, placeOf(problem));
  const common = entityAt(view, problem.related?.[0]);
  if (rare === undefined || common === undefined) return [];
  // An entry of the knowledge file keeps its name; the other one is a spelling of it.
  const known = (e: Entity): boolean => view.knowledge.people.some((p) => p.name === e.name);
  const [main, other] = known(rare) && !known(common) ? [rare, common] : [common, rare];
  const apart = fix(l10n.t('{0} and {1} are two people', rare.name, common.name), (text) =>
    addDifferent(text, [rare.name, common.name]),
  );
  if (known(rare) && known(common)) return [apart];
  const one = l10n.t('{0} and {1} are one person: add the spelling “{2}”', rare.name, common.name, other.name);
  return [fix(one, (text) => addSpelling(text, 'people', main.name, other.name), true), apart];
}

function ambiguityFixes(view: DossierView, problem: Problem): Fix[] {
  const name = words(view, placeOf(problem));
  return (problem.related ?? []).flatMap((place) => {
    const person = entityAt(view, place);
    if (person === undefined) return [];
    const title = l10n.t('“{0}” is {1}: add the spelling', name, person.name);
    return [fix(title, (text) => addSpelling(text, listOf(person), person.name, name))];
  });
}

function listOf({ kind }: Entity): EntryList {
  return kind === 'person' ? 'people' : kind === 'organization' ? 'organizations' : 'places';
}

function officeFixes(view: DossierView, problem: Problem): Fix[] {
  const place = placeOf(problem);
  const day = place === null ? null : view.published(place.path);
  if (place === null || day === null) return [];
  for (const person of view.extraction.entities) {
    const office = person.offices.find((o) => o.evidence.some((e) => e.path === place.path && e.start === place.start));
    if (office === undefined) continue;
    const title = bare(office.title);
    const known = view.knowledge.people.find((p) => p.name === person.name);
    const tenures = (known?.offices ?? [])
      .map((o, index) => ({ ...o, index }))
      .filter((o) => sameOffice(bare(o.title), title));
    const country = office.country ?? '';
    if (tenures.length === 0) return untold(view, problem, person, title, country, day);
    const fixes: Fix[] = [];
    const later = tenures.find((o) => o.from !== null && o.from > day);
    const earlier = tenures.findLast((o) => o.to !== null && o.to < day);
    const set = (index: number, end: 'from' | 'to'): Fix =>
      fix(wasUntilOrFrom(end, person.name, title, day), (text) => setTenure(text, person.name, index, end, day));
    if (earlier !== undefined) fixes.push(set(earlier.index, 'to'));
    if (later !== undefined) fixes.push(set(later.index, 'from'));
    return fixes;
  }
  return [];
}

/** The knowledge file does not say when the person held the office. */
function untold(
  view: DossierView,
  problem: Problem,
  person: Entity,
  title: string,
  country: string,
  day: string,
): Fix[] {
  const { name } = person;
  const other = problem.related?.[0];
  const end = other === undefined ? null : view.published(other.path);
  const from = fix(wasUntilOrFrom('from', name, title, day), (text) =>
    addOffice(text, name, { title, country, from: day, to: '' }),
  );
  if (end === null) return [from];
  const until = fix(wasUntilOrFrom('to', name, title, end), (text) =>
    addOffice(text, name, { title, country, from: '', to: end }),
  );
  return [until, from];
}

function wasUntilOrFrom(end: 'from' | 'to', name: string, title: string, day: string): string {
  return end === 'from'
    ? l10n.t('{0} was {1} from {2}', name, title, formatDate(day))
    : l10n.t('{0} was {1} until {2}', name, title, formatDate(day));
}

function bare(title: string): string {
  return title.replace(/^acting /u, '');
}

function acceptance(view: DossierView, problem: Problem): Fix[] {
  const place = placeOf(problem);
  if (place === null) return [];
  const other = problem.related?.[0]?.path ?? '';
  const fields = {
    code: problem.code,
    source: place.path,
    text: words(view, place),
    other: other === place.path ? '' : other,
  };
  const title =
    problem.code === 'figure-unattributed'
      ? l10n.t('Accept this figure although nobody is named for it')
      : l10n.t('Accept this difference');
  return [fix(title, (text) => addAccepted(text, fields))];
}

function placeOf({ path, start, end }: Problem): SourceSpan | null {
  return path === null || start === null || end === null ? null : { path, start, end };
}

function words(view: DossierView, place: SourceSpan | null): string {
  if (place === null) return '';
  return view.text(place.path).slice(place.start, place.end).replace(/\s+/gu, ' ').trim();
}

function entityAt(view: DossierView, place: SourceSpan | null | undefined): Entity | undefined {
  if (place === null || place === undefined) return undefined;
  const mention = view.document(place.path)?.mentions.find((m) => m.start === place.start && m.end === place.end);
  return mention === undefined ? undefined : view.entity(mention.entity);
}
