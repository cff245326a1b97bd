import * as l10n from '../../l10n';
import { lastStartingAtOrBefore } from '../../text';
import type { LocalQuotation } from '../../annotations';
import type { Entity, Problem } from '../../model';
import { problemAt } from '../../problems';
import { flatMapInSteps, inSteps, sortInSteps, type Steps } from '../../steps';
import type { LikelySame } from './spellings';
import { compareWordings } from './wordings';
import { fileName, type LinkedSources, quoted } from './linked';

/** A direct quotation as it is compared. */
interface Saying {
  readonly source: number;
  readonly quotation: LocalQuotation;
  /** In lower case, without punctuation. */
  readonly words: readonly string[];
  /** The person who speaks; null where nobody, or a body, does. */
  readonly speaker: Entity | null;
  /** The words left something out themselves. */
  readonly shortened: boolean;
}

/** Shorter quotations are phrases that many people use. */
const FEWEST_WORDS = 6;
const MOST_WORDS = 150;
const SHINGLE = 3;
/** Words that stand in more quotations than this are a formula (`we will continue to`). */
const MOST_BEARERS = 12;
/** From here on two quotations are one, worded differently. */
const ALIKE = 0.7;
/** From here on two quotations are one, whoever is said to speak. */
const NEARLY_SAME = 0.9;

/**
 * `quotation-differs` (information): one quotation in two sources, with other words inside. `quotation-two-speakers` (warning): one
 * quotation that is given to two people. Leaving out a beginning or an end is no difference. Candidates are found by three words in
 * a row that they share, so time is near-linear in the number of quotations.
 */
export function* quotationProblems(linked: LinkedSources, people: LikelySame): Steps<Problem[]> {
  const sayings = yield* sayingsOf(linked);
  const problems: Problem[] = [];
  const index = new Map<string, number[]>();
  yield* inSteps(sayings, 1, (saying, i) => {
    const told = new Map<string, Problem>();
    let seenBefore = false;
    for (const j of candidates(saying, index)) {
      const other = sayings[j];
      const found = other === undefined ? null : compare(linked, people, other, saying);
      if (found === 'same') seenBefore = true;
      else if (found !== null && !told.has(found.code)) told.set(found.code, found);
    }
    // Where it differs from another source was told of the one that it repeats.
    if (seenBefore) told.delete('quotation-differs');
    problems.push(...told.values());
    for (const key of shingles(saying.words)) {
      const list = index.get(key);
      if (list === undefined) index.set(key, [i]);
      else list.push(i);
    }
  });
  return problems;
}

function* sayingsOf({ sources, entities, published }: LinkedSources): Steps<Saying[]> {
  const byId = new Map(entities.entities.map((e) => [e.id, e]));
  const sayings = yield* flatMapInSteps(sources, 8, ({ annotations }, source) =>
    annotations.quotes.flatMap((quotation): Saying[] => {
      if (quotation.form !== 'direct') return [];
      const words: string[] = [];
      const { tokens } = annotations;
      for (let k = Math.max(0, lastStartingAtOrBefore(tokens, quotation.start)); k < tokens.length; k++) {
        const token = tokens[k];
        if (token === undefined || token.start >= quotation.end || words.length === MOST_WORDS) break;
        if (token.start >= quotation.start && token.kind !== 'punctuation') words.push(token.lower);
      }
      if (words.length < FEWEST_WORDS) return [];
      const entity = byId.get(quotation.speaker === null ? '' : (entities.ids[source]?.[quotation.speaker] ?? ''));
      const speaker = entity?.kind === 'person' ? entity : null;
      const text = annotations.text.slice(quotation.start, quotation.end);
      return [{ source, quotation, words, speaker, shortened: /\.\.|…|[[(]/u.test(text) }];
    }),
  );
  const day = (s: Saying): string => published[s.source]?.value ?? '9';
  return yield* sortInSteps(sayings, (a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a.source - b.source));
}

function shingles(words: readonly string[]): Set<string> {
  const keys = new Set<string>();
  for (let i = 0; i + SHINGLE <= words.length; i++) keys.add(words.slice(i, i + SHINGLE).join(' '));
  return keys;
}

function candidates({ words }: Saying, index: ReadonlyMap<string, readonly number[]>): Set<number> {
  const found = new Set<number>();
  for (const key of shingles(words)) {
    const bearers = index.get(key) ?? [];
    if (bearers.length <= MOST_BEARERS) for (const j of bearers) found.add(j);
  }
  return found;
}

/** @param earlier the one that was published first; the problem stands at the other */
function compare(
  { sources }: LinkedSources,
  { alike }: LikelySame,
  earlier: Saying,
  later: Saying,
): Problem | 'same' | null {
  const [one, two] = [sources[earlier.source], sources[later.source]];
  if (one === undefined || two === undefined) return null;
  const { likeness, same, difference } = compareWordings(earlier.words, later.words);
  const place = { path: two.path, start: later.quotation.start, end: later.quotation.end };
  const where = { path: one.path, start: earlier.quotation.start, end: earlier.quotation.end };
  const twoPeople = earlier.speaker !== null && later.speaker !== null && !alike(earlier.speaker, later.speaker);
  if (twoPeople) {
    if (likeness < NEARLY_SAME) return null;
    const by = earlier.speaker.name;
    const message = l10n.t(
      '{0} is given to {1} here, and to {2} in {3}.',
      quoted(two, place),
      later.speaker.name,
      by,
      fileName(one.path),
    );
    const related = [{ ...where, message: l10n.t('Given to {0}: {1}', by, quoted(one, where)) }];
    return problemAt('quotation-two-speakers', place, message, { related });
  }
  if (same) return 'same';
  if (one === two || likeness < ALIKE || earlier.shortened || later.shortened) return null;
  const [before, after] = difference;
  const file = fileName(one.path);
  const message =
    before === ''
      ? l10n.t('This quotation adds “{0}” to the words that {1} quotes.', after, file)
      : after === ''
        ? l10n.t('This quotation leaves out “{0}” of the words that {1} quotes.', before, file)
        : l10n.t('This quotation has “{0}” for “{1}” in the words that {2} quotes.', after, before, file);
  return problemAt('quotation-differs', place, message, {
    related: [{ ...where, message: l10n.t('Worded here: {0}', quoted(one, where, 200)) }],
  });
}
