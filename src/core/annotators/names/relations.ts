/** Evidence from what a name is said to do or to have: who quotes it, of what offices it is, what is posted on it. */
import { evidenceSet } from '../../lexicon/name-evidence';
import { add } from './evidence';
import { officeOf } from './offices-of';
import type { CutSegment } from './segments';
import type { Survey } from './survey';

const QUOTED = evidenceSet('verbs of quoting');
const REPORTED = evidenceSet('verbs of reporting');
const OWNED_BY_MEDIA = evidenceSet('what media own');

/** `as quoted by X`, `told X`, `X reported`, `X's website`. */
export function byReporting(survey: Survey, { segment }: CutSegment): void {
  const { tokens } = survey;
  const { first, last, context } = segment;
  const before = tokens[first - 1]?.lower === 'the' ? first - 2 : first - 1;
  const word = tokens[before]?.sentence === tokens[first]?.sentence ? (tokens[before]?.lower ?? '') : '';
  if (word === 'by' && QUOTED.has(tokens[before - 1]?.lower ?? '')) add(context, { organization: 2 });
  if (word === 'to' && tokens[before - 1]?.lower === 'according') add(context, { organization: 1 });
  if (word === 'told') add(context, { organization: 1.5 });
  const next = tokens[last]?.lower ?? '';
  if (next === "'s" && ownsOfBodies(survey, last + 1)) add(context, { organization: 3 });
  // `Tarn, founded in 1926,`
  if (next === ',' && ESTABLISHED.has(tokens[last + 1]?.lower ?? '')) add(context, { organization: 2 });
  if (REPORTED.has(next)) add(context, { organization: 1.5 });
  if (next === "'s" && OWNED_BY_MEDIA.has(tokens[last + 1]?.lower ?? '')) add(context, { organization: 1.5 });
}

const ESTABLISHED = new Set(['founded', 'established', 'headquartered', 'incorporated', 'listed']);
/** What only bodies have, or companies alone. */
const OF_COMPANIES = evidenceSet('what companies own');

/** `X's chief executive officer`, `X's shares`, over an adjective or two. */
function ownsOfBodies({ tokens, offices, officeAt }: Survey, from: number): boolean {
  for (let k = from; k < from + 3; k++) {
    const token = tokens[k];
    if (token?.kind !== 'word' || token.case !== 'none') return false;
    if (OF_COMPANIES.has(token.lower)) return true;
    const office = offices[officeAt[k] ?? -1];
    if (office !== undefined) return OFFICES_OF_COMPANIES.has(office.office.title);
  }
  return false;
}

const OFFICES_OF_COMPANIES = evidenceSet('offices of companies');

/** Of bodies rather than of places. */
const OFFICES_OF_BODIES = evidenceSet('offices of bodies');
const OFFICES_OF_PLACES = evidenceSet('offices of places');
const LOCAL = new Set(['of', 'from', 'in']);

/** `a spokesman for X`, `mayor of X`. */
export function byOfficeOf(survey: Survey, { segment }: CutSegment): void {
  const { tokens } = survey;
  const office = survey.offices[officeOf(survey, segment.first)]?.office;
  if (office === undefined) return;
  const link = tokens[segment.first - 1]?.lower === 'the' ? segment.first - 2 : segment.first - 1;
  const word = tokens[link]?.lower ?? '';
  if (OFFICES_OF_BODIES.has(office.title) && word !== 'in' && word !== 'from')
    add(segment.context, { organization: 2, person: -0.5 });
  else if (OFFICES_OF_PLACES.has(office.title) && LOCAL.has(word)) add(segment.context, { place: 3, person: -1 });
}

const ON = evidenceSet('words before platforms');
const POSTS = evidenceSet('what is posted');

/** `wrote on Instagram`, `a Facebook post`: what people post on is no body that acts. */
export function byPlatform(survey: Survey, { segment }: CutSegment): void {
  const { tokens, keys, tables } = survey;
  if (segment.last !== segment.first + 1 || !tables.words.platforms.has(keys[segment.first] ?? '')) return;
  const before = tokens[segment.first - 1]?.lower ?? '';
  const after = tokens[segment.last];
  // `and Kontakt removed it`
  if ((before === 'and' || before === 'or') && after?.case === 'none' && after.lower.endsWith('ed')) return;
  if (ON.has(before) || POSTS.has(after?.lower ?? '') || (before === '(' && after?.text === ')'))
    add(segment.context, { other: 10 });
}
