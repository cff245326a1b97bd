import * as l10n from '../../l10n';
import { isoDay } from '../../calendar';
import { formatDate } from '../../day-words';
import type { KnownOffice, KnownPerson } from '../../knowledge';
import type { Problem } from '../../model';
import { problemAt } from '../../problems';
import { fileName, type LinkedSources } from './linked';
import { flatMapInSteps, inSteps, type Steps } from '../../steps';
import type { LikelySame } from './spellings';
import { meantOffices, soleOffice, type Statement, statementsOf, tenureOf } from './statements';

/** So many statements are held against others in a step. */
const STEP = 32;

/**
 * `office-contradicted`: a source calls somebody the holder of an office who did not hold it on the day of that source.
 *
 * A warning on the word of the knowledge file: the person's own tenure, or that of another holder of an office that one person holds
 * at a time. An information on the word of other sources: they call the person former before, or the successor is in office already.
 */
export function* officeProblems(linked: LinkedSources, people: LikelySame): Steps<Problem[]> {
  const statements = yield* statementsOf(linked);
  const holders = knownHolders(linked);
  const problems: Problem[] = [];
  const unsettled: Statement[] = [];
  yield* inSteps(statements, STEP, (statement) => {
    if (statement.status === 'designate' || statement.ofThePast) return;
    const own = byTenure(statement);
    const settled = own === undefined ? byOtherHolder(statement, holders) : own;
    if (settled === undefined) unsettled.push(statement);
    else if (settled !== null) problems.push(settled);
  });
  return [...problems, ...(yield* bySources(unsettled, people))];
}

/** Undefined where the knowledge file says nothing of it, null where it agrees. */
function byTenure(statement: Statement): Problem | null | undefined {
  const { known, office, status, person, place, first, last } = statement;
  const meant = known === null ? [] : meantOffices(known, statement).filter((o) => o.from !== null || o.to !== null);
  if (known === null || meant.length === 0) return undefined;
  const tenures = meant.map(tenureOf);
  const past = isPast(statement);
  if (past) {
    const ended = tenures.some((t) => t.last <= last);
    const during = tenures.some((t) => t.first <= first && last < t.last);
    if (ended || !during) return null;
  } else if (tenures.some((t) => t.first <= last && first <= t.last)) return null;
  const title =
    status === 'former'
      ? l10n.t('former {0}', office.title)
      : status === 'late'
        ? l10n.t('late {0}', office.title)
        : office.title;
  const periods = meant.map(period).reduce((before, next) => l10n.t('{0} and {1}', before, next));
  const message = l10n.t(
    '{0} is called {1} on {2}, but dossier.yaml has {3} in that office {4}.',
    person.name,
    title,
    formatDate(isoDay(last)),
    person.name,
    periods,
  );
  return problemAt('office-contradicted', place, message);
}

/** Known holders of offices that one person holds at a time, by country and office. */
type Holders = ReadonlyMap<string, readonly { readonly person: KnownPerson; readonly office: KnownOffice }[]>;

function knownHolders({ knowledge }: LinkedSources): Holders {
  const holders = new Map<string, { person: KnownPerson; office: KnownOffice }[]>();
  for (const person of knowledge.people) {
    for (const office of person.offices) {
      const sole = office.organization === null ? soleOffice(office.title) : null;
      if (sole === null || office.country === null) continue;
      const key = `${office.country} ${sole}`;
      const list = holders.get(key);
      if (list === undefined) holders.set(key, [{ person, office }]);
      else list.push({ person, office });
    }
  }
  return holders;
}

function byOtherHolder(statement: Statement, holders: Holders): Problem | undefined {
  const { office, person, place, first, last } = statement;
  const key = keyOf(statement);
  if (key === null || isPast(statement)) return undefined;
  const other = (holders.get(key) ?? []).find(({ person: p, office: o }) => {
    const tenure = tenureOf(o);
    return p.name !== person.name && o.from !== null && tenure.first < first && last < tenure.last;
  });
  if (other === undefined) return undefined;
  const message = l10n.t(
    '{0} is called {1} on {2}, but dossier.yaml has {3} in that office {4}.',
    person.name,
    office.title,
    formatDate(isoDay(last)),
    other.person.name,
    period(other.office),
  );
  return problemAt('office-contradicted', place, message);
}

/** Statements come in the order of their days. */
function* bySources(statements: readonly Statement[], people: LikelySame): Steps<Problem[]> {
  const byOffice = new Map<string, Statement[]>();
  yield* inSteps(statements, STEP, (statement) => {
    const key = keyOf(statement);
    if (key === null) return;
    const list = byOffice.get(key);
    if (list === undefined) byOffice.set(key, [statement]);
    else list.push(statement);
  });
  return yield* flatMapInSteps([...byOffice.values()], 1, (list) => outOfOrder(list, people));
}

/** Who is called the holder after a source had them as former, or after a successor; and a second holder on one day. */
function outOfOrder(statements: readonly Statement[], { alike }: LikelySame): Problem[] {
  const problems: Problem[] = [];
  const left = new Map<string, Statement>();
  const began = new Map<string, Statement>();
  let holder: Statement | undefined;
  for (const statement of statements) {
    const { id } = statement.person;
    if (isPast(statement)) {
      if (!left.has(id)) left.set(id, statement);
      continue;
    }
    const gone = left.get(id);
    if (gone !== undefined && gone.last < statement.first) problems.push(tell(statement, gone, 'former'));
    else if (holder !== undefined && !alike(holder.person, statement.person)) {
      if (began.has(id) && holder.last < statement.first) problems.push(tell(statement, holder, 'successor'));
      else if (
        isOneDay(statement) &&
        isOneDay(holder) &&
        holder.last === statement.last &&
        holder.source !== statement.source
      )
        problems.push(tell(statement, holder, 'holder'));
    }
    if (!began.has(id)) began.set(id, statement);
    if (gone === undefined && statement.outright && holder?.person.id !== id) holder = statement;
  }
  return problems;
}

/** @param says what the other source has: this one as former, a successor, or another holder on that day */
function tell(statement: Statement, other: Statement, says: 'former' | 'successor' | 'holder'): Problem {
  const { person, office, place, day } = statement;
  const file = fileName(other.place.path);
  const words = [person.name, office.title, formatDate(day), file, formatDate(other.day), other.person.name];
  const message = {
    former: () => l10n.t('{0} is called {1} on {2}, but {3} of {4} calls them former.', ...words),
    successor: () => l10n.t('{0} is called {1} on {2}, but {3} of {4} has {5} in that office since.', ...words),
    holder: () => l10n.t('{0} is called {1} on {2}, but {3} of {4} has {5} in that office.', ...words),
  }[says]();
  const related = [
    {
      ...other.place,
      message: l10n.t('{0}: {1} on {2}', other.person.name, other.office.title, formatDate(other.day)),
    },
  ];
  return problemAt('office-contradicted', place, message, { related, lighter: true });
}

/** Country and office where one person holds it at a time, else null. */
function keyOf({ office, country }: Statement): string | null {
  const sole = country === null || office.organization !== null ? null : soleOffice(office.title);
  return sole === null ? null : `${country ?? ''} ${sole}`;
}

function isPast({ status }: Statement): boolean {
  return status === 'former' || status === 'late';
}

function isOneDay({ first, last }: Statement): boolean {
  return first === last;
}

/** `from 2024-05-20 to 2024-08-21`. */
function period({ from, to }: KnownOffice): string {
  if (from !== null && to !== null) return l10n.t('from {0} to {1}', formatDate(from), formatDate(to));
  if (from !== null) return l10n.t('from {0}', formatDate(from));
  return to === null ? '' : l10n.t('until {0}', formatDate(to));
}
