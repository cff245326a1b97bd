import type { LocalFigure, LocalQuotation, Sentence } from '../../annotations';
import type { Measure } from '../../lexicon/measures';
import { CaseReader } from './cases';
import { isPublicAffairs } from '../events/domain';
import type { ReadReferences } from '../input';
import { type Reading, prepare } from '../reading';
import {
  type Breakdown,
  type Measured,
  breakdownAt,
  brokenDown,
  inherited,
  isGapped,
  isOneWhoActs,
  isPart,
  listedReason,
  resumed,
} from './context';
import { type Reason, bareThingsOf, measureOf } from './measures';
import { type Draft, fullFigure, plainFigure } from './drafts';
import { findNumerals } from './numerals';
import { type Counted, readCounted } from './phrases';
import { PlaceReader } from './places';
import { SourceReader } from './sources';
import { WordSet } from '../../lexicon/word-table';

/**
 * Finds figures and what they count: value and bound, unit and group, measure, place, who says so and for which day.
 *
 * Figures that count no casualties (money, distances, shares of stock) come with `measure` null. Dates, times, ages, scores and
 * numbers in names are no figures.
 * @returns sorted by start; `first` and `last` are tokens
 */
export function findFigures(read: ReadReferences, quotes: readonly LocalQuotation[]): readonly LocalFigure[] {
  const r = prepare(read);
  let affairs: boolean | null = null;
  const sources = new SourceReader(r, quotes);
  let places: PlaceReader | null = null;
  const found: LocalFigure[] = [];
  const counted = new Set<Measure>();
  const cases = new CaseReader(r);
  let previous: Measured | null = null;
  /** The last total, for `the count had climbed to 31`. */
  let toll: Measured | null = null;
  for (const [index, sentence] of r.sentences.entries()) {
    const paragraph = r.paragraphs[sentence.paragraph];
    if (paragraph?.kind === 'boilerplate') continue;
    if (previous !== null && !continues(r, previous.sentence, index)) previous = null;
    const drafts: readonly Draft[] = readSentence(r, sentence, index, previous, toll, cases).map((told): Draft => {
      const draft = isOfOneDay(r, told, sentence, counted) ? { ...told, relation: 'increment' as const } : told;
      if (draft.reason === null || ALWAYS_MEANT.has(draft.reason.measure.name)) return draft;
      // In sport and business players are released, markets captured and rivals destroyed.
      affairs ??= isPublicAffairs(r.tokens);
      return affairs ? draft : { ...draft, reason: null };
    });
    for (const { figure, reason, relation } of drafts)
      if (reason !== null && relation !== 'part') {
        previous = { figure, sentence: index, reason, relation };
        if (relation === 'total') counted.add(reason.measure);
        if (relation === 'total' && isToll(reason.measure, toll)) toll = previous;
      }
    const read = (draft: Draft, k: number): LocalFigure => {
      if (draft.reason === null) return plainFigure(r, draft);
      const next = drafts[k + 1]?.figure.first ?? sentence.last;
      const nextPart = drafts[k + 1]?.relation === 'part';
      places ??= new PlaceReader(r);
      return fullFigure(r, draft, draft.reason, index, sources, places, next, drafts[k - 1]?.figure, nextPart);
    };
    // Parts first: their places hold for nothing else.
    const parts = drafts.map((draft, k) => (draft.relation === 'part' ? read(draft, k) : null));
    found.push(...drafts.map((draft, k) => parts[k] ?? read(draft, k)));
  }
  return withHeadlinePlaces(r, found);
}

/** A text's tolls are of deaths, where it gives any. */
function isToll(measure: Measure, before: Measured | null): boolean {
  return measure.name === 'killed' || (measure.counts === 'people' && before?.reason.measure.name !== 'killed');
}

/** A headline seldom says where: its number holds where the text gives the same one. */
function withHeadlinePlaces(r: Reading, figures: readonly LocalFigure[]): readonly LocalFigure[] {
  return figures.map((figure, i) => {
    const sentence = r.tokens[figure.first]?.sentence ?? 0;
    if (r.paragraphs[r.sentences[sentence]?.paragraph ?? 0]?.kind !== 'headline' || figure.measure === null)
      return figure;
    for (const other of figures.slice(i + 1, i + 1 + HEADLINE_REACH))
      if (other.measure === figure.measure && other.value === figure.value && other.place !== figure.place)
        return { ...figure, place: other.place };
    return figure;
  });
}

/** How many figures on the text may repeat its headline's. */
const HEADLINE_REACH = 4;

/** Measures whose words are meant where they count people, whatever the report is about. */
const ALWAYS_MEANT = new Set(['killed', 'injured', 'infected', 'rescued']);

/** Whether a figure without words of its own may look back to that sentence: the same paragraph, at most two sentences on. */
function continues(r: Reading, from: number, to: number): boolean {
  return to - from <= 2 && r.sentences[from]?.paragraph === r.sentences[to]?.paragraph;
}

function readSentence(
  r: Reading,
  sentence: Sentence,
  index: number,
  before: Measured | null,
  toll: Measured | null,
  cases: CaseReader,
): Draft[] {
  const numerals = findNumerals(r, sentence.first, sentence.last);
  if (numerals.length === 0) return [];
  const figures = numerals.map((n, i) => readCounted(r, n, numerals[i + 1]?.first ?? sentence.last));
  const drafts: Draft[] = [];
  let previous = before;
  let part: Measured | null = null;
  let list: Breakdown | null = null;
  for (const figure of figures) {
    const window = { from: sentence.first, to: sentence.last };
    const told =
      usable(figure) && !isOneWhoActs(r, figure) ? (cases.reasonFor(figure) ?? measureOf(r, figure, window)) : null;
    const own = told !== null && isGapped(r, figure, told, previous, index) ? null : told;
    // `among them five women and two children`
    list = breakdownAt(r, figure, previous, index) ?? list;
    const listed: Reason | null = own === null ? (brokenDown(r, figure, list) ?? listedReason(r, figure, part)) : null;
    const reason: Reason | null =
      own ??
      listed ??
      inherited(r, figure, previous, index, window) ??
      (previous?.reason.measure.counts === 'things' ? bareThingsOf(r, figure, window) : null) ??
      resumed(r, figure, toll, window);
    if (reason === null && !isWorthTelling(figure)) continue;
    // `80 of them in Mamuju and 11 in Majene`
    const another: boolean = part !== null && reason?.rule === 'elliptical-figure';
    const relation: LocalFigure['relation'] =
      listed === null && !another ? relationOf(r, figure, previous, reason, index) : 'part';
    drafts.push({ figure, reason, relation });
    part = reason !== null && relation === 'part' ? { figure, sentence: index, reason, relation } : null;
    if (reason !== null && relation !== 'part') previous = { figure, sentence: index, reason, relation };
    else if (reason !== null && previous === null) previous = { figure, sentence: index, reason, relation };
  }
  return withForwardCoordination(r, drafts);
}

/**
 * `429 new cases in the past 24 hours`, `on Friday alone`: what one day adds to a count that was given before.
 * @param counted what the text has counted so far
 */
function isOfOneDay(
  r: Reading,
  { figure, reason, relation }: Draft,
  sentence: Sentence,
  counted: ReadonlySet<Measure>,
): boolean {
  if (reason === null || relation !== 'total' || reason.rule.startsWith('toll') || !counted.has(reason.measure))
    return false;
  for (let k = Math.max(sentence.first, figure.first - 10); k < Math.min(sentence.last, figure.last + 10); k++) {
    const word = r.tokens[k]?.lower;
    if (word === 'alone' && r.dateAt[k - 1] !== -1) return true;
    const spans = word === '24' || word === '48' || word === '24-hour';
    if (spans && r.tokens[k + 1]?.lower === 'hours' && LATEST.holds(r.tokens[k - 1])) return true;
  }
  return false;
}

const LATEST = new WordSet(['past', 'last', 'previous', 'preceding', 'latest', 'prior']);

/** A year counts nothing unless words say so. */
function usable(figure: Counted): boolean {
  return !figure.numeral.yearLike || figure.noun === 'people' || figure.noun === 'thing';
}

/** `12 soldiers and 3 civilians were killed`: the first takes the measure of the second. */
function withForwardCoordination(r: Reading, drafts: readonly Draft[]): Draft[] {
  const result = [...drafts];
  for (let i = result.length - 2; i >= 0; i--) {
    const draft = result[i];
    const next = result[i + 1];
    if (
      draft === undefined ||
      draft.reason !== null ||
      next === undefined ||
      next.reason === null ||
      draft.figure.noun === 'quantity'
    )
      continue;
    if (!areJoined(r, draft.figure.last, next.figure.first)) continue;
    const fits =
      next.reason.measure.counts === 'things' ? draft.figure.noun === 'thing' : draft.figure.noun === 'people';
    if (fits) result[i] = { ...draft, reason: { ...next.reason, rule: 'coordinated-figure' } };
  }
  return result;
}

function areJoined(r: Reading, from: number, to: number): boolean {
  if (to - from < 1 || to - from > 2) return false;
  for (let k = from; k < to; k++) {
    const word = r.tokens[k]?.lower;
    if (word !== 'and' && word !== ',' && word !== 'or') return false;
  }
  return true;
}

/** Numbers without a measure are told only with a unit or a noun. */
function isWorthTelling(figure: Counted): boolean {
  return (
    figure.noun === 'quantity' ||
    figure.unit === 'percent' ||
    (!figure.numeral.yearLike && (figure.noun === 'people' || figure.noun === 'thing'))
  );
}

function relationOf(
  r: Reading,
  figure: Counted,
  previous: Measured | null,
  reason: Reason | null,
  index: number,
): LocalFigure['relation'] {
  if (reason === null) return 'total';
  const like = previous !== null && previous.reason.measure === reason.measure;
  if (isPart(r, figure) || reason.rule.startsWith('counted-among')) return 'part';
  const link = r.tokens[figure.first - 1]?.lower;
  if (link === 'from' && like && previous.sentence === index) return 'former';
  if (link === 'from' && /^(?:toll|parallel)/.test(reason.rule) && toFollows(r, figure)) return 'former';
  if (link === 'by' && reason.rule.startsWith('toll')) return 'increment';
  return figure.numeral.increment && like ? 'increment' : 'total';
}

/** `from 412 to 387`. */
function toFollows(r: Reading, figure: Counted): boolean {
  return r.tokens[figure.last]?.lower === 'to';
}
