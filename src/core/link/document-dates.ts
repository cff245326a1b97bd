import * as l10n from '../l10n';
import { dayNumber, isDay, isoDay, isoRange } from '../calendar';
import type { Knowledge } from '../knowledge';
import type { DocumentDate, Problem } from '../model';
import { severityOf } from '../problems';
import { textSpan } from '../text';
import { datedWeekdayProblems } from './document-dates/check';
import { DateInference } from './document-dates/infer';
import type { LinkedEntities } from './entities';
import type { LinkSource } from './source';
import { finish, inSteps, type Steps } from '../steps';

export interface DocumentDates {
  /** For each source its date, or null where the evidence does not decide. */
  readonly dates: readonly (DocumentDate | null)[];
  /** `source-undated`, or `source-empty` where there is nothing to date (information), `date-mismatch` (warning). */
  readonly problems: readonly Problem[];
}

/** So many sources are looked at in a step. */
const STEP = 16;

/** Finds when each source was published: configured, stated, or inferred from all the evidence in it and in the others. */
export function linkDocumentDates(
  sources: readonly LinkSource[],
  entities: LinkedEntities,
  knowledge: Knowledge,
): DocumentDates {
  return finish(linkDocumentDatesInSteps(sources, entities, knowledge));
}

/** The same in steps. */
export function* linkDocumentDatesInSteps(
  sources: readonly LinkSource[],
  entities: LinkedEntities,
  knowledge: Knowledge,
): Steps<DocumentDates> {
  const given = sources.map((source) => configured(source) ?? stated(source));
  const dates = given.every((d) => d !== null)
    ? given
    : yield* new DateInference(sources, entities, knowledge).complete(given);
  const problems: Problem[] = [];
  yield* inSteps(sources, STEP, (source, i) => {
    const date = dates[i] ?? null;
    if (date === null) problems.push(undated(source));
    problems.push(...datedWeekdayProblems(source, date, knowledge));
  });
  return { dates, problems };
}

function undated({ path, annotations }: LinkSource): Problem {
  const empty = annotations.text.trim() === '';
  const code = empty ? 'source-empty' : 'source-undated';
  const message = empty
    ? l10n.t('The file is empty.')
    : l10n.t('The source gives no date of publication, and the evidence in it does not decide one.');
  return { code, severity: severityOf(code), message, path, start: null, end: null };
}

function configured(source: LinkSource): DocumentDate | null {
  const range = source.configured === null ? null : isoRange(source.configured);
  if (range === null) return null;
  const earliest = isoDay(range.first);
  return { value: earliest, earliest, latest: isoDay(range.last), basis: 'configured', evidence: [] };
}

function stated(source: LinkSource): DocumentDate | null {
  const { text, stated } = source.annotations;
  const found = stated.find((s) => s.precision === 'full' && s.year !== null && isDay(s.year, s.month, s.day));
  if (found?.year === undefined || found.year === null) return null;
  const value = isoDay(dayNumber(found.year, found.month, found.day));
  const why =
    found.place === 'dateline' ? l10n.t('The dateline gives the date.') : l10n.t('The source states its date.');
  return { value, earliest: value, latest: value, basis: 'stated', evidence: [{ ...textSpan(text, found), why }] };
}
