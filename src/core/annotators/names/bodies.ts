import { evidenceSet } from '../../lexicon/name-evidence';
import { GIVEN, WORD } from '../../lexicon/vocabulary';
import { opensWork } from './complements';
import { longestMatch } from './lookup';
import { opensSentence } from './openers';
import type { Run } from './runs';
import type { Survey } from './survey';
import { FormAnswers, WordSet } from '../../lexicon/word-table';
import { itemAt } from '../../items';

/** Heads that with ordinary words alone make no name: `Foreign Ministry`. */
const COMMON_BODIES = evidenceSet('common bodies');
/** Heads of those whose founders choose the name. */
const CHOSEN = new Set(['party', 'group', 'company']);
const COMPANY_FORMS = evidenceSet('company forms');
const OPENING_PREPOSITIONS = new WordSet(['of', 'for', 'on', 'against']);

const companyForms = new FormAnswers(({ key, lower }) => COMPANY_FORMS.has(key) || COMPANY_FORMS.has(lower));

/** Where the body's name that begins at `i` ends: behind its last head, its company form, or the end of `of …`; -1 for none. */
export function bodyEnd(survey: Survey, run: Run, i: number, nameEnd: (from: number) => number): number {
  const { tokens, keys, tables } = survey;
  const { organizationOpeners, organizationStarters, placeHeads } = tables.words;
  let last = -1;
  let opened = false;
  for (let k = i; k < run.last; k++) {
    const token = tokens[k];
    if (token === undefined || survey.dated[k] === 1) break;
    if (token.case === 'none') {
      if (opensWork(survey, k - 1)) return -1;
      if (OPENING_PREPOSITIONS.holds(token) && organizationOpeners.has(keys[k - 1] ?? '')) opened = true;
      continue;
    }
    if (opened ? endsBefore(survey, run, k, last) : startsTitle(survey, run, k) && !endsAsBody(survey, run, i, k))
      break;
    if (opened || (k > i && (companyForms.of(token) || isHead(survey, i, k)))) last = k + 1;
  }
  if (
    last < 0 &&
    organizationStarters.has(keys[i] ?? '') &&
    tokens[i]?.case !== 'none' &&
    run.last - i > 1 &&
    (tokens[i + 1]?.case !== 'none' || tables.words.strongParticles.holds(tokens[i + 1])) &&
    survey.officeAt[i + 1] === -1
  )
    last = nameEnd(i + 1);
  if (last <= i + 1) return -1;
  // `Anglo Energy Arena`: the head of a place behind that of a body is the last word.
  const behind = last < run.last && tokens[last]?.case !== 'none' ? (keys[last] ?? '') : '';
  // `Anti-Corruption Commission Bill`, `World University Games`
  if (!opened && endsAsAct(survey, run, last)) return -1;
  if (!opened && placeHeads.has(behind) && !tables.words.organizationHeads.has(behind)) return -1;
  // `Dance Council South Africa`
  const country =
    last < run.last && !GOVERNMENTAL.has(keys[last - 1] ?? '')
      ? longestMatch(tokens, keys, last, tables.places.longest, tables.places.places)
      : null;
  if (!opened && country?.last === run.last && country.value.kind === 'country') return run.last;
  // `Royal College Lagos`
  if (LOCATED.has(keys[last - 1] ?? '') && tables.places.places.has(behind) && survey.dated[last] !== 1) last++;
  // `Ana Banks`, `Peter Church`: a given name before one ambiguous head is a person.
  const first = tables.vocabulary.of(keys[i] ?? '');
  if (last === i + 2 && (first & GIVEN) !== 0 && (first & WORD) === 0 && placeHeads.has(keys[i + 1] ?? '')) return -1;
  return last;
}

/** Of each country: what stands behind them is where they are. */
const GOVERNMENTAL = evidenceSet('bodies of every country');

/** What is named after a body or a country and is none. */
export const ACTS = evidenceSet('acts and events');

/** Whether a capitalised word or three behind the head of a body make it an act or event. */
function endsAsAct({ tokens, keys }: Survey, run: Run, last: number): boolean {
  if (last >= run.last || run.last - last > 3 || !ACTS.has(keys[run.last - 1] ?? '')) return false;
  for (let k = last; k < run.last; k++) if (tokens[k]?.case !== 'initial') return false;
  return true;
}

/** Whose names may end in a place: `Royal College Lagos`. */
const LOCATED = evidenceSet('bodies named after towns');

/** `Nordic Observer`: the last word of a run behind an adjective of nationality; no title, for nobody follows. */
function endsAsBody(survey: Survey, run: Run, i: number, k: number): boolean {
  const { words, places } = survey.tables;
  const key = survey.keys[k] ?? '';
  return (
    k === i + 1 && run.last === k + 1 && words.organizationHeads.has(key) && places.demonyms.has(survey.keys[i] ?? '')
  );
}

/** `House of Commons Speaker Ana Lima`: a title before a name ends what `of` has opened, once that has a word. */
function endsBefore(survey: Survey, run: Run, k: number, last: number): boolean {
  const office = itemAt(survey.offices, survey.officeAt[k]);
  if (last < k || office?.office.titular !== true || office.office.plural || office.first !== k) return false;
  const next = survey.tokens[office.last];
  return office.last < run.last && next?.kind === 'word' && next.case !== 'none' && office.headLast === office.last;
}

/** Whether the word at `k` heads the name of a body that begins at `first`: `bank` in `Central Bank`, not in `West Bank`. */
function isHead(survey: Survey, first: number, k: number): boolean {
  const { organizationHeads, placeHeads } = survey.tables.words;
  const key = survey.keys[k] ?? '';
  if (!organizationHeads.has(key)) return false;
  if (!placeHeads.has(key) || ALWAYS_BODIES.has(key)) return true;
  if (key === 'crescent' && survey.keys[k - 1] === 'red') return true;
  for (let w = first; w < k; w++) {
    const word = survey.keys[w] ?? '';
    if (organizationHeads.has(word) || survey.tables.offices.modifiers.has(word)) return true;
    // `Georgian Orthodox Church`
    if (key === 'church' && FAITHS.has(word)) return true;
  }
  return false;
}

const FAITHS = evidenceSet('faiths');
const ALWAYS_BODIES = new Set(['bank', 'house', 'cross']);

/** Whether a title begins at `k` rather than a part of a body's name. */
function startsTitle(survey: Survey, run: Run, k: number): boolean {
  const index = survey.officeAt[k] ?? -1;
  const office = survey.offices[index];
  if (office === undefined || office.head < k || office.headLast > run.last) return false;
  return !headsBody(survey, run, office.headLast) && !isPluralOfBody(survey, run, index);
}

/** `Border Teachers`, `Doctors`: people as the head of a body's name, not as a title. */
export function isPluralOfBody(survey: Survey, run: Run, index: number): boolean {
  const office = survey.offices[index];
  if (office === undefined || !office.office.plural || office.office.titular || office.headLast > run.last)
    return false;
  return survey.tables.words.organizationHeads.has(survey.keys[office.headLast - 1] ?? '');
}

/** Whether the head of a body follows an office at once: `General Assembly`, `General Motors`. */
export function headsBody(survey: Survey, run: Run, end: number): boolean {
  // `Players' Union`
  const last = /^['’]$/u.test(survey.tokens[end]?.text ?? '') ? end + 1 : end;
  const token = survey.tokens[last];
  if (last >= run.last || token?.case === 'none') return false;
  const key = survey.keys[last] ?? '';
  const { organizationHeads, particles } = survey.tables.words;
  return organizationHeads.has(key) && (survey.tables.vocabulary.of(key) & GIVEN) === 0 && !particles.has(key);
}

/** `Foreign Ministry`, `Police`: ordinary words and a common head are no name. */
export function isCommonBody(survey: Survey, first: number, last: number): boolean {
  if (!COMMON_BODIES.has(survey.keys[last - 1] ?? '')) return false;
  for (let k = first; k < last - 1; k++) {
    const key = survey.keys[k] ?? '';
    if (!survey.tables.offices.modifiers.has(key) && key !== 'and') return false;
  }
  // `the Youth Party`, where no sentence capitalises it
  return last - first < 2 || !CHOSEN.has(survey.keys[last - 1] ?? '') || opensSentence(survey, first);
}
