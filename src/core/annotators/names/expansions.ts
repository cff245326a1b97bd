/** Long names as their acronyms tell where they begin and end: `the Front for the Hills and Coast (FHC)` is one name. */
import { wholeBody, type CutSegment } from './segments';
import { headsThing, isSkipped } from './acronyms';
import { longestMatch } from './lookup';
import type { Survey } from './survey';

const LONGEST = 14;

/**
 * Makes one body of what stands before an acronym in brackets where the first letters of its words are the acronym's, as Schwartz and
 * Hearst (2003) find expansions; takes the pieces' place. Linear: a few tokens are looked at for each bracket.
 */
export function joinExpansions(survey: Survey, cuts: readonly CutSegment[]): readonly CutSegment[] {
  const joined: CutSegment[] = [];
  for (const cut of cuts) {
    const first = expansionStart(survey, cut);
    const bracket = cut.segment.first - 1;
    if (first >= 0) {
      let pieces = 0;
      while ((joined.at(-1 - pieces)?.segment.first ?? -1) >= first) pieces++;
      const one = joined.at(-1);
      const same = pieces === 1 && one?.segment.first === first && one.segment.last === bracket;
      const cutInTwo = (joined.at(-1 - pieces)?.segment.last ?? 0) > first;
      const parts = joined.slice(joined.length - pieces);
      if (!same && !cutInTwo && isBody(survey, parts, first, bracket)) {
        joined.length -= pieces;
        joined.push(wholeBody(survey, first, bracket));
      }
    }
    joined.push(cut);
  }
  return joined;
}

/** Whether the words `first` to `last` are one body: not if they are headed by an office or a thing. */
function isBody(survey: Survey, parts: readonly CutSegment[], first: number, last: number): boolean {
  if (parts.some(({ segment }) => segment.known !== null) || (survey.officeAt[first] ?? -1) >= 0) return false;
  if (headsThing(survey, first, last)) return false;
  return parts.some(({ segment }) => segment.fixed === 'organization' || isListed(survey, segment.first, segment.last));
}

function isListed({ tokens, keys, tables }: Survey, first: number, last: number): boolean {
  const { longestBody, bodies } = tables.words;
  return (
    longestMatch(tokens, keys, first, longestBody, bodies)?.last === last ||
    tables.places.places.has(keys[last - 1] ?? '')
  );
}

/** Where the words begin that the acronym in brackets `cut` has the letters of; -1 for none. */
function expansionStart({ tokens }: Survey, { segment }: CutSegment): number {
  const bracket = segment.first - 1;
  const acronym = tokens[segment.first];
  if (segment.last !== segment.first + 1 || tokens[bracket]?.text !== '(' || tokens[segment.last]?.text !== ')')
    return -1;
  if (acronym?.case !== 'all' || !/^\p{Lu}{3,}$/u.test(acronym.text)) return -1;
  if (tokens[bracket - 1]?.case === 'none') return -1;
  let left = acronym.text.length - 1;
  for (let k = bracket - 1; k >= 0 && k > bracket - LONGEST; k--) {
    const token = tokens[k];
    if (token === undefined || token.sentence !== acronym.sentence) return -1;
    if (token.text === '-' || token.text === '&' || token.text === ',') continue;
    if (token.kind !== 'word') return -1;
    const skipped = isSkipped(token);
    if (token.case === 'none') {
      if (!skipped && token.text !== '\u2019s' && token.lower !== "'s") return -1;
      continue;
    }
    if (token.text.charAt(0) !== acronym.text.charAt(left)) return -1;
    left--;
    if (left < 0) return k;
  }
  return -1;
}
