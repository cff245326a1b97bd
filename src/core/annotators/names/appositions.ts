/** Evidence from words that say what a name is: `X, an independent news agency`, `its chief, X`. */
import { evidenceSet } from '../../lexicon/name-evidence';
import { add, type Segment } from './evidence';
import type { Survey } from './survey';
import { itemAt } from '../../items';

/** `Its operations chief, X`. */
export function byAppositionBefore(survey: Survey, segment: Segment): void {
  const comma = segment.first - 1;
  const office = itemAt(survey.offices, survey.officeAt[comma - 1]);
  if (office?.last === comma && !office.office.plural) {
    add(segment.context, { person: 4 });
    segment.reasons.push('apposition');
  }
}

const REACH = 7;

/** `X, the head of Y`: an office within a few words, before the next comma; `X, a small town`: a noun for what bears such names. */
export function byAppositionAfter(survey: Survey, segment: Segment, from: number): void {
  const { tokens, officeAt } = survey;
  const { classNounsOfPlaces, classNounsOfBodies } = survey.tables.words;
  for (let k = from; k < from + REACH; k++) {
    const token = tokens[k];
    if (
      token === undefined ||
      token.text === ',' ||
      token.text === '.' ||
      token.sentence !== tokens[segment.first]?.sentence
    )
      break;
    // `X, a 26-year-old driver`
    if (token.lower === 'old' && tokens[k - 2]?.lower === 'year' && ARTICLES.has(tokens[from]?.lower ?? '')) {
      add(segment.context, { person: 4 });
      segment.reasons.push('apposition');
      return;
    }
    const office = itemAt(survey.offices, survey.officeAt[k]);
    if (office !== undefined && !office.office.plural) {
      // `in Paris, President X said`: a title before another name is no apposition.
      if (office.capitalised && tokens[office.last]?.case !== 'none' && tokens[office.last]?.kind === 'word') return;
      add(segment.context, { person: 3 });
      segment.reasons.push('apposition');
      return;
    }
    // `X, a town`, `X, Y district`
    if (k === from && classNounsOfPlaces.holds(tokens[k + 1]) && officeAt[k + 2] === -1)
      add(segment.context, { place: 3 });
    if (k === from && classNounsOfBodies.holds(tokens[k + 1])) add(segment.context, { organization: 3 });
  }
  byClassNoun(survey, segment, from);
}

const ARTICLES = evidenceSet('openings of appositions');
const ENDS = evidenceSet('ends of appositions');

/** The noun at the end of `, an independent human rights center`: its first noun phrase begins at `from`. */
function byClassNoun(survey: Survey, segment: Segment, from: number): void {
  const { tokens, tables } = survey;
  const opening = tokens[from]?.lower ?? '';
  if (!ARTICLES.has(opening) && tokens[from + 1]?.lower !== "'s") return;
  for (let k = from + 1; k < from + REACH; k++) {
    const token = tokens[k];
    if (token === undefined || token.sentence !== tokens[segment.first]?.sentence) return;
    if (token.text === '-' || token.lower === "'s") continue;
    if (token.kind !== 'word' || ENDS.has(token.lower)) return;
    const next = tokens[k + 1];
    if (next?.kind === 'word' && !ENDS.has(next.lower)) continue;
    if (next?.text === '-' || token.case !== 'none') continue;
    const place = tables.words.classNounsOfPlaces.has(token.lower);
    const body = tables.words.classNounsOfBodies.has(token.lower);
    if (tables.words.classNounsOfOthers.holds(token)) add(segment.context, { other: 4 });
    if (!place && !body) return;
    const weight = k === from + 1 ? 1 : 4;
    add(segment.context, place ? { place: weight, person: -1.5 } : { organization: weight, person: -1.5 });
    segment.reasons.push('apposition');
    segment.called = place ? 'place' : 'organization';
    return;
  }
}
