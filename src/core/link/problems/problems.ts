import { DifferentNames } from '../../different-names';
import type { Problem } from '../../model';
import type { Steps } from '../../steps';
import type { LinkedSources } from './linked';
import { officeProblems } from './offices';
import { quotationProblems } from './quotations';
import { likelySamePeople } from './spellings';
import { unattributedFigures } from './unattributed';
import { unresolvedDates } from './unresolved-dates';

/** What does not fit together in or between sources, beyond what linking itself finds: the ordered list of checks. */
export function* findProblems(linked: LinkedSources): Steps<Problem[]> {
  const people = yield* likelySamePeople(linked, new DifferentNames(linked.knowledge.different));
  const offices = yield* officeProblems(linked, people);
  const quotations = yield* quotationProblems(linked, people);
  const dates = yield* unresolvedDates(linked);
  return [...dates, ...people.problems, ...offices, ...quotations, ...(yield* unattributedFigures(linked))];
}
