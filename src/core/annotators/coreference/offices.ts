/** Comparing the titles of offices. Titles are lower-case English, singular. */
import { Memo } from '../../lexicon/memo';
import { officeTable } from './words';

const plain = new Memo(americanTitle);
const heads = new Memo(lastWordOfTitle);
const ofState = new Memo(isOfState);

/** British and American spellings made one: `defence minister` → `defense minister`. */
export function plainTitle(title: string): string {
  return plain.get(title, title);
}

function americanTitle(title: string): string {
  if (!/defence|labour|-/u.test(title)) return title;
  return title
    .replace(/\bdefence\b/u, 'defense')
    .replace(/\blabour\b/u, 'labor')
    .replaceAll('-', ' ');
}

/** The last word of the part before `of` or `for`: `director` of `director of operations`. */
export function headOfTitle(title: string): string {
  return heads.get(title, title);
}

function lastWordOfTitle(title: string): string {
  const cut = title.search(/ (?:of|for) /u);
  const whole = cut < 0 ? title : title.slice(0, cut);
  // A secretary general is no general.
  const head = whole.replace(
    /(secretary|attorney|director|governor|solicitor|auditor|consul|prosecutor|inspector|surgeon)[ -]general$/u,
    '$1',
  );
  return head.slice(head.lastIndexOf(' ') + 1);
}

/** Whether two titles are words for one office: `premier` and `prime minister`. */
export function sameOffice(a: string, b: string): boolean {
  const x = plainTitle(a);
  const y = plainTitle(b);
  if (x === y) return true;
  const { synonyms } = officeTable();
  const groups = synonyms.get(x);
  if (groups === undefined) return false;
  for (const group of synonyms.get(y) ?? []) if (groups.has(group)) return true;
  return false;
}

/** Offices that their last word does not stand for. */
const COMPOUNDS = new Set([
  'prime minister',
  'attorney general',
  'secretary general',
  'director general',
  'first lady',
]);

/** Whether two titles are listed as one office: the same, or `premier` and `prime minister`. */
export function oneOffice(a: string, b: string): boolean {
  const x = plainTitle(a);
  const y = plainTitle(b);
  if (x === y) return true;
  const { synonyms, one } = officeTable();
  for (const group of synonyms.get(x) ?? []) if (group < one && synonyms.get(y)?.has(group) === true) return true;
  return false;
}

/**
 * How well a description fits an office, 0 to 1: 1 for the same office, less for its head alone (`the minister` for a foreign
 * minister) and for a general word (`leader` for a president), 0 where it cannot mean it.
 */
export function describes(description: string, office: string): number {
  if (sameOffice(description, office)) return 1;
  const said = plainTitle(description);
  const held = plainTitle(office);
  const head = headOfTitle(held);
  // Nobody calls a prime minister `the minister`.
  if (said === head && COMPOUNDS.has(held)) return 0;
  // Nor a vice president `the president`.
  if (said === head && isDeputy(held)) return HIGHEST.has(head) ? 0 : 0.4;
  if (said === head) return 0.8;
  if (!isDeputy(held) && held.endsWith(` ${said}`)) return 0.8;
  const { general } = officeTable();
  const meant = general.get(said) ?? general.get(withoutSoft(said));
  if (meant !== undefined && [held, head, ...canonicalTitles(held)].some((title) => meant.has(title))) return 0.6;
  const saidHead = headOfTitle(said);
  // `the army chief` for a `military chief`, but never `the foreign minister` for an interior minister.
  return saidHead === head && (said === saidHead || held === head) && !isDeputy(said) ? 0.7 : 0;
}

const HIGHEST = new Set(['president', 'premier', 'chancellor', 'governor', 'mayor', 'king']);

/** Words before a title that do not change which office it may stand for: `veteran politician`. */
const SOFT = /^(?:(?:veteran|senior|top|military|junta|national|longtime|long-serving|visiting|outgoing|embattled) )+/u;

function withoutSoft(title: string): string {
  return title.replace(SOFT, '');
}

/** The first name of each office that a title may be: `prime minister` for `premier`. */
function canonicalTitles(title: string): string[] {
  const { synonyms, canonical } = officeTable();
  return [...(synonyms.get(title) ?? [])].map((group) => canonical[group] ?? '');
}

/** Whether words stand for any of several offices: `leader`. */
export function isGeneral(title: string): boolean {
  return officeTable().general.has(plainTitle(title));
}

function isDeputy(title: string): boolean {
  return /^(?:deputy|vice|assistant|under)\b/u.test(title);
}

/** Whether an office is one of a state, which a report need not name: `the prime minister`. */
export function isStateOffice(title: string): boolean {
  return ofState.get(title, title);
}

function isOfState(title: string): boolean {
  const { state, private: firms } = officeTable();
  const american = plainTitle(title);
  for (const word of american.split(' ')) if (firms.has(word)) return false;
  return state.has(american) || state.has(headOfTitle(american));
}
